import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Said, type Served, serve } from '#tests/harness/served.ts';
import { peopleOfSchoolSeed } from '#tests/sample-province/people-of-school.ts';
import type { Choice } from './rules/index.ts';

// Who sees and sets what the classes of a school learn.

let hoaBan: Served;
let principal: Person;
let upper: ShownClass[];
let lower: ShownClass[];

interface ShownClass {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly choices: Choice[];
  readonly periodsPerYear: number;
  readonly problems: string[];
}

const address = '/api/curriculum/class-choices';
const choice = (kind: Choice['kind'], subjectCode: string): Choice => ({
  kind,
  subjectCode,
  periods: null,
  reason: null,
});
const natural = [
  ...['PHY', 'CHE', 'BIO', 'INF'].map((code) => choice('elective', code)),
  ...['MATH', 'PHY', 'CHE'].map((code) => choice('topic', code)),
];

function put(person: Person, classes: object[]): Promise<Said> {
  return person.raw({
    method: 'PUT' as 'POST',
    url: address,
    payload: JSON.stringify({ classes }),
    headers: { 'content-type': 'application/json' },
  });
}

const classesOf = async (person: Person) => (await person.get(address)).body.classes as ShownClass[];

beforeAll(async () => {
  hoaBan = await serve(peopleOfSchoolSeed, '2025-10-01T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong.thpt', 'principal');
  upper = await classesOf(principal);
  lower = await classesOf(await hoaBan.as('hieutruong', 'principal'));
});
afterAll(() => hoaBan?.close());

describe('Who may set the choices of a class', () => {
  test.each<[string, 'principal' | 'clerk' | 'teacher' | 'communeLeader' | 'divisionHead', number]>([
    ['hieutruong.thpt', 'principal', 200],
    ['hieutruong', 'principal', 404],
    ['vanthu', 'clerk', 403],
    ['giaovien', 'teacher', 403],
    ['truongphong', 'divisionHead', 403],
  ])('%s (%s): %i', async (username, role, status) => {
    const person = await hoaBan.as(username, role);
    const [one] = await classesOf(principal);
    const change = { classId: one!.classId, seen: one!.choices, choices: natural };
    expect((await put(person, [change])).status).toBe(status);
  });

  test('teachers see those of their school, the department those of any, others none', async () => {
    expect((await (await hoaBan.as('giaovien', 'teacher')).get(address)).body.classes.length).toBe(
      lower.length,
    );
    const school = (await principal.get(address)).body.schoolId;
    const asked = `${address}?schoolId=${school}`;
    expect((await (await hoaBan.as('truongphong', 'divisionHead')).get(asked)).body.classes.length).toBe(
      upper.length,
    );
    expect((await (await hoaBan.as('hieutruong', 'principal')).get(asked)).body.classes).toEqual([]);
    expect((await (await hoaBan.as('chame', 'guardian')).get(address)).status).toBe(403);
  });

  test('everybody with a role reads the programme', async () => {
    const { body } = await (await hoaBan.as('chame', 'guardian')).get('/api/curriculum/programme');
    expect(body.totals.map(({ periods }: { periods: number }) => periods)).toEqual([
      1015, 1015, 1032, 1032, 997, 997, 997,
    ]);
    expect(body.sourceNote).toContain('17/2025');
  });
});

describe('Choices', () => {
  const other = () => upper.filter(({ specialisedSubject }) => !specialisedSubject)[1]!;

  test('are kept for all classes or none, with every fault named', async () => {
    const [one, two] = (await classesOf(principal)).slice(0, 2) as [ShownClass, ShownClass];
    const answer = await put(principal, [
      { classId: one.classId, seen: one.choices, choices: natural },
      { classId: two.classId, seen: two.choices, choices: natural.slice(1) },
    ]);
    expect(answer).toMatchObject({ status: 422, body: { code: 'curriculum.badChoices' } });
    expect(answer.body.problems.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('đang chọn 3'),
      expect.stringContaining('Chuyên đề Vật lí'),
    ]);
    expect((await classesOf(principal))[1]!.choices).toEqual(two.choices);
  });

  test('make 997 periods a year and no problem is left', async () => {
    const before = (await classesOf(principal)).find(({ classId }) => classId === other().classId)!;
    const answer = await put(principal, [
      { classId: before.classId, seen: before.choices, choices: natural },
    ]);
    expect(answer.body.classes[0]).toMatchObject({ periodsPerYear: 997, problems: [] });
  });

  test('of somebody who saw an older list are not written over the newer one', async () => {
    const stale = { classId: other().classId, seen: [choice('optional', 'ETH')], choices: natural };
    expect(await put(principal, [stale])).toMatchObject({
      status: 409,
      body: { code: 'curriculum.changedMeanwhile', facts: { current: [{ classId: other().classId }] } },
    });
  });

  test.each([0, 500])('of %i periods are refused', async (periods) => {
    const before = (await classesOf(principal)).find(({ classId }) => classId === other().classId)!;
    const odd = [...natural, { ...choice('optional', 'ETH'), periods, reason: 'thử' }];
    const answer = await put(principal, [{ classId: before.classId, seen: before.choices, choices: odd }]);
    expect(answer).toMatchObject({
      status: 422,
      body: { problems: [{ message: expect.stringContaining('từ 1 đến 350') }] },
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#rules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { peopleOfSchoolSeed } from '#tests/sample-province/people-of-school.ts';
import { put, type Shown, save, shown } from './testing.ts';

// Who sees and may do what with the assignment of a school.

let hoaBan: Served;
let principal: Person;
let grid: Shown;

beforeAll(async () => {
  hoaBan = await serve(peopleOfSchoolSeed, '2025-10-01T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong', 'principal');
  grid = await shown(principal);
  const cell = { classId: grid.classes[0]!.id, subjectCode: 'LIT', seen: [] };
  const teacher = grid.teachers.find(({ qualifications }) =>
    qualifications.some(({ subjectCode }) => subjectCode === 'LIT'),
  )!;
  await save(principal, [{ ...cell, rows: [{ staffId: teacher.id, periods: { 1: 4, 2: 4 } }] }]);
});
afterAll(() => hoaBan?.close());

describe('Who sees the assignment of the lower-secondary school', () => {
  test.each<[string, Role, number, number | undefined]>([
    ['hieutruong', 'principal', 200, 1],
    ['vanthu', 'clerk', 200, 1],
    ['totruong', 'teamLead', 200, 1],
    // Not published yet.
    ['giaovien', 'teacher', 200, 0],
    ['xa.muongpon', 'communeOfficer', 200, 1],
    ['truongphong', 'divisionHead', 200, 1],
    // The other school sees that it exists, and nothing of it.
    ['hieutruong.thpt', 'principal', 200, 0],
    ['hocsinh', 'pupil', 403, undefined],
    ['chame', 'guardian', 403, undefined],
  ])('%s (%s): %i', async (username, role, status, rows) => {
    const person = await hoaBan.as(username, role);
    const answer = await person.get(`/api/staffing/assignments?schoolId=${grid.school.id}`);
    expect(answer.status).toBe(status);
    expect(answer.body.assignments?.length).toBe(rows);
    if (username === 'hieutruong.thpt') expect(answer.body).toMatchObject({ classes: [], teachers: [] });
    if (status === 200) expect(answer.body.mayEdit).toBe(['principal', 'clerk'].includes(role) && rows === 1);
  });
});

describe('Who may change it', () => {
  const body = () => ({
    schoolId: grid.school.id,
    cells: [{ classId: grid.classes[1]!.id, subjectCode: 'LIT', seen: [], rows: [] }],
  });
  test.each<[string, Role, number]>([
    ['hieutruong', 'principal', 200],
    ['vanthu', 'clerk', 200],
    ['totruong', 'teamLead', 403],
    ['giaovien', 'teacher', 403],
    ['xa.muongpon', 'communeOfficer', 403],
    ['truongphong', 'divisionHead', 403],
  ])('%s (%s): %i', async (username, role, status) => {
    const person = await hoaBan.as(username, role);
    expect((await put(person, '/api/staffing/assignments', body())).status).toBe(status);
  });

  test('the principal of another school may not, and hears so', async () => {
    const other = await hoaBan.as('hieutruong.thpt', 'principal');
    const answer = await put(other, '/api/staffing/assignments', body());
    expect([403, 422]).toContain(answer.status);
    const duty = {
      schoolId: grid.school.id,
      staffId: grid.teachers[0]!.id,
      kind: 'library',
      periods: 3,
      paid: false,
      note: null,
    };
    expect((await other.post('/api/staffing/duties', duty)).body.code).toBe('staffing.schoolOutOfReach');
  });

  test('a clerk does not publish, and nothing is published without an assignment', async () => {
    const clerk = await hoaBan.as('vanthu', 'clerk');
    expect((await clerk.post('/api/staffing/assignments/publish', { version: 1 })).status).toBe(403);
    const empty = await hoaBan.as('hieutruong.thpt', 'principal');
    expect((await empty.post('/api/staffing/assignments/publish', { version: 1 })).body.code).toBe(
      'staffing.nothingToPublish',
    );
  });
});

describe('Who sees surplus and shortage', () => {
  test.each<[string, Role, (schools: number) => boolean]>([
    ['truongphong', 'divisionHead', (schools) => schools > 20],
    ['xa.muongpon', 'communeOfficer', (schools) => schools >= 1 && schools < 20],
    ['hieutruong', 'principal', (schools) => schools === 1],
  ])('%s (%s)', async (username, role, right) => {
    const { body } = await (await hoaBan.as(username, role)).get('/api/staffing/coverage');
    expect(right(body.rows.length)).toBe(true);
  });
  test('a teacher does not', async () => {
    expect((await (await hoaBan.as('giaovien', 'teacher')).get('/api/staffing/coverage')).status).toBe(403);
  });
});

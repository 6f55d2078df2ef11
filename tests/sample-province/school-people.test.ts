import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmeOfYear } from '#reference/curriculum-2018';
import { dienBienCommunes } from '#reference/dien-bien';
import { ethnicGroups } from '#reference/ethnic-groups';
import { choiceProblems } from '#rules/curriculum';
import { identityNumberFaults } from '../../modules/people/rules/identity-number.ts';
import { openDraws } from './draws.ts';
import {
  demoOptions,
  demoSchoolCodes,
  generateDemoProvince,
  generateProvince,
  generateSchoolPeople,
  type ProvinceOptions,
} from './generate.ts';
import { identityNumber, nobodysPhone } from './numbers.ts';
import type { SchoolPeople } from './people-tables.ts';
import { divide } from './shares.ts';

const province = generateDemoProvince();
const codes = demoSchoolCodes();
const kindOf = new Map(province.units.map((unit) => [unit.code, unit.school_kind]));

/** The people of these schools by code. */
function peopleOf(
  only: (code: string) => boolean,
  options: ProvinceOptions = demoOptions,
): Map<string, SchoolPeople> {
  return new Map(
    [...generateSchoolPeople(options, ({ code }) => only(code))].map(({ school, people }) => [
      school.code,
      people,
    ]),
  );
}

const demo = peopleOf((code) => code === codes.lower || code === codes.upper);
const lower = demo.get(codes.lower)!;
const upper = demo.get(codes.upper)!;

/** What does not fit together in the rows of a school. */
function faults(people: SchoolPeople): string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  const [rooms, staff, classes, pupils] = [people.rooms, people.staff, people.classes, people.pupils].map(
    (rows) => new Set(rows.map((row) => row.id)),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>];
  const gradeOf = new Map(people.classes.map((each) => [each.id, each.grade]));
  const open = Map.groupBy(
    people.enrolments.filter((row) => row.ends_on === null),
    (row) => row.pupil_id,
  );
  for (const each of people.classes) {
    check(each.room_id === null || rooms.has(each.room_id), `${each.name}: room`);
    check(
      each.homeroom_staff_id !== null && staff.has(each.homeroom_staff_id),
      `${each.name}: homeroom teacher`,
    );
  }
  const homerooms = people.classes.map((each) => each.homeroom_staff_id);
  check(new Set(homerooms).size === homerooms.length, 'two classes of one homeroom teacher');
  for (const row of [...people.staffPrivate, ...people.staffSubjects])
    check(staff.has(row.staff_id), `staff ${row.staff_id}`);
  for (const row of people.enrolments)
    check(pupils.has(row.pupil_id) && classes.has(row.class_id), `enrolment ${row.id}`);
  for (const row of people.movements) {
    const ends = [row.from_class_id, row.to_class_id].filter((id) => id !== null);
    check(
      pupils.has(row.pupil_id) && ends.every((id) => classes.has(id)) && ends.length > 0,
      `movement ${row.id}`,
    );
    check(
      row.kind === 'enrolled' || row.kind === 'classChanged' || row.reason !== null,
      `reason of ${row.id}`,
    );
  }
  for (const row of people.guardians) check(pupils.has(row.pupil_id), `guardian ${row.id}`);
  for (const pupil of people.pupils) {
    check(
      (open.get(pupil.id)?.length ?? 0) === (pupil.status === 'learning' ? 1 : 0),
      `${pupil.full_name} sits`,
    );
    const place = people.enrolments.find((row) => row.pupil_id === pupil.id);
    const age = 2025 - Number(pupil.birth_date.slice(0, 4)) - (gradeOf.get(place?.class_id ?? '') ?? 0) - 5;
    check(age >= 0 && age <= 3, `${pupil.full_name}: ${age} years older than the grade`);
  }
  return found;
}

describe('the people of a school', () => {
  test('are a whole school: every grade, a homeroom teacher for each class, everything fits together', () => {
    expect([...new Set(lower.classes.map(({ grade }) => grade))]).toEqual([6, 7, 8, 9]);
    expect([...new Set(upper.classes.map(({ grade }) => grade))]).toEqual([10, 11, 12]);
    expect(faults(lower)).toEqual([]);
    expect(faults(upper)).toEqual([]);
  });

  test('fit together in schools of every kind', () => {
    const firstOf = new Map(
      [...kindOf].flatMap(([code, kind]) => (kind ? [[kind, code] as const] : [])).reverse(),
    );
    const chosen = new Set(firstOf.values());
    expect(chosen.size).toBe(8);
    for (const [code, people] of peopleOf((each) => chosen.has(each))) {
      expect(faults(people), code).toEqual([]);
      expect(people.staff.filter(({ post }) => post === 'principal')).toHaveLength(1);
    }
  });

  test('hold duties and choose subjects as the rules of the other modules allow', () => {
    const homerooms = lower.classes.map((each) => each.homeroom_staff_id);
    const held = [...lower.duties.map((row) => row.staff_id), ...homerooms];
    for (const [, all] of Map.groupBy(held, (id) => id)) expect(all.length).toBeLessThanOrEqual(2);
    expect(lower.duties.filter(({ kind }) => kind === 'teamLead').length).toBeGreaterThanOrEqual(2);
    const programme = programmeOfYear('2025-2026');
    expect(lower.classChoices).toEqual([]);
    for (const [code, { classes, classChoices }] of peopleOf((each) => each.startsWith('DB-THPT-02')))
      for (const each of classes) {
        const choices = classChoices
          .filter((row) => row.class_id === each.id)
          .map((row) => ({ kind: row.kind, subjectCode: row.subject_code, periods: null, reason: null }));
        const form = { grade: each.grade, specialisedSubject: each.specialised_subject };
        expect(choiceProblems(programme, form, choices), `${code} ${each.name}`).toEqual([]);
      }
    const strands = new Map(
      programme.subjects.map((subject) => [subject.code, subject.strands.map(({ code }) => code)]),
    );
    for (const { subject_code, strand } of [...lower.staffSubjects, ...upper.staffSubjects])
      expect(['', ...(strands.get(subject_code) ?? [])]).toContain(strand);
  });

  test('carry identity numbers that fit birth and sex, and groups of the national list', () => {
    const pupils = new Map(lower.pupils.map((row) => [row.id, row]));
    for (const { pupil_id, identity_number, ethnic_group } of lower.pupilsPrivate) {
      const pupil = pupils.get(pupil_id)!;
      const person = { sex: pupil.sex, birthDate: pupil.birth_date };
      expect(identityNumberFaults(identity_number, person)).toEqual([]);
      expect(ethnicGroups.some(({ code }) => code === ethnic_group)).toBe(true);
    }
  });

  test('lost a class: the check finds who sat in it', () => {
    expect(faults({ ...lower, classes: lower.classes.slice(1) })).not.toEqual([]);
    expect(faults({ ...lower, enrolments: lower.enrolments.slice(1) })).not.toEqual([]);
  });

  test('are those of the accounts: principal, lead, teachers, homeroom of the same class, pupil and guardian', () => {
    const accounts = new Map(province.accounts.map((account) => [account.username, account]));
    const linked = new Map(lower.staff.map((row) => [row.account_id, row]));
    const of = (username: string) => linked.get(accounts.get(username)?.id ?? '');
    for (const username of ['hieutruong', 'phohieutruong', 'vanthu', 'totruong', 'giaovien', 'chunhiem'])
      expect(of(username)?.full_name, username).toBe(accounts.get(username)?.display_name);
    expect(of('hieutruong')?.post).toBe('principal');
    const homeroom = lower.classes.find((each) => each.homeroom_staff_id === of('chunhiem')?.id);
    const role = province.roleAssignments.find(
      (post) => post.account_id === accounts.get('chunhiem')?.id && post.role === 'homeroomTeacher',
    );
    expect(homeroom?.name).toBe(role?.class_code);
    const pupil = lower.pupils.find((row) => row.account_id === accounts.get('hocsinh')?.id);
    const guardian = lower.guardians.find((row) => row.account_id === accounts.get('chame')?.id);
    expect(pupil?.full_name).toBe(accounts.get('hocsinh')?.display_name);
    expect(guardian?.full_name).toBe(accounts.get('chame')?.display_name);
    expect(guardian?.pupil_id).toBe(pupil?.id);
    const place = lower.enrolments.find((row) => row.pupil_id === pupil?.id);
    expect(place?.class_id).toBe(homeroom?.id);
  });

  test('every account of a homeroom teacher in the province holds a class that exists', () => {
    const all = peopleOf((code) => code.startsWith('DB-THPT-00') || code.startsWith('DB-GDTX'));
    for (const [code, { classes, staff }] of all) {
      const unit = province.units.find((each) => each.code === code);
      const posts = province.roleAssignments.filter(
        (post) => post.unit_id === unit?.id && post.role === 'homeroomTeacher',
      );
      for (const post of posts) {
        const row = classes.find((each) => each.name === post.class_code);
        expect(staff.find((each) => each.id === row?.homeroom_staff_id)?.account_id).toBe(post.account_id);
      }
    }
  });

  test('carry telephone numbers that no network has', () => {
    for (const { phone } of [...lower.pupils, ...lower.guardians, ...lower.staff])
      if (phone !== null) expect(phone).toMatch(/^0100\d{6}$/);
    expect(nobodysPhone(openDraws('x'), 'somebody')).toMatch(/^0100\d{6}$/);
  });

  test('are the same for the same seed, whoever else is made, and others for another seed', () => {
    expect(peopleOf((code) => code === codes.lower).get(codes.lower)).toEqual(lower);
    const other = peopleOf((code) => code === codes.lower, { ...demoOptions, seed: 'another' }).get(
      codes.lower,
    );
    expect(other?.pupils.map((row) => row.full_name)).not.toEqual(lower.pupils.map((row) => row.full_name));
    const few = { ...demoOptions, people: 'few' as const, demo: false };
    const unlinked = peopleOf((code) => code === codes.upper, few).get(codes.upper);
    expect(unlinked?.staff.map((row) => row.full_name)).toEqual(upper.staff.map((row) => row.full_name));
    expect(unlinked?.staff.every((row) => row.account_id === null)).toBe(true);
  });

  test('of any small province fit together', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (seed, communes) => {
        const options = { seed, communes: dienBienCommunes.slice(0, communes), schools: communes * 3 };
        const known = new Set(generateProvince(options).accounts.map((account) => account.id));
        for (const { people } of generateSchoolPeople(options)) {
          expect(faults(people)).toEqual([]);
          for (const { account_id } of people.staff)
            expect(account_id === null || known.has(account_id)).toBe(true);
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('the whole province', () => {
  const figures = {
    lower: 0,
    upper: 0,
    lowerClasses: 0,
    upperClasses: 0,
    teachers: 0,
    staff: 0,
    disabled: 0,
    away: 0,
  };
  const groups = new Map<string, number>();
  const subjects = new Map<string, number>();
  const [identities, sectors] = [new Set<string>(), new Set<string>()];
  let [people, linked] = [0, 0];
  for (const { school, people: own } of generateSchoolPeople(demoOptions)) {
    people += own.pupils.length + own.staff.length;
    for (const row of [...own.pupilsPrivate, ...own.staffPrivate]) identities.add(row.identity_number);
    for (const row of own.pupils) sectors.add(row.sector_code);
    for (const row of own.staff) sectors.add(row.code);
    linked += own.staff.filter((row) => row.account_id !== null).length;
    for (const { ethnic_group } of own.pupilsPrivate)
      groups.set(ethnic_group, (groups.get(ethnic_group) ?? 0) + 1);
    for (const { subject_code } of own.staffSubjects)
      subjects.set(subject_code, (subjects.get(subject_code) ?? 0) + 1);
    figures.staff += own.staff.length;
    if (school.school_kind === 'vocContinuingCentre') continue;
    const lowerClasses = new Set(own.classes.filter(({ grade }) => grade <= 9).map(({ id }) => id));
    figures.lowerClasses += lowerClasses.size;
    figures.upperClasses += own.classes.length - lowerClasses.size;
    const first = new Map(own.enrolments.toReversed().map((row) => [row.pupil_id, row.class_id]));
    for (const classId of first.values()) figures[lowerClasses.has(classId) ? 'lower' : 'upper']++;
    figures.teachers += own.staff.filter(({ post }) => post === 'teacher').length;
    figures.disabled += own.circumstances.filter(({ kind }) => kind === 'disability').length;
    figures.away += own.pupils.filter(({ status }) => status === 'away').length;
  }

  test('has the pupils, classes and people of the published figures', () => {
    expect(figures.lower).toBe(54_400);
    expect(figures.upper).toBe(20_700);
    expect(Math.abs(figures.lowerClasses - 1472)).toBeLessThan(30);
    expect(Math.abs(figures.upperClasses - 538)).toBeLessThan(12);
    expect(Math.abs(figures.staff - 6000)).toBeLessThan(300);
    expect(figures.disabled / (figures.lower + figures.upper)).toBeCloseTo(0.005, 2);
    expect(figures.away).toBeGreaterThan(100);
  });

  test('has no identity number and no code twice', () => {
    expect(identities.size).toBe(people);
    expect(sectors.size).toBe(people);
    for (const number of identities) if (!/^011[0-3]\d{8}$/.test(number)) expect(number).toBe('well formed');
  });

  test('lacks teachers of English, computing, music and art more than of mathematics and literature', () => {
    const per = (code: string, periods: number) => (subjects.get(code) ?? 0) / periods;
    const full = per('MATH', 4);
    expect(per('FL1', 3)).toBeLessThan(0.95 * full);
    expect(per('ART', 2)).toBeLessThan(0.6 * full);
    expect(per('MUS', 1)).toBeLessThan(0.3 * full);
  });

  test('is of the ethnic groups of the province: seven of eight belong to a minority', () => {
    const all = [...groups.values()].reduce((sum, count) => sum + count, 0);
    const share = (group: string) => (groups.get(group) ?? 0) / all;
    expect(1 - share('01')).toBeGreaterThan(0.83);
    expect(1 - share('01')).toBeLessThan(0.9);
    expect(share('03')).toBeGreaterThan(0.3);
    expect(share('08')).toBeGreaterThan(0.3);
    expect(share('50')).toBeGreaterThan(0);
    expect(groups.size).toBeGreaterThanOrEqual(13);
  });

  test('links every account of somebody who works in a school', () => {
    const schools = new Set(
      province.units
        .filter((unit) => unit.kind === 'school' || unit.kind === 'subjectTeam')
        .map((unit) => unit.id),
    );
    const working = new Set(
      province.roleAssignments
        .filter((post) => schools.has(post.unit_id) && post.role !== 'pupil' && post.role !== 'guardian')
        .map((post) => post.account_id),
    );
    expect(linked).toBe(working.size);
  });
});

test('an identity number tells century, sex and year', () => {
  const draws = openDraws('numbers');
  const number = (birthDate: string, sex: 'female' | 'male') =>
    identityNumber(draws, { birthDate, sex }, 0, 0);
  expect(number('1975-03-01', 'male')).toMatch(/^011075\d{6}$/);
  expect(number('1975-03-01', 'female')).toMatch(/^011175\d{6}$/);
  expect(number('2012-03-01', 'male')).toMatch(/^011212\d{6}$/);
  expect(number('2012-03-01', 'female')).toMatch(/^011312\d{6}$/);
  expect(() => identityNumber(draws, { birthDate: '2012-03-01', sex: 'male' }, 0, 5_000)).toThrow(
    /no number left/,
  );
});

test('parts of a division add up and follow the weights', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 }),
      (total, weights) => {
        const parts = divide(total, weights);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (total * (weights[at] ?? 0)) / sum)).toBeLessThanOrEqual(1);
      },
    ),
  );
  expect(() => divide(3, [0, 0])).toThrow(RangeError);
});

test('nothing has happened to pupils after the day the year has come to', () => {
  const until = '2025-12-15';
  const halfway = peopleOf((code) => code === codes.lower, { ...demoOptions, until }).get(codes.lower)!;
  const days = (people: SchoolPeople) => [
    ...people.movements.map((row) => row.happened_on),
    ...people.enrolments.flatMap((row) => [row.starts_on, row.ends_on ?? row.starts_on]),
  ];
  expect(faults(halfway)).toEqual([]);
  expect(days(halfway).filter((day) => day > until)).toEqual([]);
  expect(days(lower).some((day) => day > until)).toBe(true);
});

import { dayAfter, drawDay, identityNumber, nobodysPhone, sectorCode } from './numbers.ts';
import { accountPath, teacherName, userPart } from './people-rows.ts';
import type { StaffPostingRow, StaffPrivateRow, StaffRow, StaffSubjectRow } from './people-tables.ts';
import { type Person, workingPerson } from './person-names.ts';
import { owned, type SchoolContext } from './school-context.ts';
import type { PlannedTeacher, Training } from './staff-plan.ts';
import { qualificationsOf } from './teaching-subjects.ts';

export interface SchoolStaff {
  readonly staff: readonly StaffRow[];
  readonly staffPrivate: readonly StaffPrivateRow[];
  readonly staffSubjects: readonly StaffSubjectRow[];
  readonly staffPostings: readonly StaffPostingRow[];
  /** Id of the homeroom teacher by class name. */
  readonly homeroomOf: ReadonlyMap<string, string>;
}

type Level = PlannedTeacher['level'];

/** Teachers of these lend a hand where a neighbouring school has nobody. */
const scarce: ReadonlySet<Training> = new Set(['english', 'informatics', 'music', 'fineArts']);

/**
 * Everybody who works in a school: managers, the teachers of the plan, employees. Whoever has an account is the person of
 * that account. HĐTN-HN and local content are taught by all, so nobody has a row for them.
 */
export function staffRows(context: SchoolContext): SchoolStaff {
  const { draws, units, plan, schoolYear } = context;
  const { school, teams } = units;
  const key = userPart(units.unit);
  const own = owned(context);
  const staff: StaffRow[] = [];
  const staffPrivate: StaffPrivateRow[] = [];
  const staffSubjects: StaffSubjectRow[] = [];
  const staffPostings: StaffPostingRow[] = [];
  const homeroomOf = new Map<string, string>();

  function add(name: string, post: string, teamId: string | null, level: Level): StaffRow {
    const path = `staff/${name}`;
    const id = draws.id(path);
    const person = workingPerson(draws, accountPath(name));
    const work = workOf(context, path, person, post, level);
    const serial = staff.length;
    const row: StaffRow = {
      id,
      ...own,
      account_id: context.accountOf(accountPath(name)),
      team_id: teamId,
      code: sectorCode(draws, 'staff', context.number, serial),
      full_name: person.name,
      sex: person.sex,
      post,
      ...work,
      phone: nobodysPhone(draws, `${path}/phone`),
    };
    staff.push(row);
    staffPrivate.push({
      staff_id: id,
      ...own,
      identity_number: identityNumber(
        draws,
        { sex: person.sex, birthDate: work.birth_date },
        context.number,
        serial,
      ),
      ethnic_group: person.ethnicGroup,
    });
    return row;
  }

  function teaches(row: StaffRow, training: Training, level: Level): void {
    const both = school.kind === 'combinedSecondary' && level === 'upper';
    const levels: readonly Level[] = both ? ['upper', 'lower'] : [level];
    const seen = new Map<string, StaffSubjectRow>();
    for (const each of levels) {
      for (const { subject, strand, basis } of qualificationsOf(draws, `staff/${row.id}`, training, each)) {
        const before = seen.get(`${subject}/${strand}`);
        seen.set(`${subject}/${strand}`, {
          staff_id: row.id,
          ...own,
          subject_code: subject,
          strand,
          lower_level: each === 'lower' || before?.lower_level === true,
          upper_level: each === 'upper' || before?.upper_level === true,
          basis,
        });
      }
    }
    staffSubjects.push(...seen.values());
  }

  const mainLevel: Level = units.unit.teaches_upper ? 'upper' : 'lower';
  const managed: readonly Training[] = [
    'mathematics',
    'literature',
    'history',
    'biology',
    'geography',
    'physics',
  ];
  teaches(
    add(`hieutruong.${key}`, 'principal', null, mainLevel),
    draws.pick(`${key}/principal`, managed),
    mainLevel,
  );
  for (let at = 1; at <= vicePrincipals(context); at++) {
    const name = at === 1 ? `phohieutruong.${key}` : `phohieutruong${at}.${key}`;
    const team = at === 1 ? (teams.at(-1)?.id ?? null) : null;
    const training = at === 1 ? 'physicalEducation' : draws.pick(`${key}/vice/${at}`, managed);
    teaches(add(name, 'vicePrincipal', team, mainLevel), training, mainLevel);
  }
  add(`vanthu.${key}`, 'clerk', null, mainLevel);

  for (const { team, place, training, level } of plan.teachers) {
    const row = add(teacherName(key, team, place), 'teacher', teams[team - 1]?.id ?? null, level);
    teaches(row, training, level);
    const className = plan.homerooms.get(`${team}.${place}`);
    if (className) homeroomOf.set(className, row.id);
    const posting = postingOf(row, training);
    if (posting) staffPostings.push(posting);
  }
  for (const [post, count] of employees(context)) {
    for (let at = 1; at <= count; at++) add(`${post.toLowerCase()}.${key}.${at}`, post, null, mainLevel);
  }
  return {
    staff,
    staffPrivate,
    staffSubjects,
    staffPostings,
    homeroomOf,
  };

  function postingOf(row: StaffRow, training: Training): StaffPostingRow | undefined {
    const path = `staff/${row.id}/posting`;
    if (!scarce.has(training) || draws.number(path, 100) >= 22) return undefined;
    const level = units.unit.teaches_upper;
    const host = context.neighbours.find(
      (other) =>
        other.units.unit.teaches_upper === level &&
        other.units.unit.parent_id === units.unit.parent_id &&
        !other.plan.teachers.some((teacher) => teacher.training === training),
    );
    if (!host) return undefined;
    return {
      id: draws.id(path),
      staff_id: row.id,
      unit_id: host.units.unit.id,
      department_id: row.department_id,
      school_year_id: schoolYear.id,
      periods_per_week: 4 + draws.number(`${path}/periods`, 5),
      decision: `Quyết định số ${100 + draws.number(`${path}/decision`, 900)}/QĐ-${level ? 'SGDĐT' : 'UBND'} ngày 28/8/2025`,
      starts_on: schoolYear.opens_on,
      ends_on: schoolYear.ends_on,
    };
  }
}

/** Two from 18 classes, three in large upper schools; boarding schools have two (NĐ 120/2020/NĐ-CP, in round figures). */
function vicePrincipals({ units, plan }: SchoolContext): number {
  const classes = plan.classes.length;
  if (units.school.kind === 'specialised' || (units.unit.teaches_upper && classes >= 27)) return 3;
  const boarding = units.school.kind === 'ethnicBoardingLower' || units.school.kind === 'ethnicBoardingUpper';
  return classes >= 18 || boarding ? 2 : 1;
}

/** Employees besides the clerk, by post: at most those of TT 20/2023/TT-BGDĐT, and those who cook and watch at boarding schools. */
function employees({ draws, units, plan }: SchoolContext): [post: string, count: number][] {
  const { school, unit } = units;
  const pupils = plan.classes.reduce((sum, { pupils }) => sum + pupils, 0);
  const luck = (post: string, percent: number) =>
    draws.number(`${school.code}/${post}`, 100) < percent ? 1 : 0;
  const centre = school.kind === 'vocContinuingCentre';
  const boarding = school.kind === 'ethnicBoardingLower' || school.kind === 'ethnicBoardingUpper';
  return [
    ['youthLeader', unit.teaches_lower && !unit.teaches_upper ? 1 : 0],
    ['accountant', 1],
    [
      'equipmentOfficer',
      centre ? 0 : school.kind === 'specialised' ? 4 : boarding ? 2 : luck('equipment', 70),
    ],
    ['librarian', centre ? 0 : luck('library', 75)],
    ['nurse', luck('nurse', boarding ? 100 : 65)],
    ['counsellor', luck('counsellor', 15)],
    ['inclusiveSupport', centre ? 0 : luck('inclusive', 6)],
    [
      'boardingStaff',
      boarding
        ? 6 + Math.floor(pupils / 60)
        : school.kind === 'ethnicSemiBoarding'
          ? 3 + Math.floor(pupils / 120)
          : 0,
    ],
    ['other', pupils > 300 ? 2 : 1],
  ];
}

function workOf(
  { draws, units, schoolYear }: SchoolContext,
  path: string,
  person: Person,
  post: string,
  level: Level,
): Pick<
  StaffRow,
  | 'birth_date'
  | 'employment'
  | 'qualification'
  | 'teacher_trained'
  | 'on_probation'
  | 'infant_until'
  | 'joined_on'
> {
  const head = post === 'principal' || post === 'vicePrincipal';
  const teaching = head || post === 'teacher' || post === 'youthLeader';
  const age = head
    ? 38 + draws.number(`${path}/age`, 20)
    : 23 + Math.floor((draws.number(`${path}/age`, 38) + draws.number(`${path}/age/2`, 38)) / 2);
  const birthDate = drawDay(draws, `${path}/birth`, `${2025 - age}-01-01`, `${2026 - age}-01-01`);
  const years = draws.number(`${path}/years`, Math.max(1, age - 22));
  const probation = post === 'teacher' && age < 27 && draws.number(`${path}/probation`, 100) < 45;
  const joined = probation
    ? schoolYear.starts_on
    : drawDay(draws, `${path}/joined`, `${2024 - years}-07-01`, `${2025 - years}-07-01`);
  const mother =
    person.sex === 'female' && age >= 24 && age <= 38 && !head && draws.number(`${path}/infant`, 100) < 7;
  const draw = draws.number(`${path}/qualification`, 1000);
  const below = level === 'lower' ? 52 : 1;
  const master = head ? 250 : units.unit.teaches_upper ? 180 : 30;
  const employee = (['intermediate', 'college', 'bachelor'] as const)[draw % 3] ?? 'college';
  return {
    birth_date: birthDate,
    employment:
      draws.number(`${path}/employment`, 100) < (teaching ? 5 : 40) && !head ? 'contract' : 'tenured',
    qualification:
      post === 'boardingStaff' || post === 'other'
        ? draw < 600
          ? 'none'
          : 'intermediate'
        : !teaching
          ? employee
          : draw < below && !head
            ? 'college'
            : draw >= 1000 - master
              ? 'master'
              : 'bachelor',
    teacher_trained: teaching && (head || draws.number(`${path}/trained`, 100) >= 1),
    on_probation: probation,
    infant_until: mother
      ? dayAfter(schoolYear.opens_on, 20 + draws.number(`${path}/infant/until`, 330))
      : null,
    joined_on: joined,
  };
}

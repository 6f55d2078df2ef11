import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';
import type { Person, Said } from '#tests/harness/served.ts';
import { addClass, addPupil, addStaff } from '../people/testing.ts';
import { holderOf, nameOf, province, unitOf } from '../plan/testing.ts';

/** A lower-secondary school of the small province, two of its teachers, and another school. */
export const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
export const otherSchool = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id !== school.parent_id,
);
const teams = province.units.filter(
  ({ kind, parent_id }) => kind === 'subjectTeam' && parent_id === school.id,
);
export const here = { id: school.id, departmentId: province.departmentId };
export const { schoolYearId } = province;

/** User names in that school. */
export const names = {
  principal: nameOf(school, 'principal'),
  vicePrincipal: nameOf(school, 'vicePrincipal'),
  /** Teaches MATH and PE to the class. */
  maths: nameOf(teams[0]!, 'teacher'),
  /** Teaches HISGEO, the strand of history only; homeroom teacher of the class. */
  history: nameOf(teams[1]!, 'teacher'),
  elsewhere: nameOf(otherSchool, 'principal'),
  /** Of the commune that manages the school. */
  commune: nameOf(
    unitOf('commune', ({ id }) => id === school.parent_id),
    'communeOfficer',
  ),
} as const;

export interface Ground {
  readonly classId: string;
  readonly otherClassId: string;
  /** By roll number. */
  readonly pupils: readonly string[];
  readonly strangerId: string;
  readonly staff: { readonly maths: string; readonly history: string };
}

/** A class of five with its teachers by a published assignment, and a class beside it that neither of them teaches. */
export async function makeGround(db: TestDatabase, size = 5): Promise<Ground> {
  // With one teacher a team everybody leads one; here they only teach, so that signing in opens the teacher's view.
  await db.owner.query(
    `DELETE FROM identity.role_assignment WHERE role = 'teamLead' AND unit_id = ANY ($1)`,
    [teams.map(({ id }) => id)],
  );
  const staff = {
    maths: await addStaff(db, here, { account_id: holderOf(teams[0]!, 'teacher'), full_name: 'Vàng A Toán' }),
    history: await addStaff(db, here, { account_id: holderOf(teams[1]!, 'teacher'), full_name: 'Lò Thị Sử' }),
  };
  const classId = await addClass(db, here, schoolYearId, { name: '6A1', homeroom_staff_id: staff.history });
  const otherClassId = await addClass(db, here, schoolYearId, { name: '6A2' });
  const pupils: string[] = [];
  for (let number = 1; number <= size; number += 1) {
    pupils.push(
      await addPupil(
        db,
        here,
        { classId, schoolYearId },
        { full_name: `Giàng A Thử ${String.fromCharCode(64 + number)}` },
      ),
    );
  }
  await db.owner.query(
    `UPDATE people.enrolment e SET roll_number = n.number FROM unnest($1::uuid[]) WITH ORDINALITY AS n (id, number) WHERE n.id = e.pupil_id`,
    [pupils],
  );
  const strangerId = await addPupil(
    db,
    here,
    { classId: otherClassId, schoolYearId },
    { full_name: 'Thào Thị Khác' },
  );
  await db.owner.query(
    `INSERT INTO staffing.assignment_plan (id, unit_id, department_id, school_year_id, state, published_at, changed_at)
     VALUES ($1, $2, $3, $4, 'published', '2025-08-30', '2025-08-30')`,
    [uuidv7(), here.id, here.departmentId, schoolYearId],
  );
  await assign(db, classId, 'MATH', staff.maths);
  await assign(db, classId, 'PE', staff.maths);
  await assign(db, classId, 'HISGEO', staff.history, 'history');
  return { classId, otherClassId, pupils, strangerId, staff };
}

/** One row of the teaching assignment, in both semesters. */
export async function assign(
  { owner }: TestDatabase,
  classId: string,
  subject: string,
  staffId: string,
  strand = '',
): Promise<void> {
  await owner.query(
    `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, strand, staff_id, periods_1, periods_2)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 2, 2)`,
    [uuidv7(), here.id, here.departmentId, schoolYearId, classId, subject, strand, staffId],
  );
}

/** The electives that a class of upper-secondary grade takes. */
export async function choose(
  { owner }: TestDatabase,
  classId: string,
  codes: readonly string[],
  at = here,
): Promise<void> {
  for (const code of codes)
    await owner.query(
      `INSERT INTO curriculum.class_choice (id, unit_id, department_id, class_id, kind, subject_code) VALUES ($1, $2, $3, $4, 'elective', $5)`,
      [uuidv7(), at.id, at.departmentId, classId, code],
    );
}

/** A confirmed group of an elective block of grade 10; gives its id. */
export async function addElectiveGroup(
  { owner }: TestDatabase,
  subjectCode: string,
  staffId: string,
  pupils: readonly string[],
  block: string,
): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, block, name, size_limit,
       periods_per_week, state, teacher_id) VALUES ($1, $2, $3, $4, 'elective', $5, 10, $7, $5, 45, 2, 'confirmed', $6)`,
    [id, here.id, here.departmentId, schoolYearId, subjectCode, staffId, block],
  );
  await owner.query(
    `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
     SELECT $1, p, $3, $4, 'decision', 'Quyết định 14', a.id, '2025-09-01' FROM unnest($2::uuid[]) p, identity.account a WHERE a.username = $5`,
    [id, pupils, here.id, here.departmentId, names.principal],
  );
  return id;
}

/** Address of a sheet. */
export function sheetAddress(classId: string, subject: string, semester: 1 | 2 = 1): string {
  return `/api/gradebook/sheets/${classId}/${subject}/${semester}`;
}

/** `[pupil, place, value, was]` as cells of a command. */
export function cellsOf(rows: readonly (readonly [string, string, string, string?])[]) {
  return { cells: rows.map(([pupilId, place, value, was = '']) => ({ pupilId, place, was, value })) };
}

/** Sends PUT as the screens do. */
export function put(person: Person, url: string, body: object): Promise<Said> {
  return person.raw({
    method: 'PUT' as 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';

/** Rows for tests of people and of the modules above; columns as given, the rest as a plain ordinary case. */

interface Place {
  readonly id: string;
  readonly departmentId: string;
}

type Columns = Readonly<Record<string, unknown>>;

async function insert({ owner }: TestDatabase, table: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  await owner.query(
    `INSERT INTO people.${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(columns),
  );
}

/** A staff member of `school`: a tenured teacher, unless other columns are given. Gives the id. */
export async function addStaff(db: TestDatabase, school: Place, columns: Columns = {}): Promise<string> {
  const id = uuidv7();
  await insert(db, 'staff_member', {
    id,
    unit_id: school.id,
    department_id: school.departmentId,
    full_name: 'Lò Thị Thử',
    sex: 'female',
    birth_date: '1985-03-02',
    post: 'teacher',
    employment: 'tenured',
    qualification: 'bachelor',
    joined_on: '2010-09-01',
    ...columns,
  });
  return id;
}

/** The private part of a staff member. */
export function addStaffPrivate(
  db: TestDatabase,
  school: Place,
  staffId: string,
  columns: Columns = {},
): Promise<void> {
  return insert(db, 'staff_private', {
    staff_id: staffId,
    unit_id: school.id,
    department_id: school.departmentId,
    ethnic_group: '03',
    ...columns,
  });
}

/** An ordinary class of grade 6 in `schoolYearId`, unless other columns are given. Gives the id. */
export async function addClass(
  db: TestDatabase,
  school: Place,
  schoolYearId: string,
  columns: Columns = {},
): Promise<string> {
  const id = uuidv7();
  await insert(db, 'school_class', {
    id,
    unit_id: school.id,
    department_id: school.departmentId,
    school_year_id: schoolYearId,
    grade: 6,
    name: '6A1',
    ...columns,
  });
  return id;
}

/** A pupil who sits in a class since the year began. Gives the id of the pupil. */
export async function addPupil(
  db: TestDatabase,
  school: Place,
  place: { classId: string; schoolYearId: string; ethnicGroup?: string },
  columns: Columns = {},
): Promise<string> {
  const id = uuidv7();
  const unit = { unit_id: school.id, department_id: school.departmentId };
  await insert(db, 'pupil', {
    id,
    ...unit,
    full_name: 'Giàng A Thử',
    sex: 'male',
    birth_date: '2013-05-04',
    ...columns,
  });
  await insert(db, 'pupil_private', { pupil_id: id, ...unit, ethnic_group: place.ethnicGroup ?? '08' });
  await insert(db, 'enrolment', {
    id: uuidv7(),
    pupil_id: id,
    ...unit,
    school_year_id: place.schoolYearId,
    class_id: place.classId,
    starts_on: '2025-08-25',
  });
  return id;
}

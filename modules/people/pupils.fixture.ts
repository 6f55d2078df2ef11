import { v7 as uuidv7 } from 'uuid';
import { fixedClock } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import type { Role } from '#rules/identity-access';
import type { TestDatabase } from '#tests/harness/database.ts';
import { actorOf } from '../identity-access/testing.ts';
import { nameOf, province, unitOf } from '../plan/testing.ts';
import type { Acting } from './actions/acting.ts';
import { addClass, addPupil } from './testing.ts';

/** Two lower-secondary schools of the small province, with classes 6A to 9A and one pupil in each. */
export interface TwoSchools {
  readonly yearId: string;
  readonly nextYearId: string;
  readonly here: TestSchool;
  readonly there: TestSchool;
}

export interface TestSchool {
  readonly id: string;
  readonly departmentId: string;
  readonly classes: Readonly<Record<'6A' | '7A' | '8A' | '9A', string>>;
  /** One pupil of each class. */
  readonly pupils: Readonly<Record<'6A' | '7A' | '8A' | '9A', string>>;
}

const grades = { '6A': 6, '7A': 7, '8A': 8, '9A': 9 } as const;
const names = {
  '6A': 'Lò Văn Ánh',
  '7A': 'Giàng A Chua',
  '8A': 'Quàng Thị Đông',
  '9A': 'Sùng Thị Ất',
} as const;

async function fillSchool(db: TestDatabase, unitId: string, yearId: string): Promise<TestSchool> {
  const school = { id: unitId, departmentId: province.departmentId };
  const classes: Record<string, string> = {};
  const pupils: Record<string, string> = {};
  for (const [name, grade] of Object.entries(grades)) {
    const classId = await addClass(db, school, yearId, { name, grade });
    classes[name] = classId;
    const fullName = names[name as keyof typeof names];
    pupils[name] = await addPupil(db, school, { classId, schoolYearId: yearId }, { full_name: fullName });
  }
  return { ...school, classes, pupils } as TestSchool;
}

/** Fills two schools and adds the school year after the present one. */
export async function twoSchools(db: TestDatabase): Promise<TwoSchools> {
  const yearId = province.schoolYearId;
  const nextYearId = uuidv7();
  await db.owner.query(
    `INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note)
     VALUES ($1, $2, '2026-2027', '2026-08-25', '2026-09-05', '2027-05-31', 'Khung thử')`,
    [nextYearId, province.departmentId],
  );
  const first = unitOf('school', ({ teaches_lower, teaches_upper }) => teaches_lower && !teaches_upper);
  const second = unitOf(
    'school',
    ({ id, teaches_lower, teaches_upper }) => id !== first.id && teaches_lower && !teaches_upper,
  );
  return {
    yearId,
    nextYearId,
    here: await fillSchool(db, first.id, yearId),
    there: await fillSchool(db, second.id, yearId),
  };
}

/** Does something as the holder of `role` in a unit, at a moment; committed. */
export async function actAs<Result>(
  db: TestDatabase,
  who: { unit: { id: string }; role: Role; at?: string },
  work: (tx: WriteTx, acting: Acting) => Promise<Result>,
): Promise<Result> {
  const now = fixedClock(who.at ?? '2025-10-01T08:00:00+07:00').now();
  const { actor, settings } = await actorOf(db, nameOf(who.unit, who.role), { now, role: who.role });
  return db.database.write(settings, (tx) => work(tx, { actor, now }));
}

/** The code of the refusal that a promise ends in; fails when it does not. */
export function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'nothing was refused',
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && 'shape' in error) return String(error.code);
      throw error;
    },
  );
}

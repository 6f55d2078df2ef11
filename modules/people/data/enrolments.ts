import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface EnrolmentStep {
  readonly id: string;
  readonly schoolYear: string;
  readonly unitName: string;
  readonly className: string;
  readonly grade: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endedAs: 'classChanged' | 'transferred' | 'droppedOut' | 'completed' | 'cancelled' | null;
  readonly repeating: boolean;
}

/** Every class a pupil sat in, in whichever school, from the first on. */
export async function listEnrolments(tx: ReadTx, pupilId: string): Promise<EnrolmentStep[]> {
  const { rows } = await sql<EnrolmentStep>`
    SELECT id, school_year AS "schoolYear", unit_name AS "unitName", class_name AS "className", grade, starts_on AS "startsOn",
      ends_on AS "endsOn", ended_as AS "endedAs", repeating FROM people.enrolments_of(${pupilId})`.execute(
    tx,
  );
  return rows;
}

export type MovementKind =
  | 'enrolled'
  | 'classChanged'
  | 'transferredOut'
  | 'transferredIn'
  | 'droppedOut'
  | 'returned'
  | 'promoted'
  | 'repeated'
  | 'graduated'
  | 'leftProvince';

export interface MovementStep {
  readonly id: string;
  readonly kind: MovementKind;
  readonly happenedOn: string;
  readonly schoolYear: string;
  readonly unitName: string;
  readonly fromClass: string | null;
  readonly toClass: string | null;
  readonly otherUnitName: string | null;
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

/** Every coming and going of a pupil, in whichever school, from the first on. */
export async function listMovementsOf(tx: ReadTx, pupilId: string): Promise<MovementStep[]> {
  const { rows } = await sql<MovementStep>`
    SELECT id, kind, happened_on AS "happenedOn", school_year AS "schoolYear", unit_name AS "unitName", from_class AS "fromClass",
      to_class AS "toClass", other_unit_name AS "otherUnitName", reason, recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM people.movements_of(${pupilId})`.execute(tx);
  return rows;
}

export interface ClassRef {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly grade: number;
  readonly schoolYearId: string;
  readonly yearStartsOn: string;
  readonly yearEndsOn: string;
}

/** A class of a school; undefined: no such class there, also when another school has it. */
export async function selectClassRefOptional(
  tx: ReadTx,
  unitId: string,
  classId: string,
): Promise<ClassRef | undefined> {
  const { rows } = await sql<ClassRef>`
    SELECT c.id, c.unit_id AS "unitId", c.name, c.grade, c.school_year_id AS "schoolYearId", y.starts_on AS "yearStartsOn",
      y.ends_on AS "yearEndsOn"
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
    WHERE c.id = ${classId} AND c.unit_id = ${unitId}`.execute(tx);
  return rows[0];
}

export interface NewEnrolment {
  readonly id: string;
  readonly pupilId: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly classId: string;
  readonly startsOn: string;
}

export async function insertEnrolment(tx: WriteTx, row: NewEnrolment): Promise<void> {
  await sql`
    INSERT INTO people.enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, starts_on)
    VALUES (${row.id}, ${row.pupilId}, ${row.unitId}, ${row.departmentId}, ${row.schoolYearId}, ${row.classId}, ${row.startsOn})`.execute(
    tx,
  );
}

export async function closeEnrolment(
  tx: WriteTx,
  enrolmentId: string,
  end: { on: string; as: NonNullable<EnrolmentStep['endedAs']> },
): Promise<void> {
  await sql`UPDATE people.enrolment SET ends_on = ${end.on}, ended_as = ${end.as} WHERE id = ${enrolmentId}`.execute(
    tx,
  );
}

export interface NewMovement {
  readonly id: string;
  readonly pupilId: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly kind: MovementKind;
  readonly happenedOn: string;
  readonly fromClassId: string | null;
  readonly toClassId: string | null;
  readonly reason: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export async function insertMovement(tx: WriteTx, row: NewMovement): Promise<void> {
  await sql`
    INSERT INTO people.movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, from_class_id, to_class_id,
      reason, recorded_by, recorded_at)
    VALUES (${row.id}, ${row.pupilId}, ${row.unitId}, ${row.departmentId}, ${row.schoolYearId}, ${row.kind}, ${row.happenedOn},
      ${row.fromClassId}, ${row.toClassId}, ${row.reason}, ${row.recordedBy}, ${row.recordedAt})`.execute(tx);
}

/** The last school year a pupil was enrolled in with its end, to come back into; undefined: never enrolled. */
export async function selectLastEnrolmentOptional(
  tx: ReadTx,
  pupilId: string,
): Promise<{ endsOn: string | null; endedAs: string | null; classId: string } | undefined> {
  const { rows } = await sql<{ endsOn: string | null; endedAs: string | null; classId: string }>`
    SELECT ends_on AS "endsOn", ended_as AS "endedAs", class_id AS "classId" FROM people.enrolments_of(${pupilId})
    ORDER BY starts_on DESC, id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

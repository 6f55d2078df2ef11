import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { DutyKind } from '../rules/index.ts';

export interface Duty {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly staffId: string;
  readonly kind: DutyKind;
  readonly periods: number;
  readonly paid: boolean;
  readonly note: string | null;
  readonly version: number;
}

const columns = sql`d.id, d.unit_id AS "unitId", d.department_id AS "departmentId", d.school_year_id AS "schoolYearId",
  d.staff_id AS "staffId", d.kind, d.periods_per_week::float8 AS periods, d.paid, d.note, d.version`;

export async function selectDutyOptional(tx: ReadTx, dutyId: string): Promise<Duty | undefined> {
  const { rows } = await sql<Duty>`SELECT ${columns} FROM staffing.duty d WHERE d.id = ${dutyId}`.execute(tx);
  return rows[0];
}

/** Adds a duty; undefined: the person already holds one of that kind this year. */
export async function insertDuty(tx: WriteTx, duty: Duty): Promise<Duty | undefined> {
  const { rows } = await sql<Duty>`
    INSERT INTO staffing.duty AS d (id, unit_id, department_id, school_year_id, staff_id, kind, periods_per_week, paid, note)
    VALUES (${duty.id}, ${duty.unitId}, ${duty.departmentId}, ${duty.schoolYearId}, ${duty.staffId}, ${duty.kind}, ${duty.periods},
      ${duty.paid}, ${duty.note})
    ON CONFLICT (staff_id, school_year_id, kind) DO NOTHING RETURNING ${columns}`.execute(tx);
  return rows[0];
}

/** Saves when the duty still has `version`; undefined: changed meanwhile. */
export async function updateDuty(tx: WriteTx, duty: Duty): Promise<Duty | undefined> {
  const { rows } = await sql<Duty>`
    UPDATE staffing.duty d SET periods_per_week = ${duty.periods}, paid = ${duty.paid}, note = ${duty.note}, version = version + 1
    WHERE d.id = ${duty.id} AND d.version = ${duty.version} RETURNING ${columns}`.execute(tx);
  return rows[0];
}

export async function deleteDuty(tx: WriteTx, dutyId: string, version: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM staffing.duty WHERE id = ${dutyId} AND version = ${version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

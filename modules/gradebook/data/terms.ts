import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Term {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly lockedAt: string | null;
  readonly note: string | null;
  /** 0: the school has set nothing. */
  readonly version: number;
}

export interface TermKey {
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly semester: 1 | 2;
}

/** Days of a semester, and the school's term if it has one. Undefined: the year has no such semester. */
export async function selectTermOptional(
  tx: ReadTx,
  { unitId, schoolYearId, semester }: TermKey,
): Promise<{ startsOn: string; endsOn: string; own: Term | null } | undefined> {
  const { rows } = await sql<{ startsOn: string; endsOn: string; own: Term | null }>`
    SELECT s.starts_on AS "startsOn", s.ends_on AS "endsOn",
      CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('opensOn', t.opens_on, 'closesOn', t.closes_on, 'lockedAt', t.locked_at,
        'note', t.note, 'version', t.version) END AS own
    FROM organisation.semester s
    LEFT JOIN gradebook.term t ON t.school_year_id = s.school_year_id AND t.semester = s.number AND t.unit_id = ${unitId}
    WHERE s.school_year_id = ${schoolYearId} AND s.number = ${semester}`.execute(tx);
  return rows[0];
}

/** Writes the school's term; undefined: its version was no longer the one given (0: there was none). */
export async function writeTerm(
  tx: WriteTx,
  { unitId, schoolYearId, semester }: TermKey,
  term: Omit<Term, 'lockedAt'> & { readonly lock: { at: Date; by: string } | null },
): Promise<Term | undefined> {
  const { rows } = await sql<Term>`
    INSERT INTO gradebook.term AS t (id, unit_id, department_id, school_year_id, semester, opens_on, closes_on, locked_at, locked_by, note, version)
    SELECT ${uuidv7()}, u.id, u.department_id, ${schoolYearId}, ${semester}, ${term.opensOn}::date, ${term.closesOn}::date,
      ${term.lock?.at ?? null}::timestamptz, ${term.lock?.by ?? null}::uuid, ${term.note}, ${term.version + 1}
    FROM organisation.unit u WHERE u.id = ${unitId}
    ON CONFLICT (unit_id, school_year_id, semester) DO UPDATE
      SET opens_on = excluded.opens_on, closes_on = excluded.closes_on, locked_at = excluded.locked_at, locked_by = excluded.locked_by,
        note = excluded.note, version = excluded.version
      WHERE t.version = excluded.version - 1
    RETURNING opens_on AS "opensOn", closes_on AS "closesOn", locked_at AS "lockedAt", note, version`.execute(
    tx,
  );
  return rows[0];
}

import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { SchoolBreak, SchoolWeek, SemesterSpan } from '../rules/index.ts';

export interface SchoolYear {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly opensOn: string;
  readonly endsOn: string;
  readonly isCurrent: boolean;
  readonly sourceNote: string;
  readonly breaks: SchoolBreak[];
  readonly version: number;
}

const columns = sql`y.id, y.name, y.starts_on AS "startsOn", y.opens_on AS "opensOn", y.ends_on AS "endsOn",
  y.is_current AS "isCurrent", y.source_note AS "sourceNote", y.breaks, y.version`;

/** Newest first. */
export async function listSchoolYears(tx: ReadTx): Promise<SchoolYear[]> {
  const { rows } = await executePrepared(
    tx,
    sql<SchoolYear>`SELECT ${columns} FROM organisation.school_year y ORDER BY y.name DESC`,
  );
  return rows;
}

export async function selectSchoolYearOptional(
  tx: ReadTx,
  by: { id: string } | { name: string } | { isCurrent: true },
): Promise<SchoolYear | undefined> {
  const condition =
    'id' in by ? sql`y.id = ${by.id}` : 'name' in by ? sql`y.name = ${by.name}` : sql`y.is_current`;
  const { rows } =
    await sql<SchoolYear>`SELECT ${columns} FROM organisation.school_year y WHERE ${condition}`.execute(tx);
  return rows[0];
}

export async function listSemesters(tx: ReadTx, schoolYearId: string): Promise<SemesterSpan[]> {
  const { rows } = await sql<SemesterSpan>`
    SELECT number, starts_on AS "startsOn", ends_on AS "endsOn", weeks FROM organisation.semester
    WHERE school_year_id = ${schoolYearId} ORDER BY number`.execute(tx);
  return rows;
}

export async function listWeeks(tx: ReadTx, schoolYearId: string): Promise<SchoolWeek[]> {
  const { rows } = await sql<SchoolWeek>`
    SELECT number, semester, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_week
    WHERE school_year_id = ${schoolYearId} ORDER BY number`.execute(tx);
  return rows;
}

/** No year is current any more; the caller makes one so. */
export async function clearCurrent(tx: WriteTx, exceptId: string): Promise<void> {
  await sql`UPDATE organisation.school_year SET is_current = false, version = version + 1
    WHERE is_current AND id <> ${exceptId}`.execute(tx);
}

/** A new year, or a known one that still has `version`; false: changed meanwhile. */
export async function saveSchoolYear(tx: WriteTx, year: SchoolYear, departmentId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO organisation.school_year AS y (id, department_id, name, starts_on, opens_on, ends_on, is_current, source_note, breaks)
    VALUES (${year.id}, ${departmentId}, ${year.name}, ${year.startsOn}, ${year.opensOn}, ${year.endsOn}, ${year.isCurrent},
      ${year.sourceNote}, ${JSON.stringify(year.breaks)}::jsonb)
    ON CONFLICT (department_id, name) DO UPDATE SET starts_on = excluded.starts_on, opens_on = excluded.opens_on,
      ends_on = excluded.ends_on, is_current = excluded.is_current, source_note = excluded.source_note, breaks = excluded.breaks,
      version = y.version + 1
      WHERE y.version = ${year.version}
    RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Puts semesters and weeks in the place of those there are. */
export async function replaceWeeks(
  tx: WriteTx,
  year: { id: string; departmentId: string },
  semesters: readonly SemesterSpan[],
  weeks: readonly SchoolWeek[],
): Promise<void> {
  await sql`DELETE FROM organisation.school_week WHERE school_year_id = ${year.id}`.execute(tx);
  await sql`DELETE FROM organisation.semester WHERE school_year_id = ${year.id}`.execute(tx);
  await sql`INSERT INTO organisation.semester (school_year_id, department_id, number, starts_on, ends_on, weeks)
    SELECT ${year.id}, ${year.departmentId}, s.number, s."startsOn", s."endsOn", s.weeks
    FROM jsonb_to_recordset(${JSON.stringify(semesters)}::jsonb) s (number int, "startsOn" date, "endsOn" date, weeks int)`.execute(
    tx,
  );
  await sql`INSERT INTO organisation.school_week (school_year_id, department_id, number, semester, starts_on, ends_on)
    SELECT ${year.id}, ${year.departmentId}, w.number, w.semester, w."startsOn", w."endsOn"
    FROM jsonb_to_recordset(${JSON.stringify(weeks)}::jsonb) w (number int, semester int, "startsOn" date, "endsOn" date)`.execute(
    tx,
  );
}

import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { EquityDimension, EquityFigure, Period, Traits } from '../rules/index.ts';

/**
 * Traits of the pupils of a school's year on a day, by pupil. Ethnic group and circumstances are sensitive: whoever may not read them gets
 * 'unknown' and 'none', so only the office of the school and the system count by them.
 */
export async function listTraits(
  tx: ReadTx,
  at: { readonly unitId: string; readonly schoolYearId: string; readonly today: string },
): Promise<Map<string, Traits>> {
  const { rows } = await sql<Traits & { pupilId: string }>`
    WITH roster AS (
      SELECT DISTINCT e.pupil_id FROM people.enrolment e WHERE e.unit_id = ${at.unitId} AND e.school_year_id = ${at.schoolYearId}
    ), circumstance AS (
      SELECT c.pupil_id, array_agg(c.kind) AS kinds FROM people.pupil_circumstance c JOIN roster USING (pupil_id)
      WHERE c.starts_on <= ${at.today}::date AND (c.ends_on IS NULL OR c.ends_on >= ${at.today}::date) GROUP BY 1
    )
    SELECT p.id AS "pupilId", p.sex, coalesce(v.ethnic_group, 'unknown') AS ethnic,
      CASE WHEN 'poorHousehold' = ANY (c.kinds) THEN 'poorHousehold' WHEN 'nearPoorHousehold' = ANY (c.kinds) THEN 'nearPoorHousehold'
        ELSE 'none' END AS poverty,
      CASE WHEN 'boarder' = ANY (c.kinds) THEN 'boarder' WHEN 'semiBoarder' = ANY (c.kinds) THEN 'semiBoarder' ELSE 'none' END AS boarding,
      CASE WHEN 'disability' = ANY (c.kinds) THEN 'disability' ELSE 'none' END AS disability
    FROM roster r JOIN people.pupil p ON p.id = r.pupil_id LEFT JOIN people.pupil_private v ON v.pupil_id = p.id
    LEFT JOIN circumstance c ON c.pupil_id = p.id`.execute(tx);
  return new Map(rows.map(({ pupilId, ...traits }) => [pupilId, traits]));
}

/** Makes the figures of a school's year exactly the given ones. */
export async function replaceEquity(
  tx: WriteTx,
  at: { readonly unitId: string; readonly schoolYearId: string },
  figures: readonly (EquityFigure & { readonly classId: string })[],
): Promise<void> {
  await sql`DELETE FROM gradebook.equity_figure WHERE unit_id = ${at.unitId} AND school_year_id = ${at.schoolYearId}`.execute(
    tx,
  );
  await sql`
    INSERT INTO gradebook.equity_figure (class_id, period, unit_id, department_id, school_year_id, subject_codes, parts)
    SELECT g."classId", g.period, u.id, u.department_id, ${at.schoolYearId}, g."subjectCodes", g.parts
    FROM organisation.unit u, jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS g ("classId" uuid, period smallint, "subjectCodes" text[],
      parts jsonb)
    WHERE u.id = ${at.unitId}`.execute(tx);
}

/** Counts of one class, or of one school, and part; places above it by key and name. */
export interface EquityRow {
  readonly key: string;
  readonly name: string;
  /** Grade of the class, or the commune of the school (itself where none manages it). */
  readonly above: string;
  readonly aboveName: string;
  readonly part: string;
  readonly pupils: number;
  readonly outcomes: readonly number[];
}

/** What is counted: levels of learning or conduct, or one subject. */
export type EquityMeasure = 'academic' | 'conduct' | { readonly subjectCode: string };

/** Counts in reach of the person asking, by class of a school or by school. */
export async function listEquity(
  tx: ReadTx,
  at: { readonly schoolYearId: string; readonly period: Period; readonly dimension: EquityDimension },
  measure: EquityMeasure,
  by: 'class' | 'school',
): Promise<EquityRow[]> {
  const place =
    by === 'class'
      ? sql`c.id::text AS key, c.name, 'grade ' || c.grade AS above, 'Khối ' || c.grade AS "aboveName"`
      : sql`u.id::text AS key, u.name, coalesce(above.id, u.id)::text AS above, coalesce(above.name, u.name) AS "aboveName"`;
  const added = (column: string, from: ReturnType<typeof sql>, places: number) =>
    sql`ARRAY[${sql.join(
      Array.from(
        { length: places },
        (_, at) => sql`sum(p.${sql.ref(column)}[${from} + ${sql.lit(at + 1)}])::int`,
      ),
    )}]`;
  const subject = typeof measure === 'object' ? measure.subjectCode : undefined;
  const counted =
    typeof measure === 'object'
      ? added('outcomes', sql`3 * (array_position(f.subject_codes, ${subject}) - 1)`, 3)
      : added(measure, sql`0`, 4);
  const { rows } = await sql<EquityRow>`
    SELECT ${place}, p.part, sum(p.pupils)::int AS pupils, ${counted} AS outcomes
    FROM gradebook.equity_figure f
    CROSS JOIN LATERAL jsonb_to_recordset(f.parts) AS p (dimension text, part text, pupils int, academic int[], conduct int[], outcomes int[])
    JOIN people.school_class c ON c.id = f.class_id JOIN organisation.unit u ON u.id = f.unit_id
    LEFT JOIN organisation.unit above ON above.id = u.parent_id AND above.kind = 'commune'
    WHERE f.school_year_id = ${at.schoolYearId} AND f.period = ${at.period} AND p.dimension = ${at.dimension}
      ${subject === undefined ? sql`` : sql`AND ${subject} = ANY (f.subject_codes)`}
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 3, length(${by === 'class' ? sql`c.name` : sql`''`}), 2`.execute(tx);
  return rows;
}

/** Who teaches a subject in which class of the own school by the published assignment; of strands everybody. */
export async function listTaughtClasses(
  tx: ReadTx,
  schoolYearId: string,
  subjectCode: string,
): Promise<{ classId: string; staffId: string; teacher: string }[]> {
  const { rows } = await sql<{ classId: string; staffId: string; teacher: string }>`
    SELECT DISTINCT a.class_id AS "classId", s.id AS "staffId", s.full_name AS teacher
    FROM staffing.teaching_assignment a
    JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
    JOIN people.staff_member s ON s.id = a.staff_id
    WHERE a.unit_id = people.my_school() AND a.school_year_id = ${schoolYearId} AND a.subject_code = ${subjectCode} ORDER BY 3, 2`.execute(
    tx,
  );
  return rows;
}

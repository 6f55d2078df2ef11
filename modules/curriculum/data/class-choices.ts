import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Choice } from '../rules/index.ts';

export interface ClassWithChoices {
  readonly classId: string;
  readonly unitId: string;
  readonly departmentId: string;
  /** '2025-2026'. */
  readonly schoolYear: string;
  readonly name: string;
  readonly grade: number;
  readonly kind: 'ordinary' | 'inclusive' | 'specialised' | 'boarding';
  readonly specialisedSubject: string | null;
  readonly choices: readonly Choice[];
}

const selection = sql`
  SELECT c.id AS "classId", c.unit_id AS "unitId", c.department_id AS "departmentId", y.name AS "schoolYear",
    c.name, c.grade, c.kind, c.specialised_subject AS "specialisedSubject", coalesce(chosen.list, '[]') AS choices
  FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'subjectCode', o.subject_code, 'periods', o.periods, 'reason', o.reason)
      ORDER BY o.kind, o.subject_code) AS list
    FROM curriculum.class_choice o WHERE o.class_id = c.id) chosen ON true`;

/** Classes of some schools in a year with what each has chosen; by grade and name, as people count ('10A2' before '10A10'). */
export async function listClassesWithChoices(
  tx: ReadTx,
  unitIds: readonly string[],
  schoolYearId: string,
): Promise<ClassWithChoices[]> {
  const { rows } = await sql<ClassWithChoices>`${selection}
    WHERE c.unit_id = ANY (${unitIds}::uuid[]) AND c.school_year_id = ${schoolYearId}
    ORDER BY c.unit_id, c.grade, length(c.name), c.name`.execute(tx);
  return rows;
}

/**
 * These classes with their choices, held until the transaction ends: whoever else changes the choices of one waits. Classes the
 * person does not see are left out.
 */
export async function holdClassesWithChoices(
  tx: WriteTx,
  classIds: readonly string[],
): Promise<ClassWithChoices[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('curriculum.class_choice ' || id))
    FROM (SELECT DISTINCT id FROM unnest(${classIds}::uuid[]) AS id ORDER BY id) wanted`.execute(tx);
  const { rows } = await sql<ClassWithChoices>`${selection}
    WHERE c.id = ANY (${classIds}::uuid[]) ORDER BY c.grade, length(c.name), c.name`.execute(tx);
  return rows;
}

/** Makes the choices of these classes exactly the given ones, in one statement: what is left out goes, the rest is written. */
export async function replaceClassChoices(
  tx: WriteTx,
  classes: readonly {
    classId: string;
    unitId: string;
    departmentId: string;
    choices: readonly Choice[];
  }[],
): Promise<void> {
  const rows = classes.flatMap(({ choices, classId, unitId, departmentId }) =>
    choices.map((choice) => ({ ...choice, id: uuidv7(), classId, unitId, departmentId })),
  );
  await sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (id uuid, "classId" uuid, "unitId" uuid,
        "departmentId" uuid, kind text, "subjectCode" text, periods smallint, reason text)
    ), gone AS (
      DELETE FROM curriculum.class_choice o WHERE o.class_id = ANY (${classes.map(({ classId }) => classId)}::uuid[])
        AND NOT EXISTS (SELECT FROM wanted w WHERE w."classId" = o.class_id AND w.kind = o.kind AND w."subjectCode" = o.subject_code)
    )
    INSERT INTO curriculum.class_choice AS o (id, unit_id, department_id, class_id, kind, subject_code, periods, reason)
    SELECT id, "unitId", "departmentId", "classId", kind, "subjectCode", periods, reason FROM wanted
    ON CONFLICT (class_id, kind, subject_code) DO UPDATE
      SET periods = excluded.periods, reason = excluded.reason, version = o.version + 1
      WHERE (o.periods, o.reason) IS DISTINCT FROM (excluded.periods, excluded.reason)`.execute(tx);
}

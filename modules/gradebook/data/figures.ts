import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ClassFigure, Period, SubjectFigure } from '../rules/index.ts';

type Of<Figure> = Figure & { readonly classId: string };

/** Makes the figures of a school's year exactly the given ones. */
export async function replaceFigures(
  tx: WriteTx,
  at: { unitId: string; schoolYearId: string; now: Date },
  figures: { readonly classes: readonly Of<ClassFigure>[]; readonly subjects: readonly Of<SubjectFigure>[] },
): Promise<void> {
  for (const table of ['class_figure', 'subject_figure']) {
    await sql`DELETE FROM ${sql.raw(`gradebook.${table}`)} WHERE unit_id = ${at.unitId} AND school_year_id = ${at.schoolYearId}`.execute(
      tx,
    );
  }
  await sql`
    INSERT INTO gradebook.class_figure (class_id, period, unit_id, department_id, school_year_id, pupils, academic, conduct, honours, decisions,
      computed_at)
    SELECT g."classId", g.period, u.id, u.department_id, ${at.schoolYearId}, g.pupils, g.academic, g.conduct, g.honours, g.decisions, ${at.now}
    FROM organisation.unit u, jsonb_to_recordset(${JSON.stringify(figures.classes)}::jsonb) AS g ("classId" uuid, period smallint,
      pupils smallint, academic smallint[], conduct smallint[], honours smallint[], decisions smallint[])
    WHERE u.id = ${at.unitId}`.execute(tx);
  await sql`
    INSERT INTO gradebook.subject_figure (class_id, subject_code, period, unit_id, department_id, school_year_id, sum_tenths, bands, comments)
    SELECT g."classId", g."subjectCode", g.period, u.id, u.department_id, ${at.schoolYearId}, g."sumTenths", g.bands, g.comments
    FROM organisation.unit u, jsonb_to_recordset(${JSON.stringify(figures.subjects)}::jsonb) AS g ("classId" uuid, "subjectCode" text,
      period smallint, "sumTenths" integer, bands smallint[], comments smallint[])
    WHERE u.id = ${at.unitId}`.execute(tx);
}

export type FigureGroup = 'class' | 'grade' | 'school' | 'commune' | 'all';

export interface GroupFigure {
  readonly key: string;
  readonly name: string;
  readonly pupils: number;
  readonly academic: readonly number[];
  readonly conduct: readonly number[];
  readonly honours: readonly number[];
  readonly decisions: readonly number[];
  readonly computedAt: string;
}

const added = (column: string, places: number) =>
  sql.raw(
    `ARRAY[${Array.from({ length: places }, (_, at) => `sum(f.${column}[${at + 1}])::int`).join(', ')}]`,
  );

/** Figures of the reach of the person asking, added up by class, grade, school or commune of the school. */
export async function listGroupFigures(
  tx: ReadTx,
  schoolYearId: string,
  period: Period,
  by: FigureGroup,
): Promise<GroupFigure[]> {
  const [groups, order] = {
    class: [sql`c.id::text AS key, c.name AS name, min(c.grade) AS place`, sql`length(g.name), g.name`],
    grade: [sql`c.grade::text AS key, c.grade::text AS name, min(c.grade) AS place`, sql`g.name`],
    school: [sql`u.id::text AS key, u.name AS name, 0 AS place`, sql`g.name COLLATE organisation.vietnamese`],
    all: [sql`'all' AS key, 'all' AS name, 0 AS place`, sql`g.name`],
    commune: [
      sql`coalesce(above.id, u.id)::text AS key, coalesce(above.name, u.name) AS name, 0 AS place`,
      sql`g.name COLLATE organisation.vietnamese`,
    ],
  }[by] as [ReturnType<typeof sql>, ReturnType<typeof sql>];
  const { rows } = await sql<GroupFigure>`
    SELECT g.key, g.name, g.pupils, g.academic, g.conduct, g.honours, g.decisions, g."computedAt" FROM (
      SELECT ${groups}, sum(f.pupils)::int AS pupils, ${added('academic', 4)} AS academic, ${added('conduct', 4)} AS conduct,
        ${added('honours', 2)} AS honours, ${added('decisions', 4)} AS decisions, min(f.computed_at) AS "computedAt"
      FROM gradebook.class_figure f JOIN people.school_class c ON c.id = f.class_id JOIN organisation.unit u ON u.id = f.unit_id
      LEFT JOIN organisation.unit above ON above.id = u.parent_id AND above.kind = 'commune'
      WHERE f.school_year_id = ${schoolYearId} AND f.period = ${period}
      GROUP BY 1, 2) g
    ORDER BY g.place, ${order}`.execute(tx);
  return rows;
}

export interface SubjectDistribution {
  readonly subjectCode: string;
  readonly sumTenths: number;
  readonly bands: readonly number[];
  readonly comments: readonly number[];
}

/** Distribution of each subject over the reach of the person asking. */
export async function listSubjectFigures(
  tx: ReadTx,
  schoolYearId: string,
  period: Period,
): Promise<SubjectDistribution[]> {
  const { rows } = await sql<SubjectDistribution>`
    SELECT f.subject_code AS "subjectCode", sum(f.sum_tenths)::int AS "sumTenths", ${added('bands', 5)} AS bands, ${added('comments', 2)} AS comments
    FROM gradebook.subject_figure f WHERE f.school_year_id = ${schoolYearId} AND f.period = ${period} GROUP BY 1`.execute(
    tx,
  );
  return rows;
}

/** Schools of the department with marks in a year. */
export async function listSchoolsWithMarks(tx: ReadTx, schoolYearId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT u.id FROM organisation.unit u WHERE u.kind = 'school' AND EXISTS (
      SELECT FROM people.enrolment e JOIN gradebook.subject_marks m ON m.pupil_id = e.pupil_id AND m.school_year_id = e.school_year_id
      WHERE e.unit_id = u.id AND e.school_year_id = ${schoolYearId}) ORDER BY u.id`.execute(tx);
  return rows.map(({ id }) => id);
}

import { type ReadTx, sql } from '#platform/db';

export type Division = 'grade' | 'class' | 'area';

export interface PartRow {
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
}

export interface ChoiceRow {
  readonly key: string;
  readonly questionId: string;
  readonly value: string;
  readonly count: number;
}

/** What a part is called and sorted by: grade, class, or place of residence (commune and village). */
function partOf(by: Division) {
  switch (by) {
    case 'grade':
      return {
        key: sql`c.grade::text`,
        name: sql`'Khối ' || c.grade`,
        order: sql`lpad(c.grade::text, 2, '0')`,
      };
    case 'class':
      return { key: sql`c.id::text`, name: sql`c.name`, order: sql`lpad(c.grade::text, 2, '0') || c.name` };
    case 'area':
      return {
        key: sql`coalesce(p.commune_id::text, '') || '/' || coalesce(organisation.fold(p.village), '')`,
        name: sql`CASE WHEN p.commune_id IS NULL THEN 'Chưa ghi nơi ở' ELSE live.name || coalesce(', ' || p.village, '') END`,
        order: sql`coalesce(live.name, 'zz') || coalesce(p.village, '')`,
      };
  }
}

const asked = sql`needs_survey.survey_class sc
  JOIN people.enrolment e ON e.class_id = sc.class_id AND coalesce(e.ended_as, 'completed') = 'completed'
  JOIN people.school_class c ON c.id = sc.class_id JOIN people.pupil p ON p.id = e.pupil_id
  LEFT JOIN organisation.unit live ON live.id = p.commune_id
  LEFT JOIN needs_survey.response r ON r.survey_id = sc.survey_id AND r.pupil_id = e.pupil_id`;

/** How many were asked and answered, part by part. */
export async function listParts(tx: ReadTx, surveyId: string, by: Division): Promise<PartRow[]> {
  const { key, name, order } = partOf(by);
  const { rows } = await sql<PartRow>`
    SELECT ${key} AS key, min(${name}) AS name, count(*)::int AS asked, count(r.id)::int AS answered
    FROM ${asked} WHERE sc.survey_id = ${surveyId} GROUP BY 1 ORDER BY min(${order}), 1`.execute(tx);
  return rows;
}

/** How often each value was given to each of the questions, part by part; of ranked ones with its place: '1.PHY'. */
export async function listChoices(
  tx: ReadTx,
  surveyId: string,
  by: Division,
  questions: readonly { readonly id: string; readonly type: string }[],
): Promise<ChoiceRow[]> {
  const ids = questions.map(({ id }) => id);
  const ranked = questions.filter(({ type }) => type === 'ranked').map(({ id }) => id);
  const { key } = partOf(by);
  const { rows } = await sql<ChoiceRow>`
    SELECT ${key} AS key, q.key AS "questionId",
      CASE WHEN q.key = ANY (${ranked}::text[]) THEN v.place || '.' || v.value ELSE v.value END AS value, count(*)::int AS count
    FROM ${asked} CROSS JOIN LATERAL jsonb_each(r.answers) q CROSS JOIN LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(q.value) WHEN 'array' THEN q.value ELSE jsonb_build_array(q.value) END) WITH ORDINALITY v (value, place)
    WHERE sc.survey_id = ${surveyId} AND q.key = ANY (${ids}::text[]) GROUP BY 1, 2, 3`.execute(tx);
  return rows;
}

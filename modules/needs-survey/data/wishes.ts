import { type ReadTx, sql } from '#platform/db';
import type { BlockKind, Question } from '../rules/question.ts';

export interface AskedWish {
  readonly surveyId: string;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly question: Question;
  /** Pupils of the grade, and those of them who answered this question. */
  readonly asked: number;
  readonly answered: number;
  /** Classes of the grade that are asked. */
  readonly classIds: readonly string[];
}

/** Questions about electives or topic clusters that surveys of a school ask a grade, the latest survey first. */
export async function listAskedWishes(
  tx: ReadTx,
  by: {
    readonly unitId: string;
    readonly schoolYearId: string;
    readonly kind: BlockKind;
    readonly grade: number;
  },
): Promise<AskedWish[]> {
  const { rows } = await sql<AskedWish>`
    SELECT s.id AS "surveyId", s.title, s.opens_at AS "opensAt", s.closes_at AS "closesAt", q.value AS question, f.asked, f.answered,
      f.class_ids AS "classIds"
    FROM needs_survey.survey s CROSS JOIN LATERAL jsonb_array_elements(s.questions) WITH ORDINALITY q (value, place)
    CROSS JOIN LATERAL (
      SELECT count(e.pupil_id)::int AS asked, count(r.answers -> (q.value ->> 'id'))::int AS answered, array_agg(DISTINCT c.id::text) AS class_ids
      FROM needs_survey.survey_class sc JOIN people.school_class c ON c.id = sc.class_id AND c.grade = ${by.grade}
      LEFT JOIN people.enrolment e ON e.class_id = c.id AND e.ends_on IS NULL
      LEFT JOIN needs_survey.response r ON r.survey_id = s.id AND r.pupil_id = e.pupil_id
      WHERE sc.survey_id = s.id) f
    WHERE s.unit_id = ${by.unitId} AND s.school_year_id = ${by.schoolYearId} AND q.value ->> 'meaning' = ${by.kind}
      AND coalesce(q.value -> 'grades' @> to_jsonb(${by.grade}::int), true) AND f.class_ids IS NOT NULL
    ORDER BY s.opens_at DESC, s.id, q.place`.execute(tx);
  return rows;
}

export interface WishRow {
  readonly pupilId: string;
  readonly responseId: string;
  readonly wishes: readonly string[];
  /** Drawn of survey, question and pupil, none of whose names anybody chooses: the same whenever it is asked for. */
  readonly lot: string;
}

/** What pupils of these classes wish in answer to one question of a survey of their school. */
export async function listWishes(
  tx: ReadTx,
  { surveyId, questionId }: { readonly surveyId: string; readonly questionId: string },
  classIds: readonly string[],
): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    SELECT r.pupil_id AS "pupilId", r.id AS "responseId", r.answers -> ${questionId}::text AS wishes,
      md5(r.survey_id::text || ${questionId}::text || r.pupil_id::text) AS lot
    FROM needs_survey.response r JOIN people.enrolment e ON e.pupil_id = r.pupil_id AND e.ends_on IS NULL AND e.unit_id = r.unit_id
    WHERE r.survey_id = ${surveyId} AND e.class_id = ANY (${classIds}::uuid[]) AND jsonb_typeof(r.answers -> ${questionId}::text) = 'array'`.execute(
    tx,
  );
  return rows;
}

/** Subjects of a kind that pupils of these classes learn in groups of blocks of the year. */
export async function listLearnt(
  tx: ReadTx,
  by: { readonly unitId: string; readonly schoolYearId: string; readonly kind: BlockKind },
  classIds: readonly string[],
): Promise<{ pupilId: string; subjectCode: string }[]> {
  const { rows } = await sql<{ pupilId: string; subjectCode: string }>`
    SELECT m.pupil_id AS "pupilId", g.subject_code AS "subjectCode"
    FROM needs_survey.study_group g JOIN needs_survey.group_member m ON m.group_id = g.id
    JOIN people.enrolment e ON e.pupil_id = m.pupil_id AND e.ends_on IS NULL
    WHERE g.unit_id = ${by.unitId} AND g.school_year_id = ${by.schoolYearId} AND g.kind = ${by.kind}
      AND e.class_id = ANY (${classIds}::uuid[])`.execute(tx);
  return rows;
}

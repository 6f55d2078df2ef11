import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Question } from '../rules/question.ts';

export interface SurveyHead {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly schoolYearId: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly version: number;
}

const columns = sql`s.id, s.title, s.unit_id AS "unitId", u.name AS "unitName", s.school_year_id AS "schoolYearId",
  s.opens_at AS "opensAt", s.closes_at AS "closesAt", s.version`;

/** Pupils whom surveys ask: those who sit in a class of it, or sat there when the year was completed. */
const askedPupils = sql`needs_survey.survey_class sc JOIN people.enrolment e
  ON e.class_id = sc.class_id AND coalesce(e.ended_as, 'completed') = 'completed'
  LEFT JOIN needs_survey.response r ON r.survey_id = sc.survey_id AND r.pupil_id = e.pupil_id`;

/** Surveys in reach, the latest first, with how many were asked and have answered. */
export async function listSurveys(
  tx: ReadTx,
  by: {
    readonly schoolYearId: string;
    readonly unitId: string | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<(SurveyHead & { asked: number; answered: number })[]> {
  const { rows } = await sql<SurveyHead & { asked: number; answered: number }>`
    WITH shown AS MATERIALIZED (
      SELECT ${columns} FROM needs_survey.survey s JOIN organisation.unit u ON u.id = s.unit_id
      WHERE s.school_year_id = ${by.schoolYearId} AND (${by.unitId ?? null}::uuid IS NULL OR s.unit_id = ${by.unitId ?? null}::uuid)
        AND (${by.before ?? null}::uuid IS NULL OR s.id < ${by.before ?? null}::uuid)
      ORDER BY s.id DESC LIMIT ${by.limit})
    SELECT shown.*, coalesce(f.asked, 0) AS asked, coalesce(f.answered, 0) AS answered
    FROM shown LEFT JOIN (
      SELECT sc.survey_id, count(*)::int AS asked, count(r.id)::int AS answered FROM ${askedPupils}
      WHERE sc.survey_id IN (SELECT id FROM shown) GROUP BY sc.survey_id) f ON f.survey_id = shown.id
    ORDER BY shown.id DESC`.execute(tx);
  return rows;
}

export async function selectSurveyOptional(
  tx: ReadTx,
  surveyId: string,
): Promise<(SurveyHead & { questions: Question[] }) | undefined> {
  const { rows } = await sql<SurveyHead & { questions: Question[] }>`
    SELECT ${columns}, s.questions FROM needs_survey.survey s JOIN organisation.unit u ON u.id = s.unit_id
    WHERE s.id = ${surveyId}`.execute(tx);
  return rows[0];
}

export interface ClassRate {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly asked: number;
  readonly answered: number;
}

/** Classes of a survey that the person may see, with how many of each have answered. */
export async function listClassRates(tx: ReadTx, surveyId: string): Promise<ClassRate[]> {
  const { rows } = await sql<ClassRate>`
    SELECT c.id, c.name, c.grade, coalesce(f.asked, 0) AS asked, coalesce(f.answered, 0) AS answered
    FROM needs_survey.survey_class own JOIN people.school_class c ON c.id = own.class_id
    LEFT JOIN (SELECT sc.class_id, count(*)::int AS asked, count(r.id)::int AS answered FROM ${askedPupils}
      WHERE sc.survey_id = ${surveyId} GROUP BY sc.class_id) f ON f.class_id = c.id
    WHERE own.survey_id = ${surveyId} ORDER BY c.grade, c.name, c.id`.execute(tx);
  return rows;
}

export async function insertSurvey(
  tx: WriteTx,
  one: {
    readonly id: string;
    readonly unitId: string;
    readonly departmentId: string;
    readonly schoolYearId: string;
    readonly formId: string;
    readonly formVersion: number;
    readonly title: string;
    readonly questions: readonly Question[];
    readonly opensAt: string;
    readonly closesAt: string;
    readonly openedBy: string;
    readonly classIds: readonly string[];
  },
): Promise<void> {
  await sql`
    INSERT INTO needs_survey.survey (id, unit_id, department_id, school_year_id, form_id, form_version, title, questions, opens_at,
      closes_at, opened_by)
    VALUES (${one.id}, ${one.unitId}, ${one.departmentId}, ${one.schoolYearId}, ${one.formId}, ${one.formVersion}, ${one.title},
      ${JSON.stringify(one.questions)}::jsonb, ${one.opensAt}, ${one.closesAt}, ${one.openedBy})`.execute(tx);
  await sql`
    INSERT INTO needs_survey.survey_class (survey_id, class_id, unit_id, department_id)
    SELECT ${one.id}, asked, ${one.unitId}, ${one.departmentId} FROM unnest(${one.classIds}::uuid[]) asked`.execute(
    tx,
  );
}

export async function updateSurvey(
  tx: WriteTx,
  one: {
    readonly id: string;
    readonly title: string;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly version: number;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE needs_survey.survey SET title = ${one.title}, opens_at = ${one.opensAt}, closes_at = ${one.closesAt},
      version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Of the given classes: which are the school's in that year, their pupils, and a survey that asks them in the same days. */
export async function selectAskedClasses(
  tx: ReadTx,
  by: {
    readonly unitId: string;
    readonly schoolYearId: string;
    readonly classIds: readonly string[];
    readonly opensAt: string;
    readonly closesAt: string;
    readonly exceptSurveyId: string | null;
  },
): Promise<{ id: string; name: string; pupils: number; busyWith: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; pupils: number; busyWith: string | null }>`
    SELECT c.id, c.name, (SELECT count(*)::int FROM people.enrolment e WHERE e.class_id = c.id AND e.ends_on IS NULL) AS pupils,
      (SELECT min(s.title) FROM needs_survey.survey_class sc JOIN needs_survey.survey s ON s.id = sc.survey_id
       WHERE sc.class_id = c.id AND s.opens_at < ${by.closesAt}::timestamptz AND s.closes_at > ${by.opensAt}::timestamptz
         AND s.id IS DISTINCT FROM ${by.exceptSurveyId}::uuid) AS "busyWith"
    FROM people.school_class c
    WHERE c.unit_id = ${by.unitId} AND c.school_year_id = ${by.schoolYearId} AND c.id = ANY (${by.classIds}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** Pupils who have not answered, by class and given name. `after` is the place of the last one shown. */
export async function listUnanswered(
  tx: ReadTx,
  by: {
    readonly surveyId: string;
    readonly classId: string | undefined;
    readonly skip: number;
    readonly limit: number;
  },
): Promise<{ pupilId: string; name: string; className: string; count: number }[]> {
  const { rows } = await sql<{ pupilId: string; name: string; className: string; count: number }>`
    SELECT p.id AS "pupilId", p.full_name AS name, c.name AS "className", (count(*) OVER ())::int AS count
    FROM ${askedPupils} JOIN people.pupil p ON p.id = e.pupil_id JOIN people.school_class c ON c.id = sc.class_id
    WHERE sc.survey_id = ${by.surveyId} AND e.ends_on IS NULL AND r.id IS NULL
      AND (${by.classId ?? null}::uuid IS NULL OR c.id = ${by.classId ?? null}::uuid)
    ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id LIMIT ${by.limit} OFFSET ${by.skip}`.execute(
    tx,
  );
  return rows;
}

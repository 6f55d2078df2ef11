import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Seat } from '../rules/below-requirement.ts';
import type { EligibilityKind } from '../rules/group.ts';
import type { Answered, Entitlement } from '../rules/propose-groups.ts';

/** Everybody's answer to a survey, in the order in which pupils are dealt out to groups. */
export async function listAnswered(tx: ReadTx, surveyId: string): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    SELECT r.id AS "responseId", p.id AS "pupilId", p.full_name AS name, c.name AS "className", c.grade, r.answers
    FROM needs_survey.response r JOIN people.pupil p ON p.id = r.pupil_id
    JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = r.unit_id
    JOIN people.school_class c ON c.id = e.class_id
    WHERE r.survey_id = ${surveyId} ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

interface Place {
  readonly unitId: string;
  readonly schoolYearId: string;
}

/** Pupils of the school who sit in a class of the year. */
export async function listSeats(tx: ReadTx, { unitId, schoolYearId }: Place): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    SELECT p.id AS "pupilId", p.full_name AS name, c.name AS "className", c.grade
    FROM people.school_class c JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND e.ends_on IS NULL
    JOIN people.pupil p ON p.id = e.pupil_id WHERE c.unit_id = ${unitId} AND c.school_year_id = ${schoolYearId}
    ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** What the school itself recorded of pupils who sit in a class of the year. */
export async function listEntitlements(tx: ReadTx, { unitId, schoolYearId }: Place): Promise<Entitlement[]> {
  const { rows } = await sql<Entitlement>`
    SELECT p.id AS "pupilId", p.full_name AS name, c.name AS "className", c.grade, l.subject_code AS "subjectCode", l.kind, l.basis
    FROM needs_survey.eligibility l JOIN people.pupil p ON p.id = l.pupil_id
    JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = l.unit_id
    JOIN people.school_class c ON c.id = e.class_id
    WHERE l.unit_id = ${unitId} AND l.school_year_id = ${schoolYearId}
    ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

export interface CandidateRow {
  readonly pupilId: string;
  readonly name: string;
  readonly classId: string;
  readonly className: string;
  /** Wished for it in a survey of the year. */
  readonly asked: boolean;
  /** The result or decision recorded; null: not entitled. */
  readonly basis: string | null;
  /** The group of this kind and subject that the pupil sits in. */
  readonly group: string | null;
}

/** The latest answer of each of these pupils in the year that asks for lessons in a subject; without one a pupil is left out. */
export async function listAsking(
  tx: ReadTx,
  place: Place & { readonly subjectCode: string },
  pupilIds: readonly string[],
): Promise<{ pupilId: string; responseId: string; questionId: string; title: string }[]> {
  const { rows } = await sql<{ pupilId: string; responseId: string; questionId: string; title: string }>`
    SELECT DISTINCT ON (r.pupil_id) r.pupil_id AS "pupilId", r.id AS "responseId", q ->> 'id' AS "questionId", s.title
    FROM needs_survey.response r JOIN needs_survey.survey s ON s.id = r.survey_id AND s.school_year_id = ${place.schoolYearId}
    CROSS JOIN LATERAL jsonb_array_elements(s.questions) q
    WHERE r.unit_id = ${place.unitId} AND r.pupil_id = ANY (${pupilIds}::uuid[]) AND q ->> 'meaning' = 'reinforce'
      AND (r.answers -> (q ->> 'id') @> jsonb_build_array(${place.subjectCode}::text)
        OR r.answers -> (q ->> 'id') = to_jsonb(${place.subjectCode}::text))
    ORDER BY r.pupil_id, r.answered_at DESC, r.id DESC`.execute(tx);
  return rows;
}

/** Pupils of a grade with whether they wish for a subject and are entitled to it. `questionIds`: what asks for it. */
export async function listCandidates(
  tx: ReadTx,
  place: Place & {
    readonly grade: number;
    readonly subjectCode: string;
    readonly kind: EligibilityKind;
    readonly meaning: 'reinforce' | 'gifted';
  },
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    SELECT p.id AS "pupilId", p.full_name AS name, c.id AS "classId", c.name AS "className", l.basis,
      (SELECT min(g.name) FROM needs_survey.group_member m JOIN needs_survey.study_group g ON g.id = m.group_id
        WHERE m.pupil_id = p.id AND g.school_year_id = ${place.schoolYearId} AND g.subject_code = ${place.subjectCode}
          AND g.kind = ${place.kind === 'belowRequirement' ? 'remedial' : 'gifted'}) AS "group",
      EXISTS (SELECT FROM needs_survey.response r JOIN needs_survey.survey s ON s.id = r.survey_id AND s.school_year_id = ${place.schoolYearId}
        CROSS JOIN LATERAL jsonb_array_elements(s.questions) q
        WHERE r.pupil_id = p.id AND q ->> 'meaning' = ${place.meaning}
          AND (r.answers -> (q ->> 'id') @> jsonb_build_array(${place.subjectCode}::text)
            OR r.answers -> (q ->> 'id') = to_jsonb(${place.subjectCode}::text))) AS asked
    FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.unit_id = c.unit_id AND e.ends_on IS NULL
    JOIN people.pupil p ON p.id = e.pupil_id
    LEFT JOIN needs_survey.eligibility l ON l.pupil_id = p.id AND l.school_year_id = ${place.schoolYearId}
      AND l.subject_code = ${place.subjectCode} AND l.kind = ${place.kind}
    WHERE c.unit_id = ${place.unitId} AND c.school_year_id = ${place.schoolYearId} AND c.grade = ${place.grade}
    ORDER BY c.name, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

interface Entitled extends Place {
  readonly departmentId: string;
  readonly subjectCode: string;
  readonly kind: EligibilityKind;
  readonly by: string;
  readonly at: Date;
}

/** Records the result or choice of these pupils of the school; those who have one keep theirs. Gives how many are new. */
export async function insertEntitlements(
  tx: WriteTx,
  one: Entitled,
  pupils: readonly { readonly id: string; readonly pupilId: string; readonly basis: string }[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO needs_survey.eligibility (id, unit_id, department_id, school_year_id, pupil_id, subject_code, kind, basis, recorded_by, recorded_at)
    SELECT n.id, ${one.unitId}, ${one.departmentId}, ${one.schoolYearId}, p.id, ${one.subjectCode}, ${one.kind}, n.basis, ${one.by}, ${one.at}
    FROM jsonb_to_recordset(${JSON.stringify(pupils)}::jsonb) n (id uuid, "pupilId" uuid, basis text)
    JOIN people.pupil p ON p.id = n."pupilId" AND p.unit_id = ${one.unitId}
    ON CONFLICT (school_year_id, pupil_id, subject_code, kind) DO NOTHING RETURNING id`.execute(tx);
  return rows.length;
}

/** Takes records of these pupils back; gives how many were there. */
export async function deleteEntitlements(
  tx: WriteTx,
  one: Pick<Entitled, 'unitId' | 'schoolYearId' | 'subjectCode' | 'kind'>,
  pupilIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM needs_survey.eligibility WHERE unit_id = ${one.unitId} AND school_year_id = ${one.schoolYearId}
      AND subject_code = ${one.subjectCode} AND kind = ${one.kind} AND pupil_id = ANY (${pupilIds}::uuid[]) RETURNING id`.execute(
    tx,
  );
  return rows.length;
}

/** Names of those of these pupils who sit in a group that rests on the record. */
export async function listSittingOn(
  tx: ReadTx,
  one: Pick<Entitled, 'unitId' | 'schoolYearId' | 'subjectCode' | 'kind'>,
  pupilIds: readonly string[],
): Promise<string[]> {
  const kind = one.kind === 'belowRequirement' ? 'remedial' : 'gifted';
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT p.full_name AS name FROM needs_survey.group_member m JOIN needs_survey.study_group g ON g.id = m.group_id
    JOIN people.pupil p ON p.id = m.pupil_id
    WHERE g.unit_id = ${one.unitId} AND g.school_year_id = ${one.schoolYearId} AND g.kind = ${kind} AND g.subject_code = ${one.subjectCode}
      AND m.pupil_id = ANY (${pupilIds}::uuid[]) ORDER BY 1`.execute(tx);
  return rows.map(({ name }) => name);
}

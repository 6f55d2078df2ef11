import { shownStaffNames } from '#modules/people';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { GroupKind, Reason } from '../rules/group.ts';
import type { StandingGroup } from '../rules/propose-groups.ts';

export interface GroupHead {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  /** '2025-2026' */
  readonly schoolYear: string;
  readonly surveyId: string | null;
  readonly kind: GroupKind;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  readonly name: string;
  /** Of electives and topics: groups of a grade with the same block are taught at the same time. */
  readonly block: string | null;
  readonly sizeLimit: number;
  readonly periodsPerWeek: number;
  readonly teacherId: string | null;
  readonly teacherName: string | null;
  readonly state: 'proposed' | 'confirmed';
  readonly confirmedAt: string | null;
  readonly version: number;
  /** Of the members the person asking may see. */
  readonly pupils: number;
  readonly byDecision: number;
  /** Written requests printed and come back. */
  readonly requested: number;
  readonly received: number;
}

const columns = sql`g.id, g.unit_id AS "unitId", g.school_year_id AS "schoolYearId", y.name AS "schoolYear", g.survey_id AS "surveyId", g.kind,
  g.subject_code AS "subjectCode", g.grade, g.name, g.block, g.size_limit AS "sizeLimit", g.periods_per_week AS "periodsPerWeek",
  g.teacher_id AS "teacherId", t.full_name AS "teacherName", g.state, g.confirmed_at AS "confirmedAt", g.version,
  coalesce(m.pupils, 0) AS pupils, coalesce(m.decided, 0) AS "byDecision", coalesce(m.requested, 0) AS requested,
  coalesce(m.received, 0) AS received`;

const heads = sql`needs_survey.study_group g JOIN organisation.school_year y ON y.id = g.school_year_id
  LEFT JOIN people.staff_member t ON t.id = g.teacher_id
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS pupils, count(*) FILTER (WHERE one.reason = 'decision')::int AS decided,
      count(one.request_number)::int AS requested, count(one.request_received_on)::int AS received
    FROM needs_survey.group_member one WHERE one.unit_id = g.unit_id AND one.group_id = g.id) m ON true`;

/** Groups of a school in a year, by kind, subject, grade and name. */
export async function listGroups(
  tx: ReadTx,
  { unitId, schoolYearId }: { unitId: string; schoolYearId: string },
): Promise<GroupHead[]> {
  const { rows } = await sql<GroupHead>`
    SELECT ${columns} FROM ${heads} WHERE g.unit_id = ${unitId} AND g.school_year_id = ${schoolYearId}
    ORDER BY array_position(ARRAY['remedial', 'gifted', 'finalYearReview', 'club', 'language', 'stem', 'sport', 'elective', 'topic'], g.kind),
      g.grade, g.block, g.subject_code, g.name, g.id`.execute(tx);
  return withShownTeachers(tx, rows);
}

/** Teachers by the names that lists of the school call them. */
async function withShownTeachers(tx: ReadTx, heads: readonly GroupHead[]): Promise<GroupHead[]> {
  const shown = await shownStaffNames(tx, [...new Set(heads.map(({ unitId }) => unitId))]);
  return heads.map((head) => {
    const { unitId, teacherId: id, teacherName: name } = head;
    return id && name ? { ...head, teacherName: shown({ unitId, id, name }) } : head;
  });
}

export async function selectGroupOptional(tx: ReadTx, groupId: string): Promise<GroupHead | undefined> {
  const { rows } = await sql<GroupHead>`SELECT ${columns} FROM ${heads} WHERE g.id = ${groupId}`.execute(tx);
  const [head] = await withShownTeachers(tx, rows);
  return head;
}

export interface MemberRow {
  readonly pupilId: string;
  readonly name: string;
  /** Null: no longer in a class of the school. */
  readonly className: string | null;
  readonly birthDate: string;
  readonly reason: Reason;
  readonly reasonText: string;
  readonly requestNumber: string | null;
  readonly requestedOn: string | null;
  readonly receivedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** The answer does not wish for it any more. */
  readonly withdrawn: boolean;
  /** What the pupil had reached in the subject when coming into the group: tenths, or 1 and 0 by comments; with its semester in words. */
  readonly firstResult: number | null;
  readonly firstBasis: string | null;
}

/** Members of a group that the person asking may see, by class and given name. */
export async function listMembers(tx: ReadTx, groupId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    SELECT m.pupil_id AS "pupilId", p.full_name AS name, c.name AS "className", p.birth_date AS "birthDate", m.reason,
      m.reason_text AS "reasonText", m.request_number AS "requestNumber", m.requested_on AS "requestedOn",
      m.request_received_on AS "receivedOn", a.display_name AS "decidedBy", m.decided_at AS "decidedAt",
      m.response_id IS NOT NULL AND NOT coalesce(r.answers -> m.question_id = to_jsonb(m.chosen)
        OR r.answers -> m.question_id @> jsonb_build_array(m.chosen), true) AS withdrawn,
      m.first_result AS "firstResult", m.first_basis AS "firstBasis"
    FROM needs_survey.group_member m JOIN people.pupil p ON p.id = m.pupil_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = m.unit_id
    LEFT JOIN people.school_class c ON c.id = e.class_id LEFT JOIN identity.account a ON a.id = m.decided_by
    LEFT JOIN needs_survey.response r ON r.id = m.response_id
    WHERE m.group_id = ${groupId} ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** Members of these groups that the person asking may see, with what they had reached when they came. */
export async function listFirstResults(
  tx: ReadTx,
  groupIds: readonly string[],
): Promise<{ groupId: string; pupilId: string; firstResult: number | null }[]> {
  const { rows } = await sql<{ groupId: string; pupilId: string; firstResult: number | null }>`
    SELECT group_id AS "groupId", pupil_id AS "pupilId", first_result AS "firstResult" FROM needs_survey.group_member
    WHERE group_id = ANY (${groupIds}::uuid[])`.execute(tx);
  return rows;
}

/** Writes down what members had reached when they came. */
export async function setFirstResults(
  tx: WriteTx,
  members: readonly {
    readonly groupId: string;
    readonly pupilId: string;
    readonly value: number;
    readonly basis: string;
  }[],
): Promise<void> {
  await sql`
    UPDATE needs_survey.group_member m SET first_result = r.value, first_basis = r.basis
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) r ("groupId" uuid, "pupilId" uuid, value smallint, basis text)
    WHERE m.group_id = r."groupId" AND m.pupil_id = r."pupilId"`.execute(tx);
}

/** Groups of a school and year as the proposal sees them. */
export async function listStandingGroups(
  tx: ReadTx,
  { unitId, schoolYearId }: { unitId: string; schoolYearId: string },
): Promise<StandingGroup[]> {
  const { rows } = await sql<StandingGroup>`
    SELECT g.id, g.name, g.kind, g.subject_code AS "subjectCode", g.grade, min(m.chosen) AS chosen, g.size_limit AS "sizeLimit",
      coalesce(array_agg(m.pupil_id) FILTER (WHERE m.pupil_id IS NOT NULL), '{}')::text[] AS "pupilIds"
    FROM needs_survey.study_group g LEFT JOIN needs_survey.group_member m ON m.group_id = g.id
    WHERE g.unit_id = ${unitId} AND g.school_year_id = ${schoolYearId} GROUP BY g.id ORDER BY g.name, g.id`.execute(
    tx,
  );
  return rows;
}

interface Place {
  readonly unitId: string;
  readonly departmentId: string;
}

export async function insertGroups(
  tx: WriteTx,
  place: Place & { readonly schoolYearId: string; readonly surveyId: string | null },
  groups: readonly {
    readonly id: string;
    readonly kind: GroupKind;
    readonly subjectCode: string | null;
    readonly grade: number | null;
    readonly name: string;
    readonly block?: string;
    readonly teacherId?: string | null;
    readonly sizeLimit: number;
    readonly periodsPerWeek: number;
  }[],
): Promise<void> {
  await sql`
    INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, survey_id, kind, subject_code, grade, name, block,
      teacher_id, size_limit, periods_per_week)
    SELECT g.id, ${place.unitId}, ${place.departmentId}, ${place.schoolYearId}, ${place.surveyId}, g.kind, g."subjectCode", g.grade, g.name,
      g.block, g."teacherId", g."sizeLimit", g."periodsPerWeek"
    FROM jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) g (id uuid, kind text, "subjectCode" text, grade smallint, name text,
      block text, "teacherId" uuid, "sizeLimit" smallint, "periodsPerWeek" smallint)`.execute(tx);
}

/** A member by the own answer. */
export interface AskedMember {
  readonly groupId: string;
  readonly pupilId: string;
  readonly reason: Exclude<Reason, 'decision'>;
  readonly reasonText: string;
  readonly responseId: string;
  readonly questionId: string;
  readonly chosen: string;
}

export async function insertAskedMembers(
  tx: WriteTx,
  place: Place,
  members: readonly AskedMember[],
): Promise<void> {
  await sql`
    INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, response_id, question_id, chosen)
    SELECT m."groupId", m."pupilId", ${place.unitId}, ${place.departmentId}, m.reason, m."reasonText", m."responseId", m."questionId", m.chosen
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) m ("groupId" uuid, "pupilId" uuid, reason text, "reasonText" text,
      "responseId" uuid, "questionId" text, chosen text)`.execute(tx);
}

/** Whether a pupil learns at the school. */
export async function isOwnPupil(tx: ReadTx, unitId: string, pupilId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT p.id FROM people.pupil p JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL AND e.unit_id = p.unit_id
    WHERE p.id = ${pupilId} AND p.unit_id = ${unitId}`.execute(tx);
  return rows.length > 0;
}

/** Members by a recorded decision; gives how many are new to the group. */
export async function insertDecidedMembers(
  tx: WriteTx,
  place: Place,
  one: { readonly groupId: string; readonly by: string; readonly at: Date },
  members: readonly { readonly pupilId: string; readonly reasonText: string }[],
): Promise<number> {
  const { rows } = await sql<{ groupId: string }>`
    INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
    SELECT ${one.groupId}, m."pupilId", ${place.unitId}, ${place.departmentId}, 'decision', m."reasonText", ${one.by}, ${one.at}
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) m ("pupilId" uuid, "reasonText" text)
    ON CONFLICT (group_id, pupil_id) DO NOTHING RETURNING group_id AS "groupId"`.execute(tx);
  return rows.length;
}

export async function deleteMember(tx: WriteTx, groupId: string, pupilId: string): Promise<boolean> {
  const { rows } = await sql<{ groupId: string }>`
    DELETE FROM needs_survey.group_member WHERE group_id = ${groupId} AND pupil_id = ${pupilId} RETURNING group_id AS "groupId"`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Saves when the group still has `version`. */
export async function updateGroup(
  tx: WriteTx,
  one: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly sizeLimit: number;
    readonly periodsPerWeek: number;
    readonly teacherId: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE needs_survey.study_group SET name = ${one.name}, size_limit = ${one.sizeLimit}, periods_per_week = ${one.periodsPerWeek},
      teacher_id = ${one.teacherId}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function confirmGroup(
  tx: WriteTx,
  one: { readonly id: string; readonly version: number; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE needs_survey.study_group SET state = 'confirmed', confirmed_by = ${one.by}, confirmed_at = ${one.at}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} AND state = 'proposed' RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function deleteGroup(tx: WriteTx, groupId: string, version: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM needs_survey.study_group WHERE id = ${groupId} AND version = ${version} RETURNING id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Takes a pupil out of the groups of a block, but for one. */
export async function leaveBlock(
  tx: WriteTx,
  { id, unitId, schoolYearId, grade, block }: GroupHead,
  pupilId: string,
): Promise<void> {
  await sql`
    DELETE FROM needs_survey.group_member m USING needs_survey.study_group g
    WHERE m.pupil_id = ${pupilId} AND g.id = m.group_id AND g.id <> ${id} AND g.unit_id = ${unitId} AND g.school_year_id = ${schoolYearId}
      AND g.grade = ${grade} AND g.block = ${block}`.execute(tx);
}

/** Pupils who sit in these classes now, in the order of the classes and by name. */
export async function listSeated(
  tx: ReadTx,
  classIds: readonly string[],
): Promise<{ pupilId: string; name: string; classId: string }[]> {
  const { rows } = await sql<{ pupilId: string; name: string; classId: string }>`
    SELECT p.id AS "pupilId", p.full_name AS name, e.class_id AS "classId" FROM people.enrolment e JOIN people.pupil p ON p.id = e.pupil_id
    WHERE e.class_id = ANY (${classIds}::uuid[]) AND e.ends_on IS NULL
    ORDER BY array_position(${classIds}::uuid[], e.class_id), p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** Numbers the requests of members who have none yet, by class and name; `register`: what stands after the number. */
export async function numberRequests(
  tx: WriteTx,
  group: GroupHead,
  { register, today }: { readonly register: string; readonly today: string },
): Promise<void> {
  await sql`
    WITH last AS MATERIALIZED (SELECT needs_survey.last_request(${group.unitId}, ${group.schoolYearId}) AS number),
    due AS (
      SELECT m.pupil_id, row_number() OVER (ORDER BY c.grade, c.name, p.given_name, p.family_name, p.id) AS line
      FROM needs_survey.group_member m JOIN people.pupil p ON p.id = m.pupil_id
      LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL LEFT JOIN people.school_class c ON c.id = e.class_id
      WHERE m.group_id = ${group.id} AND m.request_number IS NULL)
    UPDATE needs_survey.group_member m SET request_number = (last.number + due.line) || ${register}, requested_on = ${today}
    FROM due, last WHERE m.group_id = ${group.id} AND m.pupil_id = due.pupil_id`.execute(tx);
}

/** Writes down (or takes back, with null) the day on which these requests came back signed; gives how many. */
export async function receiveRequests(
  tx: WriteTx,
  groupId: string,
  pupilIds: readonly string[],
  receivedOn: string | null,
): Promise<number> {
  const { rows } = await sql<{ pupilId: string }>`
    UPDATE needs_survey.group_member SET request_received_on = ${receivedOn}
    WHERE group_id = ${groupId} AND pupil_id = ANY (${pupilIds}::uuid[]) AND request_number IS NOT NULL RETURNING pupil_id AS "pupilId"`.execute(
    tx,
  );
  return rows.length;
}

import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { LessonActivity, PlanState } from '../rules/index.ts';

/** A lesson plan in a list. */
export interface PlanHead {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly subjectCode: string;
  readonly grade: number;
  readonly periods: number;
  readonly week: number | null;
  readonly state: PlanState;
  readonly shared: boolean;
  readonly staffName: string;
  readonly mine: boolean;
  readonly schoolYear: string;
  readonly topics: readonly string[];
  readonly methods: readonly string[];
  readonly materials: number;
  readonly changedAt: string;
  readonly proposedAt: string | null;
  readonly version: number;
}

export interface PlanContent {
  readonly knowledge: string;
  readonly competence: string;
  readonly qualities: string;
  readonly equipment: string;
  readonly activities: readonly LessonActivity[];
  readonly methods: readonly string[];
  readonly topics: readonly string[];
}

export interface LessonPlan extends PlanHead, PlanContent {
  readonly departmentId: string;
  readonly schoolId: string;
  readonly staffId: string;
  readonly authorAccountId: string | null;
  readonly programmeLessonId: string | null;
  readonly requirement: string | null;
  readonly copiedFrom: string | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

const headColumns = sql`w.id, w.unit_id AS "unitId", w.title, w.subject_code AS "subjectCode", w.grade, w.periods, w.week, w.state, w.shared,
  coalesce(s.full_name, '') AS "staffName", coalesce(s.account_id = organisation.current_account(), false) AS mine, y.name AS "schoolYear",
  w.topics, w.methods, (SELECT count(*)::int FROM lessons.material m WHERE m.lesson_plan_id = w.id) AS materials,
  w.changed_at AS "changedAt", w.proposed_at AS "proposedAt", w.version`;
const joined = sql`FROM lessons.lesson_plan w JOIN organisation.school_year y ON y.id = w.school_year_id
  LEFT JOIN people.staff_member s ON s.id = w.staff_id`;

/** Plans a teacher has written in a year. */
export async function listOwnPlans(tx: ReadTx, staffId: string, yearId: string): Promise<PlanHead[]> {
  const { rows } = await sql<PlanHead>`SELECT ${headColumns} ${joined}
    WHERE w.staff_id = ${staffId} AND w.school_year_id = ${yearId} ORDER BY w.grade, w.subject_code, w.week NULLS LAST, w.id`.execute(
    tx,
  );
  return rows;
}

/** Plans of a year that the person asking reaches by the own unit, those that wait longest first; at most 500. */
export async function listQueue(
  tx: ReadTx,
  yearId: string,
  state: PlanState | undefined,
): Promise<PlanHead[]> {
  const { rows } = await sql<PlanHead>`SELECT ${headColumns} ${joined}
    WHERE w.school_year_id = ${yearId} AND ${state ? sql`w.state = ${state}` : sql`w.state <> 'draft'`}
      AND w.unit_id IN (SELECT r.descendant_id FROM organisation.unit_reach r WHERE r.ancestor_id = organisation.current_unit())
    ORDER BY w.state <> 'proposed', w.proposed_at, w.id LIMIT 500`.execute(tx);
  return rows;
}

/** Plans of a subject and grade whose contents the person may copy: own of any year, shared ones of the team; the latest first. */
export async function listCopies(tx: ReadTx, subjectCode: string, grade: number): Promise<PlanHead[]> {
  const { rows } = await sql<PlanHead>`SELECT ${headColumns} ${joined}
    WHERE w.subject_code = ${subjectCode} AND w.grade = ${grade}
      AND (w.staff_id IN (SELECT lessons.my_staff()) OR w.shared AND w.unit_id = lessons.my_team())
    ORDER BY y.name DESC, w.week NULLS LAST, w.id LIMIT 300`.execute(tx);
  return rows;
}

export async function selectPlanOptional(tx: ReadTx, planId: string): Promise<LessonPlan | undefined> {
  const { rows } = await sql<LessonPlan>`
    SELECT ${headColumns}, w.department_id AS "departmentId", CASE u.kind WHEN 'subjectTeam' THEN u.parent_id ELSE u.id END AS "schoolId",
      w.staff_id AS "staffId", s.account_id AS "authorAccountId", w.programme_lesson_id AS "programmeLessonId", l.requirement,
      (SELECT coalesce(a.full_name || ', ', '') || k.title FROM lessons.lesson_plan k LEFT JOIN people.staff_member a ON a.id = k.staff_id
       WHERE k.id = w.copied_from) AS "copiedFrom",
      w.knowledge, w.competence, w.qualities, w.equipment, w.activities, w.note,
      (SELECT d.display_name FROM identity.account d WHERE d.id = w.decided_by) AS "decidedBy", w.decided_at AS "decidedAt"
    ${joined} JOIN organisation.unit u ON u.id = w.unit_id LEFT JOIN education_plan.lesson l ON l.id = w.programme_lesson_id
    WHERE w.id = ${planId}`.execute(tx);
  return rows[0];
}

export async function insertPlan(
  tx: WriteTx,
  row: {
    readonly id: string;
    readonly unitId: string;
    readonly departmentId: string;
    readonly schoolYearId: string;
    readonly staffId: string;
    readonly programmeLessonId: string | null;
    readonly copiedFrom: string | null;
    readonly subjectCode: string;
    readonly grade: number;
    readonly title: string;
    readonly periods: number;
    readonly week: number | null;
    readonly now: Date;
  } & PlanContent,
): Promise<void> {
  await sql`
    INSERT INTO lessons.lesson_plan (id, unit_id, department_id, school_year_id, staff_id, programme_lesson_id, copied_from, subject_code,
      grade, title, periods, week, knowledge, competence, qualities, equipment, activities, methods, topics, changed_at)
    VALUES (${row.id}, ${row.unitId}, ${row.departmentId}, ${row.schoolYearId}, ${row.staffId}, ${row.programmeLessonId}, ${row.copiedFrom},
      ${row.subjectCode}, ${row.grade}, ${row.title}, ${row.periods}, ${row.week}, ${row.knowledge}, ${row.competence}, ${row.qualities},
      ${row.equipment}, ${JSON.stringify(row.activities)}::jsonb, ${row.methods}::text[], ${row.topics}::text[], ${row.now})`.execute(
    tx,
  );
}

/** Keeps what the author wrote as long as the version is the one seen; gives the new version. */
export async function updateContent(
  tx: WriteTx,
  planId: string,
  given: PlanContent & {
    readonly title: string;
    readonly periods: number;
    readonly week: number | null;
    readonly version: number;
    readonly now: Date;
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    UPDATE lessons.lesson_plan SET title = ${given.title}, periods = ${given.periods}, week = ${given.week}, knowledge = ${given.knowledge},
      competence = ${given.competence}, qualities = ${given.qualities}, equipment = ${given.equipment},
      activities = ${JSON.stringify(given.activities)}::jsonb, methods = ${given.methods}::text[], topics = ${given.topics}::text[],
      changed_at = ${given.now}, version = version + 1
    WHERE id = ${planId} AND version = ${given.version} RETURNING version`.execute(tx);
  return rows[0]?.version;
}

export async function updateShared(
  tx: WriteTx,
  planId: string,
  { shared, version }: { shared: boolean; version: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    UPDATE lessons.lesson_plan SET shared = ${shared}, version = version + 1 WHERE id = ${planId} AND version = ${version}
    RETURNING version`.execute(tx);
  return rows[0]?.version;
}

/** The author's steps: to propose, and back to draft. What was decided before is kept until the next decision. */
export async function updateProposed(
  tx: WriteTx,
  planId: string,
  { state, version, now }: { state: 'draft' | 'proposed'; version: number; now: Date },
): Promise<number | undefined> {
  const at = state === 'proposed' ? sql`${now}` : sql`proposed_at`;
  const { rows } = await sql<{ version: number }>`
    UPDATE lessons.lesson_plan SET state = ${state}, proposed_at = ${at}, note = NULL, version = version + 1
    WHERE id = ${planId} AND version = ${version} RETURNING version`.execute(tx);
  return rows[0]?.version;
}

/** Decides proposed plans that still have the version seen, and are not the person's own. Gives those decided. */
export async function decidePlans(
  tx: WriteTx,
  items: readonly { id: string; version: number }[],
  decision: { state: 'approved' | 'returned'; note: string | null; accountId: string; now: Date },
): Promise<{ id: string; title: string; authorAccountId: string | null }[]> {
  const { rows } = await sql<{ id: string; title: string; authorAccountId: string | null }>`
    UPDATE lessons.lesson_plan w SET state = ${decision.state}, note = ${decision.note}, decided_by = ${decision.accountId},
      decided_at = ${decision.now}, version = w.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS g (id uuid, version integer), people.staff_member s
    WHERE w.id = g.id AND w.version = g.version AND w.state = 'proposed' AND s.id = w.staff_id
      AND s.account_id IS DISTINCT FROM organisation.current_account()
    RETURNING w.id, w.title, s.account_id AS "authorAccountId"`.execute(tx);
  return rows;
}

export async function deletePlan(tx: WriteTx, planId: string): Promise<void> {
  await sql`DELETE FROM lessons.lesson_plan WHERE id = ${planId}`.execute(tx);
}

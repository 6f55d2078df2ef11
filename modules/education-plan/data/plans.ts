import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Calendar, PlanState, TeamState } from '../rules/index.ts';

export interface Plan {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly departmentId: string;
  readonly schoolKind: string | null;
  readonly managedBy: string | null;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly revision: number;
  readonly basedOn: string | null;
  readonly state: PlanState;
  readonly amendmentReason: string | null;
  readonly councilMinute: string | null;
  readonly calendar: Calendar;
  readonly warningsReason: string | null;
  readonly figures: unknown;
  readonly returnedNote: string | null;
  readonly acknowledgementNote: string | null;
  readonly draftedAt: string;
  readonly proposedAt: string | null;
  readonly approvedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly publishedAt: string | null;
  readonly version: number;
}

const columns = sql`p.id, p.unit_id AS "unitId", u.name AS "unitName", u.code AS "unitCode", p.department_id AS "departmentId",
  u.school_kind AS "schoolKind", u.managing_authority AS "managedBy", p.school_year_id AS "schoolYearId", y.name AS "schoolYear",
  p.revision, p.based_on AS "basedOn", p.state, p.amendment_reason AS "amendmentReason", p.council_minute AS "councilMinute",
  jsonb_build_object('lessonsFrom', p.lessons_from, 'semester1To', p.semester1_to, 'semester2From', p.semester2_from,
    'lessonsTo', p.lessons_to) AS calendar, p.warnings_reason AS "warningsReason", p.figures, p.returned_note AS "returnedNote",
  p.acknowledgement_note AS "acknowledgementNote", p.drafted_at AS "draftedAt", p.proposed_at AS "proposedAt",
  p.approved_at AS "approvedAt", p.acknowledged_at AS "acknowledgedAt", p.published_at AS "publishedAt", p.version`;
const tables = sql`education_plan.plan p JOIN organisation.unit u ON u.id = p.unit_id
  JOIN organisation.school_year y ON y.id = p.school_year_id`;

export async function selectPlanOptional(tx: ReadTx, planId: string): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`SELECT ${columns} FROM ${tables} WHERE p.id = ${planId}`.execute(tx);
  return rows[0];
}

/** Revisions of a school in a year, the latest first. */
export async function listPlansOf(tx: ReadTx, unitId: string, schoolYearId: string): Promise<Plan[]> {
  const { rows } = await sql<Plan>`SELECT ${columns} FROM ${tables}
    WHERE p.unit_id = ${unitId} AND p.school_year_id = ${schoolYearId} ORDER BY p.revision DESC`.execute(tx);
  return rows;
}

/** The published plan of the school in the year before `schoolYear` ('2025-2026'). */
export async function selectLastYearOptional(
  tx: ReadTx,
  unitId: string,
  schoolYear: string,
): Promise<{ id: string; opensOn: string } | undefined> {
  const { rows } = await sql<{ id: string; opensOn: string }>`
    SELECT p.id, y.opens_on AS "opensOn" FROM ${tables} WHERE p.unit_id = ${unitId} AND y.name < ${schoolYear}
      AND p.state = 'published' ORDER BY y.name DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** The school the person works or learns in; null for whoever stands above schools. */
export async function selectMySchool(tx: ReadTx): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`SELECT people.my_school() AS id`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface NewPlan {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly revision: number;
  readonly basedOn: string | null;
  readonly reason: string | null;
  readonly minute: string | null;
  readonly calendar: Calendar;
  readonly draftedBy: string;
  readonly at: Date;
}

/** False: the school has an open plan of the year already. */
export async function insertPlan(tx: WriteTx, plan: NewPlan): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO education_plan.plan (id, unit_id, department_id, school_year_id, revision, based_on, amendment_reason, council_minute,
      lessons_from, semester1_to, semester2_from, lessons_to, drafted_by, drafted_at)
    VALUES (${plan.id}, ${plan.unitId}, ${plan.departmentId}, ${plan.schoolYearId}, ${plan.revision}, ${plan.basedOn}, ${plan.reason},
      ${plan.minute}, ${plan.calendar.lessonsFrom}, ${plan.calendar.semester1To}, ${plan.calendar.semester2From},
      ${plan.calendar.lessonsTo}, ${plan.draftedBy}, ${plan.at})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

export interface Done {
  readonly id: string;
  readonly state: PlanState;
  readonly version: number;
}

/** Sets columns when the plan still has `version`; undefined: changed meanwhile. */
export async function updatePlan(
  tx: WriteTx,
  plan: { id: string; version: number },
  change: ReturnType<typeof sql>,
): Promise<Done | undefined> {
  const { rows } = await sql<Done>`
    UPDATE education_plan.plan SET ${change}, version = version + 1 WHERE id = ${plan.id} AND version = ${plan.version}
    RETURNING id, state, version`.execute(tx);
  return rows[0];
}

/** What was published before is read no more. */
export async function supersedePublished(
  tx: WriteTx,
  plan: Pick<Plan, 'id' | 'unitId' | 'schoolYearId'>,
): Promise<void> {
  await sql`UPDATE education_plan.plan SET state = 'superseded', version = version + 1
    WHERE unit_id = ${plan.unitId} AND school_year_id = ${plan.schoolYearId} AND state = 'published' AND id <> ${plan.id}`.execute(
    tx,
  );
}

export interface TeamPlan {
  /** The subject team. */
  readonly id: string;
  readonly name: string;
  readonly state: TeamState;
  readonly note: string | null;
  readonly lessons: number;
  readonly tests: number;
  readonly activities: number;
  readonly version: number;
}

/** Open subject teams of the school with their part in the plan; version 0: nothing begun. */
export async function listTeamPlans(tx: ReadTx, plan: Pick<Plan, 'id' | 'unitId'>): Promise<TeamPlan[]> {
  const { rows } = await sql<TeamPlan>`
    SELECT u.id, u.name, coalesce(t.state, 'draft') AS state, t.note, coalesce(t.version, 0) AS version,
      (SELECT count(*)::int FROM education_plan.lesson l WHERE l.plan_id = ${plan.id} AND l.unit_id = u.id) AS lessons,
      (SELECT count(*)::int FROM education_plan.periodic_test l WHERE l.plan_id = ${plan.id} AND l.unit_id = u.id) AS tests,
      (SELECT count(*)::int FROM education_plan.team_activity l WHERE l.plan_id = ${plan.id} AND l.unit_id = u.id) AS activities
    FROM organisation.unit u LEFT JOIN education_plan.team_plan t ON t.unit_id = u.id AND t.plan_id = ${plan.id}
    WHERE u.parent_id = ${plan.unitId} AND u.kind = 'subjectTeam' AND (u.closed_on IS NULL OR t.id IS NOT NULL)
    ORDER BY u.position, u.name`.execute(tx);
  return rows;
}

/** Writes the part of a team at `version` (0: new); gives the new version, undefined: changed meanwhile. */
export async function saveTeamPlan(
  tx: WriteTx,
  team: {
    id: string;
    planId: string;
    unitId: string;
    departmentId: string;
    state: TeamState;
    note: string | null;
    proposedBy: string | null;
    proposedAt: Date | null;
    version: number;
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO education_plan.team_plan AS t (id, plan_id, unit_id, department_id, state, note, proposed_by, proposed_at)
    VALUES (${team.id}, ${team.planId}, ${team.unitId}, ${team.departmentId}, ${team.state}, ${team.note}, ${team.proposedBy}, ${team.proposedAt})
    ON CONFLICT (plan_id, unit_id) DO UPDATE SET state = excluded.state, note = excluded.note,
      proposed_by = coalesce(excluded.proposed_by, t.proposed_by), proposed_at = coalesce(excluded.proposed_at, t.proposed_at),
      version = t.version + 1 WHERE t.version = ${team.version}
    RETURNING version`.execute(tx);
  return rows[0]?.version;
}

/** Teams keep what was accepted, and teachers their own plans, when a plan is amended. */
export async function copyTeamsAndTeachers(tx: WriteTx, from: string, to: string): Promise<void> {
  await sql`INSERT INTO education_plan.team_plan (id, plan_id, unit_id, department_id, state, proposed_by, proposed_at)
    SELECT organisation.uuid_v7(), ${to}, unit_id, department_id, state, proposed_by, proposed_at
    FROM education_plan.team_plan WHERE plan_id = ${from}`.execute(tx);
  await sql`INSERT INTO education_plan.teacher_lesson (id, plan_id, unit_id, department_id, staff_id, lesson_id, week, equipment, place)
    SELECT organisation.uuid_v7(), ${to}, t.unit_id, t.department_id, t.staff_id, l.id, t.week, t.equipment, t.place
    FROM education_plan.teacher_lesson t JOIN education_plan.lesson l ON l.plan_id = ${to} AND l.copied_from = t.lesson_id
    WHERE t.plan_id = ${from}`.execute(tx);
}

export async function saveReading(
  tx: WriteTx,
  reading: {
    planId: string;
    accountId: string;
    unitId: string;
    departmentId: string;
    role: string;
    at: Date;
  },
): Promise<void> {
  await sql`INSERT INTO education_plan.reading (plan_id, account_id, unit_id, department_id, role, read_at)
    VALUES (${reading.planId}, ${reading.accountId}, ${reading.unitId}, ${reading.departmentId}, ${reading.role}, ${reading.at})
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** How many of each role confirmed having read, of how many. */
export async function listReadings(
  tx: ReadTx,
  plan: Pick<Plan, 'id' | 'unitId'>,
): Promise<{ role: string; read: number; people: number }[]> {
  const { rows } = await sql<{ role: string; read: number; people: number }>`
    SELECT r.role, count(read.account_id)::int AS read, max(r.people)::int AS people
    FROM education_plan.readers(${plan.unitId}) r LEFT JOIN education_plan.reading read ON read.plan_id = ${plan.id} AND read.role = r.role
    GROUP BY r.role ORDER BY r.role`.execute(tx);
  return rows;
}

export async function hasRead(tx: ReadTx, planId: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM education_plan.reading WHERE plan_id = ${planId}
    AND account_id = organisation.current_account()`.execute(tx);
  return rows.length > 0;
}

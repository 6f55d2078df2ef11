import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { AssignmentState } from '../rules/assignment.ts';
import type { Place } from '../rules/cursor.ts';
import type { EvidenceKind, EvidenceSpec } from '../rules/evidence.ts';

/** An assignment with what a list shows of its duty, unit and parts. */
export interface AssignmentRow {
  readonly id: string;
  readonly documentId: string;
  readonly dutyId: string;
  readonly code: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly role: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly parentId: string | null;
  readonly state: AssignmentState;
  readonly stateNote: string | null;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly acknowledgedAt: string | null;
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
  readonly blockedSince: string | null;
  readonly questionSince: string | null;
  readonly evidenceKind: EvidenceKind;
  readonly evidenceSpec: EvidenceSpec;
  readonly partsTotal: number;
  readonly partsAccepted: number;
  readonly partsNotApplicable: number;
  readonly version: number;
}

const columns = sql`
  a.id, a.document_id AS "documentId", a.duty_id AS "dutyId", d.code, d.title, a.unit_id AS "unitId", u.name AS "unitName",
  u.kind AS "unitKind", a.role, a.account_id AS "accountId", p.display_name AS "accountName", a.parent_id AS "parentId", a.state,
  a.state_note AS "stateNote", a.starts_on AS "startsOn", a.due_on AS "dueOn", a.acknowledged_at AS "acknowledgedAt",
  a.submitted_at AS "submittedAt", a.decided_at AS "decidedAt", a.blocked_since AS "blockedSince", a.question_since AS "questionSince",
  d.evidence_kind AS "evidenceKind", d.evidence_spec AS "evidenceSpec", a.version,
  parts.total AS "partsTotal", parts.accepted AS "partsAccepted", parts.not_applicable AS "partsNotApplicable"`;

const tables = sql`
  plan.assignment a JOIN plan.duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
  LEFT JOIN identity.account p ON p.id = a.account_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE c.state = 'accepted') AS accepted,
      count(*) FILTER (WHERE c.state = 'notApplicable') AS not_applicable
    FROM plan.assignment c WHERE c.parent_id = a.id) parts`;

export async function selectAssignmentOptional(tx: ReadTx, id: string): Promise<AssignmentRow | undefined> {
  const { rows } = await sql<AssignmentRow>`SELECT ${columns} FROM ${tables} WHERE a.id = ${id}`.execute(tx);
  return rows[0];
}

/** The same row locked until the end of the transaction, so that two people's steps come one after the other. */
export async function lockAssignmentOptional(tx: WriteTx, id: string): Promise<AssignmentRow | undefined> {
  await sql`SELECT id FROM plan.assignment WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectAssignmentOptional(tx, id);
}

export async function lockAssignments(tx: WriteTx, ids: readonly string[]): Promise<AssignmentRow[]> {
  await sql`SELECT id FROM plan.assignment WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`.execute(
    tx,
  );
  const { rows } = await sql<AssignmentRow>`
    SELECT ${columns} FROM ${tables} WHERE a.id = ANY (${ids}::uuid[]) ORDER BY a.id`.execute(tx);
  return rows;
}

export async function listParts(tx: ReadTx, parentId: string): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    SELECT ${columns} FROM ${tables} WHERE a.parent_id = ${parentId} ORDER BY u.name, p.display_name`.execute(
    tx,
  );
  return rows;
}

export type WorkFilter =
  | 'open'
  | 'dueSoon'
  | 'overdue'
  | 'new'
  | 'returned'
  | 'submitted'
  | 'blocked'
  | 'done'
  | 'all';

const openStates = sql`a.state IN ('notStarted', 'inProgress', 'returned')`;

/** Conditions of the chips of the inbox; `today` is 'YYYY-MM-DD'. Due soon: within seven days. */
function condition(filter: WorkFilter, today: string) {
  switch (filter) {
    case 'open':
      return openStates;
    case 'dueSoon':
      return sql`${openStates} AND a.due_on BETWEEN ${today}::date AND ${today}::date + 7`;
    case 'overdue':
      return sql`${openStates} AND a.due_on < ${today}::date`;
    case 'new':
      return sql`${openStates} AND a.acknowledged_at IS NULL`;
    case 'returned':
      return sql`a.state = 'returned'`;
    case 'submitted':
      return sql`a.state = 'submitted'`;
    case 'blocked':
      return sql`a.blocked_since IS NOT NULL`;
    case 'done':
      return sql`a.state IN ('accepted', 'notApplicable')`;
    case 'all':
      return sql`true`;
  }
}

export interface Holder {
  readonly accountId: string;
  readonly unitId: string | null;
  /** Addressed roles that the person carries out in the unit. */
  readonly roles: readonly string[];
}

/** What a person has in hand: by name, or by a role of the own unit; only duties of the plan in force in a school year. */
function inHand(holder: Holder, schoolYearId: string | null) {
  return sql`(a.account_id = ${holder.accountId}
      OR a.account_id IS NULL AND a.unit_id = ${holder.unitId}::uuid AND a.role = ANY (${holder.roles}))
    AND EXISTS (SELECT 1 FROM plan.document doc WHERE doc.id = a.document_id AND doc.status = 'published'
      AND doc.school_year_id = ${schoolYearId}::uuid)`;
}

/** Work in hand by deadline, of what comes after `after` (deadline and id of the last row of the page before). */
export async function listWork(
  tx: ReadTx,
  holder: Holder,
  options: {
    schoolYearId: string | null;
    filter: WorkFilter;
    folded: string | null;
    today: string;
    after: Place | null;
    limit: number;
  },
): Promise<AssignmentRow[]> {
  const { after } = options;
  const { rows } = await executePrepared(
    tx,
    sql<AssignmentRow>`
    SELECT ${columns} FROM ${tables}
    WHERE ${inHand(holder, options.schoolYearId)} AND ${condition(options.filter, options.today)}
      ${options.folded === null ? sql`` : sql`AND d.search_text LIKE ${`%${options.folded.replaceAll(/[\\%_]/g, '\\$&')}%`}`}
      ${after ? sql`AND (a.due_on, a.id) > (${after.on}::date, ${after.id}::uuid)` : sql``}
    ORDER BY a.due_on, a.id LIMIT ${options.limit}`,
  );
  return rows;
}

export async function countWork(
  tx: ReadTx,
  holder: Holder,
  schoolYearId: string | null,
  today: string,
): Promise<Record<WorkFilter, number>> {
  const count = (filter: WorkFilter) => sql`count(*) FILTER (WHERE ${condition(filter, today)})`;
  const { rows } = await executePrepared(
    tx,
    sql<Record<WorkFilter, number>>`
    SELECT ${count('open')} AS open, ${count('dueSoon')} AS "dueSoon", ${count('overdue')} AS overdue, ${count('new')} AS new,
      ${count('returned')} AS returned, ${count('submitted')} AS submitted, ${count('blocked')} AS blocked, ${count('done')} AS done,
      ${count('all')} AS all
    FROM plan.assignment a WHERE ${inHand(holder, schoolYearId)}`,
  );
  return rows[0] as Record<WorkFilter, number>;
}

/** Difficulties (`f`, its assignment `a`) of a school year; one that no duty met belongs to every year. */
export function ofYear(schoolYearId: string | null) {
  return sql`(a.id IS NULL OR a.document_id IN (SELECT doc.id FROM plan.document doc WHERE doc.school_year_id = ${schoolYearId}::uuid))`;
}

export interface WaitingRow extends AssignmentRow {
  readonly waiting: 'submitted' | 'extension' | 'question';
  readonly waitingSince: string;
  readonly extensionId: string | null;
  readonly askedDueOn: string | null;
  readonly extensionReason: string | null;
}

/** Whose decisions, in which school year. */
export interface Decider {
  readonly unitId: string | null;
  readonly accountId: string;
  readonly schoolYearId: string | null;
}

/**
 * What waits for a decision above: handed in, more time asked, a question. A part waits for the unit that gave it; what
 * the plan gave a unit waits for every level above, a team's for its school alone.
 */
function waitingRows({ unitId, accountId, schoolYearId }: Decider) {
  const decided = sql`(a.unit_id <> ${unitId}::uuid OR a.account_id IS NOT NULL AND a.account_id <> ${accountId})
    AND a.document_id IN (SELECT doc.id FROM plan.document doc WHERE doc.status = 'published' AND doc.school_year_id = ${schoolYearId}::uuid)
    AND coalesce((SELECT parent.unit_id FROM plan.assignment parent WHERE parent.id = a.parent_id), ${unitId}::uuid) = ${unitId}::uuid
    AND (a.account_id IS NOT NULL OR a.unit_id IN (SELECT u.id FROM organisation.unit u
                                                   WHERE u.kind <> 'subjectTeam' OR u.parent_id = ${unitId}::uuid))`;
  return sql`
    SELECT a.id, 'submitted' AS waiting, a.submitted_at AS since, NULL::uuid AS extension_id
    FROM plan.assignment a WHERE a.state = 'submitted' AND ${decided}
    UNION ALL
    SELECT a.id, 'extension', e.asked_at, e.id FROM plan.extension e JOIN plan.assignment a ON a.id = e.assignment_id
    WHERE e.state = 'pending' AND ${decided}
    UNION ALL
    SELECT a.id, 'question', a.question_since, NULL FROM plan.assignment a
    WHERE a.question_since IS NOT NULL AND a.state IN ('notStarted', 'inProgress', 'returned') AND ${decided}`;
}

export async function listWaiting(
  tx: ReadTx,
  decider: Decider,
  options: { after: Place | null; limit: number },
): Promise<WaitingRow[]> {
  const { after } = options;
  const { rows } = await executePrepared(
    tx,
    sql<WaitingRow>`
    WITH page AS MATERIALIZED (
      SELECT * FROM (${waitingRows(decider)}) w
      ${after ? sql`WHERE (w.since, w.id) > (${after.on}::timestamptz, ${after.id}::uuid)` : sql``}
      ORDER BY w.since, w.id LIMIT ${options.limit}
    )
    SELECT ${columns}, page.waiting, page.since AS "waitingSince", page.extension_id AS "extensionId", x.asked_due_on AS "askedDueOn",
      x.reason AS "extensionReason"
    FROM page JOIN ${tables} ON page.id = a.id LEFT JOIN plan.extension x ON x.id = page.extension_id
    ORDER BY page.since, a.id`,
  );
  return rows;
}

export async function countWaiting(
  tx: ReadTx,
  decider: Decider,
): Promise<{ submitted: number; extension: number; question: number; difficulty: number }> {
  const { rows } = await executePrepared(
    tx,
    sql<{ submitted: number; extension: number; question: number; difficulty: number }>`
    SELECT count(*) FILTER (WHERE w.waiting = 'submitted') AS submitted, count(*) FILTER (WHERE w.waiting = 'extension') AS extension,
      count(*) FILTER (WHERE w.waiting = 'question') AS question,
      (SELECT count(*) FROM plan.difficulty f LEFT JOIN plan.assignment a ON a.id = f.assignment_id
       WHERE f.addressed_unit_id = ${decider.unitId}::uuid AND f.state = 'open' AND ${ofYear(decider.schoolYearId)}) AS difficulty
    FROM (${waitingRows(decider)}) w`,
  );
  return rows[0] ?? { submitted: 0, extension: 0, question: 0, difficulty: 0 };
}

export interface AssignmentChange {
  readonly state?: AssignmentState;
  readonly stateNote?: string | null;
  readonly dueOn?: string;
  readonly acknowledgedAt?: Date;
  readonly acknowledgedBy?: string;
  readonly submittedAt?: Date | null;
  readonly decidedAt?: Date | null;
  readonly decidedBy?: string | null;
  readonly blockedSince?: Date | null;
  readonly questionSince?: Date | null;
}

const columnOf: Record<keyof AssignmentChange, string> = {
  state: 'state',
  stateNote: 'state_note',
  dueOn: 'due_on',
  acknowledgedAt: 'acknowledged_at',
  acknowledgedBy: 'acknowledged_by',
  submittedAt: 'submitted_at',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  blockedSince: 'blocked_since',
  questionSince: 'question_since',
};

/** Changes assignments (locked before); each row's version moves. Gives the ids that changed. */
export async function updateAssignments(
  tx: WriteTx,
  ids: readonly string[],
  change: AssignmentChange,
): Promise<string[]> {
  const settings = [
    sql`version = version + 1`, // also when nothing else changes: an entry of the history moves it
    ...Object.entries(change).map(
      ([name, value]) => sql`${sql.ref(columnOf[name as keyof AssignmentChange])} = ${value}`,
    ),
  ];
  const { rows } = await sql<{ id: string }>`
    UPDATE plan.assignment SET ${sql.join(settings)} WHERE id = ANY (${ids}::uuid[]) RETURNING id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

export interface NewPart {
  readonly id: string;
  readonly unitId: string;
  readonly role: string;
  readonly accountId: string | null;
  readonly dueOn: string;
}

/** Gives parts of an assignment to units or persons; a part that is already there stays. Gives the ids made. */
export async function insertParts(
  tx: WriteTx,
  parent: AssignmentRow,
  parts: readonly NewPart[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO plan.assignment (id, department_id, document_id, duty_id, unit_id, board_unit_id, role, account_id, parent_id, starts_on, due_on)
    SELECT n.id, u.department_id, ${parent.documentId}, ${parent.dutyId}, u.id,
      CASE WHEN u.kind = 'subjectTeam' THEN u.parent_id ELSE u.id END, n.role, n."accountId", ${parent.id},
      least(${parent.startsOn}::date, n."dueOn"), n."dueOn"
    FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS n (id uuid, "unitId" uuid, role text, "accountId" uuid, "dueOn" date)
    JOIN organisation.unit u ON u.id = n."unitId"
    ON CONFLICT (duty_id, unit_id, role, account_id) DO NOTHING RETURNING id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Persons through whose hands an assignment came down: whoever gave it or a part it belongs to. */
export async function listGivers(tx: ReadTx, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ accountId: string }>`
    WITH RECURSIVE above (id, parent_id) AS (
      SELECT id, parent_id FROM plan.assignment WHERE id = ${id}
      UNION SELECT a.id, a.parent_id FROM plan.assignment a JOIN above ON a.id = above.parent_id)
    SELECT DISTINCT e.account_id AS "accountId" FROM above JOIN plan.assignment_event e ON e.assignment_id = above.id
    WHERE e.kind = 'split' AND e.account_id IS NOT NULL`.execute(tx);
  return new Set(rows.map((row) => row.accountId));
}

export interface SplitUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string;
}

/** Units directly below that can receive a part, with the role it is addressed to. */
export async function listSplitUnits(tx: ReadTx, unitId: string): Promise<SplitUnit[]> {
  const { rows } = await sql<SplitUnit>`
    SELECT DISTINCT u.id, u.name, u.kind, u.position,
      CASE u.kind WHEN 'division' THEN 'divisionHead' WHEN 'commune' THEN 'communeOfficer' WHEN 'school' THEN 'principal'
        WHEN 'subjectTeam' THEN 'teamLead' ELSE 'specialist' END AS role
    FROM organisation.unit_line l JOIN organisation.unit u ON u.id = l.subordinate_id
    WHERE l.superior_id = ${unitId} AND u.closed_on IS NULL ORDER BY u.kind, u.position, u.name LIMIT 500`.execute(
    tx,
  );
  return rows;
}

export interface SplitPerson {
  readonly accountId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
}

/** Persons of the unit and of the units directly below it, without the one who gives. */
export async function listSplitPeople(
  tx: ReadTx,
  unitId: string,
  today: string,
  exceptAccountId: string,
): Promise<SplitPerson[]> {
  const { rows } = await sql<SplitPerson>`
    SELECT p.id AS "accountId", p.display_name AS name, u.id AS "unitId", u.name AS "unitName", r.role
    FROM identity.role_assignment r JOIN identity.account p ON p.id = r.account_id AND p.status = 'active'
    JOIN organisation.unit u ON u.id = r.unit_id
    WHERE (u.id = ${unitId} OR u.parent_id = ${unitId} AND u.kind = 'subjectTeam')
      AND p.id <> ${exceptAccountId} AND r.role NOT IN ('pupil', 'guardian', 'systemAdmin') AND r.starts_on <= ${today}::date AND (r.ends_on IS NULL OR r.ends_on >= ${today}::date)
    ORDER BY u.name, p.display_name LIMIT 500`.execute(tx);
  return rows;
}

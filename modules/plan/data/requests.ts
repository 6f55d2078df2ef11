import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Place } from '../rules/cursor.ts';
import { ofYear } from './assignments.ts';

/** Requests that go up: more time, and difficulties. */

export interface ExtensionRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly askedDueOn: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: string;
}

const extensionColumns = sql`
  e.id, e.assignment_id AS "assignmentId", e.asked_due_on AS "askedDueOn", e.reason, e.asked_by AS "askedBy",
  p.display_name AS "askedByName", e.asked_at AS "askedAt"
  FROM plan.extension e JOIN identity.account p ON p.id = e.asked_by`;

export async function selectPendingExtensionOptional(
  tx: ReadTx,
  assignmentId: string,
): Promise<ExtensionRow | undefined> {
  const { rows } =
    await sql<ExtensionRow>`SELECT ${extensionColumns} WHERE e.assignment_id = ${assignmentId} AND e.state = 'pending'`.execute(
      tx,
    );
  return rows[0];
}

export async function lockExtensionOptional(tx: WriteTx, id: string): Promise<ExtensionRow | undefined> {
  const { rows } =
    await sql<ExtensionRow>`SELECT ${extensionColumns} WHERE e.id = ${id} AND e.state = 'pending' FOR UPDATE OF e`.execute(
      tx,
    );
  return rows[0];
}

export async function insertExtension(
  tx: WriteTx,
  extension: {
    id: string;
    assignmentId: string;
    unitId: string;
    departmentId: string;
    askedBy: string;
    askedAt: Date;
    askedDueOn: string;
    reason: string;
  },
): Promise<void> {
  await sql`INSERT INTO plan.extension (id, assignment_id, unit_id, department_id, asked_by, asked_at, asked_due_on, reason)
    VALUES (${extension.id}, ${extension.assignmentId}, ${extension.unitId}, ${extension.departmentId}, ${extension.askedBy},
      ${extension.askedAt}, ${extension.askedDueOn}, ${extension.reason})`.execute(tx);
}

export async function updateExtension(
  tx: WriteTx,
  id: string,
  decision: { state: 'granted' | 'refused'; decidedBy: string; decidedAt: Date; answer: string | null },
): Promise<void> {
  await sql`UPDATE plan.extension SET state = ${decision.state}, decided_by = ${decision.decidedBy}, decided_at = ${decision.decidedAt},
    answer = ${decision.answer} WHERE id = ${id}`.execute(tx);
}

export interface DifficultyRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly addressedId: string;
  readonly addressedName: string;
  readonly addressedKind: string;
  readonly assignmentId: string | null;
  readonly dutyTitle: string | null;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'answered' | 'closed';
  readonly raisedBy: string;
  readonly raisedByName: string;
  readonly raisedAt: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: string | null;
  readonly version: number;
}

const difficultyColumns = sql`
  f.id, f.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", f.addressed_unit_id AS "addressedId",
  t.name AS "addressedName", t.kind AS "addressedKind", f.assignment_id AS "assignmentId", d.title AS "dutyTitle", f.title, f.body,
  f.state, f.raised_by AS "raisedBy", r.display_name AS "raisedByName", f.raised_at AS "raisedAt", f.answer,
  f.answered_by AS "answeredBy", w.display_name AS "answeredByName", f.answered_at AS "answeredAt", f.version
  FROM plan.difficulty f JOIN organisation.unit u ON u.id = f.unit_id JOIN organisation.unit t ON t.id = f.addressed_unit_id
  JOIN identity.account r ON r.id = f.raised_by LEFT JOIN identity.account w ON w.id = f.answered_by
  LEFT JOIN plan.assignment a ON a.id = f.assignment_id LEFT JOIN plan.duty d ON d.id = a.duty_id`;

/** Difficulties of a school year in reach, oldest first, of what comes after `after` (moment and id of the last row of the page before). */
export async function listDifficulties(
  tx: ReadTx,
  options: {
    schoolYearId: string | null;
    state: 'open' | 'answered' | 'closed' | 'all';
    after: Place | null;
    limit: number;
  },
): Promise<DifficultyRow[]> {
  const { after } = options;
  const { rows } = await sql<DifficultyRow>`SELECT ${difficultyColumns}
    WHERE ${ofYear(options.schoolYearId)} ${options.state === 'all' ? sql`` : sql`AND f.state = ${options.state}`}
      ${after ? sql`AND (f.raised_at, f.id) > (${after.on}::timestamptz, ${after.id}::uuid)` : sql``}
    ORDER BY f.raised_at, f.id LIMIT ${options.limit}`.execute(tx);
  return rows;
}

export async function countDifficulties(
  tx: ReadTx,
  schoolYearId: string | null,
  state: 'open' | 'answered' | 'closed' | 'all',
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.difficulty f LEFT JOIN plan.assignment a ON a.id = f.assignment_id
    WHERE ${ofYear(schoolYearId)} ${state === 'all' ? sql`` : sql`AND f.state = ${state}`}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function listDifficultiesOf(tx: ReadTx, assignmentId: string): Promise<DifficultyRow[]> {
  const { rows } =
    await sql<DifficultyRow>`SELECT ${difficultyColumns} WHERE f.assignment_id = ${assignmentId} ORDER BY f.raised_at, f.id`.execute(
      tx,
    );
  return rows;
}

export async function selectDifficultyOptional(tx: ReadTx, id: string): Promise<DifficultyRow | undefined> {
  const { rows } = await sql<DifficultyRow>`SELECT ${difficultyColumns} WHERE f.id = ${id}`.execute(tx);
  return rows[0];
}

export async function lockDifficultyOptional(tx: WriteTx, id: string): Promise<DifficultyRow | undefined> {
  await sql`SELECT id FROM plan.difficulty WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectDifficultyOptional(tx, id);
}

export async function insertDifficulty(
  tx: WriteTx,
  difficulty: {
    id: string;
    unitId: string;
    departmentId: string;
    assignmentId: string;
    addressedUnitId: string;
    title: string;
    body: string;
    raisedBy: string;
    raisedAt: Date;
  },
): Promise<void> {
  await sql`INSERT INTO plan.difficulty (id, unit_id, department_id, assignment_id, addressed_unit_id, title, body, raised_by, raised_at)
    VALUES (${difficulty.id}, ${difficulty.unitId}, ${difficulty.departmentId}, ${difficulty.assignmentId}, ${difficulty.addressedUnitId},
      ${difficulty.title}, ${difficulty.body}, ${difficulty.raisedBy}, ${difficulty.raisedAt})`.execute(tx);
}

export async function updateDifficulty(
  tx: WriteTx,
  id: string,
  change:
    | { state: 'answered'; answer: string; answeredBy: string; answeredAt: Date }
    | { state: 'closed'; closedAt: Date },
): Promise<void> {
  if (change.state === 'answered') {
    await sql`UPDATE plan.difficulty SET state = 'answered', answer = ${change.answer}, answered_by = ${change.answeredBy},
      answered_at = ${change.answeredAt}, version = version + 1 WHERE id = ${id}`.execute(tx);
  } else {
    await sql`UPDATE plan.difficulty SET state = 'closed', closed_at = ${change.closedAt}, version = version + 1 WHERE id = ${id}`.execute(
      tx,
    );
  }
}

/** Difficulties of an assignment that are not closed yet. */
export async function countUnsolved(tx: ReadTx, assignmentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.difficulty WHERE assignment_id = ${assignmentId} AND state <> 'closed'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * The unit that answers for a unit: its superior by the line of state management, else by professional guidance.
 * A department answers through the division that issued the plan.
 */
export async function selectSuperiorOptional(
  tx: ReadTx,
  unitId: string,
  documentId: string,
): Promise<{ id: string; name: string; kind: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string; kind: string }>`
    SELECT answering.id, answering.name, answering.kind
    FROM organisation.unit_line l JOIN organisation.unit u ON u.id = l.superior_id
    JOIN plan.document doc ON doc.id = ${documentId}
    JOIN organisation.unit answering ON answering.id = CASE WHEN u.kind = 'department' AND doc.unit_id <> ${unitId} THEN doc.unit_id ELSE u.id END
    WHERE l.subordinate_id = ${unitId} AND u.kind <> 'cluster'
    ORDER BY (l.line = 'state') DESC LIMIT 1`.execute(tx);
  return rows[0];
}

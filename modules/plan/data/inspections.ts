import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { InspectionKind, InspectionState } from '../rules/inspection.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

export interface InspectionRow {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly purpose: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly inspectedUnitId: string;
  readonly inspectedUnitName: string;
  readonly inspectedUnitKind: string;
  readonly plannedOn: string;
  readonly beganOn: string | null;
  readonly concludedAt: string | null;
  readonly conclusion: string | null;
  readonly cancelReason: string | null;
  readonly leaderId: string;
  readonly leaderName: string;
  readonly memberIds: readonly string[];
  readonly itemsTotal: number;
  readonly itemsChecked: number;
  readonly itemsNotMet: number;
  readonly findingsTotal: number;
  readonly findingsOpen: number;
  readonly findingsOverdue: number;
  readonly version: number;
}

const columns = (today: string) => sql`
  i.id, i.kind, i.state, i.purpose, i.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind",
  i.inspected_unit_id AS "inspectedUnitId", v.name AS "inspectedUnitName", v.kind AS "inspectedUnitKind", i.planned_on AS "plannedOn",
  i.began_on AS "beganOn", i.concluded_at AS "concludedAt", i.conclusion, i.cancel_reason AS "cancelReason", i.leader_id AS "leaderId",
  l.display_name AS "leaderName", i.member_ids AS "memberIds", i.version,
  items.total AS "itemsTotal", items.checked AS "itemsChecked", items.not_met AS "itemsNotMet",
  found.total AS "findingsTotal", found.open AS "findingsOpen", found.overdue AS "findingsOverdue"
  FROM plan.inspection i JOIN organisation.unit u ON u.id = i.unit_id JOIN organisation.unit v ON v.id = i.inspected_unit_id
  JOIN identity.account l ON l.id = i.leader_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE c.result <> 'notChecked') AS checked,
      count(*) FILTER (WHERE c.result = 'notMet') AS not_met
    FROM plan.inspection_item c WHERE c.inspection_id = i.id) items
  CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE f.state = 'open') AS open,
      count(*) FILTER (WHERE f.state = 'open' AND f.due_on < ${today}::date) AS overdue
    FROM plan.finding f WHERE f.inspection_id = i.id) found`;

export interface InspectionFilter {
  readonly state: InspectionState | 'all';
  readonly kind?: InspectionKind | undefined;
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function fits(filter: InspectionFilter) {
  return sql`true
    ${filter.state === 'all' ? sql`` : sql`AND i.state = ${filter.state}`}
    ${filter.kind ? sql`AND i.kind = ${filter.kind}` : sql``}
    ${filter.unitId ? sql`AND i.inspected_unit_id = ${filter.unitId}` : sql``}
    ${filter.from ? sql`AND i.planned_on >= ${filter.from}::date` : sql``}
    ${filter.to ? sql`AND i.planned_on <= ${filter.to}::date` : sql``}`;
}

/** Inspections in reach, the newest day first; `after` is the last row of the page before. */
export async function listInspections(
  tx: ReadTx,
  filter: InspectionFilter,
  page: { today: string; after: { on: string; id: string } | null; limit: number },
): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`SELECT ${columns(page.today)} WHERE ${fits(filter)}
      ${page.after ? sql`AND (i.planned_on, i.id) < (${page.after.on}::date, ${page.after.id}::uuid)` : sql``}
    ORDER BY i.planned_on DESC, i.id DESC LIMIT ${page.limit}`.execute(tx);
  return rows;
}

export async function countInspections(tx: ReadTx, filter: InspectionFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.inspection i WHERE ${fits(filter)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function selectInspectionOptional(
  tx: ReadTx,
  id: string,
  today: string,
): Promise<InspectionRow | undefined> {
  const { rows } = await sql<InspectionRow>`SELECT ${columns(today)} WHERE i.id = ${id}`.execute(tx);
  return rows[0];
}

/** The same row locked until the end of the transaction; undefined also when the person may not change it. */
export async function lockInspectionOptional(
  tx: WriteTx,
  id: string,
  today: string,
): Promise<InspectionRow | undefined> {
  await sql`SELECT id FROM plan.inspection WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectInspectionOptional(tx, id, today);
}

export async function listPeople(tx: ReadTx, ids: readonly string[]): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    SELECT id, display_name AS name FROM identity.account WHERE id = ANY (${ids}::uuid[]) ORDER BY display_name`.execute(
    tx,
  );
  return rows;
}

/** Active accounts of these ids, with whether each works in the unit or a unit below it on `today`. */
export async function listTeamCandidates(
  tx: ReadTx,
  ids: readonly string[],
  inspectedUnitId: string,
  today: string,
): Promise<(PersonRow & { readonly inside: boolean })[]> {
  const { rows } = await sql<PersonRow & { inside: boolean }>`
    SELECT a.id, a.display_name AS name, EXISTS (
      SELECT 1 FROM identity.role_assignment r
      JOIN organisation.unit_reach reach ON reach.descendant_id = r.unit_id AND reach.ancestor_id = ${inspectedUnitId}
      WHERE r.account_id = a.id AND r.starts_on <= ${today}::date AND (r.ends_on IS NULL OR r.ends_on >= ${today}::date)
    ) AS inside
    FROM identity.account a WHERE a.id = ANY (${ids}::uuid[]) AND a.status = 'active'`.execute(tx);
  return rows;
}

/** A school or commune that still works, when `unitId` reaches it (or the whole department is in reach). */
export async function selectInspectableOptional(
  tx: ReadTx,
  inspectedUnitId: string,
  by: { unitId: string; wholeDepartment: boolean },
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT u.id, u.name FROM organisation.unit u
    WHERE u.id = ${inspectedUnitId} AND u.kind IN ('school', 'commune') AND u.closed_on IS NULL AND u.id <> ${by.unitId}
      AND (${by.wholeDepartment} OR EXISTS (SELECT 1 FROM organisation.unit_reach reach
        WHERE reach.ancestor_id = ${by.unitId} AND reach.descendant_id = u.id))`.execute(tx);
  return rows[0];
}

export interface CheckableDuty {
  readonly id: string;
  readonly title: string;
  readonly definitionOfDone: string;
}

/** Duties of the plan in force given to a unit: those of `dutyIds`, else those that have begun by `day`. At most 300. */
export async function listCheckableDuties(
  tx: ReadTx,
  unitId: string,
  choice: { dutyIds: readonly string[] } | { day: string },
): Promise<CheckableDuty[]> {
  const { rows } = await sql<CheckableDuty>`
    SELECT d.id, d.title, d.definition_of_done AS "definitionOfDone"
    FROM plan.duty d JOIN plan.document doc ON doc.id = d.document_id AND doc.status = 'published'
    WHERE d.status = 'active' AND d.kind <> 'solution'
      AND ${'dutyIds' in choice ? sql`d.id = ANY (${choice.dutyIds}::uuid[])` : sql`d.starts_on <= ${choice.day}::date`}
      AND EXISTS (SELECT 1 FROM plan.assignment a WHERE a.duty_id = d.id AND a.unit_id = ${unitId} AND a.state <> 'notApplicable')
    ORDER BY doc.published_at, d.position, d.id LIMIT 300`.execute(tx);
  return rows;
}

export interface NewInspection {
  readonly id: string;
  readonly departmentId: string;
  readonly unitId: string;
  readonly inspectedUnitId: string;
  readonly kind: InspectionKind;
  readonly purpose: string;
  readonly plannedOn: string;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
}

export async function insertInspection(tx: WriteTx, row: NewInspection): Promise<void> {
  await sql`INSERT INTO plan.inspection (id, department_id, unit_id, inspected_unit_id, kind, purpose, planned_on, leader_id, member_ids,
      created_by, created_at)
    VALUES (${row.id}, ${row.departmentId}, ${row.unitId}, ${row.inspectedUnitId}, ${row.kind}, ${row.purpose}, ${row.plannedOn}::date,
      ${row.leaderId}, ${row.memberIds}::uuid[], ${row.createdBy}, ${row.createdAt})`.execute(tx);
}

export interface InspectionChange {
  readonly purpose?: string | undefined;
  readonly plannedOn?: string | undefined;
  readonly leaderId?: string | undefined;
  readonly memberIds?: readonly string[] | undefined;
  readonly state?: InspectionState;
  readonly beganOn?: string;
  readonly concludedAt?: Date;
  readonly conclusion?: string;
  readonly cancelReason?: string;
}

/** Absent fields stay as they are. */
export async function updateInspectionRow(tx: WriteTx, id: string, change: InspectionChange): Promise<void> {
  await sql`UPDATE plan.inspection SET
      purpose = coalesce(${change.purpose ?? null}::text, purpose),
      planned_on = coalesce(${change.plannedOn ?? null}::date, planned_on),
      leader_id = coalesce(${change.leaderId ?? null}::uuid, leader_id),
      member_ids = coalesce(${change.memberIds ?? null}::uuid[], member_ids),
      state = coalesce(${change.state ?? null}::text, state),
      began_on = coalesce(${change.beganOn ?? null}::date, began_on),
      concluded_at = coalesce(${change.concludedAt ?? null}::timestamptz, concluded_at),
      conclusion = coalesce(${change.conclusion ?? null}::text, conclusion),
      cancel_reason = coalesce(${change.cancelReason ?? null}::text, cancel_reason),
      version = version + 1
    WHERE id = ${id}`.execute(tx);
}

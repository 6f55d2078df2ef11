import { type ReadTx, sql } from '#platform/db';
import type { Place } from '../rules/cursor.ts';

export interface StateCounts {
  readonly total: number;
  readonly notStarted: number;
  readonly inProgress: number;
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly notApplicable: number;
  readonly overdue: number;
  readonly blocked: number;
}

const late = sql`a.state IN ('notStarted', 'inProgress', 'returned') AND a.due_on <`;

/** Counts of the shown states: an overdue assignment counts as overdue and no longer as its stored state. */
function counted(today: string) {
  return sql`count(*) AS total,
    count(*) FILTER (WHERE a.state = 'notStarted' AND a.due_on >= ${today}::date) AS "notStarted",
    count(*) FILTER (WHERE a.state = 'inProgress' AND a.due_on >= ${today}::date) AS "inProgress",
    count(*) FILTER (WHERE a.state = 'submitted') AS submitted,
    count(*) FILTER (WHERE a.state = 'returned' AND a.due_on >= ${today}::date) AS returned,
    count(*) FILTER (WHERE a.state = 'accepted') AS accepted,
    count(*) FILTER (WHERE a.state = 'notApplicable') AS "notApplicable",
    count(*) FILTER (WHERE ${late} ${today}::date) AS overdue,
    count(*) FILTER (WHERE a.blocked_since IS NOT NULL) AS blocked`;
}

/** State of each duty of a document over the units in reach. */
export async function countByDuty(
  tx: ReadTx,
  documentId: string,
  today: string,
): Promise<{ dutyId: string; counts: StateCounts }[]> {
  const { rows } = await sql<StateCounts & { dutyId: string }>`
    SELECT a.duty_id AS "dutyId", ${counted(today)} FROM plan.assignment a
    WHERE a.document_id = ${documentId} AND a.parent_id IS NULL GROUP BY a.duty_id`.execute(tx);
  return rows.map(({ dutyId, ...counts }) => ({ dutyId, counts }));
}

/** The person's own assignment of each duty of a document: the one in the own name before the unit's. */
export async function listOwnAssignments(
  tx: ReadTx,
  documentId: string,
  holder: { accountId: string; unitId: string | null; roles: readonly string[] },
): Promise<{ dutyId: string; id: string }[]> {
  const { rows } = await sql<{ dutyId: string; id: string }>`
    SELECT DISTINCT ON (a.duty_id) a.duty_id AS "dutyId", a.id FROM plan.assignment a
    WHERE a.document_id = ${documentId} AND (a.account_id = ${holder.accountId}
      OR a.account_id IS NULL AND a.unit_id = ${holder.unitId}::uuid AND a.role = ANY (${holder.roles}))
    ORDER BY a.duty_id, a.account_id NULLS LAST, a.id`.execute(tx);
  return rows;
}

export interface BoardFilter {
  /** Only this unit and what it reaches. */
  readonly unitId?: string | undefined;
  readonly dutyId?: string | undefined;
  readonly section?: string | undefined;
  readonly month?: string | undefined;
  readonly level?: 'lowerSecondary' | 'upperSecondary' | 'both' | undefined;
  readonly show: 'all' | 'overdue' | 'blocked';
}

const both = (conditions: (ReturnType<typeof sql> | undefined)[]) =>
  sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` AND `,
  );

/** Which assignments (`a`) a board counts, by their own columns. */
function matching(documentId: string, departmentId: string, filter: BoardFilter, today: string) {
  return both([
    sql`a.department_id = ${departmentId} AND a.document_id = ${documentId} AND a.account_id IS NULL`,
    filter.unitId
      ? sql`a.board_unit_id IN (SELECT descendant_id FROM organisation.unit_reach WHERE ancestor_id = ${filter.unitId})`
      : undefined,
    filter.dutyId ? sql`a.duty_id = ${filter.dutyId}` : undefined,
    filter.month ? sql`to_char(a.due_on, 'YYYY-MM') = ${filter.month}` : undefined,
    filter.show === 'overdue' ? sql`${late} ${today}::date` : undefined,
    filter.show === 'blocked' ? sql`a.blocked_since IS NOT NULL` : undefined,
  ]);
}

/** Which of them by their duty (`d`). */
function matchingDuty(filter: BoardFilter) {
  return both([
    sql`true`,
    filter.section === undefined ? undefined : sql`coalesce(d.section_path[1], '') = ${filter.section}`,
    filter.level ? sql`d.level = ${filter.level}` : undefined,
  ]);
}

export type BoardRows = 'communes' | 'schools' | 'divisions' | 'all';
export type BoardColumns = 'section' | 'month' | 'duty';

/** The unit whose row of the board an assignment counts in (`b`: its unit on the board). */
function rowOf(rows: BoardRows, within: string | undefined) {
  if (rows === 'communes') return sql`CASE WHEN b.kind = 'school' THEN b.parent_id ELSE b.id END`;
  if (rows === 'all' && within)
    return sql`CASE WHEN a.board_unit_id = ${within} THEN a.unit_id ELSE a.board_unit_id END`;
  return sql`b.id`;
}

/** Which units' assignments make a board of these rows. */
function kindsOf(rows: BoardRows) {
  if (rows === 'schools') return sql`AND b.kind = 'school'`;
  return rows === 'divisions' ? sql`AND b.kind IN ('department', 'division')` : sql``;
}

export interface BoardCell extends StateCounts {
  readonly unitId: string;
  readonly column: string;
}

/**
 * The cells of the board: one row a unit and column, in one statement over the index assignment_board.
 * With rows 'communes' a school under a commune counts in its commune, other schools in the department.
 * Assignments, duties and units are fenced from one another (MATERIALIZED, OFFSET 0): through their policies the planner would expect a
 * dozen rows where there are a hundred thousand, and look up the unit of every assignment one by one (three times the time in a nation).
 */
export async function listBoardCells(
  tx: ReadTx,
  document: { id: string; departmentId: string },
  rows: BoardRows,
  columns: BoardColumns,
  filter: BoardFilter,
  today: string,
): Promise<BoardCell[]> {
  const column =
    columns === 'duty'
      ? sql`a.duty_id::text`
      : columns === 'month'
        ? sql`to_char(a.due_on, 'YYYY-MM')`
        : sql`coalesce(d.section_path[1], '')`;
  const result = await sql<BoardCell>`
    WITH d AS MATERIALIZED (SELECT id, section_path, level FROM plan.duty WHERE document_id = ${document.id}),
      b AS MATERIALIZED (SELECT id, kind, parent_id FROM organisation.unit WHERE department_id = ${document.departmentId})
    SELECT ${rowOf(rows, filter.unitId)} AS "unitId", ${column} AS "column", ${counted(today)}
    FROM (SELECT duty_id, unit_id, board_unit_id, state, due_on, blocked_since FROM plan.assignment a
          WHERE ${matching(document.id, document.departmentId, filter, today)} OFFSET 0) a
      JOIN d ON d.id = a.duty_id JOIN b ON b.id = a.board_unit_id
    WHERE ${matchingDuty(filter)} ${kindsOf(rows)}
    GROUP BY 1, 2`.execute(tx);
  return result.rows;
}

export interface BoardUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Names of units in the order of a board: communes by position, schools by name in Vietnamese order. */
export async function listBoardUnits(tx: ReadTx, ids: readonly string[]): Promise<BoardUnit[]> {
  const { rows } = await sql<BoardUnit>`
    SELECT id, name, kind FROM organisation.unit WHERE id = ANY (${ids}::uuid[])
    ORDER BY array_position(ARRAY['department', 'division', 'cluster', 'commune', 'school', 'subjectTeam'], kind), position,
      name COLLATE organisation.vietnamese`.execute(tx);
  return rows;
}

export interface BoardCellItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly role: string;
  readonly state: 'notStarted' | 'inProgress' | 'submitted' | 'returned' | 'accepted' | 'notApplicable';
  readonly dueOn: string;
  readonly blocked: boolean;
  readonly responsible: { name: string; role: string; unit: string; phone: string | null }[];
}

/**
 * The assignments behind a cell, late ones first, each with the people who can move it: the holders in the unit, or,
 * when it is blocked, the heads of the unit that the difficulty is addressed to.
 */
export async function listBoardCell(
  tx: ReadTx,
  document: { id: string; departmentId: string },
  filter: BoardFilter,
  options: {
    today: string;
    after: Place | null;
    limit: number;
    /** Only what this row of a board counts. */
    row?: { rows: BoardRows; unitId: string } | undefined;
  },
): Promise<BoardCellItem[]> {
  const { row, after } = options;
  const { rows } = await sql<BoardCellItem>`
    WITH page AS MATERIALIZED (
      SELECT a.id, d.code, d.title, u.id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", a.role, a.state, a.due_on AS "dueOn",
        a.blocked_since IS NOT NULL AS blocked
      FROM plan.assignment a JOIN plan.duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
      JOIN organisation.unit b ON b.id = a.board_unit_id
      WHERE ${matching(document.id, document.departmentId, filter, options.today)} AND ${matchingDuty(filter)}
        ${row ? sql`${kindsOf(row.rows)} AND ${rowOf(row.rows, filter.unitId)} = ${row.unitId}` : sql``}
        ${after ? sql`AND (a.due_on, a.id) > (${after.on}::date, ${after.id}::uuid)` : sql``}
      ORDER BY a.due_on, a.id LIMIT ${options.limit}
    ), holder AS MATERIALIZED (
      SELECT page.id, r.account_id, r.role, ru.name AS unit
      FROM page JOIN identity.role_assignment r ON r.unit_id = CASE WHEN page.blocked
          THEN (SELECT f.addressed_unit_id FROM plan.difficulty f WHERE f.assignment_id = page.id AND f.state = 'open' ORDER BY f.raised_at, f.id LIMIT 1)
          ELSE page."unitId" END
        AND CASE WHEN page.blocked THEN r.role IN ('departmentLeader', 'divisionHead', 'communeLeader', 'communeOfficer', 'principal')
          ELSE r.role = page.role END
        AND (r.ends_on IS NULL OR r.ends_on >= ${options.today}::date)
      JOIN organisation.unit ru ON ru.id = r.unit_id
    ), responsible AS (
      SELECT holder.id, jsonb_agg(jsonb_build_object('name', p.display_name, 'role', holder.role, 'unit', holder.unit, 'phone', reached.phone)
        ORDER BY p.display_name, p.id, holder.role) AS people
      FROM holder JOIN identity.account p ON p.id = holder.account_id
      LEFT JOIN identity.account_details(ARRAY(SELECT DISTINCT account_id FROM holder)) reached ON reached.account_id = p.id
      GROUP BY holder.id
    )
    SELECT page.*, coalesce(responsible.people, '[]') AS responsible FROM page LEFT JOIN responsible USING (id)
    ORDER BY "dueOn", id`.execute(tx);
  return rows;
}

export interface CalendarRow extends StateCounts {
  readonly dutyId: string;
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly responsible: string[];
  readonly assignmentId: string | null;
}

/** Duties of the plan whose window meets [from, to], with their state in reach and the person's own assignment. */
export async function listCalendar(
  tx: ReadTx,
  documentId: string,
  range: { from: string; to: string },
  holder: { accountId: string; unitId: string | null; roles: readonly string[] },
  today: string,
): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    SELECT d.id AS "dutyId", d.code, d.kind, d.title, d.starts_on AS "startsOn", d.due_on AS "dueOn", d.responsible, ${counted(today)},
      (array_agg(a.id) FILTER (WHERE a.account_id = ${holder.accountId}
        OR a.account_id IS NULL AND a.unit_id = ${holder.unitId}::uuid AND a.role = ANY (${holder.roles})))[1] AS "assignmentId"
    FROM plan.duty d JOIN plan.assignment a ON a.duty_id = d.id
    WHERE d.document_id = ${documentId} AND d.status = 'active' AND d.starts_on <= ${range.to}::date AND d.due_on >= ${range.from}::date
    GROUP BY d.id ORDER BY d.due_on, d.position`.execute(tx);
  return rows;
}

/** Open assignments of a person under any of the person's roles, for the calendar feed (the reading account is set). */
export async function listFeed(tx: ReadTx): Promise<
  {
    id: string;
    title: string;
    body: string;
    startsOn: string;
    dueOn: string;
    unit: string;
    updatedAt: string;
  }[]
> {
  const { rows } = await sql<{
    id: string;
    title: string;
    body: string;
    startsOn: string;
    dueOn: string;
    unit: string;
    updatedAt: string;
  }>`
    SELECT * FROM plan.own_feed()`.execute(tx);
  return rows;
}

export interface SearchRow {
  readonly kind: 'assignment' | 'duty' | 'unit' | 'person' | 'officialDocument';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Finds the person's own work and duties of the plan in force in a school year, units and people by text without diacritics. */
export async function searchEverything(
  tx: ReadTx,
  folded: string,
  schoolYearId: string | null,
  holder: { accountId: string; unitId: string | null; roles: readonly string[] },
): Promise<SearchRow[]> {
  const inForce = sql`doc.status = 'published' AND doc.school_year_id = ${schoolYearId}::uuid`;
  const like = `%${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<SearchRow>`
    (SELECT 'assignment' AS kind, a.id, d.title, d.code || ' · ' || u.name AS detail
     FROM plan.assignment a JOIN plan.duty d ON d.id = a.duty_id JOIN organisation.unit u ON u.id = a.unit_id
     JOIN plan.document doc ON doc.id = a.document_id AND ${inForce}
     WHERE d.search_text LIKE ${like} AND (a.account_id = ${holder.accountId}
       OR a.account_id IS NULL AND a.unit_id = ${holder.unitId}::uuid AND a.role = ANY (${holder.roles})) ORDER BY a.due_on, a.id LIMIT 8)
    UNION ALL
    (SELECT 'duty', d.id, d.title, d.code FROM plan.duty d JOIN plan.document doc ON doc.id = d.document_id AND ${inForce}
     WHERE d.status = 'active' AND d.search_text LIKE ${like} ORDER BY d.position LIMIT 8)
    UNION ALL
    (SELECT 'unit', u.id, u.name, coalesce(p.name, '') FROM organisation.unit u LEFT JOIN organisation.unit p ON p.id = u.parent_id
     WHERE u.search_text LIKE ${like} AND u.closed_on IS NULL ORDER BY length(u.name), u.name, u.id LIMIT 8)
    UNION ALL
    (SELECT 'person', p.id, p.display_name, coalesce((SELECT u.name FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
       WHERE r.account_id = p.id LIMIT 1), '')
     FROM identity.account p WHERE p.search_text LIKE ${like} AND p.status = 'active'
       AND EXISTS (SELECT 1 FROM identity.role_assignment r WHERE r.account_id = p.id) ORDER BY p.display_name, p.id LIMIT 8)`.execute(
    tx,
  );
  return rows;
}

import { type ReadTx, sql, type WriteTx } from '#platform/db';
import { assignmentLink, overdueDutyLink } from '../rules/links.ts';
import { headRoles } from '../rules/reminders.ts';

const openStates = sql`a.state IN ('notStarted', 'inProgress', 'returned')`;

/** Deadlines of open work up to `until` ('YYYY-MM-DD'), each once. */
export async function listOpenDeadlines(tx: ReadTx, until: string): Promise<string[]> {
  const { rows } = await sql<{ dueOn: string }>`
    SELECT DISTINCT a.due_on AS "dueOn" FROM plan.assignment a
    JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published'
    WHERE ${openStates} AND a.due_on <= ${until}::date`.execute(tx);
  return rows.map(({ dueOn }) => dueOn);
}

/** What is told about one deadline today. */
export interface DeadlineStep {
  readonly dueOn: string;
  readonly key: string;
  readonly since: string;
  readonly overdue: boolean;
  /** Beginning of the notice's title: 'Còn 7 ngày'. */
  readonly words: string;
}

export interface Told {
  readonly assignments: number;
  readonly notices: number;
  readonly accountIds: readonly string[];
}

function stepTable(steps: readonly DeadlineStep[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
    AS step ("dueOn" date, key text, since date, overdue boolean, words text)`;
}

/** A day in Việt Nam of a moment. */
function localDay(column: ReturnType<typeof sql>) {
  return sql`organisation.local_day(${column})`;
}

function holdsOn(now: Date) {
  return sql`held.starts_on <= ${localDay(sql`${now}::timestamptz`)} AND (held.ends_on IS NULL OR held.ends_on >= ${localDay(sql`${now}::timestamptz`)})
    AND EXISTS (SELECT 1 FROM identity.account holder WHERE holder.id = held.account_id AND holder.status = 'active')`;
}

/**
 * Reminds whoever carries open work of each step that nobody was told yet: the person it is given to, else the
 * holders of its role in the unit. One statement for the whole department.
 */
export async function remindCarriers(
  tx: WriteTx,
  departmentId: string,
  steps: readonly DeadlineStep[],
  now: Date,
): Promise<Told> {
  const { rows } = await sql<Told>`
    WITH due AS MATERIALIZED (
      SELECT a.id, a.unit_id, a.role, a.account_id, a.due_on, step.key, step.words, d.title AS duty_title, u.name AS unit_name
      FROM ${stepTable(steps)} JOIN plan.assignment a ON a.due_on = step."dueOn"
      JOIN plan.duty d ON d.id = a.duty_id AND d.status = 'active'
      JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published'
      JOIN organisation.unit u ON u.id = a.unit_id AND u.closed_on IS NULL
      WHERE a.department_id = ${departmentId} AND ${openStates}
        AND (a.reminded_at IS NULL OR ${localDay(sql`a.reminded_at`)} < step.since)
    ), marked AS (
      UPDATE plan.assignment a SET reminded_at = ${now} FROM due WHERE a.id = due.id RETURNING a.id
    ), recorded AS (
      INSERT INTO plan.assignment_event (id, assignment_id, unit_id, department_id, at, kind, note, details)
      SELECT organisation.uuid_v7(), due.id, due.unit_id, ${departmentId}, ${now}, 'reminded', due.words, jsonb_build_object('step', due.key)
      FROM due RETURNING 1
    ), told AS (
      INSERT INTO plan.notice (id, account_id, department_id, kind, title, body, link, at, once_key)
      SELECT organisation.uuid_v7(), person.account_id, ${departmentId}, 'reminder', left(due.words || ': ' || due.duty_title, 300),
        'Hạn ' || to_char(due.due_on, 'DD/MM/YYYY') || ' · ' || due.unit_name, ${assignmentLink('')}::text || due.id, ${now},
        'reminder:' || due.id || ':' || due.due_on || ':' || due.key
      FROM due CROSS JOIN LATERAL (
        SELECT due.account_id WHERE due.account_id IS NOT NULL
        UNION
        SELECT held.account_id FROM identity.role_assignment held
        WHERE due.account_id IS NULL AND held.unit_id = due.unit_id AND held.role = due.role AND ${holdsOn(now)}
      ) person
      ON CONFLICT (account_id, once_key) DO NOTHING RETURNING account_id
    )
    SELECT (SELECT count(*) FROM marked) AS assignments, (SELECT count(*) FROM told) AS notices,
      (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM told) AS "accountIds"`.execute(tx);
  return rows[0] as Told;
}

/**
 * Brings overdue work to the level above: a person's to the heads of the unit, a unit's to the heads of the unit
 * above it (state management first, else professional guidance; the department answers through the division that
 * issued the plan). Those heads get one notice per duty, however many units are late with it.
 */
export async function escalateOverdue(
  tx: WriteTx,
  departmentId: string,
  steps: readonly DeadlineStep[],
  now: Date,
): Promise<Told> {
  const { rows } = await sql<Told>`
    WITH late AS MATERIALIZED (
      SELECT a.id, a.unit_id, a.account_id, a.duty_id, a.due_on, step.key, step.words, d.title AS duty_title, u.name AS unit_name,
        CASE WHEN a.account_id IS NOT NULL THEN a.unit_id ELSE above.id END AS told_unit_id
      FROM ${stepTable(steps)} JOIN plan.assignment a ON a.due_on = step."dueOn" AND step.overdue
      JOIN plan.duty d ON d.id = a.duty_id AND d.status = 'active'
      JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published'
      JOIN organisation.unit u ON u.id = a.unit_id AND u.closed_on IS NULL
      LEFT JOIN LATERAL (
        SELECT CASE WHEN superior.kind = 'department' AND doc.unit_id <> a.unit_id THEN doc.unit_id ELSE superior.id END AS id
        FROM organisation.unit_line line JOIN organisation.unit superior ON superior.id = line.superior_id
        WHERE line.subordinate_id = a.unit_id AND superior.kind <> 'cluster' AND superior.closed_on IS NULL
        ORDER BY (line.line = 'state') DESC, superior.id LIMIT 1
      ) above ON true
      WHERE a.department_id = ${departmentId} AND ${openStates}
        AND (a.escalated_at IS NULL OR ${localDay(sql`a.escalated_at`)} < step.since)
    ), marked AS (
      UPDATE plan.assignment a SET escalated_at = ${now} FROM late WHERE a.id = late.id AND late.told_unit_id IS NOT NULL RETURNING a.id
    ), recorded AS (
      INSERT INTO plan.assignment_event (id, assignment_id, unit_id, department_id, at, kind, note, details)
      SELECT organisation.uuid_v7(), late.id, late.unit_id, ${departmentId}, ${now}, 'escalated', 'Báo lên: ' || told.name,
        jsonb_build_object('step', late.key, 'toUnit', told.id)
      FROM late JOIN organisation.unit told ON told.id = late.told_unit_id RETURNING 1
    ), told AS (
      INSERT INTO plan.notice (id, account_id, department_id, kind, title, body, link, at, once_key)
      SELECT organisation.uuid_v7(), held.account_id, ${departmentId}, 'escalation', left(min(late.words) || ': ' || min(late.duty_title), 300),
        left(CASE count(*) WHEN 1 THEN min(late.unit_name) ELSE count(*) || ' nơi chậm: ' || string_agg(DISTINCT late.unit_name, ', ') END, 1000),
        CASE count(*) WHEN 1 THEN ${assignmentLink('')}::text || min(late.id::text) ELSE ${overdueDutyLink('')}::text || late.duty_id END, ${now},
        'escalation:' || late.duty_id || ':' || late.due_on || ':' || late.key || ':' || md5(string_agg(late.id::text, ',' ORDER BY late.id))
      FROM late JOIN organisation.unit told ON told.id = late.told_unit_id
      JOIN identity.role_assignment held ON held.unit_id = told.id AND ${holdsOn(now)}
        AND ${JSON.stringify(headRoles)}::jsonb -> told.kind ? held.role
      WHERE held.account_id IS DISTINCT FROM late.account_id
      GROUP BY held.account_id, late.duty_id, late.due_on, late.key
      ON CONFLICT (account_id, once_key) DO NOTHING RETURNING account_id
    )
    SELECT (SELECT count(*) FROM marked) AS assignments, (SELECT count(*) FROM told) AS notices,
      (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM told) AS "accountIds"`.execute(tx);
  return rows[0] as Told;
}

/** Adds one mail job for each of these persons who takes mail, about the notices made at `at`. Gives their number. */
export async function addDigestJobs(
  tx: WriteTx,
  departmentId: string,
  accountIds: readonly string[],
  at: Date,
): Promise<number> {
  const { rows } = await sql`
    SELECT platform.add_job('plan.mailDigest',
      json_build_object('departmentId', ${departmentId}::uuid, 'accountId', person.account_id, 'at', ${at.toISOString()}::text),
      job_key => 'plan.mailDigest:' || person.account_id || ':' || ${at.toISOString()}::text)
    FROM plan.mail_takers() person
    WHERE person.account_id = ANY (${accountIds}::uuid[])`.execute(tx);
  return rows.length;
}

export interface Digest {
  readonly email: string;
  readonly name: string;
  readonly lines: { kind: string; title: string; body: string; link: string }[];
}

/** What a person was told at `at`; nothing when the person takes no mail any more. */
export async function selectDigestOptional(
  tx: ReadTx,
  accountId: string,
  at: string,
): Promise<Digest | undefined> {
  const { rows } = await sql<Digest>`
    SELECT person.email, person.display_name AS name,
      (SELECT jsonb_agg(jsonb_build_object('kind', told.kind, 'title', told.title, 'body', told.body, 'link', told.link) ORDER BY told.kind, told.id)
       FROM plan.notice told WHERE told.account_id = person.account_id AND told.at = ${at}::timestamptz) AS lines
    FROM plan.mail_takers() person WHERE person.account_id = ${accountId}`.execute(tx);
  return rows[0]?.lines ? rows[0] : undefined;
}

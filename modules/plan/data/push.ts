import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { PushSubscription } from '#platform/push';
import type { NoticeTopic, Ways } from '../rules/notice-topics.ts';

export interface Device {
  readonly id: string;
  readonly endpoint: string;
  readonly madeAt: string;
}

/** Browsers on which the person asking is told, newest first. */
export async function listDevices(tx: ReadTx): Promise<Device[]> {
  const { rows } = await sql<Device>`
    SELECT id, endpoint, made_at AS "madeAt" FROM plan.push_subscription ORDER BY made_at DESC, id`.execute(
    tx,
  );
  return rows;
}

export async function keepSubscription(
  tx: WriteTx,
  sessionId: string,
  { endpoint, p256dh, auth }: PushSubscription,
  now: Date,
): Promise<void> {
  await sql`SELECT plan.keep_push(${uuidv7()}, ${sessionId}, ${endpoint}, ${p256dh}, ${auth}, ${now})`.execute(
    tx,
  );
}

export async function deleteSubscription(tx: WriteTx, endpoint: string): Promise<void> {
  await sql`DELETE FROM plan.push_subscription WHERE endpoint = ${endpoint}`.execute(tx);
}

/** Whether any of these people has a browser to be told on. */
export async function anySubscribed(tx: ReadTx, accountIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT plan.any_push(${accountIds}::uuid[]) AS any`.execute(
    tx,
  );
  return rows[0]?.any ?? false;
}

export interface PushTarget extends PushSubscription {
  readonly id: string;
  readonly accountId: string;
  /** Kinds of what the person was told and has not read. */
  readonly kinds: readonly string[];
}

/** For background work: browsers of these people to whom something was told at `told` and that have not heard of it. */
export async function listTargets(
  tx: ReadTx,
  accountIds: readonly string[],
  told: string,
  now: Date,
): Promise<PushTarget[]> {
  const { rows } = await sql<PushTarget>`
    SELECT id, account_id AS "accountId", endpoint, p256dh, auth, kinds
    FROM plan.push_targets(${accountIds}::uuid[], ${told}::timestamptz, ${now})`.execute(tx);
  return rows;
}

export async function markPushed(tx: WriteTx, id: string, gone: boolean, told: string): Promise<void> {
  await sql`SELECT plan.pushed(${id}, ${gone}, ${told}::timestamptz)`.execute(tx);
}

export type Choices = Partial<Record<NoticeTopic, Ways>>;

/** Choices by account: of the person asking, or for background work of any of the department. */
export async function listChoices(tx: ReadTx, accountIds: readonly string[]): Promise<Map<string, Choices>> {
  const { rows } = await sql<{ accountId: string; choices: Choices }>`
    SELECT account_id AS "accountId", jsonb_object_agg(topic, jsonb_build_object('mail', mail, 'push', push)) AS choices
    FROM plan.notice_choice WHERE account_id = ANY (${accountIds}::uuid[]) GROUP BY account_id`.execute(tx);
  return new Map(rows.map(({ accountId, choices }) => [accountId, choices]));
}

export async function writeChoice(
  tx: WriteTx,
  of: { readonly accountId: string; readonly departmentId: string; readonly topic: NoticeTopic },
  { mail, push }: Ways,
): Promise<void> {
  await sql`INSERT INTO plan.notice_choice (account_id, department_id, topic, mail, push)
    VALUES (${of.accountId}, ${of.departmentId}, ${of.topic}, ${mail}, ${push})
    ON CONFLICT (account_id, topic) DO UPDATE SET mail = excluded.mail, push = excluded.push`.execute(tx);
}

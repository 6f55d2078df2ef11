import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** What was said to a command; kept, and said again whenever it comes again. */
export interface Said {
  readonly outcome: 'applied' | 'conflict' | 'refused';
  readonly answer: unknown;
}

export interface ReceiptRow extends Said {
  readonly seq: number;
  readonly id: string;
  readonly hash: string;
}

/** The receipts of a device from number `from` on, ascending. */
export async function listReceipts(
  tx: ReadTx,
  deviceId: string,
  from: number,
  to: number,
): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    SELECT seq, command_id AS id, input_hash AS hash, outcome, answer FROM sync.receipt
    WHERE device_id = ${deviceId} AND seq BETWEEN ${from} AND ${to} ORDER BY seq`.execute(tx);
  return rows;
}

export interface NewReceipt extends ReceiptRow {
  readonly name: string;
  readonly madeAt: string;
  readonly clockDoubt: 'ahead' | 'behind' | null;
  readonly togetherWith: string | null;
  readonly decides: string | null;
}

/** Keeps the answers of a message, in one statement each for the device's order and for the guard against repeats by any way. */
export async function insertReceipts(
  tx: WriteTx,
  who: { deviceId: string; accountId: string; now: Date },
  receipts: readonly NewReceipt[],
): Promise<void> {
  const rows = JSON.stringify(receipts);
  await Promise.all([
    sql`INSERT INTO sync.receipt (device_id, seq, command_id, account_id, name, input_hash, made_at, received_at, clock_doubt, outcome,
        answer, together_with, decides)
      SELECT ${who.deviceId}, r.seq, r.id, ${who.accountId}, r.name, r.hash, r."madeAt", ${who.now}, r."clockDoubt", r.outcome, r.answer,
        r."togetherWith", r.decides
      FROM jsonb_to_recordset(${rows}::jsonb) AS r (seq bigint, id uuid, name text, hash text, "madeAt" timestamptz, "clockDoubt" text,
        outcome text, answer jsonb, "togetherWith" uuid, decides uuid)`.execute(tx),
    sql`UPDATE audit.command c SET status = CASE r.outcome WHEN 'applied' THEN 200 WHEN 'conflict' THEN 409 ELSE 422 END,
        answer = CASE WHEN r.outcome = 'applied' THEN r.answer ELSE jsonb_build_object('outcome', r.outcome, 'said', r.answer) END
      FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, hash text, outcome text, answer jsonb)
      WHERE c.account_id = ${who.accountId} AND c.id = r.id AND c.input_hash = r.hash AND c.answer IS NULL`.execute(
      tx,
    ),
  ]);
}

/**
 * Takes the ids of commands for this message, as the button does for its own (#platform/http): whoever sends the same id at the same
 * moment by another way waits until we are done, and then finds the answer. Gives the ids that were free.
 */
export async function claimCommands(
  tx: WriteTx,
  who: { accountId: string; departmentId: string; now: Date },
  commands: readonly { readonly id: string; readonly name: string; readonly hash: string }[],
): Promise<Set<string>> {
  const rows = JSON.stringify(commands.map(({ id, name, hash }) => ({ id, name, hash })));
  const claimed = await sql<{ id: string }>`
    INSERT INTO audit.command (id, account_id, action, department_id, input_hash, at)
    SELECT r.id, ${who.accountId}, r.name, ${who.departmentId}, r.hash, ${who.now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, name text, hash text) ORDER BY r.id
    ON CONFLICT (account_id, id) DO NOTHING RETURNING id`.execute(tx);
  return new Set(claimed.rows.map(({ id }) => id));
}

export interface KnownCommand extends Said {
  readonly id: string;
  readonly action: string;
  readonly hash: string;
}

/** Commands of the account that have their answer already, by whatever device or way they came. */
export async function listKnownCommands(
  tx: ReadTx,
  accountId: string,
  ids: readonly string[],
): Promise<Map<string, KnownCommand>> {
  const { rows } = await sql<KnownCommand>`
    SELECT id, action, input_hash AS hash, CASE WHEN status < 400 THEN 'applied' ELSE coalesce(answer ->> 'outcome', 'refused') END AS outcome,
      CASE WHEN status < 400 THEN answer ELSE coalesce(answer -> 'said', answer) END AS answer
    FROM audit.command WHERE account_id = ${accountId} AND id = ANY (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

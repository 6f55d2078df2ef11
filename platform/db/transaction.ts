import assert from 'node:assert/strict';
import type { Duplex } from 'node:stream';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  Transaction,
} from 'kysely';
import type pg from 'pg';

/** Tables by qualified name. SQL is written as `sql<Row>` templates, so columns are not typed here. */
export type Tables = Record<string, Record<string, unknown>>;

declare const reads: unique symbol;
declare const writes: unique symbol;

/** An open transaction that may read. Functions that only look ask for this. */
export type ReadTx = Transaction<Tables> & { readonly [reads]: true };
/** An open transaction that may also write. A ReadTx cannot be passed where this is asked for. */
export type WriteTx = ReadTx & { readonly [writes]: true };

/** Session settings that live as long as the transaction, for example `{ 'hoaban.account_id': id }`. */
export type Settings = Readonly<Record<string, string>>;

const named = new WeakMap<CompiledQuery, string>();
const nameOf = new Map<string, string>();

/**
 * Runs a statement that is asked over and over with the same text: each connection parses and plans it once (planning through
 * policies costs more than many a reading) and keeps it for as long as it lives. For texts with few variants only.
 */
export function executePrepared<Row>(tx: ReadTx, query: RawBuilder<Row>): Promise<QueryResult<Row>> {
  const compiled = query.compile(tx);
  const name = nameOf.get(compiled.sql) ?? `statement_${nameOf.size}`;
  nameOf.set(compiled.sql, name);
  named.set(compiled, name);
  return tx.executeQuery(compiled);
}

class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  over = false;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // A query that outlives its transaction would run without scope on a connection someone else has taken.
    assert(!this.over, 'query after the end of its transaction');
    leaveTogether(this.#client);
    const name = named.get(query);
    const values = query.parameters as unknown[];
    const result = await (name
      ? this.#client.query({ name, text: query.sql, values })
      : this.#client.query(query.sql, values));
    const wrote = result.command !== 'SELECT' && result.rowCount !== null;
    return {
      rows: (result.rows ?? []) as Row[],
      ...(wrote ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}),
    };
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; streaming does not go through transactions.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not offered inside a transaction');
  }
}

const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('a transaction brings its own connection')),
});
const driver = new DummyDriver();
const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

function settingsQuery(settings: Settings): { name: string; text: string; values: string[] } | undefined {
  const entries = Object.entries(settings);
  if (entries.length === 0) return undefined;
  const calls = entries.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
  return {
    name: `settings_${entries.length}`, // prepared once a connection: it runs in every transaction
    text: `select ${calls.join(', ')}`,
    values: entries.flat(),
  };
}

/** What is asked of the client from here to the end of this turn of the loop goes out in one write instead of one each, and wakes the server once. */
function leaveTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Runs `work` between begin and commit on one pipelined client. Begin, the settings and the first
 * query of `work` leave in one flight; a reader does not wait for its commit.
 * If begin or the settings fail, everything after them fails too (or sees no rows): it fails closed.
 */
export async function runTransaction<Result>(
  client: pg.ClientBase,
  access: 'read' | 'write',
  settings: Settings,
  work: (tx: WriteTx) => Promise<Result>,
): Promise<{ result: Result; finished: Promise<void> }> {
  const connection = new TransactionConnection(client);
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  const tx = new Transaction<Tables>({ config: { dialect }, dialect, driver, executor }) as WriteTx;

  leaveTogether(client);
  const opening: Promise<unknown>[] = [client.query(access === 'read' ? 'begin read only' : 'begin')];
  const configure = settingsQuery(settings);
  if (configure) opening.push(client.query(configure));
  const opened = Promise.all(opening);
  opened.catch(() => {}); // reported below, after `work` has had its say

  let result: Result;
  try {
    result = await work(tx);
    await opened;
  } catch (error) {
    connection.over = true;
    const openingError = await opened.then(
      () => undefined,
      (reason) => reason as unknown,
    );
    await client.query('rollback').catch(() => {}); // a lost connection has nothing left to roll back
    throw openingError ?? error;
  }
  connection.over = true;
  const committed = client.query('commit').then((answer) => {
    // After an error swallowed inside `work`, PostgreSQL answers COMMIT with ROLLBACK: nothing was kept.
    assert(
      access === 'read' || answer.command === 'COMMIT',
      'the transaction was rolled back by an earlier error',
    );
  });
  if (access === 'write') await committed;
  return { result, finished: committed };
}

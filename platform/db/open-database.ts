import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { mayRetry } from './refusal.ts';
import { type ReadTx, runTransaction, type Settings, type WriteTx } from './transaction.ts';

/** The door to PostgreSQL for the running system: nothing is read or written outside a transaction with its settings. */
export interface Database {
  /** Runs `work` in a READ ONLY transaction with `settings` set for its duration. */
  read<Result>(settings: Settings, work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` in a transaction and commits. Runs it again, three times at most, after a serialization
   * failure or a deadlock, so `work` must have no effect outside the database.
   */
  write<Result>(settings: Settings, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
  /** Waits for running transactions and closes every connection. */
  close(): Promise<void>;
}

/** PostgreSQL ends one of the transactions that hinder each other; on a busy machine the next try may be ended too. */
const mostAttempts = 4;

export interface DatabaseOptions {
  /** Most connections open at once. */
  readonly maxConnections: number;
  /** Told when an idle connection breaks (the pool replaces it by itself). */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * Opens a pool on `url` as the login named there (`hoaban_runtime` in a running system).
 * Connects lazily: a wrong address shows at the first transaction as refusal `unavailable`.
 */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: columnTypes,
    pipeline: true,
    application_name: 'hoaban',
  });
  // A connection cut while a transaction uses it is told to that transaction; unhandled, the event would end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  pool.on('error', (error) => options.onConnectionLost?.(error));

  async function once<Result>(
    access: 'read' | 'write',
    settings: Settings,
    work: (tx: WriteTx) => Promise<Result>,
  ): Promise<Result> {
    const client = await pool.connect();
    try {
      const { result, finished } = await runTransaction(client, access, settings, work);
      finished.then(
        () => client.release(),
        () => client.release(true),
      );
      return result;
    } catch (error) {
      // Only a connection back in the idle state may be used again.
      client.release(client.getTransactionStatus() !== 'I');
      throw error;
    }
  }

  async function run<Result>(
    access: 'read' | 'write',
    settings: Settings,
    work: (tx: WriteTx) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(access, settings, work);
      } catch (error) {
        if (attempt === mostAttempts || !mayRetry(error)) throw error;
      }
    }
  }

  return {
    read: (settings, work) => run('read', settings, work),
    write: (settings, work) => run('write', settings, work),
    close: () => pool.end(),
  };
}

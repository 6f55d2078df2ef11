import { sql, type WriteTx } from '../db/index.ts';

export interface JobOptions {
  /** Not before this instant; at once when absent. */
  readonly runAt?: Date;
  /** A waiting job with the same key is replaced: one reminder, however often it is asked for. */
  readonly jobKey?: string;
  /** Attempts before it is given up; 25 (about three days of growing pauses) when absent. */
  readonly maxAttempts?: number;
}

/**
 * Adds job `name` inside `tx`: it exists only if the transaction commits. `payload` is kept as JSON and must hold
 * ids, never personal data. The worker may run a job more than once: tasks must bear that.
 */
export async function addJob(
  tx: WriteTx,
  name: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  const { runAt = null, jobKey = null, maxAttempts = null } = options;
  await sql`select platform.add_job(
    ${name}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${jobKey}::text, ${maxAttempts}::integer
  )`.execute(tx);
}

/** Adds job `name` once for each payload, at once, in one statement; the rest as in `addJob`. */
export async function addJobs(
  tx: WriteTx,
  name: string,
  jobs: readonly { readonly payload: unknown; readonly jobKey: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`select platform.add_job(${name}, job.payload::json, null::timestamptz, job."jobKey", null::integer)
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as job (payload jsonb, "jobKey" text)`.execute(
    tx,
  );
}

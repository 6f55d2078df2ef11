import pg from 'pg';
import { vi } from 'vitest';

/**
 * Does `work` and gives how many statements this process sent to PostgreSQL meanwhile: work in sets sends as many for a thousand rows as
 * for one, however busy the machine is.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const heard = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return heard.mock.calls.length;
  } finally {
    heard.mockRestore();
  }
}

/** The same, of rows that come back: reading one line costs as much in a long book as in an empty one. */
export async function rowsReadOf(work: () => Promise<unknown>): Promise<number> {
  const heard = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const answers: { rows?: unknown[] }[] = await Promise.all(heard.mock.results.map(({ value }) => value));
    return answers.reduce((sum, answer) => sum + (answer?.rows?.length ?? 0), 0);
  } finally {
    heard.mockRestore();
  }
}

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

import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

/** The address of the same database for `hoaban_runtime` with `password`. */
export function runtimeUrlFrom(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'hoaban_runtime';
  url.password = encodeURIComponent(password);
  return url.href;
}

/** The same address, every session of which acts as hoaban_owner from its first statement. */
export function asOwner(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set('options', '-c role=hoaban_owner');
  return url.href;
}

/** RFC 5802 verifier as PostgreSQL keeps it: sent instead of the password so that no server log can hold it. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes `password` (ASCII) the one of hoaban_runtime; leaves it alone when it already works.
 * `client` is a session of a login that may alter the role.
 */
export async function ensureRuntimePassword(
  client: pg.Client,
  ownerUrl: string,
  password: string,
): Promise<void> {
  if (await canSignIn(runtimeUrlFrom(ownerUrl, password))) return;
  await client.query(`alter role hoaban_runtime password ${pg.escapeLiteral(scramVerifier(password))}`);
}

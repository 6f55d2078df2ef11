import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP's recommended minimum, about 30 ms on a small server. */
const options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hash of a password as people type it (composed, so that every keyboard gives the same). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options);
}

const nobody = hash('nobody has this password', options);

/** Whether a password fits a hash. Without a hash it takes as long and is false: names cannot be probed by time. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return fits && stored !== null && stored !== undefined;
}

import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP's recommended minimum, about 30 ms on a small server. */
const options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
const mostAtOnce = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** A flood of sign-ins must not take all memory and all cores: the rest wait their turn. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), options));
}

const nobody = hash('nobody has this password', options);

/** Whether a password fits a hash. Without a hash it takes as long and is false: names cannot be probed by time. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const known = stored ?? (await nobody);
  const fits = await inTurn(() => verify(known, password.normalize('NFC')));
  return fits && stored !== null && stored !== undefined;
}

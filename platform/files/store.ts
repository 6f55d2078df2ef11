import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const hashPattern = /^[0-9a-f]{64}$/;

/** Two levels of folders keep each of them small: ab/cd/abcd…. */
function placeOf(folder: string, sha256: string): string {
  if (!hashPattern.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`);
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A name survives a power cut only when its folder has been flushed too. Windows cannot open a folder for that. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Keeps `bytes` in `folder` under their SHA-256 (hexadecimal), which it gives. The content is on the disk
 * before the name appears, so a name never leads to half a file. The same content is kept once; storing it
 * again is harmless. Throws the error of the file system (no space, no right).
 */
export async function storeFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeOf(folder, sha256);
  if (await exists(place)) return sha256;
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o640);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(dirname(place));
  return sha256;
}

/**
 * The content kept under `sha256`. Throws an Error when it is missing or no longer matches its hash: the
 * disk is damaged, and a wrong file is worse than none.
 */
export async function readFileContent(folder: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(placeOf(folder, sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`stored file ${sha256} is damaged`);
  }
  return bytes;
}

import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The keys of one installation. All come from one master kept in `secrets.json` (mode 0600) of the data folder. */
export interface Secrets {
  /** The key named `name`: 43 characters of base64url, always the same for this data folder. */
  key(name: string): string;
}

/** `secrets.json` is there but cannot be used. One Vietnamese line for the operator. */
export class SecretsTrouble extends Error {
  override readonly name = 'SecretsTrouble';
}

/**
 * Reads the keys of `dataFolder`, making folder and file the first time.
 * Written once and never changed, so that two processes starting together agree.
 */
export async function openSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json');
  const master = (await readMaster(file)) ?? (await createMaster(dataFolder, file));
  return { key: (name) => Buffer.from(hkdfSync('sha256', master, '', name, 32)).toString('base64url') };
}

async function readMaster(file: string): Promise<Buffer | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const master = /^\s*\{\s*"master"\s*:\s*"([\w-]{43})"\s*\}\s*$/.exec(text)?.[1];
  if (!master) {
    throw new SecretsTrouble(
      `Tệp ${file} bị hỏng: khôi phục tệp này từ bản sao lưu (đừng xoá: mật khẩu PostgreSQL nằm trong đó).`,
    );
  }
  return Buffer.from(master, 'base64url');
}

async function createMaster(dataFolder: string, file: string): Promise<Buffer> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const text = `${JSON.stringify({ master: randomBytes(32).toString('base64url') })}\n`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file); // fails when another process was first: then its keys are the keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await readMaster(file))!;
}

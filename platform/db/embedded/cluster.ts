import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseTrouble, folderTrouble } from '../trouble.ts';
import { type Account, canReach, chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { runProgram } from './run.ts';

/** Where one embedded server lives and as whom it runs. */
export interface Cluster {
  readonly folder: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** Written inside the cluster once initdb has finished; a folder without it is half-written. */
const marker = 'hoaban.json';
const leastFreeBytes = { first: 250_000_000, later: 50_000_000 };

export function diskFull(folder: string): DatabaseTrouble {
  return new DatabaseTrouble(`Hết chỗ trên đĩa chứa ${folder}: giải phóng dung lượng rồi chạy lại.`);
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

/** The data folder, which the server's account must be able to pass through when it is a fresh one of ours. */
async function openDataFolder(dataFolder: string): Promise<string> {
  const made = await mkdir(dataFolder, { recursive: true });
  const others = (await readdir(dataFolder)).filter((name) => name !== 'secrets.json');
  const ours = made !== undefined || others.length === 0 || others.includes('postgres');
  if (process.getuid?.() === 0 && ours) await chmod(dataFolder, 0o711 | (await lstat(dataFolder)).mode);
  return realpath(dataFolder);
}

/**
 * Decides where the cluster of `dataFolder` lives: inside it, or, when root keeps the project under
 * a folder closed to others (such as /root), under /var/lib/hoaban.
 */
export async function locateCluster(dataFolder: string, log: (line: string) => void): Promise<Cluster> {
  try {
    const real = await openDataFolder(dataFolder);
    const inside = join(real, 'postgres');
    const account = chooseAccount(inside);
    if (!account || canReach(inside, account)) {
      const place = account ? '/var/lib/hoaban' : real;
      return { folder: inside, account, binaries: await findBinaries(account, place) };
    }
    const place = join('/var/lib/hoaban', createHash('sha256').update(real).digest('hex').slice(0, 12));
    const outside = join(place, 'postgres');
    await mkdir(place, { recursive: true });
    for (const folder of ['/var/lib/hoaban', place]) await chmod(folder, 0o755);
    log(`Thư mục ${real} không mở cho tài khoản khác root: dữ liệu PostgreSQL đặt ở ${outside}.`);
    const owner = chooseAccount(outside) ?? account;
    return { folder: outside, account: owner, binaries: await findBinaries(owner, '/var/lib/hoaban') };
  } catch (error) {
    throw folderTrouble(error, dataFolder);
  }
}

async function checkFreeSpace(folder: string, least: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= least) return;
  throw new DatabaseTrouble(
    `Đĩa chứa ${folder} chỉ còn ${Math.round((bavail * bsize) / 1e6)} MB: cần ít nhất ${Math.round(least / 1e6)} MB trống. Hãy dọn bớt tệp, hoặc đặt HOABAN_DATA vào một đĩa khác.`,
  );
}

async function initialise(cluster: Cluster, password: string, log: (line: string) => void): Promise<void> {
  const draft = `${cluster.folder}.new-${process.pid}`;
  const passwordFile = `${draft}.pw`;
  const { account, binaries } = cluster;
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    log('Đang tạo cơ sở dữ liệu PostgreSQL lần đầu…');
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    const { code, output } = await runProgram(
      binaries.initdb,
      [
        ...['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...[
          '-E',
          'UTF8',
          '--locale-provider=icu',
          '--icu-locale=vi-VN',
          `--locale=${locale}`,
          '--data-checksums',
        ],
      ],
      binaries,
      account,
    );
    if (code !== 0) {
      if (output.includes('No space left on device')) throw diskFull(cluster.folder);
      throw new DatabaseTrouble(`Không tạo được cơ sở dữ liệu trong ${cluster.folder}: ${lastLine(output)}`);
    }
    const conf = join(draft, 'postgresql.conf');
    await writeFile(conf, `${await readFile(conf, 'utf8')}\ninclude 'hoaban.conf'\n`);
    await writeFile(join(draft, marker), `${JSON.stringify({ postgresql: binaries.major })}\n`);
    await rename(draft, cluster.folder);
  } catch (error) {
    throw folderTrouble(error, cluster.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** The last thing a program said, without its own name in front. */
export function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const fault =
    lines.findLast((line) => /(error|FATAL|PANIC):/.test(line)) ?? lines.findLast((line) => line !== '');
  return fault?.replace(/^.*?(error|FATAL|PANIC):\s*/, '') ?? 'không rõ lý do';
}

/**
 * Makes sure that the cluster's data are whole and of our version: creates them the first time, sets
 * a half-written folder aside (never deletes it). Throws DatabaseTrouble otherwise.
 */
export async function ensureData(
  cluster: Cluster,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  const { folder, binaries } = cluster;
  if ((await exists(folder)) && !(await exists(join(folder, marker)))) {
    const aside = `${folder}.broken-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
    await rename(folder, aside);
    log(`Thư mục ${folder} viết dở dang: đã chuyển sang ${aside} và tạo lại.`);
  }
  const first = !(await exists(folder));
  await checkFreeSpace(
    first ? join(folder, '..') : folder,
    first ? leastFreeBytes.first : leastFreeBytes.later,
  );
  if (first) return initialise(cluster, password, log);
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === binaries.major) return;
  throw new DatabaseTrouble(
    version === ''
      ? `Dữ liệu trong ${folder} bị mất tệp: chuyển thư mục này đi nơi khác rồi khôi phục từ bản sao lưu (hoaban restore).`
      : `Dữ liệu trong ${folder} là của PostgreSQL ${version}, bản này dùng ${binaries.major}: sao lưu bằng bản Hoa Ban cũ rồi khôi phục bằng bản này.`,
  );
}

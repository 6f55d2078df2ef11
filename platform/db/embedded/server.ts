import {
  chown,
  open,
  readFile,
  readlink,
  rm,
  rmdir,
  stat,
  statfs,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseTrouble } from '../trouble.ts';
import { type Cluster, diskFull, ensureData, lastLine, locateCluster } from './cluster.ts';
import { runProgram } from './run.ts';
import { takeRunnerLock } from './runner-lock.ts';

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  /** Administrator's address of database `postgres`, with the password. */
  readonly url: string;
  /** Where its data are. */
  readonly folder: string;
  /** Stops the server (waits for it), or only lets go of it when another process runs it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds `postgres/`; made when absent. */
  readonly dataFolder: string;
  /** Administrator's password, the same at every start. */
  readonly password: string;
  /**
   * 'sole': this process is the one that serves; refuses when another already does.
   * 'join': use the server another process runs, or run it for the time being.
   */
  readonly use: 'sole' | 'join';
  /** false: no fsync, small memory. For databases that a test throws away. */
  readonly durable?: boolean;
  readonly log: (line: string) => void;
}

const settled = { startSeconds: 300, stopSeconds: 60 };

function configuration(port: number, durable: boolean, sharedMemoryBytes: number): string {
  const lines = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`, // without /etc/hosts the name localhost does not resolve
    `unix_socket_directories = ''`,
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    `lc_messages = 'C'`,
    `log_line_prefix = '%m [%p] '`,
    'log_error_verbosity = terse', // the detail of an error quotes personal data
    'max_connections = 100',
    'jit = off',
    'random_page_cost = 1.1',
    'work_mem = 16MB',
    'maintenance_work_mem = 128MB',
  ];
  // Containers give 64 MB of /dev/shm by default: a parallel hash join does not fit.
  if (sharedMemoryBytes < 256_000_000) lines.push('dynamic_shared_memory_type = mmap');
  if (durable) lines.push('shared_buffers = 256MB', 'effective_cache_size = 1GB', 'max_wal_size = 2GB');
  else
    lines.push('shared_buffers = 128MB', 'fsync = off', 'synchronous_commit = off', 'full_page_writes = off');
  return `${lines.join('\n')}\n`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** The running server's port from postmaster.pid, when that process lives and works in `folder`. */
async function findRunning(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (pid > 0 && port > 0 && (await worksIn(pid, folder))) return { pid, port };
  // In a restarted container the number belongs to somebody else; PostgreSQL itself would refuse to start.
  if (process.platform === 'linux') await rm(join(folder, 'postmaster.pid'), { force: true });
  return undefined;
}

async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Starts the server and gives its port. A port taken in between, or a dying predecessor, is tried again. */
async function launch(cluster: Cluster, durable: boolean): Promise<number> {
  const { folder, account, binaries } = cluster;
  const logFile = join(folder, 'server.log');
  const shared = await statfs('/dev/shm').catch(() => undefined);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const memory = shared ? shared.bavail * shared.bsize : Number.POSITIVE_INFINITY;
    const conf = join(folder, 'hoaban.conf');
    await writeFile(conf, configuration(port, durable, memory));
    if (account) await chown(conf, account.uid, account.gid); // root's umask may close it to others
    const size = (await stat(logFile).catch(() => undefined))?.size ?? 0;
    if (size > 10_000_000) await truncate(logFile);
    const from = size > 10_000_000 ? 0 : size;
    const { code, output } = await runProgram(
      binaries.pgCtl,
      ['start', '-D', folder, '-l', logFile, '-w', '-s', '-t', String(settled.startSeconds)],
      binaries,
      account,
    );
    if (code === 0) return port;
    const said = (await readFrom(logFile, from)) || output;
    if (said.includes('No space left on device')) throw diskFull(folder);
    const passing = /Address already in use|shared memory block .* in use|lock file "postmaster.pid"/.test(
      said,
    );
    if (!passing || attempt === 5) {
      throw new DatabaseTrouble(
        `PostgreSQL không mở được dữ liệu trong ${folder} (${lastLine(said)}): xem ${logFile}; nếu dữ liệu hỏng, chuyển thư mục này đi nơi khác rồi khôi phục từ bản sao lưu.`,
      );
    }
    await wait(500);
  }
}

async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(0, size - start)), {
      position: start,
    });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Signs in, waiting while the server starts or recovers; nothing when process `pid`, the server, ends instead. */
async function signIn(url: string, folder: string): Promise<pg.Client>;
async function signIn(url: string, folder: string, pid: number): Promise<pg.Client | undefined>;
async function signIn(url: string, folder: string, pid?: number): Promise<pg.Client | undefined> {
  for (let waited = 0; ; waited += 100) {
    const client = new pg.Client({ connectionString: url, application_name: `hoaban ${process.pid}` });
    client.on('error', () => {}); // the server going away is noticed by everybody who uses it
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw new DatabaseTrouble(
          `Mật khẩu PostgreSQL không khớp với dữ liệu trong ${folder}: khôi phục tệp secrets.json đi cùng dữ liệu đó.`,
        );
      }
      if (pid !== undefined && !(await worksIn(pid, folder))) return undefined;
      if (waited > settled.startSeconds * 1000) throw error;
      await wait(100);
    }
  }
}

async function shutDown(cluster: Cluster): Promise<void> {
  const { code, output } = await runProgram(
    cluster.binaries.pgCtl,
    ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-s', '-t', String(settled.stopSeconds)],
    cluster.binaries,
    cluster.account,
  );
  if (code !== 0 && !output.includes('PID file')) {
    throw new DatabaseTrouble(`PostgreSQL trong ${cluster.folder} chưa dừng được: ${lastLine(output)}`);
  }
}

/**
 * Starts the PostgreSQL that comes with the project on a free port of 127.0.0.1, or takes over the one a
 * killed process left running. Throws DatabaseTrouble, one Vietnamese line, when a person must act.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataFolder, password, use, durable = true, log } = options;
  const cluster = await locateCluster(dataFolder, log);
  const { folder } = cluster;

  let url: string;
  let client: pg.Client;
  let lock: 'mine' | 'theirs' | 'gone';
  do {
    const running = await findRunning(folder);
    const found = running && (await signIn(urlOf(running.port, password), folder, running.pid));
    if (running && found) {
      url = urlOf(running.port, password);
      client = found;
    } else {
      await ensureData(cluster, password, log);
      url = urlOf(await launch(cluster, durable), password);
      client = await signIn(url, folder);
    }
    lock = await takeRunnerLock(client, use, folder);
  } while (lock === 'gone');

  let stopping: Promise<void> | undefined;
  return {
    url,
    folder,
    stop() {
      // The lock stays held until the server is down, or a successor would take over a server that is going away.
      stopping ??= (lock === 'mine' ? shutDown(cluster) : Promise.resolve()).finally(() =>
        client.end().catch(() => {}),
      );
      return stopping;
    },
  };
}

/**
 * Deletes the cluster of `dataFolder` with all its data, stopping at once a server that still runs there.
 * For databases made to be thrown away.
 */
export async function removeEmbeddedCluster(dataFolder: string): Promise<void> {
  const cluster = await locateCluster(dataFolder, () => {});
  if (await findRunning(cluster.folder)) {
    await runProgram(
      cluster.binaries.pgCtl,
      ['stop', '-D', cluster.folder, '-m', 'immediate', '-w', '-s'],
      cluster.binaries,
      cluster.account,
    );
  }
  await rm(cluster.folder, { recursive: true, force: true });
  if (dirname(cluster.folder) !== dataFolder) await rmdir(dirname(cluster.folder)).catch(() => {}); // it was put elsewhere
}

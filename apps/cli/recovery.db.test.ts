import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseTrouble, migrate, removeEmbeddedCluster } from '#platform/db';
import { freshDatabase } from '#tests/harness/database.ts';

// `start` as people live through it: killed outright, started twice, on a busy port, on damaged data.

// Not in the project: under a closed folder such as /root the data would be elsewhere than asked.
const folder = join(tmpdir(), `hoaban-recovery-${process.pid}`);
const running: ChildProcess[] = [];

beforeAll(() => void mkdirSync(folder, { recursive: true }));
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const name of readdirSync(folder)) await removeEmbeddedCluster(join(folder, name));
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** The port it listens on, its own choice unless it was given one; once it is ready. */
  readonly port: () => number;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
  /** Resolves when the address is printed, rejects when the process ends before. */
  readonly ready: Promise<void>;
}

function start(data: string, port?: number, environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'recovery.fixture.ts')], {
    env: {
      ...process.env,
      HOABAN_DATA: join(folder, data),
      HOABAN_HOST: '127.0.0.1',
      HOABAN_DEMO: 'no',
      PORT: port ? String(port) : '',
      DATABASE_URL: '',
      npm_lifecycle_event: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => {});
  const exit = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      ready.reject(new Error(`ended with ${code}: ${output}`));
      resolve(code);
    });
  });
  const hear = (part: Buffer) => {
    output += part;
    if (output.includes('đã sẵn sàng')) ready.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const listensOn = () => Number(/^Cổng: (\d+)$/m.exec(output)![1]);
  return { child, port: listensOn, output: () => output, exit, ready: ready.promise };
}

function postmasterPid(data: string): number {
  return Number(readFileSync(join(folder, data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // In a container whose first process collects no orphans, the ended server stays as a zombie.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test('stops cleanly when told to, and stops PostgreSQL with it', async () => {
  const run = start('clean');
  await run.ready;
  const pid = postmasterPid('clean');
  run.child.kill('SIGINT');
  run.child.kill('SIGINT');
  expect(await run.exit).toBe(0);
  expect(run.output()).toContain('Đã dừng.');
  expect(alive(pid)).toBe(false);
  expect(existsSync(join(folder, 'clean/postgres/postmaster.pid'))).toBe(false);
});

test('killed outright, the next start takes over the PostgreSQL it left behind', async () => {
  const first = start('clean');
  await first.ready;
  const pid = postmasterPid('clean');
  first.child.kill('SIGKILL');
  await first.exit;
  expect(alive(pid)).toBe(true);
  const second = start('clean');
  await second.ready;
  expect(postmasterPid('clean')).toBe(pid);
  expect(await (await fetch(`http://127.0.0.1:${second.port()}`)).text()).toBe('ready');
  second.child.kill('SIGTERM');
  expect(await second.exit).toBe(0);
  expect(alive(pid)).toBe(false);
});

test('killed together with PostgreSQL, the next start recovers', async () => {
  const first = start('clean');
  await first.ready;
  const pid = postmasterPid('clean');
  first.child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await first.exit;
  const second = start('clean');
  await second.ready;
  second.child.kill('SIGTERM');
  expect(await second.exit).toBe(0);
});

test('two starts on one data folder: the second says so in one line and the first goes on', async () => {
  const first = start('clean');
  await first.ready;
  const second = start('clean');
  expect(await second.exit).toBe(1);
  expect(second.output()).toMatch(/^Hoa Ban đang chạy với dữ liệu .+\n$/);
  expect(await (await fetch(`http://127.0.0.1:${first.port()}`)).text()).toBe('ready');
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
});

test('started while its predecessor is just stopping, it waits and takes over', async () => {
  const first = start('clean');
  await first.ready;
  first.child.kill('SIGTERM');
  const second = start('clean', first.port());
  await second.ready;
  expect(await first.exit).toBe(0);
  second.child.kill('SIGTERM');
  expect(await second.exit).toBe(0);
});

test('a busy port is told in one line, before anything else is touched', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as { port: number };
  const run = start('never-made', port);
  expect(await run.exit).toBe(1);
  expect(run.output()).toMatch(new RegExp(`^Cổng ${port} đang có chương trình khác dùng: .+\\n$`));
  expect(existsSync(join(folder, 'never-made'))).toBe(false);
  busy.close();
});

test('a half-written data folder is set aside and made again', async () => {
  mkdirSync(join(folder, 'half/postgres/base'), { recursive: true });
  writeFileSync(join(folder, 'half/postgres/PG_VERSION'), '18\n');
  const run = start('half');
  await run.ready;
  expect(run.output()).toContain('viết dở dang');
  expect(
    readdirSync(join(folder, 'half')).filter((name) => name.startsWith('postgres.broken-')),
  ).toHaveLength(1);
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(0);
});

test('data of another PostgreSQL, or with files missing, are told in one line and left alone', async () => {
  cpSync(join(folder, 'half'), join(folder, 'other'), { recursive: true });
  const version = join(folder, 'other/postgres/PG_VERSION');
  writeFileSync(version, '17\n');
  const other = start('other');
  expect(await other.exit).toBe(1);
  expect(other.output()).toMatch(/^Dữ liệu trong .+ là của PostgreSQL 17, .+\n$/);

  writeFileSync(version, '18\n');
  rmSync(join(folder, 'other/postgres/global/pg_control'));
  if (process.getuid?.() === 0)
    execFileSync('chown', [
      '-R',
      '--reference',
      join(folder, 'half/postgres'),
      join(folder, 'other/postgres'),
    ]);
  const damaged = start('other');
  expect(await damaged.exit).toBe(1);
  expect(damaged.output()).toMatch(/^PostgreSQL không mở được dữ liệu trong .+\n$/);
});

test('a database newer than the program is refused in one line; an older one is brought forward', async () => {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into platform.migration (name, sha256) values ('29991231_0000__future', 'x')`);
  const environment = { DATABASE_URL: database.ownerUrl, HOABAN_RUNTIME_URL: database.runtimeUrl };
  const newer = start('unused', undefined, environment);
  expect(await newer.exit).toBe(1);
  expect(newer.output()).toMatch(/^Cơ sở dữ liệu mới hơn phần mềm .+29991231_0000__future.+\n$/);

  await owner.query(
    `delete from platform.migration where name like '29991231%' or name like '%__platform__jobs'`,
  );
  await owner.query('drop function platform.add_job');
  const older = start('unused', undefined, environment);
  await older.ready;
  expect(older.output()).toContain('Đã cập nhật cơ sở dữ liệu: 20261123_0100__platform__jobs');
  older.child.kill('SIGTERM');
  expect(await older.exit).toBe(0);
  expect(existsSync(join(folder, 'unused/postgres'))).toBe(false);

  await owner.query(
    `update platform.migration set sha256 = 'edited' where name like '%0010__organisation__context'`,
  );
  const refused = migrate(database.ownerUrl, { log: () => {} });
  await expect(refused).rejects.toThrow(DatabaseTrouble);
  await expect(refused).rejects.toThrow('bị sửa');
  await owner.end();
  await database.drop();
});

test('a wrong DATABASE_URL is told in one line without the password', async () => {
  // Nobody listens on port 1.
  const run = start('unused', undefined, {
    DATABASE_URL: 'postgres://someone:matkhau@127.0.0.1:1/hoaban',
  });
  expect(await run.exit).toBe(1);
  expect(run.output()).toMatch(/^Không kết nối được PostgreSQL tại 127\.0\.0\.1:\d+.+\n$/);
  expect(run.output()).not.toContain('matkhau');
});

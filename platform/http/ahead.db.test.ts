import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { fixedClock } from '#platform/clock';
import { type Database, openDatabase, sql } from '#platform/db';
import { Refusal } from '#platform/errors';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { bindAhead, binder, buildServer, type Gate } from './index.ts';

// A reading that leaves together with the question who asks, and clients that hang up before they have their answer.

const department = '00000000-0000-7000-8000-000000000001';
const listNames = defineOperation('trial.listNames', {
  method: 'GET',
  path: '/names',
  summary: 'Names',
  query: z.object({ most: z.coerce.number().int().max(10) }),
  answer: z.object({ names: z.array(z.string()) }),
});

const makeLong = defineOperation('trial.makeLong', {
  method: 'POST',
  path: '/long',
  summary: 'More than one packet holds',
  query: z.object({ broken: z.string().default(''), hangsUp: z.string().default('') }),
  answer: z.object({ names: z.array(z.string()) }),
});
const takeFile = defineOperation('trial.takeFile', {
  method: 'POST',
  path: '/file',
  summary: 'Take a file',
  takesFile: true,
});

/** Opened when the handler of `makeLong` is at work; it goes on when `goOn` is called. */
let atWork = Promise.withResolvers<void>();
let goOn = Promise.withResolvers<void>();
/** Uploads that have been let in. */
let uploads = 0;
/** What the server logged. */
let logged: { level: number; msg: string; status?: number; path?: string }[] = [];
const log = new Writable({
  write: (line, _, done) => {
    logged.push(JSON.parse(String(line)));
    done();
  },
});

let db: TestDatabase;
let database: Database;
let server: FastifyInstance;
/** What the handler found, whether or not it was answered. */
let found: string[][] = [];

const signInNeeded = new Refusal('trial.signIn', {
  status: 401,
  title: 'Chưa đăng nhập',
  detail: 'Đăng nhập.',
});
const notAllowed = new Refusal('trial.notAllowed', {
  status: 403,
  title: 'Không được',
  detail: 'Hỏi người khác.',
});

/** 'good' and 'barred' are sessions of the department; only 'good' may. */
const gate: Gate<string> = {
  async open(tx, token) {
    if (token !== 'good' && token !== 'barred') return null;
    await sql`SELECT set_config('hoaban.department_id', ${department}, true)`.execute(tx);
    return token;
  },
  refuse: (operation, actor) => {
    if (operation === takeFile.id) uploads += 1;
    return actor === null ? signInNeeded : actor === 'barred' ? notAllowed : undefined;
  },
  commandOwner: () => ({ accountId: '', departmentId: '' }),
};

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(
    `INSERT INTO organisation.unit (id, department_id, kind, code, name) VALUES ($1, $1, 'department', 'A', 'Sở A')`,
    [department],
  );
  database = openDatabase(db.runtimeUrl, { maxConnections: 2 });
  server = await buildServer({
    database,
    clock: fixedClock('2025-10-01T08:00:00+07:00'),
    gate,
    services: { filesFolder: '', publicUrl: '' },
    routes: [
      bindAhead(listNames, async ({ tx, query }) => {
        const { rows } = await sql<{
          name: string;
        }>`SELECT name FROM organisation.unit LIMIT ${query.most}`.execute(tx);
        found.push(rows.map((row) => row.name));
        if (rows.length === 0)
          throw new Refusal('trial.empty', { status: 404, title: 'Trống', detail: 'Không có gì.' });
        return { names: rows.map((row) => row.name) };
      }),
      binder<string>()(makeLong, async ({ query }) => {
        atWork.resolve();
        await goOn.promise;
        if (query.broken) throw new Error('a fault of ours');
        // Random letters: compressed they are still many packets.
        return { names: Array.from({ length: query.hangsUp ? 1000 : 50_000 }, () => crypto.randomUUID()) };
      }),
      binder<string>()(takeFile, async () => undefined),
    ],
    sessionCookie: 'session',
    secureCookies: false,
    logger: { level: 'info', stream: log } as { level: string },
    checkAnswers: true,
    trustProxy: false,
  });
  server.addHook('onSend', async (request) => {
    // Between the answer and its first packet.
    if (request.url.endsWith('hangsUp=yes')) request.raw.socket.destroy();
  });
});
beforeEach(() => {
  found = [];
  logged = [];
  atWork = Promise.withResolvers();
  goOn = Promise.withResolvers();
});
afterAll(async () => {
  await server.close();
  await database.close();
  await db.drop();
});

async function ask(session: string, most = '5') {
  const answer = await server.inject({ url: `/names?most=${most}`, cookies: { session } });
  return { status: answer.statusCode, ...(answer.json() as { code?: string; names?: string[] }) };
}

test('sees what the gate let it see, as if it had waited', async () => {
  for (let round = 0; round < 3; round++) expect(await ask('good')).toEqual({ status: 200, names: ['Sở A'] });
});

test('finds nothing without a session, and the gate’s word is the answer', async () => {
  expect(await ask('stolen')).toMatchObject({ status: 401, code: 'trial.signIn' });
  expect(await ask('')).toMatchObject({ status: 401, code: 'trial.signIn' });
  expect(found).toEqual([[], []]);
});

test('what it found for one who may not is thrown away', async () => {
  const answer = await ask('barred');
  expect(answer).toMatchObject({ status: 403, code: 'trial.notAllowed' });
  expect(JSON.stringify(answer)).not.toContain('Sở A');
});

test('a wrong question is told only to whom the gate lets in', async () => {
  expect(await ask('', '1000')).toMatchObject({ status: 401 });
  expect(await ask('good', '1000')).toMatchObject({ status: 400, code: 'http.invalidInput' });
  expect(found).toEqual([]);
});

test('a command cannot leave ahead', () => {
  const change = defineOperation('trial.change', { method: 'POST', path: '/change', summary: 'Change' });
  expect(() => bindAhead(change, async () => undefined)).toThrow();
});

describe('A client that hangs up', () => {
  let port: number;
  beforeAll(async () => {
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    port = Number(new URL(address).port);
  });

  async function send(path: string, ...headers: string[]): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const lines = [
      `POST ${path} HTTP/1.1`,
      'Host: trial',
      'Cookie: session=good',
      'Accept-Encoding: gzip',
      ...headers,
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return socket;
  }
  const empty = ['Content-Type: application/json', 'Content-Length: 2', '', '{}'];
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      server.server.getConnections((fault, count) => (fault ? reject(fault) : resolve(count))),
    );
  const allGone = () => vi.waitFor(async () => expect(await connections()).toBe(0));
  const said = (words: string) =>
    vi.waitFor(() => expect(logged.map(({ msg }) => msg)).toContain(words), { timeout: 20_000 });
  const gravest = () => Math.max(0, ...logged.map(({ level }) => level));
  const [info, error] = [30, 50];

  test('between the answer and its first packet, or while it streams, is no fault', async () => {
    goOn.resolve();
    await send('/long?hangsUp=yes', ...empty);
    await said('client gone');
    expect(gravest()).toBe(info);
    expect(logged.at(-1)).toMatchObject({ path: '/long', status: 499 });
    logged = [];
    const late = await send('/long', ...empty);
    await once(late, 'data');
    late.resetAndDestroy();
    await allGone();
    expect(gravest()).toBeLessThanOrEqual(info);
  });

  test('in the middle of an upload is no fault either', async () => {
    const socket = await send(
      '/file',
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 100000',
    );
    socket.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf');
    await vi.waitFor(() => expect(uploads).toBe(1));
    socket.destroy();
    await said('client gone');
    expect(gravest()).toBe(info);
  });

  test('does not hide a fault of ours', async () => {
    const socket = await send('/long?broken=yes', ...empty);
    await atWork.promise;
    socket.destroy();
    await allGone();
    goOn.resolve();
    await said('fault');
    expect(gravest()).toBe(error);
  });
});

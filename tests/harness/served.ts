import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#platform/clock';
import type { Services } from '#platform/http';
import type { Role } from '#rules/identity-access';
import { buildHoaBan } from '../../apps/cli/server.ts';
import { type MovableClock, signedIn } from '../../modules/identity-access/testing.ts';
import { freshDatabase, type Seed, type TestDatabase } from './database.ts';

/** What the server said: `body` is the parsed JSON, or undefined when there is none. */
export interface Said {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers field by field; the server has checked them against their schema.
  readonly body: any;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One person at the API, signed in. Every request carries the person's session; `key`: the Idempotency-Key. */
export interface Person {
  get(address: string): Promise<Said>;
  post(address: string, body?: object, key?: string): Promise<Said>;
  patch(address: string, body: object): Promise<Said>;
  put(address: string, body: object): Promise<Said>;
  delete(address: string): Promise<Said>;
  /** Sends a file as a form does, in the field 'file'. */
  send(address: string, fileName: string, bytes: Uint8Array | string, key?: string): Promise<Said>;
  /** Any other request. */
  raw(request: {
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
    url: string;
    payload?: string | Buffer;
    headers?: Record<string, string>;
  }): Promise<Said>;
}

/** The whole product on a database of its own, asked without a network. */
export interface Served {
  readonly db: TestDatabase;
  readonly server: FastifyInstance;
  readonly publicUrl: string;
  /** Where it keeps files. */
  readonly filesFolder: string;
  /** Signs a person in; without `role` in the one with the widest view. */
  as(username: string, role?: Role): Promise<Person>;
  /** Somebody who has not signed in. */
  readonly stranger: Person;
  close(): Promise<void>;
}

const publicUrl = 'http://hoaban.test';

/** Serves Hoa Ban on a clone of `seed` at the time `clock` says ('2025-08-05T08:00:00+07:00', or a clock to move); `more`: other services it is lent. */
export async function serve(
  seed: Seed,
  time: string | MovableClock,
  more: Partial<Services> = {},
): Promise<Served> {
  const clock = typeof time === 'string' ? fixedClock(time) : time;
  const [db, filesFolder] = await Promise.all([
    freshDatabase(seed),
    mkdtemp(join(tmpdir(), 'hoaban-files-')),
  ]);
  const server = await buildHoaBan({
    database: db.database,
    clock,
    identity: { secretKey: Buffer.alloc(32, 7), oidc: undefined },
    services: { filesFolder, publicUrl, ...more },
    logger: { level: 'error' }, // a fault of ours shows itself
    checkAnswers: true,
  });

  function person(cookies: Record<string, string>): Person {
    async function raw(request: Parameters<Person['raw']>[0]): Promise<Said> {
      const answer = await server.inject({ ...request, headers: { ...cookies, ...request.headers } });
      const isJson = /json/.test(String(answer.headers['content-type']));
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : undefined,
        bytes: answer.rawPayload,
        headers: answer.headers,
      };
    }
    const json = (method: 'POST' | 'PATCH' | 'PUT', url: string, body?: object, key?: string) =>
      raw({
        method,
        url,
        ...(body ? { payload: JSON.stringify(body) } : {}),
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
      });
    return {
      raw,
      get: (url) => raw({ method: 'GET', url }),
      post: (url, body, key) => json('POST', url, body, key),
      patch: (url, body) => json('PATCH', url, body),
      put: (url, body) => json('PUT', url, body),
      delete: (url) => raw({ method: 'DELETE', url }),
      send: (url, fileName, bytes, key) => {
        const boundary = 'ranh-gioi';
        const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
        return raw({
          method: 'POST',
          url,
          payload: Buffer.concat([
            Buffer.from(head),
            Buffer.from(bytes as Uint8Array),
            Buffer.from(`\r\n--${boundary}--\r\n`),
          ]),
          headers: {
            'content-type': `multipart/form-data; boundary=${boundary}`,
            ...(key ? { 'idempotency-key': key } : {}),
          },
        });
      },
    };
  }

  return {
    db,
    server,
    publicUrl,
    filesFolder,
    as: async (username, role) =>
      person(await signedIn(db, username, { now: clock.now(), ...(role ? { role } : {}) })),
    stranger: person({}),
    close: async () => {
      await server.close();
      await db.drop();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

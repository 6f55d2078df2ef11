import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate, hashToken, sessionCookie } from '#modules/identity-access';
import { defineOperation, type Operation } from '#platform/api';
import { fixedClock } from '#platform/clock';
import { type AnyRoute, buildServer } from '#platform/http';
import { dienBienCommunes } from '#reference/dien-bien';
import { type Access, accessMatrix, type Role, roleFits, roles } from '#rules/identity-access';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { generateProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { allOperations, allRoutes, buildHoaBan } from '../../apps/cli/server.ts';
import { signedIn } from '../../modules/identity-access/testing.ts';

// Every operation of the API x everybody who may ask, through the real server, against the one table of who may do what.

const clock = fixedClock('2025-10-01T08:00:00+07:00');
const identity = { secretKey: Buffer.alloc(32, 7), oidc: undefined };
const province = generateProvince({
  seed: 'matrix',
  communes: dienBienCommunes.slice(0, 2),
  schools: 5,
  teachersPerTeam: 1,
});

/** People in every state in which somebody may ask; each role is held by an account with nothing else. */
const states = ['nobody', 'secondFactorDue', 'firstPassword', 'withoutRole'] as const;
type Asker = (typeof states)[number] | Role | 'client';
const askers: readonly Asker[] = [...states, ...roles, 'client'];

/** What the table says, read without the code that serves. */
function allowed(access: Access | undefined, asker: Asker): boolean {
  if (access === undefined) return false;
  if (access === 'public') return true;
  if (asker === 'client' || access === 'client') return asker === access;
  if (asker === 'nobody') return false;
  if (access === 'session') return true;
  if (asker === 'secondFactorDue') return false;
  if (access === 'signedIn') return true;
  if (asker === 'firstPassword' || asker === 'withoutRole') return false;
  return access === 'anyRole' || access.includes(asker);
}

/** Operations without a row in the table, rows without an operation, operations nobody carries out or twice. */
function matrixFaults(operations: readonly { id: string }[], routes: readonly AnyRoute[]): string[] {
  const ids = routes.map((route) => route.operation.id);
  return [
    ...ids.filter((id) => !Object.hasOwn(accessMatrix, id)).map((id) => `${id}: no row in the access matrix`),
    ...Object.keys(accessMatrix)
      .filter((id) => !ids.includes(id))
      .map((id) => `${id}: in the access matrix, but no route`),
    ...operations.filter(({ id }) => !ids.includes(id)).map(({ id }) => `${id}: described, but no route`),
    ...ids
      .filter((id) => !operations.some((operation) => operation.id === id))
      .map((id) => `${id}: served, but not described`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id}: more than one route`),
  ];
}

const gateCodes = [
  'signInNeeded',
  'tokenNeeded',
  'secondFactorDue',
  'passwordChangeDue',
  'noRole',
  'notAllowed',
  'notForClients',
].map((reason) => `identity.${reason}`);

/** Of a system that was granted every scope in the whole department. */
const clientToken = 'token-of-the-client';

let db: TestDatabase;
let server: FastifyInstance;

beforeAll(async () => {
  db = await freshDatabase({
    name: 'matrix',
    load: ({ ownerUrl }) =>
      loadProvince(ownerUrl, province, { passwordHash: 'nobody signs in here', mustChangePassword: false }),
  });
  await db.owner.query(
    `INSERT INTO identity.client (id, unit_id, department_id, name, purpose, contact, scopes, made_by, made_at, expires_on)
     SELECT $1, $2, $2, 'Hệ thống thử', 'Thử quyền đọc', 'Người thử', $3, a.id, $4, '2026-06-30' FROM identity.account a LIMIT 1`,
    [
      uuidv7(),
      province.departmentId,
      allOperations.flatMap(({ scopes }) => scopes ?? []).slice(0, 1),
      clock.now(),
    ],
  );
  await db.owner.query(
    `INSERT INTO identity.client_token SELECT $1, id, $2, $3::timestamptz + interval '1 hour' FROM identity.client`,
    [hashToken(clientToken), [...new Set(allOperations.flatMap(({ scopes }) => scopes ?? []))], clock.now()],
  );
  for (const asker of askers) {
    if (asker === 'client') continue;
    const id = uuidv7();
    await db.owner.query(
      `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, 'Người thử', $3)`,
      [id, province.departmentId, `matrix.${asker.toLowerCase()}`],
    );
    await db.owner.query(
      `INSERT INTO identity.credential (account_id, must_change_password) VALUES ($1, $2)`,
      [id, asker === 'firstPassword'],
    );
    const role = states.some((state) => state === asker) ? 'departmentLeader' : (asker as Role);
    if (asker === 'withoutRole') continue;
    const unit = province.units.find(({ kind }) => roleFits(role, kind))!;
    await db.owner.query(
      `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, $5)`,
      [uuidv7(), id, unit.id, province.departmentId, role],
    );
  }
  server = await buildHoaBan({
    database: db.database,
    clock,
    identity,
    services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
    logger: false,
    checkAnswers: true,
  });
});
afterAll(async () => {
  await server?.close();
  await db?.drop();
});

const signedInAs = new Map<Asker, Record<string, string>>();

async function signIn(asker: Asker): Promise<Record<string, string>> {
  if (asker === 'nobody') return {};
  if (asker === 'client') return { authorization: `Bearer ${clientToken}` };
  const headers = await signedIn(db, `matrix.${asker.toLowerCase()}`, { now: clock.now() });
  if (asker === 'secondFactorDue') {
    await db.owner.query(
      `UPDATE identity.session s SET second_factor_due = true FROM identity.account a
       WHERE a.id = s.account_id AND a.username = 'matrix.secondfactordue'`,
    );
  }
  return headers;
}

async function ask(on: FastifyInstance, operation: Operation, asker: Asker) {
  const headers = signedInAs.get(asker) ?? (await signIn(asker));
  const answer = await on.inject({
    method: operation.method,
    url: operation.path.replaceAll(/\{\w+\}/g, uuidv7()),
    headers,
    ...(operation.body ? { payload: {} } : {}),
  });
  // Whatever was carried out may have ended the session: signing out does.
  if (operation.method !== 'GET' && answer.statusCode < 400) signedInAs.delete(asker);
  else signedInAs.set(asker, headers);
  return answer;
}

test('Every operation has a row in the access matrix and a route, and nothing else has', () => {
  expect(matrixFaults(allOperations, allRoutes(identity))).toEqual([]);
});

describe('Who may ask is told nothing by the gate, who may not is refused by it', () => {
  test.each(allRoutes(identity).map(({ operation }) => ({ id: operation.id, operation })))(
    '$id',
    async ({ id, operation }) => {
      for (const asker of askers) {
        const answer = await ask(server, operation, asker);
        const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
        const code: string = isProblem ? answer.json().code : '';
        expect(answer.statusCode, `${asker}: ${answer.body}`).not.toBe(500);
        // A standard's own words carry no code of ours.
        const refused = operation.refusal ? [401, 403].includes(answer.statusCode) : gateCodes.includes(code);
        expect(refused, `${asker} asks ${id}: ${answer.statusCode} ${code}`).toBe(
          !allowed(accessMatrix[id], asker),
        );
        if (refused) expect(answer.statusCode).toBe(asker === 'nobody' ? 401 : 403);
      }
    },
  );
});

describe('An operation that is not in the matrix', () => {
  const operation = defineOperation('plan.stealEverything', {
    method: 'POST',
    path: '/api/steal',
    summary: 'Không ai được làm',
  });
  let reached = false;
  const planted: AnyRoute = {
    operation: operation as Operation,
    handle: async () => {
      reached = true;
    },
  };

  test('is reported', () => {
    expect(matrixFaults([...allOperations, operation], [...allRoutes(identity), planted])).toContain(
      'plan.stealEverything: no row in the access matrix',
    );
  });

  test('is refused to everybody, the head of the department and the administrator too', async () => {
    const own = await buildServer({
      database: db.database,
      clock,
      gate,
      services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
      routes: [planted],
      sessionCookie,
      secureCookies: false,
      logger: false,
      checkAnswers: true,
      trustProxy: false,
    });
    for (const asker of askers) {
      expect((await ask(own, planted.operation, asker)).statusCode).toBe(asker === 'nobody' ? 401 : 403);
    }
    expect(reached).toBe(false);
    await own.close();
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'is not found under the name %s that every object has',
    (name) => {
      expect(gate.refuse(name, null)?.shape.status).toBe(401);
    },
  );
});

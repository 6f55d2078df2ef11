import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { dienBienCommunes } from '#reference/dien-bien';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { generateProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import type { Role } from './rules/index.ts';
import { actorOf, identityServer, movableClock, signedIn } from './testing.ts';

// Who sees which accounts and who may change them: two communes, five schools, one person per post.

const province = generateProvince({
  seed: 'accounts',
  communes: dienBienCommunes.slice(0, 2),
  schools: 5,
  teachersPerTeam: 2,
});
const elsewhere = generateProvince({
  seed: 'accounts',
  departmentCode: 'XX',
  departmentName: 'Sở của tỉnh khác',
  communes: dienBienCommunes.slice(0, 1),
  schools: 4,
  people: 'few',
});
const clock = movableClock('2025-10-01T08:00:00+07:00');
const now = () => clock.now();

let db: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  db = await freshDatabase({
    name: 'accounts',
    async load({ ownerUrl }) {
      const signIn = { passwordHash: 'nobody signs in here', mustChangePassword: false };
      await loadProvince(ownerUrl, province, signIn);
      await loadProvince(ownerUrl, elsewhere, signIn);
    },
  });
  server = await identityServer(db, { clock });
});
afterAll(async () => {
  await server.close();
  await db.drop();
});

type Unit = (typeof province.units)[number];
const unit = (fits: (unit: Unit) => boolean): Unit => province.units.find(fits)!;
const school = unit(
  ({ kind, managing_authority }) => kind === 'school' && managing_authority === 'communePC',
);
const commune = unit(({ id }) => id === school.parent_id);
const otherSchool = unit(({ kind, parent_id }) => kind === 'school' && parent_id !== commune.id);
const team = unit(({ kind, parent_id }) => kind === 'subjectTeam' && parent_id === school.id);
const division = unit(({ kind }) => kind === 'division');
const department = unit(({ kind }) => kind === 'department');

/** Units that a unit reaches, worked out from the lines without the database. */
function reach(from: Unit): Set<string> {
  const found = new Set([from.id]);
  for (const id of found) {
    for (const line of province.lines) if (line.superior_id === id) found.add(line.subordinate_id);
  }
  return found;
}
function holder(of: Unit, role: Role): { id: string; username: string } {
  const held = province.roleAssignments.find((row) => row.unit_id === of.id && row.role === role)!;
  return province.accounts.find((account) => account.id === held.account_id)!;
}
const peopleIn = (units: Set<string>): string[] =>
  [
    ...new Set(province.roleAssignments.filter((row) => units.has(row.unit_id)).map((row) => row.account_id)),
  ].sort();
const everybody = province.accounts.map(({ id }) => id).sort();

const head = (of: Unit, role: Role) => signedIn(db, holder(of, role).username, { now: now(), role });

async function list(headers: { cookie: string }, query: Record<string, string> = {}) {
  const items: { id: string; displayName: string; phone: string | null; roles: { role: string }[] }[] = [];
  let cursor: string | null = null;
  do {
    const search: string = new URLSearchParams({
      limit: '7',
      ...query,
      ...(cursor ? { cursor } : {}),
    }).toString();
    const answer = await server.inject({ url: `/api/accounts?${search}`, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    items.push(...answer.json().items);
    cursor = answer.json().nextCursor;
  } while (cursor);
  return items;
}
const ids = (items: { id: string }[]) => items.map(({ id }) => id).sort();
const send = (
  headers: { cookie: string },
  url: string,
  payload: Record<string, unknown> = {},
  method: 'POST' | 'PATCH' = 'POST',
) => server.inject({ method, url, headers, payload });

describe('Whom somebody sees in the list of accounts', () => {
  test.each<[Role, Unit, string[]]>([
    ['departmentLeader', department, everybody],
    ['systemAdmin', department, everybody],
    ['divisionHead', division, everybody],
    ['specialist', division, everybody],
    ['communeLeader', commune, peopleIn(reach(commune))],
    ['communeOfficer', commune, peopleIn(reach(commune))],
    ['principal', school, peopleIn(reach(school))],
    ['vicePrincipal', school, peopleIn(reach(school))],
    ['clerk', school, peopleIn(reach(school))],
    ['teamLead', team, peopleIn(new Set([team.id]))],
  ])('%s: everybody of the own reach, each once, nobody else', async (role, of, expected) => {
    expect(expected.length).toBeGreaterThan(1);
    expect(ids(await list(await head(of, role)))).toEqual(expected);
  });

  test('a commune sees its own school and no other commune’s', () => {
    const seen = peopleIn(reach(commune));
    expect(seen).toContain(holder(school, 'principal').id);
    expect(seen).not.toContain(holder(otherSchool, 'principal').id);
  });

  test('teachers have no list', async () => {
    const answer = await server.inject({ url: '/api/accounts', headers: await head(team, 'teacher') });
    expect(answer.json()).toMatchObject({ status: 403, code: 'identity.notAllowed' });
  });

  test('nobody of another department is ever seen, whatever is asked', async () => {
    const strangers = elsewhere.accounts.map(({ id }) => id);
    const leader = await head(department, 'departmentLeader');
    const foreign = elsewhere.units.find(({ kind }) => kind === 'school')!;
    expect(await list(leader, { unitId: foreign.id })).toEqual([]);
    expect(ids(await list(leader)).some((id) => strangers.includes(id))).toBe(false);
    const { settings } = await actorOf(db, holder(department, 'departmentLeader').username, { now: now() });
    const { rows } = await db.database.read(settings, (tx) =>
      sql<{ id: string }>`SELECT id FROM identity.account WHERE id = ANY (${strangers}::uuid[])`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  test('phone and e-mail are given inside the reach only, and never granted as columns', async () => {
    await db.owner.query(`UPDATE identity.account SET phone = '0987654321' WHERE id = $1`, [
      holder(otherSchool, 'principal').id,
    ]);
    const { settings } = await actorOf(db, holder(school, 'principal').username, {
      now: now(),
      role: 'principal',
    });
    const details = await db.database.read(settings, (tx) =>
      sql`SELECT * FROM identity.account_details(ARRAY[${holder(otherSchool, 'principal').id}]::uuid[])`.execute(
        tx,
      ),
    );
    expect(details.rows).toEqual([]);
    const direct = db.database.read(settings, (tx) => sql`SELECT phone FROM identity.account`.execute(tx));
    await expect(direct).rejects.toMatchObject({ code: '42501' });
  });
});

describe('The list', () => {
  test('goes by given name in the order of the Vietnamese alphabet, also across pages', async () => {
    const names = ['Lò Văn Ứng', 'Lò Văn Út', 'Quàng Thị Ánh', 'Lò Văn An', 'Vàng A Đạt', 'Vàng A Dũng'];
    const chosen = province.accounts
      .filter(({ username }) => username.startsWith('giaovien.'))
      .slice(0, names.length);
    for (const [at, { id }] of chosen.entries()) {
      await db.owner.query(`UPDATE identity.account SET display_name = $2 WHERE id = $1`, [id, names[at]]);
    }
    const listed = (await list(await head(department, 'departmentLeader'))).map((item) => item.displayName);
    expect(listed.filter((name) => names.includes(name))).toEqual([
      'Lò Văn An',
      'Quàng Thị Ánh',
      'Vàng A Dũng',
      'Vàng A Đạt',
      'Lò Văn Út',
      'Lò Văn Ứng',
    ]);
  });

  test('is searched without diacritics, and % finds nothing but itself', async () => {
    const leader = await head(department, 'departmentLeader');
    const [found, ...others] = await list(leader, { q: 'quang thi ANH' });
    expect([found?.displayName, others.length]).toEqual(['Quàng Thị Ánh', 0]);
    expect(await list(leader, { q: '%' })).toEqual([]);
  });

  test('is narrowed to a unit with everything below it, and to a role', async () => {
    const leader = await head(department, 'departmentLeader');
    expect(ids(await list(leader, { unitId: school.id }))).toEqual(peopleIn(reach(school)));
    expect(ids(await list(leader, { unitId: school.id, role: 'principal' }))).toEqual([
      holder(school, 'principal').id,
    ]);
    expect(await list(await head(school, 'principal'), { unitId: otherSchool.id })).toEqual([]);
  });

  test('shows one person to whoever has the person in reach, to nobody else', async () => {
    const teamLead = holder(team, 'teamLead');
    const get = async (headers: { cookie: string }) =>
      (await server.inject({ url: `/api/accounts/${teamLead.id}`, headers })).json();
    expect(await get(await head(school, 'principal'))).toMatchObject({
      id: teamLead.id,
      username: teamLead.username,
    });
    expect((await get(await head(department, 'departmentLeader'))).roles.length).toBeGreaterThan(0);
    expect((await get(await head(otherSchool, 'principal'))).code).toBe('identity.accountNotFound');
  });

  test('refuses a place that is not its own', async () => {
    const answer = await server.inject({
      url: '/api/accounts?cursor=abc',
      headers: await head(department, 'departmentLeader'),
    });
    expect(answer.json()).toMatchObject({ status: 400, problems: [{ path: 'cursor' }] });
  });
});

describe('Making an account', () => {
  const person = (username: string, more: Record<string, unknown> = {}) => ({
    displayName: '  Lường   Văn Thử ',
    username,
    unitId: school.id,
    role: 'teacher',
    ...more,
  });

  test('gives a one-time password once, also when the command is sent twice', async () => {
    const principal = await head(school, 'principal');
    const headers = { ...principal, 'idempotency-key': '018f0000-0000-7000-8000-000000000001' };
    const made = await send(headers, '/api/accounts', person('thu.mot'));
    expect(made.json()).toMatchObject({
      username: 'thu.mot',
      oneTimePassword: expect.stringMatching(/^(\w{4}-){2}\w{4}$/),
    });
    const again = await send(headers, '/api/accounts', person('thu.mot'));
    expect(again.json()).toMatchObject({ status: 409, code: 'http.alreadyDone' });
    const signedInAs = await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'thu.mot', password: made.json().oneTimePassword },
    });
    expect(signedInAs.json()).toEqual({ mustChangePassword: true, secondFactorDue: false });
    const [item] = await list(principal, { q: 'thu.mot' });
    expect(item).toMatchObject({ displayName: 'Lường Văn Thử', roles: [{ role: 'teacher' }] });
    const { rows } = await db.owner.query(
      `SELECT c::text AS row FROM audit.command c UNION ALL SELECT e::text FROM audit.event e`,
    );
    expect(rows.some(({ row }) => row.includes(made.json().oneTimePassword))).toBe(false);
  });

  test('is refused with the reason, and leaves nothing behind', async () => {
    const principal = await head(school, 'principal');
    const refusal = async (payload: Record<string, unknown>) =>
      (await send(principal, '/api/accounts', payload)).json().code;
    expect(await refusal(person('thu.hai', { role: 'principal' }))).toBe('identity.roleAbove');
    expect(await refusal(person('thu.hai', { role: 'systemAdmin' }))).toBe('identity.roleAbove');
    expect(await refusal(person('thu.hai', { unitId: otherSchool.id }))).toBe('identity.unitOutOfReach');
    expect(await refusal(person('thu.hai', { unitId: elsewhere.departmentId }))).toBe(
      'identity.unitOutOfReach',
    );
    expect(await refusal(person('thu.hai', { unitId: team.id, role: 'clerk' }))).toBe('identity.roleMisfit');
    expect(await refusal(person('thu.mot'))).toBe('identity.usernameTaken');
    expect(await refusal(person(elsewhere.accounts[0]!.username))).toBe('identity.usernameTaken');
    expect(await refusal(person('thu.hai', { phone: '+84 987 654 321' }))).toBe('identity.phoneTaken');
    expect(await refusal(person('0912345678'))).toBe('http.invalidInput');
    const { rows } = await db.owner.query(`SELECT FROM identity.account WHERE username = 'thu.hai'`);
    expect(rows).toEqual([]);
  });
});

describe('Changing accounts of others', () => {
  // Whoever got a new password here has changed it before the next test.
  afterEach(() => db.owner.query('UPDATE identity.credential SET must_change_password = false'));

  const reset = (headers: { cookie: string }, id: string) =>
    send(headers, `/api/accounts/${id}/reset-password`);

  test.each<{ role: Role; of: Unit; other: Role; at: Unit; status: number }>(
    (
      [
        ['departmentLeader', department, 'divisionHead', division, 200],
        ['divisionHead', division, 'departmentLeader', department, 403],
        ['divisionHead', division, 'principal', school, 200],
        ['communeLeader', commune, 'principal', school, 200],
        ['communeLeader', commune, 'principal', otherSchool, 403],
        ['communeOfficer', commune, 'communeLeader', commune, 403],
        ['principal', school, 'vicePrincipal', school, 200],
        ['vicePrincipal', school, 'principal', school, 403],
        ['clerk', school, 'principal', school, 403],
        ['clerk', school, 'teamLead', team, 403],
      ] as const
    ).map(([role, of, other, at, status]) => ({ role, of, other, at, status })),
  )('$role asks a new password for $other: $status', async ({ role, of, other, at, status }) => {
    const answer = await reset(await head(of, role), holder(at, other).id);
    expect(answer.statusCode, answer.body).toBe(status);
  });

  test('nobody does it to the own account or to one of another department', async () => {
    const leader = await head(department, 'departmentLeader');
    expect((await reset(leader, holder(department, 'departmentLeader').id)).json().code).toBe(
      'identity.ownAccount',
    );
    expect((await reset(leader, elsewhere.accounts[0]!.id)).json().code).toBe('identity.accountNotFound');
  });

  test('a person who also works elsewhere is left to the level above both', async () => {
    const teacher = province.roleAssignments.find(
      (row) =>
        row.unit_id === team.id &&
        province.roleAssignments.filter((other) => other.account_id === row.account_id).length === 1,
    )!;
    const leader = await head(department, 'departmentLeader');
    const granted = await send(leader, `/api/accounts/${teacher.account_id}/roles`, {
      unitId: otherSchool.id,
      role: 'teacher',
    });
    expect(granted.statusCode, granted.body).toBe(200);
    expect((await reset(await head(school, 'principal'), teacher.account_id)).json().code).toBe(
      'identity.accountAbove',
    );
    expect((await reset(leader, teacher.account_id)).statusCode).toBe(200);
  });

  test('a role is held at once, not given twice, ended at once, and may begin again', async () => {
    const principal = await head(school, 'principal');
    const teamLead = holder(team, 'teamLead');
    const give = () =>
      send(principal, `/api/accounts/${teamLead.id}/roles`, { unitId: school.id, role: 'clerk' });
    const first = await give();
    expect(first.statusCode, first.body).toBe(200);
    expect((await give()).json().code).toBe('identity.roleHeld');
    const acting = await signedIn(db, teamLead.username, { now: now(), role: 'clerk' });
    expect((await server.inject({ url: '/api/accounts', headers: acting })).statusCode).toBe(200);
    const end = () => send(principal, `/api/roles/${first.json().roleId}/end`);
    expect((await end()).statusCode).toBe(204);
    expect((await server.inject({ url: '/api/accounts', headers: acting })).json().code).toBe(
      'identity.noRole',
    );
    expect((await end()).json().code).toBe('identity.roleNotFound');
    expect((await give()).statusCode).toBe(200);
  });

  test('nobody gives themselves a role or ends the own', async () => {
    const principal = holder(school, 'principal');
    const headers = await head(school, 'principal');
    const giving = await send(headers, `/api/accounts/${principal.id}/roles`, {
      unitId: school.id,
      role: 'clerk',
    });
    expect(giving.json().code).toBe('identity.ownAccount');
    const own = province.roleAssignments.find(
      (row) => row.account_id === principal.id && row.role === 'principal',
    )!;
    expect((await send(headers, `/api/roles/${own.id}/end`)).json().code).toBe('identity.ownAccount');
  });
});

test('the outside identity can be unlinked, by its owner, without touching others', async () => {
  const [mine, other] = [holder(school, 'principal'), holder(otherSchool, 'principal')];
  await db.owner.query(
    `UPDATE identity.credential SET oidc_issuer = 'https://id.example', oidc_subject = account_id::text
     WHERE account_id = ANY ($1)`,
    [[mine.id, other.id]],
  );
  const headers = await head(school, 'principal');
  const linked = async () => (await server.inject({ url: '/api/me', headers })).json().oidcLinked;
  expect(await linked()).toBe(true);
  expect((await send(headers, '/api/me/oidc-link/remove')).statusCode).toBe(204);
  expect(await linked()).toBe(false);
  const { rows } = await db.owner.query(
    `SELECT account_id AS id FROM identity.credential WHERE oidc_subject IS NOT NULL`,
  );
  expect(rows).toEqual([{ id: other.id }]);
});

describe('The own contact data', () => {
  test('two places that save at once: the second gets both texts and nothing is lost', async () => {
    const headers = await head(school, 'clerk');
    const { version } = (await server.inject({ url: '/api/me/profile', headers })).json();
    const save = (change: Record<string, unknown>) =>
      send(headers, '/api/me/profile', { version, ...change }, 'PATCH');
    expect((await save({ email: 'mot@truong.edu.vn' })).json()).toMatchObject({ version: version + 1 });
    const second = await save({ email: 'hai@truong.edu.vn' });
    expect(second.json()).toMatchObject({
      status: 409,
      code: 'identity.changedMeanwhile',
      facts: { yours: { email: 'hai@truong.edu.vn' }, current: { email: 'mot@truong.edu.vn' } },
    });
  });

  test('absent leaves, null clears; a phone of somebody else is refused by name', async () => {
    const headers = await head(school, 'vicePrincipal');
    const profile = async () => (await server.inject({ url: '/api/me/profile', headers })).json();
    const save = async (change: Record<string, unknown>) =>
      send(headers, '/api/me/profile', { version: (await profile()).version, ...change }, 'PATCH');
    await save({ phone: '0911 222 333', email: 'pho@truong.edu.vn' });
    await save({ language: 'en' });
    expect(await profile()).toMatchObject({
      phone: '0911222333',
      email: 'pho@truong.edu.vn',
      language: 'en',
    });
    await save({ phone: null });
    expect(await profile()).toMatchObject({ phone: null, email: 'pho@truong.edu.vn' });
    expect((await save({ phone: '0987654321' })).json()).toMatchObject({
      code: 'identity.phoneTaken',
      problems: [{ path: 'phone' }],
    });
    expect((await save({ phone: '12' })).json()).toMatchObject({ status: 400 });
  });
});

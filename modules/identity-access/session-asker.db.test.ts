import fc from 'fast-check';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dienBienCommunes } from '#reference/dien-bien';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { generateProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { hashToken } from './actor.ts';

// A session carries the description of its person; here it is held against the rows it was made from.

const province = generateProvince({
  seed: 'session asker',
  communes: dienBienCommunes.slice(0, 1),
  schools: 2,
  teachersPerTeam: 1,
});
const principal = province.roleAssignments.find(({ role }) => role === 'principal')!;
const token = hashToken('the only session');

let db: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  db = await freshDatabase({
    name: 'session_asker',
    load: ({ ownerUrl }) =>
      loadProvince(ownerUrl, province, { passwordHash: 'nobody signs in here', mustChangePassword: false }),
  });
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role, starts_on)
     VALUES ($1, $2, $3, $4, 'teacher', '2025-07-01')`,
    [uuidv7(), principal.account_id, principal.unit_id, province.departmentId],
  );
  await owner.query(
    `INSERT INTO identity.session (id, token_hash, account_id, role_assignment_id, created_at, expires_at)
     VALUES ($1, $2, $3, $4, '2025-10-01', '2025-11-01')`,
    [uuidv7(), token, principal.account_id, principal.id],
  );
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** What the rows say of the session at a moment: the description and the three settings that decide what is seen. */
const fromTheRows = `
  SELECT json_build_object('sessionId', s.id, 'accountId', a.id, 'displayName', a.display_name, 'language', a.language,
      'roleAssignmentId', r.id, 'role', r.role, 'unitId', r.unit_id, 'unitKind', u.kind, 'departmentId', a.department_id,
      'scope', identity.scope_of(r.role, u.kind), 'secondFactorDue', s.second_factor_due,
      'mustChangePassword', c.must_change_password) AS asker,
    json_build_array(coalesce(r.unit_id::text, ''), coalesce(r.role, ''),
      CASE WHEN r.role IS NULL OR s.second_factor_due OR c.must_change_password THEN ''
           ELSE identity.scope_of(r.role, u.kind) END) AS settings
  FROM identity.session s
  JOIN identity.account a ON a.id = s.account_id AND a.status = 'active'
  JOIN identity.credential c ON c.account_id = a.id
  LEFT JOIN identity.role_assignment r ON r.id = s.role_assignment_id AND identity.in_force(r.starts_on, r.ends_on, $2)
  LEFT JOIN organisation.unit u ON u.id = r.unit_id
  WHERE s.token_hash = $1 AND s.expires_at > $2`;

async function opened(at: string) {
  const { rows } = await owner.query(`SELECT identity.open_request($1, $2, '', '', '', '') AS asker`, [
    token,
    at,
  ]);
  if (rows[0].asker === null) return undefined;
  const settings = await owner.query(
    `SELECT json_build_array(current_setting('hoaban.unit_id'), current_setting('hoaban.role'), current_setting('hoaban.scope')) AS settings`,
  );
  return { asker: rows[0].asker, settings: settings.rows[0].settings };
}

const text = fc.constantFrom('Lò Thị Hạnh', 'Tên có "dấu ngoặc"', 'Gạch \\ chéo');
const day = fc.constantFrom('2025-07-01', '2025-10-10', '2025-10-15', '2025-10-20');
const change = fc.oneof(
  text.map((name) => ['UPDATE identity.account SET display_name = $2 WHERE id = $1', name] as const),
  fc
    .constantFrom('active', 'disabled')
    .map((status) => ['UPDATE identity.account SET status = $2 WHERE id = $1', status] as const),
  fc
    .boolean()
    .map(
      (due) =>
        ['UPDATE identity.credential SET must_change_password = $2 WHERE account_id = $1', due] as const,
    ),
  fc
    .boolean()
    .map((due) => ['UPDATE identity.session SET second_factor_due = $2 WHERE account_id = $1', due] as const),
  day.map(
    (from) =>
      [
        'UPDATE identity.role_assignment SET starts_on = $2, ends_on = NULL WHERE account_id = $1',
        from,
      ] as const,
  ),
  day.map(
    (until) =>
      [
        'UPDATE identity.role_assignment SET ends_on = greatest($2::date, starts_on - 1) WHERE account_id = $1',
        until,
      ] as const,
  ),
  fc.constantFrom('teacher', 'principal', 'nothing').map(
    (role) =>
      [
        `UPDATE identity.session SET role_assignment_id = (SELECT id FROM identity.role_assignment WHERE account_id = $1 AND role = $2)
         WHERE account_id = $1`,
        role,
      ] as const,
  ),
);

test('Whatever changes about a person or a role, a session opens with what the rows say at that moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), day, async (changes, today) => {
      await owner.query('BEGIN');
      for (const [statement, value] of changes) await owner.query(statement, [principal.account_id, value]);
      const at = `${today}T08:00:00+07:00`;
      const { rows } = await owner.query(fromTheRows, [token, at]);
      expect(await opened(at)).toEqual(rows[0]);
      await owner.query('ROLLBACK');
    }),
    { numRuns: 60 },
  );
});

test('A deleted role or password, an expired or unknown token leave nothing of the person open', async () => {
  const at = '2025-10-15T08:00:00+07:00';
  await owner.query('BEGIN');
  expect(await opened(at)).toMatchObject({ asker: { role: 'principal' } });
  expect(await opened('2025-11-02T08:00:00+07:00')).toBeUndefined();
  await owner.query('DELETE FROM identity.role_assignment WHERE id = $1', [principal.id]);
  expect(await opened(at)).toMatchObject({ asker: { role: null, unitId: null }, settings: ['', '', ''] });
  await owner.query('DELETE FROM identity.credential WHERE account_id = $1', [principal.account_id]);
  expect(await opened(at)).toBeUndefined();
  await owner.query('ROLLBACK');
  const { rows } = await owner.query(`SELECT identity.open_request('\\x00', $1, '', '', '', '') AS asker`, [
    at,
  ]);
  expect(rows).toEqual([{ asker: null }]);
});

test('A unit keeps its kind, on which the scope of its roles hangs', async () => {
  await expect(
    owner.query(`UPDATE organisation.unit SET kind = 'division' WHERE id = $1`, [principal.unit_id]),
  ).rejects.toMatchObject({ code: '23514' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { identityServer } from '../testing.ts';
import { createAdmin } from './create-admin.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');
let db: TestDatabase;
let departmentCode: string;
beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  const { rows } = await db.owner.query(`SELECT code FROM organisation.unit WHERE kind = 'department'`);
  departmentCode = rows[0].code;
});
afterAll(() => db.drop());

const names = { username: 'quantri2', displayName: 'Quàng Văn Thử' };

test('The first administrator signs in with the one-time password and must change it', async () => {
  const made = await createAdmin(
    db.database,
    { ...names, username: 'QuanTri2', departmentCode },
    clock.now(),
  );
  expect(made.username).toBe('quantri2');
  const server = await identityServer(db, { clock });
  const answer = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { username: made.username, password: made.oneTimePassword },
  });
  expect(answer.json()).toEqual({ secondFactorDue: false, mustChangePassword: true });
  await server.close();
});

test.each([
  [{ username: 'quantri' }, 'identity.usernameTaken'],
  [{ username: 'có dấu' }, 'identity.badNames'],
  [{ displayName: ' ' }, 'identity.badNames'],
  [{ departmentCode: 'không có' }, 'identity.unknownDepartment'],
])('An administrator is refused with %o', async (wrong, code) => {
  const input = { ...names, username: 'quantri3', departmentCode, ...wrong };
  await expect(createAdmin(db.database, input, clock.now())).rejects.toMatchObject({ code });
  const { rows } = await db.owner.query(`SELECT 1 FROM identity.account WHERE username = 'quantri3'`);
  expect(rows).toEqual([]);
});

import { v7 as uuidv7 } from 'uuid';
import { findDepartmentByCode } from '#modules/organisation';
import type { Database } from '#platform/db';
import { systemSettings } from '../actor.ts';
import { createAccount } from '../contract.ts';
import { insertAccount } from '../data/accounts.ts';
import { resetPassword } from '../data/credentials.ts';
import { insertRole } from '../data/roles.ts';
import { identityErrors } from '../errors.ts';
import type { OneTimePassword } from './create-account.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';

/**
 * Makes a system administrator of a department, for the command line: the first person who can sign in.
 * `database` is that of the running system. Throws badNames, unknownDepartment, usernameTaken.
 */
export async function createAdmin(
  database: Database,
  input: { username: string; displayName: string; departmentCode: string },
  now: Date,
): Promise<OneTimePassword> {
  const names = createAccount.body.pick({ username: true, displayName: true }).safeParse(input);
  if (!names.success) {
    throw identityErrors.badNames(
      names.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const department = await database.read({}, (tx) => findDepartmentByCode(tx, input.departmentCode));
  if (!department) throw identityErrors.unknownDepartment(input.departmentCode);
  return database.write(systemSettings(department.id, 'identity.createAdmin'), async (tx) => {
    const accountId = uuidv7();
    const account = { id: accountId, departmentId: department.id, phone: null, email: null, ...names.data };
    if (!(await insertAccount(tx, account))) throw identityErrors.usernameTaken(account.username);
    await insertRole(tx, {
      id: uuidv7(),
      accountId,
      unitId: department.id,
      departmentId: department.id,
      role: 'systemAdmin',
      classCode: null,
      endsOn: null,
      now,
    });
    const oneTimePassword = makeOneTimePassword();
    await resetPassword(tx, accountId, await hashPassword(oneTimePassword));
    return { accountId, username: account.username, oneTimePassword };
  });
}

import { createAccount } from '#modules/identity-access';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { isAccountOfSchool, type StaffRecord, setStaffAccount } from '../data/staff.ts';
import { peopleErrors } from '../errors.ts';
import type { Acting } from './acting.ts';
import { own } from './keep-staff.ts';

/**
 * Says which account is this person's, or (null) that none is. The account must be of somebody who works in the school.
 * @throws Refusal people.staffNotFound, accountUnfit, changedMeanwhile
 */
export async function linkAccount(
  tx: WriteTx,
  acting: Acting,
  staffId: string,
  { accountId, version }: { readonly accountId: string | null; readonly version: number },
): Promise<{ version: number }> {
  const current = await own(tx, acting, staffId);
  if (current.version !== version) {
    throw peopleErrors.changedMeanwhile({ accountId }, { accountId: current.accountId });
  }
  if (accountId !== null && !(await isAccountOfSchool(tx, current.unitId, accountId))) {
    throw peopleErrors.accountUnfit('Tài khoản này không có vai trò ở trường. Hãy giao vai trò trước.');
  }
  await store(tx, current, accountId);
  return { version: version + 1 };
}

/**
 * Makes an account for a staff member who has none, with a first role; the one-time password is shown once.
 * @throws Refusal people.staffNotFound, staffHasLeft, accountUnfit; identity.* as when making any account
 */
export async function createStaffAccount(
  tx: WriteTx,
  acting: Acting,
  staffId: string,
  input: {
    readonly username: string;
    readonly role: 'vicePrincipal' | 'clerk' | 'teamLead' | 'homeroomTeacher' | 'teacher';
  },
): Promise<{ accountId: string; username: string; oneTimePassword: string }> {
  const current = await own(tx, acting, staffId);
  if (current.accountId !== null) throw peopleErrors.accountUnfit('Người này đã có tài khoản.');
  if (current.leftOn !== null) throw peopleErrors.staffHasLeft();
  if (input.role === 'teamLead' && current.teamId === null) {
    throw peopleErrors.badGround([
      { path: 'role', message: 'Người này chưa thuộc tổ nào. Hãy ghi tổ chuyên môn trước.' },
    ]);
  }
  const given = await createAccount(
    tx,
    acting.actor,
    {
      displayName: current.fullName,
      username: input.username,
      phone: current.phone,
      email: current.email,
      // A team lead stands in the team; everybody else in the school.
      unitId: input.role === 'teamLead' ? (current.teamId ?? current.unitId) : current.unitId,
      role: input.role,
      classCode: null,
    },
    acting.now,
  );
  await store(tx, current, given.accountId);
  return given;
}

async function store(tx: WriteTx, current: StaffRecord, accountId: string | null): Promise<void> {
  try {
    const { id, version } = current;
    if (!(await setStaffAccount(tx, { id, version, accountId }))) throw peopleErrors.staffNotFound();
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'staff_member_account_id_key') {
      throw peopleErrors.accountUnfit('Tài khoản này đã gắn với một hồ sơ khác.');
    }
    throw error;
  }
}

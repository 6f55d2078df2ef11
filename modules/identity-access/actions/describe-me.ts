import { currentSchoolYear } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { Actor } from '../actor.ts';
import { selectOwnCredential } from '../data/credentials.ts';
import { listOwnRoles } from '../data/roles.ts';
import { operationsOf } from '../rules/index.ts';

/** Who the person is, every role held, and what the role in use may do. */
export async function describeMe(tx: ReadTx, actor: Actor, now: Date) {
  const [held, credential, schoolYear] = await Promise.all([
    listOwnRoles(tx, now),
    selectOwnCredential(tx),
    currentSchoolYear(tx),
  ]);
  const roles = held.map(({ id, role, unitId, unitName, unitKind }) => ({
    id,
    role,
    unit: { id: unitId, name: unitName, kind: unitKind },
  }));
  const ready = !actor.secondFactorDue && !actor.mustChangePassword;
  return {
    account: {
      id: actor.accountId,
      name: actor.displayName,
      username: credential.username,
      language: actor.language,
    },
    role: roles.find((role) => role.id === actor.roleAssignmentId) ?? null,
    roles,
    permissions: ready ? operationsOf(actor.role) : [],
    mustChangePassword: actor.mustChangePassword,
    secondFactorDue: actor.secondFactorDue,
    secondFactorOn: credential.totpConfirmed,
    oidcLinked: credential.oidcLinked,
    schoolYear: schoolYear ?? null,
    today: localDate(now),
  };
}

import { type Role, roles } from './roles.ts';

const schoolStaff: readonly Role[] = ['clerk', 'teamLead', 'homeroomTeacher', 'teacher', 'pupil', 'guardian'];
const schoolHeads: readonly Role[] = ['principal', 'vicePrincipal'];
const communeStaff: readonly Role[] = ['communeOfficer'];

/**
 * Which roles the holder of a role may give, end, or whose sign-in help them (new password, disabling): always roles below
 * the own one, inside the own reach. GOV-01 and seed: the department guides all schools, a commune manages its
 * lower-secondary schools, a principal the school.
 */
export function mayGrant(actor: { readonly role: string; readonly unitKind: string }): readonly Role[] {
  switch (actor.role) {
    case 'departmentLeader':
      return roles;
    case 'divisionHead':
      return ['specialist', 'communeLeader', ...communeStaff, ...schoolHeads, ...schoolStaff];
    case 'communeLeader':
      return [...communeStaff, ...schoolHeads, ...schoolStaff];
    case 'communeOfficer':
      return [...schoolHeads, ...schoolStaff];
    case 'principal':
      return ['vicePrincipal', ...schoolStaff];
    case 'vicePrincipal':
      return schoolStaff;
    case 'clerk':
      return ['teacher', 'homeroomTeacher', 'pupil', 'guardian'];
    case 'systemAdmin':
      if (actor.unitKind === 'department') return roles;
      if (actor.unitKind === 'commune')
        return ['communeLeader', ...communeStaff, ...schoolHeads, ...schoolStaff];
      return [...schoolHeads, ...schoolStaff];
    default:
      return [];
  }
}

/** Whether every role that somebody holds is one the actor may give: nobody changes the sign-in of a person above. */
export function mayAdminister(
  actor: { readonly role: string; readonly unitKind: string },
  held: readonly string[],
): boolean {
  const below: readonly string[] = mayGrant(actor);
  return held.every((role) => below.includes(role));
}

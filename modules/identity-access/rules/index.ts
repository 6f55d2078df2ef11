export { type Access, accessMatrix, mayDo, operationsOf, rolesWith, whoMay } from './access-matrix.ts';
export { mayAdminister, mayGrant } from './may-grant.ts';
export { longestPassword, passwordProblems, shortestPassword } from './passwords.ts';
export { type Role, roleFits, roleNames, roles } from './roles.ts';
export { attemptsAllowed, lockMinutes, oidcMinutes, sessionHours } from './sign-in-limits.ts';
export { readSignInName } from './sign-in-name.ts';
export { suggestUsername } from './suggest-username.ts';

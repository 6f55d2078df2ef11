import { Refusal } from '#platform/errors';
import { changePassword, describeMe, sessionHours, signIn, signOut, switchRole } from '../actions/sign-in.ts';
import { bind, sessionCookie } from '../actor.ts';
import * as contract from '../contract.ts';

/** Routes of signing in and of the own account. */
export const signInRoutes = [
  bind(contract.signIn, async ({ tx, body, now, ip, userAgent, setCookie }) => {
    const result = await signIn(tx, body, { now, ip, userAgent });
    if (result instanceof Refusal) return result;
    const { token, ...answer } = result;
    setCookie(sessionCookie, token, { maxAgeSeconds: sessionHours * 3600 });
    return answer;
  }),
  bind(contract.signOut, async ({ tx, cookies, clearCookie }) => {
    await signOut(tx, cookies[sessionCookie] ?? '');
    clearCookie(sessionCookie);
    return undefined;
  }),
  bind(contract.getMe, async ({ tx, actor }) => describeMe(tx, actor)),
  bind(contract.switchRole, async ({ tx, actor, body }) => {
    await switchRole(tx, actor, body.roleAssignmentId);
    return undefined;
  }),
  bind(contract.changePassword, async ({ tx, actor, body, now }) => {
    await changePassword(tx, actor, body, now);
    return undefined;
  }),
];

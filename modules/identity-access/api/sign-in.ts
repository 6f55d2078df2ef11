import { Refusal } from '#platform/errors';
import { changePassword } from '../actions/change-password.ts';
import { describeMe } from '../actions/describe-me.ts';
import { signIn } from '../actions/sign-in.ts';
import { updateProfile } from '../actions/update-profile.ts';
import { bind, hashToken, sessionCookie } from '../actor.ts';
import * as contract from '../contract.ts';
import { selectOwnProfile } from '../data/accounts.ts';
import { closeSession, deleteOwnSession, listOwnSessions, switchSessionRole } from '../data/sessions.ts';
import { identityErrors } from '../errors.ts';
import { sessionHours } from '../rules/index.ts';

/** Signing in and out, the own account and its sessions. */
export const signInRoutes = [
  bind(contract.signIn, async ({ tx, body, now, ip, userAgent, setCookie }) => {
    const result = await signIn(tx, body, { now, ip, userAgent });
    if (result instanceof Refusal) return result;
    const { token, ...answer } = result;
    setCookie(sessionCookie, token, { maxAgeSeconds: sessionHours * 3600 });
    return answer;
  }),
  bind(contract.signOut, async ({ tx, cookies, clearCookie }) => {
    await closeSession(tx, hashToken(cookies[sessionCookie] ?? ''));
    clearCookie(sessionCookie);
    return undefined;
  }),
  bind(contract.me, ({ tx, actor, now }) => describeMe(tx, actor, now)),
  bind(contract.switchRole, async ({ tx, actor, body, now }) => {
    if (await switchSessionRole(tx, actor.sessionId, body.roleId, now)) return undefined;
    throw identityErrors.roleNotYours();
  }),
  bind(contract.changePassword, ({ tx, actor, body, now, ip }) =>
    changePassword(tx, actor, body, { now, ip }),
  ),
  bind(contract.getProfile, ({ tx, actor }) => selectOwnProfile(tx, actor.accountId)),
  bind(contract.updateProfile, ({ tx, actor, body }) => updateProfile(tx, actor, body)),
  bind(contract.listSessions, async ({ tx, actor, now }) => {
    const sessions = await listOwnSessions(tx, now);
    return { items: sessions.map((session) => ({ ...session, current: session.id === actor.sessionId })) };
  }),
  bind(contract.endSession, async ({ tx, actor, params, clearCookie }) => {
    if (!(await deleteOwnSession(tx, params.sessionId))) throw identityErrors.sessionNotFound();
    if (params.sessionId === actor.sessionId) clearCookie(sessionCookie);
    return undefined;
  }),
];

/** Front door of identity and access: who is asking, and what each role may do. */
export { hashPassword } from './actions/password-hash.ts';
export { type Actor, bind, gate, type Scope, sessionCookie, settingsFor, systemSettings } from './actor.ts';
export { identityRoutes } from './api/index.ts';
export { identityOperations } from './contract.ts';

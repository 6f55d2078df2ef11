/**
 * The one way to the server. `api` is typed by the OpenAPI document (schema.gen.ts); `answer` gives the data or throws an
 * ApiProblem; `useCommand` carries out a change exactly once; `layOver` shows a change
 * before its page is read again; `useSchoolYear` says which year is shown; `useMe` and `useMay` say who is signed in and what that
 * person may do.
 */

export { forgetSchoolYear, inSchoolYear } from './chosen-year.ts';
export { answer, api, onSignedOut } from './client.ts';
export { layOver } from './lay-over.ts';
export { type Me, meQuery, type RoleHeld, useMay, useMe, useSignOut, useSwitchRole } from './me.ts';
export {
  askAtTheDoor,
  isLineFault,
  keptAnswer,
  loadOfflineKind,
  type OfflineCommand,
  type OfflineKind,
  type OfflineKinds,
  type OfflineState,
  offline,
  onOfflineRefreshed,
  type Queued,
  registerOfflineKinds,
  type SaidConflict,
  useOffline,
  useOfflineCommand,
  useOnTheWay,
} from './offline.ts';
export type { components, operations, paths } from './schema.gen.ts';
export { useChooseSchoolYear, useSchoolYear, useSchoolYears } from './school-year.ts';
export { type Sending, sendFile } from './send-file.ts';
export { hadSession, keepSession } from './session.ts';
export { type Command, useCommand } from './use-command.ts';

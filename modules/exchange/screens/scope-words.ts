import { type Scope, scopes } from '#rules/exchange';

/** The scopes by the key of their words, in the order they are offered. */
export const scopeKeys = [
  ['rosterCore', scopes.rosterCore],
  ['roster', scopes.roster],
  ['gradebook', scopes.gradebook],
  ['demographics', scopes.demographics],
  ['guardians', scopes.guardians],
] as const satisfies readonly (readonly [string, Scope])[];

const base = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';

/** The scopes of OneRoster 1.2 that Hoa Ban gives, by the standard's addresses, and one of its own for guardians. */
export const scopes = {
  /** Schools, sessions, courses, classes, enrolments, names of pupils and teachers. */
  rosterCore: `${base}roster-core.readonly`,
  /** The same, and the lists by school, class, course, term and person. */
  roster: `${base}roster.readonly`,
  /** Birth date and sex of pupils. */
  demographics: `${base}roster-demographics.readonly`,
  /** Marks and semester averages. */
  gradebook: `${base}gradebook.readonly`,
  gradebookCore: `${base}gradebook-core.readonly`,
  /** Guardians of pupils: names and whose they are. Not a scope of the standard, where they would come with every list of users. */
  guardians: 'urn:hoaban:scope:guardians.readonly',
} as const;

export type Scope = (typeof scopes)[keyof typeof scopes];
export const allScopes = Object.values(scopes) as [Scope, ...Scope[]];

/** Any of these opens the core of the rostering service. */
export const rosterCoreScopes: readonly Scope[] = [scopes.rosterCore, scopes.roster];
export const gradebookCoreScopes: readonly Scope[] = [scopes.gradebookCore, scopes.gradebook];

/** Whether a token carries one of the scopes wanted. */
export function carries(held: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((scope) => held.includes(scope));
}

import type { ComponentType } from 'react';

/** A page a module offers; apps/web makes the routes and the rail from the lists. */
export interface Screen {
  /** Address with `$name` parameters (TanStack Router): '/don-vi/$unitId'. */
  readonly path: string;
  /** Loads the page when it is first opened. */
  readonly load: () => Promise<{ default: ComponentType }>;
  /** Names of the word files (i18n namespaces) the page needs. */
  readonly words: readonly string[];
  /** Operation the role must be allowed, else the page of refusal is shown; undefined: everyone signed in. */
  readonly operation?: string;
  /** Kinds of unit in which the page makes sense, for the unit one acts in; undefined: everywhere. */
  readonly unitKinds?: readonly string[];
  /**
   * Where the rail offers the page: area of work and the key of its name in the shell's words (`nav.…`); `in`: to whom acts in such a unit, others
   * come to it from another page that says which unit is meant.
   */
  readonly rail?: { readonly work: string; readonly name: string; readonly in?: readonly string[] };
}

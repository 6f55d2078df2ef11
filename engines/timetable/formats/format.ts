import type { Problem } from '../core/problem.ts';
import type { Solution } from '../search/solution.ts';

/** What a solution costs by the format's own reckoning. */
export interface Reckoning {
  readonly hard: number;
  readonly soft: number;
  /** Cost by kind of constraint, those that cost something only. */
  readonly broken: readonly { readonly kind: string; readonly units: number; readonly weight: number }[];
}

/** Why no timetable keeps every required rule, for people. */
export interface Explanation {
  readonly kind: string;
  /** False: no proof, only what a search could not keep together. */
  readonly proved: boolean;
  /** Whose lessons clash. */
  readonly owner: string;
  /** Ids of the lessons in the document. */
  readonly activities: readonly number[];
  /** Rules of the document that cannot be kept together. */
  readonly rules: readonly { readonly kind: string; readonly source: number }[];
  readonly needed?: number;
  readonly available?: number;
  /** In Vietnamese. */
  readonly sentence: string;
  /** What would help, each by itself, in Vietnamese. */
  readonly relaxations: readonly string[];
}

/** A document that has been read and compiled. */
export interface Instance {
  readonly name: string;
  readonly problem: Problem;
  /** Constraints of the document that are not kept, named; never silently dropped. */
  readonly unsupported: readonly string[];
  /** No solution costs less than this. */
  readonly lowerBound: number;
  /** Name of the format's constraint that a source index of the problem stands for. */
  kindOf(source: number): string;
  /** Proofs that no solution keeps every required rule; none found proves nothing. */
  explain(isLate?: (found: number) => boolean): readonly Explanation[];
  /** After a search that leaves something broken: a small set of lessons and rules that cannot be kept together. */
  explainTogether(deadlines: { searchIsLate: () => boolean; isLate: () => boolean }): Explanation | undefined;
  /** Evaluates by the document, independently of the search. */
  reckon(solution: Solution): Reckoning;
  /** The solution as the format writes it. */
  write(solution: Solution): string;
  /** Evaluates a solution in the format's own writing. Throws DocumentError when it does not belong to the document. */
  check(text: string): Reckoning;
}

/** What comes first once nothing required is broken: the wishes of the document, or the comfort of teachers, for which some are given up. */
export type Preference = 'wishes' | 'comfort';

/** A format of timetabling problems. */
export interface Format {
  readonly name: string;
  /** Whether it reckons the comfort of teachers beside what the document asks; else its wishes always come first. */
  readonly hasComfort: boolean;
  /** Reads a document; without a preference the document decides. Throws DocumentError, in words, when it cannot be read. */
  read(text: string, preference?: Preference): Instance;
}

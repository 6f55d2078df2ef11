import type { Constraint, CostFunction } from '../../core/constraint.ts';
import type { ProblemBuilder } from '../../core/problem.ts';
import type { FetAsk, FetRule, Members } from './asks.ts';
import type { FetDocument } from './document.ts';

/** What the parts of the compiler share. */
export interface Compiling {
  readonly document: FetDocument;
  readonly rules: readonly FetRule[];
  /** What is required of the hours and the beginning of days: bounds for other rules. */
  readonly boundsOfDays: readonly Extract<FetAsk, { ask: 'hours' | 'early' }>[];
  readonly builder: ProblemBuilder;
  readonly days: number;
  readonly hours: number;
  readonly meetOf: Int32Array;
  /** Choice of an activity among those of its meet; -1 for none. */
  readonly placeOf: Int32Array;
  /** Room of each option, in the order in which the problem numbers them. */
  readonly rooms: readonly { readonly room: number; readonly real: readonly number[] }[];
  /** Hours of breaks, as bits a day. */
  readonly breaks: Int32Array;
  /** Periods that are no gap, as bits per day, of a teacher or atom. */
  ignored(who: Members['who'], member: number): Int32Array;
  /** The resource of a teacher or atom, with a tag the one for the hours with it; -1 when it has no activity. */
  resourceOf(who: Members['who'], member: number, tag?: string): number;
  /** Resources that an activity takes. */
  resourcesOf(activity: number): readonly number[];
  /** The resource of all hours with a tag; -1 when there are none. */
  resourceOfTag(tag: string): number;
  /** Adds a constraint at the price of a rule; `times` as often, when it stands for several alike. */
  add(rule: FetRule, constraint: Constraint, costFunction?: CostFunction, times?: number): void;
}

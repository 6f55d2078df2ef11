import { BusyTogether, EvenBurden } from '../constraints/across-resources.ts';
import { Apart } from '../constraints/apart.ts';
import { BusyDays } from '../constraints/busy-days.ts';
import { DifferentResources, SameResourceIfNext } from '../constraints/chosen-resources.ts';
import { DailyHours } from '../constraints/daily-hours.ts';
import { DaysBetween, TogetherIfSameDay } from '../constraints/days-between.ts';
import { EndsDay } from '../constraints/ends-day.ts';
import { Gaps } from '../constraints/gaps.ts';
import { MeetPair, ThreeGrouped } from '../constraints/meet-pairs.ts';
import { MeetsPerGroup } from '../constraints/meets-per-group.ts';
import { NoClash } from '../constraints/no-clash.ts';
import { OptionCost } from '../constraints/option-cost.ts';
import { PlaceChanges } from '../constraints/place-changes.ts';
import { RestingHours } from '../constraints/resting-hours.ts';
import { RunLength } from '../constraints/run-length.ts';
import { SlotSelection } from '../constraints/slot-selection.ts';
import { Span } from '../constraints/span.ts';
import { StartCost } from '../constraints/start-cost.ts';
import { TagsADay } from '../constraints/tags-a-day.ts';
import { Unavailable } from '../constraints/unavailable.ts';
import type { Constraint } from '../core/constraint.ts';

const kinds = [
  ['clash', NoClash],
  ['unavailable', Unavailable],
  ['gaps', Gaps],
  ['busy-days', BusyDays],
  ['daily-hours', DailyHours],
  ['run-length', RunLength],
  ['span', Span],
  ['rest', RestingHours],
  ['days-between', DaysBetween],
  ['together-if-same-day', TogetherIfSameDay],
  ['pair', MeetPair],
  ['three-grouped', ThreeGrouped],
  ['ends-day', EndsDay],
  ['preferred-slot', StartCost],
  ['preferred-option', OptionCost],
  ['place-changes', PlaceChanges],
  ['different-resources', DifferentResources],
  ['same-resource-if-next', SameResourceIfNext],
  ['apart', Apart],
  ['kinds-a-day', TagsADay],
  ['meets-per-group', MeetsPerGroup],
  ['slot-selection', SlotSelection],
  ['busy-together', BusyTogether],
  ['even-burden', EvenBurden],
] as const;

/** What sort of rule a constraint is; the words for it are the business of who shows it. `other`: of a format of its own. */
export type RuleKind = (typeof kinds)[number][0] | 'other';

/** The sort of a constraint. By its class, so that it holds in a bundle whose names are shortened. */
export function kindOf(constraint: Constraint): RuleKind {
  for (const [kind, family] of kinds) if (constraint instanceof family) return kind;
  return 'other';
}

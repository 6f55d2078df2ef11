import { Apart } from '../../constraints/apart.ts';
import { DaysBetween, TogetherIfSameDay } from '../../constraints/days-between.ts';
import { EndsDay } from '../../constraints/ends-day.ts';
import { MeetPair, type PairRule, ThreeGrouped } from '../../constraints/meet-pairs.ts';
import { MeetsPerGroup } from '../../constraints/meets-per-group.ts';
import { SlotSelection } from '../../constraints/slot-selection.ts';
import type { FetRule } from './asks.ts';
import type { Compiling } from './compiling.ts';

/** Adds the constraints of a rule on activities and their times; leaves other rules alone. */
export function addActivityRule(compiling: Compiling, rule: FetRule): void {
  const { meetOf, add, days, hours, document, breaks } = compiling;
  const { ask } = rule;
  const meets = (activities: readonly number[]) => activities.map((activity) => meetOf[activity]!);
  const eachPair = (activities: readonly number[], kind: PairRule) => {
    const all = meets(activities);
    for (let one = 1; one < all.length; one++)
      for (let other = 0; other < one; other++)
        if (all[one] !== all[other]) add(rule, new MeetPair(all[other]!, all[one]!, kind));
  };
  switch (ask.ask) {
    case 'min-days': {
      if (ask.activities.length < 2) return;
      const perDay = document.mode === 'Mornings-Afternoons' ? 2 : 1;
      add(
        rule,
        new DaysBetween(meets(ask.activities), {
          min: ask.min,
          daysInOne: perDay,
          ...(document.mode === 'Terms' && { daysPerTerm: document.daysPerTerm }),
        }),
      );
      if (!ask.together) return;
      // FET keeps this whatever the weight.
      compiling.builder.addConstraint(new TogetherIfSameDay(meets(ask.activities)), {
        required: true,
        weight: 1,
        source: rule.source,
      });
      return;
    }
    case 'max-days':
      if (ask.activities.length < 2) return;
      add(
        rule,
        new DaysBetween(meets(ask.activities), {
          max: ask.max,
          daysInOne: document.mode === 'Mornings-Afternoons' ? 2 : 1,
        }),
      );
      return;
    case 'min-gaps':
      eachPair(ask.activities, { kind: 'min-gap', min: ask.min });
      return;
    case 'same':
      eachPair(ask.activities, {
        kind: ask.what === 'start' ? 'same-start' : ask.what === 'day' ? 'same-day' : 'same-period',
      });
      return;
    case 'not-overlapping':
      eachPair(ask.activities, { kind: 'no-overlap' });
      return;
    case 'tags-not-overlapping': {
      const tagged = ask.tags.map((tag) => compiling.resourceOfTag(tag)).filter((one) => one >= 0);
      if (tagged.length > 1) add(rule, new Apart(tagged));
      return;
    }
    case 'pair': {
      const kind = {
        consecutive: 'follows',
        grouped: 'grouped',
        ordered: 'ordered',
        'ordered-in-day': 'ordered-in-day',
      } as const;
      add(rule, new MeetPair(meetOf[ask.first]!, meetOf[ask.second]!, { kind: kind[ask.how] }, breaks));
      return;
    }
    case 'three-grouped':
      add(rule, new ThreeGrouped(meets(ask.activities) as [number, number, number]));
      return;
    case 'ends-day':
      for (const activity of ask.activities) {
        const atoms = document.activities[activity]!.atoms.map((atom) =>
          compiling.resourceOf('students', atom),
        );
        add(rule, new EndsDay(meetOf[activity]!, [...new Set(atoms)]));
      }
      return;
    case 'selection':
      add(rule, new SlotSelection(meets(ask.activities), days * hours, ask));
      return;
    case 'terms':
      add(
        rule,
        new MeetsPerGroup(meets(ask.activities), {
          groupOf: Int32Array.from({ length: days * hours }, (_, slot) =>
            Math.floor(slot / hours / document.daysPerTerm),
          ),
          ...(ask.maxTerms !== undefined && { maxGroups: ask.maxTerms }),
          ...(ask.maxInTerm !== undefined && { maxInGroup: ask.maxInTerm }),
        }),
      );
      return;
    default:
  }
}

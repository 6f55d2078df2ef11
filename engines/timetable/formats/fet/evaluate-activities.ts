import type { FetAsk } from './asks.ts';
import type { Tables } from './evaluate.ts';

/** Units broken of a rule on activities and their times; undefined for other rules. Unplaced activities break nothing. */
export function evaluateActivities(tables: Tables, ask: FetAsk): number | undefined {
  const { document, timetable, hours } = tables;
  const start = (activity: number) => timetable.start[activity]!;
  const length = (activity: number) => document.activities[activity]!.duration;
  const dayOf = (activity: number) => Math.floor(start(activity) / hours);
  /** With mornings and afternoons, days between are counted in real days. */
  const realDayOf = (activity: number) =>
    Math.floor(dayOf(activity) / (document.mode === 'Mornings-Afternoons' ? 2 : 1));
  const termOf = (activity: number) => Math.floor(dayOf(activity) / document.daysPerTerm);
  const hourOf = (activity: number) => start(activity) % hours;
  const endOf = (activity: number) => hourOf(activity) + length(activity);
  const placed = (activities: readonly number[]) => activities.filter((activity) => start(activity) >= 0);
  const sumOverPairs = (activities: readonly number[], units: (one: number, other: number) => number) => {
    const there = placed(activities);
    let sum = 0;
    for (let one = 1; one < there.length; one++)
      for (let other = 0; other < one; other++) sum += units(there[one]!, there[other]!);
    return sum;
  };
  /** Whether one activity begins where the other ends, breaks left out. */
  const follows = (first: number, second: number) => {
    if (dayOf(first) !== dayOf(second)) return false;
    let hour = endOf(first);
    while (hour < hourOf(second) && tables.isBreak[dayOf(first) * hours + hour]) hour++;
    return hour === hourOf(second);
  };

  switch (ask.ask) {
    case 'breaks':
      return document.activities.reduce((units, activity, index) => {
        if (start(index) < 0) return units;
        for (let slot = start(index); slot < start(index) + activity.duration; slot++)
          if (tables.isBreak[slot]) units++;
        return units;
      }, 0);
    case 'min-days':
      return sumOverPairs(ask.activities, (one, other) => {
        if (termOf(one) !== termOf(other)) return 0;
        const apart = Math.abs(realDayOf(one) - realDayOf(other));
        return Math.max(0, ask.min - apart);
      });
    case 'max-days':
      return sumOverPairs(ask.activities, (one, other) =>
        Math.max(0, Math.abs(realDayOf(one) - realDayOf(other)) - ask.max),
      );
    case 'min-gaps':
      return sumOverPairs(ask.activities, (one, other) => {
        if (dayOf(one) !== dayOf(other)) return 0;
        const [first, second] = hourOf(one) < hourOf(other) ? [one, other] : [other, one];
        return Math.max(0, ask.min - Math.max(0, hourOf(second) - endOf(first)));
      });
    case 'same':
      return sumOverPairs(ask.activities, (one, other) => {
        if (ask.what === 'day') return dayOf(one) === dayOf(other) ? 0 : 1;
        if (ask.what === 'hour') return hourOf(one) === hourOf(other) ? 0 : 1;
        return start(one) === start(other) ? 0 : 1;
      });
    case 'not-overlapping':
      return sumOverPairs(ask.activities, (one, other) =>
        dayOf(one) !== dayOf(other)
          ? 0
          : Math.max(0, Math.min(endOf(one), endOf(other)) - Math.max(hourOf(one), hourOf(other))),
      );
    case 'tags-not-overlapping': {
      const there = new Map<number, Set<string>>();
      document.activities.forEach((activity, index) => {
        const tags = activity.tags.filter((tag) => ask.tags.includes(tag));
        if (start(index) < 0 || tags.length === 0) return;
        for (let slot = start(index); slot < start(index) + activity.duration; slot++) {
          const here = there.get(slot) ?? new Set();
          for (const tag of tags) here.add(tag);
          there.set(slot, here);
        }
      });
      return [...there.values()].reduce((units, tags) => units + Math.max(0, tags.size - 1), 0);
    }
    case 'pair': {
      if (placed([ask.first, ask.second]).length < 2) return 0;
      if (ask.how === 'consecutive') return follows(ask.first, ask.second) ? 0 : 1;
      if (ask.how === 'grouped')
        return follows(ask.first, ask.second) || follows(ask.second, ask.first) ? 0 : 1;
      const before = dayOf(ask.first) === dayOf(ask.second) && endOf(ask.first) <= hourOf(ask.second);
      if (ask.how === 'ordered-in-day') return dayOf(ask.first) !== dayOf(ask.second) || before ? 0 : 1;
      return before || dayOf(ask.first) < dayOf(ask.second) ? 0 : 1;
    }
    case 'three-grouped': {
      const there = placed(ask.activities).sort((one, other) => start(one) - start(other));
      if (there.length < 3) return 0;
      return follows(there[0]!, there[1]!) && follows(there[1]!, there[2]!) ? 0 : 1;
    }
    case 'ends-day':
      return placed(ask.activities).filter((activity) =>
        document.activities[activity]!.atoms.some((atom) => {
          for (let hour = endOf(activity); hour < hours; hour++)
            if (tables.ofAtom[atom]![dayOf(activity) * hours + hour]!.length > 0) return true;
          return false;
        }),
      ).length;
    case 'times': {
      const allowed = new Set(ask.slots);
      return placed(ask.activities).reduce((units, activity) => {
        if (!ask.every) return units + (allowed.has(start(activity)) ? 0 : 1);
        for (let slot = start(activity); slot < start(activity) + length(activity); slot++)
          if (!allowed.has(slot)) units++;
        return units;
      }, 0);
    }
    case 'selection':
      return selection(tables, ask, placed(ask.activities));
    case 'terms': {
      const terms = new Map<number, number>();
      for (const activity of placed(ask.activities)) {
        const term = Math.floor(dayOf(activity) / document.daysPerTerm);
        terms.set(term, (terms.get(term) ?? 0) + 1);
      }
      let units = ask.maxTerms === undefined ? 0 : Math.max(0, terms.size - ask.maxTerms);
      for (const many of terms.values())
        if (ask.maxInTerm !== undefined) units += Math.max(0, many - ask.maxInTerm);
      return units;
    }
    default:
      return undefined;
  }
}

function selection(
  { document, timetable }: Tables,
  ask: Extract<FetAsk, { ask: 'selection' }>,
  placed: readonly number[],
): number {
  const at = new Map(ask.slots.map((slot) => [slot, 0]));
  let inside = 0;
  for (const activity of placed) {
    let touches = false;
    const begin = timetable.start[activity]!;
    for (let slot = begin; slot < begin + document.activities[activity]!.duration; slot++) {
      const here = at.get(slot);
      if (here === undefined) continue;
      at.set(slot, here + 1);
      touches = true;
    }
    if (touches) inside++;
  }
  const taken = [...at.values()].filter((here) => here > 0).length;
  let units = 0;
  if (ask.maxTaken !== undefined) units += Math.max(0, taken - ask.maxTaken);
  if (ask.minTaken !== undefined) units += Math.max(0, ask.minTaken - taken);
  if (ask.maxMeets !== undefined) units += Math.max(0, inside - ask.maxMeets);
  for (const here of at.values()) {
    if (ask.maxAtOnce !== undefined) units += Math.max(0, here - ask.maxAtOnce);
    if (ask.minAtOnce !== undefined && (here > 0 || !ask.emptyAllowed))
      units += Math.max(0, ask.minAtOnce - here);
  }
  return units;
}

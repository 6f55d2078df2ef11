import type { State } from '../core/state.ts';

/** Days taken together by a rule: each alone, or the morning and the afternoon of a real day. */
export type DayGroups = readonly (readonly number[])[];

/** Each of `count` days alone. */
export function singleDays(count: number): DayGroups {
  return Array.from({ length: count }, (_, day) => [day]);
}

/** Offers, for each group of days, all meets the resource has in it: a whole day is emptied. */
export function offerDays(
  state: State,
  resource: number,
  groups: DayGroups,
  offer: (meets: readonly number[]) => void,
  within = -1,
): void {
  const { periods, days } = state.problem;
  const groupOf = new Int32Array(days).fill(-1);
  groups.forEach((group, index) => {
    for (const day of group) groupOf[day] = index;
  });
  const found: number[][] = groups.map(() => []);
  state.forPlacedOn(resource, (meet) => {
    let last = -1;
    state.forSlotsOf(meet, (slot) => {
      const day = Math.floor(slot / periods);
      const group = groupOf[day]!;
      if (group < 0 || group === last || !((within >>> (slot - day * periods)) & 1)) return;
      last = group;
      found[group]!.push(meet);
    });
  });
  for (const meets of found) if (meets.length > 0) offer(meets);
}

/** Offers each meet of the resource alone on the days for which `wanted` holds. */
export function offerMeetsOn(
  state: State,
  resource: number,
  wanted: (day: number) => boolean,
  offer: (meets: readonly number[]) => void,
): void {
  const { periods } = state.problem;
  state.forPlacedOn(resource, (meet) => {
    let inside = false;
    state.forSlotsOf(meet, (slot) => {
      if (wanted(Math.floor(slot / periods))) inside = true;
    });
    if (inside) offer([meet]);
  });
}

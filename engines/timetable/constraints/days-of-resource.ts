import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';

/** Days taken together by a rule: each alone, or the morning and the afternoon of a real day. */
export type DayGroups = readonly (readonly number[])[];

/** Each of `count` days alone. */
export function singleDays(count: number): DayGroups {
  return Array.from({ length: count }, (_, day) => [day]);
}

/** The days of all groups one after the other, and where each group ends: what a rule that is asked often reads. */
export function inARow(groups: DayGroups): { days: Int32Array; ends: Int32Array } {
  let end = 0;
  return {
    days: Int32Array.from(groups.flat()),
    ends: Int32Array.from(groups, (group) => (end += group.length)),
  };
}

/** Whether two rules take the same days together, in the same order. */
export function areAlike(one: DayGroups, other: DayGroups): boolean {
  return (
    one.length === other.length &&
    one.every(
      (group, index) =>
        group.length === other[index]!.length && group.every((day, at) => day === other[index]![at]),
    )
  );
}

/** Gathers the meets that a resource has on a day within some periods (bits). */
export function gatherDay(state: State, resource: number, day: number, out: Culprits, within = -1): void {
  const { periods, slots, days } = state.problem;
  const base = resource * slots + day * periods;
  for (let bits = state.mask[resource * days + day]! & within; bits !== 0; bits &= bits - 1) {
    const at = base + 31 - Math.clz32(bits & -bits);
    if (state.count[at] === 1) out.add(state.occupants[at]! - 1);
    else gatherCrowded(state, resource, at - resource * slots, out);
  }
}

/** Several meets at one slot: only looking at all of the resource finds them. */
function gatherCrowded(state: State, resource: number, slot: number, out: Culprits): void {
  state.forPlacedOn(resource, (meet) => {
    state.forSlotsOf(meet, (taken) => {
      if (taken === slot) out.add(meet);
    });
  });
}

/** Offers, for each group of days, all meets the resource has in it: a whole day is emptied. */
export function offerDays(
  state: State,
  resource: number,
  groups: DayGroups,
  out: Culprits,
  within = -1,
): void {
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!;
    for (let member = 0; member < group.length; member++)
      gatherDay(state, resource, group[member]!, out, within);
    out.close();
  }
}

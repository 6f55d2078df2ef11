import { tooFewPlaces } from '../../explain/hall.ts';
import type { Constraint, Instance, InstanceEvent } from './instance.ts';

/** A proof that infeasibility cannot be 0, in Vietnamese, and what would lift it. */
export interface XhsttConflict {
  readonly sentence: string;
  readonly relaxations: readonly string[];
  /** Ids of the events that have too few times, and of the required constraints that take the others away. */
  readonly events: readonly string[];
  readonly constraints: readonly string[];
  /** Times needed and times there are. */
  readonly needed: number;
  readonly available: number;
}

const mostNamed = 6;

/**
 * Quick proofs that no solution has infeasibility 0: an event that must have a time and finds none, and, for each resource
 * that must not clash, events preassigned to it that together reach fewer times than they last (Hall, 1935). None given
 * proves nothing: open resource slots, spreads and shapes of days are not looked at.
 */
export function explainInstance(instance: Instance): XhsttConflict[] {
  const required = instance.constraints.filter((constraint) => constraint.required && constraint.weight > 0);
  const timed = new Set(required.flatMap((c) => (c.kind === 'AssignTime' ? c.events : [])));
  const reach = instance.events.map((event, e) =>
    timed.has(e) ? timesFor(instance, required, event, e) : [],
  );
  const found: XhsttConflict[] = [];
  const add = (events: readonly number[], available: number, resource: number) =>
    found.push(conflictOf(instance, required, events, available, resource));
  for (const e of timed) if (reach[e]?.length === 0) add([e], 0, -1);
  const exclusive = new Set(required.flatMap((c) => (c.kind === 'AvoidClashes' ? c.resources : [])));
  for (const resource of exclusive) {
    const events = [...timed].filter(
      (e) =>
        (reach[e]?.length ?? 0) > 0 && instance.events[e]?.slots.some((slot) => slot.resource === resource),
    );
    const tooFew = tooFewPlaces(
      events.map((e) => reach[e] ?? []),
      events.map((e) => instance.events[e]?.duration ?? 0),
    );
    if (!tooFew) continue;
    const short = tooFew.short.flatMap((i) => events[i] ?? []);
    add(short, tooFew.available, resource);
  }
  return found;
}

/** Times that some part of an event may cover with no required preference and no required unavailability broken. */
function timesFor(
  { times }: Instance,
  required: readonly Constraint[],
  event: InstanceEvent,
  number: number,
): number[] {
  if (event.time >= 0) return Array.from({ length: event.duration }, (_, i) => event.time + i);
  let [shortest, longest] = [1, event.duration];
  const closed = new Set<number>();
  const preferences: { duration: number | undefined; preferred: Set<number> }[] = [];
  for (const c of required)
    if (c.kind === 'SplitEvents' && c.events.includes(number)) {
      shortest = Math.max(shortest, c.durations.minimum);
      longest = Math.min(longest, c.durations.maximum);
    } else if (c.kind === 'PreferTimes' && c.events.includes(number))
      preferences.push({ duration: c.duration, preferred: new Set(c.preferred) });
    else if (c.kind === 'AvoidUnavailableTimes' && needsOneOf(event, c.resources))
      for (const time of c.times) closed.add(time);
  const covered = new Set<number>();
  for (let duration = shortest; duration <= longest; duration++) {
    const rules = preferences.filter((rule) => rule.duration === undefined || rule.duration === duration);
    for (let start = 0; start + duration <= times.length; start++) {
      const part = Array.from({ length: duration }, (_, i) => start + i);
      if (rules.some(({ preferred }) => !preferred.has(start)) || part.some((time) => closed.has(time)))
        continue;
      for (const time of part) covered.add(time);
    }
  }
  return [...covered];
}

function needsOneOf({ slots }: InstanceEvent, resources: readonly number[]): boolean {
  return slots.some((slot) => resources.includes(slot.resource));
}

function conflictOf(
  instance: Instance,
  required: readonly Constraint[],
  numbers: readonly number[],
  available: number,
  resource: number,
): XhsttConflict {
  const events = numbers.flatMap((e) => instance.events[e] ?? []);
  const needed = events.reduce((sum, { duration }) => sum + duration, 0);
  const owner = instance.resources[resource]?.id;
  const limiting = required.filter(
    (c) =>
      (c.kind === 'AvoidUnavailableTimes' && events.some((event) => needsOneOf(event, c.resources))) ||
      ((c.kind === 'PreferTimes' || c.kind === 'SplitEvents') && numbers.some((e) => c.events.includes(e))),
  );
  const ids = limiting.map(({ id }) => id);
  const named = listed(events.map(({ id }) => id));
  const sentence =
    owner === undefined
      ? `Sự kiện ${named} cần ${needed} tiết nhưng không có tiết nào xếp được.`
      : `${owner}: các sự kiện ${named} cần ${needed} tiết, mà tất cả các tiết xếp được cho chúng chỉ có ${available}.`;
  const relaxations = [
    ...(ids.length > 0 ? [`Nới quy định về tiết: ${listed(ids)}.`] : []),
    ...(owner === undefined
      ? []
      : [`Bớt ${needed - available} tiết của ${owner}, hoặc giao số tiết đó cho người hay lớp khác.`]),
  ];
  return { sentence, relaxations, events: events.map(({ id }) => id), constraints: ids, needed, available };
}

/** The first few names; how many more there are. */
function listed(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return names.slice(0, mostNamed).join(', ') + (rest > 0 ? ` và ${rest} mục khác` : '');
}

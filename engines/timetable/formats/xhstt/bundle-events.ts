import type { Instance } from './instance.ts';

/**
 * Groups the events into units: events that a link constraint makes simultaneous and that have one duration run together.
 * Every event is in one unit; a unit has events of equal duration and at most one preassigned time.
 */
export function bundleEvents(instance: Instance, keepSoft: boolean): number[][] {
  const units = instance.events.map((_, event) => [event]);
  const unitOf = instance.events.map((_, event) => event);
  const timeOf = (unit: readonly number[]) =>
    new Set(
      unit.flatMap((event) =>
        (instance.events[event]?.time ?? -1) < 0 ? [] : [instance.events[event]?.time],
      ),
    );
  for (const constraint of instance.constraints) {
    if (constraint.kind !== 'LinkEvents' || !(constraint.required || keepSoft)) continue;
    for (const group of constraint.eventGroups) {
      const [first, ...others] = instance.eventGroups[group]?.events ?? [];
      if (first === undefined) continue;
      for (const other of others) {
        const [into, from] = [unitOf[first] ?? 0, unitOf[other] ?? 0];
        if (into === from) continue;
        if (instance.events[first]?.duration !== instance.events[other]?.duration) continue;
        const together = [...(units[into] ?? []), ...(units[from] ?? [])];
        if (timeOf(together).size > 1) continue;
        units[into] = together;
        units[from] = [];
        for (const event of together) unitOf[event] = into;
      }
    }
  }
  return units.filter((unit) => unit.length > 0);
}

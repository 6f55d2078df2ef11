import type { Constraint, Instance } from './instance.ts';
import { lists } from './lists.ts';

/** For each resource, the times that a hard (or a soft) constraint forbids. */
export function unavailable(instance: Instance, required: boolean): Uint8Array[] {
  const forbidden = instance.resources.map(() => new Uint8Array(instance.times.length));
  for (const constraint of instance.constraints)
    if (
      constraint.kind === 'AvoidUnavailableTimes' &&
      constraint.required === required &&
      constraint.weight > 0
    )
      for (const resource of constraint.resources)
        for (const time of constraint.times) (forbidden[resource] ?? new Uint8Array())[time] = 1;
  return forbidden;
}

/**
 * Starting times for a meet of each unit and duration: `domains` break no hard preference and no hard unavailability,
 * `wished` no soft one either; where there is none such, what is left without it.
 */
export function domainsOf(given: {
  times: number;
  unitDuration: Int32Array;
  /** Resources that may fill each slot of each unit. */
  slotOptions: readonly (readonly (readonly number[])[])[];
  hardTimes: readonly Uint8Array[];
  softTimes: readonly Uint8Array[];
  preferTimes: readonly (readonly number[])[];
  preferTimeTables: readonly Uint8Array[];
  monitors: readonly { readonly constraint: Constraint }[];
}) {
  const { times, unitDuration, slotOptions, preferTimes, preferTimeTables, monitors } = given;
  const domainStart = new Int32Array(unitDuration.length + 1);
  const rows: number[][] = [];
  const wished: number[][] = [];
  const orElse = (narrow: number[], wide: number[]) => (narrow.length > 0 ? narrow : wide);
  unitDuration.forEach((longest, unit) => {
    domainStart[unit] = rows.length;
    const rules = preferTimes[unit] ?? [];
    /** Of some starts, those that keep the preferences and the availability of one strength. */
    const kept = (starts: number[], duration: number, required: boolean) => {
      const preferred = starts.filter((t) => {
        for (let i = 0; i < rules.length; i += 3) {
          const only = rules[i + 1]!;
          if ((only === 0 || only === duration) && monitors[rules[i]!]!.constraint.required === required)
            if (!preferTimeTables[rules[i + 2]!]![t]) return false;
        }
        return true;
      });
      const tables = required ? given.hardTimes : given.softTimes;
      const isFree = (resource: number, t: number) => {
        for (let s = t; s < t + duration; s++) if (tables[resource]![s]) return false;
        return true;
      };
      const free = preferred.filter((t) =>
        (slotOptions[unit] ?? []).every(
          (options) => options.length === 0 || options.some((resource) => isFree(resource, t)),
        ),
      );
      return orElse(free, orElse(preferred, starts));
    };
    for (let duration = 1; duration <= longest; duration++) {
      const possible = Array.from({ length: Math.max(0, times - duration + 1) }, (_, t) => t);
      const allowed = kept(possible, duration, true);
      rows.push(allowed);
      wished.push(kept(allowed, duration, false));
    }
  });
  domainStart[unitDuration.length] = rows.length;
  const allowed = new Uint8Array(rows.length * times);
  rows.forEach((row, i) => {
    for (const t of row) allowed[i * times + t] = 1;
  });
  return { domainStart, domains: lists(rows), wished: lists(wished), allowed };
}

/**
 * Resources that may fill each open slot: those of its type that hard preferences allow, one preference after the other as
 * long as any is left.
 */
export function candidatesOf(given: {
  instance: Instance;
  slots: readonly { readonly resource: number; readonly type: number }[];
  preferResources: readonly (readonly number[])[];
  preferResourceTables: readonly Uint8Array[];
  monitors: readonly { readonly constraint: Constraint }[];
}): number[][] {
  const { instance, slots, preferResources, preferResourceTables, monitors } = given;
  return slots.map((slot, s) => {
    if (slot.resource >= 0) return [];
    let best = instance.resources.flatMap((resource, r) => (resource.type === slot.type ? [r] : []));
    const rules = preferResources[s] ?? [];
    for (let i = 0; i < rules.length; i += 2) {
      if (!monitors[rules[i] ?? 0]?.constraint.required) continue;
      const within = best.filter((r) => preferResourceTables[rules[i + 1] ?? 0]?.[r]);
      if (within.length > 0) best = within;
    }
    return best;
  });
}

import { bundleEvents } from './bundle-events.ts';
import { candidatesOf, domainsOf, unavailable } from './domains.ts';
import type { Constraint, CostFunction, Instance, Limits } from './instance.ts';
import { lists } from './lists.ts';

// The instance as flat tables for the search. Words used here:
// unit     an event, or several linked events that shall always run together
// meet     a part of a unit; a unit of duration d owns d places for meets, those in use have a duration above zero
// slot     a resource that a unit needs (of one of its events)
// monitor  a point of application of a constraint: it watches one number ("raw"); outside its limits it costs
// cell     a resource and a time group: the times of the group at which the resource is busy

export const cellBusy = 0;
export const cellIdle = 1;
export const cellUsed = 2;
export const cellUnavailable = 3;

interface Monitor extends Limits {
  readonly constraint: Constraint;
  /** The units it watches, or the one resource. */
  readonly units: readonly number[];
  readonly resource: number;
}

const functionNumber: Record<CostFunction, number> = { Linear: 0, Quadratic: 1, Step: 2 };

export type Problem = ReturnType<typeof compile>;

export function deviationOf(value: number, minimum: number, maximum: number): number {
  return value < minimum ? minimum - value : value > maximum ? value - maximum : 0;
}

/**
 * Builds the tables. `keepSoft`: soft links and soft limits on splitting are kept by force, which is certain but cannot
 * break them where that would pay.
 */
export function compile(instance: Instance, { keepSoft }: { keepSoft: boolean }) {
  const times = instance.times.length;
  const resources = instance.resources.length;
  const unitEvents = bundleEvents(instance, keepSoft);
  const units = unitEvents.length;
  const unitOf = new Int32Array(instance.events.length);
  unitEvents.forEach((events, unit) => {
    for (const event of events) unitOf[event] = unit;
  });
  const eventOf = (event: number) => instance.events[event] ?? { duration: 0, time: -1, slots: [] };
  const unitDuration = Int32Array.from(unitEvents, (events) => eventOf(events[0] ?? 0).duration);
  const unitTime = Int32Array.from(unitEvents, (events) =>
    Math.max(...events.map((event) => eventOf(event).time)),
  );

  // Slots.
  const slotRows = unitEvents.map((events) =>
    events.flatMap((event) => eventOf(event).slots.map((slot, place) => ({ event, place, ...slot }))),
  );
  const slots = slotRows.flat();
  const slotStart = new Int32Array(units + 1);
  slotRows.forEach((row, unit) => {
    slotStart[unit + 1] = (slotStart[unit] ?? 0) + row.length;
  });
  const slotUnit = Int32Array.from(slotRows.flatMap((row, unit) => row.map(() => unit)));
  const slotFixed = Int32Array.from(slots, (slot) => slot.resource);
  /** Workload of one time of a slot. */
  const slotLoad = Float64Array.from(slots, (slot) => slot.workload / eventOf(slot.event).duration);

  // Meets.
  const meetStart = new Int32Array(units + 1);
  const resourceStart = new Int32Array(units + 1);
  for (let unit = 0; unit < units; unit++) {
    meetStart[unit + 1] = (meetStart[unit] ?? 0) + (unitDuration[unit] ?? 0);
    resourceStart[unit + 1] =
      (resourceStart[unit] ?? 0) + (unitDuration[unit] ?? 0) * (slotRows[unit]?.length ?? 0);
  }
  const meets = meetStart[units] ?? 0;
  const meetUnit = new Int32Array(meets);
  const meetResource = new Int32Array(meets);
  for (let unit = 0; unit < units; unit++)
    for (let i = 0; i < (unitDuration[unit] ?? 0); i++) {
      const meet = (meetStart[unit] ?? 0) + i;
      meetUnit[meet] = unit;
      meetResource[meet] = (resourceStart[unit] ?? 0) + i * (slotRows[unit]?.length ?? 0);
    }

  // Monitors, and what feeds them.
  const monitors: Monitor[] = [];
  const watchUnits = (constraint: Constraint, events: readonly number[], minimum = 0, maximum = 0) => {
    const watched = [...new Set(events.map((event) => unitOf[event] ?? 0))];
    return monitors.push({ constraint, minimum, maximum, units: watched, resource: -1 }) - 1;
  };
  const watchResource = (constraint: Constraint, resource: number, minimum = 0, maximum = 0) =>
    monitors.push({ constraint, minimum, maximum, units: [], resource }) - 1;
  const rows = (count: number): number[][] => Array.from({ length: count }, () => []);
  const table = (length: number, members: readonly number[]) => {
    const marks = new Uint8Array(length);
    for (const member of members) marks[member] = 1;
    return marks;
  };
  const times0 = (group: number) => instance.timeGroups[group]?.times ?? [];

  const assignTime = rows(units);
  const splitRules: { constraint: Constraint & { kind: 'SplitEvents' }; monitor: number }[] = [];
  const splits = rows(units);
  const distributeRules: { duration: number; monitor: number; minimum: number; maximum: number }[] = [];
  const distributes = rows(units);
  const preferTimeTables: Uint8Array[] = [];
  /** Triples of monitor, duration (0: any), table. */
  const preferTimes = rows(units);
  const assignResource = rows(slots.length);
  const preferResourceTables: Uint8Array[] = [];
  /** Pairs of monitor and table. */
  const preferResources = rows(slots.length);
  /** Pairs of monitor and first counter (one counter a resource). */
  const splitAssignments = rows(slots.length);
  let splitAssignmentCounters = 0;
  /** Groups of a spread constraint that hold a time. */
  const spreadGroupsAt: number[][] = [];
  const spreadLimits: number[][] = [];
  /** Triples of monitor, spread constraint, first counter. */
  const spreads = rows(units);
  const spreadMonitors: { monitor: number; rule: number; counter: number; groups: number }[] = [];
  let spreadCounters = 0;
  /** Triples of monitor, link, place of the event in the link. */
  const links = rows(units);
  const linkSizes: number[] = [];
  let linkCounters = 0;
  const linkCounterStart: number[] = [];
  const orders: { monitor: number; first: number; second: number }[] = [];
  const ordersOfUnit = rows(units);
  const clashes = rows(resources);
  const workloads = rows(resources);
  const cells: { resource: number; times: readonly number[]; users: number[] }[] = [];
  const cellByKey = new Map<string, number>();
  const cellOf = (resource: number, key: string, members: readonly number[]) => {
    const full = `${resource} ${key}`;
    let cell = cellByKey.get(full);
    if (cell === undefined) {
      cell = cells.push({ resource, times: members, users: [] }) - 1;
      cellByKey.set(full, cell);
    }
    return cell;
  };
  /** Pairs of monitor and kind of use. */
  const use = (cell: number, monitor: number, kind: number) => cells[cell]?.users.push(monitor, kind);
  const slotsWithRole = (event: number, role: string) => {
    const unit = unitOf[event] ?? 0;
    return (slotRows[unit] ?? []).flatMap((slot, k) =>
      slot.event === event && slot.role === role ? [(slotStart[unit] ?? 0) + k] : [],
    );
  };

  instance.constraints.forEach((constraint, number) => {
    if (constraint.weight === 0) return;
    switch (constraint.kind) {
      case 'AssignTime':
        for (const event of constraint.events)
          assignTime[unitOf[event] ?? 0]?.push(watchUnits(constraint, [event]));
        return;
      case 'SplitEvents':
        for (const event of constraint.events)
          splits[unitOf[event] ?? 0]?.push(
            splitRules.push({ constraint, monitor: watchUnits(constraint, [event]) }) - 1,
          );
        return;
      case 'DistributeSplitEvents':
        for (const event of constraint.events) {
          const { duration, minimum, maximum } = constraint;
          const monitor = watchUnits(constraint, [event], minimum, maximum);
          distributes[unitOf[event] ?? 0]?.push(
            distributeRules.push({ duration, monitor, minimum, maximum }) - 1,
          );
        }
        return;
      case 'PreferTimes': {
        const preferred = preferTimeTables.push(table(times, constraint.preferred)) - 1;
        for (const event of constraint.events)
          preferTimes[unitOf[event] ?? 0]?.push(
            watchUnits(constraint, [event]),
            constraint.duration ?? 0,
            preferred,
          );
        return;
      }
      case 'AssignResource':
        for (const event of constraint.events) {
          const monitor = watchUnits(constraint, [event]);
          for (const slot of slotsWithRole(event, constraint.role)) assignResource[slot]?.push(monitor);
        }
        return;
      case 'PreferResources': {
        const preferred = preferResourceTables.push(table(resources, constraint.preferred)) - 1;
        for (const event of constraint.events) {
          const monitor = watchUnits(constraint, [event]);
          for (const slot of slotsWithRole(event, constraint.role))
            preferResources[slot]?.push(monitor, preferred);
        }
        return;
      }
      case 'AvoidSplitAssignments':
        for (const group of constraint.eventGroups) {
          const monitor = watchUnits(constraint, instance.eventGroups[group]?.events ?? [], 0, 1);
          for (const event of instance.eventGroups[group]?.events ?? [])
            for (const slot of slotsWithRole(event, constraint.role))
              splitAssignments[slot]?.push(monitor, splitAssignmentCounters);
          splitAssignmentCounters += resources;
        }
        return;
      case 'SpreadEvents': {
        const rule = spreadLimits.push(constraint.timeGroups.flatMap((g) => [g.minimum, g.maximum])) - 1;
        for (let time = 0; time < times; time++)
          spreadGroupsAt.push(
            constraint.timeGroups.flatMap((g, i) => (times0(g.timeGroup).includes(time) ? [i] : [])),
          );
        for (const group of constraint.eventGroups) {
          const monitor = watchUnits(constraint, instance.eventGroups[group]?.events ?? []);
          const groups = constraint.timeGroups.length;
          spreadMonitors.push({ monitor, rule, counter: spreadCounters, groups });
          for (const event of instance.eventGroups[group]?.events ?? [])
            spreads[unitOf[event] ?? 0]?.push(monitor, rule, spreadCounters);
          spreadCounters += groups;
        }
        return;
      }
      case 'LinkEvents':
        for (const group of constraint.eventGroups) {
          const events = instance.eventGroups[group]?.events ?? [];
          const unitsOfGroup = new Set(events.map((event) => unitOf[event] ?? 0));
          if (unitsOfGroup.size < 2) continue;
          const monitor = watchUnits(constraint, events);
          const link = linkSizes.push(unitsOfGroup.size) - 1;
          linkCounterStart.push(linkCounters);
          linkCounters += (unitsOfGroup.size + 1) * times;
          [...unitsOfGroup].forEach((unit, place) => {
            links[unit]?.push(monitor, link, place);
          });
        }
        return;
      case 'OrderEvents':
        for (const pair of constraint.pairs) {
          const [first, second] = [unitOf[pair.first] ?? 0, unitOf[pair.second] ?? 0];
          const monitor = watchUnits(constraint, [pair.first, pair.second], pair.minimum, pair.maximum);
          const order = orders.push({ monitor, first, second }) - 1;
          for (const unit of new Set([first, second])) ordersOfUnit[unit]?.push(order);
        }
        return;
      case 'AvoidClashes':
        for (const resource of constraint.resources)
          clashes[resource]?.push(watchResource(constraint, resource));
        return;
      case 'AvoidUnavailableTimes': {
        const members = [...constraint.times].sort((a, b) => a - b);
        for (const resource of constraint.resources)
          use(cellOf(resource, `c${number}`, members), watchResource(constraint, resource), cellUnavailable);
        return;
      }
      case 'LimitIdleTimes':
      case 'ClusterBusyTimes':
      case 'LimitBusyTimes':
        for (const resource of constraint.resources) {
          const perGroup = constraint.kind === 'LimitBusyTimes';
          const monitor = perGroup
            ? watchResource(constraint, resource)
            : watchResource(constraint, resource, constraint.minimum, constraint.maximum);
          const kind = perGroup ? cellBusy : constraint.kind === 'LimitIdleTimes' ? cellIdle : cellUsed;
          for (const group of constraint.timeGroups)
            use(cellOf(resource, `g${group}`, times0(group)), monitor, kind);
        }
        return;
      case 'LimitWorkload':
        for (const resource of constraint.resources)
          workloads[resource]?.push(
            watchResource(constraint, resource, constraint.minimum, constraint.maximum),
          );
    }
  });

  // Cells: a bit for each time of the group.
  const cellWords = new Int32Array(cells.length + 1);
  const cellsAt = rows(resources * times);
  cells.forEach((cell, c) => {
    cellWords[c + 1] = (cellWords[c] ?? 0) + Math.max(1, Math.ceil(cell.times.length / 32));
    cell.times.forEach((time, place) => {
      cellsAt[cell.resource * times + time]?.push(c, place);
    });
  });

  // Where meets may start, and which resources may be assigned.
  const hardTimes = unavailable(instance, true);
  const softTimes = unavailable(instance, false);
  const candidates = candidatesOf({ instance, slots, preferResources, preferResourceTables, monitors });
  const domains = domainsOf({
    times,
    unitDuration,
    slotOptions: slotRows.map((row, unit) =>
      row.map((slot, k) =>
        slot.resource >= 0 ? [slot.resource] : (candidates[(slotStart[unit] ?? 0) + k] ?? []),
      ),
    ),
    hardTimes,
    softTimes,
    preferTimes,
    preferTimeTables,
    monitors,
  });
  // Slots that should hold one resource together.
  const slotMates = slots.map((_, s) => [s]);
  const byCounter = new Map<number, number[]>();
  splitAssignments.forEach((row, s) => {
    for (let i = 1; i < row.length; i += 2) byCounter.set(row[i]!, [...(byCounter.get(row[i]!) ?? []), s]);
  });
  for (const group of byCounter.values())
    for (const s of group) slotMates[s] = [...new Set([...(slotMates[s] ?? []), ...group])];

  const unitsOfResource = rows(resources);
  for (let s = 0; s < slots.length; s++)
    for (const r of (slotFixed[s] ?? -1) >= 0 ? [slotFixed[s] ?? 0] : (candidates[s] ?? [])) {
      const row = unitsOfResource[r];
      if (row && row.at(-1) !== slotUnit[s]) row.push(slotUnit[s] ?? 0);
    }

  return {
    instance,
    keepSoft,
    times,
    resources,
    units,
    unitEvents,
    unitDuration,
    unitTime,
    slots,
    slotStart,
    slotUnit,
    slotFixed,
    slotLoad,
    candidates: lists(candidates),
    slotMates: lists(slotMates),
    unitsOfResource: lists(unitsOfResource),
    meets,
    meetStart,
    meetUnit,
    meetResource,
    resourcePlaces: resourceStart[units] ?? 0,
    monitors,
    monitorMinimum: Float64Array.from(monitors, (m) => m.minimum),
    monitorMaximum: Float64Array.from(monitors, (m) => m.maximum),
    monitorWeight: Float64Array.from(monitors, (m) => m.constraint.weight),
    monitorHard: Uint8Array.from(monitors, (m) => (m.constraint.required ? 1 : 0)),
    monitorFunction: Uint8Array.from(monitors, (m) => functionNumber[m.constraint.costFunction]),
    monitorWhole: Uint8Array.from(monitors, (m) => (m.constraint.kind === 'LimitWorkload' ? 1 : 0)),
    assignTime: lists(assignTime),
    splitRules,
    splits: lists(splits),
    distributeRules,
    distributes: lists(distributes),
    preferTimes: lists(preferTimes),
    preferTimeTables,
    assignResource: lists(assignResource),
    preferResources: lists(preferResources),
    preferResourceTables,
    splitAssignments: lists(splitAssignments),
    splitAssignmentCounters,
    spreads: lists(spreads),
    spreadGroupsAt: lists(spreadGroupsAt),
    /** Pairs of minimum and maximum of each group of a spread constraint. */
    spreadLimits: lists(spreadLimits),
    spreadMonitors,
    spreadCounters,
    links: lists(links),
    linkSizes: Int32Array.from(linkSizes),
    linkCounterStart: Int32Array.from(linkCounterStart),
    linkCounters,
    orders,
    ordersOfUnit: lists(ordersOfUnit),
    clashes: lists(clashes),
    /** What one clash of a resource costs in infeasibility. */
    clashCost: Float64Array.from(clashes, (row) =>
      row.reduce(
        (sum, m) => sum + (monitors[m]!.constraint.required ? monitors[m]!.constraint.weight : 0),
        0,
      ),
    ),
    workloads: lists(workloads),
    cells: cells.length,
    cellWords,
    cellResource: Int32Array.from(cells, ({ resource }) => resource),
    /** Times of each cell, in the order of its bits. */
    cellTimes: lists(cells.map((cell) => cell.times)),
    cellUsers: lists(cells.map((cell) => cell.users)),
    /** Limits of a cell of each monitor of busy times in a group. */
    groupMinimum: Int32Array.from(monitors, ({ constraint }) =>
      constraint.kind === 'LimitBusyTimes' ? constraint.minimum : 0,
    ),
    groupMaximum: Int32Array.from(monitors, ({ constraint }) =>
      constraint.kind === 'LimitBusyTimes' ? constraint.maximum : 0,
    ),
    cellsAt: lists(cellsAt),
    /** For each resource and time, 1 when a hard constraint forbids it. */
    closed: Uint8Array.from(
      { length: resources * times },
      (_, at) => hardTimes[Math.floor(at / times)]![at % times]!,
    ),
    ...domains,
  };
}

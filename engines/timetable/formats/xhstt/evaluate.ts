import type { Constraint, Cost, CostFunction, Instance, Limits, Meet, Solution } from './instance.ts';

// The archive's own cost function, written from its specification and from nothing of the search: it recomputes
// everything from the meets, slowly and plainly, so that a search cannot believe its own mistakes.

/** What one point of application costs. */
export interface Violation {
  readonly constraint: Constraint;
  /** Id of the event, event group or resource; both ids for a pair. */
  readonly point: string;
  readonly deviation: number;
  readonly cost: number;
}

export interface Evaluation extends Cost {
  readonly violations: readonly Violation[];
}

function outside(value: number, { minimum, maximum }: Limits): number {
  return Math.max(0, minimum - value, value - maximum);
}

/** Weight times the function of the deviation. */
export function pointCost(weight: number, costFunction: CostFunction, deviation: number): number {
  if (costFunction === 'Linear') return weight * deviation;
  if (costFunction === 'Quadratic') return weight * deviation * deviation;
  return deviation > 0 ? weight : 0;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** Infeasibility and objective of a solution, and each point of application that costs something. */
export function evaluate(instance: Instance, solution: Solution): Evaluation {
  const meetsOf: Meet[][] = instance.events.map(() => []);
  for (const meet of solution.meets) meetsOf[meet.event]?.push(meet);
  const attended: { meet: Meet; slot: number }[][] = instance.resources.map(() => []);
  for (const meet of solution.meets)
    meet.resources.forEach((resource, slot) => {
      if (resource >= 0) attended[resource]?.push({ meet, slot });
    });
  /** How many meets a resource attends at each time. */
  const load = attended.map((list) => {
    const counts = new Array<number>(instance.times.length).fill(0);
    for (const { meet } of list)
      if (meet.time >= 0)
        for (let t = meet.time; t < meet.time + meet.duration; t++) counts[t] = (counts[t] ?? 0) + 1;
    return counts;
  });

  const meets = (event: number) => meetsOf[event] ?? [];
  const groupEvents = (group: number) => instance.eventGroups[group]?.events ?? [];
  const timesOf = (group: number) => instance.timeGroups[group]?.times ?? [];
  const busyTimes = (resource: number, times: readonly number[]) =>
    times.filter((time) => (load[resource]?.[time] ?? 0) > 0).length;
  const slotsWithRole = (event: number, role: string) =>
    (instance.events[event]?.slots ?? []).flatMap((slot, k) => (slot.role === role ? [k] : []));

  const idleTimes = (resource: number, times: readonly number[]) => {
    const busy = times.flatMap((time, place) => ((load[resource]?.[time] ?? 0) > 0 ? [place] : []));
    return busy.length === 0 ? 0 : (busy.at(-1) ?? 0) - (busy[0] ?? 0) + 1 - busy.length;
  };
  const linkDeviation = (group: number) => {
    const events = groupEvents(group);
    const running = instance.times.map(
      (_, time) =>
        events.filter((event) =>
          meets(event).some(
            (meet) => meet.time >= 0 && meet.time <= time && time < meet.time + meet.duration,
          ),
        ).length,
    );
    return running.filter((count) => count > 0 && count < events.length).length;
  };
  const separation = (first: number, second: number) => {
    const ends = meets(first).flatMap((meet) => (meet.time < 0 ? [] : [meet.time + meet.duration]));
    const starts = meets(second).flatMap((meet) => (meet.time < 0 ? [] : [meet.time]));
    return ends.length === 0 || starts.length === 0 ? undefined : Math.min(...starts) - Math.max(...ends);
  };
  const workload = (resource: number) =>
    sum(attended[resource] ?? [], ({ meet, slot }) => {
      const event = instance.events[meet.event];
      return event ? (meet.duration * (event.slots[slot]?.workload ?? 0)) / event.duration : 0;
    });

  const violations: Violation[] = [];
  let hard = 0;
  let soft = 0;
  const judge = (constraint: Constraint, point: string, deviation: number) => {
    const cost = pointCost(constraint.weight, constraint.costFunction, deviation);
    if (cost === 0) return;
    if (constraint.required) hard += cost;
    else soft += cost;
    violations.push({ constraint, point, deviation, cost });
  };

  const eventDeviation = (
    constraint: Extract<Constraint, { events: readonly number[] }>,
    event: number,
  ): number => {
    const own = meets(event);
    switch (constraint.kind) {
      case 'AssignTime':
        return sum(own, (meet) => (meet.time < 0 ? meet.duration : 0));
      case 'AssignResource':
        return sum(slotsWithRole(event, constraint.role), (slot) =>
          sum(own, (meet) => ((meet.resources[slot] ?? -1) < 0 ? meet.duration : 0)),
        );
      case 'SplitEvents':
        return (
          own.filter((meet) => outside(meet.duration, constraint.durations) > 0).length +
          outside(own.length, constraint.amounts)
        );
      case 'DistributeSplitEvents':
        return outside(own.filter((meet) => meet.duration === constraint.duration).length, constraint);
      case 'PreferResources':
        return sum(slotsWithRole(event, constraint.role), (slot) =>
          sum(own, (meet) => {
            const resource = meet.resources[slot] ?? -1;
            return resource >= 0 && !constraint.preferred.includes(resource) ? meet.duration : 0;
          }),
        );
      case 'PreferTimes':
        return sum(own, (meet) =>
          meet.time >= 0 &&
          (constraint.duration === undefined || constraint.duration === meet.duration) &&
          !constraint.preferred.includes(meet.time)
            ? meet.duration
            : 0,
        );
    }
  };

  const groupDeviation = (
    constraint: Extract<Constraint, { eventGroups: readonly number[] }>,
    group: number,
  ): number => {
    switch (constraint.kind) {
      case 'AvoidSplitAssignments': {
        const assigned = new Set<number>();
        for (const event of groupEvents(group))
          for (const slot of slotsWithRole(event, constraint.role))
            for (const meet of meets(event)) assigned.add(meet.resources[slot] ?? -1);
        assigned.delete(-1);
        return Math.max(0, assigned.size - 1);
      }
      case 'SpreadEvents':
        return sum(constraint.timeGroups, (limits) => {
          const times = timesOf(limits.timeGroup);
          const starts = groupEvents(group).flatMap((event) =>
            meets(event).filter((meet) => times.includes(meet.time)),
          );
          return outside(starts.length, limits);
        });
      case 'LinkEvents':
        return linkDeviation(group);
    }
  };

  const resourceDeviation = (
    constraint: Extract<Constraint, { resources: readonly number[] }>,
    resource: number,
  ): number => {
    switch (constraint.kind) {
      case 'AvoidClashes':
        return sum(load[resource] ?? [], (count) => Math.max(0, count - 1));
      case 'AvoidUnavailableTimes':
        return busyTimes(resource, constraint.times);
      case 'LimitIdleTimes':
        return outside(
          sum(constraint.timeGroups, (group) => idleTimes(resource, timesOf(group))),
          constraint,
        );
      case 'ClusterBusyTimes':
        return outside(
          constraint.timeGroups.filter((group) => busyTimes(resource, timesOf(group)) > 0).length,
          constraint,
        );
      case 'LimitBusyTimes':
        return sum(constraint.timeGroups, (group) => {
          const busy = busyTimes(resource, timesOf(group));
          return busy === 0 ? 0 : outside(busy, constraint);
        });
      case 'LimitWorkload':
        // A small margin: seven meets of a seventh each make one, not a little more.
        return Math.ceil(outside(workload(resource), constraint) - 1e-6);
    }
  };

  for (const constraint of instance.constraints) {
    if (constraint.kind === 'OrderEvents')
      for (const pair of constraint.pairs) {
        const apart = separation(pair.first, pair.second);
        const names = [pair.first, pair.second].map((event) => instance.events[event]?.id ?? '');
        judge(constraint, names.join(' – '), apart === undefined ? 0 : outside(apart, pair));
      }
    else if ('events' in constraint)
      for (const event of constraint.events)
        judge(constraint, instance.events[event]?.id ?? '', eventDeviation(constraint, event));
    else if ('eventGroups' in constraint)
      for (const group of constraint.eventGroups)
        judge(constraint, instance.eventGroups[group]?.id ?? '', groupDeviation(constraint, group));
    else
      for (const resource of constraint.resources)
        judge(constraint, instance.resources[resource]?.id ?? '', resourceDeviation(constraint, resource));
  }
  return { hard, soft, violations };
}

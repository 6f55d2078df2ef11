import { childOf, DocumentError, type XmlElement } from '../xml.ts';
import { childText, listOf } from './elements.ts';
import type { Constraint, CostFunction, Limits } from './instance.ts';

/** What a constraint may name: finds the position of an id, or refuses. */
export interface References {
  readonly time: (element: XmlElement) => number;
  readonly timeGroup: (element: XmlElement) => number;
  readonly resource: (element: XmlElement) => number;
  readonly resourceGroup: (element: XmlElement) => number;
  readonly event: (element: XmlElement) => number;
  readonly eventGroup: (element: XmlElement) => number;
  readonly timesOfGroup: (timeGroup: number) => readonly number[];
  readonly resourcesOfGroup: (resourceGroup: number) => readonly number[];
  readonly eventsOfGroup: (eventGroup: number) => readonly number[];
}

const largest = 1_000_000_000;

/** A whole number of at least zero inside an element. */
export function numberOf(element: XmlElement, name: string, otherwise?: number): number {
  const text = childText(element, name);
  if (text === undefined && otherwise !== undefined) return otherwise;
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > largest)
    throw new DocumentError(
      `${element.name} "${element.attributes.Id ?? ''}": ${name} phải là số nguyên từ 0 đến ${largest}, đang là "${text ?? ''}".`,
    );
  return value;
}

function required(element: XmlElement, name: string): string {
  const text = childText(element, name);
  if (text === undefined)
    throw new DocumentError(`${element.name} "${element.attributes.Id ?? ''}": thiếu ${name}.`);
  return text;
}

function costFunctionOf(element: XmlElement): CostFunction {
  const text = required(element, 'CostFunction');
  // The names of the format before 2014 for the same functions of a point's deviation.
  if (text === 'Linear' || text === 'Sum') return 'Linear';
  if (text === 'Quadratic' || text === 'SquareSum') return 'Quadratic';
  if (text === 'Step' || text === 'StepSum') return 'Step';
  throw new DocumentError(
    `${element.name} "${element.attributes.Id ?? ''}": không biết hàm phạt CostFunction "${text}".`,
  );
}

function limitsOf(element: XmlElement): Limits {
  const limits = { minimum: numberOf(element, 'Minimum', 0), maximum: numberOf(element, 'Maximum', largest) };
  return limits;
}

const distinct = (positions: Iterable<number>): number[] => [...new Set(positions)];

/** Reads one constraint; undefined when the format has no constraint of that name. Throws DocumentError. */
export function readConstraint(element: XmlElement, references: References): Constraint | undefined {
  const id = element.attributes.Id ?? '';
  // What all constraints have, and whom they apply to, is read where the name is known: a stranger need not have it.
  const base = () => {
    const requiredText = required(element, 'Required');
    if (requiredText !== 'true' && requiredText !== 'false')
      throw new DocumentError(`${element.name} "${id}": Required phải là true hoặc false.`);
    return {
      id,
      name: childText(element, 'Name') ?? id,
      required: requiredText === 'true',
      weight: numberOf(element, 'Weight'),
      costFunction: costFunctionOf(element),
    };
  };
  const appliesTo = () => {
    const found = childOf(element, 'AppliesTo');
    if (!found) throw new DocumentError(`${element.name} "${id}": thiếu AppliesTo.`);
    return found;
  };
  const { eventsOfGroup, resourcesOfGroup, timesOfGroup } = references;

  const events = () =>
    distinct([
      ...listOf(appliesTo(), 'Events', 'Event').map(references.event),
      ...listOf(appliesTo(), 'EventGroups', 'EventGroup').flatMap((group) =>
        eventsOfGroup(references.eventGroup(group)),
      ),
    ]);
  const eventGroups = () =>
    distinct(listOf(appliesTo(), 'EventGroups', 'EventGroup').map(references.eventGroup));
  const resourcesIn = (holder: XmlElement) =>
    distinct([
      ...listOf(holder, 'Resources', 'Resource').map(references.resource),
      ...listOf(holder, 'ResourceGroups', 'ResourceGroup').flatMap((group) =>
        resourcesOfGroup(references.resourceGroup(group)),
      ),
    ]);
  const timesIn = (holder: XmlElement) =>
    distinct([
      ...listOf(holder, 'Times', 'Time').map(references.time),
      ...listOf(holder, 'TimeGroups', 'TimeGroup').flatMap((group) =>
        timesOfGroup(references.timeGroup(group)),
      ),
    ]);
  const timeGroups = () => listOf(element, 'TimeGroups', 'TimeGroup').map(references.timeGroup);
  const resources = () => resourcesIn(appliesTo());

  switch (element.name) {
    case 'AssignResourceConstraint':
      return { ...base(), kind: 'AssignResource', events: events(), role: required(element, 'Role') };
    case 'AssignTimeConstraint':
      return { ...base(), kind: 'AssignTime', events: events() };
    case 'SplitEventsConstraint':
      return {
        ...base(),
        kind: 'SplitEvents',
        events: events(),
        durations: {
          minimum: numberOf(element, 'MinimumDuration', 0),
          maximum: numberOf(element, 'MaximumDuration', largest),
        },
        amounts: {
          minimum: numberOf(element, 'MinimumAmount', 0),
          maximum: numberOf(element, 'MaximumAmount', largest),
        },
      };
    case 'DistributeSplitEventsConstraint':
      return {
        ...base(),
        kind: 'DistributeSplitEvents',
        events: events(),
        duration: numberOf(element, 'Duration'),
        ...limitsOf(element),
      };
    case 'PreferResourcesConstraint':
      return {
        ...base(),
        kind: 'PreferResources',
        events: events(),
        role: required(element, 'Role'),
        preferred: resourcesIn(element),
      };
    case 'PreferTimesConstraint':
      return {
        ...base(),
        kind: 'PreferTimes',
        events: events(),
        preferred: timesIn(element),
        duration: childOf(element, 'Duration') ? numberOf(element, 'Duration') : undefined,
      };
    case 'AvoidSplitAssignmentsConstraint':
      return {
        ...base(),
        kind: 'AvoidSplitAssignments',
        eventGroups: eventGroups(),
        role: required(element, 'Role'),
      };
    case 'SpreadEventsConstraint':
      return {
        ...base(),
        kind: 'SpreadEvents',
        eventGroups: eventGroups(),
        timeGroups: listOf(element, 'TimeGroups', 'TimeGroup').map((group) => ({
          timeGroup: references.timeGroup(group),
          ...limitsOf(group),
        })),
      };
    case 'LinkEventsConstraint':
      return { ...base(), kind: 'LinkEvents', eventGroups: eventGroups() };
    case 'OrderEventsConstraint':
      return {
        ...base(),
        kind: 'OrderEvents',
        pairs: listOf(appliesTo(), 'EventPairs', 'EventPair').map((pair) => {
          const first = childOf(pair, 'FirstEvent');
          const second = childOf(pair, 'SecondEvent');
          if (!first || !second)
            throw new DocumentError(`${element.name} "${id}": cặp thiếu FirstEvent hoặc SecondEvent.`);
          return {
            first: references.event(first),
            second: references.event(second),
            minimum: numberOf(pair, 'MinSeparation', 0),
            maximum: numberOf(pair, 'MaxSeparation', largest),
          };
        }),
      };
    case 'AvoidClashesConstraint':
      return { ...base(), kind: 'AvoidClashes', resources: resources() };
    case 'AvoidUnavailableTimesConstraint':
      return { ...base(), kind: 'AvoidUnavailableTimes', resources: resources(), times: timesIn(element) };
    case 'LimitIdleTimesConstraint':
      return {
        ...base(),
        kind: 'LimitIdleTimes',
        resources: resources(),
        timeGroups: timeGroups(),
        ...limitsOf(element),
      };
    case 'ClusterBusyTimesConstraint':
      return {
        ...base(),
        kind: 'ClusterBusyTimes',
        resources: resources(),
        timeGroups: timeGroups(),
        ...limitsOf(element),
      };
    case 'LimitBusyTimesConstraint':
      return {
        ...base(),
        kind: 'LimitBusyTimes',
        resources: resources(),
        timeGroups: timeGroups(),
        ...limitsOf(element),
      };
    case 'LimitWorkloadConstraint':
      return { ...base(), kind: 'LimitWorkload', resources: resources(), ...limitsOf(element) };
    default:
      return undefined;
  }
}

import type { XmlElement } from '../xml.ts';

/**
 * An instance of an XHSTT archive (format of 2014) with names resolved to positions: times, resources, events and groups
 * are numbered in the order of the file; -1 stands for none. Source: Post et al., "XHSTT: an XML archive for
 * high school timetabling problems in different countries", and the archive's own specification.
 */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly times: readonly Named[];
  readonly timeGroups: readonly TimeGroup[];
  readonly resourceTypes: readonly Named[];
  readonly resources: readonly Resource[];
  readonly resourceGroups: readonly ResourceGroup[];
  readonly events: readonly InstanceEvent[];
  readonly eventGroups: readonly EventGroup[];
  readonly constraints: readonly Constraint[];
  /** Constraints of names that the format does not have, in words: nothing is kept of them, and they cost nothing. */
  readonly unsupported: readonly string[];
  /** The element of the file, so that an archive can be written with the instance as it came. */
  readonly source: XmlElement;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TimeGroup extends Named {
  /** Positions of times, ascending. */
  readonly times: readonly number[];
}

export interface Resource extends Named {
  readonly type: number;
}

export interface ResourceGroup extends Named {
  readonly type: number;
  readonly resources: readonly number[];
}

/** Events of a course or an event group: a set, however often an event names the group. */
export interface EventGroup extends Named {
  readonly events: readonly number[];
}

export interface InstanceEvent extends Named {
  /** In times. */
  readonly duration: number;
  /** Preassigned starting time, else -1. */
  readonly time: number;
  readonly slots: readonly ResourceSlot[];
}

/** One resource that an event needs. */
export interface ResourceSlot {
  readonly role: string | undefined;
  readonly type: number;
  /** Preassigned resource, else -1. */
  readonly resource: number;
  readonly workload: number;
}

export type CostFunction = 'Linear' | 'Quadratic' | 'Step';

interface ConstraintBase {
  readonly id: string;
  readonly name: string;
  /** Hard: counts in the infeasibility value; otherwise in the objective value. */
  readonly required: boolean;
  readonly weight: number;
  readonly costFunction: CostFunction;
}

export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

export interface SpreadTimeGroup extends Limits {
  readonly timeGroup: number;
}

export interface EventPair {
  readonly first: number;
  readonly second: number;
  readonly minimum: number;
  readonly maximum: number;
}

type OfEvents<Kind extends string, More = unknown> = ConstraintBase & {
  kind: Kind;
  events: readonly number[];
} & More;
type OfGroups<Kind extends string, More = unknown> = ConstraintBase & {
  kind: Kind;
  eventGroups: readonly number[];
} & More;
type OfResources<Kind extends string, More = unknown> = ConstraintBase & {
  kind: Kind;
  resources: readonly number[];
} & More;

/** The sixteen kinds of constraint of the format. Each event, group, pair or resource named is a point of application. */
export type Constraint =
  | OfEvents<'AssignResource', { role: string }>
  | OfEvents<'AssignTime'>
  | OfEvents<'SplitEvents', { durations: Limits; amounts: Limits }>
  | OfEvents<'DistributeSplitEvents', { duration: number } & Limits>
  | OfEvents<'PreferResources', { role: string; preferred: readonly number[] }>
  | OfEvents<'PreferTimes', { preferred: readonly number[]; duration: number | undefined }>
  | OfGroups<'AvoidSplitAssignments', { role: string }>
  | OfGroups<'SpreadEvents', { timeGroups: readonly SpreadTimeGroup[] }>
  | OfGroups<'LinkEvents'>
  | (ConstraintBase & { kind: 'OrderEvents'; pairs: readonly EventPair[] })
  | OfResources<'AvoidClashes'>
  | OfResources<'AvoidUnavailableTimes', { times: readonly number[] }>
  | OfResources<'LimitIdleTimes', { timeGroups: readonly number[] } & Limits>
  | OfResources<'ClusterBusyTimes', { timeGroups: readonly number[] } & Limits>
  | OfResources<'LimitBusyTimes', { timeGroups: readonly number[] } & Limits>
  | OfResources<'LimitWorkload', Limits>;

/** A part of an event in a solution ("solution event"): a run of consecutive times with its resources. */
export interface Meet {
  readonly event: number;
  readonly duration: number;
  /** Starting time, -1 when none is assigned. */
  readonly time: number;
  /** One for each slot of the event, -1 when none is assigned. */
  readonly resources: readonly number[];
}

/** Meets of every event; those of one event add up to its duration. */
export interface Solution {
  readonly meets: readonly Meet[];
}

/** Cost of a solution: first hard, then soft. */
export interface Cost {
  /** Infeasibility value. */
  readonly hard: number;
  /** Objective value. */
  readonly soft: number;
}

import type { Random } from '../../core/random.ts';
import type { Searcher } from './search.ts';

// Small archives of our own for tests: written as text, so that the reader is tested with them.

/** An archive text around the inner elements of an instance. */
export function archiveText(instance: string, solutions = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<HighSchoolTimetableArchive><Instances>${instance}</Instances>
<SolutionGroups>${solutions}</SolutionGroups></HighSchoolTimetableArchive>`;
}

export interface SampleEvent {
  readonly id: string;
  readonly duration: number;
  readonly time?: string;
  /** Preassigned resources. */
  readonly with?: readonly string[];
  /** Slots to fill: role and type. */
  readonly open?: readonly (readonly [role: string, type: string])[];
  readonly groups?: readonly string[];
  readonly workload?: number;
}

export interface Sample {
  /** Days and how many times each has; times are D1_1, D1_2, …. */
  readonly days: readonly number[];
  /** Resources by type. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
  readonly events: readonly SampleEvent[];
  readonly constraints: string;
}

const reference = (name: string, id: string, inner = '') => `<${name} Reference="${id}">${inner}</${name}>`;

/** The instance element of a sample. Each day is a time group; each resource type a group `all-TYPE`; `all` holds all events. */
export function instanceText({ days, resources, events, constraints }: Sample): string {
  const times = days.flatMap((count, d) =>
    Array.from(
      { length: count },
      (_, i) => `<Time Id="D${d + 1}_${i + 1}"><Name>x</Name>${reference('Day', `D${d + 1}`)}</Time>`,
    ),
  );
  const dayGroups = days.map((_, d) => `<Day Id="D${d + 1}"><Name>Day ${d + 1}</Name></Day>`);
  const types = Object.keys(resources);
  const groups = [...new Set(events.flatMap((event) => event.groups ?? []))];
  const eventTexts = events.map((event) => {
    const fixed = (event.with ?? []).map((id) => reference('Resource', id));
    const open = (event.open ?? []).map(
      ([role, type]) => `<Resource><Role>${role}</Role>${reference('ResourceType', type)}</Resource>`,
    );
    const inGroups = ['all', ...(event.groups ?? [])].map((id) => reference('EventGroup', id));
    return `<Event Id="${event.id}"><Name>${event.id}</Name><Duration>${event.duration}</Duration>
${event.workload === undefined ? '' : `<Workload>${event.workload}</Workload>`}
${event.time ? reference('Time', event.time) : ''}<Resources>${[...fixed, ...open].join('')}</Resources>
<EventGroups>${inGroups.join('')}</EventGroups></Event>`;
  });
  return `<Instance Id="sample"><MetaData><Name>Sample</Name></MetaData>
<Times><TimeGroups>${dayGroups.join('')}</TimeGroups>${times.join('')}</Times>
<Resources><ResourceTypes>${types.map((t) => `<ResourceType Id="${t}"><Name>${t}</Name></ResourceType>`).join('')}</ResourceTypes>
<ResourceGroups>${types.map((t) => `<ResourceGroup Id="all-${t}"><Name>${t}</Name>${reference('ResourceType', t)}</ResourceGroup>`).join('')}</ResourceGroups>
${types.flatMap((t) => resources[t]!.map((id) => `<Resource Id="${id}"><Name>${id}</Name>${reference('ResourceType', t)}<ResourceGroups>${reference('ResourceGroup', `all-${t}`)}</ResourceGroups></Resource>`)).join('')}</Resources>
<Events><EventGroups><EventGroup Id="all"><Name>all</Name></EventGroup>${groups.map((id) => `<EventGroup Id="${id}"><Name>${id}</Name></EventGroup>`).join('')}</EventGroups>${eventTexts.join('')}</Events>
<Constraints>${constraints}</Constraints></Instance>`;
}

/** A constraint element. `to` is the inside of AppliesTo, `more` what only this kind has. */
export function constraintText(
  kind: string,
  to: string,
  more = '',
  { required = true, weight = 1, costFunction = 'Linear' } = {},
): string {
  return `<${kind}Constraint Id="${kind}"><Name>${kind}</Name><Required>${required}</Required><Weight>${weight}</Weight>
<CostFunction>${costFunction}</CostFunction><AppliesTo>${to}</AppliesTo>${more}</${kind}Constraint>`;
}

export const toEvents = (...ids: readonly string[]) =>
  `<Events>${ids.map((id) => reference('Event', id)).join('')}</Events>`;
export const toGroups = (...ids: readonly string[]) =>
  `<EventGroups>${ids.map((id) => reference('EventGroup', id)).join('')}</EventGroups>`;
export const toResources = (...ids: readonly string[]) =>
  `<Resources>${ids.map((id) => reference('Resource', id)).join('')}</Resources>`;
export const times = (...ids: readonly string[]) =>
  `<Times>${ids.map((id) => reference('Time', id)).join('')}</Times>`;
export const timeGroups = (ids: readonly string[], inner = '') =>
  `<TimeGroups>${ids.map((id) => reference('TimeGroup', id, inner)).join('')}</TimeGroups>`;
export const limits = (minimum: number, maximum: number) =>
  `<Minimum>${minimum}</Minimum><Maximum>${maximum}</Maximum>`;

/** A small instance with every kind of constraint, hard and soft, of every cost function. */
export function randomSample(random: Random): Sample {
  const days = Array.from({ length: 2 + random.below(3) }, () => 2 + random.below(4));
  const resources = { Class: ['c1', 'c2'], Teacher: ['t1', 't2', 't3'], Room: ['r1', 'r2', 'r3'] };
  const any = <T>(items: readonly T[]): T => items[random.below(items.length)]!;
  const some = <T>(items: readonly T[]): T[] => items.filter(() => random.below(2) === 0);
  const timeIds = days.flatMap((count, d) => Array.from({ length: count }, (_, i) => `D${d + 1}_${i + 1}`));
  const dayIds = days.map((_, d) => `D${d + 1}`);
  const events: SampleEvent[] = Array.from({ length: 4 + random.below(5) }, (_, i) => {
    const duration = 1 + random.below(Math.min(4, timeIds.length));
    return {
      id: `e${i}`,
      duration,
      ...(random.below(8) === 0 ? { time: timeIds[random.below(timeIds.length - duration + 1)]! } : {}),
      with: [any(resources.Class), ...(random.below(2) === 0 ? [any(resources.Teacher)] : [])],
      open: [
        ...(random.below(2) === 0 ? [['room', 'Room'] as const] : []),
        ...(random.below(3) === 0 ? [['teacher', 'Teacher'] as const] : []),
      ],
      groups: some(['g1', 'g2', 'g3']),
      ...(random.below(3) === 0 ? { workload: 1 + random.below(7) } : {}),
    };
  });
  // Groups that nobody joined would be names of nothing.
  const groups = [...new Set(events.flatMap((event) => event.groups ?? []))];
  const group = groups.length > 0 ? toGroups(...groups) : toGroups('all');
  const allResources = Object.values(resources).flat();
  const price = () => ({
    required: random.below(2) === 0,
    weight: 1 + random.below(5),
    costFunction: any(['Linear', 'Quadratic', 'Step']),
  });
  const range = (most: number) => {
    const minimum = random.below(most);
    return limits(minimum, minimum + random.below(3));
  };
  const someTimes = () => times(...some(timeIds));
  const add = (kind: string, to: string, more = '') => constraintText(kind, to, more, price());
  const someResources = () => toResources(...some(allResources));
  const role = () => `<Role>${any(['room', 'teacher'])}</Role>`;
  const pair = `<EventPairs><EventPair>${reference('FirstEvent', 'e0')}${reference('SecondEvent', 'e1')}
<MinSeparation>${random.below(3)}</MinSeparation></EventPair></EventPairs>`;
  const texts = [
    add('AssignTime', toGroups('all')),
    add('AssignResource', toGroups('all'), role()),
    add(
      'SplitEvents',
      toGroups('all'),
      `<MinimumDuration>1</MinimumDuration><MaximumDuration>${1 + random.below(3)}</MaximumDuration>
<MinimumAmount>${1 + random.below(2)}</MinimumAmount><MaximumAmount>3</MaximumAmount>`,
    ),
    add('DistributeSplitEvents', toGroups('all'), `<Duration>${1 + random.below(2)}</Duration>${range(2)}`),
    add('PreferResources', toGroups('all'), `${role()}${toResources(...some(['r1', 'r2', 't1', 't2']))}`),
    add('PreferTimes', toGroups('all'), someTimes()),
    add('PreferTimes', toEvents('e0', 'e1'), `${someTimes()}<Duration>2</Duration>`),
    add('AvoidSplitAssignments', group, role()),
    add('SpreadEvents', group, timeGroups(dayIds, range(2))),
    add('LinkEvents', group),
    add('OrderEvents', pair),
    add('AvoidClashes', toResources(...allResources)),
    add('AvoidUnavailableTimes', someResources(), someTimes()),
    add('LimitIdleTimes', someResources(), timeGroups(dayIds) + range(2)),
    add('ClusterBusyTimes', someResources(), timeGroups(dayIds) + range(3)),
    add('LimitBusyTimes', someResources(), timeGroups(dayIds) + range(3)),
    add('LimitWorkload', someResources(), range(6)),
  ];
  return { days, resources, events, constraints: texts.join('\n') };
}

/** A first round of so many iterations. */
export function anneal(searcher: Searcher, iterations: number): Searcher {
  searcher.run({ aim: 'start', heat: 1, progress: (made) => made / iterations, onBetter: () => {} });
  return searcher;
}

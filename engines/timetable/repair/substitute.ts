import { cheapestAssignment, type Station } from './assignment.ts';

/** A lesson whose teacher is away. */
export interface AbsentLesson {
  /** Day by number (of the absence, or of the term); lessons of different days never meet. */
  readonly day: number;
  /** First period and how many. */
  readonly period: number;
  readonly duration: number;
  /** Where it is held; -1 when travel plays no part. */
  readonly site: number;
  /** Others hold it too: who could stand in is named, nobody is chosen. */
  readonly goesOn?: boolean;
}

/** A teacher who could stand in. */
export interface Substitute {
  /** Periods of each day (by the numbers of the lessons) in which the teacher teaches or cannot come. */
  readonly busy: ReadonlyMap<number, readonly BusyTime[]>;
  /** Own lessons of each day, in periods. */
  readonly load: ReadonlyMap<number, number>;
  /** Periods stood in for so far (this term). */
  readonly stoodIn: number;
}

export interface BusyTime {
  readonly period: number;
  readonly duration: number;
  /** Where the teacher is then; -1 for nowhere in particular. */
  readonly site: number;
}

/** How near a teacher is to a lesson: same subject and grade, same subject, a teacher of the class, anyone free. */
export type Nearness = 'subject-and-grade' | 'subject' | 'class' | 'free';

export interface SubstitutionRequest {
  readonly lessons: readonly AbsentLesson[];
  readonly substitutes: readonly Substitute[];
  /** Whether and how a substitute may take a lesson; undefined when not. */
  readonly nearness: (lesson: number, substitute: number) => Nearness | undefined;
  /** Periods of travel between two sites. */
  readonly travel?: (from: number, to: number) => number;
  /** Most periods of a day for a teacher, own and stood in for. */
  readonly mostADay: number;
  readonly weights?: SubstitutionWeights;
  /** Alternatives named for each lesson; 3 when left out. */
  readonly alternatives?: number;
}

/** What counts against a proposal; the defaults put nearness before everything, then fairness, then the load of the day. */
export interface SubstitutionWeights {
  readonly nearness: Readonly<Record<Nearness, number>>;
  /** For each period stood in for before, and each lesson of this proposal before it. */
  readonly stoodIn: number;
  /** For each period the teacher has on that day, and each lesson of this proposal on it before. */
  readonly load: number;
  /** For a lesson on a day without own lessons. */
  readonly comesSpecially: number;
  /** For a lesson that nobody takes. */
  readonly uncovered: number;
}

export const usualWeights: SubstitutionWeights = {
  nearness: { 'subject-and-grade': 0, subject: 100, class: 200, free: 300 },
  stoodIn: 10,
  load: 3,
  comesSpecially: 40,
  uncovered: 100_000,
};

/** Why somebody cannot take a lesson. */
export type Obstacle = 'not-qualified' | 'busy' | 'no-time-to-travel' | 'full-day';

export interface Candidate {
  readonly substitute: number;
  readonly nearness: Nearness;
  /** Periods on that day before, periods stood in for so far, whether the teacher comes for this alone. */
  readonly load: number;
  readonly stoodIn: number;
  readonly comesSpecially: boolean;
  /** What counts against it, taken alone. */
  readonly cost: number;
}

export interface SubstitutionProposal {
  readonly lesson: number;
  /** Undefined when nobody can be had. */
  readonly chosen: Candidate | undefined;
  /** Others who could, the best first. */
  readonly alternatives: readonly Candidate[];
  /** How many cannot, by why. */
  readonly obstacles: Readonly<Record<Obstacle, number>>;
}

/**
 * Who stands in for which lesson: the assignment over all lessons of an absence together that costs least, each with its
 * reasons. Proved cheapest (min-cost flow; lessons that overlap only in part, or are too near for the way between them,
 * by branching).
 */
export function proposeSubstitutes(request: SubstitutionRequest): SubstitutionProposal[] {
  const found = request.lessons.map((_, lesson) => candidatesFor(request, lesson));
  const assigned = assign(
    request,
    found.map((one, lesson) => (request.lessons[lesson]!.goesOn ? { ...one, candidates: [] } : one)),
  );
  return found.map(({ candidates, obstacles }, lesson) => {
    const chosen = candidates.find(({ substitute }) => substitute === assigned[lesson]);
    return {
      lesson,
      chosen,
      alternatives: candidates.filter((one) => one !== chosen).slice(0, request.alternatives ?? 3),
      obstacles,
    };
  });
}

interface Found {
  /** The cheapest first. */
  readonly candidates: readonly Candidate[];
  readonly obstacles: Record<Obstacle, number>;
}

function candidatesFor(request: SubstitutionRequest, lesson: number): Found {
  const { lessons, substitutes, weights = usualWeights } = request;
  const { day, duration } = lessons[lesson]!;
  const obstacles: Record<Obstacle, number> = {
    'not-qualified': 0,
    busy: 0,
    'no-time-to-travel': 0,
    'full-day': 0,
  };
  const candidates: Candidate[] = [];
  substitutes.forEach((teacher, substitute) => {
    const nearness = request.nearness(lesson, substitute);
    const load = teacher.load.get(day) ?? 0;
    const obstacle = nearness ? obstacleFor(request, lesson, teacher, load) : 'not-qualified';
    if (!nearness || obstacle) {
      obstacles[obstacle ?? 'not-qualified']++;
      return;
    }
    const comesSpecially = load === 0;
    const cost =
      weights.nearness[nearness] +
      (comesSpecially ? weights.comesSpecially : 0) +
      duration * (weights.stoodIn * teacher.stoodIn + weights.load * load);
    candidates.push({ substitute, nearness, load, stoodIn: teacher.stoodIn, comesSpecially, cost });
  });
  candidates.sort((one, other) => one.cost - other.cost || one.substitute - other.substitute);
  return { candidates, obstacles };
}

function obstacleFor(
  request: SubstitutionRequest,
  lesson: number,
  teacher: Substitute,
  load: number,
): Obstacle | undefined {
  const wanted = request.lessons[lesson]!;
  const busy = teacher.busy.get(wanted.day) ?? [];
  if (busy.some((time) => overlap(time, wanted))) return 'busy';
  if (busy.some((time) => tooNear(request, time, wanted))) return 'no-time-to-travel';
  return load + wanted.duration > request.mostADay ? 'full-day' : undefined;
}

function overlap(one: Omit<BusyTime, 'site'>, other: Omit<BusyTime, 'site'>): boolean {
  return one.period < other.period + other.duration && other.period < one.period + one.duration;
}

/** Whether the way between two times at different sites takes longer than the periods between them. */
function tooNear({ travel }: SubstitutionRequest, one: BusyTime, other: BusyTime): boolean {
  if (!travel || one.site < 0 || other.site < 0 || one.site === other.site) return false;
  const [first, second] = one.period < other.period ? [one, other] : [other, one];
  return second.period - (first.period + first.duration) < travel(first.site, second.site);
}

/** Substitute of each lesson, -1 for none: the cheapest assignment in which nobody is in two places. */
function assign(request: SubstitutionRequest, found: readonly Found[]): readonly number[] {
  const { weights = usualWeights } = request;
  const { stations, owner, costs } = stationsFor(request, found);
  let best = { substitute: found.map(() => -1), cost: Number.POSITIVE_INFINITY };
  const forbidden = found.map(() => new Set<number>());
  const branch = (): void => {
    const allowed = costs.map((some, lesson) =>
      forbidden[lesson]!.size === 0
        ? some
        : some.filter(({ station }) => !forbidden[lesson]!.has(owner[station]!)),
    );
    const { station, cost } = cheapestAssignment({ costs: allowed, undone: weights.uncovered, stations });
    if (cost >= best.cost - 1e-9) return;
    const substitute = station.map((at) => (at < 0 ? -1 : owner[at]!));
    const together = impossibleTogether(request, substitute);
    if (together.length === 0) best = { substitute, cost };
    for (const lesson of together) {
      forbidden[lesson]!.add(substitute[lesson]!);
      branch();
      forbidden[lesson]!.delete(substitute[lesson]!);
    }
  };
  branch();
  return best.substitute;
}

/**
 * The assignment as if lessons disturbed each other only by beginning in one period: a station for each substitute and
 * period, behind it the day, behind that the substitute. `owner`: substitute of a station.
 */
function stationsFor(
  { lessons, substitutes, mostADay, weights = usualWeights }: SubstitutionRequest,
  found: readonly Found[],
): { stations: Station[]; owner: number[]; costs: { station: number; cost: number }[][] } {
  const stations: Station[] = [];
  const owner: number[] = [];
  const known = new Map<string, number>();
  const rising = (many: number, step: number) => Array.from({ length: many }, (_, before) => before * step);
  const station = (key: string, substitute: number, make: () => Station) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const made = make();
    owner.push(substitute);
    known.set(key, stations.push(made) - 1);
    return stations.length - 1;
  };
  const days = [...new Set(lessons.map(({ day }) => day))];
  const room = (one: number, day: number) => Math.max(0, mostADay - (substitutes[one]!.load.get(day) ?? 0));
  const whole = (one: number) =>
    station(`${one}`, one, () => {
      const most = days.reduce((sum, day) => sum + room(one, day), 0);
      return { prices: rising(Math.min(most, lessons.length), weights.stoodIn), behind: -1 };
    });
  const onDay = (one: number, day: number) =>
    station(`${one} ${day}`, one, () => ({
      prices: rising(room(one, day), weights.load),
      behind: whole(one),
    }));
  const costs = found.map(({ candidates }, lesson) => {
    const { day, period } = lessons[lesson]!;
    return candidates.map(({ substitute: one, cost }) => ({
      station: station(`${one} ${day} ${period}`, one, () => ({ prices: [0], behind: onDay(one, day) })),
      cost,
    }));
  });
  return { stations, owner, costs };
}

/** Lessons that one substitute cannot all take; empty when there are none. */
function impossibleTogether(request: SubstitutionRequest, substitute: readonly number[]): number[] {
  const { lessons, substitutes, mostADay } = request;
  const days = Map.groupBy(lessons.keys(), (lesson) =>
    substitute[lesson]! < 0 ? '' : `${substitute[lesson]} ${lessons[lesson]!.day}`,
  );
  days.delete('');
  for (const all of days.values()) {
    for (const one of all)
      for (const other of all) {
        if (other <= one) continue;
        const [first, second] = [lessons[one]!, lessons[other]!];
        if (overlap(first, second) || tooNear(request, first, second)) return [one, other];
      }
    const own = substitutes[substitute[all[0]!]!]!.load.get(lessons[all[0]!]!.day) ?? 0;
    if (all.reduce((sum, lesson) => sum + lessons[lesson]!.duration, own) > mostADay) return all;
  }
  return [];
}

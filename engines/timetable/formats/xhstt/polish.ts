import type { Random } from '../../core/random.ts';
import { Gains } from './gains.ts';
import { columnOf, type PartModel, PartModels } from './part-model.ts';
import { cellUnavailable, type Problem } from './problem.ts';
import type { Snapshot, State } from './state.ts';

/**
 * Solves a linear model in whole numbers, given in the LP format of CPLEX, in at most so many seconds: the columns that are
 * 1; undefined when there is no solution that costs at most `bound`, or none was found in time.
 */
export type SolveModel = (
  model: { readonly text: string; readonly bound: number },
  seconds: number,
) => {
  readonly chosen: ReadonlySet<string> | undefined;
  /** Whether all possibilities were looked at, and how long that took. */
  readonly isFinished: boolean;
  readonly seconds: number;
};

/** Hours made anew at once: at first, and at least; how they grow after a part that was easy and shrink after one too hard. */
const firstHours = 60;
const fewestHours = 20;
const growth = 1.015;
const shrinkage = 0.85;
/** A part that took less was easy; longer than the other none may take. */
const easySeconds = 0.6;
const mostSeconds = 2.5;
const mostDraws = 50;

/** Parts are some weeks, whole or only some days of them; each kind has a size of its own that fits a model. */
interface Kind {
  readonly someDays: boolean;
  hours: number;
}

interface Part {
  readonly kind: Kind;
  readonly meets: ReadonlySet<number>;
}

/**
 * Fix and optimise (Dorneles, de Araújo and Buriol 2014): the weeks of a few resources near something that costs, or some
 * days of more of them, are made anew, all else fixed, by a solver of linear models in whole numbers. Finds what no chain of
 * moves does: several weeks changing together.
 */
export class Polisher {
  readonly #state: State;
  readonly #random: Random;
  readonly #models: PartModels;
  /** Units of each resource. */
  readonly #unitsOf: readonly (readonly number[])[];
  /** The busiest resource of each unit: its week goes with it. */
  readonly #week: Int32Array;
  readonly #gains: Gains;
  readonly #days: readonly (readonly number[])[];
  readonly #kinds: readonly Kind[];
  /** Parts made anew since the last that was larger than those before. */
  readonly #tried = new Set<string>();

  constructor(state: State, random: Random) {
    const { problem } = state;
    this.#state = state;
    this.#random = random;
    this.#models = new PartModels(state);
    this.#gains = new Gains(state);
    this.#days = daysOf(problem);
    this.#kinds = [false, true]
      .filter((someDays) => !someDays || this.#days.length > 2)
      .map((someDays) => ({ someDays, hours: firstHours }));
    const { unitsOfResource, unitTime, unitDuration } = problem;
    this.#unitsOf = Array.from({ length: problem.resources }, (_, resource) =>
      [
        ...unitsOfResource.items.subarray(
          unitsOfResource.start[resource]!,
          unitsOfResource.start[resource + 1]!,
        ),
      ].filter((unit) => unitTime[unit]! < 0),
    );
    const load = this.#unitsOf.map((units) => units.reduce((sum, unit) => sum + unitDuration[unit]!, 0));
    this.#week = Int32Array.from({ length: problem.units }, (_, unit) => {
      const own = problem.slotFixed.subarray(problem.slotStart[unit]!, problem.slotStart[unit + 1]!);
      return own.reduce(
        (most, resource) => (most < 0 || load[resource]! > load[most]! ? resource : most),
        -1,
      );
    });
  }

  /** Makes one part anew; true when the solution became better. The state has no infeasibility. */
  step(solve: SolveModel, secondsLeft: number): boolean {
    const part = this.#pick();
    if (!part) return false;
    const model = this.#models.of(part.meets);
    const { chosen, isFinished, seconds } = solve(model, Math.min(mostSeconds, secondsLeft));
    if (!isFinished) part.kind.hours = Math.max(fewestHours, part.kind.hours * shrinkage);
    else if (seconds < easySeconds) part.kind.hours *= growth;
    return chosen !== undefined && this.#carryOut(part.meets, model, chosen);
  }

  /** Hears what another thread found: see `Gains`. */
  hear(other: Snapshot, own: Snapshot): boolean {
    return this.#gains.merge(other, own);
  }

  #carryOut(freed: ReadonlySet<number>, model: PartModel, chosen: ReadonlySet<string>): boolean {
    const state = this.#state;
    const { problem, soft } = state;
    const changed = new Set<number>();
    for (const meet of freed) {
      const unit = problem.meetUnit[meet]!;
      const stays = chosen.has(columnOf({ unit, duration: state.duration[meet]!, time: state.time[meet]! }));
      if (!stays) changed.add(unit);
      state.lift(meet);
      state.close(meet);
    }
    for (const column of chosen) {
      const part = model.meets.get(column);
      if (!part) continue;
      let meet = problem.meetStart[part.unit]!;
      while (state.duration[meet]! > 0) meet++;
      state.open(meet, part.duration);
      state.place(meet, part.time);
    }
    const isBetter = state.hard === 0 && state.soft < soft;
    if (isBetter) {
      state.commit();
      this.#gains.add(changed);
    } else state.undo();
    return isBetter;
  }

  /** Meets near something that costs, as many hours as fit a model; none when every such draw was tried. */
  #pick(): Part | undefined {
    const kind = this.#kinds[this.#random.below(this.#kinds.length)]!;
    if (this.#state.violatedCount === 0) return undefined;
    for (let draw = 0; draw < mostDraws; draw++) {
      const days = kind.someDays ? this.#drawDays() : undefined;
      const { weeks, meets } = this.#drawWeeks(kind.hours, days && new Set(days.flat()));
      const key = [...weeks, ...(days ?? [])].sort().join(' ');
      if (this.#tried.has(key)) continue;
      this.#tried.add(key);
      return { kind, meets };
    }
    // Everything of this size was tried: larger parts may still bring something.
    kind.hours *= 1.2;
    this.#tried.clear();
    return undefined;
  }

  /** Two days, or up to half of all. */
  #drawDays() {
    const random = this.#random;
    const days = new Set<readonly number[]>();
    const count = 2 + random.below(Math.ceil(this.#days.length / 2) - 1);
    while (days.size < count) days.add(this.#days[random.below(this.#days.length)]!);
    return [...days];
  }

  /** Weeks near something that costs, and their meets at some times only, if those are given. */
  #drawWeeks(mostHours: number, times: ReadonlySet<number> | undefined) {
    const { problem, violated, violatedCount, duration, time } = this.#state;
    const { monitors, units, unitTime, meetStart } = problem;
    const random = this.#random;
    const weeks = new Set<number>();
    const meets = new Set<number>();
    const { resource, units: watched } = monitors[violated[random.below(violatedCount)]!]!;
    const near = (resource >= 0 ? this.#unitsOf[resource]! : watched).filter((unit) => unitTime[unit]! < 0);
    let hours = 0;
    for (let draw = 0; draw < mostDraws && hours < mostHours; draw++) {
      const open = [...new Set(near.map((unit) => this.#week[unit]!))].filter(
        (week) => week >= 0 && !weeks.has(week),
      );
      const any = this.#week[random.below(units)]!;
      const week = open.length > 0 ? open[random.below(open.length)]! : any;
      if (week < 0 || weeks.has(week)) continue;
      weeks.add(week);
      for (const unit of this.#unitsOf[week]!)
        for (let meet = meetStart[unit]!; meet < meetStart[unit + 1]!; meet++) {
          if (duration[meet] === 0 || time[meet]! < 0 || meets.has(meet)) continue;
          if (times && !times.has(time[meet]!)) continue;
          meets.add(meet);
          hours += duration[meet]!;
        }
    }
    return { weeks, meets };
  }
}

/** The groups of times whose shape costs, each once. */
function daysOf({ cells, cellTimes, cellUsers }: Problem): number[][] {
  const days = new Map<string, number[]>();
  for (let cell = 0; cell < cells; cell++) {
    const times = [...cellTimes.items.subarray(cellTimes.start[cell]!, cellTimes.start[cell + 1]!)];
    for (let i = cellUsers.start[cell]!; i < cellUsers.start[cell + 1]!; i += 2)
      if (cellUsers.items[i + 1] !== cellUnavailable) days.set(times.join(), times);
  }
  return [...days.values()];
}

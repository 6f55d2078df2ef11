import type { Random } from '../../core/random.ts';
import { type PartModel, PartModels } from './part-model.ts';
import type { State } from './state.ts';

/**
 * Solves a linear model in whole numbers, given in the LP format of CPLEX, in at most so many seconds: the columns that are
 * 1; undefined when there is no solution, or none was found in time.
 */
export type SolveModel = (
  text: string,
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

/**
 * Fix and optimise (Dorneles, de Araújo and Buriol 2014): the whole weeks of a few resources near something that costs are
 * made anew, all else fixed, by a solver of linear models in whole numbers. Finds what no chain of moves does: several
 * weeks changing together.
 */
export class Polisher {
  readonly #state: State;
  readonly #random: Random;
  readonly #models: PartModels;
  /** Units of each resource. */
  readonly #unitsOf: readonly (readonly number[])[];
  /** The busiest resource of each unit: its week goes with it. */
  readonly #week: Int32Array;
  #hours = firstHours;
  /** Parts that brought nothing since the last gain. */
  readonly #tried = new Set<string>();

  constructor(state: State, random: Random) {
    const { problem } = state;
    this.#state = state;
    this.#random = random;
    this.#models = new PartModels(state);
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
    const units = this.#pick();
    if (units.size === 0) return false;
    const before = this.#state.soft;
    const model = this.#models.of(units);
    const { chosen, isFinished, seconds } = solve(model.text, Math.min(mostSeconds, secondsLeft));
    if (!isFinished) this.#hours = Math.max(fewestHours, this.#hours * shrinkage);
    else if (seconds < easySeconds) this.#hours *= growth;
    if (!chosen || !this.#carryOut(units, model, chosen, before)) return false;
    this.#tried.clear();
    return true;
  }

  #carryOut(
    units: ReadonlySet<number>,
    model: PartModel,
    chosen: ReadonlySet<string>,
    before: number,
  ): boolean {
    const state = this.#state;
    const { problem } = state;
    for (const unit of units)
      for (let meet = problem.meetStart[unit]!; meet < problem.meetStart[unit + 1]!; meet++) {
        if (state.duration[meet] === 0) continue;
        if (state.time[meet]! >= 0) state.lift(meet);
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
    const isBetter = state.hard === 0 && state.soft < before;
    if (isBetter) state.commit();
    else state.undo();
    return isBetter;
  }

  /** The units of some weeks around something that costs, as many hours as fit a model; none when every such draw was tried. */
  #pick(): Set<number> {
    for (let draw = 0; draw < mostDraws; draw++) {
      const weeks = this.#weeks();
      const key = [...weeks].sort((one, other) => one - other).join(' ');
      if (this.#tried.has(key)) continue;
      this.#tried.add(key);
      return new Set([...weeks].flatMap((week) => this.#unitsOf[week]!));
    }
    // Everything of this size was tried: larger parts may still bring something.
    this.#hours *= 1.2;
    this.#tried.clear();
    return new Set();
  }

  #weeks(): Set<number> {
    const { problem, violated, violatedCount } = this.#state;
    const random = this.#random;
    const weeks = new Set<number>();
    const taken = new Set<number>();
    if (violatedCount === 0) return weeks;
    const { resource, units } = problem.monitors[violated[random.below(violatedCount)]!]!;
    const near = (resource >= 0 ? this.#unitsOf[resource]! : units).filter(
      (unit) => problem.unitTime[unit]! < 0,
    );
    let hours = 0;
    for (let draw = 0; draw < mostDraws && hours < this.#hours; draw++) {
      const open = [...new Set(near.map((unit) => this.#week[unit]!))].filter(
        (week) => week >= 0 && !weeks.has(week),
      );
      const any = this.#week[random.below(problem.units)]!;
      const week = open.length > 0 ? open[random.below(open.length)]! : any;
      if (week < 0 || weeks.has(week)) continue;
      weeks.add(week);
      for (const unit of this.#unitsOf[week]!) {
        if (taken.has(unit)) continue;
        taken.add(unit);
        hours += problem.unitDuration[unit]!;
      }
    }
    return weeks;
  }
}

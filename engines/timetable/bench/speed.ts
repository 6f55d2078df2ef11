import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';
import { compileSchool } from '../formats/json/compile.ts';
import { Annealing } from '../search/annealing.ts';
import { narrowed } from '../search/narrow.ts';
import { Tables } from '../search/tables.ts';
import { borderJson } from './border-json.ts';
import { borderSchool, type SchoolShape } from './border-school.ts';

/** A quarter of what was measured for 8 classes: below it the search itself has become slower, whatever the machine. */
export const guardedRatio = 2e-4;

/** How fast the search is, in itself and beside a loop of arithmetic on the same processor at the same time. */
export interface SearchSpeed {
  readonly iterationsPerSecond: number;
  readonly loopsPerSecond: number;
  /** Iterations for one turn of the loop. */
  readonly ratio: number;
}

/**
 * Moves of annealing a second of processor time, in a generated school laid anyhow and cooled to where timetables get good. The loop
 * runs in turns with them, so that whatever slows the machine slows both. `processorSeconds`: what the process has used so far.
 */
export function searchSpeed(
  seed: number,
  moves: number,
  processorSeconds: () => number,
  shape?: SchoolShape,
): SearchSpeed {
  const spentOn = (work: () => void) => {
    const before = processorSeconds();
    work();
    return processorSeconds() - before;
  };
  const problem = narrowed(compileSchool(borderJson(borderSchool(seed, shape))).problem);
  const state = new State(problem);
  for (let choice = 0; choice < problem.choiceMeet.length; choice++)
    state.choose(choice, problem.options.items[problem.options.from[choice]!]!);
  for (let meet = 0; meet < problem.meets; meet++)
    state.place(meet, problem.starts.items[problem.starts.from[meet]!]!);
  state.settle();
  const annealing = new Annealing(new Tables(problem), state, new Random(seed));
  annealing.begin({ from: 20, to: 0.5, moves }, 1);
  let searched = 0;
  let looped = 0;
  let turns = 0;
  while (annealing.left > 0) {
    searched += spentOn(() => annealing.run(2_000, () => {}));
    while (looped < searched) {
      looped += spentOn(arithmetic);
      turns += turnsALoop;
    }
  }
  const iterationsPerSecond = moves / searched;
  const loopsPerSecond = turns / looped;
  return { iterationsPerSecond, loopsPerSecond, ratio: iterationsPerSecond / loopsPerSecond };
}

const turnsALoop = 1 << 20;
const table = new Int32Array(1 << 16);

/** Reads and writes all over a table, as a search does. */
function arithmetic(): void {
  let word = 1;
  for (let turn = 0; turn < turnsALoop; turn++) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    const at = word & 0xffff;
    table[at] = table[(at * 7) & 0xffff]! + Math.clz32(word);
  }
}

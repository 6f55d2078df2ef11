import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { formatNamed, Solver } from '#engines/timetable';
import { favourShortSearches } from '#engines/timetable/threads';

/*
 * One search of a .fet or .json file on one thread, in a process of its own, counted in processor seconds from the reading of the
 * file on: node bench/timetable-run.ts FILE SEED SECONDS. Prints { zero, clock, soft, hard, iterations, spent }: zero is when nothing
 * required was broken any more, clock the same on the clock (compiling on other threads costs processor time only).
 */
favourShortSearches();
const [file = '', seed = '1', seconds = '5'] = process.argv.slice(2);
const format = (await formatNamed(extname(file).slice(1)))!;
const began = performance.now();
const before = process.cpuUsage();
const spent = () => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
// FET knows wishes only.
const instance = format.read(readFileSync(file, 'utf8'), 'wishes');
const solver = new Solver(instance.problem, { seed: Number(seed), target: instance.lowerBound });
let zero: number | null = null;
let clock: number | null = null;
// Asking for the processor time costs more than a step: now and then is enough.
let asked = performance.now();
let isOver = false;
while (!solver.done && !isOver) {
  solver.step();
  if (performance.now() - asked > 5) {
    asked = performance.now();
    isOver = spent() >= Number(seconds);
  }
  const { best } = solver;
  if (zero === null && best && best.hard + best.unplaced < 1e-9) {
    clock = (performance.now() - began) / 1000;
    zero = spent();
  }
}
const reckoning = solver.best && instance.reckon(solver.best);
console.log(
  JSON.stringify({
    ...{ zero, clock, soft: reckoning?.soft ?? null, hard: reckoning?.hard ?? null },
    ...{ iterations: solver.iterations, spent: spent() },
  }),
);

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BenchPart, runBench } from '../../bench/main.ts';
import { benchTimetables, type TimetablePart, timetableParts } from '../../bench/timetable.ts';
import { badInput, exitStatus } from './operator.ts';

/** What a parameter asks for; without one everything is measured, but for timetables. */
const partOf: Readonly<Record<string, BenchPart>> = {
  '--plan': 'plan',
  '--nation': 'plan',
  '--school': 'school',
  '--gradebook': 'gradebook',
  '--sync': 'sync',
  '--transcript': 'transcript',
};

/** Measures the product on a database of its own; HOABAN_BENCH_PLAN names a further plan document. */
export async function run(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === '--timetable') return runTimetables(parameters.slice(1));
  const unknown = parameters.find((parameter) => !Object.hasOwn(partOf, parameter));
  if (unknown !== undefined)
    throw badInput(
      `Không có tham số "${unknown}": dùng bench [${[...Object.keys(partOf), '--timetable [--quick]'].join(' | ')}].`,
    );
  const given = process.env.HOABAN_BENCH_PLAN;
  const plan = given ? resolve(given) : undefined;
  if (plan && !existsSync(plan)) throw badInput(`HOABAN_BENCH_PLAN: không có tệp ${plan}.`);
  await runBench({
    parts: new Set(
      parameters.length === 0 ? Object.values(partOf) : parameters.map((given) => partOf[given]!),
    ),
    nation: parameters.includes('--nation'),
    plan,
  });
  return exitStatus.done;
}

/** The parts named, or all, each put into the page as soon as it is measured. */
function runTimetables(words: readonly string[]): number {
  const named = words.filter((word) => word !== '--quick');
  const unknown = named.find((word) => !timetableParts.includes(word as TimetablePart));
  if (unknown !== undefined)
    throw badInput(
      `Không có phần "${unknown}": dùng bench --timetable [--quick] [${timetableParts.join(' | ')}].`,
    );
  benchTimetables(words.includes('--quick'), named.length > 0 ? (named as TimetablePart[]) : timetableParts);
  return exitStatus.done;
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BenchPart, runBench } from '../../bench/main.ts';
import { benchTimetables } from '../../bench/timetable.ts';
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
  if (parameters[0] === '--timetable' && parameters.slice(1).every((parameter) => parameter === '--quick')) {
    benchTimetables(parameters.length > 1);
    return exitStatus.done;
  }
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

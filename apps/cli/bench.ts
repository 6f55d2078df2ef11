import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runBench } from '../../bench/main.ts';
import { benchTimetables } from '../../bench/timetable.ts';
import { badInput, exitStatus } from './operator.ts';

/** Measures the product on a database of its own; HOABAN_BENCH_PLAN names a further plan document. */
export async function run(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === '--timetable' && parameters.slice(1).every((parameter) => parameter === '--quick')) {
    benchTimetables(parameters.length > 1);
    return exitStatus.done;
  }
  const unknown = parameters.find(
    (parameter) => !['--nation', '--school', '--gradebook', '--sync'].includes(parameter),
  );
  if (unknown !== undefined)
    throw badInput(
      `Không có tham số "${unknown}": dùng bench [--nation | --school | --gradebook | --sync | --timetable [--quick]].`,
    );
  const given = process.env.HOABAN_BENCH_PLAN;
  const plan = given ? resolve(given) : undefined;
  if (plan && !existsSync(plan)) throw badInput(`HOABAN_BENCH_PLAN: không có tệp ${plan}.`);
  await runBench({
    parts: parameters.includes('--school')
      ? ['school']
      : parameters.includes('--gradebook')
        ? ['gradebook']
        : parameters.includes('--sync')
          ? ['sync']
          : ['plan', 'school', 'gradebook', 'sync'],
    nation: parameters.includes('--nation'),
    plan,
  });
  return exitStatus.done;
}

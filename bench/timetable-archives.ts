import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from './timetable.ts';
import { medianAndMost, medianOf, seedsUpTo, timetableCommand } from './timetable-runs.ts';

/** XHSTT instances, each wanted with infeasibility 0; the objective that is wanted (any, where feasibility is the task), and the best known. */
const archives: readonly { name: string; wanted: number; best: number }[] = [
  { name: 'BrazilInstance2', wanted: 15, best: 5 },
  { name: 'BrazilInstance4', wanted: 75, best: 51 },
  { name: 'KosovaInstance1', wanted: 10, best: 0 },
  { name: 'SpainSchool', wanted: 450, best: 335 },
  { name: 'AustraliaTES99', wanted: 60, best: 20 },
  { name: 'NetherlandsKottenpark2008', wanted: Number.POSITIVE_INFINITY, best: 34_586 },
  { name: 'ArtificialAbramson15', wanted: Number.POSITIVE_INFINITY, best: 0 },
];

/** The archive's own cost function on what a search on two threads finds. */
export function measureArchives({ folder, long, seeds, say }: Measure): void {
  say(
    `${long} s on 2 threads, seeds 1 to ${seeds}: median (worst). Objectives count where the infeasibility is 0.\n`,
  );
  say('| instance | infeasibility | objective | wanted | best known | |');
  say('|---|---|---|---|---|---|');
  for (const { name, wanted, best } of archives) {
    const file = join(folder, 'xhstt', `${name}.xml`);
    if (!existsSync(file)) continue;
    const runs = seedsUpTo(seeds).map(
      (seed) =>
        timetableCommand(
          ['solve', file, '--format', 'xhstt', '--threads', '2', '--seed', `${seed}`, '--seconds', `${long}`],
          long,
        ) as { hard: number; soft: number },
    );
    const hard = runs.map((run) => run.hard);
    const soft = runs.map((run) => run.soft);
    const met = medianOf(hard) === 0 && medianOf(soft) <= wanted;
    say(
      `| ${name} | ${medianAndMost(hard, 0)} | ${medianAndMost(soft, 0)} | ${Number.isFinite(wanted) ? `≤ ${wanted}` : 'any'} | ${best} | ${met ? 'met' : '**missed**'} |`,
    );
  }
}

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

/** All other instances, run once; the best known infeasibility and objective. */
const others: readonly { name: string; best: readonly [number, number] }[] = [
  { name: 'ArtificialORLibrary-hdtt4', best: [0, 0] },
  { name: 'ArtificialORLibrary-hdtt6', best: [0, 0] },
  { name: 'ArtificialSudoku4x4', best: [0, 0] },
  { name: 'BrazilInstance1', best: [0, 41] },
  { name: 'BrazilInstance7', best: [0, 53] },
  { name: 'CzechVillageSchool', best: [0, 13] },
  { name: 'DenmarkVejenGymnasium2009', best: [2, 2323] },
  { name: 'FinlandArtificialSchool', best: [0, 0] },
  { name: 'FinlandElementarySchool', best: [0, 3] },
  { name: 'FinlandHighSchool', best: [0, 0] },
  { name: 'FinlandSecondarySchool2', best: [0, 0] },
  { name: 'GreeceHighSchool1', best: [0, 0] },
  { name: 'GreeceThirdHighSchoolPreveza2008', best: [0, 0] },
  { name: 'GreeceWesternGreeceUniversityInstance3', best: [0, 5] },
  { name: 'ItalyInstance1', best: [0, 12] },
  { name: 'SouthAfricaLewitt2009', best: [0, 0] },
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
    const runs = seedsUpTo(seeds).map((seed) => solved(file, seed, long));
    const hard = runs.map((run) => run.hard);
    const soft = runs.map((run) => run.soft);
    const met = medianOf(hard) === 0 && medianOf(soft) <= wanted;
    say(
      `| ${name} | ${medianAndMost(hard, 0)} | ${medianAndMost(soft, 0)} | ${Number.isFinite(wanted) ? `≤ ${wanted}` : 'any'} | ${best} | ${met ? 'met' : '**missed**'} |`,
    );
  }
  say(`\nThe others, ${long} s on 2 threads, seed 1: infeasibility/objective.\n`);
  say('| instance | found | best known |');
  say('|---|---|---|');
  for (const { name, best } of others) {
    const file = join(folder, 'xhstt', `${name}.xml`);
    if (!existsSync(file)) continue;
    const { hard, soft } = solved(file, 1, long);
    say(`| ${name} | ${hard}/${soft} | ${best.join('/')} |`);
  }
}

function solved(file: string, seed: number, seconds: number): { hard: number; soft: number } {
  return timetableCommand(
    ['solve', file, '--format', 'xhstt', '--threads', '2', '--seed', `${seed}`, '--seconds', `${seconds}`],
    seconds,
  ) as { hard: number; soft: number };
}

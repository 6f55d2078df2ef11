import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Measure } from './timetable.ts';
import { comfortOf } from './timetable-comfort.ts';
import { type FetRun, runFet, runOurs } from './timetable-fet.ts';
import { figure, medianAndMost, medianOf, seedsUpTo, timetableCommand } from './timetable-runs.ts';

/** A school known to have no timetable. */
const isImpossible = (file: string) => /-B\.fet$/.test(file);
const isVietnamese = (file: string) => /^vn-/i.test(basename(file)) && !isImpossible(file);

function filesOf({ folder }: Measure): string[] {
  return readdirSync(join(folder, 'fet'))
    .filter((name) => name.endsWith('.fet'))
    .sort()
    .map((name) => join(folder, 'fet', name));
}

export function measureVietnamese(measure: Measure): void {
  compare(filesOf(measure).filter(isVietnamese), measure.vietnamSeeds, measure);
}

export function measureFetFiles(measure: Measure): void {
  compare(
    filesOf(measure).filter((file) => !isVietnamese(file) && !isImpossible(file)),
    measure.seeds,
    measure,
  );
}

/** A table of our runs beside those of FET; where the first run of FET ends without a timetable it gets no further one. */
function compare(files: readonly string[], seeds: number, { short, patience, withFet, say }: Measure): void {
  say(
    `Seconds to zero hard conflicts on one thread, reading the file included, of the processor and on the clock (where compiling on other threads costs nothing); soft conflicts as FET counts them, ours after ${short} s of processor time. Seeds 1 to ${seeds}. FET: ${withFet ? `fet-cl of this machine, at most ${patience} s` : 'not installed'}.\n`,
  );
  say(
    '| instance | solved | processor s, median (longest) | clock s | soft, median (most) | FET solved | FET processor s | FET clock s | FET soft |',
  );
  say('|---|---|---|---|---|---|---|---|---|');
  const faster = { seconds: 0, clock: 0 };
  for (const file of files) {
    const ours = seedsUpTo(seeds).map((seed) => {
      const run = runOurs(file, seed, short);
      return Number.isFinite(run.seconds) ? run : runOurs(file, seed, patience);
    });
    const fet: FetRun[] = [];
    for (const seed of withFet ? seedsUpTo(seeds) : []) {
      fet.push(runFet(file, seed, patience));
      if (!Number.isFinite(fet[0]!.seconds)) break;
    }
    const list = (runs: readonly FetRun[], what: keyof FetRun) => runs.map((run) => run[what]);
    for (const what of ['seconds', 'clock'] as const)
      if (withFet && medianOf(list(ours, what)) < medianOf(list(fet, what))) faster[what]++;
    const cells = (runs: readonly FetRun[]) => [
      runs.length === 0
        ? ''
        : `${runs.filter(({ seconds }) => Number.isFinite(seconds)).length}/${runs.length}`,
      medianAndMost(list(runs, 'seconds')),
      medianAndMost(list(runs, 'clock')),
      medianAndMost(list(runs, 'soft')),
    ];
    say(`| ${[basename(file, '.fet'), ...cells(ours), ...cells(fet)].join(' | ')} |`);
  }
  if (withFet)
    say(
      `\nFaster than FET (medians): ${faster.seconds} of ${files.length} by the processor, ${faster.clock} on the clock.`,
    );
}

/** What teachers have of a real week after a minute on two threads, and how soon a school without a timetable is told why. */
export function measureLongRuns(measure: Measure): void {
  const { long, seeds, say } = measure;
  for (const file of filesOf(measure).filter((one) => /2buoi/.test(one))) {
    say(`${basename(file, '.fet')}, ${long} s on 2 threads, comfort of teachers:\n`);
    say(
      '| first | seed | soft | gaps | half-days | half-days for a single lesson |\n|---|---|---|---|---|---|',
    );
    for (const first of ['wishes', 'comfort'] as const) {
      const found = seedsUpTo(seeds).map((seed) => comfortAfter(file, first, seed, { seconds: long, say }));
      const median = (what: 'soft' | 'gaps' | 'halfDays' | 'single') =>
        figure(medianOf(found.map((one) => one[what])));
      const medians = [median('soft'), median('gaps'), median('halfDays'), median('single')];
      say(`| ${first} | median | ${medians.join(' | ')} |`);
    }
    say('');
  }
  for (const file of filesOf(measure).filter(isImpossible)) {
    const { seconds, conflicts } = timetableCommand(['explain', file, '--format', 'fet'], 30) as {
      seconds: number;
      conflicts: { rules: unknown[]; sentence: string }[];
    };
    const [first] = conflicts;
    say(
      `${basename(file, '.fet')}: proved impossible in ${seconds} s; ${first ? `${first.rules.length} rules clash: “${first.sentence}”` : 'nothing found'}`,
    );
  }
}

function comfortAfter(
  file: string,
  first: 'wishes' | 'comfort',
  seed: number,
  { seconds, say }: { readonly seconds: number; readonly say: (line: string) => void },
) {
  const out = mkdtempSync(join(tmpdir(), 'timetable-'));
  try {
    const written = join(out, 'timetable.xml');
    const { soft } = timetableCommand(
      [
        ...['solve', file, '--format', 'fet', '--threads', '2', '--out', written],
        ...['--seconds', `${seconds}`, '--seed', `${seed}`, '--prefer', first],
      ],
      seconds,
    ) as { soft: number };
    const comfort = comfortOf(file, written);
    say(`| ${first} | ${seed} | ${soft} | ${comfort.gaps} | ${comfort.halfDays} | ${comfort.single} |`);
    return { soft, ...comfort };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

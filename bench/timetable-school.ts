import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borderJson } from '../engines/timetable/bench/border-json.ts';
import { borderSchool } from '../engines/timetable/bench/border-school.ts';
import { searchSpeed } from '../engines/timetable/bench/speed.ts';
import type { Measure } from './timetable.ts';
import { figure, medianAndMost, medianOf, seedsUpTo, timetableCommand } from './timetable-runs.ts';

const project = join(import.meta.dirname, '..');

/** A school of 45 classes and 90 teachers through the command line: publishable in 5 s, better and better for a minute. */
export function measureSchool({ seeds, long, say }: Measure): void {
  const out = mkdtempSync(join(tmpdir(), 'timetable-'));
  const schools = seedsUpTo(seeds).map((seed) => ({ seed, file: join(out, `school-${seed}.json`) }));
  try {
    for (const { seed, file } of schools) writeFileSync(file, JSON.stringify(borderJson(borderSchool(seed))));
    say(
      `Two sessions, 90 teachers of whom 6 serve at another school, places at noon, integrated subjects with two teachers, elective blocks; ${seeds} generated schools, own JSON, \`timetable solve --threads 2\`.\n`,
    );
    say('| | median (worst) |\n|---|---|');
    const cpu = schools.map(({ seed, file }) => {
      const { stdout } = spawnSync(
        process.execPath,
        [join(import.meta.dirname, 'timetable-run.ts'), file, `${seed}`, '30'],
        { encoding: 'utf8', timeout: 300_000 },
      );
      return (JSON.parse(stdout) as { zero: number | null }).zero ?? Number.POSITIVE_INFINITY;
    });
    say(`| processor seconds to zero hard, one thread | ${medianAndMost(cpu)} |`);
    const solve = ({ seed, file }: (typeof schools)[number], seconds: number) =>
      timetableCommand(
        ['solve', file, '--format', 'json', '--threads', '2', '--seed', `${seed}`, '--seconds', `${seconds}`],
        seconds,
      ) as { hard: number; soft: number; secondsToZeroHard: number | null };
    for (const seconds of [5, ...(long > 20 ? [20] : []), long]) {
      const runs = schools.map((school) => solve(school, seconds));
      say(
        `| hard after ${seconds} s | ${medianAndMost(
          runs.map(({ hard }) => hard),
          0,
        )} |`,
      );
      say(
        `| soft after ${seconds} s | ${medianAndMost(
          runs.map(({ soft }) => soft),
          0,
        )} |`,
      );
      if (seconds === long)
        say(
          `| seconds on the clock to zero hard | ${medianAndMost(runs.map(({ secondsToZeroHard }) => secondsToZeroHard ?? Number.POSITIVE_INFINITY))} |`,
        );
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The engine's own figures and those of the whole bridge from a school's rows. */
export function measureEditor({ say }: Measure): void {
  for (const file of [
    'engines/timetable/bench/editor.bench.ts',
    'modules/timetable/rules/editing.bench.ts',
  ]) {
    const { stdout, stderr } = spawnSync(process.execPath, [join(project, file)], {
      encoding: 'utf8',
      timeout: 600_000,
    });
    say(`\`node ${file}\`, processor time:\n\n${stdout.trim() || stderr.trim()}\n`);
  }
}

/** Iterations a second, and their ratio to a loop of plain arithmetic, which holds on every machine. */
export function measureSpeed({ seeds, say }: Measure): void {
  const runs = seedsUpTo(Math.max(3, seeds)).map((seed) => searchSpeed(seed, 400_000, processorSeconds));
  const median = (what: 'iterationsPerSecond' | 'loopsPerSecond' | 'ratio') =>
    medianOf(runs.map((run) => run[what]));
  say(
    `Generated school of 45 classes, one thread: ${figure(median('iterationsPerSecond') / 1000, 0)} thousand iterations a second of processor time; the loop of arithmetic runs ${figure(median('loopsPerSecond') / 1e6, 0)} million times. Ratio ${median('ratio').toExponential(2)} (guarded by \`engines/timetable/bench/border-school.test.ts\`).`,
  );
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

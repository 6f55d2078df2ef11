import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { comfortOf } from './timetable-comfort.ts';
import { type FetRun, hasFet, runFet, runOurs } from './timetable-fet.ts';

const project = join(import.meta.dirname, '..');
const page = join(import.meta.dirname, 'RESULTS-timetable.md');

/** Where instances may lie, in folders `fet` and `xhstt`: named by the variable, or beside the repository. */
const folders = [process.env.HOABAN_BENCH_TIMETABLES, join(project, '../shared/timetabling')];

/** XHSTT instances with the objective that is wanted of them, infeasibility 0, and the best known. */
const archives = [
  { name: 'BrazilInstance2', wanted: 15, best: 5 },
  { name: 'BrazilInstance4', wanted: 75, best: 51 },
  { name: 'KosovaInstance1', wanted: 10, best: 0 },
  { name: 'SpainSchool', wanted: 450, best: 335 },
  { name: 'AustraliaTES99', wanted: 60, best: 20 },
];

/** How much is run. Quick is for a look; the full measure takes some 25 minutes. */
const measures = {
  full: { vietnamSeeds: 10, seeds: 3, seconds: 5, minute: 60, minutes: 3, patience: 120 },
  quick: { vietnamSeeds: 3, seeds: 1, seconds: 3, minute: 15, minutes: 1, patience: 20 },
};

/**
 * Measures the timetable engine on the instances at hand, FET beside it when it is installed, and writes
 * bench/RESULTS-timetable.md. Throws Error when there are no instances.
 */
export function benchTimetables(quick: boolean): void {
  const folder = folders.find((one) => one !== undefined && existsSync(join(one, 'fet')));
  if (!folder) throw new Error('No .fet files: name a folder with "fet" in it in HOABAN_BENCH_TIMETABLES.');
  const measure = quick ? measures.quick : measures.full;
  const withFet = hasFet();
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  say('# Measured: timetables\n');
  say(`- Command: \`npm run bench -- --timetable${quick ? ' --quick' : ''}\``);
  say(
    `- Date: ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} before; Node ${process.versions.node}`,
  );
  say(`- FET beside it: ${withFet ? 'fet-cl of this machine' : 'not installed'}`);
  say(
    '- Seconds are of the processor, one thread, reading the file included; soft conflicts as FET counts them\n',
  );
  const files = readdirSync(join(folder, 'fet'))
    .filter((name) => name.endsWith('.fet'))
    .sort()
    .map((name) => join(folder, 'fet', name));
  const isVietnamese = (file: string) => /^vn-/i.test(basename(file)) && !/-B\./.test(file);
  say('## Vietnamese schools\n');
  compare(files.filter(isVietnamese), measure.vietnamSeeds, measure.vietnamSeeds, measure, withFet, say);
  say('\n## All .fet files\n');
  const others = files.filter((file) => !isVietnamese(file) && !/-B\./.test(file));
  compare(others, measure.seeds, 1, measure, withFet, say);
  say('');
  for (const file of files.filter((one) => /2buoi/.test(one))) measureComfort(file, measure, say);
  for (const file of files.filter((one) => /-B\./.test(one))) measureProof(file, say);
  say('\n## XHSTT\n');
  measureArchives(join(folder, 'xhstt'), measure.minute, say);
  say('\n## Editor, substitutes, fewest moves\n');
  say(
    spawnSync(process.execPath, [join(project, 'engines/timetable/bench/editor.bench.ts')], {
      encoding: 'utf8',
    }).stdout,
  );
  writeFileSync(page, `${lines.join('\n')}\n`);
}

/** A table of our runs beside those of FET. */
function compare(
  files: readonly string[],
  ourSeeds: number,
  fetSeeds: number,
  { seconds, patience }: { readonly seconds: number; readonly patience: number },
  withFet: boolean,
  say: (line: string) => void,
): void {
  say(
    '| instance | solved | s, median (longest) | soft, median (most) | FET solved | FET s, median (longest) | FET soft, median |',
  );
  say('|---|---|---|---|---|---|---|');
  let faster = 0;
  for (const file of files) {
    const ours = seedsUpTo(ourSeeds).map((seed) => {
      const run = runOurs(file, seed, seconds);
      return Number.isFinite(run.seconds) ? run : runOurs(file, seed, patience);
    });
    const fet = withFet ? seedsUpTo(fetSeeds).map((seed) => runFet(file, seed, patience)) : [];
    if (withFet && median(ours, 'seconds') < median(fet, 'seconds')) faster++;
    say(
      `| ${basename(file, '.fet')} | ${solved(ours)} | ${both(ours, 'seconds')} | ${both(ours, 'soft')} | ${solved(fet)} | ${both(fet, 'seconds')} | ${figure(median(fet, 'soft'))} |`,
    );
  }
  if (withFet) say(`\nFaster than FET: ${faster} of ${files.length}.`);
}

/** What teachers have of the timetable after a minute on two threads. */
function measureComfort(
  file: string,
  { minute, minutes }: { readonly minute: number; readonly minutes: number },
  say: (line: string) => void,
): void {
  const out = mkdtempSync(join(tmpdir(), 'timetable-'));
  try {
    for (const seed of seedsUpTo(minutes)) {
      const written = join(out, 'timetable.xml');
      const { soft } = command(
        ['solve', file, '--format', 'fet', '--threads', '2', '--out', written],
        ['--seconds', String(minute), '--seed', String(seed)],
      ) as { soft: number };
      const { gaps, halfDays, single } = comfortOf(file, written);
      say(
        `- ${basename(file, '.fet')}, seed ${seed}, ${minute} s on 2 threads: soft ${soft}, ${gaps} gaps of teachers, ${halfDays} half-days, ${single} of them for a single lesson`,
      );
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function measureProof(file: string, say: (line: string) => void): void {
  const { seconds, conflicts } = command(['explain', file, '--format', 'fet'], []) as {
    seconds: number;
    conflicts: { rules: unknown[] }[];
  };
  say(
    `- ${basename(file, '.fet')}: proved impossible in ${seconds} s, rules that clash: ${conflicts.map(({ rules }) => rules.length).join(', ') || 'none found'}`,
  );
}

function measureArchives(folder: string, seconds: number, say: (line: string) => void): void {
  say(`${seconds} s on 2 threads, seed 1.\n`);
  say('| instance | infeasibility | objective | wanted | best known |');
  say('|---|---|---|---|---|');
  for (const { name, wanted, best } of archives) {
    const file = join(folder, `${name}.xml`);
    if (!existsSync(file)) continue;
    const { hard, soft } = command(
      ['solve', file, '--format', 'xhstt', '--threads', '2', '--seed', '1'],
      ['--seconds', String(seconds)],
    ) as { hard: number; soft: number };
    say(`| ${name} | ${hard} | ${soft} | ${wanted} | ${best} |`);
  }
}

/** Runs `timetable …` with --json in a process of its own and gives what it prints. */
function command(...words: readonly (readonly string[])[]): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'apps/cli/main.ts'), 'timetable', ...words.flat(), '--json'],
    { encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function seedsUpTo(many: number): number[] {
  return Array.from({ length: many }, (_, index) => index + 1);
}

function solved(runs: readonly FetRun[]): string {
  return runs.length === 0
    ? ''
    : `${runs.filter(({ seconds }) => Number.isFinite(seconds)).length}/${runs.length}`;
}

function median(runs: readonly FetRun[], what: keyof FetRun): number {
  return runs.map((run) => run[what]).sort((one, other) => one - other)[runs.length >> 1] ?? Number.NaN;
}

function both(runs: readonly FetRun[], what: keyof FetRun): string {
  if (runs.length === 0) return '';
  return `${figure(median(runs, what))} (${figure(Math.max(...runs.map((run) => run[what])))})`;
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}

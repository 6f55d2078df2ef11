import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const project = join(import.meta.dirname, '..');
const page = join(import.meta.dirname, 'RESULTS-timetable.md');
const seeds = [1, 2, 3];

/** Where instances may lie: named by the variable, beside the repository. */
const folders = [process.env.HOABAN_BENCH_TIMETABLES, join(project, '../shared/timetabling/fet')];

interface Run {
  readonly zero: number | null;
  readonly soft: number;
  readonly hard: number;
}

/**
 * Solves every .fet file at hand with three seeds, FET beside it when it is installed, and writes
 * bench/RESULTS-timetable.md. Seconds to zero hard conflicts are the search's own wall time, FET's its processor time.
 */
export async function benchTimetables(seconds: number): Promise<void> {
  const folder = folders.find((one) => one !== undefined && existsSync(one));
  if (!folder) throw new Error('No .fet files: name a folder in HOABAN_BENCH_TIMETABLES.');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.fet'))
    .sort();
  const withFet = spawnSync('fet-cl', ['--version'], { stdio: 'ignore' }).error === undefined;
  const lines = [
    '# Measured: timetables',
    '',
    `- Command: \`npm run bench -- --timetable\`, ${seconds} s a run, one thread, seeds ${seeds.join(', ')}; medians`,
    `- Date: ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} before; Node ${process.versions.node}`,
    `- FET beside it: ${withFet ? 'fet-cl of the machine, seed 1, processor seconds' : 'not installed'}`,
    '',
    '| Instance | solved | s to zero hard | soft | FET s | FET soft |',
    '|---|---|---|---|---|---|',
  ];
  console.log(lines.join('\n'));
  for (const name of files) {
    const path = join(folder, name);
    const runs: Run[] = [];
    for (const seed of seeds) runs.push(await solveOnce(path, seconds, seed));
    const fet = withFet ? runFet(path, Math.max(60, seconds)) : undefined;
    const solved = runs.filter(({ hard }) => hard === 0);
    const line = `| ${basename(name, '.fet')} | ${solved.length}/${runs.length} | ${figure(median(runs.map(({ zero }) => zero ?? Number.POSITIVE_INFINITY)))} | ${figure(median(runs.map(({ hard, soft }) => (hard === 0 ? soft : Number.POSITIVE_INFINITY))))} | ${figure(fet?.seconds)} | ${figure(fet?.soft)} |`;
    lines.push(line);
    console.log(line);
  }
  writeFileSync(page, `${lines.join('\n')}\n`);
}

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!;
}

function solveOnce(path: string, seconds: number, seed: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const words = ['timetable', 'solve', path, '--format', 'fet', '--json', '--threads', '1'];
    const child = spawn(
      process.execPath,
      [join(project, 'apps/cli/main.ts'), ...words, '--seconds', String(seconds), '--seed', String(seed)],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${path}: exit status ${code}`));
      const { secondsToZeroHard, soft, hard } = JSON.parse(said);
      resolve({ zero: secondsToZeroHard, soft, hard });
    });
  });
}

/** FET's processor seconds and soft conflicts; infinite when it does not finish. */
function runFet(path: string, limit: number): { seconds: number; soft: number } {
  const out = mkdtempSync(join(tmpdir(), 'fet-'));
  try {
    const seed = ['10', '11', '12', '20', '21', '22'].map((part) => `--randomseeds${part}=1`);
    const quiet = ['teachers', 'subgroups', 'groups', 'years', 'rooms', 'subjects', 'activities', 'xml'].map(
      (what) => `--writetimetables${what}=false`,
    );
    const done = spawnSync(
      'bash',
      [
        '-c',
        'TIMEFORMAT="%U"; time "$@" >/dev/null 2>&1',
        'fet',
        'fet-cl',
        `--inputfile=${path}`,
        `--outputdir=${out}`,
        `--timelimitseconds=${limit}`,
        '--htmllevel=0',
        ...quiet,
        ...seed,
      ],
      { encoding: 'utf8', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } },
    );
    const folder = join(out, 'timetables', basename(path, '.fet'));
    const conflicts = existsSync(folder)
      ? readdirSync(folder).find((name) => name.endsWith('_soft_conflicts.txt'))
      : undefined;
    if (!conflicts) return { seconds: Number.POSITIVE_INFINITY, soft: Number.POSITIVE_INFINITY };
    const soft = /Total soft conflicts: ([\d.]+)/.exec(readFileSync(join(folder, conflicts), 'utf8'));
    return { seconds: Number(done.stderr.trim().split('\n').at(-1)), soft: Number(soft?.[1] ?? Number.NaN) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

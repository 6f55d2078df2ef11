import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** One run: seconds to a timetable without hard conflicts, and its soft conflicts; infinite when there is none. */
export interface FetRun {
  /** Of the processor. */
  readonly seconds: number;
  readonly clock: number;
  readonly soft: number;
}

const never = Number.POSITIVE_INFINITY;
const unsolved: FetRun = { seconds: never, clock: never, soft: never };

/** Our search on one thread for some processor seconds, in a process of its own. */
export function runOurs(file: string, seed: number, seconds: number): FetRun {
  const words = [join(import.meta.dirname, 'timetable-run.ts'), file, String(seed), String(seconds)];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const { zero, clock, soft } = JSON.parse(stdout) as { zero: number | null; clock: number; soft: number };
  return zero === null ? unsolved : { seconds: zero, clock, soft };
}

/** Whether FET is on this machine (Debian: apt-get install fet). */
export function hasFet(): boolean {
  return spawnSync('fet-cl', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** FET itself, with a limit of seconds. */
export function runFet(file: string, seed: number, limit: number): FetRun {
  const out = mkdtempSync(join(tmpdir(), 'fet-'));
  try {
    const seeds = ['10', '11', '12', '20', '21', '22'].map((part) => `--randomseeds${part}=${seed}`);
    const quiet = ['teachers', 'subgroups', 'groups', 'years', 'rooms', 'subjects', 'activities', 'xml'].map(
      (what) => `--writetimetables${what}=false`,
    );
    const words = [
      `--inputfile=${file}`,
      `--outputdir=${out}`,
      `--timelimitseconds=${limit}`,
      '--htmllevel=0',
    ];
    const done = spawnSync(
      'bash',
      [
        '-c',
        'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>&1',
        'fet',
        'fet-cl',
        ...words,
        ...quiet,
        ...seeds,
      ],
      { encoding: 'utf8', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } },
    );
    const folder = join(out, 'timetables', basename(file, '.fet'));
    const conflicts = existsSync(folder)
      ? readdirSync(folder).find((name) => name.endsWith('_soft_conflicts.txt'))
      : undefined;
    if (!conflicts) return unsolved;
    const soft = /Total soft conflicts: ([\d.]+)/.exec(readFileSync(join(folder, conflicts), 'utf8'));
    const [user, system, clock] = done.stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
    return { seconds: user! + system!, clock: clock!, soft: Number(soft?.[1] ?? Number.NaN) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

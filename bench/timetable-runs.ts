import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** Runs `hoaban timetable …` with --json in a process of its own and gives what it prints. Throws Error when it fails or hangs. */
export function timetableCommand(words: readonly string[], seconds: number): unknown {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(project, 'apps/cli/main.ts'), 'timetable', ...words, '--json'],
    { encoding: 'utf8', timeout: (seconds * 3 + 120) * 1000 },
  );
  if (error || stdout === '') throw new Error(error?.message ?? stderr);
  return JSON.parse(stdout);
}

export function seedsUpTo(many: number): number[] {
  return Array.from({ length: many }, (_, index) => index + 1);
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** A figure of a table: nothing when there is none, a dash when it is infinite. */
export function figure(value: number, digits = 2): string {
  if (Number.isNaN(value)) return '';
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

/** Median and, in brackets, the worst of some figures. */
export function medianAndMost(values: readonly number[], digits = 2): string {
  return values.length === 0
    ? ''
    : `${figure(medianOf(values), digits)} (${figure(Math.max(...values), digits)})`;
}

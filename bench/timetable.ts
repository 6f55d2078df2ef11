import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureArchives } from './timetable-archives.ts';
import { hasFet } from './timetable-fet.ts';
import { measureFetFiles, measureLongRuns, measureVietnamese } from './timetable-fet-files.ts';
import { measureProvince } from './timetable-province.ts';
import { measureEditor, measureSchool, measureSpeed } from './timetable-school.ts';

const page = join(import.meta.dirname, 'RESULTS-timetable.md');

/** Where instances may lie, in folders `fet` and `xhstt`: named by the variable, or beside the repository. */
const folders = [process.env.HOABAN_BENCH_TIMETABLES, join(import.meta.dirname, '../../shared/timetabling')];

/** How much is run. */
export interface Measure {
  /** Folder with the instances. */
  readonly folder: string;
  readonly withFet: boolean;
  /** Seeds of the Vietnamese schools, and of everything else. */
  readonly vietnamSeeds: number;
  readonly seeds: number;
  /** Seconds of a short run, of a long one, and after which FET is given up. */
  readonly short: number;
  readonly long: number;
  readonly patience: number;
  /** Generated schools of a province, and seconds for each. */
  readonly schools: number;
  readonly schoolSeconds: number;
  /** Prints a line and puts it on the page. */
  readonly say: (line: string) => void;
}

const full = {
  vietnamSeeds: 10,
  seeds: 3,
  short: 5,
  long: 60,
  patience: 120,
  schools: 20,
  schoolSeconds: 60,
};
const quick = { vietnamSeeds: 3, seeds: 1, short: 3, long: 15, patience: 20, schools: 4, schoolSeconds: 10 };

interface Part {
  readonly title: string;
  readonly needsFiles: boolean;
  readonly run: (measure: Measure) => void;
}

/** What can be measured by itself; on a quiet machine of two cores the full measure takes the minutes named. */
const parts = {
  vietnam: { title: 'Vietnamese schools (6 min)', needsFiles: true, run: measureVietnamese },
  fet: { title: 'All .fet files (15 min)', needsFiles: true, run: measureFetFiles },
  long: { title: 'A minute of search, and a proof (4 min)', needsFiles: true, run: measureLongRuns },
  xhstt: { title: 'XHSTT (30 min)', needsFiles: true, run: measureArchives },
  school: { title: 'A generated school of 45 classes (5 min)', needsFiles: false, run: measureSchool },
  editor: { title: 'Editor, substitutes, fewest moves (2 min)', needsFiles: false, run: measureEditor },
  speed: { title: 'Speed of one thread (10 s)', needsFiles: false, run: measureSpeed },
  province: { title: 'Schools of a province (6 min)', needsFiles: false, run: measureProvince },
} satisfies Record<string, Part>;

export type TimetablePart = keyof typeof parts;
export const timetableParts = Object.keys(parts) as TimetablePart[];

/**
 * Measures parts of the timetable engine, FET beside it when it is installed, and puts each part into
 * bench/RESULTS-timetable.md in place of what stood there as soon as it is done: a run that was stopped is gone on with by naming the
 * parts that are left. Throws Error when a part needs instances and there are none.
 */
export function benchTimetables(isQuick: boolean, wanted: readonly TimetablePart[]): void {
  const folder = folders.find((one) => one !== undefined && existsSync(join(one, 'fet')));
  for (const name of wanted) {
    const { title, needsFiles, run }: Part = parts[name];
    if (needsFiles && !folder)
      throw new Error('No .fet files: name a folder with "fet" in it in HOABAN_BENCH_TIMETABLES.');
    const lines: string[] = [];
    const say = (line: string) => {
      lines.push(line);
      console.log(line);
    };
    const heading = `## ${title.replace(/ \(.*/, '')}`;
    say(`${heading}\n`);
    say(`- Command: \`npm run bench -- --timetable${isQuick ? ' --quick' : ''} ${name}\``);
    say(
      `- Date: ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} in the minute before; Node ${process.versions.node}\n`,
    );
    run({ ...(isQuick ? quick : full), folder: folder ?? '', withFet: hasFet(), say });
    say(`\nLoad in the minute after: ${loadavg()[0]?.toFixed(1)}.`);
    putPart(heading, lines.join('\n'));
  }
}

function putPart(heading: string, text: string): void {
  const known = existsSync(page) ? readFileSync(page, 'utf8') : '# Measured: timetables\n';
  const kept = known.split(/^(?=## )/m).map((part) => part.trim());
  const order = timetableParts.map((name) => `## ${parts[name].title.replace(/ \(.*/, '')}`);
  const of = (part: string) => order.indexOf(part.split('\n')[0]!);
  const others = kept.filter((part) => !part.startsWith(`${heading}\n`));
  writeFileSync(page, `${[...others, text].sort((one, other) => of(one) - of(other)).join('\n\n')}\n`);
}

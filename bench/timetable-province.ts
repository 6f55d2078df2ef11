import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borderJson } from '../engines/timetable/bench/border-json.ts';
import { borderSchool, largestShape, type SchoolShape } from '../engines/timetable/bench/border-school.ts';
import type { SchoolRun } from '../engines/timetable/threads/index.ts';
import type { Measure } from './timetable.ts';
import { figure, medianAndMost, timetableCommand } from './timetable-runs.ts';

/** Schools of the province. */
const allSchools = 156;

/** The sizes of twenty schools, as a border province has them: many small lower ones, fewer upper ones, some with both. */
const shapes: readonly SchoolShape[] = [
  ...[1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 6].map((many) => lower(many)),
  ...[3, 4, 5, 6, 7].map((many) => upper(many)),
  ...[1, 3].map((many) => ({ ...both(many), shared: 2 })),
  largestShape,
];

/** Every school on a thread of its own, two side by side, through the command line. */
export function measureProvince({ schools: many, schoolSeconds, say }: Measure): void {
  const folder = mkdtempSync(join(tmpdir(), 'province-'));
  try {
    const size = new Map<string, number>();
    spread(many).forEach((shape, index) => {
      const school = borderSchool(index + 1, shape);
      const name = `${String(index + 1).padStart(2, '0')}.json`;
      size.set(name, school.classes.length);
      writeFileSync(join(folder, name), JSON.stringify(borderJson(school)));
    });
    const began = performance.now();
    const { schools } = timetableCommand(
      ['province', folder, '--threads', '2', '--seconds', `${schoolSeconds}`],
      (schoolSeconds * many) / 2,
    ) as { schools: SchoolRun[] };
    const seconds = (performance.now() - began) / 1000;
    say(
      `\`timetable province FOLDER --threads 2 --seconds ${schoolSeconds}\` on ${many} generated schools of ${Math.min(...size.values())} to ${Math.max(...size.values())} classes.\n`,
    );
    say('| school | classes | hard | soft | s of search | s to zero hard |\n|---|---|---|---|---|---|');
    for (const { name, hard, soft, seconds: spent, secondsToZeroHard } of schools)
      say(
        `| ${name} | ${size.get(name)} | ${hard ?? '–'} | ${soft ?? '–'} | ${figure(spent, 1)} | ${figure(secondsToZeroHard ?? Number.POSITIVE_INFINITY)} |`,
      );
    const zero = schools.map(({ secondsToZeroHard }) => secondsToZeroHard ?? Number.POSITIVE_INFINITY);
    say(
      `\nNo rule broken in ${schools.filter(({ hard }) => hard === 0).length} of ${many}; seconds to that, median (longest): ${medianAndMost(zero)}. All of them took ${figure(seconds / 60, 1)} minutes; at that rate ${allSchools} schools take ${figure((seconds / many / 60) * allSchools, 0)} minutes.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As many shapes as asked, small and large ones alike. */
function spread(many: number): SchoolShape[] {
  return Array.from({ length: many }, (_, index) => shapes[Math.floor((index * shapes.length) / many)]!);
}

/** About 17 periods a teacher. */
function lower(many: number): SchoolShape {
  return {
    classes: { 6: many, 7: many, 8: many, 9: many },
    teachers: Math.max(15, Math.ceil(8.5 * many)),
    shared: 2,
  };
}

function upper(many: number): SchoolShape {
  return { classes: { 10: many, 11: many, 12: many }, teachers: Math.max(15, 6 * many + 2), shared: 0 };
}

function both(many: number): SchoolShape {
  return {
    classes: { ...lower(many).classes, ...upper(many).classes },
    teachers: Math.max(18, 14 * many),
    shared: 0,
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../core/problem.ts';
import { compileFet } from '../formats/fet/compile.ts';
import { readFet } from '../formats/fet/document.ts';
import { rulesOf } from '../formats/fet/rules.ts';
import { parseXml } from '../formats/xml.ts';
import { repair } from './repair.ts';

/** Cases of a real school with the proved least number of moves, when they lie beside the repository. */
const folder =
  process.env['HOABAN_TIMETABLES'] ?? join(import.meta.dirname, '../../../../shared/timetabling');
const file = join(folder, 'perturb/cases.json');

interface Cases {
  readonly instance: string;
  readonly base: Readonly<Record<string, readonly [string, string]>>;
  readonly cases: readonly {
    readonly teacher: string;
    readonly half_day: string;
    readonly optimum_moved: number;
  }[];
}

function school(cases: Cases) {
  const text = readFileSync(join(folder, 'fet', cases.instance.split(' ')[0]!), 'utf8');
  const document = readFet(parseXml(text));
  const { rules } = rulesOf(document);
  const { problem, meetOf } = compileFet(document, rules);
  return { document, problem, meetOf };
}

/** The resource that exactly the lessons of a teacher take. */
function resourceOf(problem: Problem, meets: readonly number[]): number {
  const { from, items } = problem.meetsOf;
  const wanted = meets.toSorted((one, other) => one - other).join();
  for (let resource = 0; resource < problem.resources; resource++)
    if (
      items
        .subarray(from[resource]!, from[resource + 1]!)
        .toSorted()
        .join() === wanted
    )
      return resource;
  throw new Error('no such resource');
}

const cases: Cases | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

test('every case of a real school at hand has the proved least number of moves', () => {
  if (!cases) return;
  const { document, problem, meetOf } = school(cases);
  const hours = document.hours.length;
  const start = new Int32Array(problem.meets);
  for (const [id, [day, hour]] of Object.entries(cases.base))
    start[meetOf[document.activityOf.get(Number(id))!]!] =
      document.days.indexOf(day) * hours + document.hours.indexOf(hour);
  const relaxedKinds = ['TeacherMaxGapsPerWeek', 'TeacherMaxDaysPerWeek'];
  const found = cases.cases.map(({ teacher, half_day: halfDay }) => {
    const meets = document.activities.flatMap(({ teachers }, index) =>
      teachers.includes(teacher) ? [meetOf[index]!] : [],
    );
    const first = document.days.indexOf(halfDay) * hours;
    const { outcome, moved } = repair({
      problem,
      base: { start, option: [] },
      closed: [
        { resource: resourceOf(problem, meets), slots: Array.from({ length: hours }, (_, at) => first + at) },
      ],
      relaxed: (constraint) =>
        relaxedKinds.includes(document.constraints[problem.source[constraint]!]?.kind ?? ''),
    });
    return { teacher, halfDay, outcome, moved };
  });
  expect(found).toEqual(
    cases.cases.map(({ teacher, half_day: halfDay, optimum_moved: moved }) => ({
      teacher,
      halfDay,
      outcome: 'proved',
      moved,
    })),
  );
});

test('a resource that nobody takes is noticed', () => {
  if (!cases) return;
  expect(() => resourceOf(school(cases).problem, [0, 1])).toThrow();
});

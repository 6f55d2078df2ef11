import type { Problem } from '../core/problem.ts';
import { compileFet } from '../formats/fet/compile.ts';
import { readFet } from '../formats/fet/document.ts';
import { rulesOf } from '../formats/fet/rules.ts';
import { parseXml } from '../formats/xml.ts';
import type { RepairRequest } from './repair.ts';

/** A file of cases: a published timetable, and teachers who cannot come for a half-day, with the least number of moves. */
export interface CasesFile {
  readonly instance: string;
  readonly base: Readonly<Record<string, readonly [string, string]>>;
  readonly cases: readonly {
    readonly teacher: string;
    readonly half_day: string;
    readonly optimum_moved: number;
  }[];
}

/** The cases as requests on the .fet document they belong to. Gaps and days of teachers are relaxed, as the file says. */
export function readCases(
  { base, cases }: CasesFile,
  fet: string,
): { title: string; least: number; request: RepairRequest }[] {
  const document = readFet(parseXml(fet));
  const { rules } = rulesOf(document);
  const { problem, meetOf } = compileFet(document, rules);
  const hours = document.hours.length;
  const start = new Int32Array(problem.meets);
  for (const [id, [day, hour]] of Object.entries(base))
    start[meetOf[document.activityOf.get(Number(id))!]!] =
      document.days.indexOf(day) * hours + document.hours.indexOf(hour);
  const relaxedKinds = ['TeacherMaxGapsPerWeek', 'TeacherMaxDaysPerWeek'];
  const relaxed = (constraint: number) =>
    relaxedKinds.includes(document.constraints[problem.source[constraint]!]?.kind ?? '');
  return cases.map(({ teacher, half_day: halfDay, optimum_moved: least }) => {
    const meets = document.activities.flatMap(({ teachers }, index) =>
      teachers.includes(teacher) ? [meetOf[index]!] : [],
    );
    const first = document.days.indexOf(halfDay) * hours;
    const slots = Array.from({ length: hours }, (_, at) => first + at);
    const closed = [{ resource: resourceOf(problem, meets), slots }];
    const option = new Int32Array(problem.choiceMeet.length).fill(-1);
    return {
      title: `${teacher}, ${halfDay}`,
      least,
      request: { problem, base: { start, option }, closed, relaxed },
    };
  });
}

/** The resource that exactly these meets take. Throws when there is none. */
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
  throw new Error('no resource for these lessons');
}

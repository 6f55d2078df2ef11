import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { addJob } from '#platform/jobs';
import { selectGround } from '../data/ground.ts';
import type { School, YearRow } from '../data/place.ts';
import {
  askStop,
  type Checkpoint,
  insertSolve,
  type Solve,
  selectSolveOptional,
  solveJobKey,
  solveTask,
} from '../data/solves.ts';
import {
  heldPeriods,
  listLessons,
  listTimetables,
  selectTimetableOptional,
  type Timetable,
} from '../data/timetables.ts';
import { timetableErrors } from '../errors.ts';
import { formerPlaces } from '../rules/former.ts';
import { type Demand, type Lesson, lessonsOf, slotKey } from '../rules/index.ts';
import { demandLeft } from '../rules/term-part.ts';
import { mayWriteFor, type Wanted, writablePlace } from './place.ts';

export interface SolveWish extends Wanted {
  readonly semester: 1 | 2;
  /** How long to search. */
  readonly seconds: number;
  /** First week in which the timetable is to hold; left out: the first of the semester. */
  readonly fromWeek?: number | undefined;
  /** Go on from this timetable: its lessons as they lie; its locked ones stay where they are. */
  readonly from?: string | undefined;
}

/**
 * Asks for a timetable: the school as it is now is kept with the search, so that a restart goes on with the same question. One search
 * of a school at a time.
 * @throws Refusal timetable.nothingToLay (what is missing), solveRunning, timetableNotFound, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function startSolve(tx: WriteTx, actor: Actor, wish: SolveWish, now: Date): Promise<Solve> {
  const { school, year } = await writablePlace(tx, actor, wish);
  const { ground, goals, demand, findings } = await selectGround(tx, school, year, wish.semester);
  const wanted = await demandFrom(tx, { school, year }, demand, wish.fromWeek);
  const made = lessonsOf(ground, wanted, uuidv7);
  const found = [...findings, ...made.findings];
  const missing = found.filter(({ severity }) => severity === 'mustFix');
  if (missing.length > 0)
    throw timetableErrors.nothingToLay(missing.map(({ message }) => ({ path: '', message })));
  const id = uuidv7();
  const before = await listTimetables(tx, school.id, year.id);
  const lessons = wish.from ? await lessonsFrom(tx, wish.from, school.id) : made.lessons;
  const used = usedNow(before, wanted.span?.firstWeek ?? 1);
  const solve = await insertSolve(tx, {
    id,
    school,
    yearId: year.id,
    semester: wish.semester,
    seconds: wish.seconds,
    input: {
      ground,
      goals,
      lessons,
      former: goals.stability > 0 && used ? formerPlaces(lessons, await listLessons(tx, used)) : {},
      name: `Phương án ${before.length + 1}`,
      seed: 1 + (before.length % 1000),
    },
    checkpoint: wish.from ? placesOf(lessons) : null,
    findings: found,
    accountId: actor.accountId,
    now,
  });
  if (!solve) throw timetableErrors.solveRunning();
  await queueSolve(tx, solve);
  return solve;
}

/** Adds the job of a search. One that is at work with it ends with what it does: another takes the search up. */
export function queueSolve(
  tx: WriteTx,
  { id, departmentId }: Pick<Solve, 'id' | 'departmentId'>,
): Promise<void> {
  // Each time the program is killed in the middle of it counts as one attempt; past the last one `endAbandonedSolves` ends the search.
  return addJob(tx, solveTask, { departmentId, solveId: id }, { jobKey: solveJobKey(id), maxAttempts: 25 });
}

/** The published timetable whose weeks are nearest to the one in which the new one is to begin. */
function usedNow(timetables: readonly Timetable[], week: number): string | undefined {
  const away = ({ fromWeek, toWeek }: Timetable) => Math.max(0, (fromWeek ?? 0) - week, week - (toWeek ?? 0));
  const published = timetables.filter(({ state }) => state === 'published');
  return published.sort((one, other) => away(one) - away(other))[0]?.id;
}

/** Where lessons lie already: what a search goes on from. */
function placesOf(lessons: readonly Lesson[]): Checkpoint {
  return Object.fromEntries(
    lessons.flatMap(({ id, at, roomId }) => (at ? [[id, { slot: slotKey(at), roomId }]] : [])),
  );
}

/** What is left of the semester from a week on; all of it from its first week on. */
async function demandFrom(
  tx: ReadTx,
  { school, year }: { school: School; year: YearRow },
  demand: Demand,
  fromWeek: number | undefined,
): Promise<Demand> {
  const weeks = year.weeks.filter(({ semester }) => semester === demand.semester).map(({ number }) => number);
  const first = weeks[0] ?? 1;
  const start = fromWeek ?? first;
  if (weeks.length > 0 && !weeks.includes(start))
    throw timetableErrors.nothingToLay([
      {
        path: 'fromWeek',
        message: `Tuần ${start} không thuộc học kì ${demand.semester}. Hãy chọn lại tuần bắt đầu.`,
      },
    ]);
  const before = weeks.filter((week) => week < start).length;
  const span = { firstWeek: start, weeks: weeks.length - before };
  if (before === 0) return { ...demand, span };
  const asked = { schoolId: school.id, yearId: year.id, fromWeek: first, toWeek: start - 1 };
  const { held, weeks: told } = await heldPeriods(tx, asked);
  const left = demandLeft(demand, held, { weeks: weeks.length, before, untold: before - told });
  return { ...left, span };
}

/** Lessons of a timetable as new ones: locked ones keep their place, the others are the search's to lay. */
async function lessonsFrom(tx: WriteTx, timetableId: string, schoolId: string): Promise<Lesson[]> {
  const source = await selectTimetableOptional(tx, timetableId);
  if (source?.unitId !== schoolId) throw timetableErrors.timetableNotFound();
  return (await listLessons(tx, timetableId)).map((lesson) => ({ ...lesson, id: uuidv7() }));
}

/** Asks a search to stop; its best timetable so far is kept. @throws Refusal timetable.solveNotFound, schoolOutOfReach */
export async function stopSolve(tx: WriteTx, actor: Actor, solveId: string): Promise<Solve> {
  const solve = await selectSolveOptional(tx, solveId);
  if (!solve) throw timetableErrors.solveNotFound();
  if (!(await mayWriteFor(tx, actor, solve.unitId))) throw timetableErrors.schoolOutOfReach();
  return (await askStop(tx, solveId)) ?? solve;
}

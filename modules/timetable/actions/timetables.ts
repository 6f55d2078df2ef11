import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { selectGround } from '../data/ground.ts';
import { type School, selectSchoolOptional, selectYearOptional, type YearRow } from '../data/place.ts';
import {
  deleteTimetable as deleteRow,
  insertLessons,
  insertTimetable,
  listLessons,
  lockTimetableOptional,
  renameTimetable as rename,
  selectTimetableOptional,
  type Timetable,
} from '../data/timetables.ts';
import { timetableErrors } from '../errors.ts';
import { figuresOf, type Goals, type Ground, type Lesson, lessonsOf } from '../rules/index.ts';
import { mayWriteFor, type Wanted, writablePlace } from './place.ts';

/** A timetable with everything needed to judge and edit it. */
export interface OpenTimetable {
  readonly timetable: Timetable;
  readonly school: School;
  readonly year: YearRow;
  readonly ground: Ground;
  readonly goals: Goals;
  readonly lessons: readonly Lesson[];
}

/** Reads a timetable that the person sees. @throws Refusal timetable.timetableNotFound */
export async function readTimetable(tx: ReadTx, id: string): Promise<OpenTimetable> {
  return withGround(tx, await selectTimetableOptional(tx, id));
}

async function withGround(tx: ReadTx, timetable: Timetable | undefined): Promise<OpenTimetable> {
  if (!timetable) throw timetableErrors.timetableNotFound();
  const [school, year] = await Promise.all([
    selectSchoolOptional(tx, timetable.unitId),
    selectYearOptional(tx, { id: timetable.schoolYearId }),
  ]);
  if (!school || !year) throw timetableErrors.timetableNotFound();
  const [{ ground, goals }, lessons] = await Promise.all([
    selectGround(tx, school, year, timetable.semester),
    listLessons(tx, timetable.id),
  ]);
  return { timetable, school, year, ground, goals, lessons };
}

/**
 * A timetable that the person may change, held until the transaction ends.
 * @throws Refusal timetable.timetableNotFound, schoolOutOfReach
 */
export async function holdTimetable(tx: WriteTx, actor: Actor, id: string): Promise<Timetable> {
  const seen = await selectTimetableOptional(tx, id);
  if (!seen) throw timetableErrors.timetableNotFound();
  if (!(await mayWriteFor(tx, actor, seen.unitId))) throw timetableErrors.schoolOutOfReach();
  const timetable = await lockTimetableOptional(tx, id);
  if (!timetable) throw timetableErrors.timetableNotFound();
  return timetable;
}

/** The same with its ground and lessons. */
export async function holdOpenTimetable(tx: WriteTx, actor: Actor, id: string): Promise<OpenTimetable> {
  return withGround(tx, await holdTimetable(tx, actor, id));
}

/**
 * Makes a draft: a copy of a timetable, or all lessons of the published teaching assignment, unplaced.
 * @throws Refusal timetable.nothingToLay (what is missing), timetableNotFound, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function createTimetable(
  tx: WriteTx,
  actor: Actor,
  input: Wanted & { readonly name: string; readonly semester: 1 | 2; readonly copyOf?: string | undefined },
  now: Date,
): Promise<Timetable> {
  const { school, year } = await writablePlace(tx, actor, input);
  const { ground, demand, findings } = await selectGround(tx, school, year, input.semester);
  let lessons: Lesson[];
  if (input.copyOf) {
    const source = await selectTimetableOptional(tx, input.copyOf);
    if (source?.unitId !== school.id) throw timetableErrors.timetableNotFound();
    lessons = (await listLessons(tx, source.id)).map((lesson) => ({ ...lesson, id: uuidv7() }));
  } else {
    const missing = findings.filter(({ severity }) => severity === 'mustFix');
    if (missing.length > 0)
      throw timetableErrors.nothingToLay(missing.map(({ message }) => ({ path: '', message })));
    lessons = lessonsOf(ground, demand, uuidv7).lessons;
  }
  return keepTimetable(
    tx,
    { school, yearId: year.id, ground, lessons, parentId: input.copyOf ?? null, state: 'draft' },
    {
      name: input.name,
      semester: input.semester,
      accountId: actor.accountId,
      now,
    },
  );
}

/** Writes a new timetable with its lessons and figures. */
export async function keepTimetable(
  tx: WriteTx,
  made: {
    school: School;
    yearId: string;
    ground: Ground;
    lessons: readonly Lesson[];
    parentId: string | null;
    state: 'candidate' | 'draft';
  },
  about: { name: string; semester: 1 | 2; accountId: string | null; now: Date },
): Promise<Timetable> {
  const { ground, lessons, ...row } = made;
  const timetable = await insertTimetable(tx, {
    id: uuidv7(),
    ...row,
    ...about,
    figures: figuresOf(ground, lessons),
  });
  await insertLessons(tx, timetable, lessons);
  return timetable;
}

/** @throws Refusal timetable.timetableChangedMeanwhile, timetableNotFound, schoolOutOfReach */
export async function renameTimetable(
  tx: WriteTx,
  actor: Actor,
  id: string,
  change: { name: string; version: number },
): Promise<Timetable> {
  const held = await holdTimetable(tx, actor, id);
  const renamed = await rename(tx, id, change);
  if (!renamed) throw timetableErrors.timetableChangedMeanwhile({ name: held.name, version: held.version });
  return renamed;
}

/**
 * Deletes a timetable that was never published: what was published stays, since lessons were held by it.
 * @throws Refusal timetable.alreadyPublished, timetableChangedMeanwhile, timetableNotFound, schoolOutOfReach
 */
export async function deleteTimetable(tx: WriteTx, actor: Actor, id: string, version: number): Promise<void> {
  const held = await holdTimetable(tx, actor, id);
  if (held.publishedAt) throw timetableErrors.alreadyPublished();
  if (held.version !== version)
    throw timetableErrors.timetableChangedMeanwhile({ name: held.name, version: held.version });
  await deleteRow(tx, id);
}

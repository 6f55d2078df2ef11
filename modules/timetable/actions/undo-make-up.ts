import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { type Concern, type Disruption, listChanges, selectDisruptionOptional } from '../data/disruptions.ts';
import { listMadeUp, type MadeUpChange, undoMakeUp as undo } from '../data/made-up.ts';
import type { School } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import { type Ground, groundIn, heldLessons, type Lesson, periodsOf, weeksOf } from '../rules/index.ts';
import { newFaults } from './check-moves.ts';
import { concernedBy, holdDisruption, tell } from './disruptions.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays } from './school-days.ts';

/** What undoing the making up of a disruption does. */
export interface MakeUpUndo {
  readonly disruption: Disruption;
  readonly school: School;
  readonly ground: Ground;
  readonly lessonOf: ReadonlyMap<string, Lesson>;
  /** Made-up lessons from today on: lost again. */
  readonly lost: readonly MadeUpChange[];
  /** Made-up lessons of days gone by: they have been held. */
  readonly held: number;
  /** Lessons that were moved for them and go back. */
  readonly back: readonly MadeUpChange[];
  /** Lessons moved for them that stay: their week has begun so, others are still made up in it, or their own hour is taken. */
  readonly staying: number;
}

/**
 * Reads what undoing does with some lessons made up, or all of them that are still to come. Saves nothing.
 * @throws Refusal timetable.disruptionNotFound, schoolOutOfReach, nothingPublished, notMadeUp
 */
export async function readMakeUpUndo(
  tx: ReadTx,
  actor: Actor,
  id: string,
  changeIds: readonly string[] | undefined,
  now: Date,
): Promise<MakeUpUndo> {
  const { disruption, school, year } = await holdDisruption(tx, actor, id);
  const today = localDate(now);
  const all = await listMadeUp(tx, id);
  const madeUp = all.filter(({ kind }) => kind === 'madeUp');
  const toCome = madeUp.filter(({ to }) => to.day >= today);
  const lost = changeIds ? toCome.filter(({ changeId }) => changeIds.includes(changeId)) : toCome;
  if (changeIds && lost.length < new Set(changeIds).size) throw timetableErrors.notMadeUp();
  const days = await readSchoolDays(tx, school, year, disruption.fromDay, disruption.toDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const lessonOf = new Map([...days.lessonsOn.values()].flat().map((lesson) => [lesson.id, lesson]));
  const moves = all.filter(({ kind }) => kind === 'moved');
  const back: MadeUpChange[] = [];
  for (const { number, startsOn, endsOn } of year.weeks) {
    const within = (day: string) => startsOn <= day && day <= endsOn;
    const own = moves.filter(({ day }) => within(day));
    if (own.length === 0) continue;
    const week = await readSchoolDays(tx, school, year, startsOn, endsOn);
    for (const lesson of [...week.lessonsOn.values()].flat()) lessonOf.set(lesson.id, lesson);
    const begun = own.some(({ day, to }) => day < today || to.day < today);
    const needed = madeUp.some((one) => within(one.to.day) && !lost.includes(one));
    const unknown = own.some(({ lessonId }) => !lessonOf.get(lessonId)?.at);
    if (begun || needed || unknown || !week.ground) continue;
    const changes = await listChanges(tx, school.id, startsOn, endsOn);
    const gone = new Set([...lost, ...own].map(({ lessonId, day }) => `${lessonId} ${day}`));
    const after = changes.filter(({ lessonId, day }) => !gone.has(`${lessonId} ${day}`));
    const known = [...lessonOf.values(), ...(await lessonsMadeUpFromElsewhere(tx, week, changes))];
    const faults = newFaults(
      groundIn(week.ground, weeksOf(number)),
      heldLessons(week.lessonsOn, changes, known),
      // Lessons lost in this very week are lost again, not held as ever.
      heldLessons(week.lessonsOn, [...after, ...lost.map(lostAgain)], known),
    );
    if (faults.length === 0) back.push(...own);
  }
  return {
    ...{ disruption, school, lessonOf, lost, back },
    ground: days.ground,
    held: madeUp.length - toCome.length,
    staying: moves.length - back.length,
  };
}

const lostAgain = ({ lessonId, day }: MadeUpChange) => ({
  ...{ lessonId, day, kind: 'cancelled' as const },
  ...{ absent: [], to: null, roomId: null },
});

const concerned = ({ lost, back }: MakeUpUndo): Concern[] =>
  [...lost, ...back].map(({ lessonId, kind, absent }) => ({ lessonId, kind, absent }));

/** How many people hear of it, but for the one who does it. */
export async function countTold(tx: ReadTx, actor: Actor, planned: MakeUpUndo): Promise<number> {
  const { staffId } = planned.disruption;
  return (await concernedBy(tx, actor, concerned(planned), staffId ? [staffId] : [])).length;
}

/**
 * Takes the making up of lessons back: they are lost as before and can be made up anew, others that were moved for them go back to their
 * hours where that breaks nothing; tells those concerned.
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, notMadeUp, nothingPublished, schoolOutOfReach
 */
export async function undoMakeUp(
  tx: WriteTx,
  actor: Actor,
  id: string,
  { version, changeIds }: { readonly version: number; readonly changeIds: readonly string[] },
  now: Date,
): Promise<{ disruption: Disruption; undone: number; back: number; told: number }> {
  const planned = await readMakeUpUndo(tx, actor, id, changeIds, now);
  const { disruption, school, lost, back } = planned;
  const ids = (changes: readonly MadeUpChange[]) => changes.map(({ changeId }) => changeId);
  if (!(await undo(tx, id, version, { lost: ids(lost), back: ids(back) })))
    throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const after = (await selectDisruptionOptional(tx, id))!;
  const periods = (changes: readonly MadeUpChange[]) =>
    periodsOf(changes.map(({ lessonId }) => planned.lessonOf.get(lessonId) ?? { duration: 1 }));
  const [undone, returned] = [periods(lost), periods(back)];
  const told = await tell(
    tx,
    { actor, school, disruption: after, now },
    concerned(planned),
    `Thôi dạy bù ${undone} tiết${returned > 0 ? `, trả ${returned} tiết về giờ cũ` : ''}: ${after.about}`,
  );
  return { disruption: after, undone, back: returned, told: told.length };
}

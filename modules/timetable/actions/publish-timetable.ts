import type { Actor } from '#modules/identity-access';
import { tellPersons } from '#modules/plan';
import { sql, type WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { deletePlannedLessons, makeRoom, markPublished, type Timetable } from '../data/timetables.ts';
import { timetableErrors } from '../errors.ts';
import { checkTimetable, figuresOf } from '../rules/index.ts';
import { holdOpenTimetable } from './timetables.ts';

/**
 * Makes a timetable hold for weeks of its semester: whatever held from its first week on ends there. Nothing that breaks a rule of
 * the circulars, a clash or an unplaced lesson may be left. Lessons of groups of session 2 that are only planned are left out. Teachers, pupils
 * and guardians of the school are told.
 * @throws Refusal timetable.notPublishable (what is wrong), badWeeks, timetableChangedMeanwhile, timetableNotFound, schoolOutOfReach
 */
export async function publishTimetable(
  tx: WriteTx,
  actor: Actor,
  timetableId: string,
  input: { readonly version: number; readonly fromWeek: number; readonly toWeek: number },
  now: Date,
): Promise<Timetable> {
  const { timetable, school, year, ground, lessons } = await holdOpenTimetable(tx, actor, timetableId);
  if (timetable.version !== input.version)
    throw timetableErrors.timetableChangedMeanwhile({ version: timetable.version });
  const weeks = year.weeks.filter(
    ({ number, semester }) =>
      semester === timetable.semester && number >= input.fromWeek && number <= input.toWeek,
  );
  const [first] = weeks;
  if (!first || input.fromWeek > input.toWeek || weeks.length !== input.toWeek - input.fromWeek + 1)
    throw timetableErrors.badWeeks();
  const planned = await deletePlannedLessons(tx, timetableId);
  const held = lessons.filter(({ id }) => !planned.has(id));
  const wrong = checkTimetable(ground, held).filter(({ severity }) => severity === 'mustFix');
  if (wrong.length > 0)
    throw timetableErrors.notPublishable(wrong.slice(0, 100).map(({ message }) => ({ path: '', message })));
  await makeRoom(tx, timetable, input.fromWeek, input.toWeek);
  const published = await markPublished(tx, timetableId, {
    fromWeek: input.fromWeek,
    toWeek: input.toWeek,
    figures: figuresOf(ground, held),
    accountId: actor.accountId,
    now,
  });
  await tellPersons(tx, school.departmentId, await readersOf(tx, timetable.unitId, actor.accountId), {
    kind: 'timetablePublished',
    title: `Thời khoá biểu mới từ ${formatDate(first.startsOn)}`,
    body: `${school.name}: ${timetable.name}, tuần ${input.fromWeek} đến tuần ${input.toWeek}.`,
    link: `/thoi-khoa-bieu/tuan?tuan=${input.fromWeek}`,
    now,
  });
  return published;
}

/** Accounts of those who teach or learn at a school, but for the one who publishes. */
async function readersOf(tx: WriteTx, unitId: string, exceptAccountId: string): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    SELECT account_id AS "accountId" FROM timetable.readers(${unitId}) AS r (account_id) WHERE account_id <> ${exceptAccountId}`.execute(
    tx,
  );
  return rows.map(({ accountId }) => accountId);
}

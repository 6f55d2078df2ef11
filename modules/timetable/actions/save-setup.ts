import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { selectGround } from '../data/ground.ts';
import { replaceEvents, replaceSubjectRules, replaceWishes, saveFrame } from '../data/setup.ts';
import { timetableErrors } from '../errors.ts';
import {
  type Goal,
  type Goals,
  type Ground,
  goalNames,
  type SlotWish,
  type SubjectRule,
  slotName,
  type WeekEvent,
  type WeekFrame,
  weekdayName,
} from '../rules/index.ts';
import { type Wanted, writablePlace } from './place.ts';

export interface SetupChange extends Wanted {
  /** Version seen; 0: the school had set nothing. */
  readonly version: number;
  readonly frame?: WeekFrame | undefined;
  readonly goals?: { readonly [goal in Goal]?: number | undefined } | undefined;
  readonly subjectRules?: readonly SubjectRule[] | undefined;
  readonly wishes?: readonly SlotWish[] | undefined;
  readonly events?: readonly WeekEvent[] | undefined;
}

/**
 * Saves the parts of the setup that are given; the others stay as they are (or as the defaults have them).
 * @throws Refusal timetable.badSetup (all faults), setupChangedMeanwhile, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function saveSetup(
  tx: WriteTx,
  actor: Actor,
  change: SetupChange,
): Promise<{ version: number }> {
  const { school, year } = await writablePlace(tx, actor, change);
  const { ground, goals, version: current } = await selectGround(tx, school, year, 1);
  const problems = setupProblems(ground, change);
  if (problems.length > 0) throw timetableErrors.badSetup(problems);
  const place = { school, yearId: year.id };
  const version = await saveFrame(
    tx,
    place,
    { ...(change.frame ?? ground.frame), goals: withGoals(goals, change.goals) },
    change.version,
  );
  if (version === undefined) throw timetableErrors.setupChangedMeanwhile(current);
  if (change.subjectRules) await replaceSubjectRules(tx, place, change.subjectRules);
  if (change.wishes) await replaceWishes(tx, place, change.wishes);
  if (change.events) await replaceEvents(tx, place, change.events);
  return { version };
}

/** Goals with those that were sent; a page of an earlier release does not know all of them. */
function withGoals(goals: Goals, sent: SetupChange['goals']): Goals {
  return Object.fromEntries(goalNames.map((goal) => [goal, sent?.[goal] ?? goals[goal]])) as Goals;
}

/** Everything wrong with a setup, by path: bells that overlap, half days beyond the limits (CUR-11), rows named twice or unknown. */
function setupProblems(ground: Ground, change: SetupChange): Problem[] {
  const problems: Problem[] = [];
  const { frame, wishes = [], events = [], subjectRules = [] } = change;
  if (frame) {
    for (const [index, bell] of frame.bells.entries()) {
      const path = `frame.bells.${index}`;
      if (bell.endsAt <= bell.startsAt)
        problems.push({ path, message: `Tiết ${bell.period} kết thúc trước khi bắt đầu.` });
      const clash = frame.bells.findIndex(
        (other, at) => at < index && other.startsAt < bell.endsAt && bell.startsAt < other.endsAt,
      );
      if (clash >= 0)
        problems.push({ path, message: `Giờ của tiết ${bell.period} trùng với một tiết khác.` });
      if (frame.bells.findIndex((other) => other.half === bell.half && other.period === bell.period) < index)
        problems.push({ path, message: `Tiết ${bell.period} được khai hai lần.` });
    }
    for (const [index, row] of frame.sessions.entries()) {
      const path = `frame.sessions.${index}`;
      const where = `Khối ${row.grade}, ${weekdayName(row.weekday)}`;
      if (row.periods > ground.limits.periodsPerSession)
        problems.push({
          path,
          message: `${where}: ${row.periods} tiết một buổi, nhiều nhất ${ground.limits.periodsPerSession}.`,
        });
      if (!frame.bells.some((bell) => bell.half === row.half && bell.period === row.periods))
        problems.push({ path, message: `${where}: chưa khai giờ của tiết ${row.periods}.` });
      if (
        frame.sessions.findIndex(
          (other) => other.grade === row.grade && other.weekday === row.weekday && other.half === row.half,
        ) < index
      )
        problems.push({ path, message: `${where}: một buổi được khai hai lần.` });
    }
  }
  const known = {
    staff: new Set(ground.teachers.map(({ id }) => id)),
    class: new Set(ground.classes.map(({ id }) => id)),
    room: new Set(ground.rooms.map(({ id }) => id)),
  };
  const seen = new Set<string>();
  for (const [index, { of, id, at }] of wishes.entries()) {
    if (!known[of].has(id))
      problems.push({
        path: `wishes.${index}`,
        message: 'Người, lớp hoặc phòng không còn trong trường. Hãy tải lại trang.',
      });
    const key = `${of} ${id} ${slotName(at)}`;
    if (seen.has(key))
      problems.push({ path: `wishes.${index}`, message: `${slotName(at)} được ghi hai lần.` });
    seen.add(key);
  }
  for (const [index, event] of events.entries()) {
    if (
      (frame ?? ground.frame).bells.every(
        (bell) => bell.half !== event.at.half || bell.period < event.at.period + event.duration - 1,
      )
    )
      problems.push({
        path: `events.${index}.at`,
        message: `${event.name}: ${slotName(event.at)} không có trong các tiết học.`,
      });
  }
  for (const [index, rule] of subjectRules.entries()) {
    if (rule.roomKind && !ground.rooms.some(({ kind }) => kind === rule.roomKind))
      problems.push({
        path: `subjectRules.${index}.roomKind`,
        message: 'Trường không có phòng loại này. Hãy khai phòng hoặc bỏ chọn.',
      });
    if (subjectRules.findIndex((other) => other.subjectCode === rule.subjectCode) < index)
      problems.push({ path: `subjectRules.${index}`, message: 'Một môn được ghi hai lần.' });
  }
  return problems;
}

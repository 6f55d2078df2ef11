import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import { tellPersons } from '#modules/plan';
import type { ReadTx, WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import {
  type Concern,
  type Disruption,
  endDisruption as end,
  insertChanges,
  insertDisruption,
  listChanges,
  listClassesAt,
  listConcerned,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import { type School, selectSchoolOptional, selectYearOptional, type YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import { type DayChange, withoutTeacher } from '../rules/index.ts';
import type { OpenLesson } from '../rules/substitution.ts';
import type { DayMove } from '../rules/week-repair.ts';
import { moveProblems } from './check-moves.ts';
import { checkDays, mayWriteFor, type Wanted, writablePlace } from './place.ts';
import { readSchoolDays, type SchoolDays } from './school-days.ts';
import { substituteProblems } from './substitutes.ts';

export interface DisruptionWish extends Wanted {
  readonly kind: Disruption['kind'];
  readonly staffId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly siteId: string | null;
  readonly roomId: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  readonly link: string | null;
  readonly substitutes: readonly { lessonId: string; day: string; staffId: string }[];
  readonly moves: readonly DayMove[];
}

const titles = {
  roomClosed: 'Đổi phòng, đổi giờ học',
  noSchool: 'Nghỉ học',
  online: 'Chuyển sang học trực tuyến',
} as const;

/**
 * Records days on which the timetable does not hold, what happens to each lesson, and tells those concerned. Of a teacher who is away,
 * or in a room that is closed, the lessons that nobody stands in for and that are not moved fall away, unless somebody who teaches them too
 * is there; on days without school all of them; online ones stay where they are. Moves may take other lessons of the same weeks along.
 * @throws Refusal timetable.nothingPublished, badDisruption (all faults), schoolOutOfReach, noSchool, noSchoolYear
 */
export async function recordDisruption(
  tx: WriteTx,
  actor: Actor,
  wish: DisruptionWish,
  now: Date,
): Promise<{ disruption: Disruption; told: number }> {
  const { school, year } = await writablePlace(tx, actor, wish);
  checkDays(wish.fromDay, wish.toDay);
  const days = await readSchoolDays(tx, school, year, wish.fromDay, wish.toDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const open = await lessonsConcerned(tx, year, wish, days);
  const earlier = await listChanges(tx, school.id, wish.fromDay, wish.toDay);
  const changes = changesOf(wish, open, earlier);
  const problems = [
    ...wishProblems(wish, days),
    ...(wish.kind === 'teacherAway' && wish.staffId
      ? await substituteProblems(tx, { school, year }, { ...wish, staffId: wish.staffId }, days)
      : []),
    ...(await moveProblems(tx, { school, year }, wish, open, changes, now)),
  ];
  if (problems.length > 0) throw timetableErrors.badDisruption(problems);
  const id = uuidv7();
  const { substitutes: _, moves: __, schoolId: ___, schoolYear: ____, ...row } = wish;
  await insertDisruption(tx, {
    ...row,
    id,
    school,
    yearId: year.id,
    link: wish.kind === 'online' ? wish.link : null,
    accountId: actor.accountId,
    now,
  });
  await insertChanges(tx, { id, school, staffId: wish.staffId }, changes);
  const disruption = (await selectDisruptionOptional(tx, id))!;
  // Of what is held elsewhere that day there is nothing new.
  const news = changes.filter(({ to, absent }) => !to || absent.length === 0);
  const isFor = (kind: DayChange['kind']) => news.some((change) => change.kind === kind);
  const away = [isFor('substituted') ? 'tiết dạy thay' : '', isFor('cancelled') ? 'tiết nghỉ' : ''];
  const title = isFor('moved')
    ? 'Đổi giờ học'
    : wish.kind === 'teacherAway'
      ? `Có ${away.filter(Boolean).join(', ')}`
      : titles[wish.kind];
  const about = { actor, school, disruption, now };
  const [goOn, differ] = [news.filter(isHeldByOthers), news.filter((change) => !isHeldByOthers(change))];
  const told = new Set([
    ...(await tell(tx, about, differ, `${title}: ${disruption.about}`)),
    ...(await tell(tx, about, goOn, `Tiết vẫn học, người dạy cùng dạy một mình: ${disruption.about} vắng`)),
  ]);
  return { disruption, told: told.size };
}

const isHeldByOthers = ({ kind }: Pick<DayChange, 'kind'>) => kind === 'heldByOthers';

/** Lessons that cannot be held as they hang. */
async function lessonsConcerned(
  tx: ReadTx,
  year: YearRow,
  wish: DisruptionWish,
  days: SchoolDays,
): Promise<OpenLesson[]> {
  const { staffId, roomId, classId, grade, siteId } = wish;
  const here = siteId ? await listClassesAt(tx, siteId, year.id) : undefined;
  const gradeOf = new Map(days.ground!.classes.map((one) => [one.id, one.grade]));
  const concernsClass = (id: string) =>
    (classId === null || id === classId) &&
    (grade === null || gradeOf.get(id) === grade) &&
    (here === undefined || here.has(id));
  return days.open.filter(({ lesson }) => {
    if (lesson.classIds.length === 0) return false;
    if (wish.kind === 'teacherAway') return lesson.staffIds.includes(staffId ?? '');
    if (wish.kind === 'roomClosed') return lesson.roomId === roomId;
    return lesson.classIds.some(concernsClass);
  });
}

function wishProblems(wish: DisruptionWish, { ground }: SchoolDays): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  if ((wish.kind === 'teacherAway') !== (wish.staffId !== null)) say('staffId', 'Chọn giáo viên vắng.');
  if (wish.staffId && !ground!.teachers.some(({ id }) => id === wish.staffId))
    say('staffId', 'Giáo viên không còn trong trường.');
  if ((wish.kind === 'roomClosed') !== (wish.roomId !== null)) say('roomId', 'Chọn phòng đóng.');
  if (wish.roomId && !ground!.rooms.some(({ id }) => id === wish.roomId))
    say('roomId', 'Phòng không còn trong trường.');
  if (wish.kind === 'online' && !wish.link) say('link', 'Ghi đường dẫn lớp học trực tuyến.');
  if (wish.moves.length > 0 && wish.kind !== 'teacherAway' && wish.kind !== 'roomClosed')
    say('moves', 'Chỉ dời tiết khi giáo viên vắng hoặc phòng đóng.');
  if (wish.substitutes.length > 0 && wish.kind !== 'teacherAway')
    say('substitutes', 'Chỉ chọn người dạy thay khi giáo viên vắng.');
  return problems;
}

/** `earlier`: what happens to lessons on those days already. */
function changesOf(
  wish: DisruptionWish,
  open: readonly OpenLesson[],
  earlier: readonly DayChange[],
): DayChange[] {
  const before = new Map(earlier.map((change) => [`${change.lessonId} ${change.day}`, change]));
  const standIns = new Map(wish.substitutes.map((one) => [`${one.lessonId} ${one.day}`, one.staffId]));
  const moves = wish.moves.map(({ lessonId, from, to: { roomId, ...to } }): DayChange => {
    return { lessonId, day: from.day, kind: 'moved', absent: [], to, roomId };
  });
  const moved = new Set(moves.map(({ lessonId, day }) => `${lessonId} ${day}`));
  return [
    ...moves,
    ...open
      .filter(({ lesson, day }) => !moved.has(`${lesson.id} ${day}`))
      .map(({ lesson, day }): DayChange => {
        const key = `${lesson.id} ${day}`;
        const { staffId } = wish;
        if (staffId)
          return withoutTeacher(lesson, day, before.get(key), {
            staffId,
            standInId: standIns.get(key) ?? null,
          });
        const kind = wish.kind === 'online' ? 'online' : 'cancelled';
        return {
          lessonId: lesson.id,
          day,
          kind,
          absent: before.get(key)?.absent ?? [],
          to: null,
          roomId: null,
        };
      }),
  ];
}

/** Accounts concerned by changes of lessons, made or taken back, but for the one who does it. */
export async function concernedBy(tx: ReadTx, actor: Actor, changes: readonly Concern[]): Promise<string[]> {
  const lessonsOf = (some: readonly Concern[]) => [...new Set(some.map(({ lessonId }) => lessonId))];
  const standIns = changes.flatMap(({ absent }) => absent.flatMap(({ standInId }) => standInId ?? []));
  // Who teaches a lesson is the staff's business; that it falls away, another time or room is the pupils' too.
  const learnt = changes.filter((change) => change.kind !== 'substituted' && !isHeldByOthers(change));
  const accounts = new Set([
    ...(await listConcerned(tx, lessonsOf(changes), [...new Set(standIns)], false)),
    ...(await listConcerned(tx, lessonsOf(learnt), [], true)),
  ]);
  accounts.delete(actor.accountId);
  return [...accounts];
}

/** Tells those concerned by changes of lessons, but for the one who made them. Gives whom. */
export async function tell(
  tx: WriteTx,
  about: {
    readonly actor: Actor;
    readonly school: School;
    readonly disruption: Disruption;
    readonly now: Date;
  },
  changes: readonly Concern[],
  title: string,
): Promise<string[]> {
  const { actor, school, disruption, now } = about;
  const others = await concernedBy(tx, actor, changes);
  const span =
    disruption.fromDay === disruption.toDay
      ? formatDate(disruption.fromDay)
      : `${formatDate(disruption.fromDay)} – ${formatDate(disruption.toDay)}`;
  await tellPersons(tx, school.departmentId, others, {
    kind: 'timetableChanged',
    title: `${title}, ${span}`,
    // The reason of an absence is the office's; of a day without school everybody's.
    body: disruption.kind === 'teacherAway' ? school.name : `${school.name}: ${disruption.reason}`,
    link: `/thoi-khoa-bieu/tuan?ngay=${disruption.fromDay}`,
    now,
  });
  return others;
}

/** A disruption that the person may change. @throws Refusal timetable.disruptionNotFound, schoolOutOfReach */
export async function holdDisruption(tx: ReadTx, actor: Actor, id: string) {
  const disruption = await selectDisruptionOptional(tx, id);
  if (!disruption) throw timetableErrors.disruptionNotFound();
  if (!(await mayWriteFor(tx, actor, disruption.unitId))) throw timetableErrors.schoolOutOfReach();
  const [school, year] = await Promise.all([
    selectSchoolOptional(tx, disruption.unitId),
    selectYearOptional(tx, { id: disruption.schoolYearId }),
  ]);
  if (!school || !year) throw timetableErrors.disruptionNotFound();
  return { disruption, school, year };
}

/**
 * The timetable holds again from a day on; from its first day on: as if the disruption had not been. Moves of a week that has begun with
 * them stay to its end: half of an exchange would be a clash.
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, badDisruption, schoolOutOfReach
 */
export async function endDisruption(
  tx: WriteTx,
  actor: Actor,
  id: string,
  input: { version: number; fromDay: string },
  now: Date,
): Promise<{ disruption: Disruption; told: number }> {
  const { disruption, school } = await holdDisruption(tx, actor, id);
  if (input.fromDay < disruption.fromDay)
    throw timetableErrors.badDisruption([
      { path: 'fromDay', message: 'Ngày trở lại phải từ ngày bắt đầu thay đổi trở đi.' },
    ]);
  const whole = input.fromDay === disruption.fromDay;
  const gone = await end(tx, id, { ...input, whole });
  if (!gone) throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const after = (await selectDisruptionOptional(tx, id))!;
  const title = `Trở lại thời khoá biểu thường ngày từ ${formatDate(input.fromDay)}: ${after.about}`;
  const told = await tell(tx, { actor, school, disruption: after, now }, gone, title);
  return { disruption: after, told: told.length };
}

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
  listClassesAt,
  listConcerned,
  type RecordedChange,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import { type School, selectSchoolOptional, selectYearOptional, type YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import { type DayChange, type LaidLesson, withoutTeacher } from '../rules/index.ts';
import type { DayMove } from '../rules/week-repair.ts';
import { moveProblems } from './check-moves.ts';
import { checkDays, mayWriteFor, type Wanted, writablePlace } from './place.ts';
import { readSchoolDays, type SchoolDays } from './school-days.ts';
import { placesLeft, readLaid, substituteProblems } from './substitutes.ts';

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
  const laid = await readLaid(tx, school, wish, days);
  const concerned = await lessonsConcerned(tx, school, year, wish, days, laid);
  const changes = changesOf(wish, concerned);
  // Of what is held elsewhere that day there is nothing new.
  const news = changes.filter(({ isElsewhere }) => !isElsewhere);
  const problems = [
    ...wishProblems(wish, days),
    ...(wish.kind === 'teacherAway' && wish.staffId
      ? await substituteProblems(tx, { school, year }, { ...wish, staffId: wish.staffId }, days, laid)
      : []),
    ...(await moveProblems(tx, { school, year }, wish, concerned, news, now)),
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
  const told = await tellRecorded(tx, { actor, school, disruption, now }, concerned, news.map(asNews));
  return { disruption, told };
}

/** Of a lesson that stays where it was put what is new there: who stands in, or that others hold it alone. */
function asNews(change: RecordedChange): RecordedChange {
  if (!change.placeId || !change.to || change.kind === 'cancelled') return change;
  const isStoodIn = change.absent.some(({ standInId }) => standInId);
  return { ...change, kind: isStoodIn ? 'substituted' : 'heldByOthers' };
}

/** Tells those concerned by what was recorded; how many. */
async function tellRecorded(
  tx: WriteTx,
  about: Telling,
  concerned: readonly Concerned[],
  news: readonly RecordedChange[],
): Promise<number> {
  const { disruption } = about;
  const isFor = (kind: DayChange['kind']) => news.some((change) => change.kind === kind);
  const away = [isFor('substituted') ? 'tiết dạy thay' : '', isFor('cancelled') ? 'tiết nghỉ' : ''];
  const title = isFor('moved')
    ? 'Đổi giờ học'
    : disruption.kind === 'teacherAway'
      ? `Có ${away.filter(Boolean).join(', ')}`
      : titles[disruption.kind];
  const [goOn, differ] = [news.filter(isHeldByOthers), news.filter((change) => !isHeldByOthers(change))];
  // Whoever was to stand in until now and does no longer, but for the absent, who knows.
  const standIns = new Set(news.flatMap(({ absent }) => absent.map(({ standInId }) => standInId)));
  const released = concerned
    .filter(({ placeId, isElsewhere }) => placeId && !isElsewhere)
    .flatMap(({ change, placeId }) => change?.absent.filter(({ staffId }) => staffId === placeId) ?? [])
    .flatMap(({ standInId }) => standInId ?? [])
    .filter((id) => !standIns.has(id) && id !== disruption.staffId);
  const told = new Set([
    ...(await tell(tx, about, differ, `${title}: ${disruption.about}`)),
    ...(await tell(tx, about, goOn, `Tiết vẫn học, người dạy cùng dạy một mình: ${disruption.about} vắng`)),
    ...(await tell(tx, about, [], `Thôi dạy thay, đã có người khác: ${disruption.about} vắng`, released)),
  ]);
  return told.size;
}

const isHeldByOthers = ({ kind }: Pick<DayChange, 'kind'>) => kind === 'heldByOthers';

/** A lesson that cannot be held as it lies. */
interface Concerned extends LaidLesson {
  /** Of an absence: the teacher of the lesson whose place is left. */
  readonly placeId: string | null;
}

async function lessonsConcerned(
  tx: ReadTx,
  school: School,
  year: YearRow,
  wish: DisruptionWish,
  days: SchoolDays,
  laid: readonly LaidLesson[],
): Promise<Concerned[]> {
  const { staffId, roomId, classId, grade, siteId } = wish;
  if (wish.kind === 'teacherAway')
    return staffId ? await placesLeft(tx, school, { ...wish, staffId }, laid) : [];
  const here = siteId ? await listClassesAt(tx, siteId, year.id) : undefined;
  const gradeOf = new Map(days.ground!.classes.map((one) => [one.id, one.grade]));
  const concernsClass = (id: string) =>
    (classId === null || id === classId) &&
    (grade === null || gradeOf.get(id) === grade) &&
    (here === undefined || here.has(id));
  return laid
    .filter(({ lesson: { classIds }, roomId: own }) =>
      wish.kind === 'roomClosed' ? classIds.length > 0 && own === roomId : classIds.some(concernsClass),
    )
    .map((one) => ({ ...one, placeId: null }));
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

function changesOf(wish: DisruptionWish, concerned: readonly Concerned[]): RecordedChange[] {
  const standIns = new Map(wish.substitutes.map((one) => [`${one.lessonId} ${one.day}`, one.staffId]));
  const moves = wish.moves.map(({ lessonId, from, to: { roomId, ...to } }): RecordedChange => {
    return { lessonId, day: from.day, kind: 'moved', absent: [], to, roomId };
  });
  const moved = new Set(moves.map(({ lessonId, day }) => `${lessonId} ${day}`));
  return [
    ...moves,
    ...concerned
      .filter(({ lesson, from }) => !moved.has(`${lesson.id} ${from}`))
      .map(({ lesson, from, change, placeId, isElsewhere }): RecordedChange => {
        const before = isElsewhere ? undefined : change;
        if (placeId) {
          const standInId = isElsewhere ? null : (standIns.get(`${lesson.id} ${from}`) ?? null);
          const without = withoutTeacher(lesson, from, before, { staffId: placeId, standInId });
          return { ...without, placeId, isElsewhere };
        }
        return {
          ...{ lessonId: lesson.id, day: from, kind: wish.kind === 'online' ? 'online' : 'cancelled' },
          ...{ absent: before?.absent ?? [], to: before?.to ?? null, roomId: before?.roomId ?? null },
          isElsewhere,
        };
      }),
  ];
}

/** Accounts concerned by changes of lessons, made or taken back, and of some teachers, but for the one who does it. */
export async function concernedBy(
  tx: ReadTx,
  actor: Actor,
  changes: readonly Concern[],
  staffIds: readonly string[],
): Promise<string[]> {
  const lessonsOf = (some: readonly Concern[]) => [...new Set(some.map(({ lessonId }) => lessonId))];
  const standIns = changes.flatMap(({ absent }) => absent.flatMap(({ standInId }) => standInId ?? []));
  // Who teaches a lesson is the staff's business; that it falls away, another time or room is the pupils' too.
  const learnt = changes.filter((change) => change.kind !== 'substituted' && !isHeldByOthers(change));
  const accounts = new Set([
    ...(await listConcerned(tx, lessonsOf(changes), [...new Set([...standIns, ...staffIds])], false)),
    ...(await listConcerned(tx, lessonsOf(learnt), [], true)),
  ]);
  accounts.delete(actor.accountId);
  return [...accounts];
}

interface Telling {
  readonly actor: Actor;
  readonly school: School;
  readonly disruption: Disruption;
  readonly now: Date;
}

/**
 * Tells those concerned by changes of lessons, but for the one who made them: also the one who is away, whose lessons they are or who was to
 * stand in. `staffIds`: others. Gives whom.
 */
export async function tell(
  tx: WriteTx,
  about: Telling,
  changes: readonly Concern[],
  title: string,
  staffIds: readonly string[] = [],
): Promise<string[]> {
  const { actor, school, disruption, now } = about;
  const absent = changes.length > 0 && disruption.staffId ? [disruption.staffId] : [];
  const others = await concernedBy(tx, actor, changes, [...absent, ...staffIds]);
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

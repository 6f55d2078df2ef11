import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import {
  type DayChange,
  type Disruption,
  endDisruption as end,
  insertChanges,
  insertDisruption,
  listAway,
  listCancelled,
  listChanges,
  listClassesAt,
  listConcerned,
  listQualifications,
  listStoodIn,
  makeUp,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import { type School, selectSchoolOptional, selectYearOptional, type YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import {
  daysBetween,
  type Lesson,
  lessonName,
  type OpenLesson,
  type Proposal,
  proposeSubstitutes,
  slotKey,
  slotsTaken,
  weekdayOf,
} from '../rules/index.ts';
import { mayWriteFor, type Wanted, writablePlace } from './place.ts';
import { readSchoolDays, type SchoolDays } from './school-days.ts';

async function staffRoomOf(
  tx: ReadTx,
  school: School,
  year: YearRow,
  fromDay: string,
  toDay: string,
  days: SchoolDays,
) {
  const [stoodIn, qualifications, changes, away] = await Promise.all([
    listStoodIn(tx, school.id, year.id),
    listQualifications(tx, school.id),
    listChanges(tx, school.id, fromDay, toDay),
    listAway(tx, school.id, fromDay, toDay),
  ]);
  const lessons = new Map([...days.lessonsOn.values()].flat().map((lesson) => [lesson.id, lesson]));
  const taken = new Set(
    changes.flatMap(({ staffId, lessonId, day }) => {
      const lesson = lessons.get(lessonId);
      if (!staffId || !lesson?.at) return [];
      return slotsTaken(lesson.at, lesson.duration).map((slot) => `${staffId} ${day} ${slotKey(slot)}`);
    }),
  );
  const gradeOf = new Map(days.ground?.classes.map(({ id, grade }) => [id, grade]));
  const qualified = (staffId: string, lesson: Lesson) => {
    const level = (gradeOf.get(lesson.classIds[0] ?? '') ?? 6) <= 9 ? 'lower' : 'upper';
    return ['', lesson.strand].some((strand) =>
      qualifications.has(`${staffId} ${lesson.subjectCode} ${strand} ${level}`),
    );
  };
  return { away, room: { qualified, stoodIn, taken } };
}

/**
 * Who could stand in for a teacher on days, and who is proposed; saves nothing.
 * @throws Refusal timetable.nothingPublished, badDisruption, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function proposeFor(
  tx: ReadTx,
  actor: Actor,
  asked: Wanted & { readonly staffId: string; readonly fromDay: string; readonly toDay: string },
): Promise<{ proposals: Proposal[]; days: SchoolDays }> {
  const { school, year } = await writablePlace(tx, actor, asked);
  checkDays(asked.fromDay, asked.toDay);
  const days = await readSchoolDays(tx, school, year, asked.fromDay, asked.toDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const { away, room } = await staffRoomOf(tx, school, year, asked.fromDay, asked.toDay, days);
  for (const day of daysBetween(asked.fromDay, asked.toDay)) away.add(`${asked.staffId} ${day}`);
  const open = days.open.filter(
    ({ lesson }) => lesson.staffIds.includes(asked.staffId) && lesson.classIds.length > 0,
  );
  const proposals: Proposal[] = [];
  for (const [, own] of Map.groupBy(open, ({ day }) => days.lessonsOn.get(day)!))
    proposals.push(...proposeSubstitutes(days.ground, days.lessonsOn.get(own[0]!.day)!, own, away, room));
  return { proposals, days };
}

function checkDays(fromDay: string, toDay: string): void {
  if (toDay < fromDay)
    throw timetableErrors.badDisruption([{ path: 'toDay', message: 'Ngày cuối phải từ ngày đầu trở đi.' }]);
  if (daysBetween(fromDay, toDay).length > 121)
    throw timetableErrors.badDisruption([{ path: 'toDay', message: 'Một lần ghi nhiều nhất 120 ngày.' }]);
}

export interface DisruptionWish extends Wanted {
  readonly kind: Disruption['kind'];
  readonly staffId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly siteId: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  readonly link: string | null;
  readonly substitutes: readonly { lessonId: string; day: string; staffId: string }[];
}

/**
 * Records days on which the timetable does not hold, what happens to each lesson, and tells those concerned. Of a teacher who is away
 * the lessons that nobody stands in for fall away; on days without school all of them; online ones stay where they are.
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
  const { ground } = days;
  const problems: Problem[] = [];
  if ((wish.kind === 'teacherAway') !== (wish.staffId !== null))
    problems.push({ path: 'staffId', message: 'Chọn giáo viên vắng.' });
  if (wish.staffId && !ground.teachers.some(({ id }) => id === wish.staffId))
    problems.push({ path: 'staffId', message: 'Giáo viên không còn trong trường.' });
  if (wish.kind === 'online' && !wish.link)
    problems.push({ path: 'link', message: 'Ghi đường dẫn lớp học trực tuyến.' });
  const here = wish.siteId ? await listClassesAt(tx, wish.siteId, year.id) : undefined;
  const gradeOf = new Map(ground.classes.map(({ id, grade }) => [id, grade]));
  const concernsClass = (id: string) =>
    (wish.classId === null || id === wish.classId) &&
    (wish.grade === null || gradeOf.get(id) === wish.grade) &&
    (here === undefined || here.has(id));
  const open = days.open.filter(({ lesson }) =>
    wish.kind === 'teacherAway'
      ? lesson.staffIds.includes(wish.staffId ?? '') && lesson.classIds.length > 0
      : lesson.classIds.length > 0 && lesson.classIds.some(concernsClass),
  );
  const standIns = new Map(wish.substitutes.map((one) => [`${one.lessonId} ${one.day}`, one.staffId]));
  if (wish.kind === 'teacherAway')
    problems.push(...(await substituteProblems(tx, school, year, wish, days, open)));
  if (problems.length > 0) throw timetableErrors.badDisruption(problems);
  const id = uuidv7();
  const { substitutes: _, schoolId: __, schoolYear: ___, ...row } = wish;
  await insertDisruption(tx, {
    ...row,
    id,
    school,
    yearId: year.id,
    link: wish.kind === 'online' ? wish.link : null,
    accountId: actor.accountId,
    now,
  });
  const changes = open.map(({ lesson, day }): DayChange => {
    const staffId = standIns.get(`${lesson.id} ${day}`) ?? null;
    const kind = wish.kind === 'online' ? 'online' : staffId ? 'substituted' : 'cancelled';
    return { lessonId: lesson.id, day, kind, staffId };
  });
  await insertChanges(tx, { id, school }, changes);
  const disruption = (await selectDisruptionOptional(tx, id))!;
  const what = {
    teacherAway: 'Có tiết dạy thay',
    noSchool: 'Nghỉ học',
    online: 'Chuyển sang học trực tuyến',
  }[wish.kind];
  const told = await tell(tx, actor, school, disruption, changes, `${what}: ${disruption.about}`, now);
  return { disruption, told };
}

/** Faults of the substitutes named: not a lesson of the absent, somebody not free, one teacher twice at a time. */
async function substituteProblems(
  tx: ReadTx,
  school: School,
  year: YearRow,
  wish: DisruptionWish,
  days: SchoolDays,
  open: readonly OpenLesson[],
): Promise<Problem[]> {
  const { away, room } = await staffRoomOf(tx, school, year, wish.fromDay, wish.toDay, days);
  for (const day of daysBetween(wish.fromDay, wish.toDay)) away.add(`${wish.staffId} ${day}`);
  const taken = new Set(room.taken);
  return wish.substitutes.flatMap(({ lessonId, day, staffId }, index): Problem[] => {
    const path = `substitutes.${index}`;
    const one = open.find(({ lesson, day: own }) => lesson.id === lessonId && own === day);
    if (!one)
      return [{ path, message: 'Tiết này không phải của giáo viên vắng trong ngày đó. Hãy đề xuất lại.' }];
    const [proposal] = proposeSubstitutes(days.ground!, days.lessonsOn.get(day)!, [one], away, {
      ...room,
      taken,
    });
    const free = proposal?.candidates.some((candidate) => candidate.staffId === staffId);
    for (const slot of slotsTaken(one.lesson.at!, one.lesson.duration))
      taken.add(`${staffId} ${day} ${slotKey(slot)}`);
    const name = days.ground!.teachers.find(({ id }) => id === staffId)?.name ?? 'Người dạy thay';
    return free
      ? []
      : [
          {
            path,
            message: `${name} không trống khi có ${lessonName(days.ground!, one.lesson)} ngày ${formatDate(day)}. Hãy chọn người khác.`,
          },
        ];
  });
}

async function tell(
  tx: WriteTx,
  actor: Actor,
  school: School,
  disruption: Disruption,
  changes: readonly Pick<DayChange, 'lessonId' | 'staffId'>[],
  title: string,
  now: Date,
): Promise<number> {
  const accounts = await listConcerned(
    tx,
    [...new Set(changes.map(({ lessonId }) => lessonId))],
    [...new Set(changes.flatMap(({ staffId }) => (staffId ? [staffId] : [])))],
    disruption.kind !== 'teacherAway',
  );
  const others = accounts.filter((account) => account !== actor.accountId);
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
  return others.length;
}

async function holdDisruption(tx: ReadTx, actor: Actor, id: string) {
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

/** The timetable holds again from a day on. @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, badDisruption, schoolOutOfReach */
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
  const lessonIds = await end(tx, id, input);
  if (!lessonIds) throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const after = (await selectDisruptionOptional(tx, id))!;
  const changes = lessonIds.map((lessonId) => ({ lessonId, staffId: null }));
  const title = `Trở lại thời khoá biểu thường ngày từ ${formatDate(input.fromDay)}: ${after.about}`;
  return { disruption: after, told: await tell(tx, actor, school, after, changes, title, now) };
}

/**
 * Lays lost lessons in the earliest periods in which their classes and teachers are free, after the disruption and after today, until
 * a day; at most as many periods a day as the limits allow (CUR-12).
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, nothingPublished, schoolOutOfReach
 */
export async function makeUpLessons(
  tx: WriteTx,
  actor: Actor,
  id: string,
  input: { version: number; untilDay: string },
  now: Date,
): Promise<{ disruption: Disruption; placed: number; left: number; told: number }> {
  const { disruption, school, year } = await holdDisruption(tx, actor, id);
  if (disruption.version !== input.version)
    throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const last = disruption.endedOn ?? disruption.toDay;
  const today = localDate(now);
  const from = [last, today].sort().at(-1)!;
  const days = await readSchoolDays(tx, school, year, from, input.untilDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const { ground } = days;
  const [cancelled, before] = await Promise.all([
    listCancelled(tx, id),
    readSchoolDays(tx, school, year, disruption.fromDay, disruption.toDay),
  ]);
  const { away } = await staffRoomOf(tx, school, year, from, input.untilDay, days);
  const lessons = new Map([...before.lessonsOn.values()].flat().map((lesson) => [lesson.id, lesson]));
  const busy = new Set<string>();
  const load = new Map<string, number>();
  const occupy = (lesson: Pick<Lesson, 'classIds' | 'staffIds'>, day: string, slots: readonly number[]) => {
    for (const who of [...lesson.classIds, ...lesson.staffIds])
      for (const slot of slots) busy.add(`${who} ${day} ${slot}`);
    for (const who of lesson.classIds)
      load.set(`${who} ${day}`, (load.get(`${who} ${day}`) ?? 0) + slots.length);
  };
  for (const { lesson, day } of days.open)
    occupy(lesson, day, slotsTaken(lesson.at!, lesson.duration).map(slotKey));
  for (const change of await listChanges(tx, school.id, from, input.untilDay)) {
    const lesson =
      [...days.lessonsOn.values()].flat().find((one) => one.id === change.lessonId) ??
      lessons.get(change.lessonId);
    if (lesson && change.madeUp)
      occupy(lesson, change.madeUp.day, [
        slotKey({
          weekday: weekdayOf(change.madeUp.day),
          half: change.madeUp.half,
          period: change.madeUp.period,
        }),
      ]);
  }
  const shut = new Set(
    ground.wishes.filter(({ wish }) => wish === 'closed').map(({ id: who, at }) => `${who} ${slotKey(at)}`),
  );
  const candidates = daysBetween(from, input.untilDay).filter((day) => day > from && days.lessonsOn.has(day));
  const placed = cancelled.flatMap(({ changeId, lessonId }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson) return [];
    for (const day of candidates) {
      const weekday = weekdayOf(day);
      if (weekday > 6 || lesson.staffIds.some((who) => away.has(`${who} ${day}`))) continue;
      if (
        lesson.classIds.some(
          (who) => (load.get(`${who} ${day}`) ?? 0) + lesson.duration > ground.limits.periodsPerDay,
        )
      )
        continue;
      for (const { half, period } of ground.frame.bells) {
        const slots = slotsTaken({ weekday, half, period }, lesson.duration);
        const fits = slots.every(
          (slot) =>
            ground.frame.bells.some((bell) => bell.half === slot.half && bell.period === slot.period) &&
            [...lesson.classIds, ...lesson.staffIds].every(
              (who) => !busy.has(`${who} ${day} ${slotKey(slot)}`) && !shut.has(`${who} ${slotKey(slot)}`),
            ),
        );
        if (!fits) continue;
        occupy(lesson, day, slots.map(slotKey));
        return [{ changeId, lessonId, day, half, period }];
      }
    }
    return [];
  });
  await makeUp(tx, id, placed);
  const after = (await selectDisruptionOptional(tx, id))!;
  const told = await tell(
    tx,
    actor,
    school,
    after,
    placed.map(({ lessonId }) => ({ lessonId, staffId: null })),
    `Dạy bù ${placed.length} tiết: ${after.about}`,
    now,
  );
  return { disruption: after, placed: placed.length, left: cancelled.length - placed.length, told };
}

import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import { listAway, listChanges, listQualifications, listStoodIn } from '../data/disruptions.ts';
import type { School, YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import {
  type DayChange,
  daysBetween,
  heldLessons,
  type Lesson,
  lessonName,
  slotKey,
  teachersOf,
  withoutTeacher,
} from '../rules/index.ts';
import { type Proposal, proposeSubstitutes, type StaffRoom } from '../rules/substitution.ts';
import { checkDays, type Wanted, writablePlace } from './place.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays, type SchoolDays } from './school-days.ts';

interface Absence {
  readonly staffId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

/** Who could stand in while a teacher is away: qualified for what, busy when, standing in how often so far. */
async function staffRoomOf(
  tx: ReadTx,
  school: School,
  year: YearRow,
  { staffId, fromDay, toDay }: Absence,
  { ground, lessonsOn, takenOn }: SchoolDays,
  changes: readonly DayChange[],
): Promise<StaffRoom> {
  const [stoodIn, qualifications, away] = await Promise.all([
    listStoodIn(tx, school.id, year.id),
    listQualifications(tx, school.id),
    listAway(tx, school.id, fromDay, toDay),
  ]);
  for (const day of daysBetween(fromDay, toDay)) away.add(`${staffId} ${day}`);
  const gradeOf = new Map(ground?.classes.map(({ id, grade }) => [id, grade]));
  const qualified = (id: string, lesson: Lesson) => {
    const level = (gradeOf.get(lesson.classIds[0] ?? '') ?? 6) <= 9 ? 'lower' : 'upper';
    return ['', lesson.strand].some((strand) =>
      qualifications.has(`${id} ${lesson.subjectCode} ${strand} ${level}`),
    );
  };
  const taught = [...new Set(lessonsOn.values())].flat();
  const others = await lessonsMadeUpFromElsewhere(tx, { lessonsOn }, changes);
  return { away, qualified, stoodIn, taught, takenOn, held: heldLessons(lessonsOn, changes, others) };
}

export interface CoverProposal extends Proposal {
  /** Who holds the lesson when nobody stands in: then somebody may, but nobody is proposed. */
  readonly heldBy: readonly string[];
}

/** Proposals for the lessons of a teacher on days that somebody may stand in for; not for those that are held elsewhere. */
async function proposalsFor(
  tx: ReadTx,
  school: School,
  year: YearRow,
  absence: Absence,
  days: SchoolDays,
): Promise<CoverProposal[]> {
  const { staffId } = absence;
  const changes = await listChanges(tx, school.id, absence.fromDay, absence.toDay);
  const room = await staffRoomOf(tx, school, year, absence, days, changes);
  const known = new Map(changes.map((change) => [`${change.lessonId} ${change.day}`, change]));
  const open = days.open.flatMap(({ lesson, day }) => {
    const before = known.get(`${lesson.id} ${day}`);
    if (before?.to || !lesson.staffIds.includes(staffId) || lesson.classIds.length === 0) return [];
    const change = withoutTeacher(lesson, day, before, { staffId, standInId: null });
    return [{ lesson, day, heldBy: teachersOf(lesson, change) }];
  });
  const proposed = (some: typeof open) =>
    proposeSubstitutes(days.ground!, some, room).map((one, index) => ({
      ...one,
      heldBy: some[index]!.heldBy,
    }));
  // Those that fall away otherwise have the choice of everybody.
  const needed = proposed(open.filter(({ heldBy }) => heldBy.length === 0));
  const welcome = proposed(open.filter(({ heldBy }) => heldBy.length > 0));
  return [...needed, ...welcome.map((one) => ({ ...one, chosen: undefined }))].sort(
    (one, other) => one.day.localeCompare(other.day) || slotKey(one.lesson.at!) - slotKey(other.lesson.at!),
  );
}

/**
 * Who could stand in for a teacher on days, and who is proposed; saves nothing.
 * @throws Refusal timetable.nothingPublished, badDisruption, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function proposeFor(
  tx: ReadTx,
  actor: Actor,
  asked: Wanted & Absence,
): Promise<{ proposals: CoverProposal[]; days: SchoolDays }> {
  const { school, year } = await writablePlace(tx, actor, asked);
  checkDays(asked.fromDay, asked.toDay);
  const days = await readSchoolDays(tx, school, year, asked.fromDay, asked.toDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  return { proposals: await proposalsFor(tx, school, year, asked, days), days };
}

/** Faults of the substitutes named: not a lesson of the absent, somebody not free, one teacher twice at a time. */
export async function substituteProblems(
  tx: ReadTx,
  place: { readonly school: School; readonly year: YearRow },
  absence: Absence & {
    readonly substitutes: readonly { lessonId: string; day: string; staffId: string }[];
  },
  days: SchoolDays,
): Promise<Problem[]> {
  const ground = days.ground!;
  const found = await proposalsFor(tx, place.school, place.year, absence, days);
  const proposals = new Map(found.map((one) => [`${one.lesson.id} ${one.day}`, one]));
  const given: { staffId: string; day: string; lesson: Lesson }[] = [];
  return absence.substitutes.flatMap(({ lessonId, day, staffId }, index): Problem[] => {
    const path = `substitutes.${index}`;
    const one = proposals.get(`${lessonId} ${day}`);
    if (!one)
      return [{ path, message: 'Tiết này không phải của giáo viên vắng trong ngày đó. Hãy đề xuất lại.' }];
    const free =
      one.candidates.some((candidate) => candidate.staffId === staffId) &&
      !given.some(
        (other) => other.staffId === staffId && other.day === day && overlap(other.lesson, one.lesson),
      );
    given.push({ staffId, day, lesson: one.lesson });
    if (free) return [];
    const name = ground.teachers.find(({ id }) => id === staffId)?.name ?? 'Người dạy thay';
    return [
      {
        path,
        message: `${name} không trống khi có ${lessonName(ground, one.lesson)} ngày ${formatDate(day)}. Hãy chọn người khác.`,
      },
    ];
  });
}

function overlap(one: Lesson, other: Lesson): boolean {
  const [first, second] = [one.at!, other.at!];
  return (
    first.half === second.half &&
    first.period < second.period + other.duration &&
    second.period < first.period + one.duration
  );
}

import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import { listAway, listChanges, listQualifications, listStandsIn, listStoodIn } from '../data/disruptions.ts';
import type { School, YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import {
  daysBetween,
  type HeldLesson,
  isHeld,
  type LaidLesson,
  type Lesson,
  laidLessons,
  lessonName,
  slotKey,
  teachersOf,
  withoutTeacher,
} from '../rules/index.ts';
import { type OpenLesson, type Proposal, proposeSubstitutes, type StaffRoom } from '../rules/substitution.ts';
import { checkDays, type Wanted, writablePlace } from './place.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays, type SchoolDays } from './school-days.ts';

export interface Absence {
  readonly staffId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

/** A lesson that somebody cannot hold. */
export interface LeftPlace extends LaidLesson {
  /** The teacher of the lesson whose place is left: the absent, or whoever the absent was to stand in for. */
  readonly placeId: string;
}

/** Places that a teacher leaves who is away on days, where lessons lie: as their teacher, and as a substitute. */
export async function placesLeft(
  tx: ReadTx,
  school: School,
  absence: Absence,
  laid: readonly LaidLesson[],
): Promise<LeftPlace[]> {
  const { staffId } = absence;
  const standsIn = new Map(
    (await listStandsIn(tx, school.id, absence)).map((one) => [`${one.lessonId} ${one.day}`, one.placeId]),
  );
  return laid.flatMap((one): LeftPlace[] => {
    if (one.lesson.classIds.length === 0) return [];
    if (one.lesson.staffIds.includes(staffId)) return [{ ...one, placeId: staffId }];
    const placeId = one.isElsewhere ? undefined : standsIn.get(keyOf(one));
    return placeId ? [{ ...one, placeId }] : [];
  });
}

/** Names a lesson by the day it hangs on: on one day it may be held twice, once made up. */
const keyOf = ({ lesson, from }: Pick<LaidLesson, 'lesson' | 'from'>) => `${lesson.id} ${from}`;

/** Who could stand in while a teacher is away: qualified for what, busy when, standing in how often so far. */
async function staffRoomOf(
  tx: ReadTx,
  school: School,
  year: YearRow,
  { staffId, fromDay, toDay }: Absence,
  { ground, lessonsOn, takenOn }: SchoolDays,
  held: readonly HeldLesson[],
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
  return { away, qualified, stoodIn, taught, takenOn, held };
}

export type CoverProposal = OpenLesson & Proposal & Pick<LeftPlace, 'from' | 'placeId'>;

/** Proposals for the places that a teacher leaves on days, in the order of time. `laid`: what lies on them. */
async function proposalsFor(
  tx: ReadTx,
  school: School,
  year: YearRow,
  absence: Absence,
  days: SchoolDays,
  laid: readonly LaidLesson[],
): Promise<CoverProposal[]> {
  const left = (await placesLeft(tx, school, absence, laid)).filter(({ isElsewhere }) => !isElsewhere);
  const open = left
    .map(({ lesson, day, from, at, change, placeId }) => {
      const without = withoutTeacher(lesson, from, change, { staffId: placeId, standInId: null });
      return { lesson: { ...lesson, at }, day, from, placeId, heldBy: teachersOf(lesson, without) };
    })
    .sort(
      (one, other) => one.day.localeCompare(other.day) || slotKey(one.lesson.at) - slotKey(other.lesson.at),
    );
  // Whoever stands in for the absent already is free to do so.
  const heldBy = new Map(open.map((one) => [keyOf(one), one.heldBy]));
  const held = laid
    .filter(isHeld)
    .map((one) => ({ ...one, staffIds: heldBy.get(keyOf(one)) ?? one.staffIds }));
  return proposeSubstitutes(days.ground!, open, await staffRoomOf(tx, school, year, absence, days, held));
}

/** What lies on days, changes counted. */
export async function readLaid(
  tx: ReadTx,
  school: School,
  { fromDay, toDay }: Pick<Absence, 'fromDay' | 'toDay'>,
  days: SchoolDays,
): Promise<LaidLesson[]> {
  const changes = await listChanges(tx, school.id, fromDay, toDay);
  return laidLessons(days.lessonsOn, changes, await lessonsMadeUpFromElsewhere(tx, days, changes));
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
  const laid = await readLaid(tx, school, asked, days);
  return { proposals: await proposalsFor(tx, school, year, asked, days, laid), days };
}

/** Faults of the substitutes named: not a lesson of the absent, somebody not free, one teacher twice at a time. */
export async function substituteProblems(
  tx: ReadTx,
  place: { readonly school: School; readonly year: YearRow },
  absence: Absence & {
    readonly substitutes: readonly { lessonId: string; day: string; staffId: string }[];
  },
  days: SchoolDays,
  laid: readonly LaidLesson[],
): Promise<Problem[]> {
  const ground = days.ground!;
  const found = await proposalsFor(tx, place.school, place.year, absence, days, laid);
  const proposals = new Map(found.map((one) => [keyOf(one), one]));
  const given: { staffId: string; day: string; lesson: Lesson }[] = [];
  return absence.substitutes.flatMap(({ lessonId, day, staffId }, index): Problem[] => {
    const path = `substitutes.${index}`;
    const one = proposals.get(`${lessonId} ${day}`);
    if (!one)
      return [{ path, message: 'Tiết này không phải của giáo viên vắng trong ngày đó. Hãy đề xuất lại.' }];
    const free =
      one.candidates.some((candidate) => candidate.staffId === staffId) &&
      !given.some(
        (other) => other.staffId === staffId && other.day === one.day && overlap(other.lesson, one.lesson),
      );
    given.push({ staffId, day: one.day, lesson: one.lesson });
    if (free) return [];
    const name = ground.teachers.find(({ id }) => id === staffId)?.name ?? 'Người dạy thay';
    return [
      {
        path,
        message: `${name} không trống khi có ${lessonName(ground, one.lesson)} ngày ${formatDate(one.day)}. Hãy chọn người khác.`,
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

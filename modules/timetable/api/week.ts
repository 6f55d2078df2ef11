import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { AnyRoute } from '#platform/http';
import { programmeOfYear } from '#reference/curriculum-2018';
import { placeOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { listChanges } from '../data/disruptions.ts';
import { listFeedClasses } from '../data/feed.ts';
import { selectOwnStaffId } from '../data/place.ts';
import { listLessons, listLessonsById, selectOfWeekOptional } from '../data/timetables.ts';
import {
  type LearnerPlace,
  listLearnerPlaces,
  selectNamesForLearners,
  selectNamesForStaff,
} from '../data/week.ts';
import { defaultBells, type Lesson, lessonsIn, weekLetter, weekOn, weeksOf } from '../rules/index.ts';
import { headerShape, lessonShape } from './shapes.ts';

/** Of the groups of their classes pupils have those they sit in; a guardian finds each in the class of that child. */
function ofLearners(lesson: Lesson, places: readonly LearnerPlace[]): Lesson[] {
  if (lesson.kind !== 'group') return [lesson];
  const own = places.filter(({ groupIds }) => groupIds.includes(lesson.studyGroupId ?? ''));
  const classIds = lesson.classIds.filter((id) => own.some(({ classId }) => classId === id));
  return classIds.length > 0 ? [{ ...lesson, classIds }] : [];
}

/** The published week, for everybody of a school and above it. */
export const weekRoutes: AnyRoute[] = [
  bind(contract.getWeek, async ({ tx, actor, query, now }) => {
    const { school, year } = await placeOf(tx, query);
    const week = query.week
      ? year.weeks.find(({ number }) => number === query.week)
      : weekOn(year.weeks, localDate(now));
    const timetable = week && (await selectOfWeekOptional(tx, school.id, year.id, week.number));
    const learner = actor.role === 'pupil' || actor.role === 'guardian';
    const [whole, names, myStaffId, feedClassIds, places, everyChange] = await Promise.all([
      timetable ? listLessons(tx, timetable.id) : [],
      timetable
        ? learner
          ? selectNamesForLearners(tx, school.id, timetable.id)
          : selectNamesForStaff(tx, school.id, timetable.id)
        : undefined,
      learner ? null : selectOwnStaffId(tx, actor.accountId),
      learner ? [] : listFeedClasses(tx),
      learner ? listLearnerPlaces(tx) : [],
      week && timetable ? listChanges(tx, school.id, week.startsOn, week.endsOn) : [],
    ]);
    const all = learner ? whole.flatMap((lesson) => ofLearners(lesson, places)) : whole;
    const weekA = names?.weekA ?? 'odd';
    const own = week ? lessonsIn(all, weeksOf(week.number)) : [];
    const known = new Set(own.map(({ id }) => id));
    const mine = new Set(all.map(({ id }) => id));
    const notMine = new Set(whole.flatMap(({ id }) => (mine.has(id) ? [] : [id])));
    const changes = everyChange.filter(({ lessonId }) => !notMine.has(lessonId));
    const lost = changes.map(({ lessonId }) => lessonId).filter((id) => !known.has(id));
    // Made up in this week, though they hang in another: named, without a place of their own.
    const others = (await listLessonsById(tx, lost))
      .flatMap((lesson) => (learner ? ofLearners(lesson, places) : [lesson]))
      .map((lesson) => ({ ...lesson, at: null }));
    const lessons = [...own, ...others];
    const named = new Set(lessons.map(({ id }) => id));
    const takeTurns = all.some(({ weeks }) => weeks);
    const taught = new Set(lessons.map(({ subjectCode }) => subjectCode));
    return {
      school: { id: school.id, name: school.name },
      schoolYear: year.name,
      week: week ?? null,
      weeks: [...year.weeks],
      timetable: timetable ? headerShape(timetable) : null,
      letter: week && takeTurns ? weekLetter(weekA, weeksOf(week.number)) : null,
      frame: { weekA },
      bells: [...(names?.bells ?? defaultBells)],
      classes: [...(names?.classes ?? [])],
      teachers: [...(names?.teachers ?? [])],
      rooms: [...(names?.rooms ?? [])],
      subjects: programmeOfYear(year.name)
        .subjects.filter(({ code }) => taught.has(code))
        .map(({ code, name, shortName, strands }) => ({
          code,
          name,
          shortName,
          strands: strands.map((strand) => ({ code: strand.code, name: strand.name })),
        })),
      lessons: lessons.map(lessonShape),
      myStaffId,
      feedClassIds,
      myClassIds: [...new Set(places.map(({ classId }) => classId))],
      today: localDate(now),
      changes: changes
        .filter(({ lessonId }) => named.has(lessonId))
        .map((change) => ({ ...change, absent: [...change.absent] })),
    };
  }),
];

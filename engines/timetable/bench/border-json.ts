import type { SchoolProblem, SchoolSlot } from '../formats/json/schema.ts';
import type { BorderSchool, SchoolLesson } from './border-school.ts';

/**
 * The generated school in the engine's own form. Required: no clash, no empty periods of classes, days at the other school, sessions, the fixed lessons, at most
 * 7 periods a day, two afternoons, places at noon. Wished: a subject not twice a day, few gaps and few days for teachers.
 */
export function borderJson(school: BorderSchool): SchoolProblem {
  const { days, morning, afternoon, saturday } = school;
  const everybody = { classes: 'all' as const };
  const teachers = { teachers: 'all' as const };
  return {
    version: 1,
    name: `Trường tạo sẵn ${school.classes.length} lớp`,
    week: {
      days: Array.from({ length: days }, (_, day) =>
        day < days - 1
          ? { sessions: [{ periods: morning }, { periods: afternoon }] }
          : { sessions: [{ periods: saturday }, { periods: 0 }] },
      ),
    },
    rooms: school.rooms.map(({ name, kind }) => ({ id: name, kind })),
    teachers: school.teachers.map((id) => ({
      id,
      closed: (school.away.get(id) ?? []).map((day) => ({ day })),
    })),
    classes: school.classes.map((id) => ({ id })),
    lessons: school.lessons.map((lesson, index) => ({
      id: `${index}`,
      subject: lesson.subject,
      teachers: [...lesson.teachers],
      groups: [...lesson.classes],
      duration: lesson.duration,
      tags: [lesson.session],
      starts: startsOf(lesson, school),
      ...(lesson.room && { room: { kind: lesson.room } }),
    })),
    constraints: [
      { type: 'gaps', weight: 'required', who: everybody, per: 'session', max: 0, fromStart: true },
      { type: 'hours', weight: 'required', who: everybody, per: 'day', max: 7 },
      { type: 'presence', weight: 'required', who: everybody, per: 'session', session: 1, max: 2 },
      { type: 'noon', weight: 'required', classes: 'all', max: school.lunchPlaces },
      { type: 'spread', weight: 5, which: { tags: ['morning'] }, minDays: 1 },
      { type: 'spread', weight: 5, which: { tags: ['afternoon'] }, minDays: 1 },
      { type: 'gaps', weight: 1, who: teachers, per: 'week', max: 0 },
      { type: 'presence', weight: 3, who: teachers, per: 'day', max: 5 },
    ],
  };
}

/** Where a lesson may begin: in its session; the fixed lessons of Monday and Saturday are of all classes. */
function startsOf({ fixed, session, duration }: SchoolLesson, school: BorderSchool): SchoolSlot[] {
  if (fixed) return [{ day: fixed[0], session: 0, period: fixed[1] }];
  return Array.from({ length: school.days }, (_, day) => {
    const isLast = day === school.days - 1;
    const many = session === 'morning' ? (isLast ? school.saturday - 1 : school.morning) : school.afternoon;
    const first = day === 0 && session === 'morning' ? 1 : 0;
    const last = isLast && session === 'afternoon' ? 0 : many;
    return Array.from({ length: Math.max(0, last - first - duration + 1) }, (_, at) => ({
      ...{ day, session: session === 'morning' ? 0 : 1, period: first + at },
    }));
  }).flat();
}

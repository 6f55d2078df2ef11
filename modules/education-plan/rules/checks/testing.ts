import { programmeOn } from '#reference/curriculum-2018';
import type { ClassFact, PlanFacts } from '../facts.ts';
import { levelled } from '../frame-texts.ts';
import { draftPeriods, weeklyOfClass } from '../periods.ts';
import type { LessonRow, TestRow } from '../rows.ts';
import { testKinds } from '../settings.ts';
import { spreadWeek } from '../spread-week.ts';

export const programme = programmeOn('2025-10-01');

const day = (offset: number) =>
  new Date(Date.UTC(2025, 8, 8) + offset * 86_400_000).toISOString().slice(0, 10);

/** 35 weeks of a year without breaks, from Monday 8/9/2025. */
const weeks = Array.from({ length: 35 }, (_, at) => ({
  number: at + 1,
  semester: at < 18 ? 1 : 2,
  startsOn: day(at * 7),
  endsOn: day(at * 7 + 6),
}));

export function classFact(grade: number, name: string, more: Partial<ClassFact> = {}): ClassFact {
  return {
    id: `class-${name}`,
    name,
    grade,
    specialisedSubject: null,
    twoSessions: false,
    pupils: 35,
    female: 17,
    ethnic: 30,
    choices: [],
    ...more,
  };
}

/** A plan that keeps every rule, for a lower-secondary school with these classes. */
export function rightPlan(
  classes: readonly ClassFact[] = [6, 7, 8, 9].map((grade) => classFact(grade, `${grade}A`)),
): PlanFacts {
  const periods = draftPeriods(programme, classes);
  const grades = [...new Set(classes.map(({ grade }) => grade))];
  const lessons: LessonRow[] = [];
  const tests: TestRow[] = [];
  for (const row of periods) {
    const subject = { grade: row.grade, subjectCode: row.subjectCode };
    let left = row.semester1 + row.semester2;
    for (let week = 1; left > 0; week += 1, left -= 5) {
      lessons.push({
        ...subject,
        title: `Bài ${week}`,
        periods: Math.min(5, left),
        week,
        requirement: null,
        equipment: null,
        room: null,
      });
    }
    for (const kind of testKinds) {
      tests.push({ ...subject, kind, minutes: 45, week: 9, requirement: null, form: null });
    }
  }
  return {
    schoolKind: 'lowerSecondary',
    classes,
    staff: programme.subjects.map(({ code }) => ({ subjectCode: code, teachers: 20, shares: 20 })),
    managers: 2,
    teachers: 20,
    employees: 3,
    femaleStaff: 12,
    belowStandard: 0,
    classrooms: classes.length,
    subjectRooms: 2,
    year: { name: '2025-2026', startsOn: '2025-08-01', endsOn: '2026-06-30', weeks },
    calendar: {
      lessonsFrom: weeks[0]!.startsOn,
      semester1To: weeks[17]!.endsOn,
      semester2From: weeks[18]!.startsOn,
      lessonsTo: weeks[34]!.endsOn,
    },
    sections: [],
    targets: grades.flatMap((grade) => {
      const pupils = classes.reduce((sum, one) => sum + (one.grade === grade ? one.pupils : 0), 0);
      return levelled.map((result) => ({ grade, label: `${result}: Đạt`, value: pupils, unit: 'học sinh' }));
    }),
    periods,
    dayLoads: spreadWeek(
      grades.map((grade) => {
        const own = classes.filter((one) => one.grade === grade);
        return {
          grade,
          weekly: Math.max(...own.map((one) => weeklyOfClass(programme, periods, one))),
          twoSessions: own.some((one) => one.twoSessions),
          classes: own.length,
        };
      }),
      classes.length,
    ),
    secondSession: [],
    activities: [],
    integratedTopics: [],
    lessons,
    tests,
    teamActivities: [],
  };
}

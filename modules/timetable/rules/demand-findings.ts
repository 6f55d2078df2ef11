import type { Demand, DemandFinding, StudyGroupFact } from './demand.ts';
import { type ClassFact, type Ground, type Lesson, lessonTitle } from './ground.ts';
import { changeOver, hasHalf } from './term-part.ts';
import {
  bothWeeks,
  lessonsIn,
  periodsIn,
  programmePeriods,
  sessionsOf,
  slotName,
  slotsTaken,
  weekLetter,
} from './week.ts';

const links = {
  assignment: '/phan-cong',
  frame: '/thoi-khoa-bieu/thiet-lap?phan=tuan',
  groups: '/khao-sat',
} as const;

/** Subjects whose number of periods a week must change within the weeks of the timetable, each with the week and the two numbers. */
export function changeOvers(ground: Ground, { subjects: needs, span }: Demand): DemandFinding[] {
  const { subjects, classes } = ground;
  if (!span) return [];
  const alternating = new Set(
    ground.subjectRules.filter((rule) => rule.alternates).map((rule) => rule.subjectCode),
  );
  const found = needs.flatMap(({ classId, subjectCode, weekly }) => {
    if (alternating.has(subjectCode) && hasHalf(weekly)) return [];
    const change = changeOver(weekly, span.weeks);
    return change ? [{ classId, subjectCode, ...change }] : [];
  });
  return [
    ...Map.groupBy(
      found,
      ({ subjectCode, laid, then, after }) => `${subjectCode} ${laid} ${then} ${after}`,
    ).values(),
  ].map((own): DemandFinding => {
    const { subjectCode, laid, then, after } = own[0]!;
    const subject = subjects.find(({ code }) => code === subjectCode)?.name ?? subjectCode;
    const names = own.map(({ classId }) => classes.find(({ id }) => id === classId)?.name ?? '');
    const week = span.firstWeek + after;
    return {
      severity: 'note',
      message: `${subject} (${names.join(', ')}): ${laid} tiết một tuần trong ${after} tuần, sau đó ${then} tiết một tuần. Trước tuần ${week}, hãy xếp thời khoá biểu áp dụng từ tuần ${week}.`,
      link: null,
    };
  });
}

/** Subjects taught every other week, each with its classes and both numbers of periods. */
export function alternatingFindings(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const found = lessons.filter(({ weeks, subjectCode }) => weeks && subjectCode);
  return [...Map.groupBy(found, ({ subjectCode, weeks }) => `${subjectCode} ${weeks}`).values()].map(
    (own): DemandFinding => {
      const { subjectCode, weeks } = own[0]!;
      const subject = ground.subjects.find(({ code }) => code === subjectCode)?.name ?? subjectCode;
      const names = own.map(
        ({ classIds }) => ground.classes.find(({ id }) => id === classIds[0])?.name ?? '',
      );
      const letter = weekLetter(ground.frame.weekA, weeks!);
      return {
        severity: 'note',
        message: `${subject} (${names.join(', ')}): một tiết chỉ học tuần ${letter} (tuần ${weeks === 'odd' ? 'lẻ' : 'chẵn'} của năm học).`,
        link: null,
      };
    },
  );
}

/** What of a class cannot be laid: no subjects, no half days, more periods than these have, an event outside of them. */
export function classFindings(
  ground: Ground,
  schoolClass: ClassFact,
  subjects: number,
  lessons: readonly Lesson[],
): DemandFinding[] {
  const sessions = [...sessionsOf(ground.frame, schoolClass.grade).values()];
  const room = programmePeriods(ground.frame.sessions, schoolClass.grade);
  const own = lessons.filter((lesson) => lesson.session === 1 && lesson.classIds.includes(schoolClass.id));
  // Groups of a block run beside each other: they take one period of the class.
  const once = own.filter(
    ({ block }, index) => block === null || own.findIndex((one) => one.block === block) === index,
  );
  const wanted = Math.max(...bothWeeks.map((weeks) => periodsIn(once, weeks)));
  const name = `Lớp ${schoolClass.name}`;
  if (subjects === 0) {
    return [
      {
        severity: 'mustFix',
        message: `${name} chưa có môn học nào. Hãy chọn môn cho lớp.`,
        link: '/mon-lua-chon',
      },
    ];
  }
  if (room === 0) {
    return [
      {
        severity: 'mustFix',
        message: `${name}: khối ${schoolClass.grade} chưa có buổi học chính khoá nào trong khung tuần. Hãy khai các buổi học của khối.`,
        link: links.frame,
      },
    ];
  }
  if (wanted > room) {
    return [
      {
        severity: 'mustFix',
        message: `${name} cần ${wanted} tiết chính khoá một tuần, khung tuần của khối ${schoolClass.grade} chỉ có ${room} tiết. Thêm ${wanted - room} tiết vào khung tuần hoặc bớt tiết trong kế hoạch giáo dục.`,
        link: links.frame,
      },
    ];
  }
  return own.flatMap((lesson): DemandFinding[] => {
    if (!lesson.at || lesson.kind !== 'event') return [];
    const { weekday, half } = lesson.at;
    const session = sessions.find((row) => row.weekday === weekday && row.half === half);
    const outside = slotsTaken(lesson.at, lesson.duration).some(
      ({ period }) => session?.session !== 1 || period > session.periods,
    );
    if (!outside) return [];
    return [
      {
        severity: 'mustFix',
        message: `${lesson.title}: ${slotName(lesson.at)} nằm ngoài buổi học chính khoá của ${name}. Hãy đổi giờ hoạt động hoặc khung tuần.`,
        link: links.frame,
      },
    ];
  });
}

/** Lessons nobody is assigned to, gathered by class and subject. */
export function missingTeachers(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const empty = lessons.filter((lesson) => lesson.kind === 'lesson' && lesson.staffIds.length === 0);
  const groups = Map.groupBy(empty, ({ classIds, subjectCode }) => `${classIds[0]} ${subjectCode}`);
  return [...groups.values()].map((group): DemandFinding => {
    const [lesson] = group;
    const schoolClass = ground.classes.find(({ id }) => id === lesson!.classIds[0]);
    const periods = group.reduce((sum, { duration }) => sum + duration, 0);
    return {
      severity: 'warning',
      message: `${schoolClass?.name}, ${lessonTitle(ground, lesson!)}: ${periods} tiết chưa có giáo viên. Vẫn xếp chỗ cho lớp; hãy phân công rồi xếp lại.`,
      link: `${links.assignment}?o=${schoolClass?.id}.${lesson!.subjectCode}`,
    };
  });
}

/** Teachers with more periods than the week has room for. */
export function teacherFindings(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  return ground.teachers.flatMap((teacher): DemandFinding[] => {
    const own = lessons.filter(({ staffIds }) => staffIds.includes(teacher.id));
    if (own.length === 0) return [];
    const closed = ground.wishes.filter(
      ({ of, id, wish }) => of === 'staff' && id === teacher.id && wish === 'closed',
    );
    const taken = ground.taken.filter(({ staffId }) => staffId === teacher.id);
    const open = new Set(
      own.flatMap(({ classIds, session }) =>
        classIds.flatMap((classId) => {
          const grade = ground.classes.find(({ id }) => id === classId)?.grade ?? 0;
          return [...sessionsOf(ground.frame, grade).values()]
            .filter((row) => row.session === session)
            .flatMap(({ weekday, half, periods }) =>
              Array.from({ length: periods }, (_, index) => `${weekday} ${half} ${index + 1}`),
            );
        }),
      ),
    );
    const name = (at: { weekday: number; half: string; period: number }) =>
      `${at.weekday} ${at.half} ${at.period}`;
    for (const { at } of closed) open.delete(name(at));
    const [worst] = bothWeeks
      .map((weeks) => {
        const elsewhere = lessonsIn(taken, weeks).flatMap(({ at, duration }) => slotsTaken(at, duration));
        const left = new Set(open);
        for (const slot of elsewhere) left.delete(name(slot));
        return { load: periodsIn(own, weeks), free: left.size, weeks, elsewhere: elsewhere.length };
      })
      .sort((one, other) => other.load - other.free - (one.load - one.free));
    const { load, free, weeks, elsewhere } = worst!;
    if (load <= free) return [];
    const letter = taken.some((one) => one.weeks) ? ` tuần ${weekLetter(ground.frame.weekA, weeks)}` : '';
    const schools = [...new Set(taken.map(({ school }) => school))].join(', ');
    const away = elsewhere > 0 ? `, sau khi trừ ${elsewhere} tiết${letter} dạy ở ${schools}` : '';
    return [
      {
        severity: 'mustFix',
        message: `${teacher.name} có ${load} tiết nhưng chỉ còn ${free} tiết trong tuần có thể dạy${away}. Mở thêm ${load - free} tiết đang đóng, hoặc chuyển ${load - free} tiết cho người khác.`,
        link: `${links.assignment}?gv=${teacher.id}`,
      },
    ];
  });
}

/** Groups of session 2 without a teacher, or without a half day. */
export function groupFindings(ground: Ground, groups: readonly StudyGroupFact[]): DemandFinding[] {
  return groups.flatMap((group): DemandFinding[] => {
    if (!group.confirmed) return [plannedFinding(ground, group)];
    if (!group.teacherId) {
      return [
        {
          severity: 'warning',
          message: `Nhóm buổi 2 "${group.name}" chưa có giáo viên. Vẫn xếp giờ; hãy chọn giáo viên cho nhóm.`,
          link: links.groups,
        },
      ];
    }
    return gradesWithoutSession2(ground, group).map((grade) => ({
      severity: 'mustFix',
      message: `Nhóm buổi 2 "${group.name}": khối ${grade} không có buổi 2 nào trong khung tuần. Hãy thêm buổi 2 cho khối hoặc bỏ nhóm.`,
      link: links.frame,
    }));
  });
}

/** Grades of a group's pupils that have no half day of session 2. */
export function gradesWithoutSession2(ground: Ground, { classIds }: StudyGroupFact): number[] {
  const grades = new Set(
    classIds.map((classId) => ground.classes.find(({ id }) => id === classId)?.grade ?? 0),
  );
  return [...grades].filter(
    (grade) => ![...sessionsOf(ground.frame, grade).values()].some(({ session }) => session === 2),
  );
}

/** A group that is only planned stops nothing: it is laid where there is a session 2, and not published (CUR-41, Thông tư 29/2024/TT-BGDĐT). */
function plannedFinding(ground: Ground, group: StudyGroupFact): DemandFinding {
  const [grade] = gradesWithoutSession2(ground, group);
  return grade === undefined
    ? {
        severity: 'note',
        message: `Nhóm buổi 2 "${group.name}" còn dự kiến, vẫn được xếp giờ. Hãy duyệt nhóm trước khi công bố: tiết của nhóm chưa duyệt không được công bố.`,
        link: `/nhom-buoi-2/${group.id}`,
      }
    : {
        severity: 'note',
        message: `Nhóm buổi 2 "${group.name}" còn dự kiến, chưa được xếp giờ: khối ${grade} không có buổi 2 nào trong khung tuần.`,
        link: links.frame,
      };
}

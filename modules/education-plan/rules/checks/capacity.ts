import { formatNumber } from '#platform/i18n';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import type { Finding, PlanFacts } from '../facts.ts';
import { rowsOfClass } from '../periods.ts';
import { taughtByAnybody, weeklyNorm } from '../settings.ts';
import { halfWords, weekdayName } from '../words.ts';

export interface StaffNeed {
  readonly subjectCode: string;
  /** Periods a week over all classes, mean of the year. */
  readonly periods: number;
  /** Teachers wanted by the norm, to one decimal. */
  readonly wanted: number;
  /** Teachers there are, a teacher of several subjects counted with a share. */
  readonly present: number;
}

/** Periods a week and teachers by subject against the norm of the kind of school (TT 05/2025; STF-10..13), in the programme's order. */
export function staffNeeds(facts: PlanFacts, programme: Programme): StaffNeed[] {
  const weeks = programme.semesterWeeks[1] + programme.semesterWeeks[2];
  const periods = new Map<string, number>();
  for (const one of facts.classes) {
    for (const row of rowsOfClass(facts.periods, one)) {
      const own = (row.semester1 + row.semester2) / weeks;
      periods.set(row.subjectCode, (periods.get(row.subjectCode) ?? 0) + own);
    }
  }
  const norm = weeklyNorm(facts.schoolKind);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return programme.subjects.flatMap(({ code }) => {
    const own = periods.get(code);
    if (!own) return [];
    const shares = facts.staff.find(({ subjectCode }) => subjectCode === code)?.shares ?? 0;
    return [{ subjectCode: code, periods: tenth(own), wanted: tenth(own / norm), present: tenth(shares) }];
  });
}

/** A subject with too few teachers is told: the school cannot mend it alone, so it needs a written reason (overtime, sharing). */
export function checkStaff(facts: PlanFacts, programme: Programme): Finding[] {
  return staffNeeds(facts, programme)
    .filter((need) => !taughtByAnybody.includes(need.subjectCode) && need.present < need.wanted)
    .map((need) => ({
      rule: 'staffCapacity',
      severity: 'warning',
      place: findSubject(programme, need.subjectCode)?.name ?? need.subjectCode,
      message: `${formatNumber(need.periods)} tiết/tuần cần ${formatNumber(need.wanted)} giáo viên theo định mức ${weeklyNorm(facts.schoolKind)} tiết, đang có ${formatNumber(need.present)}. Mời dạy liên trường, thỉnh giảng hoặc phân công vượt giờ; ghi lí do khi duyệt.`,
    }));
}

/** Classes that learn in the same half day against the classrooms there are (CUR-16). */
export function checkRooms(facts: PlanFacts): Finding[] {
  if (facts.classes.length === 0) return [];
  if (facts.classrooms === 0) {
    return [
      {
        rule: 'rooms',
        severity: 'warning',
        place: 'Toàn trường',
        message: 'Chưa khai phòng học nào nên chưa kiểm tra được. Thêm phòng học ở mục Phòng học.',
      },
    ];
  }
  const classes = Map.groupBy(facts.classes, ({ grade }) => grade);
  const sessions = Map.groupBy(
    facts.dayLoads.filter((row) => row.programme + row.support > 0),
    ({ weekday, half }) => `${weekday} ${half}`,
  );
  const short = [...sessions.values()].flatMap((rows) => {
    const grades = [...new Set(rows.map(({ grade }) => grade))];
    const count = grades.reduce((sum, grade) => sum + (classes.get(grade)?.length ?? 0), 0);
    const [first] = rows;
    return first && count > facts.classrooms ? [{ first, count, grades }] : [];
  });
  const [worst] = short.sort((a, b) => b.count - a.count);
  if (!worst) return [];
  return [
    {
      rule: 'rooms',
      severity: 'mustFix',
      place: `${short.length} buổi, nhiều nhất ${halfWords[worst.first.half]} ${weekdayName(worst.first.weekday)}`,
      message: `${worst.count} lớp (khối ${worst.grades.join(', ')}) cùng học, trường có ${facts.classrooms} phòng học. Chuyển một khối sang buổi khác trong Khung tuần.`,
    },
  ];
}

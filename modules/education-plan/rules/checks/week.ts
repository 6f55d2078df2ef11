import type { Programme } from '#reference/curriculum-2018';
import type { Finding, PlanFacts } from '../facts.ts';
import { gradesOf, weeklyOfClass } from '../periods.ts';
import type { DayLoadRow } from '../rows.ts';
import { overloadPeriodsPerWeek, sessionLimits } from '../settings.ts';
import { halfWords, weekdayName } from '../words.ts';

const total = (rows: readonly DayLoadRow[]) =>
  rows.reduce((sum, row) => sum + row.programme + row.support, 0);

/**
 * The frame of the week of each grade: at most 5 periods a session (CUR-11), 7 a day, 11 sessions a week, at least 5 days when two
 * sessions are taught (CUR-12), the programme never in one session with session 2 (CUR-13), room for the whole programme, no overload
 * (CUR-17).
 */
export function checkWeek(facts: PlanFacts, programme: Programme): Finding[] {
  return gradesOf(facts.classes).flatMap((grade) => {
    const rows = facts.dayLoads.filter((row) => row.grade === grade);
    return [
      ...sessionFindings(grade, rows),
      ...dayFindings(grade, rows),
      ...weekFindings(facts, programme, grade, rows),
    ];
  });
}

function sessionFindings(grade: number, rows: readonly DayLoadRow[]): Finding[] {
  return [...Map.groupBy(rows, ({ weekday, half }) => `${weekday} ${half}`).values()].flatMap((session) => {
    const [first] = session;
    if (!first) return [];
    const place = `Khối ${grade}, ${halfWords[first.half]} ${weekdayName(first.weekday)}`;
    const findings: Finding[] = [];
    if (total(session) > sessionLimits.periodsPerSession) {
      findings.push({
        rule: 'sessionLength',
        severity: 'mustFix',
        place,
        message: `${total(session)} tiết một buổi, nhiều nhất ${sessionLimits.periodsPerSession}. Bớt ${total(session) - sessionLimits.periodsPerSession} tiết ở dòng này của Khung tuần.`,
      });
    }
    if (session.some((row) => row.programme > 0) && session.some((row) => row.support > 0)) {
      findings.push({
        rule: 'mixedSession',
        severity: 'mustFix',
        place,
        message:
          'Buổi này có cả giờ chính khoá và giờ buổi 2. Chuyển một loại sang buổi khác trong Khung tuần.',
      });
    }
    return findings;
  });
}

function dayFindings(grade: number, rows: readonly DayLoadRow[]): Finding[] {
  return [...Map.groupBy(rows, ({ weekday }) => weekday)].flatMap(([weekday, day]) =>
    total(day) <= sessionLimits.periodsPerDay
      ? []
      : [
          {
            rule: 'dayLength',
            severity: 'mustFix',
            place: `Khối ${grade}, ${weekdayName(weekday)}`,
            message: `${total(day)} tiết một ngày, nhiều nhất ${sessionLimits.periodsPerDay}. Bớt ${total(day) - sessionLimits.periodsPerDay} tiết của ngày này trong Khung tuần.`,
          } satisfies Finding,
        ],
  );
}

function weekFindings(
  facts: PlanFacts,
  programme: Programme,
  grade: number,
  rows: readonly DayLoadRow[],
): Finding[] {
  const place = `Khối ${grade}`;
  const findings: Finding[] = [];
  const sessions = new Set(rows.filter((row) => total([row]) > 0).map((row) => `${row.weekday} ${row.half}`));
  if (sessions.size > sessionLimits.sessionsPerWeek) {
    findings.push({
      rule: 'weekSessions',
      severity: 'mustFix',
      place,
      message: `${sessions.size} buổi một tuần, nhiều nhất ${sessionLimits.sessionsPerWeek}. Bỏ bớt buổi trong Khung tuần.`,
    });
  }
  const classes = facts.classes.filter((one) => one.grade === grade);
  const days = new Set([...sessions].map((session) => session[0]));
  if (classes.some((one) => one.twoSessions) && days.size < sessionLimits.daysOfTwoSessions) {
    findings.push({
      rule: 'weekSessions',
      severity: 'mustFix',
      place,
      message: `Học 2 buổi/ngày mà chỉ ${days.size} ngày một tuần, ít nhất ${sessionLimits.daysOfTwoSessions}. Thêm ngày học trong Khung tuần.`,
    });
  }
  const capacity = rows.reduce((sum, row) => sum + row.programme, 0);
  const wanted = Math.ceil(
    Math.max(0, ...classes.map((one) => weeklyOfClass(programme, facts.periods, one))),
  );
  if (capacity < wanted) {
    findings.push({
      rule: 'weekCapacity',
      severity: 'mustFix',
      place,
      message: `Khung tuần có ${capacity} tiết chính khoá, chương trình cần ${wanted} tiết/tuần. Thêm ${wanted - capacity} tiết vào Khung tuần.`,
    });
  }
  if (total(rows) > overloadPeriodsPerWeek.value) {
    findings.push({
      rule: 'overload',
      severity: 'warning',
      place,
      message: `${total(rows)} tiết một tuần, trên mức ${overloadPeriodsPerWeek.value}. Bớt tiết buổi 2 của khối hoặc ghi lí do khi duyệt.`,
    });
  }
  return findings;
}

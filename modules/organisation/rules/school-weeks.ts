import { addDays, isDay, weekdayOf } from './days.ts';

/** Days without lessons, both ends included ('YYYY-MM-DD'). */
export interface SchoolBreak {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** What a department sets for a school year; days are 'YYYY-MM-DD'. */
export interface SchoolWeeksFrame {
  /** Opening day; teaching week 1 starts on this day if it is a Monday, else on the Monday after. */
  readonly opensOn: string;
  readonly semester1Weeks: number;
  readonly semester2Weeks: number;
  readonly breaks: readonly SchoolBreak[];
}

/** Latest days of the national frame; the day itself is already too late. */
export interface SchoolYearLimits {
  readonly semester1EndsBefore: string;
  readonly endsBefore: string;
}

/** A teaching week, Monday to Sunday. */
export interface SchoolWeek {
  /** 1, 2, 3 … through the whole year. */
  readonly number: number;
  readonly semester: 1 | 2;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** First and last teaching day of a semester. */
export interface SemesterSpan {
  readonly number: 1 | 2;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weeks: number;
}

const daysLostForABreakWeek = 3;
const longestBreakDays = 120;

/**
 * The teaching weeks of a school year in order: semester 1, then semester 2, without break weeks.
 * A week is a break week when breaks take three or more of its days Monday to Friday, so that a public
 * holiday of a day or two costs lessons (made up by the school) but no teaching week.
 * Throws RangeError for a frame in which `schoolWeeksProblems` finds something.
 * Source of the 35 weeks (18 + 17): annual frame of the ministry, Decision 2269/QĐ-BGDĐT for 2025-2026.
 */
export function buildSchoolWeeks(frame: SchoolWeeksFrame): SchoolWeek[] {
  const problems = schoolWeeksProblems(frame);
  if (problems.length > 0) throw new RangeError(problems.join(' '));

  const weeks: SchoolWeek[] = [];
  const count = frame.semester1Weeks + frame.semester2Weeks;
  let monday = addDays(frame.opensOn, (8 - weekdayOf(frame.opensOn)) % 7);
  while (weeks.length < count) {
    if (daysLost(monday, frame.breaks) < daysLostForABreakWeek) {
      const number = weeks.length + 1;
      const semester = number <= frame.semester1Weeks ? 1 : 2;
      weeks.push({ number, semester, startsOn: monday, endsOn: addDays(monday, 6) });
    }
    monday = addDays(monday, 7);
  }
  return weeks;
}

function daysLost(monday: string, breaks: readonly SchoolBreak[]): number {
  let lost = 0;
  for (let offset = 0; offset < 5; offset++) {
    const day = addDays(monday, offset);
    if (breaks.some((gap) => gap.from <= day && day <= gap.to)) lost++;
  }
  return lost;
}

/** The two semesters of `weeks` (from `buildSchoolWeeks`), from the first Monday to the last Sunday of each. */
export function semesterSpans(weeks: readonly SchoolWeek[]): SemesterSpan[] {
  return ([1, 2] as const).flatMap((number) => {
    const own = weeks.filter((week) => week.semester === number);
    const [first, last] = [own[0], own.at(-1)];
    return first && last
      ? [{ number, startsOn: first.startsOn, endsOn: last.endsOn, weeks: own.length }]
      : [];
  });
}

/**
 * What is wrong with the dates a person entered, in Vietnamese, empty when all is well.
 * With `limits` also whether the year keeps within the national frame.
 */
export function schoolWeeksProblems(frame: SchoolWeeksFrame, limits?: SchoolYearLimits): string[] {
  const problems: string[] = [];
  if (!isDay(frame.opensOn)) problems.push('Ngày khai giảng không hợp lệ. Nhập ngày, ví dụ 5/9/2025.');
  for (const [semester, weeks] of [
    ['I', frame.semester1Weeks],
    ['II', frame.semester2Weeks],
  ] as const) {
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > 30)
      problems.push(`Số tuần học kì ${semester} phải là số từ 1 đến 30.`);
  }
  for (const gap of frame.breaks) {
    if (!isDay(gap.from) || !isDay(gap.to)) problems.push(`Ngày của đợt nghỉ “${gap.name}” không hợp lệ.`);
    else if (gap.from > gap.to) problems.push(`Đợt nghỉ “${gap.name}” có ngày bắt đầu sau ngày kết thúc.`);
    else if (addDays(gap.from, longestBreakDays) < gap.to)
      problems.push(`Đợt nghỉ “${gap.name}” dài hơn ${longestBreakDays} ngày. Kiểm tra lại ngày kết thúc.`);
  }
  if (problems.length > 0 || !limits) return problems;

  const [first, second] = semesterSpans(buildSchoolWeeks(frame));
  if (first && lastTeachingDay(first) >= limits.semester1EndsBefore)
    problems.push(
      'Học kì I kết thúc muộn hơn khung thời gian của Bộ. Giảm ngày nghỉ hoặc xin phép điều chỉnh.',
    );
  if (second && lastTeachingDay(second) >= limits.endsBefore)
    problems.push('Năm học kết thúc muộn hơn khung thời gian của Bộ. Giảm ngày nghỉ hoặc xin phép kéo dài.');
  return problems;
}

/** Saturday: some schools teach on it, none on Sunday. */
function lastTeachingDay(semester: SemesterSpan): string {
  return addDays(semester.endsOn, -1);
}

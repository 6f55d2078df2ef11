/** Periods of reports: the months, the two semesters and the whole of a school year. Days are 'YYYY-MM-DD'. */

export type PeriodKind = 'month' | 'semester' | 'year';

export interface SchoolYearFrame {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Last day of semester 1. */
  readonly semester1EndsOn: string;
}

export interface Period {
  readonly kind: PeriodKind;
  readonly start: string;
  readonly end: string;
  /** 'tháng 10 năm 2025', 'học kỳ I năm học 2025-2026', 'năm học 2025-2026'. */
  readonly label: string;
  /** Last day to hand the report in. */
  readonly dueOn: string;
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function monthStart(day: string, months = 0): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/**
 * Every period of a school year: months first, in order. The year runs from the first month of school to the month
 * after its last (plans go on to June), so that months, and semesters, divide it without gap or overlap.
 */
export function listPeriods(
  year: SchoolYearFrame,
  dueDays: { readonly month: number; readonly semester: number; readonly year: number },
): Period[] {
  const first = monthStart(year.startsOn);
  const last = shift(monthStart(year.endsOn, 2), -1);
  const months: Period[] = [];
  for (let start = first; start <= last; start = monthStart(start, 1)) {
    const end = shift(monthStart(start, 1), -1);
    const [yearOf, month] = start.split('-');
    months.push({
      kind: 'month',
      start,
      end,
      label: `tháng ${Number(month)} năm ${yearOf}`,
      dueOn: shift(end, dueDays.month),
    });
  }
  const semester2 = shift(year.semester1EndsOn, 1);
  const longer: Period[] = [
    {
      kind: 'semester',
      start: first,
      end: year.semester1EndsOn,
      label: `học kỳ I năm học ${year.name}`,
      dueOn: shift(year.semester1EndsOn, dueDays.semester),
    },
    {
      kind: 'semester',
      start: semester2,
      end: last,
      label: `học kỳ II năm học ${year.name}`,
      dueOn: shift(last, dueDays.semester),
    },
    {
      kind: 'year',
      start: first,
      end: last,
      label: `năm học ${year.name}`,
      dueOn: shift(last, dueDays.year),
    },
  ];
  return [...months, ...longer];
}

/** The period of a kind that is due: the last one that has ended, else the first. */
export function duePeriod(periods: readonly Period[], kind: PeriodKind, today: string): Period | undefined {
  const ofKind = periods.filter((period) => period.kind === kind);
  return ofKind.findLast((period) => period.end < today) ?? ofKind[0];
}

/** "Báo cáo kết quả thực hiện nhiệm vụ tháng 10 năm 2025". */
export function reportTitle(period: Period): string {
  return period.kind === 'year'
    ? `Báo cáo tổng kết ${period.label}`
    : `Báo cáo kết quả thực hiện nhiệm vụ ${period.label}`;
}

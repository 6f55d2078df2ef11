export interface SchoolWeekRow {
  readonly number: number;
  readonly semester: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The week of `today` ('YYYY-MM-DD'), else the next one, else the last. */
export function weekOn(weeks: readonly SchoolWeekRow[], today: string): SchoolWeekRow | undefined {
  return weeks.find(({ endsOn }) => endsOn >= today) ?? weeks.at(-1);
}

/**
 * The first of some weeks, in order, that has not begun on `today` ('YYYY-MM-DD'): from which a new timetable is to hold, for a week under
 * way is not changed. When all have begun, the last.
 */
export function firstWeekToCome(weeks: readonly SchoolWeekRow[], today: string): SchoolWeekRow | undefined {
  return weeks.find(({ startsOn }) => startsOn > today) ?? weeks.at(-1);
}

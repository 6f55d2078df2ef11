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

export type TermState = 'open' | 'notYet' | 'over' | 'locked';

/** Whether the marks of a semester may be entered on a day ('YYYY-MM-DD'; both ends of the window count). */
export function termState(
  term: { readonly opensOn: string; readonly closesOn: string; readonly lockedAt: string | null },
  today: string,
): TermState {
  if (term.lockedAt !== null) return 'locked';
  if (today < term.opensOn) return 'notYet';
  return today > term.closesOn ? 'over' : 'open';
}

/** '2026-01-18' → '18/01/2026'. */
export function printedDay(day: string): string {
  return day.split('-').reverse().join('/');
}

import type { operations } from '#api';

type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Board = Answer<'plan.getBoard'>;
export type BoardRow = Board['rows'][number];
export type BoardCellItem = Answer<'plan.listBoardCell'>['items'][number];
export type CalendarMonth = Answer<'plan.getCalendar'>['months'][number];
export type CalendarEntry = CalendarMonth['entries'][number];
export type Indicator = Answer<'plan.listIndicators'>['indicators'][number];

/** '2025-09' → '09/2025'. */
export function monthName(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

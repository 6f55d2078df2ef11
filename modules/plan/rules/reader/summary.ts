import type { PlanDraft, UnitCode } from './draft.ts';
import type { ReadingNote, ReadingProblem } from './source.ts';

/** What an import report says in numbers. */
export interface PlanSummary {
  /** Source paragraphs: non-empty text blocks and non-empty table rows. */
  paragraphs: number;
  /** Paragraphs that are headings, also those that are work themselves. */
  headings: number;
  /** Items: one line of a plan may hold several. */
  duties: number;
  solutions: number;
  calendarEntries: number;
  /** Paragraphs that are neither headings nor work, each with a reason in the draft. */
  notDuty: number;
  /** Paragraphs lost, in whole or in part. 0 or the import must not go on. */
  unaccounted: number;
  /** "2025-08", sorted. */
  months: string[];
  units: UnitCode[];
  problems: ReadingProblem[];
  notes: ReadingNote[];
}

/** Counts a draft. */
export function summarisePlan(draft: PlanDraft): PlanSummary {
  const countKind = (kind: string): number => draft.items.filter((item) => item.kind === kind).length;
  return {
    paragraphs: draft.paragraphCount,
    headings: draft.headings.reduce((total, heading) => total + heading.paragraphOrdinals.length, 0),
    duties: countKind('duty'),
    solutions: countKind('solution'),
    calendarEntries: countKind('calendarEntry'),
    notDuty: draft.notDuty.length,
    unaccounted: draft.unaccounted.length,
    months: [...new Set(draft.calendar.flatMap((month) => month.months))].sort(),
    units: [...new Set(draft.items.flatMap((item) => item.responsible.map((unit) => unit.unit)))].sort(),
    problems: draft.problems,
    notes: draft.notes,
  };
}

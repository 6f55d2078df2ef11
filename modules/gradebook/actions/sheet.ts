import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { findSubject, programmeOfYear, type Subject } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { type Assessment, listAssessments } from '../data/assessments.ts';
import {
  listSheetRows,
  type SheetGround,
  type SheetKey,
  type SheetRow,
  selectSheetGroundOptional,
} from '../data/sheets.ts';
import type { Term } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import { entryDaysAfterSemester, type Place, sheetPlaces, termState } from '../rules/index.ts';

/** A sheet with everything that is asked about it: its columns, its roster, when it is open. */
export interface OpenSheet {
  readonly key: SheetKey;
  readonly ground: SheetGround;
  readonly subject: Subject;
  readonly wanted: readonly Place[];
  readonly columns: ReadonlyMap<Place, Assessment>;
  readonly rows: readonly SheetRow[];
  readonly term: Term;
  readonly state: ReturnType<typeof termState>;
}

/**
 * Reads a sheet in one flight.
 * @throws Refusal gradebook.noSheet: no such class in reach, or it does not learn the subject
 */
export async function openSheet(tx: ReadTx, key: SheetKey, today: string): Promise<OpenSheet> {
  const [ground, rows, said, { days }] = await Promise.all([
    selectSheetGroundOptional(tx, key, today),
    listSheetRows(tx, key, today),
    listAssessments(tx, key),
    settingsOf(tx, { days: entryDaysAfterSemester }),
  ]);
  if (!ground) throw gradebookErrors.noSheet();
  const programme = programmeOfYear(ground.schoolYear);
  const subject = findSubject(programme, key.subjectCode);
  const need = classProgramme(programme, ground, ground.choices).find(
    ({ subjectCode }) => subjectCode === key.subjectCode,
  );
  if (!subject || !need) throw gradebookErrors.noSheet();
  const term = termOf(ground, days);
  return {
    key,
    ground,
    subject,
    wanted: sheetPlaces(subject.judged, assessedPeriods(need.parts)),
    columns: new Map(said.map((one) => [one.place, one])),
    rows,
    term,
    state: termState(term, today),
  };
}

/** Periods a year that decide the number of regular assessments: without topic clusters, which count as one of them (ASM-04, ASM-07). */
export function assessedPeriods(
  parts: readonly { readonly kind: string; readonly periods: number }[],
): number {
  return parts.reduce((sum, { kind, periods }) => sum + (kind === 'topic' ? 0 : periods), 0);
}

function termOf(ground: SheetGround, daysAfter: number): Term {
  return {
    opensOn: ground.opensOn ?? ground.startsOn,
    closesOn: ground.closesOn ?? addDays(ground.endsOn, daysAfter),
    lockedAt: ground.lockedAt,
    note: ground.termNote,
    version: ground.termVersion,
  };
}

/** 'YYYY-MM-DD' so many days later. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

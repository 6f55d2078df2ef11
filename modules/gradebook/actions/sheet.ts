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
import { assessedPeriods, choicesOfPupil } from '../rules/studied.ts';

/** A sheet with everything that is asked about it: its columns, its roster, when it is open. */
export interface OpenSheet {
  readonly key: SheetKey;
  readonly ground: SheetGround;
  readonly subject: Subject;
  readonly wanted: readonly Place[];
  readonly columns: ReadonlyMap<Place, Assessment>;
  readonly rows: readonly SheetRow[];
  /** Pupils of the class who learn another elective instead, and which. */
  readonly elsewhere: readonly { readonly name: string; readonly subjectName: string }[];
  readonly term: Term;
  readonly state: ReturnType<typeof termState>;
}

/**
 * Reads a sheet: of a subject of the class the pupils who learn it; of an elective that some learn instead of one of the class, those.
 * @throws Refusal gradebook.noSheet: no such class in reach, or nobody in it learns the subject
 */
export async function openSheet(tx: ReadTx, key: SheetKey, today: string): Promise<OpenSheet> {
  const [ground, roster, said, { days }] = await Promise.all([
    selectSheetGroundOptional(tx, key, today),
    listSheetRows(tx, key, today),
    listAssessments(tx, key),
    settingsOf(tx, { days: entryDaysAfterSemester }),
  ]);
  if (!ground) throw gradebookErrors.noSheet();
  const programme = programmeOfYear(ground.schoolYear);
  const subject = findSubject(programme, key.subjectCode);
  const { seats } = ground;
  const takers = seats.filter(({ takenCode }) => takenCode === key.subjectCode);
  const need = classProgramme(programme, ground, choicesOfPupil(ground.choices, takers)).find(
    ({ subjectCode }) => subjectCode === key.subjectCode,
  );
  if (!subject || !need) throw gradebookErrors.noSheet();
  const { rows, elsewhere } = thoseWhoLearn(
    roster,
    takers,
    seats.filter(({ ownCode }) => ownCode === key.subjectCode),
  );
  const term = termOf(ground, days);
  return {
    key,
    ground,
    subject,
    wanted: sheetPlaces(subject.judged, assessedPeriods(need.parts)),
    columns: new Map(said.map((one) => [one.place, one])),
    rows,
    elsewhere: elsewhere.map(({ name, takenCode }) => ({
      name,
      subjectName: findSubject(programme, takenCode)?.name ?? takenCode,
    })),
    term,
    state: termState(term, today),
  };
}

/** The pupils of a sheet; and those of a subject of the class who learn another one instead. */
function thoseWhoLearn(
  roster: readonly SheetRow[],
  takers: SheetGround['seats'],
  leavers: SheetGround['seats'],
) {
  const come = new Set(takers.map(({ pupilId }) => pupilId));
  const left = new Map(leavers.map(({ pupilId, takenCode }) => [pupilId, takenCode]));
  return {
    rows: roster.filter(({ pupilId }) => (come.size > 0 ? come.has(pupilId) : !left.has(pupilId))),
    elsewhere: roster.flatMap(({ pupilId, name }) => {
      const takenCode = left.get(pupilId);
      return takenCode ? [{ name, takenCode }] : [];
    }),
  };
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

import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { findSubject, programmeOfYear, type Subject } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { type Assessment, listAssessments } from '../data/assessments.ts';
import {
  listSheetRows,
  type Seat,
  type SheetGround,
  type SheetKey,
  type SheetRow,
  selectSheetGroundOptional,
} from '../data/sheets.ts';
import type { Term } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import { entryDaysAfterSemester, type Place, sheetPlaces, termState } from '../rules/index.ts';
import { assessedPeriods, choicesOfPupil } from '../rules/studied.ts';

/** A pupil in a sheet, and who assesses the pupil: who teaches it the subject (Circular 22/2021). */
export interface AssessedRow extends SheetRow {
  /** Teacher of the elective group that the pupil learns the subject in; null: whoever is assigned it in the class. */
  readonly groupTeacher: string | null;
  /** Strands in which the person asking assesses the pupil ('' the whole subject); empty: somebody else does. */
  readonly mine: readonly string[];
}

/** A sheet with everything that is asked about it: its columns, its roster, when it is open. */
export interface OpenSheet {
  readonly key: SheetKey;
  readonly ground: SheetGround;
  readonly subject: Subject;
  readonly wanted: readonly Place[];
  readonly columns: ReadonlyMap<Place, Assessment>;
  readonly rows: readonly AssessedRow[];
  /** Strands in which the person asking assesses any pupil of it; of a sheet without pupils, those assigned. */
  readonly mine: readonly string[];
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
  const takers = ground.seats.filter((seat) => isElsewhere(seat) && seat.takenCode === key.subjectCode);
  const need = classProgramme(programme, ground, choicesOfPupil(ground.choices, takers)).find(
    ({ subjectCode }) => subjectCode === key.subjectCode,
  );
  if (!subject || !need) throw gradebookErrors.noSheet();
  const { rows, elsewhere } = thoseWhoLearn(roster, ground, key.subjectCode);
  const term = termOf(ground, days);
  return {
    key,
    ground,
    subject,
    wanted: sheetPlaces(subject.judged, assessedPeriods(need.parts)),
    columns: new Map(said.map((one) => [one.place, one])),
    rows,
    mine: rows.length === 0 ? ground.assigned : [...new Set(rows.flatMap(({ mine }) => mine))],
    elsewhere: elsewhere.map(({ name, takenCode }) => ({
      name,
      subjectName: findSubject(programme, takenCode)?.name ?? takenCode,
    })),
    term,
    state: termState(term, today),
  };
}

const isElsewhere = ({ ownCode, takenCode }: Seat): boolean => ownCode !== takenCode;

/** The pupils of a sheet; and those of a subject of the class who learn another one instead. */
function thoseWhoLearn(
  roster: readonly SheetRow[],
  { seats, assigned }: SheetGround,
  subjectCode: string,
): { rows: AssessedRow[]; elsewhere: { name: string; takenCode: string }[] } {
  const come = new Map(
    seats.filter(({ takenCode }) => takenCode === subjectCode).map((seat) => [seat.pupilId, seat]),
  );
  const left = new Map(
    seats.filter(({ takenCode }) => takenCode !== subjectCode).map((seat) => [seat.pupilId, seat]),
  );
  // An elective that the class does not take has only those who came to it.
  const onlyWhoCame = [...come.values()].some(isElsewhere);
  return {
    rows: roster
      .filter(({ pupilId }) => (onlyWhoCame ? come.has(pupilId) : !left.has(pupilId)))
      .map((row) => {
        const seat = come.get(row.pupilId);
        const groupTeacher = seat?.teacher ?? null;
        return { ...row, groupTeacher, mine: groupTeacher === null ? assigned : seat?.mine ? [''] : [] };
      }),
    elsewhere: roster.flatMap(({ pupilId, name }) => {
      const seat = left.get(pupilId);
      return seat ? [{ name, takenCode: seat.takenCode }] : [];
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

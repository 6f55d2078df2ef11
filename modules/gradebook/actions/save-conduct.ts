import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { listBook } from '../data/class-book.ts';
import { writeConduct } from '../data/conduct.ts';
import { gradebookErrors } from '../errors.ts';
import { printedDay, type ResultLevel, termState } from '../rules/index.ts';
import { wholeClass } from './class-results.ts';
import { placeOf, termOfSchool } from './place.ts';

export interface ConductChange {
  readonly pupilId: string;
  readonly level: ResultLevel | null;
  readonly comment: string | null;
  /** Version of the pupil's conduct as seen; 0: none. */
  readonly version: number;
}

/**
 * The homeroom teacher sets conduct and comment of pupils for a semester (Điều 8), while the semester is open.
 * @throws Refusal gradebook.noSheet, notHomeroom, locked, windowClosed, pupilNotHere, changedMeanwhile
 */
export async function saveConduct(
  tx: WriteTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  classId: string,
  semester: 1 | 2,
  changes: readonly ConductChange[],
): Promise<{ saved: number }> {
  const schoolClass = await wholeClass(tx, actor, classId);
  if (!schoolClass.led) throw gradebookErrors.notHomeroom();
  const { school, year } = await placeOf(tx, {
    schoolId: schoolClass.unitId,
    schoolYear: schoolClass.schoolYear,
  });
  const term = await termOfSchool(tx, { school, year }, semester);
  const state = termState(term, localDate(now));
  if (state === 'locked') throw gradebookErrors.locked();
  if (state !== 'open')
    throw gradebookErrors.windowClosed(printedDay(term.opensOn), printedDay(term.closesOn));
  const book = new Map((await listBook(tx, [classId])).map((pupil) => [pupil.pupilId, pupil]));
  const rows = changes.map((change) => {
    const pupil = book.get(change.pupilId);
    if (!pupil) throw gradebookErrors.pupilNotHere();
    const own = {
      pupilId: pupil.pupilId,
      semester1: pupil.conduct1,
      semester2: pupil.conduct2,
      afterSummer: pupil.conductAfterSummer,
      comment1: pupil.comment1,
      comment2: pupil.comment2,
      version: change.version,
    };
    const comment = change.comment?.trim() || null;
    return semester === 1
      ? { ...own, semester1: change.level, comment1: comment }
      : { ...own, semester2: change.level, comment2: comment };
  });
  const written = await writeConduct(tx, schoolClass, rows);
  const stale = changes.filter(({ pupilId }) => !written.has(pupilId));
  if (stale.length > 0) {
    const current = stale.map(({ pupilId }) => {
      const pupil = book.get(pupilId);
      return { pupilId, level: (semester === 1 ? pupil?.conduct1 : pupil?.conduct2) ?? null };
    });
    throw gradebookErrors.changedMeanwhile(stale, current);
  }
  return { saved: changes.length };
}

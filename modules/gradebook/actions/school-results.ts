import { listClassesWithChoices } from '#modules/curriculum';
import type { ReadTx } from '#platform/db';
import { type BookPupil, listBook } from '../data/class-book.ts';
import { type AssessedSubject, type PupilResults, pupilResults } from '../rules/index.ts';
import { assessedSubjects, bookOf } from './class-results.ts';

export interface ResultsOfClass {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly subjects: readonly AssessedSubject[];
  readonly pupils: readonly (BookPupil & { readonly results: PupilResults })[];
}

/** Results of every class of a school in a year, computed from the marks as they are now; two queries, however many classes. */
export async function schoolResults(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<ResultsOfClass[]> {
  const classes = await listClassesWithChoices(tx, [unitId], schoolYearId);
  const ids = classes.map(({ classId }) => classId);
  const book = Map.groupBy(await listBook(tx, ids), ({ classId }) => classId);
  return classes.map((one) => {
    const subjects = assessedSubjects(one.schoolYear, one);
    const pupils = (book.get(one.classId) ?? []).map((pupil) => ({
      ...pupil,
      results: pupilResults(subjects, bookOf(pupil)),
    }));
    return { classId: one.classId, className: one.name, grade: one.grade, subjects, pupils };
  });
}

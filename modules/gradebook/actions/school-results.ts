import { listClassesWithChoices } from '#modules/curriculum';
import type { ReadTx } from '#platform/db';
import { listBook } from '../data/class-book.ts';
import { type ClassResults, resultsOf } from './class-results.ts';

export interface ResultsOfClass extends Pick<ClassResults, 'subjects' | 'pupils'> {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
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
  return classes.map((one) => ({
    ...{ classId: one.classId, className: one.name, grade: one.grade },
    ...resultsOf(one.schoolYear, one, book.get(one.classId) ?? []),
  }));
}

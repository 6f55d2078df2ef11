import { listClassesWithChoices } from '#modules/curriculum';
import type { WriteTx } from '#platform/db';
import { listBook } from '../data/class-book.ts';
import { replaceFigures } from '../data/figures.ts';
import { classFigures, pupilResults } from '../rules/index.ts';
import { assessedSubjects, bookOf } from './class-results.ts';

/** Computes the results of every pupil of a school in a year anew and keeps what they count up to. Gives the number of pupils. */
export async function computeFigures(
  tx: WriteTx,
  at: { readonly unitId: string; readonly schoolYearId: string; readonly now: Date },
): Promise<{ pupils: number }> {
  const classes = await listClassesWithChoices(tx, [at.unitId], at.schoolYearId);
  const book = Map.groupBy(
    await listBook(
      tx,
      classes.map(({ classId }) => classId),
    ),
    ({ classId }) => classId,
  );
  const figures = classes.map((one) => {
    const subjects = assessedSubjects(one.schoolYear, one);
    const results = (book.get(one.classId) ?? []).map((pupil) => pupilResults(subjects, bookOf(pupil)));
    return { classId: one.classId, ...classFigures(subjects, results) };
  });
  await replaceFigures(tx, at, {
    classes: figures.flatMap(({ classId, classes: list }) => list.map((one) => ({ ...one, classId }))),
    subjects: figures.flatMap(({ classId, subjects: list }) => list.map((one) => ({ ...one, classId }))),
  });
  return { pupils: [...book.values()].reduce((sum, pupils) => sum + pupils.length, 0) };
}

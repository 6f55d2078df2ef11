import type { WriteTx } from '#platform/db';
import { replaceFigures } from '../data/figures.ts';
import { classFigures } from '../rules/index.ts';
import { schoolResults } from './school-results.ts';

/** Computes the results of every pupil of a school in a year anew and keeps what they count up to. Gives the number of pupils. */
export async function computeFigures(
  tx: WriteTx,
  at: { readonly unitId: string; readonly schoolYearId: string; readonly now: Date },
): Promise<{ pupils: number }> {
  const classes = await schoolResults(tx, at.unitId, at.schoolYearId);
  const figures = classes.map(({ classId, subjects, pupils }) => ({
    classId,
    ...classFigures(
      subjects,
      pupils.map(({ results }) => results),
    ),
  }));
  await replaceFigures(tx, at, {
    classes: figures.flatMap(({ classId, classes: list }) => list.map((one) => ({ ...one, classId }))),
    subjects: figures.flatMap(({ classId, subjects: list }) => list.map((one) => ({ ...one, classId }))),
  });
  return { pupils: classes.reduce((sum, { pupils }) => sum + pupils.length, 0) };
}

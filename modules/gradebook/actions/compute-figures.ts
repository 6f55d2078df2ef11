import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { listTraits, replaceEquity } from '../data/equity.ts';
import { replaceFigures } from '../data/figures.ts';
import { classFigures, equityFigures } from '../rules/index.ts';
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
  const traits = await listTraits(tx, { ...at, today: localDate(at.now) });
  const equity = classes.flatMap(({ classId, subjects, pupils }) => {
    const known = pupils.flatMap(({ pupilId, results }) => {
      const own = traits.get(pupilId);
      return own ? [{ traits: own, results }] : [];
    });
    return equityFigures(subjects, known).map((figure) => ({ ...figure, classId }));
  });
  await replaceEquity(tx, at, equity);
  return { pupils: classes.reduce((sum, { pupils }) => sum + pupils.length, 0) };
}

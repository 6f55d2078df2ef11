import type { WriteTx } from '#platform/db';
import { type Assessment, listAssessments, writeAssessment } from '../data/assessments.ts';
import type { SheetKey } from '../data/sheets.ts';
import { gradebookErrors } from '../errors.ts';
import { refuseClosed, teachesStrand } from './save-cells.ts';
import { openSheet } from './sheet.ts';

/**
 * Says what a column of a sheet was: form, title, day, strand.
 * @throws Refusal gradebook.noSheet, notAssigned, locked, windowClosed, badStrand, changedMeanwhile
 */
export async function keepAssessment(
  tx: WriteTx,
  key: SheetKey,
  assessment: Assessment,
  today: string,
): Promise<{ version: number }> {
  const sheet = await openSheet(tx, key, today);
  refuseClosed(sheet);
  const { subject, ground, mine, wanted } = sheet;
  const { strand, place, form } = assessment;
  const problems = [
    ...(wanted.includes(place) ? [] : [{ path: 'place', message: 'Môn này không có cột điểm đó.' }]),
    ...(strand === '' || subject.strands.some(({ code }) => code === strand)
      ? []
      : [{ path: 'strand', message: 'Môn này không có phân môn đó.' }]),
    ...(teachesStrand(mine, strand)
      ? []
      : [{ path: 'strand', message: 'Bạn không dạy phân môn này ở lớp.' }]),
    ...(form === 'topicCluster' && !place.startsWith('regular')
      ? [{ path: 'form', message: 'Chuyên đề học tập tính là một lần đánh giá thường xuyên.' }]
      : []),
  ];
  if (problems.length > 0) throw gradebookErrors.badStrand(problems);
  const version = await writeAssessment(tx, ground, key, assessment);
  if (version !== undefined) return { version };
  const current = (await listAssessments(tx, key)).find((one) => one.place === place);
  throw gradebookErrors.changedMeanwhile(assessment, current ?? null);
}

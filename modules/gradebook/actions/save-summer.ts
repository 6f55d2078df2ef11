import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import { writeConduct } from '../data/conduct.ts';
import { writeRetests } from '../data/retests.ts';
import { gradebookErrors } from '../errors.ts';
import { type ResultLevel, readResult } from '../rules/index.ts';
import { classResults } from './class-results.ts';

/**
 * What a pupil reached in summer: re-tests in the subjects open to one (ASM-22), or conduct judged anew after the training (ASM-21). It counts
 * for promotion only; the results of the year stay.
 * @throws Refusal gradebook.noSheet, pupilNotHere, badCells, changedMeanwhile
 */
export async function saveSummer(
  tx: WriteTx,
  actor: Actor,
  classId: string,
  given: {
    readonly pupilId: string;
    /** Day of the re-tests, between the end of the school year and that of the calendar year. */
    readonly heldOn: string | null;
    readonly retests: readonly { readonly subjectCode: string; readonly value: string }[];
    readonly conduct: ResultLevel | null;
    readonly conductVersion: number;
  },
): Promise<{ afterSummer: 'promoted' | 'retained' | null }> {
  const { schoolClass, subjects, pupils } = await classResults(tx, actor, classId);
  const pupil = pupils.find(({ pupilId }) => pupilId === given.pupilId);
  if (!pupil) throw gradebookErrors.pupilNotHere();
  const { outcome } = pupil.results.year;
  const problems: Problem[] = [];
  if (given.conduct !== null && outcome?.decision !== 'summerTraining') {
    problems.push({ path: 'conduct', message: `${pupil.name} không thuộc diện rèn luyện hè.` });
  }
  const { endsOn } = schoolClass;
  const lastDay = `${endsOn.slice(0, 4)}-12-31`;
  if (given.retests.length > 0 && !(given.heldOn && endsOn < given.heldOn && given.heldOn <= lastDay))
    problems.push({
      path: 'heldOn',
      message: `Chọn ngày kiểm tra lại, sau khi năm học kết thúc (${formatDate(endsOn)}) đến ${formatDate(lastDay)}.`,
    });
  const retests = given.retests.flatMap(({ subjectCode, value }, index) => {
    const subject = subjects.find(({ code }) => code === subjectCode);
    const say = (message: string) => problems.push({ path: `retests.${index}.value`, message });
    if (!subject || !outcome?.retestSubjects.includes(subjectCode)) {
      say(`${pupil.name} không kiểm tra lại môn ${subject?.name ?? subjectCode}.`);
      return [];
    }
    const read = readResult(subject.judged, value);
    if ('fault' in read) say(read.fault);
    else if (read.value === null) say('Hãy ghi kết quả kiểm tra lại.');
    else return [{ subjectCode, value: read.value }];
    return [];
  });
  if (problems.length > 0) throw gradebookErrors.badCells(problems);
  if (given.heldOn)
    await writeRetests(tx, schoolClass, { pupilId: pupil.pupilId, heldOn: given.heldOn }, retests);
  if (given.conduct !== null) {
    const written = await writeConduct(tx, schoolClass, [
      {
        pupilId: pupil.pupilId,
        semester1: pupil.conduct1,
        semester2: pupil.conduct2,
        afterSummer: given.conduct,
        comment1: pupil.comment1,
        comment2: pupil.comment2,
        version: given.conductVersion,
      },
    ]);
    if (written.size === 0) throw gradebookErrors.changedMeanwhile(given.conduct, pupil.conductAfterSummer);
  }
  const after = (await classResults(tx, actor, classId)).pupils.find(
    ({ pupilId }) => pupilId === given.pupilId,
  );
  return { afterSummer: after?.results.year.afterSummer ?? null };
}

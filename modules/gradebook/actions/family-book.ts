import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { listBook, selectBookClassOptional } from '../data/class-book.ts';
import { listAbsencesOfPupil, listRemarks, selectClassOfPupilOptional } from '../data/family-book.ts';
import { selectReleaseOptional } from '../data/release.ts';
import { selectTermOptional } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import {
  cellOf,
  cellText,
  commentText,
  emptyRow,
  marksRelease,
  mostAbsentSessions,
  type PeriodResult,
  placeName,
  printedScore,
  pupilResults,
  type ReleasePolicy,
  releasedOf,
} from '../rules/index.ts';
import { studiedSubjects } from '../rules/studied.ts';
import { bookOf } from './class-results.ts';

/** What a school shows to families: its own decision (version from 1), else the setting of the department (version 0). */
export async function releaseOf(
  tx: ReadTx,
  unitId: string,
): Promise<{ policy: ReleasePolicy; version: number }> {
  const [own, { policy }] = await Promise.all([
    selectReleaseOptional(tx, unitId),
    settingsOf(tx, { policy: marksRelease }),
  ]);
  return own ?? { policy, version: 0 };
}

function valuesOf({ reached }: PeriodResult): Map<string, string> {
  return new Map([
    ...[...reached.scores].map(([code, score]) => [code, printedScore(score)] as const),
    ...[...reached.comments].map(([code, result]) => [code, commentText(result)] as const),
  ]);
}

/**
 * The year of a pupil as the family sees it: marks and results as far as the school releases them (nothing else leaves the server),
 * absences always. Which pupils these are, the policies of the database decide.
 * @throws Refusal gradebook.notYourChild
 */
export async function familyBook(tx: ReadTx, pupilId: string) {
  const at = await selectClassOfPupilOptional(tx, pupilId);
  const schoolClass = at && (await selectBookClassOptional(tx, at.classId));
  if (!schoolClass) throw gradebookErrors.notYourChild();
  const { schoolYearId, unitId } = schoolClass;
  const key = { unitId, schoolYearId };
  const [book, remarks, absences, release, first, second] = await Promise.all([
    listBook(tx, [schoolClass.id]),
    listRemarks(tx, pupilId, schoolYearId),
    listAbsencesOfPupil(tx, pupilId, schoolYearId),
    releaseOf(tx, unitId),
    selectTermOptional(tx, { ...key, semester: 1 }),
    selectTermOptional(tx, { ...key, semester: 2 }),
  ]);
  const pupil = book.find((one) => one.pupilId === pupilId);
  if (!pupil) throw gradebookErrors.notYourChild();
  const subjects = studiedSubjects(schoolClass.schoolYear, schoolClass, pupil.instead);
  const entries = bookOf(pupil);
  const results = pupilResults(subjects, entries);
  const locked = { 1: Boolean(first?.own?.lockedAt), 2: Boolean(second?.own?.lockedAt) };

  const semesterOf = (semester: 1 | 2) => {
    const released = releasedOf(release.policy, locked[semester]);
    const result = semester === 1 ? results.semester1 : results.semester2;
    const rows = semester === 1 ? entries.semester1 : entries.semester2;
    const values = valuesOf(result);
    return {
      semester,
      released,
      subjects: subjects.map(({ code, name, judged, wanted }) => ({
        code,
        name,
        notAssessed: entries.notAssessed.has(code),
        marks: released.marks
          ? wanted.flatMap((place) => {
              const text = cellText(judged, cellOf(rows.get(code) ?? emptyRow, place));
              return text === '' ? [] : [{ name: placeName(place), text }];
            })
          : [],
        average: released.results ? inWords(values.get(code)) : null,
        remark:
          released.marks || released.results
            ? (remarks.find((one) => one.subjectCode === code && one.semester === semester)?.comment ?? null)
            : null,
      })),
      level: released.results ? result.level : null,
      conduct: released.results ? result.conduct : null,
      comment: released.results ? (semester === 1 ? pupil.comment1 : pupil.comment2) : null,
      reasons: released.results ? [...result.reasons] : [],
    };
  };
  const year = locked[1] && locked[2] ? results.year : undefined;
  const nameOf = (code: string) => subjects.find((one) => one.code === code)?.name ?? code;
  return {
    pupil: { id: pupilId, name: pupil.name },
    className: schoolClass.name,
    schoolYear: schoolClass.schoolYear,
    policy: release.policy,
    semesters: [semesterOf(1), semesterOf(2)],
    year: year
      ? {
          averages: [...valuesOf(year)].map(([code, text]) => ({
            name: nameOf(code),
            text: inWords(text) ?? '',
          })),
          level: year.level,
          conduct: year.conduct,
          decision: year.outcome?.decision ?? null,
          honour: year.outcome?.honour ?? null,
          retestSubjects: (year.outcome?.retestSubjects ?? []).map(nameOf),
          afterSummer: year.afterSummer,
          reasons: [...year.reasons],
        }
      : null,
    absentSessions: pupil.absentSessions,
    mostAbsentSessions,
    absences,
  };
}

/** A result as families read it: they do not know the letters of the sheet. */
function inWords(result: string | undefined): string | null {
  if (result === cellText('comment', 1)) return 'Đạt';
  return result === cellText('comment', 0) ? 'Chưa đạt' : (result ?? null);
}

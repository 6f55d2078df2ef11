import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import {
  type ClassOfYear,
  listClassesOfPupil,
  listYearsOfPupil,
  selectPupilNameOptional,
  type YearOfPupil,
} from '../data/progress-of-pupil.ts';
import { selectTermOptional } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import { type PeriodResult, pupilResults, releasedOf } from '../rules/index.ts';
import { studiedSubjects } from '../rules/studied.ts';
import { bookOf } from './class-results.ts';
import { releaseOf } from './family-book.ts';

const noResult = { level: null, conduct: null };

/**
 * A pupil's averages, levels, conduct and absences over all years the department holds. The policies leave a teacher the own subject; a family
 * sees results of semesters that are locked, and of years that are over.
 * @throws Refusal gradebook.pupilNotInSight
 */
export async function progressOfPupil(
  tx: ReadTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  pupilId: string,
) {
  const [classes, rows, name] = await Promise.all([
    listClassesOfPupil(tx, pupilId),
    listYearsOfPupil(tx, pupilId),
    selectPupilNameOptional(tx, pupilId),
  ]);
  if (name === undefined || classes.length === 0) throw gradebookErrors.pupilNotInSight();
  const family = actor.role === 'pupil' || actor.role === 'guardian';
  const today = localDate(now);
  const years = await Promise.all(
    classes.map(async (schoolClass) => {
      const row = rows.find(({ schoolYearId }) => schoolYearId === schoolClass.schoolYearId);
      const subjects = studiedSubjects(schoolClass.schoolYear, schoolClass, schoolClass.instead);
      const results = pupilResults(subjects, bookOf(entriesOf(row)));
      const shown = family ? await releasedPeriods(tx, schoolClass, today) : [true, true, true];
      const [first, second, whole] = [results.semester1, results.semester2, results.year].map((result, at) =>
        shown[at] ? result : undefined,
      );
      const outcome = whole && results.year.outcome;
      return {
        subjects,
        periods: [first, second, whole],
        shown: {
          schoolYear: schoolClass.schoolYear,
          className: schoolClass.className,
          school: schoolClass.school,
          semester1: levelsOf(first),
          semester2: levelsOf(second),
          year: {
            ...levelsOf(whole),
            decision: outcome?.decision ?? null,
            honour: outcome?.honour ?? null,
          },
          absentSessions: row?.absentSessions ?? 0,
          excusedSessions: row?.excusedSessions ?? 0,
        },
      };
    }),
  );
  const learnt = new Map(years.flatMap(({ subjects }) => subjects.map((subject) => [subject.code, subject])));
  return {
    pupil: { id: pupilId, name },
    subjects: [...learnt.values()]
      .map(({ code, name: subjectName, judged }) => ({
        code,
        name: subjectName,
        judged,
        values: years.map(({ periods }) => periods.map((period) => averageOf(period, code))),
      }))
      .filter(({ values }) => values.flat().some((value) => value !== null)),
    years: years.map(({ shown }) => shown),
  };
}

function levelsOf(result: PeriodResult | undefined) {
  return result ? { level: result.level, conduct: result.conduct } : noResult;
}

function averageOf(result: PeriodResult | undefined, code: string): number | null {
  const comment = result?.reached.comments.get(code);
  if (comment) return comment === 'pass' ? 10 : 0;
  return result?.reached.scores.get(code) ?? null;
}

function entriesOf(row: YearOfPupil | undefined) {
  const nothing = {
    conduct1: null,
    conduct2: null,
    conductAfterSummer: null,
    absentSessions: 0,
    retests: {},
  };
  return { marks: [], notAssessed: [], ...nothing, ...row };
}

/** Whether a family sees semester I, II and the year. */
async function releasedPeriods(tx: ReadTx, at: ClassOfYear, today: string): Promise<boolean[]> {
  if (at.endsOn < today) return [true, true, true];
  const { policy } = await releaseOf(tx, at.unitId);
  const released = [];
  for (const semester of [1, 2] as const) {
    const term = await selectTermOptional(tx, { unitId: at.unitId, schoolYearId: at.schoolYearId, semester });
    released.push(releasedOf(policy, Boolean(term?.own?.lockedAt)).results);
  }
  return [...released, released.every(Boolean)];
}

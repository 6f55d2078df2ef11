import type { Actor } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import {
  absenceWarningSessions,
  type CouncilCase,
  type CouncilClass,
  caseKindsOf,
  classFigures,
  type Period,
  periodOf,
} from '../rules/index.ts';
import { placeToDecide, type SchoolYearOfSchool, type Wanted } from './place.ts';
import { schoolResults } from './school-results.ts';
import { listSheetHeads } from './sheets.ts';

export interface Council extends SchoolYearOfSchool {
  readonly period: Period;
  readonly classes: readonly CouncilClass[];
}

/**
 * What the council of a school (hội đồng xét) has before it at the end of a semester or the year: how far the marks are, the results of each
 * class and the pupils to decide on, with reasons; from the marks as they are now.
 * @throws Refusal gradebook.noSchool, noSchoolYear
 */
export async function readCouncil(
  tx: ReadTx,
  actor: Actor,
  wanted: Wanted,
  period: Period,
): Promise<Council> {
  const place = await placeToDecide(tx, actor, wanted);
  const semesters = period === 0 ? ([1, 2] as const) : [period];
  const [results, { warnFrom }, ...heads] = await Promise.all([
    schoolResults(tx, place.school.id, place.year.id),
    settingsOf(tx, { warnFrom: absenceWarningSessions }),
    ...semesters.map((semester) => listSheetHeads(tx, place, semester)),
  ]);
  const sheets = Map.groupBy(heads.flat(), ({ classId }) => classId);
  const classes = results.map(({ classId, className, grade, subjects, pupils }): CouncilClass => {
    const own = sheets.get(classId) ?? [];
    const figures = classFigures(
      subjects,
      pupils.map((pupil) => pupil.results),
    ).classes;
    return {
      classId,
      className,
      grade,
      wanted: own.reduce((sum, sheet) => sum + sheet.wanted, 0),
      filled: own.reduce((sum, sheet) => sum + sheet.filled, 0),
      short: own.filter((sheet) => sheet.filled < sheet.wanted),
      figure: figures.find((figure) => figure.period === period)!,
      cases: pupils.flatMap((pupil): CouncilCase[] => {
        const kinds = caseKindsOf(pupil, period, warnFrom);
        if (kinds.length === 0) return [];
        const { level, conduct, reasons } = periodOf(pupil.results, period);
        const { pupilId, name, absentSessions } = pupil;
        return [{ pupilId, name, kinds, level, conduct, absentSessions, reasons }];
      }),
    };
  });
  return { ...place, period, classes };
}

import { listClassesWithChoices } from '#modules/curriculum';
import type { ReadTx } from '#platform/db';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { classProgramme } from '#rules/curriculum';
import { listProgress, listRosterCounts, listTaught } from '../data/progress.ts';
import { type Judged, sheetPlaces } from '../rules/index.ts';
import type { SchoolYearOfSchool } from './place.ts';
import { assessedPeriods } from './sheet.ts';

/** One sheet of a school and how far its marks are. */
export interface SheetHead {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly judged: Judged;
  readonly teachers: readonly string[];
  /** Their accounts, of those who have one. */
  readonly accounts: readonly string[];
  readonly mine: boolean;
  readonly pupils: number;
  /** Cells of a complete sheet. */
  readonly wanted: number;
  readonly filled: number;
  readonly missed: number;
}

/** Every sheet of a school in a semester: classes in their order, subjects in the order of the programme. Five queries, however many. */
export async function listSheetHeads(
  tx: ReadTx,
  { school, year }: SchoolYearOfSchool,
  semester: 1 | 2,
): Promise<SheetHead[]> {
  const programme = programmeOfYear(year.name);
  const [classes, counts, progress, taught] = await Promise.all([
    listClassesWithChoices(tx, [school.id], year.id),
    listRosterCounts(tx, school.id, year.id),
    listProgress(tx, school.id, year.id, semester),
    listTaught(tx, school.id, year.id, semester),
  ]);
  const rosterOf = new Map(counts.map((one) => [one.classId, one]));
  const progressOf = new Map(progress.map((one) => [`${one.classId} ${one.subjectCode}`, one]));
  const taughtOf = Map.groupBy(taught, (one) => `${one.classId} ${one.subjectCode}`);
  return classes.flatMap((one) =>
    classProgramme(programme, one, one.choices).map(({ subjectCode, parts }): SheetHead => {
      const subject = findSubject(programme, subjectCode)!;
      const key = `${one.classId} ${subjectCode}`;
      const roster = rosterOf.get(one.classId);
      const pupils = roster?.pupils ?? 0;
      const places = sheetPlaces(subject.judged, assessedPeriods(parts)).length;
      const entered = progressOf.get(key);
      const teachers = taughtOf.get(key) ?? [];
      return {
        classId: one.classId,
        className: one.name,
        grade: one.grade,
        subjectCode,
        subjectName: subject.name,
        judged: subject.judged,
        teachers: [...new Set(teachers.flatMap(({ teacher }) => (teacher ? [teacher] : [])))],
        accounts: [...new Set(teachers.flatMap(({ accountId }) => (accountId ? [accountId] : [])))],
        mine: teachers.some(({ mine }) => mine),
        pupils,
        wanted: (pupils - (roster?.exempt[subjectCode] ?? 0)) * places,
        filled: entered ? entered.regular + entered.midterm + entered.final : 0,
        missed: entered?.missed ?? 0,
      };
    }),
  );
}

import { listClassesWithChoices } from '#modules/curriculum';
import type { ReadTx } from '#platform/db';
import { listProgress, listRosterCounts, listTaught } from '../data/progress.ts';
import { listSeatsElsewhere } from '../data/seats.ts';
import type { Judged } from '../rules/index.ts';
import { studiedSubjects } from '../rules/studied.ts';
import type { SchoolYearOfSchool } from './place.ts';

/** One sheet of a school and how far its marks are. */
export interface SheetHead {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly judged: Judged;
  /** Who assesses its pupils. */
  readonly teachers: readonly string[];
  /** Their accounts, of those who have one. */
  readonly accounts: readonly string[];
  /** Whether the person asking teaches the subject in the class, by the published assignment or in a group. */
  readonly mine: boolean;
  readonly pupils: number;
  /** Cells of a complete sheet. */
  readonly wanted: number;
  readonly filled: number;
  readonly missed: number;
}

/** Every sheet of a school in a semester: classes in their order, subjects in the order of the programme, then electives that pupils learn instead. Six queries, however many. */
export async function listSheetHeads(
  tx: ReadTx,
  { school, year }: SchoolYearOfSchool,
  semester: 1 | 2,
): Promise<SheetHead[]> {
  const [classes, counts, progress, taught, seats] = await Promise.all([
    listClassesWithChoices(tx, [school.id], year.id),
    listRosterCounts(tx, school.id, year.id),
    listProgress(tx, school.id, year.id, semester),
    listTaught(tx, school.id, year.id, semester),
    listSeatsElsewhere(tx, school.id, year.id),
  ]);
  const seatsOf = Map.groupBy(seats, ({ classId }) => classId);
  const rosterOf = new Map(counts.map((one) => [one.classId, one]));
  const progressOf = new Map(progress.map((one) => [`${one.classId} ${one.subjectCode}`, one]));
  const taughtOf = Map.groupBy(taught, (one) => `${one.classId} ${one.subjectCode}`);
  return classes.flatMap((one) => {
    const elsewhere = seatsOf.get(one.classId) ?? [];
    const own = studiedSubjects(year.name, one).map((subject) => ({ subject, takers: undefined }));
    // Electives that pupils of the class learn instead have sheets too.
    const others = [...Map.groupBy(elsewhere, ({ takenCode }) => takenCode)].flatMap(([code, takers]) => {
      const subject = studiedSubjects(year.name, one, takers.slice(0, 1)).find(
        (found) => found.code === code,
      );
      return subject ? [{ subject, takers: takers.length }] : [];
    });
    return [...own, ...others].map(({ subject, takers }): SheetHead => {
      const subjectCode = subject.code;
      const key = `${one.classId} ${subjectCode}`;
      const roster = rosterOf.get(one.classId);
      const leavers = elsewhere.filter(({ ownCode }) => ownCode === subjectCode).length;
      const pupils = takers ?? (roster?.pupils ?? 0) - leavers;
      const places = subject.wanted.length;
      const entered = progressOf.get(key);
      const taughtHere = taughtOf.get(key) ?? [];
      const teachers = taughtHere.filter(({ assesses }) => assesses);
      return {
        classId: one.classId,
        className: one.name,
        grade: one.grade,
        subjectCode,
        subjectName: subject.name,
        judged: subject.judged,
        teachers: [...new Set(teachers.flatMap(({ teacher }) => (teacher ? [teacher] : [])))],
        accounts: [...new Set(teachers.flatMap(({ accountId }) => (accountId ? [accountId] : [])))],
        mine: taughtHere.some(({ mine }) => mine),
        pupils,
        wanted: Math.max(0, pupils - (roster?.exempt[subjectCode] ?? 0)) * places,
        filled: entered ? entered.regular + entered.midterm + entered.final : 0,
        missed: entered?.missed ?? 0,
      };
    });
  });
}

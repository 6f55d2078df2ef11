import type { operations } from '#api';
import { programmeOfYear } from '#reference/curriculum-2018';
import type { BySemester } from '#rules/curriculum';
import {
  cellDifference,
  fairness,
  isComplete,
  isQualified,
  type LoadState,
  loadState,
  loadsOf,
  surplus,
} from '../rules/index.ts';

export type Grid = operations['staffing.getAssignments']['responses'][200]['content']['application/json'];
export type GridClass = Grid['classes'][number];
export type GridTeacher = Grid['teachers'][number];
export type GridSubject = Grid['subjects'][number];
export type CellRow = Omit<Grid['assignments'][number], 'classId' | 'subjectCode'>;

/** A cell with what it held and what it shall hold. */
export interface CellChange {
  readonly classId: string;
  readonly subjectCode: string;
  readonly seen: CellRow[];
  readonly rows: CellRow[];
}

export interface Cell {
  readonly rows: CellRow[];
  readonly need: BySemester;
  readonly complete: boolean;
  /** Below 0 missing, above 0 too many; the semester that is further off, periods a week. */
  readonly difference: number;
}

export interface LoadLine {
  readonly teacher: GridTeacher;
  readonly load: number;
  readonly surplus: number;
  readonly state: LoadState;
}

/** Periods as people write them: "4", "1,5". */
export function shownPeriods(value: number): string {
  return (Math.round(value * 10) / 10).toString().replace('.', ',');
}

export function cellKey(classId: string, subjectCode: string): string {
  return `${classId} ${subjectCode}`;
}

/** Every cell that a class needs, by `cellKey`, with how far it is from what is needed. */
export function cellsOf(grid: Grid): Map<string, Cell> {
  const rows = Map.groupBy(grid.assignments, (row) => cellKey(row.classId, row.subjectCode));
  return new Map(
    grid.classes.flatMap(({ id, needs }) =>
      needs.map((need): [string, Cell] => {
        const key = cellKey(id, need.subjectCode);
        const own = (rows.get(key) ?? []).map(({ classId: _, subjectCode: __, ...row }) => row);
        const difference = cellDifference(need, own);
        const further = Math.abs(difference[1]) >= Math.abs(difference[2]) ? difference[1] : difference[2];
        return [key, { rows: own, need: need.weekly, complete: isComplete(need, own), difference: further }];
      }),
    ),
  );
}

/** Load of every teacher against the norm, in the order of the list. */
export function loadLines(grid: Grid): LoadLine[] {
  const loads = loadsOf(programmeOfYear(grid.schoolYear), grid.assignments);
  return grid.teachers.map((teacher) => {
    const load = Math.round(((loads.get(teacher.id) ?? 0) + teacher.elsewhere) * 10) / 10;
    return { teacher, load, surplus: surplus(load, teacher.norm), state: loadState(load, teacher.norm) };
  });
}

/** Groups of the school with their teachers' loads and how even they are; people without a group come last. */
export function teamsOf(lines: readonly LoadLine[]) {
  return [...Map.groupBy(lines, ({ teacher }) => teacher.teamId ?? '')].map(([id, members]) => ({
    id,
    name: members[0]?.teacher.teamName ?? null,
    members,
    fairness: fairness(
      members
        .filter(({ teacher }) => teacher.post === 'teacher' && teacher.norm > 0)
        .map(({ load, teacher }) => ({ load, norm: teacher.norm })),
    ),
  }));
}

/** Teachers for a cell: the qualified first, and among them those with the most room. */
export function candidates(lines: readonly LoadLine[], grade: number, subjectCode: string, strand: string) {
  return lines
    .map((line) => ({ ...line, qualified: isQualified(line.teacher, grade, subjectCode, strand) }))
    .sort((a, b) => Number(b.qualified) - Number(a.qualified) || a.surplus - b.surplus);
}

/** The same teacher for the whole of a subject in several classes; cells that already are so are left out. */
export function sameTeacher(
  cells: ReadonlyMap<string, Cell>,
  classIds: readonly string[],
  subjectCode: string,
  teacher: { staffId: string; exceptionReason: string | null },
): CellChange[] {
  return classIds.flatMap((classId) => {
    const cell = cells.get(cellKey(classId, subjectCode));
    if (!cell) return [];
    const rows = [{ strand: '', ...teacher, periods: { 1: cell.need[1], 2: cell.need[2] } }];
    return JSON.stringify(rows) === JSON.stringify(cell.rows)
      ? []
      : [{ classId, subjectCode, seen: cell.rows, rows }];
  });
}

/** What takes a change back. */
export function inverse(changes: readonly CellChange[]): CellChange[] {
  return changes.map((change) => ({ ...change, seen: change.rows, rows: change.seen }));
}

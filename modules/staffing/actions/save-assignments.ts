import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { type AssignmentRow, listAssignments } from '../data/ground.ts';
import {
  type AssignmentPlan,
  publishPlan,
  replaceCells,
  selectPlanOptional,
  touchPlan,
} from '../data/plans.ts';
import { staffingErrors } from '../errors.ts';
import { type Assignment, assignmentProblems } from '../rules/index.ts';
import { groundOf, mayWriteFor, type Wanted } from './place.ts';

type CellRow = Pick<Assignment, 'strand' | 'staffId' | 'periods' | 'exceptionReason'>;

export interface CellChange {
  readonly classId: string;
  readonly subjectCode: string;
  /** What the person saw in the cell. */
  readonly seen: readonly CellRow[];
  readonly rows: readonly CellRow[];
}

/** Rows of a cell as text that does not depend on their order. */
function fingerprint(rows: readonly CellRow[]): string {
  return rows
    .map(({ strand, staffId, periods, exceptionReason }) =>
      JSON.stringify([strand, staffId, periods[1], periods[2], exceptionReason || null]),
    )
    .sort()
    .join();
}

/**
 * Saves changed cells of a school's assignment: all of them or none, in one statement. People who change other cells at the same
 * time do not hinder each other.
 * @throws Refusal staffing.badRows (all faults), cellsChangedMeanwhile (both texts), schoolOutOfReach, noSchool, noSchoolYear
 */
export async function saveAssignments(
  tx: WriteTx,
  actor: Actor,
  input: Wanted & { readonly cells: readonly CellChange[] },
  now: Date,
): Promise<{ plan: AssignmentPlan; saved: number }> {
  const { year, ground } = await groundOf(tx, input, localDate(now));
  const { school, classes, teachers } = ground;
  if (!(await mayWriteFor(tx, actor, school.id))) throw staffingErrors.schoolOutOfReach();

  const cells = input.cells.map((cell) => ({
    ...cell,
    rows: cell.rows.map((row) => ({
      ...row,
      classId: cell.classId,
      subjectCode: cell.subjectCode,
      exceptionReason: row.exceptionReason?.trim() || null,
    })),
  }));
  const places = cells.flatMap(({ rows }, cell) => rows.map((_, row) => `cells.${cell}.rows.${row}`));
  const known = {
    classes: new Map(classes.map((one) => [one.id, one])),
    teachers: new Map(teachers.map((one) => [one.id, one])),
  };
  const problems = [
    ...assignmentProblems(
      programmeOfYear(year.name),
      known,
      cells.flatMap(({ rows }) => rows),
    ).map(({ path, message }) => ({ path: places[Number(path)] ?? '', message })),
    ...cells.flatMap(({ classId, subjectCode }, index) => {
      const twice =
        cells.findIndex((one) => one.classId === classId && one.subjectCode === subjectCode) < index;
      if (twice) return [{ path: `cells.${index}`, message: 'Một ô được gửi hai lần. Hãy tải lại trang.' }];
      if (known.classes.has(classId)) return [];
      return [{ path: `cells.${index}`, message: 'Lớp không còn trong trường năm này. Hãy tải lại trang.' }];
    }),
  ];
  if (problems.length > 0) throw staffingErrors.badRows(problems);

  const place = { unitId: school.id, departmentId: school.departmentId, schoolYearId: year.id, now };
  // From here on nobody else saves for this school until we are done: what is read next stays true.
  const plan = await touchPlan(tx, place);
  const current = Map.groupBy(await listAssignments(tx, [school.id], year.id), cellKey);
  const changed = cells.filter(
    (cell) => fingerprint(current.get(cellKey(cell)) ?? []) !== fingerprint(cell.seen),
  );
  if (changed.length > 0) {
    throw staffingErrors.cellsChangedMeanwhile(
      changed.map(({ classId, subjectCode, rows }) => ({ classId, subjectCode, rows })),
      changed.map((cell) => ({
        classId: cell.classId,
        subjectCode: cell.subjectCode,
        rows: (current.get(cellKey(cell)) ?? []).map(bare),
      })),
    );
  }
  await replaceCells(tx, place, cells);
  return { plan, saved: cells.length };
}

function cellKey({ classId, subjectCode }: { classId: string; subjectCode: string }): string {
  return `${classId} ${subjectCode}`;
}

function bare({ unitId: _, classId: __, subjectCode: ___, ...row }: AssignmentRow): CellRow {
  return row;
}

/**
 * Makes the assignment known to the teachers of the school. Cells may still be missing where there is no teacher.
 * @throws Refusal staffing.nothingToPublish, planChangedMeanwhile, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function publishAssignments(
  tx: WriteTx,
  actor: Actor,
  input: Wanted & { readonly version: number },
  now: Date,
): Promise<AssignmentPlan> {
  const { year, ground } = await groundOf(tx, input, localDate(now));
  if (!(await mayWriteFor(tx, actor, ground.school.id))) throw staffingErrors.schoolOutOfReach();
  if (ground.assignments.length === 0) throw staffingErrors.nothingToPublish();
  const published = await publishPlan(tx, {
    unitId: ground.school.id,
    schoolYearId: year.id,
    version: input.version,
    accountId: actor.accountId,
    now,
  });
  if (published) return published;
  throw staffingErrors.planChangedMeanwhile(await selectPlanOptional(tx, ground.school.id, year.id));
}

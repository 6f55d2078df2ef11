import { type ImportScope, registerImportKind } from '#modules/people';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { listAssignments, listStaffCodes, loadGrounds } from '../data/ground.ts';
import { replaceCells, touchPlan } from '../data/plans.ts';
import { assignmentSheet, neededPeriods, subjectOfValue } from '../documents/assignment-import.ts';
import { staffingErrors } from '../errors.ts';
import { type Assignment, assignmentProblems } from '../rules/index.ts';

async function groundFor(tx: ReadTx, { unitId, schoolYear, now }: ImportScope) {
  const days = [schoolYear.startsOn, localDate(now), schoolYear.endsOn].sort();
  const [ground] = await loadGrounds(tx, [unitId], {
    id: schoolYear.id,
    name: schoolYear.name,
    asOf: days[1]!,
  });
  if (!ground) throw staffingErrors.noSchool();
  const codes = await listStaffCodes(
    tx,
    ground.teachers.map(({ id }) => id),
  );
  const teachers = ground.teachers.map((one) => ({ ...one, code: codes.get(one.id) ?? null }));
  return { ...ground, teachers, programme: programmeOfYear(schoolYear.name) };
}

const keyOf = (row: Pick<Assignment, 'classId' | 'subjectCode' | 'strand' | 'staffId'>) =>
  [row.classId, row.subjectCode, row.strand, row.staffId].join(' ');

/**
 * Teaching assignments from a sheet: one line an assignment. A line with another teacher than recorded replaces that teacher in the
 * class and subject; lines that are not in the sheet stay.
 */
registerImportKind({
  kind: 'assignments',
  sheet: async (tx, scope) => assignmentSheet(await groundFor(tx, scope)),
  listKnown: async (tx, { unitId, schoolYear }) => {
    const programme = programmeOfYear(schoolYear.name);
    const rows = await listAssignments(tx, [unitId], schoolYear.id);
    return rows.map((row) => {
      const subject = [row.subjectCode, row.strand].filter(Boolean).join(' ');
      return {
        id: keyOf(row),
        name: subjectOfValue(programme, subject),
        values: {
          classId: row.classId,
          subject,
          staffId: row.staffId,
          first: String(row.periods[1]),
          second: String(row.periods[2]),
          reason: row.exceptionReason,
        },
      };
    });
  },
  save: async (tx, scope, rows) => {
    const ground = await groundFor(tx, scope);
    const { unitId, departmentId, schoolYear, now } = scope;
    const place = { unitId, departmentId, schoolYearId: schoolYear.id, now };
    await touchPlan(tx, place);
    const recorded = new Map(
      (await listAssignments(tx, [unitId], schoolYear.id)).map((row): [string, Assignment] => [
        keyOf(row),
        row,
      ]),
    );
    const written = rows.map(({ known, values }): Assignment => {
      const said = (field: string) => values[field] ?? known?.values[field] ?? null;
      const [subjectCode = '', strand = ''] = (said('subject') ?? '').split(' ');
      const classId = said('classId') ?? '';
      const schoolClass = ground.classes.find(({ id }) => id === classId);
      const need = schoolClass && neededPeriods(ground.programme, schoolClass, said('subject') ?? '');
      const periods = (field: 'first' | 'second', needed: number | undefined) =>
        Number(said(field) ?? needed ?? 0);
      if (known) recorded.delete(known.id);
      return {
        classId,
        subjectCode,
        strand,
        staffId: said('staffId') ?? '',
        periods: { 1: periods('first', need?.[1]), 2: periods('second', need?.[2]) },
        exceptionReason: said('reason'),
      };
    });
    for (const row of written) recorded.set(keyOf(row), row);
    const problems = assignmentProblems(
      ground.programme,
      {
        classes: new Map(ground.classes.map((one) => [one.id, one])),
        teachers: new Map(ground.teachers.map((one) => [one.id, one])),
      },
      written,
    );
    if (problems.length > 0) throw staffingErrors.badRows(problems);
    const touched = new Map(written.map((row) => [`${row.classId} ${row.subjectCode}`, row]));
    const cells = Map.groupBy(recorded.values(), (row) => `${row.classId} ${row.subjectCode}`);
    await replaceCells(
      tx,
      place,
      [...touched].map(([key, { classId, subjectCode }]) => ({
        classId,
        subjectCode,
        rows: cells.get(key) ?? [],
      })),
    );
  },
});

import type { z } from 'zod';
import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { readTables, renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { cellHistory } from '../actions/history.ts';
import { keepAssessment } from '../actions/keep-assessment.ts';
import { placeOf, termOfSchool } from '../actions/place.ts';
import { readSheet } from '../actions/read-sheet.ts';
import { saveCells } from '../actions/save-cells.ts';
import { openSheet } from '../actions/sheet.ts';
import { listSheetHeads } from '../actions/sheets.ts';
import * as contract from '../contract.ts';
import { listTaught } from '../data/progress.ts';
import type { SheetKey } from '../data/sheets.ts';
import { sheetWorkbook } from '../documents/sheet-workbook.ts';
import { mayOf, sheetShape, termShape, xlsx } from './shapes.ts';

/** The sheets a person may see in a semester, and how far each is filled. */
export async function describeSheets(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  query: z.output<typeof contract.listSheets.query>,
) {
  const place = await placeOf(tx, query);
  const today = localDate(now);
  const first = query.semester ?? 1;
  const term = await termOfSchool(tx, place, first);
  // Without a wish it is the semester of the day: the second once the first is over.
  const semester = query.semester ?? (today > term.endsOn ? 2 : 1);
  const [heads, shownTerm] = await Promise.all([
    listSheetHeads(tx, place, semester),
    semester === first ? term : termOfSchool(tx, place, semester),
  ]);
  return {
    school: { id: place.school.id, name: place.school.name },
    schoolYear: place.year.name,
    semester,
    term: termShape(shownTerm),
    sheets: heads
      .filter(({ mine }) => mine || actor.scope !== 'own')
      .map(({ judged: _, accounts: __, teachers, ...head }) => ({ ...head, teachers: [...teachers] })),
    may: mayOf(actor.role, [
      'gradebook.setTermWindow',
      'gradebook.lockTerm',
      'gradebook.unlockTerm',
      'gradebook.remindTeachers',
    ]),
  };
}

/** One sheet as the grid shows it. @throws Refusal gradebook.noSheet */
export async function describeSheet(tx: ReadTx, actor: Actor, now: Date, key: SheetKey) {
  const sheet = await openSheet(tx, key, localDate(now));
  const { unitId, schoolYearId } = sheet.ground;
  const taught = await listTaught(tx, unitId, schoolYearId, key.semester);
  const teachers = taught.filter(
    ({ classId, subjectCode, assesses }) =>
      assesses && classId === key.classId && subjectCode === key.subjectCode,
  );
  return {
    ...sheetShape(sheet, actor.role),
    teachers: [...new Set(teachers.flatMap(({ teacher }) => (teacher ? [teacher] : [])))],
  };
}

/** Routes of the sheets: the list with progress, one sheet, its cells and columns. */
export const sheetRoutes: AnyRoute[] = [
  bind(contract.listSheets, ({ tx, actor, query, now }) => describeSheets(tx, actor, now, query)),
  bind(contract.getSheet, ({ tx, actor, params, now }) => describeSheet(tx, actor, now, params)),
  bind(contract.downloadSheet, async ({ tx, params, now }) => {
    const { subject, ground, wanted, rows } = await openSheet(tx, params, localDate(now));
    const name = `${subject.shortName} ${ground.className} HK${params.semester}`;
    return {
      fileName: `Sổ điểm ${name}.xlsx`,
      mediaType: xlsx,
      bytes: await renderWorkbook(sheetWorkbook(name, subject.judged, wanted, rows)),
    };
  }),
  bind(contract.readSheet, async ({ tx, params, file, now }) =>
    readSheet(tx, params, await readTables(file.bytes, file.fileName), localDate(now)),
  ),
  bind(contract.saveCells, ({ tx, params, body, now }) => saveCells(tx, params, body.cells, localDate(now))),
  bind(contract.getCellHistory, async ({ tx, params, query, now }) => ({
    entries: await cellHistory(tx, params, query, localDate(now)),
  })),
  bind(contract.keepAssessment, ({ tx, params: { place, ...key }, body, now }) =>
    keepAssessment(tx, key, { ...body, place }, localDate(now)),
  ),
];

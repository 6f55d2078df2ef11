import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderGrids, renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { remindMissing } from '../actions/chase-missing.ts';
import { placeOf, weekOf } from '../actions/place.ts';
import { readProgress } from '../actions/progress.ts';
import { type ClassWeek, type MyWeek, readClassWeek, readMyWeek, signPart } from '../actions/read-week.ts';
import { removeEntry, saveEntry } from '../actions/save-entry.ts';
import { signWeek, unsignWeek } from '../actions/sign-week.ts';
import * as contract from '../contract.ts';
import { listBookCounts, listMissing } from '../data/books.ts';
import { listClasses, listStaffNames } from '../data/place.ts';
import { listSignatures } from '../data/signatures.ts';
import { type BookWeek, bookPages, bookSheets } from '../documents/class-book.ts';
import { fillWeek } from '../rules/index.ts';
import { excel, mayOf, subjectNames, weekShape } from './shapes.ts';

/** The own week as a screen or a device holds it. */
export function myWeekShape(actor: Actor, found: MyWeek) {
  return {
    ...weekShape(found),
    weeks: [...found.weeks],
    myStaffId: found.myStaffId,
    missing: [...found.missing],
    signed: [...found.signed],
    may: mayOf(actor.role, ['lessons.saveEntry', 'lessons.removeEntry']),
  };
}

/** What the person may do with a week of a class now. */
function stepsOf(actor: Actor, { schoolClass, signatures }: ClassWeek): string[] {
  const part = signPart(actor, schoolClass);
  const closed = signatures.some((one) => one.part === 'principal');
  const signed = signatures.some((one) => one.part === part);
  return mayOf(actor.role, [
    ...(part && !signed && (part === 'principal' || !closed) ? ['lessons.signWeek'] : []),
    ...(part && signed && (part === 'principal' || !closed) ? ['lessons.unsignWeek'] : []),
    ...(part === 'principal' && !closed ? ['lessons.saveEntry', 'lessons.removeEntry'] : []),
  ]);
}

function bookOf(found: ClassWeek): BookWeek {
  const { planned, entries, programmes, reached, today, place, schoolClass } = found;
  const lines = fillWeek(planned, entries, { programmes, reached, today });
  return {
    className: schoolClass.name,
    schoolYear: place.year.name,
    week: found.week,
    lines,
    subjects: new Map(found.subjects.map(({ code, name }) => [code, name])),
    staff: new Map(found.staff.map(({ id, name }) => [id, name])),
    absent: found.absent,
    signatures: found.signatures,
  };
}

async function listBooks(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  query: { schoolId?: string | undefined; schoolYear?: string | undefined; week?: number | undefined },
) {
  const place = await placeOf(tx, query);
  const today = localDate(now);
  const week = weekOf(place.year.weeks, today, query.week);
  const days = { fromDay: week.startsOn, toDay: [week.endsOn, today].sort()[0]! };
  const begun = week.startsOn <= today;
  const [classes, counts, missing] = await Promise.all([
    listClasses(tx, place),
    begun ? listBookCounts(tx, place, days) : [],
    begun ? listMissing(tx, place, days) : [],
  ]);
  const signatures = await listSignatures(
    tx,
    classes.map(({ id }) => id),
    week.number,
  );
  const staff = new Map(
    (await listStaffNames(tx, [...new Set(missing.map(({ staffId }) => staffId))])).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const signed = (classId: string, part: string) =>
    signatures.some((one) => one.classId === classId && one.part === part);
  return {
    school: { id: place.school.id, name: place.school.name },
    schoolYear: place.year.name,
    week,
    weeks: [...place.year.weeks],
    books: classes.map(({ id, name, grade, led }) => {
      const count = counts.find(({ classId }) => classId === id);
      return {
        ...{ classId: id, className: name, grade, led, due: count?.due ?? 0, logged: count?.logged ?? 0 },
        homeroomSigned: signed(id, 'homeroom'),
        principalSigned: signed(id, 'principal'),
      };
    }),
    missing: missing.map(({ staffId, periods }) => ({ staffId, name: staff.get(staffId) ?? '', periods })),
    may: mayOf(actor.role, ['lessons.remindMissing']),
  };
}

/** The lesson log: own week, books of classes, lines, signatures, progress. */
export const logRoutes: AnyRoute[] = [
  bind(contract.getMyWeek, async ({ tx, actor, now, query }) =>
    myWeekShape(actor, await readMyWeek(tx, now, query.week)),
  ),
  bind(contract.getClassWeek, async ({ tx, actor, now, params }) => {
    const found = await readClassWeek(tx, now, params.classId, params.week);
    const { id, name, grade, homeroom } = found.schoolClass;
    return {
      ...weekShape(found),
      class: { id, name, grade, homeroom },
      weeks: [...found.weeks],
      signatures: found.signatures.map(({ classId: _, ...signature }) => signature),
      may: stepsOf(actor, found),
    };
  }),
  bind(contract.listBooks, ({ tx, actor, now, query }) => listBooks(tx, actor, now, query)),
  bind(contract.saveEntry, ({ tx, actor, now, body }) => saveEntry(tx, { actor, now }, body)),
  bind(contract.removeEntry, async ({ tx, actor, now, params }) => {
    await removeEntry(tx, { actor, now }, params.entryId);
    return undefined;
  }),
  bind(contract.signWeek, ({ tx, actor, now, params, body }) =>
    signWeek(tx, { actor, now }, params.classId, params.week, body.note),
  ),
  bind(contract.unsignWeek, ({ tx, actor, now, params, body }) =>
    unsignWeek(tx, { actor, now }, params.classId, params.week, body.reason),
  ),
  bind(contract.remindMissing, ({ tx, actor, now, body }) => remindMissing(tx, { actor, now }, body.week)),
  bind(contract.downloadBook, async ({ tx, now, params, query }) => {
    const found = await readClassWeek(tx, now, params.classId, params.week);
    const book = bookOf(found);
    const name = `Sổ đầu bài ${book.className} tuần ${book.week.number}`;
    if (query.kind === 'xlsx') {
      return { fileName: `${name}.xlsx`, mediaType: excel, bytes: await renderWorkbook(bookSheets(book)) };
    }
    const bytes = await renderGrids(bookPages(found.place.school.name, book));
    return { fileName: `${name}.pdf`, mediaType: 'application/pdf', bytes, inline: true };
  }),
  bind(contract.getProgress, async ({ tx, actor, now, query }) => {
    const { place, week, rows } = await readProgress(tx, actor, now, query);
    const nameOf = subjectNames(place.year.name);
    return {
      school: { id: place.school.id, name: place.school.name },
      schoolYear: place.year.name,
      week,
      rows: rows.map((row) => ({
        ...row,
        teachers: [...row.teachers],
        subjectName: nameOf(row.subjectCode),
      })),
    };
  }),
];

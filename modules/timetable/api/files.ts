import { createHash, randomBytes } from 'node:crypto';
import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import { type ReadTx, sql } from '#platform/db';
import { renderGrids, renderGridWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { formatDate } from '#platform/i18n';
import { importTimetable } from '../actions/import-timetable.ts';
import { readTimetable } from '../actions/timetables.ts';
import * as contract from '../contract.ts';
import { listFeedLessons } from '../data/feed.ts';
import { type Printed, wallBook, wallSheets } from '../documents/wall.ts';
import { weekFeed } from '../documents/week-feed.ts';
import { timetableErrors } from '../errors.ts';
import { headerShape } from './shapes.ts';

export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function printed(tx: ReadTx, timetableId: string): Promise<Printed> {
  const { timetable, school, year, ground, lessons } = await readTimetable(tx, timetableId);
  const first = year.weeks.find(({ number }) => number === timetable.fromWeek);
  return {
    schoolName: school.name,
    schoolYear: year.name,
    name: timetable.name,
    validity: first ? `Áp dụng từ tuần ${first.number} (${formatDate(first.startsOn)})` : 'Bản chưa công bố',
    weeks: year.weeks.filter(({ number, semester }) =>
      timetable.fromWeek === null || timetable.toWeek === null
        ? semester === timetable.semester
        : timetable.fromWeek <= number && number <= timetable.toWeek,
    ),
    ground,
    lessons,
  };
}

/** Files of one school must not take each other's name in the folder they are saved to. */
const bookNames = {
  school: 'toàn trường',
  class: 'các lớp',
  teacher: 'giáo viên',
  room: 'phòng',
} as const;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Timetables as files: for the wall, for Excel, for the calendar of a phone, and from Excel. */
export const fileRoutes: AnyRoute[] = [
  bind(contract.downloadPdf, async ({ tx, params, query }) => {
    const sheet = await printed(tx, params.timetableId);
    const { classes, teachers, rooms } = sheet.ground;
    const one = [...classes, ...teachers, ...rooms].find(({ id }) => id === query.id);
    return {
      fileName: `Thời khoá biểu ${one?.name ?? bookNames[query.of]} - ${sheet.schoolName}.pdf`,
      mediaType: 'application/pdf',
      bytes: await renderGrids(wallBook(sheet, query.of, query.id)),
      inline: true,
    };
  }),
  bind(contract.downloadWorkbook, async ({ tx, params }) => {
    const sheet = await printed(tx, params.timetableId);
    return {
      fileName: `Thời khoá biểu - ${sheet.schoolName}.xlsx`,
      mediaType: excel,
      bytes: await renderGridWorkbook(wallSheets(sheet)),
    };
  }),
  bind(contract.importTimetable, async ({ tx, actor, query, file, now }) => {
    const done = await importTimetable(tx, actor, query, file, now);
    return { ...done, timetable: headerShape(done.timetable), findings: [...done.findings] };
  }),
  bind(contract.makeFeedAddress, async ({ tx, now, body, services }) => {
    const token = randomBytes(24).toString('base64url');
    const { rows } = await sql<{ isMade: boolean }>`
      SELECT timetable.set_feed(${hashOf(token)}, ${now}, ${body.classId}) AS "isMade"`.execute(tx);
    if (!rows[0]?.isMade) throw timetableErrors.notYourClass();
    return { address: `${services.publicUrl}/api/timetable/calendar/${token}` };
  }),
  bind(contract.getCalendarFeed, async ({ tx, now, params, services }) => {
    const { rows } = await sql<{ name: string; classId: string | null }>`
      SELECT name, class_id AS "classId" FROM timetable.open_feed(${hashOf(params.token.replace(/\.ics$/, ''))}, ${localDate(now)}::date)`.execute(
      tx,
    );
    const [owner] = rows;
    if (!owner) throw timetableErrors.feedNotFound();
    const text = weekFeed(owner.name, await listFeedLessons(tx, owner.classId), services.publicUrl);
    return {
      fileName: 'thoi-khoa-bieu.ics',
      mediaType: 'text/calendar; charset=utf-8',
      bytes: new TextEncoder().encode(text),
      inline: true,
    };
  }),
];

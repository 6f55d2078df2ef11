import { createHash, randomBytes } from 'node:crypto';
import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import { type ReadTx, sql } from '#platform/db';
import { renderCalendarFeed, renderWorkbook } from '#platform/documents';
import { bindAhead } from '#platform/http';
import { foldVietnamese, formatDate } from '#platform/i18n';
import * as contract from '../contract/overview.ts';
import {
  type BoardColumns,
  type BoardRows,
  listBoardCell,
  listBoardCells,
  listBoardUnits,
  listCalendar,
  listFeed,
  searchEverything,
} from '../data/board.ts';
import { type DutyRow, listDuties, selectPublishedDocumentOptional } from '../data/documents.ts';
import { listNotices, markNoticesRead } from '../data/notices.ts';
import { planErrors } from '../errors.ts';
import { shownState } from '../rules/assignment.ts';
import { type BoardRow, emptyCounts, foldBoard } from '../rules/board.ts';
import { assignmentLink } from '../rules/links.ts';
import { holderOf } from './assignments.ts';
import { chosenYearId } from './chosen-year.ts';
import { nextCursorOf, pageAfter } from './paging.ts';

type BoardQuery = {
  schoolYear?: string | undefined;
  rows: BoardRows;
  columns: BoardColumns;
  unitId?: string | undefined;
  dutyId?: string | undefined;
  section?: string | undefined;
  month?: string | undefined;
  level?: 'lowerSecondary' | 'upperSecondary' | 'both' | undefined;
  show: 'all' | 'overdue' | 'blocked';
};

function monthLabel(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** Heading of a section on the narrow head of a column: its number, or its first word. */
function sectionLabel(section: string): string {
  return /^([IVX]+|[A-Z]|\d+)\./.exec(section)?.[1] ?? (section.split(' ')[0] || '–');
}

function choicesOf(duties: readonly DutyRow[]) {
  const sections = [...new Set(duties.map((duty) => duty.sectionPath[0] ?? ''))];
  return {
    sections: sections.map((key) => ({ key, title: key || 'Ngoài mục' })),
    months: [...new Set(duties.map((duty) => duty.dueOn.slice(0, 7)))].sort(),
  };
}

/** Columns in the order of the plan. `used`: what cells came; a month that only extended deadlines fall in is a column too. */
function columnsOf(plan: readonly DutyRow[], query: BoardQuery, used: readonly string[]) {
  const duties = plan.filter(
    (duty) =>
      (query.section === undefined || (duty.sectionPath[0] ?? '') === query.section) &&
      (query.dutyId === undefined || duty.id === query.dutyId),
  );
  if (query.columns === 'duty') {
    return duties.map((duty) => ({ key: duty.id, label: duty.code, title: duty.title }));
  }
  if (query.columns === 'month') {
    const planned = query.month ? [query.month] : duties.map((duty) => duty.dueOn.slice(0, 7));
    const months = [...new Set([...planned, ...used])].sort();
    return months.map((month) => ({
      key: month,
      label: monthLabel(month),
      title: `Hạn trong tháng ${monthLabel(month)}`,
    }));
  }
  const sections = [...new Set(duties.map((duty) => duty.sectionPath[0] ?? ''))];
  return sections.map((section, index) => ({
    key: section,
    label: numbered(sections.slice(0, index + 1).map(sectionLabel)),
    title: section || 'Ngoài mục',
  }));
}

/** The last of the labels, told apart from equal ones before it: a plan may number two parts alike. */
function numbered(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  const times = labels.filter((label) => label === last).length;
  return times > 1 ? `${last} (${times})` : last;
}

async function drawBoard(tx: ReadTx, departmentId: string, query: BoardQuery, today: string) {
  const document = await selectPublishedDocumentOptional(tx, await chosenYearId(tx, query));
  const [within] = query.unitId ? await listBoardUnits(tx, [query.unitId]) : [];
  const unit = within ? { id: within.id, name: within.name, kind: within.kind } : null;
  if (!document) {
    const choices = { sections: [], months: [] };
    return { document: null, unit, choices, columns: [], rows: [], total: emptyCounts };
  }
  const cells = await listBoardCells(
    tx,
    { id: document.id, departmentId },
    query.rows,
    query.columns,
    query,
    today,
  );
  const [duties, units] = await Promise.all([
    listDuties(tx, document.id),
    listBoardUnits(tx, [...new Set(cells.map((cell) => cell.unitId))]),
  ]);
  const columns = columnsOf(duties, query, [...new Set(cells.map((cell) => cell.column))]);
  // Who asks for communes looks for them first; the department's own rows follow.
  const first = query.rows === 'communes' ? 'commune' : undefined;
  const ordered = units.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first));
  const { rows, total } = foldBoard(ordered, columns, cells);
  const { id, title } = document;
  return { document: { id, title }, unit, choices: choicesOf(duties), columns, rows, total };
}

function workbookRow(row: BoardRow) {
  const { total } = row;
  return [
    row.unit.name,
    total.total,
    total.accepted,
    total.submitted,
    total.inProgress,
    total.notStarted,
    total.returned,
    total.overdue,
    total.blocked,
    total.notApplicable,
    ...row.cells.map((cell) => (cell ? cell.accepted + cell.notApplicable : null)),
  ];
}

/** Routes that look at the whole: board, calendar, search, notices. */
export const overviewRoutes = [
  bind(contract.getBoard, async ({ tx, actor, query, now }) =>
    drawBoard(tx, actor.departmentId, query, localDate(now)),
  ),
  bind(contract.exportBoard, async ({ tx, actor, query, now }) => {
    const today = localDate(now);
    const board = await drawBoard(tx, actor.departmentId, query, today);
    const counts = [
      'Tổng số',
      'Đã công nhận',
      'Chờ duyệt',
      'Đang làm',
      'Chưa bắt đầu',
      'Bị trả lại',
      'Quá hạn',
      'Vướng mắc',
      'Không áp dụng',
    ];
    const bytes = await renderWorkbook([
      {
        name: 'Bảng theo dõi',
        columns: [
          { title: 'Đơn vị', kind: 'text', width: 40 },
          ...counts.map((title) => ({ title, kind: 'integer' as const })),
          ...board.columns.map((column) => ({ title: `Xong: ${column.title}`, kind: 'integer' as const })),
        ],
        rows: board.rows.map(workbookRow),
      },
    ]);
    return {
      fileName: `Bảng theo dõi ${formatDate(today).replaceAll('/', '-')}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    };
  }),
  bind(contract.listBoardCell, async ({ tx, actor, query, now }) => {
    const document = await selectPublishedDocumentOptional(tx, await chosenYearId(tx, query));
    const after = pageAfter(query.cursor);
    if (!document) return { items: [], nextCursor: null };
    const today = localDate(now);
    const { rows, within, unitId, schoolYear: _, ...filter } = query;
    const items = await listBoardCell(
      tx,
      { id: document.id, departmentId: actor.departmentId },
      { ...filter, unitId: rows ? within : unitId },
      {
        today,
        after,
        limit: query.limit,
        row: rows ? { rows, unitId } : undefined,
      },
    );
    return {
      items: items.map((item) => ({
        id: item.id,
        code: item.code,
        title: item.title,
        unit: { id: item.unitId, name: item.unitName, kind: item.unitKind },
        role: item.role,
        shown: shownState(item.state, item.dueOn, today),
        dueOn: item.dueOn,
        blocked: item.blocked,
        responsible: item.responsible,
      })),
      nextCursor: nextCursorOf(items, query.limit, ({ dueOn, id }) => ({ on: dueOn, id })),
    };
  }),
  bind(contract.getCalendar, async ({ tx, actor, query, now }) => {
    const document = await selectPublishedDocumentOptional(tx, await chosenYearId(tx, query));
    if (!document) return { months: [] };
    const firstYear = Number(document.schoolYear.slice(0, 4));
    const range = { from: query.from ?? `${firstYear}-08-01`, to: query.to ?? `${firstYear + 1}-06-30` };
    const rows = await listCalendar(tx, document.id, range, holderOf(actor), localDate(now));
    const months = new Map<string, typeof rows>();
    for (const row of rows) {
      const month = row.dueOn.slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), row]);
    }
    return {
      months: [...months].map(([month, entries]) => ({
        month,
        entries: entries.map(
          ({ dutyId, code, kind, title, startsOn, dueOn, responsible, assignmentId, ...counts }) => ({
            dutyId,
            code,
            kind,
            title,
            startsOn,
            dueOn,
            responsible,
            assignmentId,
            counts,
          }),
        ),
      })),
    };
  }),
  bind(contract.search, async ({ tx, actor, query }) => {
    const yearId = await chosenYearId(tx, query);
    const rows = await searchEverything(tx, foldVietnamese(query.q), yearId, holderOf(actor));
    const link = {
      assignment: (id: string) => assignmentLink(id),
      duty: (id: string) => `/ke-hoach?nhiem-vu=${id}`,
      unit: (id: string) => `/don-vi/${id}`,
      person: (id: string) => `/tai-khoan/${id}`,
      officialDocument: (id: string) => `/van-ban/${id}`,
    };
    return { results: rows.map((row) => ({ ...row, link: link[row.kind](row.id) })) };
  }),
  bindAhead(contract.listNotices, async ({ tx, query }) => listNotices(tx, query.limit)),
  bind(contract.readNotices, async ({ tx, body, now }) => ({
    read: await markNoticesRead(tx, body.ids, now),
  })),
  bind(contract.makeFeedAddress, async ({ tx, now, services }) => {
    const token = randomBytes(24).toString('base64url');
    await sql`SELECT identity.set_own_feed_token(${createHash('sha256').update(token).digest()}, ${now})`.execute(
      tx,
    );
    return { address: `${services.publicUrl}/api/calendar/${token}` };
  }),
  bind(contract.getCalendarFeed, async ({ tx, now, params, services }) => {
    const hash = createHash('sha256')
      .update(params.token.replace(/\.ics$/, ''))
      .digest();
    const { rows } = await sql<{ displayName: string }>`
      SELECT display_name AS "displayName" FROM identity.open_feed(${hash}, ${now})`.execute(tx);
    const [owner] = rows;
    if (!owner) throw planErrors.feedNotFound();
    const events = await listFeed(tx);
    const text = renderCalendarFeed({
      name: `Hoa Ban – ${owner.displayName}`,
      events: events.map((event) => ({
        id: event.id,
        title: event.title,
        description: `${event.unit}\n${event.body}`,
        startsOn: event.dueOn,
        endsOn: event.dueOn,
        url: `${services.publicUrl}${assignmentLink(event.id)}`,
        updatedAt: event.updatedAt,
      })),
    });
    return {
      fileName: 'hoa-ban.ics',
      mediaType: 'text/calendar; charset=utf-8',
      bytes: new TextEncoder().encode(text),
      inline: true,
    };
  }),
];

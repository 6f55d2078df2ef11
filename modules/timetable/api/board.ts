import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderWorkbook, type Sheet } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { yearOf } from '../actions/place.ts';
import * as contract from '../contract.ts';
import { type BoardRow, listBoard } from '../data/board.ts';
import { weekOn } from '../rules/index.ts';
import { excel } from './files.ts';

interface Filter {
  readonly schoolYear?: string | undefined;
  readonly show?: 'missing' | 'wrong' | undefined;
  readonly q?: string | undefined;
}

const isWrong = ({ figures }: BoardRow) => (figures?.mustFix ?? 0) > 0;

async function readBoard(tx: ReadTx, now: Date, filter: Filter) {
  const year = await yearOf(tx, filter.schoolYear);
  const week = weekOn(year.weeks, localDate(now))?.number ?? null;
  const all = await listBoard(tx, { schoolYearId: year.id, week, q: filter.q });
  const items = all.filter((row) =>
    filter.show === 'missing' ? !row.published : filter.show === 'wrong' ? isWrong(row) : true,
  );
  return { year, week, all, items };
}

const sum = (rows: readonly BoardRow[], of: (row: BoardRow) => number) =>
  rows.reduce((all, row) => all + of(row), 0);

function boardSheet(rows: readonly BoardRow[]): Sheet {
  return {
    name: 'Thời khoá biểu các trường',
    columns: [
      { title: 'Trường', kind: 'text' },
      { title: 'Xã, phường', kind: 'text' },
      { title: 'Đã công bố', kind: 'text' },
      { title: 'Ngày công bố', kind: 'date' },
      { title: 'Số lớp', kind: 'integer' },
      { title: 'Lớp học hai buổi', kind: 'integer' },
      { title: 'Lỗi phải sửa', kind: 'integer' },
      { title: 'Tiết mỗi giáo viên (trung bình)', kind: 'decimal' },
      { title: 'Tiết mỗi giáo viên (nhiều nhất)', kind: 'decimal' },
      { title: 'Tiết trống của giáo viên', kind: 'integer' },
      { title: 'Số buổi giáo viên đến trường', kind: 'integer' },
    ],
    rows: rows.map((row) => [
      row.unitName,
      row.communeName,
      row.published,
      row.publishedOn,
      row.classes,
      row.twoSessionClasses,
      row.figures?.mustFix,
      row.load?.average,
      row.load?.most,
      row.figures?.teacherGaps,
      row.figures?.teacherHalfDays,
    ]),
  };
}

/** The board of the department and the communes. */
export const boardRoutes: AnyRoute[] = [
  bind(contract.getBoard, async ({ tx, now, query }) => {
    const { year, week, all, items } = await readBoard(tx, now, query);
    return {
      schoolYear: year.name,
      week,
      items,
      counts: {
        schools: all.length,
        missing: all.filter(({ published }) => !published).length,
        wrong: all.filter(isWrong).length,
        classes: sum(all, ({ classes }) => classes),
        twoSessionClasses: sum(all, ({ twoSessionClasses }) => twoSessionClasses),
      },
    };
  }),
  bind(contract.exportBoard, async ({ tx, now, query }) => {
    const { year, items } = await readBoard(tx, now, query);
    return {
      fileName: `Thời khoá biểu các trường ${year.name}.xlsx`,
      mediaType: excel,
      bytes: await renderWorkbook([boardSheet(items)]),
    };
  }),
];

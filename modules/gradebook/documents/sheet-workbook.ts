import type { ReadTable, Sheet } from '#platform/documents';
import type { Problem } from '#platform/errors';
import {
  cellOf,
  cellText,
  commentText,
  type Judged,
  type MarksRow,
  type Place,
  placeName,
  printedScore,
  rowResult,
} from '../rules/index.ts';

interface WorkbookRow extends MarksRow {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  readonly comment: string | null;
}

const originName = 'Bản tải về (không sửa)';
const titles = { number: 'STT', name: 'Họ và tên', comment: 'Nhận xét', id: 'Mã (không sửa)' } as const;

/**
 * A sheet of marks as a workbook to be filled in and read back. A second sheet keeps what stood there, so that reading back knows what was
 * changed in the file and what meanwhile on the server.
 */
export function sheetWorkbook(
  title: string,
  judged: Judged,
  wanted: readonly Place[],
  rows: readonly WorkbookRow[],
): Sheet[] {
  const columns: Sheet['columns'] = [
    { title: titles.number, kind: 'integer', width: 6 },
    { title: titles.name, kind: 'text', width: 28 },
    ...wanted.map((place) => ({ title: placeName(place), kind: 'text' as const, width: 10 })),
    { title: titles.comment, kind: 'text', width: 40 },
    { title: judged === 'score' ? 'TBM' : 'Kết quả', kind: 'text', width: 10 },
    { title: titles.id, kind: 'text', width: 38 },
  ];
  const lines = rows.map((row) => {
    const result = rowResult(judged, row, wanted);
    return [
      row.rollNumber,
      row.name,
      ...wanted.map((place) => cellText(judged, cellOf(row, place))),
      row.comment ?? '',
      result.kind === 'score'
        ? printedScore(result.average)
        : result.kind === 'comment'
          ? commentText(result.result)
          : '',
      row.pupilId,
    ];
  });
  return [
    { name: title, columns: [...columns], rows: lines },
    { name: originName, columns: [...columns], rows: lines },
  ];
}

export interface FileCell {
  readonly pupilId: string;
  readonly place: Place | 'comment';
  /** What the file said when it was made; undefined: the file does not tell. */
  readonly was: string | undefined;
  readonly value: string;
}

/** Cells of a workbook that were changed in the file, or what is wrong with the file as a whole. */
export function readSheetWorkbook(
  tables: readonly ReadTable[],
  wanted: readonly Place[],
):
  | { readonly cells: readonly FileCell[]; readonly pupils: number }
  | { readonly problems: readonly Problem[] } {
  const origin = tables.find(({ name }) => name === originName);
  const table = tables.find((one) => one !== origin);
  const read = table && readRows(table, wanted);
  if (!read) {
    return {
      problems: [
        {
          path: 'file',
          message: `Không thấy cột "${titles.id}" hoặc cột điểm. Hãy tải lại sổ điểm (Excel), điền rồi nhập tệp đó.`,
        },
      ],
    };
  }
  const before = origin ? readRows(origin, wanted) : undefined;
  const cells: FileCell[] = [];
  for (const [pupilId, values] of read) {
    for (const [place, value] of values) {
      const was = before?.get(pupilId)?.get(place);
      if (was === undefined || was !== value) cells.push({ pupilId, place, was, value });
    }
  }
  return { cells, pupils: read.size };
}

/** Texts by pupil and place; undefined without the heading line. */
function readRows(
  { rows }: ReadTable,
  wanted: readonly Place[],
): Map<string, Map<Place | 'comment', string>> | undefined {
  const headAt = rows.findIndex((row) => row.includes(titles.id));
  const head = rows[headAt];
  if (!head) return undefined;
  const places: readonly (Place | 'comment')[] = [...wanted, 'comment'];
  const columns = places.flatMap((place) => {
    const at = head.indexOf(place === 'comment' ? titles.comment : placeName(place));
    return at < 0 ? [] : [[place, at] as const];
  });
  if (columns.length === 0) return undefined;
  const idAt = head.indexOf(titles.id);
  const read = new Map<string, Map<Place | 'comment', string>>();
  for (const row of rows.slice(headAt + 1)) {
    const pupilId = (row[idAt] ?? '').toLowerCase();
    if (pupilId === '') continue;
    read.set(pupilId, new Map(columns.map(([place, at]) => [place, row[at] ?? ''])));
  }
  return read;
}

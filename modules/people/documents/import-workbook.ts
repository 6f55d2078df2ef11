import { renderWorkbook, type Sheet, type SheetColumn } from '#platform/documents';
import {
  type CheckedRow,
  columnLetters,
  type SheetContext,
  type SheetKind,
  type SheetRow,
} from '../rules/sheets/index.ts';

const sheetNames = { pupils: 'Học sinh', staff: 'Cán bộ', classes: 'Lớp', assignments: 'Phân công' } as const;
const listsSheet = 'Danh mục';

/**
 * Makes the sheet to fill in for one school: our headings with the school's own lists to choose from, how to fill in each column,
 * and the lists.
 */
export function renderImportTemplate(kind: SheetKind, context: SheetContext): Promise<Uint8Array> {
  const columns = kind.columns.filter(({ partOf }) => partOf === undefined);
  const lists = columns.flatMap(({ field, title, options }) => {
    const values = options?.(context) ?? [];
    return values.length > 0 ? [{ field, title, values }] : [];
  });
  const filled: Sheet = {
    name: sheetNames[kind.kind],
    columns: columns.map(({ field, title, required }): SheetColumn => {
      const at = lists.findIndex((list) => list.field === field);
      const letter = columnLetters(at);
      const pick =
        at < 0 ? {} : { pickFrom: `'${listsSheet}'!$${letter}$2:$${letter}$${lists[at]!.values.length + 1}` };
      return {
        title: required ? `${title} (*)` : title,
        kind: 'text',
        width: Math.max(14, title.length + 5),
        ...pick,
      };
    }),
    rows: [],
  };
  const guide: Sheet = {
    name: 'Hướng dẫn',
    columns: [
      { title: 'Cột', kind: 'text', width: 28 },
      { title: 'Cách ghi', kind: 'text', width: 90 },
    ],
    rows: [
      ...columns.map(({ title, explanation }) => [title, explanation]),
      ['Cột có dấu (*)', 'Phải ghi với hồ sơ mới. Các cột khác để trống được.'],
      ['Ô trống', 'Giữ nguyên nội dung đang có trong hệ thống.'],
      ['Nhập lại', 'Nhập lại cùng tệp không đổi gì. Hồ sơ không có trong tệp được giữ nguyên.'],
      ['Thứ tự cột', 'Cột nào trước cũng được; có thể bỏ cột không dùng hoặc dùng bảng sẵn có của trường.'],
    ],
  };
  const longest = Math.max(0, ...lists.map(({ values }) => values.length));
  const choices: Sheet = {
    name: listsSheet,
    columns: lists.map(({ title }) => ({ title, kind: 'text' })),
    rows: Array.from({ length: longest }, (_, row) => lists.map(({ values }) => values[row] ?? '')),
  };
  return renderWorkbook([filled, guide, ...(lists.length > 0 ? [choices] : [])]);
}

/**
 * Makes the sheet of an import again, every row in its old line where there was one: cells at fault coloured, and a last column that
 * says what is wrong and what to do.
 */
export function renderMarkedWorkbook(
  batch: {
    readonly sheetName: string;
    readonly headings: readonly string[];
    readonly rows: readonly SheetRow[];
  },
  checked: readonly CheckedRow[],
): Promise<Uint8Array> {
  const comments = batch.headings.length;
  const marks = new Map<string, 'wrong' | 'doubtful'>();
  const rows = batch.rows.map(({ cells }, at) => {
    const findings = checked[at]?.findings ?? [];
    for (const { column, severity } of findings) {
      const key = `${at}/${column ?? comments}`;
      if (severity === 'must' || !marks.has(key)) marks.set(key, severity === 'must' ? 'wrong' : 'doubtful');
    }
    const said = findings.map(({ column, message, remedy }) => {
      const heading = column === null ? '' : `${batch.headings[column]}: `;
      return `${heading}${message} ${remedy}`;
    });
    return [...cells, said.join('\n')];
  });
  const columns = batch.headings.map(
    (heading, at): SheetColumn => ({ title: heading || `Cột ${columnLetters(at)}`, kind: 'text' }),
  );
  return renderWorkbook([
    {
      name: batch.sheetName,
      columns: [...columns, { title: 'Lỗi cần xem', kind: 'text', width: 60 }],
      rows,
      marks,
    },
  ]);
}

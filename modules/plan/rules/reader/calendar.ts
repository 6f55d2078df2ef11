import type { CalendarMonth, ResponsibleUnit, TimeWindow } from './draft.ts';
import { findUnits, unitsOfMonthlyWork } from './responsible.ts';
import type { ReadingNote, ReadingProblem, SourceParagraph } from './source.ts';
import { splitCalendarWork } from './split.ts';
import { canonicalSpelling } from './vietnamese.ts';
import { monthWindow, narrowWindow } from './window.ts';

export interface CalendarEntryText {
  text: string;
  paragraphOrdinals: number[];
  responsible: ResponsibleUnit[];
  window: TimeWindow;
}

export interface CalendarReading {
  headerOrdinals: number[];
  months: CalendarMonth[];
  entries: CalendarEntryText[];
  problems: ReadingProblem[];
  notes: ReadingNote[];
}

interface Columns {
  month: number;
  work: number;
  who: number[];
  note: number;
}

/** Whether the rows of one table look like a month-by-month calendar, with or without readable months. */
export function isCalendarTable(rows: SourceParagraph[], isUnderCalendarHeading: boolean): boolean {
  const header = cellsOf(rows[0]!);
  if (rows.some((row) => cellsOf(row).some((cell) => readMonths(cell, null) !== undefined))) return true;
  return isUnderCalendarHeading || header.some((cell) => /^(?:tháng|thời gian|tháng\/năm)$/iu.test(cell));
}

/**
 * Reads the rows of one calendar table. A row without a month belongs to the month above (a page break leaves such
 * rows); the "who" cells of all rows of a month are read together and hold for all its entries, as do its notes.
 * @param rows the table's paragraphs, header included.
 * @param schoolYearStart gives the year to "Tháng 9" without one; may be null.
 */
export function readCalendar(rows: SourceParagraph[], schoolYearStart: number | null): CalendarReading {
  const reading: CalendarReading = { headerOrdinals: [], months: [], entries: [], problems: [], notes: [] };
  const columns = findColumns(rows, reading.headerOrdinals);
  const body = rows.filter((row) => !reading.headerOrdinals.includes(row.ordinal));
  const groups: { month: CalendarMonth; entries: { text: string; paragraphOrdinals: number[] }[] }[] = [];
  for (const row of body) {
    const cells = cellsOf(row);
    const label = cells[columns.month] ?? '';
    if (label !== '' || groups.length === 0) {
      const months = label === '' ? undefined : readMonths(label, schoolYearStart);
      if (!months) reading.problems.push(unreadableMonth(label, row.ordinal));
      groups.push({
        month: {
          months: months ?? [],
          label,
          responsibleText: '',
          note: '',
          otherText: '',
          paragraphOrdinals: [],
        },
        entries: [],
      });
    }
    const { month, entries } = groups.at(-1)!;
    const work = cells[columns.work] ?? '';
    const isContinued = label === '' && entries.length > 0 && /^\p{Ll}/u.test(work);
    splitCalendarWork(work).forEach((text, index) => {
      const last = entries.at(-1);
      if (isContinued && index === 0 && last) {
        last.text += ` ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
        last.paragraphOrdinals.push(row.ordinal);
      } else entries.push({ text, paragraphOrdinals: [row.ordinal] });
    });
    month.paragraphOrdinals.push(row.ordinal);
    month.responsibleText = joinCells([month.responsibleText, ...columns.who.map((column) => cells[column])]);
    month.note = joinCells([month.note, cells[columns.note]]);
    const read = [columns.month, columns.work, columns.note, ...columns.who];
    month.otherText = joinCells([month.otherText, ...cells.filter((_, column) => !read.includes(column))]);
  }
  for (const { month, entries } of groups) {
    const responsible = findUnits(month.responsibleText);
    if (responsible.length === 0 && entries.length > 0) {
      reading.notes.push({
        code: 'calendarWithoutUnit',
        message: `Tháng ${month.label || '?'} chưa ghi đơn vị thực hiện; hãy chọn khi rà soát.`,
      });
    }
    const window = windowOf(month);
    reading.months.push(month);
    for (const entry of entries)
      reading.entries.push({
        ...entry,
        responsible: unitsOfMonthlyWork(entry.text, responsible),
        window: narrowWindow(entry.text, window),
      });
  }
  checkOrder(reading);
  return reading;
}

/** Whether at least one row of the table names a month that can be read. */
export function hasReadableMonth(rows: SourceParagraph[], schoolYearStart: number | null): boolean {
  return rows.some((row) => cellsOf(row).some((cell) => readMonths(cell, schoolYearStart) !== undefined));
}

/**
 * "8/2025", "Tháng 08 năm 2025", "T8-2025", "8-9/2025", and "Tháng 9" when the school year is known → ["2025-08"].
 * Undefined when the cell is not a month ("13/2025", "Quý I").
 */
function readMonths(cell: string, schoolYearStart: number | null): string[] | undefined {
  const spelled = canonicalSpelling(cell).toLowerCase().trim();
  const match =
    /^(?:(?:tháng|t\.?)\s*)?(\d{1,2})(?:\s*[-,+]\s*(\d{1,2}))?(?:\s*(?:[/.-]|\/?\s*năm)\s*(\d{4}))?$/u.exec(
      spelled,
    );
  if (!match) return undefined;
  const numbers = [match[1], match[2]].filter((text) => text !== undefined).map(Number);
  if (numbers.some((month) => month < 1 || month > 12)) return undefined;
  if (match[3] === undefined && (schoolYearStart === null || !/^t/u.test(spelled))) return undefined;
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const lastYear = match[3] === undefined ? schoolYearStart! + (last >= 8 ? 0 : 1) : Number(match[3]);
  const months: string[] = [];
  for (let month = first; ; month = (month % 12) + 1) {
    const year = month > last ? lastYear - 1 : lastYear;
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    if (month === last) return months;
  }
}

function findColumns(rows: SourceParagraph[], headerOrdinals: number[]): Columns {
  const header = cellsOf(rows[0]!).map((cell) => canonicalSpelling(cell).toLowerCase());
  const width = rows.reduce((widest, row) => Math.max(widest, cellsOf(row).length), 0);
  const isHeader = header.some(
    (cell) =>
      /^(?:tháng|thời gian|tt|stt|ghi chú)/u.test(cell) &&
      readMonths(cell, null) === undefined &&
      !/\d/u.test(cell),
  );
  if (!isHeader) return { month: 0, work: 1, who: [2].filter((column) => column < width), note: 3 };
  headerOrdinals.push(rows[0]!.ordinal);
  const find = (pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell));
  const month = Math.max(find(/^tháng|^thời gian|^thời điểm/u), 0);
  const note = find(/ghi chú/u);
  const order = find(/^(?:tt|stt|số tt)$/u);
  const others = header.map((_, column) => column).filter((column) => ![month, note, order].includes(column));
  const named = others.filter((column) =>
    /đơn vị|phụ trách|chủ trì|phối hợp|trách nhiệm|người|bộ phận/u.test(header[column]!),
  );
  const work = others.find((column) => !named.includes(column)) ?? others[0] ?? month + 1;
  const rest = others.filter((column) => column !== work);
  return { month, work, who: rest, note: note < 0 ? width : note };
}

function windowOf(month: CalendarMonth): TimeWindow {
  const first = month.months[0];
  const last = month.months.at(-1);
  const note = month.note === '' ? null : month.note.replace(/\s+/gu, ' ');
  if (!first || !last) return { startsOn: null, endsOn: null, note };
  const { startsOn } = monthWindow(Number(first.slice(0, 4)), Number(first.slice(5)));
  const { endsOn } = monthWindow(Number(last.slice(0, 4)), Number(last.slice(5)));
  return narrowWindow(month.note, { startsOn, endsOn, note });
}

function checkOrder(reading: CalendarReading): void {
  const months = reading.months.flatMap((month) => month.months);
  const repeated = months.filter((month, index) => months.indexOf(month) !== index);
  if (repeated.length > 0) {
    reading.notes.push({
      code: 'repeatedMonth',
      message: 'Lịch có tháng ghi ở hai dòng; các việc được gộp theo tháng.',
      detail: repeated.join(', '),
    });
  }
  if (months.some((month, index) => index > 0 && month < months[index - 1]!)) {
    reading.notes.push({
      code: 'monthsOutOfOrder',
      message: 'Các tháng trong lịch không theo thứ tự; hãy kiểm tra lại năm của từng tháng.',
    });
  }
}

function unreadableMonth(label: string, ordinal: number): ReadingProblem {
  return {
    code: 'monthUnreadable',
    message:
      label === ''
        ? 'Dòng lịch không ghi tháng nên chưa có thời hạn. Hãy ghi tháng (ví dụ 8/2025) rồi nạp lại, hoặc đặt thời hạn khi rà soát.'
        : `Không đọc được tháng "${label.slice(0, 40)}". Hãy ghi dạng tháng/năm (ví dụ 8/2025) rồi nạp lại, hoặc đặt thời hạn khi rà soát.`,
    detail: `Đoạn ${ordinal}`,
  };
}

const cellsOf = (paragraph: SourceParagraph): string[] => paragraph.row?.cells ?? [];
const joinCells = (parts: (string | undefined)[]): string =>
  parts.filter((part) => part && part !== '').join(' ');

import type { GridBook, GridSheet, Sheet, SheetColumn } from '#platform/documents';
import { formatDate, formatDateTime } from '#platform/i18n';
import type { FilledLine, LogLine } from '../rules/index.ts';

type Line = FilledLine<
  LogLine & {
    readonly staffName: string;
    readonly standsIn: boolean;
    readonly title: string;
    readonly remark: string;
    readonly homework: string;
    readonly rating: string | null;
    readonly lateReason: string | null;
  }
>;

/** A week of the log of a class on paper. */
export interface BookWeek {
  readonly className: string;
  readonly schoolYear: string;
  readonly week: { readonly number: number; readonly startsOn: string; readonly endsOn: string };
  readonly lines: readonly Line[];
  readonly subjects: ReadonlyMap<string, string>;
  /** Names of who teaches, by staff id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly absent: readonly {
    readonly day: string;
    readonly half: string;
    readonly period: number;
    readonly name: string;
    readonly excused: boolean;
    readonly online: 'noConnection' | 'leftEarly' | null;
  }[];
  readonly signatures: readonly {
    readonly part: string;
    readonly by: string;
    readonly at: string;
    readonly note: string;
  }[];
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const heldWords = { taught: '', online: 'Dạy trực tuyến', notTaught: 'Không dạy' } as const;
const columns = [
  { title: 'Thứ, ngày', width: 14 },
  { title: 'Buổi', width: 8 },
  { title: 'Tiết', width: 6 },
  { title: 'Môn', width: 16 },
  { title: 'PPCT', width: 7 },
  { title: 'Tên bài, nội dung', width: 40 },
  { title: 'Học sinh vắng', width: 26 },
  { title: 'Nhận xét, dặn dò', width: 36 },
  { title: 'Xếp loại', width: 8 },
  { title: 'Giáo viên', width: 22 },
] as const;

/** The rows of the book, one for each period. */
export function bookRows({ lines, subjects, staff, absent }: BookWeek): string[][] {
  return lines.map(({ slot, planned, entry, state }) => {
    const code = entry?.subjectCode ?? planned?.subjectCode;
    const away = absent.filter(
      (one) =>
        one.day === slot.day && one.half === slot.half && (one.period === 0 || one.period === slot.period),
    );
    const teacher = entry
      ? `${entry.staffName}${entry.standsIn ? ' (dạy thay)' : ''}`
      : (planned?.staffIds ?? []).map((id) => staff.get(id) ?? '').join(', ');
    const title = entry ? entry.title : state === 'off' ? 'Nghỉ, chuyển tiết' : '';
    const said = entry
      ? [
          heldWords[entry.held],
          entry.remark,
          entry.homework ? `Dặn dò: ${entry.homework}` : '',
          entry.lateReason ? `Ghi muộn: ${entry.lateReason}` : '',
        ]
      : [state === 'due' ? 'Chưa ghi' : ''];
    return [
      `${weekdays[new Date(`${slot.day}T00:00:00Z`).getUTCDay()]}, ${formatDate(slot.day).slice(0, 5)}`,
      slot.half === 'morning' ? 'Sáng' : 'Chiều',
      String(slot.period),
      planned?.isGroup ? planned.className : (planned?.event ?? (code ? (subjects.get(code) ?? code) : '')),
      entry?.programmePeriod ? String(entry.programmePeriod) : '',
      title,
      away.map((one) => `${one.name} (${awayWord(one)})`).join(', '),
      said.filter(Boolean).join('. '),
      entry?.rating ?? '',
      teacher,
    ];
  });
}

/** With leave or without; of what was held online why a pupil was not there to the end. */
function awayWord({ excused, online }: BookWeek['absent'][number]): string {
  if (online) return online === 'noConnection' ? 'mất kết nối' : 'rời sớm';
  return excused ? 'P' : 'K';
}

const partWords: Readonly<Record<string, string>> = {
  homeroom: 'Giáo viên chủ nhiệm',
  principal: 'Ban giám hiệu',
};

function signatureLines({ signatures }: BookWeek): string[] {
  return signatures.map(
    ({ part, by, at, note }) =>
      `${partWords[part] ?? part}: ${by}, ký lúc ${formatDateTime(at)}${note ? `. ${note}` : ''}`,
  );
}

/** The week as a workbook. */
export function bookSheets(book: BookWeek): Sheet[] {
  const sheetColumns = columns.map(({ title, width }): SheetColumn => ({ title, width, kind: 'text' }));
  return [
    { name: `Lớp ${book.className} tuần ${book.week.number}`, columns: sheetColumns, rows: bookRows(book) },
    {
      name: 'Chữ ký',
      columns: [{ title: 'Ký sổ', kind: 'text', width: 80 }],
      rows: signatureLines(book).map((line) => [line]),
    },
  ];
}

/** Days that stand on one page, as in the bound book: two pages a week. */
const pages = [
  ['2', '3', '4'],
  ['5', '6', '7', '1'],
] as const;

/** 'Thứ Hai' is 2, as people count; Sunday 1. */
function dayNumber(day: string): string {
  return String(new Date(`${day}T00:00:00Z`).getUTCDay() + 1);
}

/** The week as two pages to print, sign and file; P: with leave, K: without. */
export function bookPages(owner: string, book: BookWeek): GridBook {
  const { number, startsOn, endsOn } = book.week;
  const rows = bookRows(book).map((row, at) => ({ row, line: book.lines[at]! }));
  const plain = (text: string, note = '') => ({ text: text || note, note: text ? note : '' });
  const sheets = pages.flatMap((days): GridSheet[] => {
    const own = rows.filter(({ line }) => days.some((day) => day === dayNumber(line.slot.day)));
    if (own.length === 0) return [];
    return [
      {
        title: `SỔ ĐẦU BÀI LỚP ${book.className}`,
        subtitle: `Tuần ${number} (${formatDate(startsOn)} – ${formatDate(endsOn)}), năm học ${book.schoolYear}`,
        columns: [
          'Thứ, ngày',
          'Tiết',
          'Môn',
          'Tên bài, nội dung',
          'Học sinh vắng',
          'Nhận xét, dặn dò',
          'Xếp loại, giáo viên',
        ],
        headings: 2,
        plain: true,
        rows: own.map(({ row, line }, at) => {
          const [
            day = '',
            half = '',
            period = '',
            subject = '',
            pacing = '',
            title = '',
            away = '',
            said = '',
            rating = '',
            who = '',
          ] = row;
          const begins = at === 0 || own[at - 1]!.line.slot.day !== line.slot.day;
          return {
            begins,
            cells: [
              plain(begins ? day : ''),
              plain(`${half} ${period}`),
              plain(subject, pacing ? `Tiết PPCT ${pacing}` : ''),
              plain(title),
              plain(away),
              plain(said),
              plain(rating, who),
            ],
          };
        }),
      },
    ];
  });
  const empty: GridSheet = {
    title: `SỔ ĐẦU BÀI LỚP ${book.className}`,
    subtitle: `Tuần ${number}, năm học ${book.schoolYear}`,
    columns: ['Chưa có tiết nào trong thời khoá biểu đã công bố'],
    headings: 0,
    rows: [],
  };
  return {
    paper: 'a4',
    owner,
    foot: signatureLines(book).join(' · ') || 'Giáo viên chủ nhiệm, ban giám hiệu: chưa ký',
    sheets: sheets.length > 0 ? sheets : [empty],
  };
}

import { bad, empty, good, type Reading } from './finding.ts';
import { closest, foldWords } from './match-words.ts';
import { showWord } from './person-columns.ts';
import { readListed } from './place-columns.ts';
import { formulaFinding, isFormula, tidy, type Word } from './read-text.ts';
import { readMark, readWord } from './read-word.ts';
import type { FieldFinding, SheetColumn, SheetContext, SheetKind, Values } from './sheet-kind.ts';

const kindWords: readonly Word[] = [
  { code: 'ordinary', word: 'Thường', also: ['Lớp thường', 'Bình thường', 'Đại trà'] },
  { code: 'inclusive', word: 'Hoà nhập', also: ['Hòa nhập', 'Lớp hòa nhập'] },
  { code: 'specialised', word: 'Chuyên', also: ['Lớp chuyên'] },
  { code: 'boarding', word: 'Nội trú', also: ['Lớp nội trú'] },
];
const yesNo: readonly Word[] = [
  { code: 'yes', word: 'Có' },
  { code: 'no', word: 'Không' },
];

function readClassName(typed: string): Reading {
  const name = tidy(typed).replace(/^lớp\s+/i, '');
  if (name === '') return empty;
  if (isFormula(name)) return formulaFinding;
  return name.length <= 20
    ? good(name)
    : bad('tooLong', 'Tên lớp dài hơn 20 ký tự.', 'Hãy ghi tên ngắn như 6A1.');
}

/** A homeroom teacher by code or by name; of two with one name the code is needed. */
function readHomeroom(typed: string, { staff }: SheetContext): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const byCode = staff.find(({ code }) => code !== null && code.toLowerCase() === text.toLowerCase());
  const found = byCode ? [byCode] : staff.filter(({ name }) => foldWords(name) === foldWords(text));
  if (found.length === 1) return good(found[0]!.id);
  if (found.length > 1)
    return bad(
      'unknownWord',
      `Trường có ${found.length} người tên "${text}".`,
      'Hãy ghi mã cán bộ của giáo viên chủ nhiệm.',
    );
  const near = closest(
    text,
    staff.map(({ name }) => name),
  );
  return bad(
    'unknownWord',
    `Trường chưa có cán bộ "${text}".`,
    'Hãy nhập danh sách cán bộ trước, hoặc sửa lại tên.',
    near ?? null,
  );
}

const columns: readonly SheetColumn[] = [
  {
    field: 'name',
    title: 'Tên lớp',
    synonyms: ['Lớp', 'Tên lớp học', 'Lớp học'],
    required: true,
    explanation: 'Bắt buộc. Ví dụ 6A1.',
    read: readClassName,
  },
  {
    field: 'grade',
    title: 'Khối',
    synonyms: ['Khối lớp', 'Khối học'],
    explanation: '6 đến 12. Để trống: lấy số đầu của tên lớp.',
    read: (typed, { grades }) => {
      const text = tidy(typed)
        .replace(/\.0+$/, '')
        .replace(/^(khối|lớp)\s*/i, '');
      if (text === '') return empty;
      if (grades.some((grade) => String(grade) === text)) return good(text);
      return bad(
        'digits',
        `Trường không có khối "${text}".`,
        `Ghi một trong các khối: ${grades.join(', ')}.`,
      );
    },
    options: ({ grades }) => grades.map(String),
  },
  {
    field: 'kind',
    title: 'Loại lớp',
    synonyms: ['Loại hình lớp', 'Loại', 'Kiểu lớp'],
    explanation: 'Để trống: thường.',
    read: (typed) => readWord(typed, kindWords, 'loại lớp'),
    show: showWord(kindWords),
    options: () => kindWords.map(({ word }) => word),
  },
  {
    field: 'specialisedSubject',
    title: 'Môn chuyên',
    synonyms: ['Chuyên môn chuyên', 'Chuyên'],
    explanation: 'Chỉ với lớp chuyên.',
    read: (typed, { subjects }) => readWord(typed, subjects, 'môn'),
    show: (code, { subjects }) => subjects.find((subject) => subject.code === code)?.word ?? code,
  },
  {
    field: 'homeroomStaffId',
    title: 'Giáo viên chủ nhiệm',
    synonyms: ['GVCN', 'Chủ nhiệm', 'Họ tên GVCN', 'Giáo viên CN', 'Tên GVCN'],
    explanation: 'Họ tên hoặc mã cán bộ của trường.',
    read: readHomeroom,
    show: (id, { staff }) => staff.find((member) => member.id === id)?.name ?? id,
    options: ({ staff }) => staff.map(({ name }) => name),
  },
  {
    field: 'roomName',
    title: 'Phòng học',
    synonyms: ['Phòng', 'Tên phòng'],
    explanation: 'Tên phòng đã có của trường.',
    read: (typed, { rooms }) => readListed(typed, rooms, 'phòng'),
    options: ({ rooms }) => rooms.map(({ name }) => name),
  },
  {
    field: 'siteName',
    title: 'Điểm trường',
    synonyms: ['Điểm', 'Phân hiệu', 'Tên điểm trường'],
    explanation: 'Tên điểm trường đã có.',
    read: (typed, { sites }) => readListed(typed, sites, 'điểm trường'),
    options: ({ sites }) => sites.map(({ name }) => name),
  },
  {
    field: 'twoSessions',
    title: 'Học 2 buổi/ngày',
    synonyms: ['2 buổi/ngày', 'Học hai buổi', 'Số buổi học', 'Hai buổi'],
    explanation: 'x nếu lớp học hai buổi mỗi ngày.',
    read: (typed) => (tidy(typed) === '2' ? good('yes') : readMark(typed)),
    show: showWord(yesNo),
    options: () => ['Có', 'Không'],
  },
];

function gradeOfName(name: string): string | null {
  return /^(6|7|8|9|10|11|12)(?!\d)/.exec(name)?.[1] ?? null;
}

function checkRow(values: Values, { grades }: SheetContext): { findings: FieldFinding[] } {
  const findings: FieldFinding[] = [];
  const say = (field: string, message: string, remedy: string) =>
    findings.push({ field, code: 'unknownWord', severity: 'must', message, remedy, proposal: null });
  const fromName = values.name ? gradeOfName(values.name) : null;
  if (values.name && !values.grade && (fromName === null || !grades.includes(Number(fromName)))) {
    say('grade', 'Không đoán được khối từ tên lớp.', `Hãy ghi khối: ${grades.join(', ')}.`);
  }
  if (values.kind === 'specialised' && !values.specialisedSubject) {
    say('specialisedSubject', 'Lớp chuyên chưa ghi môn chuyên.', 'Hãy ghi môn chuyên.');
  }
  if (values.specialisedSubject && values.kind !== 'specialised') {
    say(
      'kind',
      'Có môn chuyên nhưng lớp không phải lớp chuyên.',
      'Ghi loại lớp "Chuyên" hoặc bỏ môn chuyên.',
    );
  }
  return { findings };
}

/** The grade of a class as its row says, or as its name begins. */
export function gradeOfClass(values: Values): number {
  return Number(values.grade ?? gradeOfName(values.name ?? ''));
}

/** Sheets of the classes of a school year. */
export const classSheet: SheetKind = {
  kind: 'classes',
  columns,
  keys: [['name']],
  unique: ['name'],
  checkRow,
};

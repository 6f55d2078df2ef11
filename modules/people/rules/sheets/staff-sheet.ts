import { formatDate } from '#platform/i18n';
import { bad, empty, good } from './finding.ts';
import {
  birthDateColumn,
  ethnicColumn,
  identityColumn,
  joins,
  nameColumns,
  phoneColumn,
  sexColumns,
  showWord,
} from './person-columns.ts';
import { readListed } from './place-columns.ts';
import { readDate } from './read-date.ts';
import { identityWarnings } from './read-digits.ts';
import { tidy, type Word } from './read-text.ts';
import { readWord } from './read-word.ts';
import type { SheetColumn, SheetKind } from './sheet-kind.ts';

const postWords: readonly Word[] = [
  { code: 'principal', word: 'Hiệu trưởng', also: ['HT', 'Giám đốc'] },
  { code: 'vicePrincipal', word: 'Phó hiệu trưởng', also: ['PHT', 'Hiệu phó', 'Phó giám đốc'] },
  {
    code: 'teacher',
    word: 'Giáo viên',
    also: [
      'GV',
      'Tổ trưởng',
      'Tổ phó',
      'Giáo viên bộ môn',
      'Giáo viên THCS',
      'Giáo viên THPT',
      'Tổ trưởng chuyên môn',
    ],
  },
  { code: 'youthLeader', word: 'Tổng phụ trách Đội', also: ['TPT', 'Tổng phụ trách', 'TPT Đội'] },
  {
    code: 'equipmentOfficer',
    word: 'Thiết bị, thí nghiệm',
    also: ['Thiết bị', 'Nhân viên thiết bị', 'Thí nghiệm'],
  },
  { code: 'librarian', word: 'Thư viện', also: ['Nhân viên thư viện'] },
  { code: 'clerk', word: 'Văn thư', also: ['Văn phòng', 'Nhân viên văn thư', 'Giáo vụ'] },
  { code: 'accountant', word: 'Kế toán', also: ['Nhân viên kế toán'] },
  { code: 'nurse', word: 'Y tế', also: ['Nhân viên y tế', 'Y tế học đường'] },
  { code: 'counsellor', word: 'Tư vấn học sinh', also: ['Tư vấn tâm lý', 'Tư vấn'] },
  { code: 'inclusiveSupport', word: 'Hỗ trợ giáo dục người khuyết tật', also: ['Hỗ trợ khuyết tật'] },
  {
    code: 'boardingStaff',
    word: 'Quản lý nội trú, bán trú',
    also: ['Cấp dưỡng', 'Nấu ăn', 'Quản lý bán trú', 'Giáo vụ nội trú'],
  },
  { code: 'other', word: 'Khác', also: ['Bảo vệ', 'Phục vụ', 'Tạp vụ'] },
];
const employmentWords: readonly Word[] = [
  {
    code: 'tenured',
    word: 'Biên chế',
    also: ['Viên chức', 'HĐLV không xác định thời hạn', 'Hợp đồng làm việc'],
  },
  {
    code: 'contract',
    word: 'Hợp đồng',
    also: ['HĐ', 'Hợp đồng lao động', 'HĐLĐ', 'Hợp đồng 111', 'Hợp đồng có thời hạn'],
  },
  { code: 'visiting', word: 'Thỉnh giảng', also: ['Mời giảng'] },
];
const qualificationWords: readonly Word[] = [
  { code: 'none', word: 'Chưa qua đào tạo', also: ['Không'] },
  { code: 'intermediate', word: 'Trung cấp', also: ['TC', 'TCSP', 'Trung cấp sư phạm'] },
  { code: 'college', word: 'Cao đẳng', also: ['CĐ', 'CĐSP', 'Cao đẳng sư phạm'] },
  { code: 'bachelor', word: 'Đại học', also: ['ĐH', 'ĐHSP', 'Cử nhân', 'Đại học sư phạm'] },
  { code: 'master', word: 'Thạc sĩ', also: ['ThS', 'Thạc sỹ', 'Cao học'] },
  { code: 'doctor', word: 'Tiến sĩ', also: ['TS', 'Tiến sỹ'] },
];

const chosen = (
  field: string,
  title: string,
  synonyms: string[],
  words: readonly Word[],
  explanation: string,
  required = false,
): SheetColumn => ({
  field,
  title,
  synonyms,
  explanation,
  ...(required ? { required } : {}),
  read: (typed) => readWord(typed, words, title.toLowerCase()),
  show: showWord(words),
  options: () => words.map(({ word }) => word),
});

/** 'Toán, Tin học' → codes in order, joined by spaces. */
function readSubjects(typed: string, subjects: readonly Word[]): ReturnType<typeof readWord> {
  const parts = tidy(typed)
    .split(/[,;+]|\s[-–/]\s|\//)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return empty;
  const readings = parts.map((part) => readWord(part, subjects, 'môn'));
  const wrong = readings.find(({ value }) => value === null);
  if (wrong) {
    const [finding] = wrong.findings;
    const proposal = finding?.proposal
      ? parts.map((part, at) => readings[at]?.findings[0]?.proposal ?? part).join(', ')
      : null;
    return bad(
      'unknownWord',
      finding?.message ?? 'Không nhận ra môn.',
      'Ghi tên môn theo chương trình, cách nhau dấu phẩy.',
      proposal,
    );
  }
  return good([...new Set(readings.map(({ value }) => value!))].sort().join(' '));
}

const columns: readonly SheetColumn[] = [
  {
    field: 'code',
    title: 'Mã cán bộ',
    synonyms: [
      'Mã giáo viên',
      'Mã GV',
      'Mã CB',
      'Mã nhân sự',
      'Mã định danh Bộ GD&ĐT',
      'Mã số viên chức',
      'Mã định danh Bộ',
    ],
    explanation: 'Mã trên cơ sở dữ liệu ngành, nếu có.',
    read: (typed) => {
      const text = tidy(typed).replace(/\.0+$/, '');
      if (text === '') return empty;
      if (/^[A-Za-z0-9._-]{1,30}$/.test(text)) return good(text);
      return bad(
        'digits',
        `Mã "${text}" có ký tự lạ.`,
        'Chỉ dùng chữ không dấu, số, dấu chấm, gạch; hoặc để trống.',
      );
    },
  },
  ...nameColumns(['Họ và tên giáo viên', 'Họ tên giáo viên', 'Họ tên CBGV', 'Họ và tên cán bộ']),
  birthDateColumn(() => '1940-01-01'),
  ...sexColumns,
  identityColumn,
  ethnicColumn,
  chosen(
    'post',
    'Vị trí việc làm',
    ['Chức vụ', 'Chức danh', 'Vị trí', 'Nhóm chức vụ', 'Công việc'],
    postWords,
    'Để trống: giáo viên.',
  ),
  chosen(
    'employment',
    'Hình thức',
    ['Loại hợp đồng', 'Hình thức hợp đồng', 'Biên chế', 'Loại cán bộ', 'Hình thức tuyển dụng'],
    employmentWords,
    'Để trống: biên chế.',
  ),
  chosen(
    'qualification',
    'Trình độ',
    ['Trình độ chuyên môn', 'Trình độ đào tạo', 'TĐCM', 'Trình độ chuyên môn nghiệp vụ', 'Bằng cấp'],
    qualificationWords,
    'Bắt buộc. Trình độ cao nhất.',
    true,
  ),
  {
    field: 'subjects',
    title: 'Môn dạy được',
    synonyms: [
      'Môn dạy',
      'Bộ môn',
      'Chuyên môn',
      'Chuyên ngành',
      'Chuyên ngành đào tạo',
      'Môn',
      'Môn được đào tạo',
    ],
    explanation: 'Các môn được đào tạo để dạy, cách nhau dấu phẩy.',
    read: (typed, { subjects }) => readSubjects(typed, subjects),
    show: (codes, { subjects }) =>
      codes
        .split(' ')
        .map((code) => subjects.find((subject) => subject.code === code)?.word ?? code)
        .join(', '),
    options: ({ subjects }) => subjects.map(({ word }) => word),
  },
  {
    field: 'teamName',
    title: 'Tổ chuyên môn',
    synonyms: ['Tổ', 'Tổ bộ môn', 'Thuộc tổ'],
    explanation: 'Tên tổ đã lập của trường.',
    read: (typed, { teams }) => readListed(typed, teams, 'tổ'),
    options: ({ teams }) => teams.map(({ name }) => name),
  },
  phoneColumn('phone', 'Điện thoại', ['SĐT', 'Số điện thoại', 'Di động', 'Điện thoại di động', 'ĐT']),
  {
    field: 'email',
    title: 'Email',
    synonyms: ['Thư điện tử', 'Địa chỉ email', 'E-mail', 'Hộp thư'],
    explanation: 'Địa chỉ thư điện tử.',
    read: (typed) => {
      const text = tidy(typed).toLowerCase();
      if (text === '') return empty;
      if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) && text.length <= 254) return good(text);
      return bad('digits', `"${text}" không phải địa chỉ email.`, 'Hãy sửa lại, hoặc để trống.', '');
    },
  },
  {
    field: 'joinedOn',
    title: 'Ngày về trường',
    synonyms: ['Ngày về trường công tác', 'Ngày nhận công tác', 'Ngày chuyển đến', 'Ngày vào trường'],
    explanation: 'Để trống: ngày đầu năm học.',
    read: (typed, { today }) =>
      readDate(typed, { from: '1960-01-01', to: `${Number(today.slice(0, 4)) + 1}-12-31` }),
    show: formatDate,
  },
];

/** Sheets of managers, teachers and employees. */
export const staffSheet: SheetKind = {
  kind: 'staff',
  columns,
  join: joins,
  keys: [['identityNumber'], ['code'], ['fullName', 'birthDate']],
  unique: ['identityNumber', 'code'],
  checkRow: ({ identityNumber, sex = null, birthDate = null }) => ({
    findings: identityNumber
      ? identityWarnings(identityNumber, sex, birthDate).map((finding) => ({
          ...finding,
          field: 'identityNumber',
        }))
      : [],
  }),
};

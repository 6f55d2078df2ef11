import { formatDate } from '#platform/i18n';
import { foldWords } from './match-words.ts';
import { readDate } from './read-date.ts';
import { readIdentityNumber, readPhone } from './read-digits.ts';
import { joinName, readName } from './read-name.ts';
import type { Word } from './read-text.ts';
import { readMark, readWord, sexWords } from './read-word.ts';
import type { SheetColumn, SheetKind } from './sheet-kind.ts';

/** How a word of a list is shown. */
export function showWord(words: readonly Word[]): (code: string) => string {
  const names = new Map(words.map(({ code, word }) => [code, word]));
  return (code) => names.get(code) ?? code;
}

export function nameColumns(synonyms: readonly string[]): SheetColumn[] {
  return [
    {
      field: 'fullName',
      title: 'Họ và tên',
      synonyms: ['Họ tên', 'Họ, tên', 'Họ và tên khai sinh', 'Tên đầy đủ', ...synonyms],
      required: true,
      explanation: 'Bắt buộc. Đủ họ, tên đệm và tên như giấy khai sinh, chữ Unicode.',
      read: readName,
    },
    {
      field: 'familyName',
      title: 'Họ đệm',
      synonyms: ['Họ và đệm', 'Họ và tên đệm', 'Họ, đệm', 'Họ lót', 'Họ', 'Họ và chữ đệm'],
      explanation: '',
      read: readName,
      partOf: 'fullName',
    },
    {
      field: 'givenName',
      title: 'Tên',
      synonyms: ['Tên gọi'],
      explanation: '',
      read: readName,
      partOf: 'fullName',
    },
  ];
}

export const sexColumns: readonly SheetColumn[] = [
  {
    field: 'sex',
    title: 'Giới tính',
    synonyms: ['Nam/Nữ', 'Nam Nữ', 'Phái', 'Giới'],
    required: true,
    explanation: 'Bắt buộc. Nam hoặc Nữ.',
    read: (typed) => readWord(typed, sexWords, 'giới tính'),
    show: showWord(sexWords),
    options: () => ['Nam', 'Nữ'],
  },
  {
    field: 'femaleMark',
    title: 'Nữ',
    synonyms: ['Là nữ', 'Học sinh nữ'],
    explanation: '',
    read: readMark,
    partOf: 'sex',
  },
];

/** Texts of whole fields from their part columns. */
export const joins: NonNullable<SheetKind['join']> = {
  fullName: ({ familyName = '', givenName = '' }) => joinName(familyName, givenName),
  sex: ({ femaleMark = '' }) => {
    const { value, findings } = readMark(femaleMark);
    if (findings.length > 0) return femaleMark;
    return value === 'yes' ? 'Nữ' : 'Nam';
  },
};

export function birthDateColumn(from: (firstYear: number) => string): SheetColumn {
  return {
    field: 'birthDate',
    title: 'Ngày sinh',
    synonyms: [
      'Ngày tháng năm sinh',
      'Ngày, tháng, năm sinh',
      'Năm sinh',
      'NTNS',
      'Ngày/tháng/năm sinh',
      'Sinh ngày',
    ],
    required: true,
    explanation: 'Bắt buộc. Ngày/tháng/năm, ví dụ 05/09/2012.',
    read: (typed, { firstYear, today }) => readDate(typed, { from: from(firstYear), to: today }),
    show: formatDate,
  };
}

export const identityColumn: SheetColumn = {
  field: 'identityNumber',
  title: 'Số định danh cá nhân',
  synonyms: [
    'Số ĐDCN/CCCD',
    'Số ĐDCN',
    'ĐDCN',
    'CCCD',
    'Số CCCD',
    'Số căn cước',
    'Căn cước công dân',
    'Số CMND/CCCD',
    'CMND/CCCD',
    'Số định danh',
    'ĐDCN/CMTND',
    'Số định danh cá nhân/CCCD',
    'Mã định danh cá nhân',
    'Số CMTND/CCCD',
    'CCCD/ĐDCN',
  ],
  explanation: '12 chữ số. Để cột dạng Văn bản (Text) cho khỏi mất số 0 ở đầu. Chưa có thì để trống.',
  read: readIdentityNumber,
};

export const ethnicColumn: SheetColumn = {
  field: 'ethnicGroup',
  title: 'Dân tộc',
  synonyms: ['Tên dân tộc', 'Thành phần dân tộc', 'DT'],
  explanation: 'Tên dân tộc theo danh mục 54 dân tộc Việt Nam.',
  read: (typed, { ethnicGroups }) => readWord(typed, ethnicGroups, 'dân tộc'),
  show: (code, { ethnicGroups }) => ethnicGroups.find((group) => group.code === code)?.word ?? code,
  options: ({ ethnicGroups }) => ethnicGroups.map(({ word }) => word),
};

export function phoneColumn(field: string, title: string, synonyms: readonly string[]): SheetColumn {
  return { field, title, synonyms, explanation: '10 chữ số, bắt đầu bằng 0.', read: readPhone };
}

/** A person's own name beside another way to tell persons apart. */
export function personKey(fullName: string, birthDate: string): string {
  return `${foldWords(fullName)}/${birthDate}`;
}

import { empty, type Finding, good, warning } from './finding.ts';
import {
  birthDateColumn,
  ethnicColumn,
  identityColumn,
  joins,
  nameColumns,
  phoneColumn,
  sexColumns,
} from './person-columns.ts';
import { readClass, readCommune, readVillage } from './place-columns.ts';
import { identityWarnings, readSectorCode } from './read-digits.ts';
import { readName } from './read-name.ts';
import { readText, tidy } from './read-text.ts';
import type { FieldFinding, SheetColumn, SheetContext, SheetKind, Values } from './sheet-kind.ts';

function parentColumns(field: string, title: string, who: string): SheetColumn[] {
  return [
    {
      field: `${field}Name`,
      title: `Họ tên ${title}`,
      synonyms: [
        `Họ và tên ${title}`,
        `Tên ${title}`,
        ...who.split('|').flatMap((word) => [`Họ tên ${word}`, `Họ và tên ${word}`, `Tên ${word}`]),
      ],
      explanation: 'Họ tên đầy đủ.',
      read: readName,
    },
    phoneColumn(`${field}Phone`, `Điện thoại ${title}`, [
      `SĐT ${title}`,
      `Số điện thoại ${title}`,
      `ĐT ${title}`,
      `SĐT của ${title}`,
      ...who.split('|').flatMap((word) => [`SĐT ${word}`, `Điện thoại ${word}`, `Số điện thoại ${word}`]),
    ]),
  ];
}

const columns: readonly SheetColumn[] = [
  {
    field: 'sectorCode',
    title: 'Mã định danh Bộ GD&ĐT',
    synonyms: [
      'Mã định danh Bộ',
      'Mã học sinh',
      'Mã HS',
      'Mã định danh',
      'Mã ngành',
      'Mã định danh Bộ GDĐT',
      'Mã học sinh Bộ',
      'Mã định danh học sinh',
      'Mã số học sinh',
    ],
    explanation: '10 chữ số trên cơ sở dữ liệu ngành (csdl.moet.gov.vn).',
    read: readSectorCode,
  },
  identityColumn,
  ...nameColumns(['Họ tên học sinh', 'Họ và tên học sinh', 'Tên học sinh', 'Học sinh']),
  birthDateColumn((firstYear) => `${firstYear - 30}-01-01`),
  ...sexColumns,
  ethnicColumn,
  {
    field: 'className',
    title: 'Lớp',
    synonyms: ['Tên lớp', 'Lớp học', 'Thuộc lớp', 'Lớp đang học'],
    required: true,
    explanation: 'Bắt buộc. Tên lớp đã có của năm học, ví dụ 6A1.',
    read: readClass,
    options: ({ classes }) => classes.map(({ name }) => name),
  },
  {
    field: 'rollNumber',
    title: 'Số thứ tự trong lớp',
    synonyms: ['STT trong lớp', 'Thứ tự trong lớp', 'Số danh bộ'],
    explanation: '1 đến 200. Để trống cũng được.',
    read: (typed) => {
      const text = tidy(typed).replace(/\.0+$/, '');
      if (text === '') return empty;
      if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 200)
        return good(String(Number(text)));
      return {
        value: null,
        findings: [
          warning(
            'digits',
            `Số thứ tự "${text}" không dùng được.`,
            'Ghi số từ 1 đến 200; ô này sẽ để trống.',
            '',
          ),
        ],
      };
    },
  },
  {
    field: 'communeName',
    title: 'Xã, phường nơi ở',
    synonyms: [
      'Xã/Phường',
      'Xã',
      'Phường/Xã',
      'Xã phường',
      'Xã/phường thường trú',
      'Tên xã',
      'Xã nơi ở',
      'Phường xã',
      'Xã/Phường nơi ở',
    ],
    explanation: 'Xã, phường nơi ở hiện nay, nếu trong tỉnh.',
    read: readCommune,
    options: ({ communes }) => communes.map(({ name }) => name),
  },
  {
    field: 'village',
    title: 'Thôn, bản, tổ dân phố',
    synonyms: [
      'Thôn/Xóm',
      'Thôn',
      'Bản',
      'Thôn, bản',
      'Thôn bản',
      'Tổ/Thôn/Xóm',
      'Thôn/bản',
      'Xóm',
      'Tổ dân phố',
      'Thôn xóm',
      'Bản/Tổ',
    ],
    explanation: 'Ví dụ: Bản Huổi Lơi.',
    read: readVillage,
  },
  {
    field: 'address',
    title: 'Địa chỉ',
    synonyms: [
      'Chỗ ở hiện nay',
      'Nơi ở hiện nay',
      'Địa chỉ thường trú',
      'Hộ khẩu thường trú',
      'Nơi thường trú',
      'Chỗ ở',
      'HKTT',
    ],
    explanation: 'Địa chỉ đầy đủ, nếu khác các cột trên.',
    read: (typed) => readText(typed, 300),
  },
  {
    field: 'birthPlace',
    title: 'Nơi sinh',
    synonyms: ['Nơi khai sinh', 'Nơi sinh (tỉnh)', 'Nơi đăng ký khai sinh'],
    explanation: 'Như giấy khai sinh.',
    read: (typed) => readText(typed, 200),
  },
  phoneColumn('phone', 'Điện thoại học sinh', [
    'SĐT học sinh',
    'Số điện thoại học sinh',
    'SĐT',
    'Số điện thoại',
    'Điện thoại',
    'Điện thoại liên hệ',
  ]),
  ...parentColumns('father', 'cha', 'bố|ba'),
  ...parentColumns('mother', 'mẹ', 'má'),
  ...parentColumns('guardian', 'người giám hộ', 'người nuôi dưỡng|người đỡ đầu'),
];

/** Years above or below the usual age of a grade (grade 6: 11 years) that are still believed. */
const believedYears = 3;

function ageWarning(values: Values, { classes, firstYear }: SheetContext): Finding[] {
  const grade = classes.find(({ name }) => name === values.className)?.grade;
  if (grade === undefined || !values.birthDate) return [];
  const age = firstYear - Number(values.birthDate.slice(0, 4));
  if (Math.abs(age - (grade + 5)) <= believedYears) return [];
  return [
    warning(
      'age',
      `${age} tuổi mà học lớp ${grade}.`,
      'Hãy kiểm tra lại năm sinh và lớp; đúng thì giữ nguyên.',
    ),
  ];
}

function checkRow(values: Values, context: SheetContext): { findings: FieldFinding[]; drop: string[] } {
  const findings: FieldFinding[] = ageWarning(values, context).map((finding) => ({
    ...finding,
    field: 'birthDate',
  }));
  const { identityNumber, sex = null, birthDate = null } = values;
  if (identityNumber) {
    for (const finding of identityWarnings(identityNumber, sex, birthDate)) {
      findings.push({ ...finding, field: 'identityNumber' });
    }
  }
  const drop: string[] = [];
  for (const who of ['father', 'mother', 'guardian']) {
    if (!values[`${who}Phone`] || values[`${who}Name`]) continue;
    drop.push(`${who}Phone`);
    const message = 'Có số điện thoại nhưng chưa có họ tên.';
    findings.push({
      ...warning('missing', message, 'Ghi thêm họ tên; nếu không, số này sẽ không được ghi.'),
      field: `${who}Phone`,
    });
  }
  return { findings, drop };
}

/** Sheets of pupils. */
export const pupilSheet: SheetKind = {
  kind: 'pupils',
  columns,
  join: joins,
  keys: [['identityNumber'], ['sectorCode'], ['fullName', 'birthDate']],
  unique: ['identityNumber', 'sectorCode'],
  checkRow,
};

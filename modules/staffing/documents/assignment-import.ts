import type { ImportKind } from '#modules/people';
import { foldVietnamese } from '#platform/i18n';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { withoutMark } from '#rules/people';
import {
  isQualified,
  mostPeriodsPerWeek,
  shareOverStrands,
  type TaughtClass,
  type Teacher,
} from '../rules/index.ts';

type SheetKind = Awaited<ReturnType<ImportKind['sheet']>>;
type Column = SheetKind['columns'][number];
type Reading = ReturnType<Column['read']>;

/** What rows of a sheet are read against. */
export interface SheetGround {
  readonly programme: Programme;
  readonly classes: readonly TaughtClass[];
  readonly teachers: readonly (Teacher & { readonly code?: string | null })[];
}

const nothing: Reading = { value: null, findings: [] };
const found = (value: string): Reading => ({ value, findings: [] });
const fault = (
  code: Reading['findings'][number]['code'],
  message: string,
  remedy: string,
  proposal: string | null = null,
): Reading => ({ value: null, findings: [{ code, severity: 'must', message, remedy, proposal }] });
const plain = (text: string) =>
  foldVietnamese(text.normalize('NFC'))
    .replaceAll(/[^a-z0-9]+/gi, ' ')
    .trim()
    .toLowerCase();

/** '4', '1,5' or '1.5' as periods a week. */
function readPeriods(typed: string): Reading {
  const text = typed.trim().replace(',', '.');
  if (text === '') return nothing;
  const value = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= mostPeriodsPerWeek) return found(String(value));
  return fault(
    'digits',
    `Số tiết "${typed.trim()}" không hợp lí.`,
    `Hãy ghi số từ 0 đến ${mostPeriodsPerWeek}, ví dụ 4 hoặc 1,5.`,
  );
}

/** Subjects and strands as sheets name them, by 'CODE' or 'CODE strand'. */
function subjectWords(programme: Programme): Map<string, string> {
  const words = new Map<string, string>();
  const add = (text: string, value: string) => {
    if (!words.has(plain(text))) words.set(plain(text), value);
  };
  for (const { code, name, shortName, strands } of programme.subjects) {
    for (const form of [name, shortName, code]) add(form, code);
    for (const strand of strands) {
      for (const form of [name, shortName, code]) add(`${form} (${strand.name})`, `${code} ${strand.code}`);
    }
  }
  return words;
}

/** Name of what `subjectWords` read: 'Khoa học tự nhiên (Vật sống)'. */
export function subjectOfValue(programme: Programme, value: string): string {
  const [code = '', strand = ''] = value.split(' ');
  const subject = findSubject(programme, code);
  const part = subject?.strands.find((one) => one.code === strand);
  return part ? `${subject?.name} (${part.name})` : (subject?.name ?? code);
}

/** Periods a week that a class needs of a subject or of a strand of it; undefined: it does not learn it. */
export function neededPeriods(programme: Programme, schoolClass: TaughtClass, value: string) {
  const [code = '', strand = ''] = value.split(' ');
  const need = schoolClass.needs.find(({ subjectCode }) => subjectCode === code);
  const subject = findSubject(programme, code);
  if (!need || !subject) return undefined;
  if (strand === '') return need.weekly;
  return shareOverStrands(subject, need.weekly).find((part) => part.strand === strand)?.periods;
}

/** The sheet 'Phân công': one line an assignment, as the sheet 'Chi tiết' of our own workbook has it. */
export function assignmentSheet(ground: SheetGround): SheetKind {
  const { programme, classes, teachers } = ground;
  const words = subjectWords(programme);
  const classByName = new Map(classes.map((one) => [plain(one.name).replaceAll(' ', ''), one.id]));
  const nameOfTeacher = new Map(teachers.map(({ id, name }) => [id, name]));
  const readTeacher = (typed: string): Reading => {
    const text = typed.trim();
    if (text === '') return nothing;
    const byCode = teachers.filter(({ code }) => code && code.toLowerCase() === text.toLowerCase());
    const list =
      byCode.length > 0
        ? byCode
        : teachers.filter(({ name }) => [name, withoutMark(name)].some((one) => plain(one) === plain(text)));
    if (list.length === 1) return found(list[0]!.id);
    return list.length > 1
      ? fault(
          'unknownWord',
          `Trường có ${list.length} người tên "${text}".`,
          `Hãy ghi mã cán bộ thay cho tên, hoặc ghi rõ: ${list.map(({ name }) => name).join('; ')}.`,
        )
      : fault(
          'unknownWord',
          `Không có giáo viên "${text}" trong trường.`,
          'Hãy sửa lại tên, hoặc nhập cán bộ, quyết định dạy liên trường trước.',
        );
  };
  return {
    kind: 'assignments',
    columns: [
      {
        field: 'classId',
        title: 'Lớp',
        synonyms: ['Tên lớp', 'Lớp dạy', 'Lớp học'],
        required: true,
        explanation: 'Bắt buộc. Tên lớp đã có trong năm học, ví dụ 6A1.',
        read: (typed) => {
          const text = typed.trim().replace(/^lớp\s+/i, '');
          if (text === '') return nothing;
          const id = classByName.get(plain(text).replaceAll(' ', ''));
          return id
            ? found(id)
            : fault(
                'unknownClass',
                `Trường chưa có lớp "${text}".`,
                'Hãy lập lớp trước, hoặc sửa lại tên lớp.',
              );
        },
        show: (value) => classes.find(({ id }) => id === value)?.name ?? value,
        options: () => classes.map(({ name }) => name),
      },
      {
        field: 'subject',
        title: 'Môn',
        synonyms: ['Môn học', 'Môn dạy', 'Tên môn', 'Môn/hoạt động'],
        required: true,
        explanation: 'Bắt buộc. Tên môn; phân môn ghi trong ngoặc, ví dụ Lịch sử và Địa lí (Lịch sử).',
        read: (typed) => {
          if (typed.trim() === '') return nothing;
          const value = words.get(plain(typed));
          return value
            ? found(value)
            : fault(
                'unknownWord',
                `Không nhận ra môn "${typed.trim()}".`,
                'Hãy ghi tên môn như trong chương trình; phân môn ghi trong ngoặc.',
              );
        },
        show: (value) => subjectOfValue(programme, value),
      },
      {
        field: 'staffId',
        title: 'Giáo viên',
        synonyms: ['Họ và tên', 'Họ tên giáo viên', 'Tên giáo viên', 'GV', 'Giáo viên dạy'],
        required: true,
        explanation: 'Bắt buộc. Họ và tên; khi trùng tên thì ghi như trong danh sách chọn, hoặc mã cán bộ.',
        read: readTeacher,
        show: (value) => nameOfTeacher.get(value) ?? value,
        options: () => teachers.map(({ name }) => name),
      },
      {
        field: 'first',
        title: 'Số tiết/tuần HKI',
        synonyms: ['Số tiết', 'Số tiết/tuần', 'Tiết/tuần', 'HKI', 'Tiết HK1', 'Số tiết HKI'],
        explanation: 'Để trống: theo chương trình của lớp.',
        read: readPeriods,
      },
      {
        field: 'second',
        title: 'Số tiết/tuần HKII',
        synonyms: ['HKII', 'Tiết HK2', 'Số tiết HKII'],
        explanation: 'Để trống: theo chương trình của lớp.',
        read: readPeriods,
      },
      {
        field: 'reason',
        title: 'Lí do ngoại lệ',
        synonyms: ['Lý do ngoại lệ', 'Lí do', 'Lý do', 'Ghi chú'],
        explanation: 'Chỉ ghi khi giáo viên chưa được ghi nhận dạy môn này.',
        read: (typed) => (typed.trim() === '' ? nothing : found(typed.trim().slice(0, 300))),
      },
    ],
    keys: [
      ['classId', 'subject', 'staffId'],
      ['classId', 'subject'],
    ],
    unique: [],
    checkRow: (values) => ({ findings: rowFindings(ground, values) }),
  };
}

function rowFindings(
  { programme, classes, teachers }: SheetGround,
  values: Readonly<Record<string, string | null>>,
) {
  const { classId, subject, staffId, reason, first, second } = values;
  const schoolClass = classes.find(({ id }) => id === classId);
  if (!schoolClass || !subject) return [];
  const what = `${schoolClass.name}, ${subjectOfValue(programme, subject)}`;
  const must = (field: string, message: string, remedy: string) => ({
    field,
    code: 'unknownWord' as const,
    severity: 'must' as const,
    message,
    remedy,
    proposal: null,
  });
  if (!neededPeriods(programme, schoolClass, subject)) {
    return [must('subject', `${what}: lớp không học môn này.`, 'Hãy xem lại môn lựa chọn của lớp.')];
  }
  if (first && second && Number(first) + Number(second) === 0) {
    return [must('first', `${what}: cả năm 0 tiết.`, 'Hãy ghi số tiết, hoặc xoá dòng.')];
  }
  const teacher = teachers.find(({ id }) => id === staffId);
  const [code = '', strand = ''] = subject.split(' ');
  if (teacher && !reason && !isQualified(teacher, schoolClass.grade, code, strand)) {
    return [
      must(
        'staffId',
        `${what}: ${teacher.name} chưa được ghi nhận dạy môn này.`,
        'Hãy chọn người khác, hoặc ghi lí do vào cột Lí do ngoại lệ.',
      ),
    ];
  }
  return [];
}

import type { Block, OfficialDocument, Table } from '#platform/documents';
import { type CaseKind, type CouncilClass, levelNames, type Period, resultLevels } from '../rules/index.ts';

export const caseWords: Readonly<Record<CaseKind, string>> = {
  retained: 'Ở lại lớp',
  summerTraining: 'Rèn luyện trong kì nghỉ hè',
  retest: 'Kiểm tra, đánh giá lại',
  absent: 'Nghỉ quá 45 buổi',
  adjusted: 'Được nâng một mức do chỉ một môn học',
  failing: 'Kết quả Chưa đạt',
  nearAbsent: 'Nghỉ nhiều, gần 45 buổi',
  open: 'Chưa đủ kết quả',
};
const periodWords = ['cả năm', 'học kì I', 'học kì II'] as const;

export interface CouncilMinutes {
  readonly head: { readonly superior: string | null; readonly agency: string; readonly place: string };
  readonly schoolYear: string;
  readonly period: Period;
  /** 'YYYY-MM-DD'. */
  readonly heldOn: string;
  readonly chair: string;
  readonly secretary: string;
  readonly classes: readonly CouncilClass[];
}

/**
 * Minutes of the council that considers the results of a semester or the year: what it had before it, figures by class, and each pupil to
 * decide on with the reason. What was said in the meeting is left to be written in.
 */
export function councilMinutes({
  head,
  schoolYear,
  period,
  heldOn,
  chair,
  secretary,
  classes,
}: CouncilMinutes): OfficialDocument {
  const words = periodWords[period];
  const pupils = classes.reduce((sum, { figure }) => sum + figure.pupils, 0);
  const cases = classes.flatMap(({ className, cases: list }) => list.map((one) => ({ ...one, className })));
  const decided = cases.filter(({ kinds }) => kinds.some((kind) => kind !== 'open'));
  const open = cases.filter(({ kinds }) => kinds.includes('open'));
  const text = (content: string): Block => ({ type: 'paragraph', runs: [{ text: content }] });
  const body: Block[] = [
    { type: 'heading', level: 1, text: 'I. Thành phần' },
    text(`Chủ trì: ${chair}.`),
    text(`Thư kí: ${secretary}.`),
    text('Thành viên có mặt: …………………………'),
    text('Vắng: …………………………'),
    { type: 'heading', level: 1, text: 'II. Nội dung' },
    text(
      `Hội đồng xét kết quả ${words}, năm học ${schoolYear} theo Thông tư 22/2021/TT-BGDĐT, trên số điểm có đến lúc lập biên bản: ` +
        `${classes.length} lớp, ${pupils} học sinh.`,
    ),
    { type: 'heading', level: 2, text: '1. Kết quả theo lớp' },
    figures(classes, period),
    { type: 'heading', level: 2, text: `2. Học sinh hội đồng xem xét (${decided.length})` },
    ...(decided.length === 0 ? [text('Không có.')] : [caseTable(decided)]),
    { type: 'heading', level: 2, text: `3. Học sinh chưa đủ kết quả (${open.length})` },
    ...(open.length === 0 ? [text('Không có.')] : [caseTable(open)]),
    { type: 'heading', level: 1, text: 'III. Ý kiến và kết luận' },
    text('……………………………………………………………………………………………'),
    text('……………………………………………………………………………………………'),
    text('Biên bản được đọc lại và các thành viên thống nhất. Cuộc họp kết thúc lúc …… giờ …… cùng ngày.'),
    text(`Thư kí: ${secretary} (kí, ghi rõ họ tên)`),
  ];
  return {
    ...(head.superior ? { superior: head.superior } : {}),
    agency: head.agency,
    number: null,
    place: head.place,
    date: heldOn,
    kind: 'BIÊN BẢN',
    abstract: `Họp hội đồng xét kết quả ${words}, năm học ${schoolYear}`,
    body,
    signature: { position: 'CHỦ TRÌ', name: chair },
    recipients: ['Các tổ chuyên môn', 'Giáo viên chủ nhiệm'],
    landscapeTables: true,
  };
}

function figures(classes: readonly CouncilClass[], period: Period): Table {
  const count = (title: string) => ({ title, align: 'center' as const });
  const levels = (of: string) => resultLevels.map((level) => count(`${of} ${levelNames[level]}`));
  const numbers = ({ figure }: CouncilClass) => [
    figure.pupils,
    ...figure.academic,
    ...figure.conduct,
    ...(period === 0 ? [...figure.honours, ...figure.decisions] : []),
  ];
  const rows = classes.map((one) => ({ name: one.className, numbers: numbers(one) }));
  const whole = rows[0]?.numbers.map((_, at) => rows.reduce((sum, row) => sum + row.numbers[at]!, 0)) ?? [];
  return {
    type: 'table',
    columns: [
      { title: 'Lớp' },
      count('Sĩ số'),
      ...levels('HT'),
      ...levels('RL'),
      ...(period === 0 ? ['Giỏi', 'Xuất sắc', 'Lên lớp', 'KT lại', 'RL hè', 'Ở lại'].map(count) : []),
    ],
    rows: [...rows, { name: 'Toàn trường', numbers: whole }].map((row) => [
      row.name,
      ...row.numbers.map(String),
    ]),
  };
}

function caseTable(
  cases: readonly (CouncilClass['cases'][number] & { readonly className: string })[],
): Table {
  return {
    type: 'table',
    columns: [
      { title: 'TT', width: 10, align: 'center' },
      { title: 'Họ và tên', width: 42 },
      { title: 'Lớp', width: 14, align: 'center' },
      { title: 'Học tập', width: 18, align: 'center' },
      { title: 'Rèn luyện', width: 18, align: 'center' },
      { title: 'Buổi nghỉ', width: 14, align: 'center' },
      { title: 'Xem xét về', width: 36 },
      { title: 'Căn cứ' },
      { title: 'Kết luận', width: 24 },
    ],
    rows: cases.map((one, at) => [
      String(at + 1),
      one.name,
      one.className,
      one.level ? levelNames[one.level] : '',
      one.conduct ? levelNames[one.conduct] : '',
      String(one.absentSessions),
      one.kinds.map((kind) => caseWords[kind]).join('; '),
      one.reasons.join(' '),
      '',
    ]),
  };
}

import type { Problem } from '#platform/errors';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import type { Part } from './rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** What makes two rows of a part the same thing; parts not named here may repeat. */
const sameness: Partial<Record<Part, readonly string[]>> = {
  periods: ['grade', 'classId', 'subjectCode'],
  dayLoads: ['grade', 'weekday', 'half'],
  tests: ['grade', 'subjectCode', 'kind'],
};

/** Faults of rows that no single field shows: twice the same, ending before they begin, unknown subject or class. `path`: place in the list. */
export function rowProblems(
  part: Part,
  rows: readonly Row[],
  known: { readonly programme: Programme; readonly classIds: ReadonlySet<string> },
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const say = (message: string) =>
      problems.push({ path: `rows.${at}`, message: `Dòng ${at + 1}: ${message}` });
    const key = sameness[part]?.map((field) => String(row[field])).join(' ');
    if (key !== undefined) {
      const first = seen.get(key);
      if (first !== undefined) say(`trùng dòng ${first + 1}. Hãy bỏ một dòng.`);
      else seen.set(key, at);
    }
    if (typeof row.startsOn === 'string' && typeof row.endsOn === 'string' && row.startsOn > row.endsOn) {
      say('ngày kết thúc trước ngày bắt đầu. Hãy sửa ngày.');
    }
    if (typeof row.subjectCode === 'string' && !findSubject(known.programme, row.subjectCode)) {
      say(`không có môn "${row.subjectCode}" trong chương trình. Hãy chọn lại môn.`);
    }
    if (typeof row.strand === 'string' && typeof row.subjectCode === 'string') {
      const strands = findSubject(known.programme, row.subjectCode)?.strands ?? [];
      if (!strands.some(({ code }) => code === row.strand)) {
        say('phân môn không thuộc môn này. Hãy chọn lại phân môn, hoặc để trống.');
      }
    }
    if (typeof row.classId === 'string' && !known.classIds.has(row.classId)) {
      say('lớp không thuộc trường trong năm học này. Hãy chọn lại lớp.');
    }
  }
  return problems;
}

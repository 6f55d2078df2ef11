import { findSubject, type Programme } from '#reference/curriculum-2018';
import type { Finding, PlanFacts } from '../facts.ts';
import { testKinds } from '../settings.ts';
import { testWords } from '../words.ts';

/**
 * Annex 1 of every subject and grade (CUR-30; CV 5512/BGDĐT-GDTrH): there, adding up to the periods of the plan (the fullest class of
 * the grade), and with the periodic tests of Circular 22/2021 art. 7, one mid-term and one final each semester.
 */
export function checkTeams(facts: PlanFacts, programme: Programme): Finding[] {
  const findings: Finding[] = [];
  const planned = new Map<string, number>();
  for (const row of facts.periods) {
    const key = `${row.grade} ${row.subjectCode}`;
    planned.set(key, Math.max(planned.get(key) ?? 0, row.semester1 + row.semester2));
  }
  const lessons = Map.groupBy(facts.lessons, (row) => `${row.grade} ${row.subjectCode}`);
  const tests = Map.groupBy(facts.tests, (row) => `${row.grade} ${row.subjectCode}`);
  for (const [key, periods] of planned) {
    if (periods === 0) continue;
    const [grade, code = ''] = key.split(' ');
    const place = `${findSubject(programme, code)?.name ?? code} lớp ${grade}`;
    const own = lessons.get(key);
    const tell = (rule: Finding['rule'], message: string) =>
      findings.push({ rule, severity: 'mustFix', place, message });
    if (!own) {
      tell('annex1', 'Chưa có phân phối chương trình. Tổ chuyên môn nhập ở Phụ lục 1.');
      continue;
    }
    const sum = own.reduce((total, row) => total + row.periods, 0);
    if (sum !== periods) {
      tell(
        'annex1Sum',
        `Phân phối chương trình ${sum} tiết, kế hoạch ${periods} tiết. Sửa số tiết các bài ở Phụ lục 1.`,
      );
    }
    const kinds = (tests.get(key) ?? []).map(({ kind }) => kind);
    const missing = testKinds.filter((kind) => !kinds.includes(kind));
    const twice = testKinds.filter((kind) => kinds.filter((one) => one === kind).length > 1);
    if (missing.length > 0) {
      tell(
        'tests',
        `Thiếu bài kiểm tra: ${missing.map((kind) => lowerFirst(testWords[kind])).join(', ')}. Thêm ở Phụ lục 1.`,
      );
    }
    if (twice.length > 0) {
      tell(
        'tests',
        `Bài kiểm tra ghi hai lần: ${twice.map((kind) => lowerFirst(testWords[kind])).join(', ')}. Bỏ bớt ở Phụ lục 1.`,
      );
    }
  }
  return findings;
}

/** 'Giữa học kì I' inside a sentence: the numeral keeps its capital. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

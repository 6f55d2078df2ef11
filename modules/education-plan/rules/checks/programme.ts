import { findSubject, type Programme } from '#reference/curriculum-2018';
import { choiceProblems, levelOfGrade } from '#rules/curriculum';
import type { Finding, PlanFacts } from '../facts.ts';
import { needsOf, rowsOfClass } from '../periods.ts';

/** The same fault of several classes of a grade is told once: 'Khối 8' when it is all of them, else their names. */
function placeOf(facts: Pick<PlanFacts, 'classes'>, grade: number, names: readonly string[]): string {
  const all = facts.classes.filter((one) => one.grade === grade).length;
  return names.length === all ? `Khối ${grade}` : `Lớp ${names.join(', ')}`;
}

/**
 * Periods of every subject and class against the programme (CUR-30; TT 32/2018, TT 13/2022): fewer must be put right, more
 * and subjects the class does not take are told. Upper-secondary classes must have a right combination first (CUR-01, CUR-02).
 */
export function checkProgramme(facts: PlanFacts, programme: Programme): Finding[] {
  const found = new Map<string, { finding: Omit<Finding, 'place'>; grade: number; names: string[] }>();
  const tell = (grade: number, name: string, finding: Omit<Finding, 'place'>) => {
    const key = `${grade} ${finding.message}`;
    const known = found.get(key) ?? { finding, grade, names: [] };
    known.names.push(name);
    found.set(key, known);
  };
  for (const one of facts.classes) {
    if (levelOfGrade(one.grade) === 'upper') {
      const form = { grade: one.grade, specialisedSubject: one.specialisedSubject };
      for (const { message } of choiceProblems(programme, form, one.choices)) {
        tell(one.grade, one.name, {
          rule: 'choices',
          severity: 'mustFix',
          message: `${message} Sửa ở mục Chương trình của lớp.`,
        });
      }
    }
    const rows = rowsOfClass(facts.periods, one);
    const needs = needsOf(programme, one);
    for (const need of needs) {
      const own = rows.filter(({ subjectCode }) => subjectCode === need.subjectCode);
      const planned = own.reduce((sum, row) => sum + row.semester1 + row.semester2, 0);
      if (planned === need.periodsPerYear) continue;
      const name = findSubject(programme, need.subjectCode)?.name ?? need.subjectCode;
      const less = planned < need.periodsPerYear;
      tell(one.grade, one.name, {
        rule: 'programmePeriods',
        severity: less ? 'mustFix' : 'warning',
        message: `${name}: kế hoạch ${planned} tiết, chương trình ${need.periodsPerYear} tiết. ${less ? 'Thêm' : 'Bớt'} ${Math.abs(need.periodsPerYear - planned)} tiết ở dòng môn này.`,
      });
    }
    for (const row of rows) {
      if (row.semester1 + row.semester2 === 0) continue;
      if (needs.some(({ subjectCode }) => subjectCode === row.subjectCode)) continue;
      const name = findSubject(programme, row.subjectCode)?.name ?? row.subjectCode;
      tell(one.grade, one.name, {
        rule: 'programmePeriods',
        severity: 'warning',
        message: `${name}: không có trong chương trình của lớp. Bỏ dòng này hoặc thêm môn ở mục Chương trình của lớp.`,
      });
    }
  }
  return [...found.values()].map(({ finding, grade, names }) => ({
    ...finding,
    place: placeOf(facts, grade, names),
  }));
}

import type { Problem } from '#platform/errors';
import type { Programme } from '#reference/curriculum-2018';
import { programmePeriods } from '#rules/curriculum';
import { blockKindOf, type Question, subjectMeanings } from './question.ts';

/**
 * Faults of a list of questions beyond the shape of each, with paths such as `questions.3.options`; empty when it can be asked. Electives
 * and topic clusters are asked of grades whose programme offers them (Thông tư 13/2022/TT-BGDĐT).
 */
export function formProblems(questions: readonly Question[], programme: Programme): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [at, one] of questions.entries()) {
    const say = (field: string, message: string) =>
      problems.push({ path: `questions.${at}.${field}`, message: `Câu ${at + 1}: ${message}` });
    if (seen.has(one.id)) say('id', 'mã câu hỏi bị trùng. Hãy xoá câu này rồi thêm lại.');
    seen.add(one.id);
    if (one.type === 'single' || one.type === 'multi' || one.type === 'ranked') {
      const options = one.options ?? [];
      if (options.length < 2) say('options', 'cần ít nhất hai lựa chọn.');
      if (new Set(options.map(({ value }) => value)).size < options.length)
        say('options', 'có lựa chọn bị trùng mã.');
      if (new Set(options.map(({ label }) => label.toLocaleLowerCase('vi'))).size < options.length)
        say('options', 'có hai lựa chọn giống nhau.');
      if (one.meaning && subjectMeanings.includes(one.meaning)) {
        const strange = options.some(({ value }) => value !== 'none' && !/^[A-Z0-9]{2,8}$/.test(value));
        if (strange) say('options', 'câu hỏi về môn học chỉ dùng các môn trong danh sách.');
      }
    }
    const kind = blockKindOf(one);
    if (kind && one.type !== 'ranked')
      say('type', 'câu hỏi chọn môn, chọn chuyên đề được trả lời bằng nguyện vọng 1, nguyện vọng 2.');
    else if (!kind && one.type === 'ranked')
      say('type', 'nguyện vọng 1, nguyện vọng 2 chỉ dùng cho câu chọn môn, chọn chuyên đề.');
    else if (kind) {
      const grades = one.grades ?? [];
      if (grades.length === 0 || grades.some((grade) => grade < 10))
        say('grades', 'chỉ khối 10, 11, 12 được chọn môn, chọn chuyên đề. Hãy chọn các khối này.');
      const strange = (one.options ?? []).filter(({ value }) =>
        grades.some((grade) => grade >= 10 && programmePeriods(programme, grade, kind, value) === undefined),
      );
      if (strange.length > 0)
        say('options', `chương trình không có ${strange.map(({ label }) => label).join(', ')} để chọn.`);
    }
    if (one.type === 'scale' || one.type === 'number') {
      const { min, max } = one;
      if (min === undefined || max === undefined || min >= max)
        say('max', 'số nhỏ nhất phải bé hơn số lớn nhất.');
      else if (one.type === 'scale' && max - min > 9) say('max', 'thang điểm có nhiều nhất 10 mức.');
    }
  }
  return problems;
}

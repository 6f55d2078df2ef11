import type { Problem } from '#platform/errors';
import { type Question, subjectMeanings } from './question.ts';

/** The longest text a person may write, in characters. */
export const longestText = 500;

/** Faults of a list of questions beyond the shape of each, with paths such as `questions.3.options`; empty when it can be asked. */
export function formProblems(questions: readonly Question[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [at, one] of questions.entries()) {
    const say = (field: string, message: string) =>
      problems.push({ path: `questions.${at}.${field}`, message: `Câu ${at + 1}: ${message}` });
    if (seen.has(one.id)) say('id', 'mã câu hỏi bị trùng. Hãy xoá câu này rồi thêm lại.');
    seen.add(one.id);
    if (one.type === 'single' || one.type === 'multi') {
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
    if (one.type === 'scale' || one.type === 'number') {
      const { min, max } = one;
      if (min === undefined || max === undefined || min >= max)
        say('max', 'số nhỏ nhất phải bé hơn số lớn nhất.');
      else if (one.type === 'scale' && max - min > 9) say('max', 'thang điểm có nhiều nhất 10 mức.');
    }
  }
  return problems;
}

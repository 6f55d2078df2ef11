import type { Problem } from '#platform/errors';
import {
  type Answer,
  type Answers,
  longestText,
  mostWishes,
  noneValue,
  type Question,
  questionsFor,
} from './question.ts';

/** Either what is kept of the answers, or every fault of them. */
export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Holds given answers against the questions that a pupil of `grade` is asked. An answer to a question that is not asked is a
 * fault, not dropped; an empty one counts as none. "None of these" among others is dropped in favour of the others.
 */
export function checkAnswers(
  questions: readonly Question[],
  grade: number,
  given: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const asked = questionsFor(questions, grade);
  const known = new Set(asked.map(({ id }) => id));
  const problems: Problem[] = Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `answers.${id.slice(0, 40)}`,
      message: 'Phiếu không có câu hỏi này. Hãy tải lại trang rồi trả lời lại.',
    }));
  const answers: Record<string, Answer> = {};
  for (const question of asked) {
    const value = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    const read = readAnswer(question, value);
    if (typeof read === 'object' && read !== null && 'fault' in read) {
      problems.push({ path: `answers.${question.id}`, message: `${question.title}: ${read.fault}` });
    } else if (read !== undefined) answers[question.id] = read;
    else if (question.required)
      problems.push({ path: `answers.${question.id}`, message: `${question.title}: hãy trả lời câu này.` });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

function readAnswer(question: Question, value: unknown): Answer | undefined | { readonly fault: string } {
  if (value === undefined || value === null || value === '') return undefined;
  const values = new Set((question.options ?? []).map((option) => option.value));
  switch (question.type) {
    case 'single':
      return typeof value === 'string' && values.has(value)
        ? value
        : { fault: 'hãy chọn một ý trong danh sách.' };
    case 'multi': {
      if (!Array.isArray(value) || value.length > values.size) return { fault: 'hãy chọn trong danh sách.' };
      if (value.some((one) => typeof one !== 'string' || !values.has(one)))
        return { fault: 'hãy chọn trong danh sách.' };
      const chosen = [...new Set(value as string[])];
      const real = chosen.filter((one) => one !== noneValue);
      const kept = real.length > 0 ? real : chosen;
      return kept.length > 0 ? kept : undefined;
    }
    case 'ranked': {
      if (!Array.isArray(value) || value.length > mostWishes) return { fault: 'hãy chọn trong danh sách.' };
      if (value.some((one) => typeof one !== 'string' || !values.has(one)))
        return { fault: 'hãy chọn trong danh sách.' };
      if (new Set(value).size < value.length) return { fault: 'hai nguyện vọng phải khác nhau.' };
      return value.length > 0 ? (value as string[]) : undefined;
    }
    case 'scale':
    case 'number': {
      const { min = 0, max = 0 } = question;
      return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : { fault: `hãy nhập số nguyên từ ${min} đến ${max}.` };
    }
    case 'text': {
      if (typeof value !== 'string') return { fault: 'hãy nhập chữ.' };
      const text = value.normalize('NFC').trim();
      if (text.length > longestText) return { fault: `viết ngắn hơn ${longestText} ký tự.` };
      return text || undefined;
    }
  }
}

import { bad, empty, good, type Reading } from './finding.ts';
import { closest, foldWords } from './match-words.ts';
import { formulaFinding, isFormula, tidy, type Word } from './read-text.ts';

const indexes = new WeakMap<readonly Word[], Map<string, Word>>();

function indexOf(words: readonly Word[]): Map<string, Word> {
  let index = indexes.get(words);
  if (!index) {
    index = new Map();
    for (const word of words) {
      for (const form of [word.word, word.code, ...(word.also ?? [])]) {
        const key = foldWords(form);
        if (!index.has(key)) index.set(key, word);
      }
    }
    indexes.set(words, index);
  }
  return index;
}

/** Reads one of some words, however its case and marks are typed; the value is its code. */
export function readWord(typed: string, words: readonly Word[], what: string): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const found = indexOf(words).get(foldWords(text));
  if (found) return good(found.code);
  const near = closest(
    text,
    words.map(({ word }) => word),
  );
  const list = words.length > 12 ? '' : ` Ghi một trong: ${words.map(({ word }) => word).join(', ')}.`;
  return bad(
    'unknownWord',
    `Không nhận ra ${what} "${text}".`,
    `Hãy chọn lại${list ? '.' : ' trong danh mục.'}${list}`,
    near ?? null,
  );
}

const marked = new Set(['x', '1', 'co', 'v', 'true', 'yes', 'dung', 'c']);
const unmarked = new Set(['', '0', 'khong', 'false', 'no', 'k']);

/** Reads a mark such as x: 'yes' or 'no'; an empty cell says nothing. */
export function readMark(typed: string): Reading {
  const text = tidy(typed);
  const folded = foldWords(text);
  if (text === '') return empty;
  if (marked.has(folded) || /^[✓✔☑xX×]+$/u.test(text)) return good('yes');
  if (unmarked.has(folded)) return good('no');
  return bad('unknownWord', `Không hiểu dấu "${text}".`, 'Ghi x nếu có, để trống nếu không.');
}

export const sexWords: readonly Word[] = [
  { code: 'male', word: 'Nam', also: ['trai', 'm', 'con trai'] },
  { code: 'female', word: 'Nữ', also: ['gái', 'f', 'con gái'] },
];

/** Small facts about written Vietnamese that the plan reader leans on. */

const TONE_PLACEMENT = new Map<string, string>();
for (const [vowels, tail] of [
  ['óòỏõọ', 'a'],
  ['óòỏõọ', 'e'],
  ['úùủũụ', 'y'],
] as const) {
  const marked = { a: 'áàảãạ', e: 'éèẻẽẹ', y: 'ýỳỷỹỵ' }[tail];
  [...marked].forEach((letter, tone) => {
    const head = tail === 'y' ? 'u' : 'o';
    TONE_PLACEMENT.set(head + letter, vowels[tone]! + tail);
    TONE_PLACEMENT.set((head + letter).toUpperCase(), (vowels[tone]! + tail).toUpperCase());
  });
}
const LETTER = '\\p{L}\\p{N}';

/**
 * Brings the spellings that people mix to one: NFC, tone mark on the first vowel of an open "oa, oe, uy"
 * ("hoá" → "hóa"), "kì, kĩ, lí, mĩ" → "kỳ, kỹ, lý, mỹ", one kind of dash and space. Letter case is kept.
 */
export function canonicalSpelling(text: string): string {
  const result = text
    .normalize('NFC')
    .replace(/[–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/(?<![qQ])(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/giu, (pair) => TONE_PLACEMENT.get(pair) ?? pair);
  return result.replace(/(?<![\p{L}])([klmKLM])([ìíỉĩị])(?![\p{L}])/gu, (_, onset: string, vowel: string) => {
    return onset + 'ỳýỷỹỵ'['ìíỉĩị'.indexOf(vowel)];
  });
}

/** A whole-word pattern: JavaScript's \b does not know that "ễ" is a letter. */
export function wholeWord(pattern: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![${LETTER}])(?:${pattern})(?![${LETTER}])`, flags);
}

/** Splits into syllables and other letter-digit runs, as written. */
export function listSyllables(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** True when the text has at least two letters and no lower-case one. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && !/\p{Ll}/u.test(text);
}

/** First letter in upper case, the rest untouched. */
export function capitalise(text: string): string {
  return text.replace(
    /^(\P{L}*)(\p{L})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

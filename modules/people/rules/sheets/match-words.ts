import { foldVietnamese } from '#platform/i18n';

/** Folds a heading or word to letters and digits with single spaces: 'Họ và tên (*)' → 'ho va ten'. */
export function foldWords(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** How alike two folded words are, 0 to 1: pairs of letters in common (Dice). Spaces do not count. */
export function similarity(left: string, right: string): number {
  const [a, b] = [left.replaceAll(' ', ''), right.replaceAll(' ', '')];
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}

/** The word most like the typed one, at least half alike; undefined when none is. */
export function closest(typed: string, words: Iterable<string>): string | undefined {
  const folded = foldWords(typed);
  let best: { word: string; score: number } | undefined;
  for (const word of words) {
    const score = similarity(folded, foldWords(word));
    if (score >= 0.5 && score > (best?.score ?? 0)) best = { word, score };
  }
  return best?.word;
}

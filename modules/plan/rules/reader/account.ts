import type { PlanDraft } from './draft.ts';
import type { SourceParagraph } from './source.ts';

/**
 * Compares the source with the draft: ordinals of paragraphs that the draft does not mention, or of which a word
 * appears fewer times in the parts of the draft that claim the paragraph than in the paragraph itself. Lower and
 * upper case count as the same; "và" may fall at a cut.
 */
export function findUnaccounted(
  paragraphs: SourceParagraph[],
  draft: Pick<PlanDraft, 'headings' | 'items' | 'calendar' | 'notDuty'>,
): number[] {
  const claimed = new Map<number, string[]>();
  const claim = (ordinals: number[], ...texts: (string | undefined)[]): void => {
    for (const ordinal of ordinals) {
      const known = claimed.get(ordinal) ?? [];
      known.push(...texts.filter((text) => text !== undefined));
      claimed.set(ordinal, known);
    }
  };
  for (const heading of draft.headings) claim(heading.paragraphOrdinals, heading.marker, heading.title);
  for (const item of draft.items) claim(item.paragraphOrdinals, item.label, item.text);
  for (const month of draft.calendar)
    claim(month.paragraphOrdinals, month.label, month.responsibleText, month.note, month.otherText);
  for (const line of draft.notDuty) claim([line.paragraphOrdinal], line.text);
  return paragraphs
    .filter((paragraph) => {
      const texts = claimed.get(paragraph.ordinal);
      return texts === undefined || !containsWords(texts.join(' '), paragraph.text);
    })
    .map((paragraph) => paragraph.ordinal);
}

function containsWords(haystack: string, needle: string): boolean {
  const counts = new Map<string, number>();
  for (const word of listWords(haystack)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of listWords(needle)) {
    const left = counts.get(word) ?? 0;
    if (left === 0 && word !== 'và') return false;
    counts.set(word, left - 1);
  }
  return true;
}

function listWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

import { foldVietnamese } from '#platform/i18n';
import type { Duty, Paragraph } from './document-words.ts';
import { type DutyFault, lacksUnit } from './duty-faults.ts';

/** A paragraph of the source with the duties that begin in it, and those it only continues. */
export interface ReviewRow {
  readonly paragraph: Paragraph;
  readonly duties: readonly Duty[];
  readonly continues: readonly Duty[];
  /** Number of the paragraph that heads the part of the plan this one stands in; 0 before the first. */
  readonly part: number;
}

export interface ReviewFilter {
  readonly show: 'all' | 'faults' | 'noUnit' | 'notDuty';
  /** Number of the heading of one part of the plan. */
  readonly part?: number | undefined;
  readonly words?: string | undefined;
}

/** Puts each duty beside the first paragraph it was read from. */
export function reviewRows(paragraphs: readonly Paragraph[], duties: readonly Duty[]): ReviewRow[] {
  const begins = new Map<number, Duty[]>();
  const goesOn = new Map<number, Duty[]>();
  for (const duty of duties) {
    const [first, ...rest] = duty.paragraphOrdinals.toSorted((a, b) => a - b);
    if (first !== undefined) begins.set(first, [...(begins.get(first) ?? []), duty]);
    for (const ordinal of rest) goesOn.set(ordinal, [...(goesOn.get(ordinal) ?? []), duty]);
  }
  let part = 0;
  return paragraphs.map((paragraph) => {
    if (paragraph.kind === 'heading' && paragraph.headingLevel === 1) part = paragraph.ordinal;
    return {
      paragraph,
      duties: begins.get(paragraph.ordinal) ?? [],
      continues: goesOn.get(paragraph.ordinal) ?? [],
      part,
    };
  });
}

/**
 * The rows that match, each under the headings it stands in; of a row only the duties that match, unless its paragraph does.
 * @param faultsOf faults of each duty by its id
 */
export function filterRows(
  rows: readonly ReviewRow[],
  filter: ReviewFilter,
  faultsOf: ReadonlyMap<string, readonly DutyFault[]>,
): ReviewRow[] {
  const words = foldVietnamese(filter.words?.trim() ?? '');
  const inPart = filter.part === undefined ? rows : rows.filter((row) => row.part === filter.part);
  if (filter.show === 'all' && !words) return [...inPart];
  const found: ReviewRow[] = [];
  let headings: ReviewRow[] = [];
  for (const row of inPart) {
    const level = row.paragraph.headingLevel;
    if (row.paragraph.kind === 'heading' && level !== null) {
      headings = [...headings.filter((one) => (one.paragraph.headingLevel ?? 0) < level), row];
    }
    const match = matchOf(row, filter.show, words, faultsOf);
    if (!match) continue;
    for (const heading of headings) if (!found.includes(heading)) found.push(heading);
    if (!headings.includes(row)) found.push(match);
  }
  return found;
}

function matchOf(
  row: ReviewRow,
  show: ReviewFilter['show'],
  words: string,
  faultsOf: ReadonlyMap<string, readonly DutyFault[]>,
): ReviewRow | undefined {
  if (show === 'notDuty') {
    const right = row.paragraph.kind === 'notDuty';
    return right && foldVietnamese(row.paragraph.body).includes(words) ? row : undefined;
  }
  const faulty = row.duties.filter((duty) => {
    const faults = faultsOf.get(duty.id) ?? [];
    return show === 'all' || (show === 'faults' ? faults.length > 0 : lacksUnit(faults));
  });
  if (show !== 'all' && faulty.length === 0) return undefined;
  if (!words || foldVietnamese(row.paragraph.body).includes(words)) return { ...row, duties: faulty };
  const duties = faulty.filter((duty) =>
    foldVietnamese(`${duty.code} ${duty.title} ${duty.body}`).includes(words),
  );
  return duties.length > 0 ? { ...row, duties } : undefined;
}

import { foldWords, similarity } from './match-words.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Which field each column of a sheet gives, by column; null: none. */
export type ColumnFields = readonly (string | null)[];

const alikeEnough = 0.75;

/** Matches headings to the fields of a kind: exact titles first, then synonyms, then headings very much alike. */
export function mapColumns(headings: readonly string[], kind: SheetKind): (string | null)[] {
  const folded = headings.map(foldWords);
  const fields: (string | null)[] = headings.map(() => null);
  const free = new Set(kind.columns);
  const give = (fits: (heading: string, form: string) => number, forms: 'title' | 'all') => {
    const offers = [...free].flatMap((column) =>
      folded.flatMap((heading, at) => {
        if (heading === '' || fields[at] !== null) return [];
        const names = forms === 'title' ? [column.title] : [column.title, ...column.synonyms];
        const score = Math.max(...names.map((name) => fits(heading, foldWords(name))));
        return score > 0 ? [{ column, at, score }] : [];
      }),
    );
    for (const { column, at } of offers.sort((a, b) => b.score - a.score || a.at - b.at)) {
      if (fields[at] !== null || !free.has(column)) continue;
      fields[at] = column.field;
      free.delete(column);
    }
  };
  const same = (heading: string, form: string) => (heading === form ? 1 : 0);
  give(same, 'title');
  give(same, 'all');
  give((heading, form) => {
    const score = similarity(heading, form);
    return score >= alikeEnough ? score : 0;
  }, 'all');
  return dropParts(fields, kind);
}

/** A part column says nothing where the whole one stands beside it. */
function dropParts(fields: (string | null)[], kind: SheetKind): (string | null)[] {
  const partOf = new Map(kind.columns.map(({ field, partOf }) => [field, partOf]));
  return fields.map((field) => {
    const whole = field === null ? undefined : partOf.get(field);
    return whole !== undefined && fields.includes(whole) ? null : field;
  });
}

/** What a sheet's headings are remembered under. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(foldWords).join('|').slice(0, 2000);
}

const headingRows = 20;

/** The row of headings among the first ones: the one with most columns known; -1 when none has two. */
export function findHeadings(rows: readonly (readonly string[])[], kind: SheetKind): number {
  const forms = new Set(kind.columns.flatMap(({ title, synonyms }) => [title, ...synonyms].map(foldWords)));
  const known = rows
    .slice(0, headingRows)
    .map((row) => new Set(row.map(foldWords).filter((heading) => forms.has(heading))).size);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : -1;
}

/** Fields that a new record needs and no column gives, by title. */
export function missingColumns(fields: ColumnFields, kind: SheetKind): string[] {
  return kind.columns
    .filter(({ required, field }) => required && !fields.includes(field))
    .filter(
      ({ field }) =>
        !kind.columns.some(({ partOf, field: part }) => partOf === field && fields.includes(part)),
    )
    .map(({ title }) => title);
}

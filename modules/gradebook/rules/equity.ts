import type { AssessedSubject, PeriodResult, PupilResults } from './class-results.ts';
import type { Period } from './figures.ts';
import { hiddenCells, type SumLine } from './hide-small.ts';
import { resultLevels } from './level.ts';

/** What results are looked at by; all but sex is sensitive and leaves the school as counts only (privacy law, minimum disclosure). */
export const equityDimensions = ['sex', 'ethnic', 'poverty', 'boarding', 'disability'] as const;
export type EquityDimension = (typeof equityDimensions)[number];

/** The part of each dimension a pupil belongs to: 'female', '08', 'poorHousehold' … */
export type Traits = Readonly<Record<EquityDimension, string>>;

/** Results of the pupils of a class who share a trait. */
export interface EquityPart {
  readonly dimension: EquityDimension;
  readonly part: string;
  readonly pupils: number;
  /** Tốt, Khá, Đạt, Chưa đạt. */
  readonly academic: readonly number[];
  readonly conduct: readonly number[];
  /** Three a subject: under 5.0, under 8.0, from 8.0; of a comment subject Chưa đạt, Đạt, 0. */
  readonly outcomes: readonly number[];
}

/** Results of a class by every dimension. */
export interface EquityFigure {
  readonly period: Period;
  readonly subjectCodes: readonly string[];
  readonly parts: readonly EquityPart[];
}

/** Counts the results of a class by every dimension, in the semesters and the year. */
export function equityFigures(
  subjects: readonly AssessedSubject[],
  pupils: readonly { readonly traits: Traits; readonly results: PupilResults }[],
): EquityFigure[] {
  const periods: readonly (readonly [Period, (pupil: PupilResults) => PeriodResult])[] = [
    [1, ({ semester1 }) => semester1],
    [2, ({ semester2 }) => semester2],
    [0, ({ year }) => year],
  ];
  const subjectCodes = subjects.map(({ code }) => code);
  const groups = equityDimensions.flatMap((dimension) =>
    [...Map.groupBy(pupils, ({ traits }) => traits[dimension])].map(
      ([part, members]) => [dimension, part, members] as const,
    ),
  );
  return periods.map(([period, of]) => ({
    period,
    subjectCodes,
    parts: groups.map(([dimension, part, members]) => {
      const results = members.map((pupil) => of(pupil.results));
      const count = (level: 'level' | 'conduct') =>
        resultLevels.map((one) => results.filter((result) => result[level] === one).length);
      return {
        dimension,
        part,
        pupils: members.length,
        academic: count('level'),
        conduct: count('conduct'),
        outcomes: subjectCodes.flatMap((code) => outcomesOf(code, results)),
      };
    }),
  }));
}

function outcomesOf(code: string, results: readonly PeriodResult[]): number[] {
  const counts = [0, 0, 0];
  for (const { reached } of results) {
    const score = reached.scores.get(code);
    const comment = reached.comments.get(code);
    if (score !== undefined) counts[score < 50 ? 0 : score < 80 ? 1 : 2]! += 1;
    else if (comment !== undefined) counts[comment === 'fail' ? 0 : 1]! += 1;
  }
  return counts;
}

/** Counts of a place (class, school …) in a dimension: by part the pupils and their outcomes. */
export interface EquityNode {
  readonly key: string;
  /** The places it is a part of: its grade, whoever teaches it; none: the whole. */
  readonly parents: readonly string[];
  readonly parts: ReadonlyMap<string, { readonly pupils: number; readonly outcomes: readonly number[] }>;
}

export interface ShownPart {
  readonly part: string;
  /** Null: hidden, few pupils. */
  readonly pupils: number | null;
  readonly outcomes: readonly (number | null)[];
}

/**
 * The counts that may be shown of places that add up to each other, with small ones hidden so that neither the sums over parts, over outcomes
 * nor over places tell them. Pupils without an outcome count as an outcome of their own, the last. How many pupils there are is the same
 * whatever outcome is asked for, so it is decided first, by itself. Gives the parts of each place by key.
 */
export function shownEquity(
  nodes: readonly EquityNode[],
  parts: readonly string[],
  outcomes: number,
  least: number,
): Map<string, ShownPart[]> {
  const width = outcomes + 2;
  const counts: number[] = [];
  for (const node of nodes) {
    for (const part of parts) {
      const own = node.parts.get(part);
      const given = Array.from({ length: outcomes }, (_, at) => own?.outcomes[at] ?? 0);
      const pupils = own?.pupils ?? 0;
      counts.push(pupils, ...given, pupils - given.reduce((sum, one) => sum + one, 0));
    }
  }
  const cell = (node: number, part: number, at: number) => (node * parts.length + part) * width + at;
  const columns = Array.from({ length: width }, (_, at) => at);
  const children = new Map<string, number[]>();
  for (const [at, { parents }] of nodes.entries()) {
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), at]);
  }
  /** Sums of one column: over the parts (they stand on the page of results), and over the places below. */
  const sumsOf = (at: number): SumLine[] =>
    nodes.flatMap((node, own) => [
      { parts: parts.map((_, part) => cell(own, part, at)), total: null },
      ...(children.has(node.key)
        ? parts.map((_, part) => ({
            parts: (children.get(node.key) ?? []).map((child) => cell(child, part, at)),
            total: cell(own, part, at),
          }))
        : []),
    ]);
  const margins = nodes.flatMap((_, own) => parts.map((__, part) => cell(own, part, 0)));
  const pupilsOnly = counts.map((count, at) => (at % width === 0 ? count : 0));
  const few = hiddenCells(pupilsOnly, sumsOf(0), least);
  const told = new Set(margins.filter((at) => !few.has(at)));
  const lines = [
    ...nodes.flatMap((_, own) =>
      parts.map((__, part) => ({
        parts: columns.slice(1).map((at) => cell(own, part, at)),
        total: cell(own, part, 0),
      })),
    ),
    ...columns.flatMap(sumsOf),
  ];
  const hidden = hiddenCells(counts, lines, least, told, few);
  const shown = (at: number) => (hidden.has(at) ? null : (counts[at] ?? 0));
  return new Map(
    nodes.map((node, own) => [
      node.key,
      parts.map((part, index) => ({
        part,
        pupils: shown(cell(own, index, 0)),
        outcomes: columns.slice(1).map((at) => shown(cell(own, index, at))),
      })),
    ]),
  );
}

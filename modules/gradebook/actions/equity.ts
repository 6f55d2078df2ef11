import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { type EquityMeasure, type EquityRow, listEquity, listTaughtClasses } from '../data/equity.ts';
import {
  type EquityDimension,
  type EquityNode,
  leastShown,
  type Period,
  type ShownPart,
  shownEquity,
} from '../rules/index.ts';

export type EquityGrouping = 'all' | 'above' | 'base' | 'teacher';

export interface EquityAnswer {
  readonly least: number;
  readonly groups: readonly {
    readonly key: string;
    readonly name: string;
    readonly parts: readonly ShownPart[];
  }[];
}

/** Ethnic groups with few pupils in the whole reach are counted together. */
const otherPart = 'other';

/**
 * Results by a dimension for the whole reach, what lies between (grades of a school, communes), the base (classes, schools) or the teachers of
 * a subject. Every level is hidden together with the others, so that no table tells what another hides.
 */
export async function equityOf(
  tx: ReadTx,
  at: { readonly schoolYearId: string; readonly period: Period; readonly dimension: EquityDimension },
  measure: EquityMeasure,
  {
    inSchool,
    namesTeachers,
    grouping,
  }: {
    readonly inSchool: boolean;
    /** Only the heads of a school see figures by teacher, and of a subject alone. */
    readonly namesTeachers: boolean;
    readonly grouping: EquityGrouping;
  },
): Promise<EquityAnswer> {
  const found = await listEquity(tx, at, measure, inSchool ? 'class' : 'school');
  const { least } = await settingsOf(tx, { least: leastShown });
  const rows = at.dimension === 'ethnic' ? withOthers(found, least) : found;
  const outcomes = typeof measure === 'object' ? 3 : 4;
  const parts = [...new Set(rows.map(({ part }) => part))].sort(
    (a, b) => pupilsOf(rows, b) - pupilsOf(rows, a) || a.localeCompare(b),
  );
  const base = nodesOf(rows, ({ key }) => key, outcomes);
  const above = nodesOf(rows, ({ above: key }) => key, outcomes);
  const taught =
    inSchool && namesTeachers && typeof measure === 'object'
      ? await listTaughtClasses(tx, at.schoolYearId, measure.subjectCode)
      : [];
  const names = new Map([
    ...rows.flatMap((row) => [[row.key, row.name] as const, [row.above, row.aboveName] as const]),
    ...taught.map(({ staffId, teacher }) => [staffId, teacher] as const),
  ]);
  const aboveOf = new Map(rows.map((row) => [row.key, row.above]));
  const teachersOf = Map.groupBy(taught, ({ classId }) => classId);
  const byTeacher = [...Map.groupBy(taught, ({ staffId }) => staffId)].flatMap(([staffId, own]) =>
    nodesOf(
      rows.filter(({ key }) => own.some(({ classId }) => classId === key)),
      () => staffId,
      outcomes,
    ),
  );
  const nodes: EquityNode[] = [
    ...nodesOf(rows, () => '', outcomes).map((node) => ({ ...node, parents: [] })),
    ...above.map((node) => ({ ...node, parents: [''] })),
    ...byTeacher.map((node) => ({ ...node, parents: [] })),
    // A school that no commune manages stands beside the communes, not below itself.
    ...base
      .filter(({ key }) => aboveOf.get(key) !== key)
      .map((node) => ({
        ...node,
        parents: [
          aboveOf.get(node.key) ?? '',
          ...(teachersOf.get(node.key) ?? []).map(({ staffId }) => staffId),
        ],
      })),
  ];
  const shown = shownEquity(nodes, parts, outcomes, least);
  const wanted = { all: nodes.slice(0, 1), above, base, teacher: byTeacher }[grouping];
  return {
    least,
    groups: wanted.map(({ key }) => ({
      key: key || 'all',
      name: names.get(key) ?? '',
      parts: shown.get(key) ?? [],
    })),
  };
}

function pupilsOf(rows: readonly EquityRow[], part: string): number {
  return rows.reduce((sum, row) => sum + (row.part === part ? row.pupils : 0), 0);
}

function withOthers(rows: readonly EquityRow[], least: number): EquityRow[] {
  const small = new Set(rows.map(({ part }) => part).filter((part) => pupilsOf(rows, part) < 2 * least));
  return rows.map((row) => (small.has(row.part) ? { ...row, part: otherPart } : row));
}

function nodesOf(
  rows: readonly EquityRow[],
  keyOf: (row: EquityRow) => string,
  outcomes: number,
): Omit<EquityNode, 'parents'>[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({
    key,
    parts: new Map(
      [...Map.groupBy(own, ({ part }) => part)].map(([part, list]) => [
        part,
        {
          pupils: list.reduce((sum, { pupils }) => sum + pupils, 0),
          outcomes: Array.from({ length: outcomes }, (_, place) =>
            list.reduce((sum, one) => sum + (one.outcomes[place] ?? 0), 0),
          ),
        },
      ]),
    ),
  }));
}

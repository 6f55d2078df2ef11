/** A row of any part with what it was copied from. */
export type ComparedRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly copiedFrom: string | null;
};

export interface Difference {
  readonly what: 'added' | 'removed' | 'changed';
  readonly before: ComparedRow | null;
  readonly after: ComparedRow | null;
  /** Fields that differ; empty when the row is new or gone. */
  readonly fields: readonly string[];
}

const ownFields = ['id', 'copiedFrom', 'position'];

/** What changed from the rows of one revision to those of the next, which were copied from them; moved rows are no change. */
export function compareRows(before: readonly ComparedRow[], after: readonly ComparedRow[]): Difference[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const followed = new Set(after.map((row) => row.copiedFrom));
  return [
    ...after.flatMap((row): Difference[] => {
      const old = row.copiedFrom === null ? undefined : known.get(row.copiedFrom);
      if (!old) return [{ what: 'added', before: null, after: row, fields: [] }];
      const fields = Object.keys(row).filter(
        (field) => !ownFields.includes(field) && JSON.stringify(row[field]) !== JSON.stringify(old[field]),
      );
      return fields.length > 0 ? [{ what: 'changed', before: old, after: row, fields }] : [];
    }),
    ...before
      .filter((row) => !followed.has(row.id))
      .map((row): Difference => ({ what: 'removed', before: row, after: null, fields: [] })),
  ];
}

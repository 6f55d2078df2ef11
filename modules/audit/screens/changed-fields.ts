type Row = Readonly<Record<string, unknown>> | null;

export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The columns whose value differs between two pictures of a row, in the order of the newer; a missing picture has no values. */
export function changedFields(before: Row, after: Row): ChangedField[] {
  const names = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...names]
    .map((name) => ({ name, before: inWords(before?.[name]), after: inWords(after?.[name]) }))
    .filter((field) => field.before !== field.after);
}

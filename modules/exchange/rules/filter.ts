/** How a field of a collection is compared. */
export type FieldKind = 'text' | 'date' | 'moment' | 'number';

export const operators = ['=', '!=', '>=', '<=', '>', '<', '~'] as const;
export type Operator = (typeof operators)[number];

/** One condition of a filter. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  readonly value: string;
}

export interface Filter {
  readonly joined: 'AND' | 'OR';
  readonly conditions: readonly Condition[];
}

/** What is wrong with a filter, sort or choice of fields; `field`: the part that is not known or not readable. */
export interface FilterFault {
  readonly fault: 'filter' | 'sort' | 'fields';
  readonly field: string;
}

const one = /^\s*([A-Za-z][A-Za-z0-9.]*)\s*(!=|>=|<=|=|>|<|~)\s*'((?:[^']|'')*)'\s*/;

/**
 * Reads a filter of OneRoster 1.2: `field op 'value'`, several joined by AND or by OR, not both. A quote inside a value is doubled.
 * `fields` are the fields that may be asked for and how they are compared.
 */
export function readFilter(text: string, fields: Readonly<Record<string, FieldKind>>): Filter | FilterFault {
  const conditions: Condition[] = [];
  let joined: 'AND' | 'OR' | undefined;
  let rest = text;
  for (;;) {
    const found = one.exec(rest);
    if (!found) return { fault: 'filter', field: rest.trim().slice(0, 60) };
    const [all, field = '', operator, value = ''] = found;
    const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!kind || !readable(kind, value) || (operator === '~' && kind !== 'text'))
      return { fault: 'filter', field };
    conditions.push({ field, operator: operator as Operator, value: value.replaceAll("''", "'") });
    rest = rest.slice(all.length);
    if (rest === '') return { joined: joined ?? 'AND', conditions };
    const next = /^(AND|OR)\s+/i.exec(rest);
    const word = next?.[1]?.toUpperCase() as 'AND' | 'OR' | undefined;
    if (!next || !word || (joined && joined !== word)) return { fault: 'filter', field: rest.slice(0, 60) };
    joined = word;
    rest = rest.slice(next[0].length);
    if (conditions.length >= 10) return { fault: 'filter', field: rest.slice(0, 60) };
  }
}

function readable(kind: FieldKind, value: string): boolean {
  if (kind === 'text') return value.length <= 200;
  if (kind === 'number') return /^-?\d{1,9}(\.\d{1,4})?$/.test(value);
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;
  return (kind === 'date' ? day : moment).test(value) && !Number.isNaN(Date.parse(value));
}

/** The fields chosen of an item; `sourcedId` always comes along. Undefined: all of them. */
export function chosenFields(
  text: string | undefined,
  known: readonly string[],
): readonly string[] | undefined | FilterFault {
  if (text === undefined) return undefined;
  const chosen = text.split(',').map((name) => name.trim());
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) return { fault: 'fields', field: unknown.slice(0, 60) };
  return [...new Set(['sourcedId', ...chosen])];
}

/** What canonical JSON can hold here: no fractions, so that every program writes the same number. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [name: string]: Canonical };

/**
 * The one text of a value (RFC 8785): names of an object in the order of their UTF-16 code units, no space between, strings composed (NFC).
 * Its SHA-256 is what is signed and chained.
 * @throws RangeError for a number that is no whole one
 */
export function canonicalText(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return String(value);
  }
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const named = value;
  const members = Object.keys(named)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(named[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}

import pg from 'pg';

// What `pg` really exports here; its published types describe another release.
const arrayParser = pg.types.arrayParser as unknown as {
  create(text: string, element: Parser): { parse(): unknown[] };
};

type Parser = (text: string) => unknown;

/** int8 as a number; throws when JavaScript would round it (money and counters must never drift silently). */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 too large for a number: ${text}`);
  return value;
}

/**
 * timestamptz as an ISO-8601 string in UTC with every digit PostgreSQL kept (so that a version read
 * can be compared with the row again). `infinity` stays as it is.
 */
export function parseInstant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d(?::?\d\d)?)$/.exec(text);
  if (!parts) return text;
  const [, day, time, fraction = '', zone = ''] = parts;
  if (zone === '+00') return `${day}T${time}${fraction}Z`;
  const whole = new Date(`${day}T${time}${zone.length === 3 ? `${zone}:00` : zone}`).toISOString();
  return `${whole.slice(0, 19)}${fraction}Z`;
}

const keep: Parser = (text) => text;

const scalar = new Map<number, Parser>([
  [20, parseInteger],
  [1082, keep], // date: 'YYYY-MM-DD'
  [1083, keep], // time
  [1114, keep], // timestamp without zone (the house does not use it)
  [1184, parseInstant],
  [1700, keep], // numeric stays exact
]);

const arrayOf = new Map<number, number>([
  [1016, 20],
  [1182, 1082],
  [1183, 1083],
  [1115, 1114],
  [1185, 1184],
  [1231, 1700],
]);

/**
 * How columns arrive: int8 → number (safe or error), numeric → string, date → 'YYYY-MM-DD',
 * timestamptz → ISO string in UTC, json(b) → parsed, arrays of these alike. Given to every `pg` client of the house.
 */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    const parser = scalar.get(oid);
    if (parser) return parser;
    const element = scalar.get(arrayOf.get(oid) ?? 0);
    if (element) return (text) => arrayParser.create(text, element).parse();
    return pg.types.getTypeParser(oid, format ?? 'text') as Parser;
  },
};

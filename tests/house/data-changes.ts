/** One migration as it lies in its file. */
export interface MigrationFile {
  /** Without .sql. */
  readonly name: string;
  readonly text: string;
}

/** What a migration does when it runs: comments, bodies of functions and quoted texts taken away. DO blocks run, so they stay. */
function executed(text: string): string {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/--[^\n]*/g, ' ');
  const withoutBodies = plain.replaceAll(
    /(\bDO\s+)?(\$\w*\$)([\s\S]*?)\2/gi,
    (_, isBlock: string | undefined, __: string, body: string) => (isBlock ? ` ; ${body} ; ` : ' '),
  );
  return withoutBodies.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll('"', '');
}

const name = String.raw`([a-z_]\w*\.[a-z_]\w*)`;
/** Statements that meet the rows of the table they name. */
const meetsRows = [
  String.raw`\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?${name}(?!\s+(?:(?:NO\s+)?FORCE|ENABLE|DISABLE)\s+ROW\s+LEVEL\s+SECURITY)`,
  String.raw`\bUPDATE\s+(?:ONLY\s+)?${name}`,
  String.raw`\bDELETE\s+FROM\s+(?:ONLY\s+)?${name}`,
  String.raw`\bINSERT\s+INTO\s+${name}`,
  String.raw`\bMERGE\s+INTO\s+(?:ONLY\s+)?${name}`,
  String.raw`\bTRUNCATE\s+(?:TABLE\s+)?(?:ONLY\s+)?${name}`,
  String.raw`\bCREATE\s+UNIQUE\s+INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?\w*\s*ON\s+(?:ONLY\s+)?${name}`,
].map((pattern) => new RegExp(pattern, 'gi'));
const created = new RegExp(
  String.raw`\bCREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?${name}`,
  'gi',
);

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!.toLowerCase());
}

/**
 * Tables with rows of earlier days that each migration alters or fills, by migration; those that touch none are absent.
 * `migrations` in the order in which they run.
 */
export function dataChanges(migrations: readonly MigrationFile[]): Map<string, string[]> {
  const there = new Set<string>();
  const found = new Map<string, string[]>();
  for (const migration of migrations) {
    const text = executed(migration.text);
    const met = new Set(meetsRows.flatMap((pattern) => namesIn(text, pattern)));
    const earlier = [...met].filter((table) => there.has(table)).sort();
    if (earlier.length > 0) found.set(migration.name, earlier);
    for (const table of namesIn(text, created)) there.add(table);
  }
  return found;
}

const turn = /^-- AFTER\b.*$/m;

/**
 * The two halves of a migration's data test: the rows before, the checks after. Throws RangeError when a half is missing
 * or the second checks nothing.
 */
export function readDataTest(text: string): { before: string; after: string } {
  const [before = '', after] = text.split(turn);
  if (after === undefined || !/\bINSERT\s+INTO\b/i.test(before) || !/\bASSERT\b/i.test(after)) {
    throw new RangeError(
      'a data test puts rows in, has a line "-- AFTER", and then ASSERTs something about them',
    );
  }
  return { before, after };
}

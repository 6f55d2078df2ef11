import type { Actor } from '#modules/identity-access';
import { findUnit, isInReach } from '#modules/organisation';
import type { WriteTx } from '#platform/db';
import type { Collection, Item } from '../contract/oneroster-items.ts';
import { noteReads } from '../data/reads.ts';
import { selectPage } from '../data/select-page.ts';
import { itemOf, refMaker } from '../documents/items.ts';
import { packCsv } from '../documents/oneroster-csv.ts';
import { exchangeErrors } from '../errors.ts';
import { groundOf } from './read-oneroster.ts';
import { withScores } from './scored.ts';

/** What of a school goes into the file, beside the roster itself. */
export interface BulkParts {
  readonly marks: boolean;
  readonly birthDates: boolean;
  readonly guardians: boolean;
}

const roster: readonly Collection[] = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'enrollments',
  'users',
];
const marked: readonly Collection[] = ['categories', 'scoreScales', 'lineItems', 'results'];
/** Nothing of a school has more rows; the largest here has 300,000 results a year. */
const mostRows = 1_000_000;

/**
 * The OneRoster CSV files of one school as a zip, within what the asker reaches, and notes it. Without `schoolId` the asker's own unit.
 * @throws Refusal exchange.chooseSchool
 */
export async function bulkCsv(
  tx: WriteTx,
  { actor, publicUrl }: { readonly actor: Actor; readonly publicUrl: string },
  schoolId: string | undefined,
  parts: BulkParts,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const school = await findUnit(tx, schoolId ?? actor.unitId ?? '');
  if (school?.kind !== 'school' || !(await isInReach(tx, actor.unitId ?? '', school.id))) {
    throw exchangeErrors.chooseSchool();
  }
  const ground = await groundOf(tx);
  const ref = refMaker(publicUrl);
  const wanted = [
    ...roster,
    ...(parts.birthDates ? ['demographics' as const] : []),
    ...(parts.marks ? marked : []),
  ];
  const items: Partial<Record<Collection, readonly Item[]>> = {};
  for (const collection of wanted) {
    const question = { collection, narrow: { school: school.id }, limit: mostRows, offset: 0 };
    const { rows } = await selectPage(tx, ground, question);
    const kept = parts.guardians || collection !== 'users' ? rows : withoutGuardians(rows);
    const scored = collection === 'results' ? await withScores(tx, kept) : kept;
    items[collection] = scored.map((row) => itemOf(collection, row, ref));
  }
  const counts = Object.entries(items).map(([name, rows]) => `${name} ${rows.length}`);
  await noteReads(
    tx,
    { entity: 'oneroster.bulk', reader: actor.displayName, address: `CSV: ${counts.join(', ')}` },
    [{ unitId: school.id, count: items.users?.length ?? 0, people: [] }],
  );
  const bytes = await packCsv(items, { name: 'Hoa Ban', code: school.code });
  return { fileName: `OneRoster ${school.code}.zip`, bytes };
}

function withoutGuardians<R extends Readonly<Record<string, unknown>>>(rows: readonly R[]): R[] {
  return rows.flatMap((row) => (row.role === 'guardian' ? [] : [{ ...row, agent_ids: [] }]));
}

import type pg from 'pg';
import { copyRows } from './copy.ts';
import type { SchoolPeople } from './people-tables.ts';

/** In an order in which every row finds what it refers to. */
const tables = [
  ['people.room', 'rooms'],
  ['people.staff_member', 'staff'],
  ['people.staff_private', 'staffPrivate'],
  ['people.staff_subject', 'staffSubjects'],
  ['people.staff_posting', 'staffPostings'],
  ['people.school_class', 'classes'],
  ['people.pupil', 'pupils'],
  ['people.pupil_private', 'pupilsPrivate'],
  ['people.pupil_circumstance', 'circumstances'],
  ['people.guardian', 'guardians'],
  ['people.enrolment', 'enrolments'],
  ['people.movement', 'movements'],
  ['curriculum.class_choice', 'classChoices'],
  ['staffing.duty', 'duties'],
] as const satisfies readonly (readonly [string, keyof SchoolPeople])[];

const schoolsAtOnce = 12;

/**
 * Copies the people of schools within a transaction as hoaban_owner. The audit trail does not tell of single rows.
 * `progress` hears the number of pupils so far.
 */
export async function copyPeople(
  client: pg.ClientBase,
  {
    schools,
    progress = () => {},
  }: {
    readonly schools: Iterable<{ readonly people: SchoolPeople }>;
    readonly progress?: (pupils: number) => void;
  },
): Promise<void> {
  // What this transaction has left to check would stand in the way of altering tables.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  // COPY does not go through row-level security, which is forced on owners too.
  for (const [table] of tables)
    await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
  const restoreKeys = await takeForeignKeys(client);
  let pupils = 0;
  for (const batch of inBatches(schools)) {
    for (const [table, list] of tables)
      await copyRows(
        client,
        table,
        batch.flatMap((people) => [...people[list]]),
      );
    pupils += batch.reduce((sum, people) => sum + people.pupils.length, 0);
    progress(pupils);
  }
  await restoreKeys();
  for (const [table] of tables)
    await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
  await client.query(`ANALYZE ${tables.map(([table]) => table).join(', ')}`);
}

/** Foreign keys are checked for all rows at the end, which takes a third of the time of checking each. Gives what puts them back. */
async function takeForeignKeys(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])`,
    [tables.map(([table]) => table)],
  );
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return async () => {
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  };
}

function* inBatches(schools: Iterable<{ readonly people: SchoolPeople }>): Generator<SchoolPeople[]> {
  let batch: SchoolPeople[] = [];
  for (const { people } of schools) {
    batch.push(people);
    if (batch.length < schoolsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

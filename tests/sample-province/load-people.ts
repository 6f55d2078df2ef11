import pg from 'pg';
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
] as const satisfies readonly (readonly [string, keyof SchoolPeople])[];

const schoolsAtOnce = 12;

/**
 * Loads the people of schools whose units and accounts are there (`loadProvince`), in one transaction, by COPY: nobody else
 * may work on those tables meanwhile. The audit trail does not tell of single rows. `connection` is the address of a login
 * that may act as hoaban_owner, or a pool of such logins (left open). `progress` hears the number of pupils so far.
 */
export async function loadPeople(
  connection: string | pg.Pool,
  schools: Iterable<{ readonly people: SchoolPeople }>,
  progress: (pupils: number) => void = () => {},
): Promise<void> {
  if (typeof connection !== 'string') return loadThrough(connection, schools, progress);
  const pool = new pg.Pool({ connectionString: connection, max: 1 });
  try {
    await loadThrough(pool, schools, progress);
  } finally {
    await pool.end();
  }
}

async function loadThrough(
  pool: pg.Pool,
  schools: Iterable<{ readonly people: SchoolPeople }>,
  progress: (pupils: number) => void,
): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE hoaban_owner');
    // COPY does not go through row-level security, which is forced on owners too; the transaction puts both back.
    for (const [table] of tables)
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
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
    for (const [table] of tables)
      await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query(`ANALYZE ${tables.map(([table]) => table).join(', ')}`);
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
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

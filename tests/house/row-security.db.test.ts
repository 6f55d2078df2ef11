import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { catalogueFaults } from './catalogue.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

test('Every table, policy, key and function keeps the rules of the house', async () => {
  expect(await catalogueFaults(db.owner)).toEqual([]);
});

test.each(['identity.credential', 'identity.feed_token', 'identity.oidc_attempt'])(
  'The runtime role cannot read %s',
  async (table) => {
    const reading = db.database.read({ 'hoaban.scope': 'department' }, (tx) =>
      sql`SELECT * FROM ${sql.raw(table)}`.execute(tx),
    );
    await expect(reading).rejects.toMatchObject({ code: '42501' });
  },
);

test.each(['SET ROLE hoaban_owner', 'ALTER TABLE identity.account NO FORCE ROW LEVEL SECURITY'])(
  'The runtime role cannot get round row-level security by %s',
  async (statement) => {
    const trying = db.database.write({}, (tx) => sql.raw(statement).execute(tx));
    await expect(trying).rejects.toMatchObject({ code: '42501' });
  },
);

test('Nothing set means no rows, in every table the runtime role may read', async () => {
  const { rows: tables } = await db.owner.query<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema$|graphile_worker$|platform$)' -- platform: which migrations ran
      AND has_any_column_privilege('hoaban_runtime', c.oid, 'SELECT')`);
  expect(tables.length).toBeGreaterThan(30);
  await db.owner.query(`
    INSERT INTO organisation.unit (id, department_id, kind, code, name)
    SELECT id, id, 'department', 'X', 'Sở thử' FROM (SELECT gen_random_uuid() AS id) made`);
  for (const { name } of tables) {
    const counted = await db.database.read({}, (tx) =>
      sql<{ rows: number }>`SELECT count(*)::int AS rows FROM ${sql.raw(name)}`.execute(tx),
    );
    expect(counted.rows, name).toEqual([{ rows: 0 }]);
  }
});

describe('What breaks a rule is reported', () => {
  const planted = [
    {
      statement: 'CREATE TABLE plan.open_door (id uuid PRIMARY KEY, unit_id uuid)',
      rules: [
        'a table with unit_id, department_id or account_id enables and forces row-level security',
        'hoaban_owner owns every table',
        'a table says in a comment what it is for',
      ],
    },
    {
      statement: `SET ROLE hoaban_owner; CREATE TABLE plan.no_policy (id uuid PRIMARY KEY, title text, at timestamp, duty_id uuid REFERENCES plan.duty);
        COMMENT ON TABLE plan.no_policy IS 'x'; GRANT SELECT (title) ON plan.no_policy TO hoaban_runtime; RESET ROLE`,
      rules: [
        'a table that hoaban_runtime may use has a policy for it',
        'a foreign key has an index that begins with its columns',
        'a moment is kept with its zone',
      ],
    },
    {
      statement: `SET ROLE hoaban_owner; CREATE POLICY everybody ON plan.duty FOR SELECT TO hoaban_runtime USING (true);
        CREATE VIEW plan.all_duties AS SELECT * FROM plan.duty; GRANT SELECT ON plan.all_duties TO hoaban_runtime; RESET ROLE`,
      rules: [
        'a policy for hoaban_runtime is never simply true',
        'no view shows what row-level security hides',
      ],
    },
    {
      statement: `CREATE FUNCTION plan.loose() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
        GRANT CREATE ON SCHEMA plan TO hoaban_runtime`,
      rules: [
        'a function that runs as its owner fixes its search_path, pg_temp last',
        'hoaban_runtime makes nothing in our schemas',
      ],
    },
  ];

  test.each(planted)('$statement', async ({ statement, rules }) => {
    const own = await freshDatabase();
    try {
      await own.owner.query(statement);
      expect((await catalogueFaults(own.owner)).map((fault) => fault.rule)).toEqual(rules);
    } finally {
      await own.drop();
    }
  });
});

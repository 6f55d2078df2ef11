import type pg from 'pg';

/** A rule of the house that the catalogue of a database breaks: which rule, and where. */
export interface Fault {
  readonly rule: string;
  readonly where: string;
}

/** Schemas that are not ours: PostgreSQL's own, the job queue's, and the runner's of migrations. */
const ours = `
  n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'graphile_worker', 'platform', 'public')`;

const rules: readonly { readonly rule: string; readonly faults: string }[] = [
  {
    rule: 'a table with unit_id, department_id or account_id enables and forces row-level security',
    faults: `
      SELECT c.oid::regclass::text AS "where" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
        AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                      AND a.attname IN ('unit_id', 'department_id', 'account_id'))`,
  },
  {
    rule: 'a table that hoaban_runtime may use has a policy for it',
    faults: `
      SELECT c.oid::regclass::text AS "where" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relkind IN ('r', 'p')
        AND (has_any_column_privilege('hoaban_runtime', c.oid, 'SELECT, INSERT, UPDATE')
             OR has_table_privilege('hoaban_runtime', c.oid, 'DELETE, TRUNCATE'))
        AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid
                          AND p.polroles && ARRAY['hoaban_runtime'::regrole::oid, 0::oid])`,
  },
  {
    rule: 'a policy for hoaban_runtime is never simply true',
    faults: `
      SELECT c.oid::regclass || ' ' || p.polname AS "where"
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND p.polroles && ARRAY['hoaban_runtime'::regrole::oid, 0::oid]
        AND 'true' IN (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`,
  },
  {
    rule: 'no view shows what row-level security hides',
    faults: `
      SELECT c.oid::regclass::text AS "where" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND (c.relkind = 'm' OR c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
        AND has_any_column_privilege('hoaban_runtime', c.oid, 'SELECT')`,
  },
  {
    rule: 'hoaban_owner owns every table',
    faults: `
      SELECT c.oid::regclass::text AS "where" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relkind IN ('r', 'p') AND c.relowner <> 'hoaban_owner'::regrole`,
  },
  {
    rule: 'a foreign key has an index that begins with its columns',
    faults: `
      SELECT f.conrelid::regclass || ' ' || f.conname AS "where"
      FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND f.contype = 'f' AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indisvalid
          -- A partial index serves when it leaves out only rows in which the key is null.
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = (
                SELECT '(' || a.attname || ' IS NOT NULL)' FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = f.conkey[1]))
          AND (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(f.conkey)] @> f.conkey)`,
  },
  {
    rule: 'a moment is kept with its zone',
    faults: `
      SELECT c.oid::regclass || '.' || a.attname AS "where"
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relkind IN ('r', 'p') AND NOT a.attisdropped AND a.atttypid = 'timestamp'::regtype`,
  },
  {
    rule: 'a table says in a comment what it is for',
    faults: `
      SELECT c.oid::regclass::text AS "where" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND c.relkind IN ('r', 'p') AND coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
  },
  {
    rule: 'a function that runs as its owner fixes its search_path, pg_temp last',
    faults: `
      SELECT f.oid::regprocedure::text AS "where" FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
      WHERE ${ours} AND f.prosecdef
        AND NOT EXISTS (SELECT 1 FROM unnest(f.proconfig) AS setting WHERE setting ~ '^search_path=(.*, )?pg_temp$')`,
  },
  {
    rule: 'hoaban_runtime is an ordinary role',
    faults: `
      SELECT rolname::text AS "where" FROM pg_roles WHERE rolname = 'hoaban_runtime'
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  },
  {
    rule: 'hoaban_runtime is a member of no role',
    faults: `
      SELECT m.roleid::regrole::text AS "where" FROM pg_auth_members m WHERE m.member = 'hoaban_runtime'::regrole`,
  },
  {
    rule: 'hoaban_runtime makes nothing in our schemas',
    faults: `
      SELECT n.nspname::text AS "where" FROM pg_namespace n WHERE ${ours} AND has_schema_privilege('hoaban_runtime', n.oid, 'CREATE')`,
  },
];

/** Walks the catalogue and gives every break of a rule; an empty list when the database keeps them all. */
export async function catalogueFaults(owner: pg.Pool): Promise<Fault[]> {
  const found: Fault[] = [];
  for (const { rule, faults } of rules) {
    const { rows } = await owner.query<{ where: string }>(`${faults} ORDER BY 1`);
    found.push(...rows.map(({ where }) => ({ rule, where })));
  }
  return found;
}

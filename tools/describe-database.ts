import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

// The picture of today's database: one readable file per schema in database/schema/, drawn from the catalogue.
// Compared by tests/house/schema.db.test.ts, which also draws it anew: HOABAN_DRAW=1 npm test -- tests/house/schema

const folder = join(import.meta.dirname, '../database/schema');

interface Part {
  readonly schema: string;
  /** Table, function or view the text belongs to. */
  readonly owner: string;
  readonly text: string;
}

const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;

const queries = {
  tables: `
    select n.nspname as schema, c.relname as owner, coalesce(obj_description(c.oid, 'pg_class'), '') as text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${ours} order by 1, 2`,
  columns: `
    select n.nspname as schema, c.relname as owner,
      a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' generated as identity'
                when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
        || coalesce('  -- ' || col_description(c.oid, a.attnum), '') as text
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${ours}
    order by 1, 2, a.attnum`,
  constraints: `
    select n.nspname as schema, c.relname as owner, k.conname || ' ' || pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype <> 'n' and k.conparentid = 0 and not c.relispartition and ${ours}
    order by 1, 2, array_position('{p,u,x,f,c,t}'::"char"[], k.contype), k.conname`,
  indexes: `
    select n.nspname as schema, c.relname as owner, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON \\S+', '') as text
    from pg_index i
    join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class own on own.oid = i.indexrelid
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
      and not c.relispartition and ${ours}
    order by 1, 2, own.relname`,
  triggers: `
    select n.nspname as schema, c.relname as owner,
      regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER ', '') as text
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and not c.relispartition and ${ours} order by 1, 2, t.tgname`,
  policies: `
    select n.nspname as schema, c.relname as owner,
      case when c.relforcerowsecurity then 'forced: ' else 'enabled: ' end || p.polname || ' for '
        || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
        || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r)
        || coalesce(E'\n      using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
        || coalesce(E'\n      with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') as text
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where not c.relispartition and ${ours} order by 1, 2, p.polname`,
  grants: `
    select schema, owner, grantee || ': ' || string_agg(privilege, ', ' order by privilege) as text
    from (
      select n.nspname as schema, c.relname as owner, g.grantee::regrole::text as grantee, lower(g.privilege_type) as privilege
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where g.grantee <> c.relowner and g.grantee <> 0 and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${ours}
      union all
      select n.nspname, c.relname, g.grantee::regrole::text,
        lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
        aclexplode(a.attacl) g
      where g.grantee <> c.relowner and g.grantee <> 0 and ${ours}
      group by n.nspname, c.relname, g.grantee, g.privilege_type
    ) granted
    group by schema, owner, grantee order by 1, 2, grantee`,
  functions: `
    select n.nspname as schema, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as owner,
      'returns ' || coalesce(pg_get_function_result(p.oid), 'nothing') || ', ' || l.lanname
        || case when p.prosecdef then ', security definer' else '' end
        || coalesce(', for ' || (select string_agg(g.grantee::regrole::text, ', ') from aclexplode(p.proacl) g
             where g.grantee <> p.proowner and g.grantee <> 0), '')
        || case when p.proacl is null or exists (select from aclexplode(p.proacl) g where g.grantee = 0) then ', for everyone' else '' end
        || coalesce('  -- ' || obj_description(p.oid, 'pg_proc'), '') as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where ${ours} order by 1, 2`,
} as const;

const titles = ['columns', 'constraints', 'indexes', 'triggers', 'policies', 'grants'] as const;

function describeTable(table: Part, parts: Record<(typeof titles)[number], readonly Part[]>): string {
  const lines = [`table ${table.owner}`];
  if (table.text) lines.push(`  -- ${table.text.replaceAll('\n', '\n  -- ')}`);
  for (const title of titles) {
    const own = parts[title].filter((part) => part.schema === table.schema && part.owner === table.owner);
    if (own.length === 0) continue;
    lines.push(`  ${title}`);
    for (const { text } of own) lines.push(`    ${text}`);
  }
  return lines.join('\n');
}

/** Draws the database at `url` (any login that may read the catalogue): file name → text. */
export async function describeDatabase(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts = {} as Record<keyof typeof queries, Part[]>;
    for (const [name, query] of Object.entries(queries)) {
      parts[name as keyof typeof queries] = (await client.query<Part>(query)).rows;
    }
    const schemas = new Set([...parts.tables, ...parts.functions].map((part) => part.schema));
    const pictures = new Map<string, string>();
    for (const schema of [...schemas].sort()) {
      const tables = parts.tables.filter((table) => table.schema === schema);
      const functions = parts.functions.filter((part) => part.schema === schema);
      const sections = [
        `schema ${schema} (generated by tools/describe-database.ts; do not edit)`,
        ...tables.map((table) => describeTable(table, parts)),
        ...functions.map((part) => `function ${part.owner}\n  ${part.text}`),
      ];
      pictures.set(`${schema}.txt`, `${sections.join('\n\n')}\n`);
    }
    return pictures;
  } finally {
    await client.end();
  }
}

/** The pictures as they are kept in the repository. */
export async function keptPictures(): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index]!]));
}

/** Replaces the kept pictures. */
export async function writePictures(pictures: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of pictures) await writeFile(join(folder, name), text);
}

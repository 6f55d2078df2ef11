import { type ReadTx, sql } from '#platform/db';
import type { Narrowing } from '../contract/oneroster.ts';
import type { Collection } from '../contract/oneroster-items.ts';
import type { Condition, Filter } from '../rules/index.ts';
import { type Ground, type Sql, sources } from './sources.ts';

/** A row of a source, by its columns. */
export type Row = Readonly<Record<string, unknown>> & { readonly key: string; readonly id: string };

export interface Question {
  readonly collection: Collection;
  readonly narrow: Narrowing;
  readonly only?: string | undefined;
  readonly filter?: Filter | undefined;
  /** A field of the source. */
  readonly sort?: string | undefined;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

const uuidAtStart = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=$|\.)/;

/** Our row behind a sourcedId; undefined when it is none of ours. */
export function keyOf(sourcedId: string): string | undefined {
  return uuidAtStart.exec(sourcedId)?.[0];
}

/** A page of a collection and how many rows there are in all. Every id of `narrow` has been looked at by `keyOf`. */
export async function selectPage(
  tx: ReadTx,
  ground: Ground,
  question: Question,
): Promise<{ rows: Row[]; total: number }> {
  const where = conditionsOf(ground, question);
  const from = sql`FROM (${sources[question.collection].rows(ground)}) r ${
    where.length > 0 ? sql`WHERE ${sql.join(where, sql` AND `)}` : sql``
  }`;
  const column = question.sort ? sources[question.collection].fields[question.sort]?.[0] : undefined;
  const order = column
    ? sql`r.${sql.ref(column)} ${question.descending ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`}, r.id`
    : sql`r.id`;
  // First which rows, then all of them: what an item needs is computed for a page, not for a province.
  const [page, counted] = await Promise.all([
    sql<Pick<Row, 'key' | 'id'>>`
      SELECT r.key, r.id ${from} ORDER BY ${order} LIMIT ${question.limit} OFFSET ${question.offset}`.execute(
      tx,
    ),
    sql<{ total: number }>`SELECT count(*)::int AS total ${from}`.execute(tx),
  ]);
  const total = counted.rows[0]?.total ?? 0;
  if (page.rows.length === 0) return { rows: [], total };
  const keys = [...new Set(page.rows.map(({ key }) => key))];
  const { rows } = await sql<Row>`
    SELECT r.* FROM (${sources[question.collection].rows(ground)}) r WHERE r.key = ANY (${keys}::uuid[])`.execute(
    tx,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { rows: page.rows.flatMap(({ id }) => byId.get(id) ?? []), total };
}

function conditionsOf(ground: Ground, { collection, narrow, only, filter }: Question): Sql[] {
  const conditions: Sql[] = [];
  const { sourcedId } = narrow;
  if (sourcedId) conditions.push(sql`r.key = ${keyOf(sourcedId)}::uuid AND r.id = ${sourcedId}`);
  if (only) conditions.push(sql`r.${sql.ref(collection === 'users' ? 'role' : 'type')} = ${only}`);
  // School years are the department's, categories the circular's: nothing of them belongs to one school or class.
  if (collection !== 'academicSessions' && collection !== 'categories') {
    conditions.push(...narrowed(ground, collection, narrow));
  }
  if (filter) {
    const parts = filter.conditions.map((condition) => compared(collection, condition));
    conditions.push(sql`(${sql.join(parts, filter.joined === 'AND' ? sql` AND ` : sql` OR `)})`);
  }
  return conditions;
}

function narrowed(ground: Ground, collection: Collection, narrow: Narrowing): Sql[] {
  const conditions: Sql[] = [];
  const enrolled = (column: string, where: Sql) =>
    sql`SELECT e.${sql.ref(column)} FROM (${sources.enrollments.rows(ground)}) e WHERE e.status = 'active' AND ${where}`;
  if (narrow.school) conditions.push(sql`r.unit_id = ${narrow.school}::uuid`);
  if (narrow.class) {
    const ofClass = sql`class_key = ${keyOf(narrow.class)}::uuid`;
    if (collection === 'users') {
      conditions.push(
        sql`r.key IN (${enrolled('user_key', sql`e.${ofClass} AND e.class_id = ${narrow.class}`)})`,
      );
    } else if (collection === 'enrollments' || collection === 'results') {
      conditions.push(sql`r.${ofClass} AND r.class_id = ${narrow.class}`);
    } else conditions.push(sql`r.key = ${keyOf(narrow.class)}::uuid AND r.class_id = ${narrow.class}`);
  }
  if (narrow.course) {
    conditions.push(sql`r.unit_id = ${keyOf(narrow.course)}::uuid AND r.course_id = ${narrow.course}`);
  }
  if (narrow.term) conditions.push(sql`${narrow.term} = ANY (r.term_ids)`);
  const person = narrow.student ?? narrow.teacher ?? narrow.user;
  if (person && collection === 'classes') {
    conditions.push(sql`r.id IN (${enrolled('class_id', sql`e.user_key = ${person}::uuid`)})`);
  } else if (narrow.student) conditions.push(sql`r.student_key = ${narrow.student}::uuid`);
  if (narrow.lineItem) conditions.push(sql`r.line_item_id = ${narrow.lineItem}`);
  return conditions;
}

/** Every field is one of the source's, and its value was read by the kind of the field. */
function compared(collection: Collection, { field, operator, value }: Condition): Sql {
  const [column = 'id', kind = 'text'] = sources[collection].fields[field] ?? [];
  const left = sql`r.${sql.ref(column)}`;
  if (operator === '~') return sql`strpos(lower(${left}::text), lower(${value})) > 0`;
  const sign = sql.raw(operator === '!=' ? 'IS DISTINCT FROM' : operator);
  if (kind === 'text') return sql`${left}::text ${sign} ${value}`;
  const type = sql.raw({ date: 'date', moment: 'timestamptz', number: 'numeric' }[kind]);
  return sql`${left} ${sign} ${value}::${type}`;
}

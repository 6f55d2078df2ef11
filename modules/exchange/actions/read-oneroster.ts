import type { Actor } from '#modules/identity-access';
import { currentSchoolYear } from '#modules/organisation';
import type { ReadTx, WriteTx } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import type { Narrowing, Reading } from '../contract/oneroster.ts';
import { type Collection, collections, type Item } from '../contract/oneroster-items.ts';
import { noteReads, type Read } from '../data/reads.ts';
import { keyOf, type Row, selectPage } from '../data/select-page.ts';
import { type Ground, sources } from '../data/sources.ts';
import { itemOf, refMaker } from '../documents/items.ts';
import { exchangeErrors } from '../errors.ts';
import { carries, chosenFields, pageLinks, readFilter } from '../rules/index.ts';
import { withScores } from './scored.ts';

export interface Asked {
  readonly limit?: number;
  readonly offset?: number;
  readonly sort?: string | undefined;
  readonly orderBy?: 'asc' | 'desc';
  readonly filter?: string | undefined;
  readonly fields?: string | undefined;
}

export interface Answered {
  readonly body: Readonly<Record<string, Item | readonly Item[]>>;
  /** Of a list. */
  readonly total?: number;
  readonly links?: string;
}

/** What a parameter of a path is an id of. */
const narrowedBy: Readonly<Record<Exclude<keyof Narrowing, 'sourcedId'>, Collection>> = {
  school: 'orgs',
  class: 'classes',
  course: 'courses',
  term: 'academicSessions',
  student: 'users',
  teacher: 'users',
  user: 'users',
  lineItem: 'lineItems',
};

/** Where persons stand in the rows of a collection; the other collections tell about nobody. */
const personOf: Partial<Record<Collection, string>> = {
  users: 'key',
  demographics: 'key',
  enrollments: 'user_key',
  results: 'student_key',
};

/** The subjects of the year the department works in. */
export async function groundOf(tx: ReadTx): Promise<Ground> {
  const year = await currentSchoolYear(tx);
  if (!year) return { subjects: [] };
  const { subjects } = programmeOfYear(year.name);
  return { subjects: subjects.map(({ code, name, judged }) => ({ code, name, judged })) };
}

/**
 * Answers one reading of OneRoster 1.2 within what the asker reaches, and notes it. `address` is the absolute address asked for.
 * @throws Refusal exchange.scopeMissing, unknownObject, badQuestion
 */
export async function readOneRoster(
  tx: WriteTx,
  {
    actor,
    publicUrl,
    address,
  }: { readonly actor: Actor; readonly publicUrl: string; readonly address: string },
  reading: Reading,
  narrow: Narrowing,
  asked: Asked,
): Promise<Answered> {
  const { operation, collection, one, only } = reading;
  const wanted = operation.scopes ?? [];
  if (!carries(actor.client?.scopes ?? [], wanted)) throw exchangeErrors.scopeMissing(wanted[0] ?? '');
  const question = questionOf(collection, asked);
  const ground = await groundOf(tx);
  await mustExist(tx, ground, narrow);
  const page = one ? { limit: 1, offset: 0 } : { limit: asked.limit ?? 100, offset: asked.offset ?? 0 };
  const { rows, total } = await selectPage(tx, ground, { collection, narrow, only, ...question, ...page });
  const [first] = rows;
  if (one && !first) throw exchangeErrors.unknownObject();
  const scored = collection === 'results' ? await withScores(tx, rows) : rows;
  const ref = refMaker(publicUrl);
  const items = scored.map((row) => chosen(itemOf(collection, row, ref), question.fields));
  const told = {
    entity: `oneroster.${entityOf(collection)}`,
    reader: actor.displayName,
    address: pathOf(address),
  };
  await noteReads(tx, told, readsOf(collection, rows, actor.unitId));
  const names = collections[collection];
  if (one) return { body: { [names.one]: items[0]! } };
  return { body: { [names.many]: items }, total, links: pageLinks(address, page, total) };
}

/** Audit entities are small letters and low lines. */
function entityOf(collection: Collection): string {
  return collection.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return readable(pathname + search).slice(0, 500);
}

function readable(path: string): string {
  try {
    const text = decodeURIComponent(path);
    return /\p{Cc}/u.test(text) ? path : text;
  } catch {
    return path;
  }
}

function questionOf(collection: Collection, { sort, orderBy, filter, fields }: Asked) {
  const known = sources[collection].fields;
  const kinds = Object.fromEntries(Object.entries(known).map(([name, [, kind]]) => [name, kind]));
  const read = filter === undefined ? undefined : readFilter(filter, kinds);
  if (read && 'fault' in read) throw exchangeErrors.badQuestion(read.fault, read.field);
  if (sort !== undefined && !Object.hasOwn(known, sort)) throw exchangeErrors.badQuestion('sort', sort);
  const chosen = chosenFields(fields, Object.keys(collections[collection].shape.shape));
  if (chosen && 'fault' in chosen) throw exchangeErrors.badQuestion(chosen.fault, chosen.field);
  return { filter: read, sort, descending: orderBy === 'desc', fields: chosen };
}

/** Every object that the path names must be within reach, else the list would be empty without a word. */
async function mustExist(tx: ReadTx, ground: Ground, narrow: Narrowing): Promise<void> {
  for (const id of Object.values(narrow)) if (!keyOf(id)) throw exchangeErrors.unknownObject();
  for (const [name, collection] of Object.entries(narrowedBy)) {
    const sourcedId = narrow[name as keyof typeof narrowedBy];
    if (!sourcedId) continue;
    const { total } = await selectPage(tx, ground, {
      collection,
      narrow: { sourcedId },
      limit: 1,
      offset: 0,
    });
    if (total === 0) throw exchangeErrors.unknownObject();
  }
}

function chosen(item: Item, fields: readonly string[] | undefined): Item {
  if (!fields) return item;
  const kept = Object.fromEntries(fields.flatMap((name) => (name in item ? [[name, item[name]]] : [])));
  return { sourcedId: item.sourcedId, ...kept };
}

function readsOf(collection: Collection, rows: readonly Row[], ownUnit: string | null): Read[] {
  const person = personOf[collection];
  const byUnit = Map.groupBy(rows, (row) => (person ? (row.unit_id as string) : ownUnit));
  const reads = [...byUnit].map(([unitId, own]) => ({
    unitId,
    count: own.length,
    people: person ? [...new Set(own.map((row) => String(row[person])))] : [],
  }));
  return reads.length > 0 ? reads : [{ unitId: ownUnit, count: 0, people: [] }];
}

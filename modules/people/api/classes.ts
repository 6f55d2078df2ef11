import { bind } from '#modules/identity-access';
import type { Unit } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { type Acting, schoolOf } from '../actions/acting.ts';
import { changeClass, createClass, deleteClass } from '../actions/keep-class.ts';
import { changeRoom, createRoom } from '../actions/keep-room.ts';
import * as contract from '../contract/classes.ts';
import { listClasses, type SchoolClass } from '../data/classes.ts';
import { listReachedSchools, type ReachedSchool, type SchoolPlace, schoolFigures } from '../data/figures.ts';
import { listRooms } from '../data/rooms.ts';
import { type ShownName, shownStaffNames } from '../data/staff-names.ts';
import { classSheet, figuresSheet, roomSheet } from '../documents/ground-sheets.ts';
import { peopleErrors } from '../errors.ts';
import { classLimit, classWarnings } from '../rules/school-class.ts';
import { mayOf, workbookAnswer, yearOf } from './pupil-parts.ts';

interface SchoolAndYear {
  readonly unitId?: string | undefined;
  readonly schoolYearId?: string | undefined;
}

async function roomsOf(tx: ReadTx, acting: Acting, query: SchoolAndYear) {
  const school = await schoolOf(tx, acting, query.unitId);
  const year = await yearOf(tx, query.schoolYearId);
  return { school, year, items: (await listRooms(tx, school.id, year.id)).map(roomShape) };
}

function roomShape({ classNames, equipment, ...room }: Awaited<ReturnType<typeof listRooms>>[number]) {
  return { ...room, classNames: [...classNames], equipment: [...equipment] };
}

async function classesOf(tx: ReadTx, acting: Acting, query: SchoolAndYear) {
  const school = await schoolOf(tx, acting, query.unitId);
  const year = await yearOf(tx, query.schoolYearId);
  const [rows, shown] = await Promise.all([
    listClasses(tx, { unitId: school.id, schoolYearId: year.id, today: localDate(acting.now) }),
    shownStaffNames(tx, [school.id]),
  ]);
  return { school, year, items: rows.map((row) => classShape(row, school, shown)) };
}

/** A class as the API shows it: with the limit that holds for it and what should be looked at. */
function classShape(
  { unitId, schoolYearId: _, roomCapacity, ...row }: SchoolClass,
  school: Unit,
  shown: ShownName,
) {
  const { teachesLower, teachesUpper, schoolKind } = school;
  const hasHomeroom = row.homeroomStaffId !== null && !row.homeroomLeft;
  const { homeroomStaffId: id, homeroomName: name } = row;
  return {
    ...row,
    homeroomName: id && name && shown({ unitId, id, name }),
    limit: classLimit({ kind: row.kind, schoolKind }),
    warnings: classWarnings({ ...row, roomCapacity, schoolKind, teachesLower, teachesUpper, hasHomeroom }),
  };
}

function headOf({ id, name, schoolKind, teachesLower, teachesUpper }: Unit) {
  return { id, name, schoolKind, teachesLower, teachesUpper };
}

/** The operations the role may do here: only in the own school, since what is written is the own school's. */
function mayHere({ actor }: Acting, school: Unit, operations: readonly string[]): string[] {
  return school.id === actor.unitId ? mayOf(actor.role, operations) : [];
}

function sum(items: readonly SchoolCounts[], key: keyof SchoolCounts): number {
  return items.reduce((total, item) => total + item[key], 0);
}
type SchoolCounts = Pick<SchoolClass, 'pupils' | 'female' | 'minority'>;

function writePlace({ position, name, id }: SchoolPlace): string {
  return Buffer.from(JSON.stringify([position, name, id])).toString('base64url');
}

function readPlace(cursor: string): SchoolPlace {
  try {
    const [position, name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isId = typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    if (Number.isInteger(position) && typeof name === 'string' && isId) {
      return { position: position as number, name, id };
    }
  } catch {
    // not one of ours: said below
  }
  throw peopleErrors.badCursor();
}

async function withFigures(tx: ReadTx, schools: readonly ReachedSchool[], schoolYearId: string) {
  const ids = schools.map(({ id }) => id);
  const byId = new Map((await schoolFigures(tx, ids, schoolYearId)).map((row) => [row.unitId, row]));
  return schools.flatMap(({ id, name, schoolKind }) => {
    const figures = byId.get(id);
    return figures ? [{ ...figures, name, schoolKind }] : [];
  });
}

const mostSchools = 2000;

/** Classes, rooms and the figures of schools. */
export const classRoutes: AnyRoute[] = [
  bind(contract.listRooms, async ({ tx, actor, now, query }) => {
    const { school, year, items } = await roomsOf(tx, { actor, now }, query);
    const may = mayHere({ actor, now }, school, ['people.createRoom', 'people.updateRoom']);
    return { school: headOf(school), year: { id: year.id, name: year.name }, items, may };
  }),
  bind(contract.exportRooms, async ({ tx, actor, now, query }) => {
    const { school, items } = await roomsOf(tx, { actor, now }, query);
    return workbookAnswer(`Phòng học ${school.name}`, roomSheet(items));
  }),
  bind(contract.createRoom, ({ tx, actor, now, body }) => createRoom(tx, { actor, now }, body)),
  bind(contract.updateRoom, ({ tx, actor, now, params, body }) =>
    changeRoom(tx, { actor, now }, params.roomId, body),
  ),
  bind(contract.listClasses, async ({ tx, actor, now, query }) => {
    const { school, year, items } = await classesOf(tx, { actor, now }, query);
    return {
      school: headOf(school),
      year: { id: year.id, name: year.name },
      items,
      totals: {
        classes: items.length,
        pupils: sum(items, 'pupils'),
        female: sum(items, 'female'),
        minority: sum(items, 'minority'),
      },
      may: mayHere({ actor, now }, school, [
        'people.createClass',
        'people.updateClass',
        'people.deleteClass',
      ]),
    };
  }),
  bind(contract.exportClasses, async ({ tx, actor, now, query }) => {
    const { school, year, items } = await classesOf(tx, { actor, now }, query);
    return workbookAnswer(`Lớp học ${school.name} ${year.name}`, classSheet(items));
  }),
  bind(contract.createClass, ({ tx, actor, now, body }) => createClass(tx, { actor, now }, body)),
  bind(contract.updateClass, ({ tx, actor, now, params, body }) =>
    changeClass(tx, { actor, now }, params.classId, body),
  ),
  bind(contract.deleteClass, async ({ tx, params }) => {
    await deleteClass(tx, params.classId);
    return undefined;
  }),
  bind(contract.listSchoolFigures, async ({ tx, query }) => {
    const { q, cursor, limit } = query;
    const after = cursor ? readPlace(cursor) : undefined;
    const year = await yearOf(tx, query.schoolYearId);
    const rows = await listReachedSchools(tx, { text: q?.trim() || undefined, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    return {
      year: { id: year.id, name: year.name },
      items: await withFigures(tx, page, year.id),
      nextCursor: rows.length > limit ? writePlace(page.at(-1)!) : null,
    };
  }),
  bind(contract.exportSchoolFigures, async ({ tx, query }) => {
    const year = await yearOf(tx, query.schoolYearId);
    const schools = await listReachedSchools(tx, { text: query.q?.trim() || undefined, limit: mostSchools });
    const figures = await withFigures(tx, schools, year.id);
    return workbookAnswer(`Quy mô trường ${year.name}`, figuresSheet(figures));
  }),
];

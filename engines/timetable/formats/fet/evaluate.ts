import type { FetAsk, FetRule } from './asks.ts';
import type { FetDocument } from './document.ts';
import { evaluateActivities } from './evaluate-activities.ts';
import { evaluateMembers } from './evaluate-members.ts';
import { evaluateRooms } from './evaluate-rooms.ts';
import type { FetTimetable } from './timetable.ts';

/** What a timetable costs by FET's own reckoning. */
export interface FetCost {
  /** Broken units of constraints of weight 100, unplaced activities and clashes among them. */
  readonly hard: number;
  /** FET's "total soft conflicts": weight / 100 for each broken unit of the others. */
  readonly soft: number;
  /** Broken units by the constraint's element and index, those that are broken only. */
  readonly broken: readonly {
    readonly kind: string;
    readonly source: number;
    readonly units: number;
    readonly weight: number;
  }[];
}

/** Occupation of one resource: activities at each slot. */
export type Occupation = readonly (readonly number[])[];

/** The tables that the constraints read, filled from the timetable once. */
export interface Tables {
  readonly document: FetDocument;
  readonly timetable: FetTimetable;
  readonly days: number;
  readonly hours: number;
  readonly ofTeacher: readonly Occupation[];
  readonly ofAtom: readonly Occupation[];
  readonly ofRoom: readonly Occupation[];
  readonly isBreak: Uint8Array;
  /** Closed slots of each teacher and atom. */
  readonly teacherClosed: readonly Uint8Array[];
  readonly atomClosed: readonly Uint8Array[];
  /** Activities that a constraint gives a preferred room. */
  readonly hasPreferredRoom: Uint8Array;
}

/** Evaluates a timetable of a document by FET's rules, from the document alone. */
export function evaluateFet(
  document: FetDocument,
  rules: readonly FetRule[],
  timetable: FetTimetable,
): FetCost {
  const tables = fillTables(document, rules, timetable);
  const broken: FetCost['broken'][number][] = [];
  let hard = 0;
  let soft = 0;
  for (const { source, weight, ask } of rules) {
    const units = unitsOf(tables, ask, document.constraints[source]!.kind);
    if (units === 0) continue;
    broken.push({ kind: document.constraints[source]!.kind, source, units, weight });
    if (weight >= 100) hard += units;
    else soft += (units * weight) / 100;
  }
  return { hard, soft: Math.round(soft * 1e6) / 1e6, broken };
}

function unitsOf(tables: Tables, ask: FetAsk, kind: string): number {
  if (ask.ask === 'basic')
    return kind === 'BasicCompulsoryTime'
      ? basicTime(tables)
      : kind === 'BasicCompulsorySpace'
        ? basicSpace(tables)
        : 0;
  return evaluateMembers(tables, ask) ?? evaluateActivities(tables, ask) ?? evaluateRooms(tables, ask) ?? 0;
}

/** Unplaced activities, activities past the end of the day, clashes of teachers and students. */
function basicTime({ document, timetable, hours, ofTeacher, ofAtom }: Tables): number {
  let units = 0;
  document.activities.forEach((activity, index) => {
    const slot = timetable.start[index]!;
    if (slot < 0) units++;
    else if ((slot % hours) + activity.duration > hours) units++;
  });
  for (const occupation of [...ofTeacher, ...ofAtom])
    for (const here of occupation) units += Math.max(0, here.length - 1);
  return units;
}

/** Clashes of rooms, rooms too small. */
function basicSpace({ document, timetable, ofRoom }: Tables): number {
  let units = 0;
  for (const occupation of ofRoom) for (const here of occupation) units += Math.max(0, here.length - 1);
  document.activities.forEach((activity, index) => {
    const room = document.rooms[timetable.room[index]!];
    if (room && room.capacity < activity.pupils) units++;
  });
  return units;
}

function fillTables(document: FetDocument, rules: readonly FetRule[], timetable: FetTimetable): Tables {
  const days = document.days.length;
  const hours = document.hours.length;
  const slots = days * hours;
  const empty = (many: number) =>
    Array.from({ length: many }, () => Array.from({ length: slots }, (): number[] => []));
  const ofTeacher = empty(document.teachers.length);
  const ofAtom = empty(document.atoms.length);
  const ofRoom = empty(document.rooms.length);
  const teacherOf = new Map(document.teachers.map((name, index) => [name, index]));
  document.activities.forEach((activity, index) => {
    const begin = timetable.start[index]!;
    if (begin < 0) return;
    const room = timetable.room[index]!;
    const rooms =
      timetable.realRooms[index]!.length > 0 ? timetable.realRooms[index]! : room < 0 ? [] : [room];
    const end = Math.min(begin + activity.duration, (Math.floor(begin / hours) + 1) * hours);
    for (let slot = begin; slot < end; slot++) {
      for (const teacher of activity.teachers) ofTeacher[teacherOf.get(teacher)!]![slot]!.push(index);
      for (const atom of activity.atoms) ofAtom[atom]![slot]!.push(index);
      for (const taken of rooms) ofRoom[taken]![slot]!.push(index);
    }
  });
  const isBreak = new Uint8Array(slots);
  const teacherClosed = document.teachers.map(() => new Uint8Array(slots));
  const atomClosed = document.atoms.map(() => new Uint8Array(slots));
  const hasPreferredRoom = new Uint8Array(document.activities.length);
  for (const { ask } of rules) {
    if (ask.ask === 'breaks') for (const slot of ask.slots) isBreak[slot] = 1;
    if (ask.ask === 'rooms' && !ask.home)
      for (const activity of ask.activities) hasPreferredRoom[activity] = 1;
    if (ask.ask !== 'not-available') continue;
    const closed = ask.members.who === 'teachers' ? teacherClosed : atomClosed;
    for (const member of ask.members.of) for (const slot of ask.slots) closed[member]![slot] = 1;
  }
  return {
    ...{ document, timetable, days, hours, ofTeacher, ofAtom, ofRoom },
    ...{ isBreak, teacherClosed, atomClosed, hasPreferredRoom },
  };
}

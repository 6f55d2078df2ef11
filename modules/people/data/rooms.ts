import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { RoomKind } from '../rules/room.ts';

export interface RoomFields {
  readonly name: string;
  readonly kind: RoomKind;
  /** Pupils it takes; null: not known. */
  readonly capacity: number | null;
  /** Built to last (kiên cố). */
  readonly solid: boolean;
  readonly siteId: string | null;
  /** What it has, by name; left out: as it was, of a new room nothing. */
  readonly equipment?: readonly string[] | undefined;
}

export interface Room extends RoomFields {
  readonly equipment: readonly string[];
  readonly id: string;
  readonly siteName: string | null;
  readonly closedOn: string | null;
  /** Classes of the year that sit in it. */
  readonly classNames: readonly string[];
  readonly version: number;
}

const columns = sql`r.id, r.name, r.kind, r.capacity, r.solid, r.site_id AS "siteId", s.name AS "siteName", r.closed_on AS "closedOn",
  r.equipment, r.version`;

/** Rooms of a school by name, the closed ones last, each with the classes that sit there in the year. */
export async function listRooms(tx: ReadTx, unitId: string, schoolYearId: string): Promise<Room[]> {
  const { rows } = await sql<Room>`
    SELECT ${columns}, array(SELECT c.name FROM people.school_class c WHERE c.room_id = r.id AND c.school_year_id = ${schoolYearId}
      ORDER BY c.grade, c.name) AS "classNames"
    FROM people.room r LEFT JOIN organisation.site s ON s.id = r.site_id
    WHERE r.unit_id = ${unitId} ORDER BY r.closed_on IS NOT NULL, r.name COLLATE organisation.vietnamese, r.id`.execute(
    tx,
  );
  return rows;
}

/** The room as it stands, for comparing; undefined: not there or not the person's to see. */
export async function selectRoomOptional(
  tx: ReadTx,
  roomId: string,
): Promise<(Omit<Room, 'classNames'> & { unitId: string }) | undefined> {
  const { rows } = await sql<Omit<Room, 'classNames'> & { unitId: string }>`
    SELECT ${columns}, r.unit_id AS "unitId" FROM people.room r LEFT JOIN organisation.site s ON s.id = r.site_id
    WHERE r.id = ${roomId}`.execute(tx);
  return rows[0];
}

/** Whether a site (điểm trường) belongs to the school. */
export async function isSiteOf(tx: ReadTx, unitId: string, siteId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation.site WHERE id = ${siteId} AND unit_id = ${unitId}`.execute(tx);
  return rows.length > 0;
}

export async function insertRoom(
  tx: WriteTx,
  room: RoomFields & { id: string; unitId: string; departmentId: string },
): Promise<void> {
  await sql`INSERT INTO people.room (id, unit_id, department_id, site_id, name, kind, capacity, solid, equipment)
    VALUES (${room.id}, ${room.unitId}, ${room.departmentId}, ${room.siteId}, ${room.name}, ${room.kind}, ${room.capacity},
      ${room.solid}, ${room.equipment ?? []}::text[])`.execute(tx);
}

/** Saves when the room still has `version`; false: changed meanwhile, or not the person's to write. */
export async function updateRoom(
  tx: WriteTx,
  room: RoomFields & { id: string; version: number; closedOn: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.room SET site_id = ${room.siteId}, name = ${room.name}, kind = ${room.kind}, capacity = ${room.capacity},
      solid = ${room.solid}, closed_on = ${room.closedOn}, equipment = coalesce(${room.equipment ?? null}::text[], equipment), version = version + 1
    WHERE id = ${room.id} AND version = ${room.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Names of classes of the current or a coming year that sit in the room. */
export async function classesInRoom(tx: ReadTx, roomId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.name FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
    WHERE c.room_id = ${roomId} AND y.ends_on >= ${today}::date ORDER BY c.grade, c.name`.execute(tx);
  return rows.map(({ name }) => name);
}

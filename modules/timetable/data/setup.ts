import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Bell, Goals, GradeSession, SlotWish, SubjectRule, WeekEvent, Weeks } from '../rules/index.ts';
import type { School } from './place.ts';

export interface StoredFrame {
  readonly bells: readonly Bell[];
  readonly sessions: readonly GradeSession[];
  readonly goals: Partial<Goals>;
  readonly noonClasses: number | null;
  readonly travelPeriods: number;
  readonly weekA: Weeks;
  readonly version: number;
}

export interface StoredSetup {
  readonly frame: StoredFrame | undefined;
  readonly subjectRules: readonly SubjectRule[];
  readonly wishes: readonly SlotWish[];
  readonly events: readonly WeekEvent[];
}

/** What a school has set for the timetable of a year. */
export async function selectSetup(tx: ReadTx, unitId: string, yearId: string): Promise<StoredSetup> {
  const [frames, rules, wishes, events] = await Promise.all([
    sql<StoredFrame>`SELECT bells, sessions, goals, noon_classes AS "noonClasses", travel_periods AS "travelPeriods", week_a AS "weekA", version FROM timetable.frame
      WHERE unit_id = ${unitId} AND school_year_id = ${yearId}`.execute(tx),
    sql<SubjectRule>`SELECT subject_code AS "subjectCode", room_kind AS "roomKind", equipment, doubles, most_per_day AS "mostPerDay", demanding,
      not_after_lunch AS "notAfterLunch", alternates FROM timetable.subject_rule WHERE unit_id = ${unitId} AND school_year_id = ${yearId}`.execute(
      tx,
    ),
    sql<SlotWish>`SELECT CASE WHEN staff_id IS NOT NULL THEN 'staff' WHEN class_id IS NOT NULL THEN 'class' ELSE 'room' END AS of,
      coalesce(staff_id, class_id, room_id) AS id, jsonb_build_object('weekday', weekday, 'half', half, 'period', period) AS at, wish
      FROM timetable.slot_wish WHERE unit_id = ${unitId} AND school_year_id = ${yearId} ORDER BY weekday, half DESC, period`.execute(
      tx,
    ),
    sql<WeekEvent>`SELECT kind, name, jsonb_build_object('weekday', weekday, 'half', half, 'period', period) AS at, duration, grades,
      team_id AS "teamId" FROM timetable.event WHERE unit_id = ${unitId} AND school_year_id = ${yearId}
      ORDER BY weekday, half DESC, period, name`.execute(tx),
  ]);
  return { frame: frames.rows[0], subjectRules: rules.rows, wishes: wishes.rows, events: events.rows };
}

interface Place {
  readonly school: School;
  readonly yearId: string;
}

/** Writes the frame as long as it has the version seen (0: there was none). Gives the new version; undefined: changed meanwhile. */
export async function saveFrame(
  tx: WriteTx,
  { school, yearId }: Place,
  frame: Omit<StoredFrame, 'version'>,
  seen: number,
): Promise<number | undefined> {
  const bells = JSON.stringify(frame.bells);
  const sessions = JSON.stringify(frame.sessions);
  const goals = JSON.stringify(frame.goals);
  const { rows } = seen
    ? await sql<{ version: number }>`
        UPDATE timetable.frame SET bells = ${bells}::jsonb, sessions = ${sessions}::jsonb, goals = ${goals}::jsonb,
          noon_classes = ${frame.noonClasses}, travel_periods = ${frame.travelPeriods}, week_a = ${frame.weekA}, version = version + 1
        WHERE unit_id = ${school.id} AND school_year_id = ${yearId} AND version = ${seen} RETURNING version`.execute(
        tx,
      )
    : await sql<{ version: number }>`
        INSERT INTO timetable.frame (unit_id, department_id, school_year_id, bells, sessions, goals, noon_classes, travel_periods, week_a)
        VALUES (${school.id}, ${school.departmentId}, ${yearId}, ${bells}::jsonb, ${sessions}::jsonb, ${goals}::jsonb,
          ${frame.noonClasses}, ${frame.travelPeriods}, ${frame.weekA})
        ON CONFLICT DO NOTHING RETURNING version`.execute(tx);
  return rows[0]?.version;
}

export async function replaceSubjectRules(
  tx: WriteTx,
  { school, yearId }: Place,
  rules: readonly SubjectRule[],
): Promise<void> {
  await sql`DELETE FROM timetable.subject_rule WHERE unit_id = ${school.id} AND school_year_id = ${yearId}`.execute(
    tx,
  );
  await sql`INSERT INTO timetable.subject_rule (unit_id, department_id, school_year_id, subject_code, room_kind, equipment, doubles, most_per_day,
      demanding, not_after_lunch, alternates)
    SELECT ${school.id}, ${school.departmentId}, ${yearId}, r."subjectCode", r."roomKind", coalesce(r.equipment, '{}'), r.doubles, r."mostPerDay", r.demanding,
      r."notAfterLunch", coalesce(r.alternates, false)
    FROM jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) AS r ("subjectCode" text, "roomKind" text, equipment text[], doubles smallint,
      "mostPerDay" smallint, demanding boolean, "notAfterLunch" boolean, alternates boolean)`.execute(tx);
}

export async function replaceWishes(
  tx: WriteTx,
  { school, yearId }: Place,
  wishes: readonly SlotWish[],
): Promise<void> {
  const rows = wishes.map(({ of, id, at, wish }) => ({
    key: uuidv7(),
    staffId: of === 'staff' ? id : null,
    classId: of === 'class' ? id : null,
    roomId: of === 'room' ? id : null,
    ...at,
    wish,
  }));
  await sql`DELETE FROM timetable.slot_wish WHERE unit_id = ${school.id} AND school_year_id = ${yearId}`.execute(
    tx,
  );
  await sql`INSERT INTO timetable.slot_wish (id, unit_id, department_id, school_year_id, staff_id, class_id, room_id, weekday, half, period,
      wish)
    SELECT w.key, ${school.id}, ${school.departmentId}, ${yearId}, w."staffId", w."classId", w."roomId", w.weekday, w.half, w.period, w.wish
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (key uuid, "staffId" uuid, "classId" uuid, "roomId" uuid, weekday smallint,
      half text, period smallint, wish text)`.execute(tx);
}

export async function replaceEvents(
  tx: WriteTx,
  { school, yearId }: Place,
  events: readonly WeekEvent[],
): Promise<void> {
  const rows = events.map(({ at, ...event }) => ({ id: uuidv7(), ...event, ...at }));
  await sql`DELETE FROM timetable.event WHERE unit_id = ${school.id} AND school_year_id = ${yearId}`.execute(
    tx,
  );
  await sql`INSERT INTO timetable.event (id, unit_id, department_id, school_year_id, kind, name, weekday, half, period, duration, grades,
      team_id)
    SELECT e.id, ${school.id}, ${school.departmentId}, ${yearId}, e.kind, e.name, e.weekday, e.half, e.period, e.duration, e.grades,
      e."teamId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e (id uuid, kind text, name text, weekday smallint, half text,
      period smallint, duration smallint, grades smallint[], "teamId" uuid)`.execute(tx);
}

import { v7 as uuidv7 } from 'uuid';
import { type ShownName, shownStaffNames } from '#modules/people';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { DayChange, DayPlace, Half } from '../rules/index.ts';
import type { School } from './place.ts';

export interface Disruption {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly kind: 'teacherAway' | 'roomClosed' | 'noSchool' | 'online';
  readonly staffId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly siteId: string | null;
  readonly roomId: string | null;
  readonly about: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly endedOn: string | null;
  readonly reason: string;
  readonly link: string | null;
  /** Periods changed; of them fallen away, moved, made up. */
  readonly lessons: number;
  readonly cancelled: number;
  readonly moved: number;
  readonly madeUp: number;
  /** Last day on which one of its lessons is made up. */
  readonly madeUpTo: string | null;
  readonly version: number;
}

/**
 * That the lesson of a change `x` has fallen away by it: of one that others still hold only the place of who is away is empty, and one that
 * was moved or is made up is held, or lost, there.
 */
const isLost = sql`x.kind = 'cancelled' AND (SELECT v.kind = 'cancelled' AND v.moved_before = x.moved_before
  FROM timetable.lesson_change v WHERE v.lesson_id = x.lesson_id AND v.day = x.day)`;

/** That nothing has put the lesson of a change `x`, made up by it, anywhere else since. */
const isLastPlace = sql`NOT EXISTS (SELECT FROM timetable.day_change y
  WHERE y.lesson_id = x.lesson_id AND y.day = x.day AND y.moved_before > x.moved_before AND y.held_on IS NOT NULL)`;

/** The day that a change `x` is about: where an earlier one has put the lesson, else where it hangs. */
const dayAbout = sql`coalesce((SELECT y.held_on FROM timetable.day_change y
  WHERE y.lesson_id = x.lesson_id AND y.day = x.day AND y.moved_before = x.moved_before - 1 AND y.held_on IS NOT NULL), x.day)`;

/** Who is away (`a`) from a lesson of `v` and who stands in, as a list. */
const absentWhere = (
  which: ReturnType<typeof sql>,
) => sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', a.id, 'standInId', a.stand_in)), '[]')
  FROM unnest(v.away_ids, v.stand_in_ids) AS a (id, stand_in) WHERE ${which})`;
export const absentOf = absentWhere(sql`true`);

const selected = sql`
  SELECT d.id, d.unit_id AS "unitId", d.school_year_id AS "schoolYearId", d.kind, d.staff_id AS "staffId", d.class_id AS "classId", d.grade,
    d.site_id AS "siteId", d.room_id AS "roomId", coalesce(s.full_name, room.name, 'Lớp ' || c.name, 'Khối ' || d.grade, site.name, 'Toàn trường') AS about,
    d.from_day AS "fromDay", d.to_day AS "toDay", d.ended_on AS "endedOn", d.reason, d.link,
    changed.lessons, changed.cancelled, changed.moved, changed."madeUp",
    (SELECT max(x.held_on) FROM timetable.day_change x WHERE x.disruption_id = d.id AND x.kind = 'madeUp' AND ${isLastPlace}) AS "madeUpTo", d.version
  FROM timetable.disruption d LEFT JOIN people.staff_member s ON s.id = d.staff_id LEFT JOIN people.school_class c ON c.id = d.class_id
  LEFT JOIN organisation.site site ON site.id = d.site_id LEFT JOIN people.room room ON room.id = d.room_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(l.duration), 0)::int AS lessons, coalesce(sum(l.duration) FILTER (WHERE ${isLost}), 0)::int AS cancelled,
    coalesce(sum(l.duration) FILTER (WHERE x.kind = 'moved'), 0)::int AS moved,
    coalesce(sum(l.duration) FILTER (WHERE x.kind = 'madeUp'), 0)::int AS "madeUp"
    FROM timetable.day_change x JOIN timetable.lesson l ON l.id = x.lesson_id WHERE x.disruption_id = d.id) changed`;

export async function listDisruptions(tx: ReadTx, unitId: string, yearId: string): Promise<Disruption[]> {
  const ofYear = sql<Disruption>`${selected}
    WHERE d.unit_id = ${unitId} AND d.school_year_id = ${yearId} ORDER BY d.from_day DESC, d.made_at DESC, d.id DESC LIMIT 200`;
  const [{ rows }, shown] = await Promise.all([ofYear.execute(tx), shownStaffNames(tx, [unitId])]);
  return rows.map((row) => ({ ...row, about: aboutOf(row, shown) }));
}

const aboutOf = ({ unitId, staffId, about }: Disruption, shown: ShownName) =>
  staffId ? shown({ unitId, id: staffId, name: about }) : about;

export async function selectDisruptionOptional(tx: ReadTx, id: string): Promise<Disruption | undefined> {
  const { rows } = await sql<Disruption>`${selected} WHERE d.id = ${id}`.execute(tx);
  const [row] = rows;
  return row && { ...row, about: aboutOf(row, await shownStaffNames(tx, [row.unitId])) };
}

export async function insertDisruption(
  tx: WriteTx,
  row: {
    id: string;
    school: School;
    yearId: string;
    kind: Disruption['kind'];
    staffId: string | null;
    classId: string | null;
    grade: number | null;
    siteId: string | null;
    roomId: string | null;
    fromDay: string;
    toDay: string;
    reason: string;
    link: string | null;
    accountId: string;
    now: Date;
  },
): Promise<void> {
  await sql`INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, class_id, grade, site_id, room_id,
      from_day, to_day, reason, link, made_by, made_at)
    VALUES (${row.id}, ${row.school.id}, ${row.school.departmentId}, ${row.yearId}, ${row.kind}, ${row.staffId}, ${row.classId}, ${row.grade},
      ${row.siteId}, ${row.roomId}, ${row.fromDay}, ${row.toDay}, ${row.reason}, ${row.link}, ${row.accountId}, ${row.now})`.execute(
    tx,
  );
}

/** What a disruption does to a lesson. */
export interface RecordedChange extends DayChange {
  /** Of an absence: the teacher of the lesson whose place is left. Without: it is about the lesson. */
  readonly placeId?: string | null;
  /** About the lesson where it hangs, though it is held elsewhere now: for when it comes back. */
  readonly isElsewhere?: boolean;
}

/**
 * Writes what happens to lessons on days where they are held. A later change of the same lesson (or place) takes the place of the earlier
 * one, unless that has put the lesson elsewhere: then it is a change of that.
 */
export async function insertChanges(
  tx: WriteTx,
  /** `makesRoom`: moved for lessons made up. */
  disruption: { id: string; school: School; staffId: string | null; makesRoom?: boolean },
  changes: readonly RecordedChange[],
): Promise<void> {
  const rows = changes.map(({ lessonId, day, kind, absent, to, roomId, placeId, isElsewhere }) => {
    const base = { id: uuidv7(), lessonId, day, isElsewhere: isElsewhere ?? false };
    if (placeId) {
      const standIn = absent.find(({ staffId }) => staffId === placeId)?.standInId;
      return {
        ...{ ...base, placeId, awayId: disruption.staffId },
        ...{ kind: standIn ? 'substituted' : 'cancelled', staffId: standIn },
      };
    }
    if (kind !== 'moved' || !to) return { ...base, kind };
    return { ...base, kind, roomId, heldOn: to.day, half: to.half, period: to.period };
  });
  await sql`INSERT INTO timetable.day_change AS x (id, disruption_id, unit_id, department_id, lesson_id, day, moved_before, kind, place_id, away_id,
      staff_id, held_on, half, period, room_id, makes_room)
    SELECT r.id, ${disruption.id}, ${disruption.school.id}, ${disruption.school.departmentId}, r."lessonId", r.day,
      CASE WHEN r."isElsewhere" THEN 0 ELSE (SELECT count(y.held_on) FROM timetable.day_change y WHERE y.lesson_id = r."lessonId" AND y.day = r.day) END,
      r.kind, r."placeId", r."awayId", r."staffId", r."heldOn", r.half, r.period, r."roomId", ${disruption.makesRoom ?? false}::boolean
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "lessonId" uuid, day date, "isElsewhere" boolean, kind text,
      "placeId" uuid, "awayId" uuid, "staffId" uuid, "heldOn" date, half text, period smallint, "roomId" uuid)
    ON CONFLICT (lesson_id, day, moved_before, away_id) DO UPDATE SET disruption_id = excluded.disruption_id, kind = excluded.kind,
      place_id = excluded.place_id, staff_id = excluded.staff_id, held_on = excluded.held_on, half = excluded.half, period = excluded.period,
      room_id = excluded.room_id, makes_room = excluded.makes_room WHERE x.held_on IS NULL`.execute(tx);
}

/** What of a change says who is concerned by it. */
export type Concern = Pick<DayChange, 'lessonId' | 'kind' | 'absent'>;

export interface ShownChange extends DayChange {
  readonly link: string | null;
}

/** Changes of a school that fall on days (or whose lessons are held on them instead), as far as the person sees them. */
export async function listChanges(
  tx: ReadTx,
  unitId: string,
  fromDay: string,
  toDay: string,
): Promise<ShownChange[]> {
  const { rows } = await sql<ShownChange>`
    SELECT v.lesson_id AS "lessonId", v.day, v.kind, ${absentOf} AS absent,
      CASE WHEN v.held_on IS NOT NULL THEN jsonb_build_object('day', v.held_on, 'half', v.half, 'period', v.period) END AS "to",
      v.room_id AS "roomId",
      CASE WHEN v.kind <> 'cancelled' THEN (SELECT o.link FROM timetable.online_links(ARRAY[v.online_by]) o) END AS link
    FROM timetable.lesson_change v
    WHERE v.unit_id = ${unitId} AND (v.day BETWEEN ${fromDay} AND ${toDay} OR v.held_on BETWEEN ${fromDay} AND ${toDay})
    ORDER BY v.day, v.lesson_id`.execute(tx);
  return rows;
}

/**
 * Ends a disruption on a day as long as it has the version seen: what it changed from then on holds again. Moves of a week that has
 * begun with them stay, for half of an exchange would be a clash, and so do those that made room for a lesson made up that stays;
 * `whole`: all of them go. Gives what is gone, as it was: its lessons hold again, and nobody stands in for them.
 */
export async function endDisruption(
  tx: WriteTx,
  id: string,
  end: { fromDay: string; version: number; whole: boolean },
): Promise<Concern[] | undefined> {
  const { rows } = await sql<{ id: string }>`
    UPDATE timetable.disruption SET ended_on = ${end.fromDay}, version = version + 1 WHERE id = ${id} AND version = ${end.version}
    RETURNING id`.execute(tx);
  if (!rows[0]) return undefined;
  const gone = await sql<Concern>`
    WITH gone AS (DELETE FROM timetable.day_change x WHERE x.disruption_id = ${id} AND (${end.whole}::boolean
      OR (x.kind <> 'moved' AND ${dayAbout} >= ${end.fromDay}::date)
      OR (x.kind = 'moved' AND NOT EXISTS (SELECT FROM timetable.day_change y WHERE y.disruption_id = x.disruption_id AND y.kind = 'moved'
        AND date_trunc('week', y.day) = date_trunc('week', x.day) AND least(y.day, y.held_on) < ${end.fromDay}::date)
        AND NOT EXISTS (SELECT FROM timetable.day_change y WHERE y.disruption_id = x.disruption_id AND y.kind = 'madeUp'
        AND date_trunc('week', y.held_on) = date_trunc('week', x.day) AND y.day < ${end.fromDay}::date)))
    RETURNING x.*)
    SELECT g.lesson_id AS "lessonId", CASE WHEN g.place_id IS NOT NULL AND g.held_on IS NULL AND v.kind <> 'cancelled' THEN 'substituted' ELSE v.kind END AS kind,
      ${absentWhere(sql`a.id = coalesce(g.place_id, a.id)`)} AS absent
    FROM gone g JOIN timetable.lesson_change v ON v.lesson_id = g.lesson_id AND v.day = g.day
    -- What was about a lesson where it is not held changes nothing.
    WHERE g.held_on IS NOT NULL OR g.moved_before = v.moved_before`.execute(tx);
  return gone.rows;
}

export interface CancelledLesson {
  readonly changeId: string;
  readonly lessonId: string;
  /** The day it hangs on. */
  readonly day: string;
  /** Where it was moved or made up, and fell away. */
  readonly to: DayPlace | null;
}

export async function listCancelled(tx: ReadTx, disruptionId: string): Promise<CancelledLesson[]> {
  const { rows } = await sql<CancelledLesson>`
    SELECT x.id AS "changeId", x.lesson_id AS "lessonId", x.day,
      (SELECT jsonb_build_object('day', v.held_on, 'half', v.half, 'period', v.period) FROM timetable.lesson_change v
        WHERE v.lesson_id = x.lesson_id AND v.day = x.day AND v.held_on IS NOT NULL) AS "to"
    FROM timetable.day_change x WHERE x.disruption_id = ${disruptionId} AND ${isLost} ORDER BY x.day, x.id`.execute(
    tx,
  );
  return rows;
}

/** Periods of the programme, also in elective blocks, that each class has lost in a year and that are not made up, by subject. */
export async function listLostPeriods(
  tx: ReadTx,
  unitId: string,
  yearId: string,
): Promise<{ classId: string; subjectCode: string; periods: number }[]> {
  const { rows } = await sql<{ classId: string; subjectCode: string; periods: number }>`
    SELECT c.class_id AS "classId", l.subject_code AS "subjectCode", sum(l.duration)::int AS periods FROM timetable.lesson_change x
    JOIN timetable.lesson l ON l.id = x.lesson_id AND (l.kind = 'lesson' OR l.block IS NOT NULL) JOIN timetable.lesson_class c ON c.lesson_id = l.id
    JOIN timetable.timetable t ON t.id = l.timetable_id AND t.school_year_id = ${yearId}
    WHERE x.unit_id = ${unitId} AND x.kind = 'cancelled' GROUP BY c.class_id, l.subject_code`.execute(tx);
  return rows;
}

/** Lays lost lessons on later days, in their own or another room. */
export async function makeUp(
  tx: WriteTx,
  disruptionId: string,
  places: readonly { changeId: string; day: string; half: Half; period: number; roomId: string | null }[],
): Promise<void> {
  await sql`UPDATE timetable.day_change x SET kind = 'madeUp', held_on = r.day, half = r.half, period = r.period, room_id = r."roomId"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS r ("changeId" uuid, day date, half text, period smallint, "roomId" uuid)
    WHERE x.id = r."changeId" AND x.disruption_id = ${disruptionId}`.execute(tx);
  await sql`UPDATE timetable.disruption SET version = version + 1 WHERE id = ${disruptionId}`.execute(tx);
}

/** Places that a teacher holds as a substitute, or was to hold, where lessons are held on some days; of which teacher of the lesson. */
export async function listStandsIn(
  tx: ReadTx,
  unitId: string,
  { staffId, fromDay, toDay }: { readonly staffId: string; readonly fromDay: string; readonly toDay: string },
): Promise<{ lessonId: string; day: string; placeId: string }[]> {
  const { rows } = await sql<{ lessonId: string; day: string; placeId: string }>`
    SELECT DISTINCT x.lesson_id AS "lessonId", x.day, x.place_id AS "placeId" FROM timetable.day_change x
    JOIN timetable.lesson_change v ON v.lesson_id = x.lesson_id AND v.day = x.day AND v.moved_before = x.moved_before
    WHERE x.unit_id = ${unitId} AND v.unit_id = ${unitId} AND coalesce(v.held_on, v.day) BETWEEN ${fromDay} AND ${toDay}
      AND x.place_id <> ${staffId} AND ${staffId} IN (x.away_id, x.staff_id)`.execute(tx);
  return rows;
}

/** Periods that each teacher of a school has stood in for in a year; not those that fell away, or that another one held after all. */
export async function listStoodIn(tx: ReadTx, unitId: string, yearId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ staffId: string; periods: number }>`
    SELECT stand_in AS "staffId", sum(l.duration)::int AS periods FROM timetable.lesson_change v
    CROSS JOIN unnest(v.stand_in_ids) AS stand_in JOIN timetable.lesson l ON l.id = v.lesson_id
    JOIN timetable.timetable t ON t.id = l.timetable_id AND t.school_year_id = ${yearId}
    WHERE v.unit_id = ${unitId} AND v.kind <> 'cancelled' AND stand_in IS NOT NULL GROUP BY stand_in`.execute(
    tx,
  );
  return new Map(rows.map(({ staffId, periods }) => [staffId, periods]));
}

/** Whether a teacher may teach a subject to a level: 'staffId subject strand level'. */
export async function listQualifications(tx: ReadTx, unitId: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT k.staff_id || ' ' || k.subject_code || ' ' || k.strand || ' ' || level.name AS key
    FROM people.staff_subject k CROSS JOIN (VALUES ('lower'), ('upper')) AS level (name)
    WHERE k.unit_id = ${unitId} AND CASE level.name WHEN 'lower' THEN k.lower_level ELSE k.upper_level END`.execute(
    tx,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Days on which teachers are away: 'staffId day'. */
export async function listAway(
  tx: ReadTx,
  unitId: string,
  fromDay: string,
  toDay: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT d.staff_id || ' ' || to_char(day, 'YYYY-MM-DD') AS key FROM timetable.disruption d,
      generate_series(greatest(d.from_day, ${fromDay}::date), least(coalesce(d.ended_on - 1, d.to_day), ${toDay}::date), interval '1 day') AS day
    WHERE d.unit_id = ${unitId} AND d.kind = 'teacherAway' AND d.from_day <= ${toDay} AND d.to_day >= ${fromDay}`.execute(
    tx,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Accounts concerned by lessons: teachers, those who stand in, homeroom teachers, and with `learners` pupils and guardians. */
export async function listConcerned(
  tx: ReadTx,
  lessonIds: readonly string[],
  staffIds: readonly string[],
  learners: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    SELECT c AS "accountId" FROM timetable.concerned(${lessonIds}::uuid[], ${staffIds}::uuid[], ${learners}) AS c`.execute(
    tx,
  );
  return rows.map(({ accountId }) => accountId);
}

export async function listSites(tx: ReadTx, unitId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM organisation.site WHERE unit_id = ${unitId} ORDER BY kind, name`.execute(tx);
  return rows;
}

/** Classes that learn at a site. */
export async function listClassesAt(tx: ReadTx, siteId: string, yearId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM people.school_class WHERE site_id = ${siteId} AND school_year_id = ${yearId}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

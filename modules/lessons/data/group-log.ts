import { type ReadTx, sql, type WriteTx } from '#platform/db';
import { defaultBells } from '#rules/timetable';
import type { Half, Held } from '../rules/index.ts';
import type { Place } from './place.ts';

export interface GroupHead {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly name: string;
  readonly subjectCode: string | null;
  readonly grade: number | null;
  /** Of electives and topic clusters: it is of the programme. */
  readonly inBlock: boolean;
  readonly teacherId: string | null;
  readonly teacherName: string | null;
  readonly periodsPerWeek: number;
  readonly confirmed: boolean;
  /** '2025-2026', with its first and last day. */
  readonly schoolYear: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly pupils: number;
  readonly lessons: number;
  /** Places of pupils in lessons held that were missed. */
  readonly missed: number;
  readonly lastDay: string | null;
  /** Whether the person asking teaches it. */
  readonly mine: boolean;
}

const heads = sql`
  SELECT g.id, g.unit_id AS "unitId", g.department_id AS "departmentId", g.name, g.subject_code AS "subjectCode", g.grade,
    g.block IS NOT NULL AS "inBlock", g.teacher_id AS "teacherId",
    t.full_name AS "teacherName", g.periods_per_week AS "periodsPerWeek", g.state = 'confirmed' AS confirmed, y.name AS "schoolYear",
    y.starts_on AS "startsOn", y.ends_on AS "endsOn", (SELECT count(*)::int FROM lessons.group_roster(g.id)) AS pupils,
    coalesce(held.lessons, 0) AS lessons, coalesce(held.missed, 0) AS missed, held.last AS "lastDay",
    g.id IN (SELECT lessons.my_groups()) AS mine
  FROM needs_survey.study_group g JOIN organisation.school_year y ON y.id = g.school_year_id
  LEFT JOIN people.staff_member t ON t.id = g.teacher_id
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.id)::int AS lessons, count(a.pupil_id)::int AS missed, max(e.day) AS last
    FROM lessons.group_entry e LEFT JOIN lessons.group_absence a ON a.unit_id = e.unit_id AND a.entry_id = e.id
    WHERE e.unit_id = g.unit_id AND e.study_group_id = g.id AND e.held <> 'notTaught') held ON true`;

/** Confirmed groups of the own school this year; `onlyMine`: those the person asking teaches. */
export async function listGroupHeads(tx: ReadTx, onlyMine: boolean): Promise<GroupHead[]> {
  const { rows } = await sql<GroupHead>`
    ${heads} WHERE g.unit_id = people.my_school() AND y.is_current AND g.state = 'confirmed'
      AND (NOT ${onlyMine}::boolean OR g.id IN (SELECT lessons.my_groups())) ORDER BY g.grade NULLS LAST, g.name, g.id`.execute(
    tx,
  );
  return rows;
}

export async function selectGroupHeadOptional(tx: ReadTx, groupId: string): Promise<GroupHead | undefined> {
  const { rows } =
    await sql<GroupHead>`${heads} WHERE g.id = ${groupId} AND g.unit_id = people.my_school()`.execute(tx);
  return rows[0];
}

export interface GroupPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly className: string | null;
}

/** Empty for whoever neither teaches the group nor works in the office of its school. */
export async function listRoster(tx: ReadTx, groupId: string): Promise<GroupPupil[]> {
  const { rows } = await sql<GroupPupil>`
    SELECT pupil_id AS "pupilId", name, class_name AS "className" FROM lessons.group_roster(${groupId})`.execute(
    tx,
  );
  return rows;
}

export interface GroupSlot {
  readonly day: string;
  readonly half: Half;
  readonly period: number;
}

export interface GroupEntry extends GroupSlot {
  readonly id: string;
  readonly title: string;
  readonly programmePeriod: number | null;
  readonly held: Held;
  readonly remark: string;
  readonly homework: string;
  readonly staffName: string;
  readonly lateReason: string | null;
  readonly absent: readonly { readonly pupilId: string; readonly excused: boolean }[];
  readonly version: number;
}

/** Periods of the day of a school, each with its half day. */
export async function listPeriodsOfDay(
  tx: ReadTx,
  { school, year }: Place,
): Promise<readonly Pick<GroupSlot, 'half' | 'period'>[]> {
  const { rows } = await sql<{ bells: Pick<GroupSlot, 'half' | 'period'>[] }>`
    SELECT bells FROM timetable.frame WHERE unit_id = ${school.id} AND school_year_id = ${year.id}`.execute(
    tx,
  );
  return rows[0]?.bells ?? defaultBells;
}

const entries = sql`
    SELECT e.id, e.day, e.half, e.period, e.title, e.programme_period AS "programmePeriod", e.held, e.remark, e.homework,
      coalesce(s.full_name, '') AS "staffName", e.late_reason AS "lateReason", e.version,
      coalesce((SELECT jsonb_agg(jsonb_build_object('pupilId', a.pupil_id, 'excused', a.excused)) FROM lessons.group_absence a
        WHERE a.unit_id = e.unit_id AND a.entry_id = e.id), '[]') AS absent
    FROM lessons.group_entry e LEFT JOIN people.staff_member s ON s.id = e.staff_id`;

/** Lines of a group, the newest first. */
export async function listGroupEntries(tx: ReadTx, groupId: string): Promise<GroupEntry[]> {
  const { rows } = await sql<GroupEntry>`${entries}
    WHERE e.study_group_id = ${groupId} ORDER BY e.day DESC, e.half, e.period DESC`.execute(tx);
  return rows;
}

/** One line of a group: by its id, or what is written for a period. */
export async function selectGroupEntryOptional(
  tx: ReadTx,
  groupId: string,
  which: string | GroupSlot,
): Promise<GroupEntry | undefined> {
  const { rows } = await sql<GroupEntry>`${entries} WHERE e.study_group_id = ${groupId} AND ${
    typeof which === 'string'
      ? sql`e.id = ${which}`
      : sql`(e.day, e.half, e.period) = (${which.day}::date, ${which.half}, ${which.period})`
  }`.execute(tx);
  return rows[0];
}

/** Whether the school has signed the week of a day for a class with pupils in a group of a block: its book is closed. */
export async function isWeekSigned(tx: ReadTx, groupId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ signed: boolean }>`
    SELECT lessons.group_week_signed(${groupId}, ${day}) AS signed`.execute(tx);
  return rows[0]?.signed ?? false;
}

/** Periods taught in the calendar week of a day, but the one asked about. */
export async function countWeek(tx: ReadTx, groupId: string, slot: GroupSlot): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM lessons.group_entry e WHERE e.study_group_id = ${groupId} AND e.held <> 'notTaught'
      AND date_trunc('week', e.day) = date_trunc('week', ${slot.day}::date) AND (e.day, e.half, e.period) <> (${slot.day}::date, ${slot.half}, ${slot.period})`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export interface GroupEntryRow extends GroupSlot {
  readonly id: string;
  readonly group: Pick<GroupHead, 'id' | 'unitId' | 'departmentId'>;
  readonly staffId: string;
  readonly standsIn: boolean;
  readonly title: string;
  readonly programmeLessonId: string | null;
  readonly programmePeriod: number | null;
  readonly held: Held;
  readonly remark: string;
  readonly homework: string;
  readonly lateReason: string | null;
  readonly accountId: string;
  readonly now: Date;
}

/** Writes a line as long as what is kept has the version seen (0: nothing is). Undefined: somebody else was there first. */
export async function upsertGroupEntry(
  tx: WriteTx,
  row: GroupEntryRow,
  was: number,
): Promise<{ id: string; version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`
    INSERT INTO lessons.group_entry AS e (id, unit_id, department_id, study_group_id, day, half, period, staff_id, stands_in, title,
      programme_lesson_id, programme_period, held, remark, homework, late_reason, logged_by, logged_at)
    VALUES (${row.id}, ${row.group.unitId}, ${row.group.departmentId}, ${row.group.id}, ${row.day}::date, ${row.half}, ${row.period},
      ${row.staffId}, ${row.standsIn}, ${row.title}, (SELECT l.id FROM education_plan.lesson l WHERE l.id = ${row.programmeLessonId}),
      ${row.programmePeriod}, ${row.held}, ${row.remark}, ${row.homework}, ${row.lateReason}, ${row.accountId}, ${row.now})
    ON CONFLICT (study_group_id, day, half, period) DO UPDATE SET staff_id = excluded.staff_id, stands_in = excluded.stands_in,
      title = excluded.title, programme_lesson_id = excluded.programme_lesson_id, programme_period = excluded.programme_period,
      held = excluded.held, remark = excluded.remark, homework = excluded.homework, late_reason = coalesce(excluded.late_reason, e.late_reason), logged_by = excluded.logged_by,
      logged_at = excluded.logged_at, version = e.version + 1
      WHERE e.version = ${was}
    RETURNING e.id, e.version`.execute(tx);
  return rows[0];
}

/** Makes the absences of a line exactly the given ones. */
export async function replaceAbsences(
  tx: WriteTx,
  group: Pick<GroupHead, 'unitId' | 'departmentId'>,
  entryId: string,
  absent: readonly { readonly pupilId: string; readonly excused: boolean }[],
): Promise<void> {
  await sql`DELETE FROM lessons.group_absence WHERE unit_id = ${group.unitId} AND entry_id = ${entryId}`.execute(
    tx,
  );
  await sql`
    INSERT INTO lessons.group_absence (entry_id, pupil_id, unit_id, department_id, excused)
    SELECT ${entryId}, a."pupilId", ${group.unitId}, ${group.departmentId}, a.excused
    FROM jsonb_to_recordset(${JSON.stringify(absent)}::jsonb) a ("pupilId" uuid, excused boolean)`.execute(
    tx,
  );
}

export async function deleteGroupEntry(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM lessons.group_entry WHERE id = ${id}`.execute(tx);
}

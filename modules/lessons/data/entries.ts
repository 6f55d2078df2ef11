import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Half, Held, LogLine, LogSlot, Reached } from '../rules/index.ts';
import { threadOf } from '../rules/index.ts';
import type { Place } from './place.ts';

/** A line of the lesson log as it is kept. */
export interface Entry extends LogLine {
  readonly id: string;
  readonly week: number;
  readonly staffId: string;
  readonly staffName: string;
  readonly standsIn: boolean;
  readonly programmeLessonId: string | null;
  readonly title: string;
  readonly remark: string;
  readonly homework: string;
  readonly rating: string | null;
  readonly lateReason: string | null;
  readonly loggedAt: string;
  readonly version: number;
}

const selected = sql`
  SELECT e.id, e.class_id AS "classId", e.week, e.day, e.half, e.period, e.subject_code AS "subjectCode", e.strand, e.staff_id AS "staffId",
    coalesce(s.full_name, '') AS "staffName", e.stands_in AS "standsIn", e.programme_lesson_id AS "programmeLessonId",
    e.programme_period AS "programmePeriod", e.title, e.held, e.remark, e.homework, e.rating, e.late_reason AS "lateReason",
    e.logged_at AS "loggedAt", e.version
  FROM lessons.log_entry e LEFT JOIN people.staff_member s ON s.id = e.staff_id`;

/** Lines of a school in a week: of a class, or of a teacher. */
export async function listEntries(
  tx: ReadTx,
  { school, year }: Place,
  week: number,
  filter: { classId?: string; staffId?: string },
): Promise<Entry[]> {
  const ofClass = filter.classId ? sql`AND e.class_id = ${filter.classId}` : sql``;
  const ofStaff = filter.staffId ? sql`AND e.staff_id = ${filter.staffId}` : sql``;
  const { rows } = await sql<Entry>`${selected}
    WHERE e.unit_id = ${school.id} AND e.school_year_id = ${year.id} AND e.week = ${week} ${ofClass} ${ofStaff}
    ORDER BY e.day, e.half DESC, e.period`.execute(tx);
  return rows;
}

/** Lines of groups of elective blocks on some days, as those of a class book: the group takes the place of the class. */
export async function listBlockEntries(
  tx: ReadTx,
  groupIds: readonly string[],
  { fromDay, toDay }: { fromDay: string; toDay: string },
): Promise<Entry[]> {
  if (groupIds.length === 0) return [];
  const { rows } = await sql<Entry>`
    SELECT e.id, e.study_group_id AS "classId", w.number::int AS week, e.day, e.half, e.period, g.subject_code AS "subjectCode", '' AS strand,
      e.staff_id AS "staffId", coalesce(s.full_name, '') AS "staffName", e.stands_in AS "standsIn", e.programme_lesson_id AS "programmeLessonId",
      e.programme_period AS "programmePeriod", e.title, e.held, e.remark, e.homework, NULL AS rating, e.late_reason AS "lateReason",
      e.logged_at AS "loggedAt", e.version
    FROM lessons.group_entry e JOIN needs_survey.study_group g ON g.id = e.study_group_id
    JOIN organisation.school_week w ON w.school_year_id = g.school_year_id AND e.day BETWEEN w.starts_on AND w.ends_on
    LEFT JOIN people.staff_member s ON s.id = e.staff_id
    WHERE e.study_group_id = ANY (${groupIds}::uuid[]) AND e.day BETWEEN ${fromDay}::date AND ${toDay}::date
    ORDER BY e.day, e.half DESC, e.period`.execute(tx);
  return rows;
}

/** How far groups of elective blocks came by the lines before a day. */
export async function selectReachedInBlocks(
  tx: ReadTx,
  before: string,
  groupIds: readonly string[],
): Promise<Reached> {
  if (groupIds.length === 0) return {};
  const { rows } = await sql<{ classId: string; subjectCode: string; number: number }>`
    SELECT DISTINCT ON (e.study_group_id) e.study_group_id AS "classId", g.subject_code AS "subjectCode", e.programme_period AS number
    FROM lessons.group_entry e JOIN needs_survey.study_group g ON g.id = e.study_group_id
    WHERE e.study_group_id = ANY (${groupIds}::uuid[]) AND e.day < ${before}::date AND e.held <> 'notTaught' AND e.programme_period IS NOT NULL
    ORDER BY e.study_group_id, e.day DESC, e.half, e.period DESC`.execute(tx);
  return Object.fromEntries(rows.map(({ number, ...row }) => [threadOf({ ...row, strand: '' }), number]));
}

export async function selectEntryAtOptional(tx: ReadTx, slot: LogSlot): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`${selected}
    WHERE e.class_id = ${slot.classId} AND e.day = ${slot.day}::date AND e.half = ${slot.half} AND e.period = ${slot.period}`.execute(
    tx,
  );
  return rows[0];
}

export async function selectEntryOptional(tx: ReadTx, id: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`${selected} WHERE e.id = ${id}`.execute(tx);
  return rows[0];
}

/** How far each class came in each subject and strand by the lines before a day. */
export async function selectReached(
  tx: ReadTx,
  { school, year }: Place,
  before: string,
  classIds: readonly string[],
): Promise<Reached> {
  if (classIds.length === 0) return {};
  const { rows } = await sql<{ classId: string; subjectCode: string; strand: string; number: number }>`
    SELECT DISTINCT ON (e.class_id, e.subject_code, e.strand) e.class_id AS "classId", e.subject_code AS "subjectCode", e.strand,
      e.programme_period AS number
    FROM lessons.log_entry e
    WHERE e.unit_id = ${school.id} AND e.school_year_id = ${year.id} AND e.class_id = ANY (${classIds}::uuid[]) AND e.day < ${before}::date
      AND e.held <> 'notTaught' AND e.programme_period IS NOT NULL AND e.subject_code IS NOT NULL
    ORDER BY e.class_id, e.subject_code, e.strand, e.day DESC, e.half, e.period DESC`.execute(tx);
  return Object.fromEntries(rows.map((row) => [threadOf(row), row.number]));
}

export interface EntryRow {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly classId: string;
  readonly week: number;
  readonly day: string;
  readonly half: Half;
  readonly period: number;
  readonly subjectCode: string | null;
  readonly strand: string;
  readonly staffId: string;
  readonly standsIn: boolean;
  readonly programmeLessonId: string | null;
  readonly programmePeriod: number | null;
  readonly title: string;
  readonly held: Held;
  readonly remark: string;
  readonly homework: string;
  readonly rating: string | null;
  readonly lateReason: string | null;
  readonly accountId: string;
  readonly now: Date;
}

/**
 * Writes a line as long as what is kept has the version seen (0: nothing is). A lesson of the programme that is gone by now is left out.
 * Undefined: somebody else was there first.
 */
export async function upsertEntry(
  tx: WriteTx,
  row: EntryRow,
  was: number,
): Promise<{ id: string; version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`
    INSERT INTO lessons.log_entry AS e (id, unit_id, department_id, school_year_id, class_id, week, day, half, period, subject_code, strand, staff_id,
      stands_in, programme_lesson_id, programme_period, title, held, remark, homework, rating, late_reason, logged_by, logged_at)
    VALUES (${row.id}, ${row.unitId}, ${row.departmentId}, ${row.schoolYearId}, ${row.classId}, ${row.week}, ${row.day}::date, ${row.half},
      ${row.period}, ${row.subjectCode}, ${row.strand}, ${row.staffId}, ${row.standsIn},
      (SELECT l.id FROM education_plan.lesson l WHERE l.id = ${row.programmeLessonId}), ${row.programmePeriod}, ${row.title}, ${row.held},
      ${row.remark}, ${row.homework}, ${row.rating}, ${row.lateReason}, ${row.accountId}, ${row.now})
    ON CONFLICT (class_id, day, half, period) DO UPDATE SET subject_code = excluded.subject_code, strand = excluded.strand,
      staff_id = excluded.staff_id, stands_in = excluded.stands_in, programme_lesson_id = excluded.programme_lesson_id,
      programme_period = excluded.programme_period, title = excluded.title, held = excluded.held, remark = excluded.remark,
      homework = excluded.homework, rating = excluded.rating, late_reason = coalesce(excluded.late_reason, e.late_reason),
      logged_by = excluded.logged_by, logged_at = excluded.logged_at, version = e.version + 1
      WHERE e.version = ${was}
    RETURNING e.id, e.version`.execute(tx);
  return rows[0];
}

export async function deleteEntry(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM lessons.log_entry WHERE id = ${id}`.execute(tx);
}

export interface Absent {
  readonly classId: string;
  readonly day: string;
  readonly half: Half;
  /** 0: the whole half day. */
  readonly period: number;
  readonly name: string;
  readonly excused: boolean;
  /** Of what was held online; null: stayed away. */
  readonly online: 'noConnection' | 'leftEarly' | null;
}

/** Who was away from classes on days, from the attendance of the gradebook; as far as the person sees the pupils. */
export async function listAbsent(
  tx: ReadTx,
  { school }: Place,
  classIds: readonly string[],
  { fromDay, toDay }: { fromDay: string; toDay: string },
): Promise<Absent[]> {
  if (classIds.length === 0) return [];
  const { rows } = await sql<Absent>`
    SELECT e.class_id AS "classId", a.day, CASE a.session WHEN 1 THEN 'morning' ELSE 'afternoon' END AS half, a.period, p.full_name AS name, a.excused, a.online
    FROM gradebook.absence a
    JOIN people.enrolment e ON e.pupil_id = a.pupil_id AND e.class_id = ANY (${classIds}::uuid[]) AND e.starts_on <= a.day
      AND (e.ends_on IS NULL OR e.ends_on > a.day OR e.ended_as = 'completed')
    JOIN people.pupil p ON p.id = a.pupil_id
    WHERE a.unit_id = ${school.id} AND a.day BETWEEN ${fromDay}::date AND ${toDay}::date
    ORDER BY a.day, e.roll_number NULLS LAST, p.given_name, p.id`.execute(tx);
  return rows;
}

import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Figures, Lesson, Slot } from '../rules/index.ts';
import type { HeldPeriods } from '../rules/term-part.ts';
import type { School } from './place.ts';

export interface Timetable {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly name: string;
  readonly state: 'candidate' | 'draft' | 'published' | 'superseded';
  readonly semester: 1 | 2;
  readonly fromWeek: number | null;
  readonly toWeek: number | null;
  readonly parentId: string | null;
  readonly madeAt: string;
  readonly changedAt: string;
  readonly publishedAt: string | null;
  readonly figures: Figures | null;
  readonly version: number;
}

const columns = sql`id, unit_id AS "unitId", department_id AS "departmentId", school_year_id AS "schoolYearId", name, state, semester,
  lower(weeks) AS "fromWeek", upper(weeks) - 1 AS "toWeek", parent_id AS "parentId", made_at AS "madeAt", changed_at AS "changedAt",
  published_at AS "publishedAt", nullif(figures, '{}') AS figures, version`;

export async function selectTimetableOptional(tx: ReadTx, id: string): Promise<Timetable | undefined> {
  const { rows } = await sql<Timetable>`SELECT ${columns} FROM timetable.timetable WHERE id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** The same, held until the transaction ends: whoever else changes it waits. */
export async function lockTimetableOptional(tx: WriteTx, id: string): Promise<Timetable | undefined> {
  const { rows } =
    await sql<Timetable>`SELECT ${columns} FROM timetable.timetable WHERE id = ${id} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** Timetables of a school in a year: published ones first, then the latest. */
export async function listTimetables(tx: ReadTx, unitId: string, yearId: string): Promise<Timetable[]> {
  const { rows } = await sql<Timetable>`
    SELECT ${columns} FROM timetable.timetable WHERE unit_id = ${unitId} AND school_year_id = ${yearId}
    ORDER BY state = 'published' DESC, state = 'superseded', changed_at DESC, id DESC`.execute(tx);
  return rows;
}

/** The timetable that holds in a week. */
export async function selectOfWeekOptional(
  tx: ReadTx,
  unitId: string,
  yearId: string,
  week: number,
): Promise<Timetable | undefined> {
  const { rows } = await sql<Timetable>`
    SELECT ${columns} FROM timetable.timetable WHERE unit_id = ${unitId} AND school_year_id = ${yearId} AND state = 'published'
      AND weeks @> ${week}::integer`.execute(tx);
  return rows[0];
}

export async function insertTimetable(
  tx: WriteTx,
  row: {
    id: string;
    school: School;
    yearId: string;
    name: string;
    state: 'candidate' | 'draft';
    semester: 1 | 2;
    parentId: string | null;
    figures: Figures;
    accountId: string | null;
    now: Date;
  },
): Promise<Timetable> {
  const { rows } = await sql<Timetable>`
    INSERT INTO timetable.timetable (id, unit_id, department_id, school_year_id, name, state, semester, parent_id, figures, made_by, made_at,
      changed_at)
    VALUES (${row.id}, ${row.school.id}, ${row.school.departmentId}, ${row.yearId}, ${row.name}, ${row.state}, ${row.semester},
      ${row.parentId}, ${JSON.stringify(row.figures)}::jsonb, ${row.accountId}, ${row.now}, ${row.now})
    RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}

/** Changes the name as long as the version is the one seen. */
export async function renameTimetable(
  tx: WriteTx,
  id: string,
  { name, version }: { name: string; version: number },
): Promise<Timetable | undefined> {
  const { rows } = await sql<Timetable>`
    UPDATE timetable.timetable SET name = ${name}, version = version + 1 WHERE id = ${id} AND version = ${version}
    RETURNING ${columns}`.execute(tx);
  return rows[0];
}

export async function deleteTimetable(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM timetable.timetable WHERE id = ${id}`.execute(tx);
}

/** Writes what a timetable is like now; counts the version up. */
export async function touchTimetable(
  tx: WriteTx,
  id: string,
  figures: Figures,
  now: Date,
): Promise<Timetable> {
  const { rows } = await sql<Timetable>`
    UPDATE timetable.timetable SET figures = ${JSON.stringify(figures)}::jsonb, changed_at = ${now}, version = version + 1,
      state = CASE state WHEN 'candidate' THEN 'draft' ELSE state END
    WHERE id = ${id} RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}

/** Takes weeks away from whatever held in them; a timetable left without a week is superseded. */
export async function makeRoom(
  tx: WriteTx,
  { unitId, schoolYearId }: Timetable,
  fromWeek: number,
  toWeek: number,
): Promise<void> {
  const wanted = sql`int4multirange(int4range(${fromWeek}::integer, ${toWeek}::integer, '[]'))`;
  await sql`
    UPDATE timetable.timetable SET version = version + 1, weeks = weeks - ${wanted},
      state = CASE WHEN isempty(weeks - ${wanted}) THEN 'superseded' ELSE state END
    WHERE unit_id = ${unitId} AND school_year_id = ${schoolYearId} AND weeks && ${wanted}`.execute(tx);
}

export async function markPublished(
  tx: WriteTx,
  id: string,
  {
    fromWeek,
    toWeek,
    figures,
    accountId,
    now,
  }: { fromWeek: number; toWeek: number; figures: Figures; accountId: string; now: Date },
): Promise<Timetable> {
  const { rows } = await sql<Timetable>`
    UPDATE timetable.timetable SET state = 'published',
      weeks = weeks + int4multirange(int4range(${fromWeek}::integer, ${toWeek}::integer, '[]')), published_by = ${accountId},
      published_at = ${now}, figures = ${JSON.stringify(figures)}::jsonb, version = version + 1 WHERE id = ${id} RETURNING ${columns}`.execute(
    tx,
  );
  return rows[0]!;
}

/** Takes the lessons of groups that are only planned out of a timetable; gives their ids. */
export async function deletePlannedLessons(tx: WriteTx, timetableId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM timetable.lesson l USING needs_survey.study_group g
    WHERE l.timetable_id = ${timetableId} AND g.id = l.study_group_id AND g.state = 'proposed' RETURNING l.id`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Lessons of a timetable that the person sees, in the order of the week. */
export async function listLessons(tx: ReadTx, timetableId: string): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    SELECT l.id, l.kind, l.session, l.subject_code AS "subjectCode", l.strand, l.title, l.study_group_id AS "studyGroupId", l.weeks, l.block, l.duration,
      coalesce(c.ids, '[]') AS "classIds", coalesce(s.ids, '[]') AS "staffIds", l.room_id AS "roomId",
      CASE WHEN l.weekday IS NOT NULL THEN jsonb_build_object('weekday', l.weekday, 'half', l.half, 'period', l.period) END AS at, l.locked
    FROM timetable.lesson l
    LEFT JOIN (SELECT lesson_id, jsonb_agg(class_id ORDER BY class_id) AS ids FROM timetable.lesson_class
      WHERE timetable_id = ${timetableId} GROUP BY lesson_id) c ON c.lesson_id = l.id
    LEFT JOIN (SELECT lesson_id, jsonb_agg(staff_id ORDER BY staff_id) AS ids FROM timetable.lesson_staff
      WHERE timetable_id = ${timetableId} GROUP BY lesson_id) s ON s.lesson_id = l.id
    WHERE l.timetable_id = ${timetableId} ORDER BY l.weekday, l.half DESC, l.period, l.id`.execute(tx);
  return rows;
}

/** Some lessons, of whichever timetables. */
export async function listLessonsById(tx: ReadTx, ids: readonly string[]): Promise<Lesson[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT timetable_id AS id FROM timetable.lesson WHERE id = ANY(${ids}::uuid[])`.execute(tx);
  const all = await Promise.all(rows.map(({ id }) => listLessons(tx, id)));
  return all.flat().filter(({ id }) => ids.includes(id));
}

/** Periods of main lessons that each class had by the timetables of some weeks, and in how many of these a timetable held. */
export async function heldPeriods(
  tx: ReadTx,
  {
    schoolId,
    yearId,
    fromWeek,
    toWeek,
  }: { schoolId: string; yearId: string; fromWeek: number; toWeek: number },
): Promise<{ held: HeldPeriods[]; weeks: number }> {
  const { rows } = await sql<{ held: HeldPeriods[]; weeks: number }>`
    WITH holding AS (SELECT t.id, count(*)::int AS weeks, count(*) FILTER (WHERE w % 2 = 1)::int AS odd FROM timetable.timetable t
      JOIN generate_series(${fromWeek}::integer, ${toWeek}::integer) AS w ON t.weeks @> w
      WHERE t.unit_id = ${schoolId} AND t.school_year_id = ${yearId} GROUP BY t.id),
    had AS (SELECT c.class_id AS "classId", l.subject_code AS "subjectCode", sum(l.duration * CASE l.weeks WHEN 'odd' THEN h.odd WHEN 'even' THEN h.weeks - h.odd ELSE h.weeks END)::int AS periods
      FROM holding h JOIN timetable.lesson l ON l.timetable_id = h.id
      JOIN timetable.lesson_class c ON c.timetable_id = h.id AND c.lesson_id = l.id
      WHERE l.session = 1 AND l.weekday IS NOT NULL AND l.subject_code IS NOT NULL GROUP BY 1, 2)
    SELECT (SELECT coalesce(jsonb_agg(to_jsonb(had)), '[]') FROM had) AS held,
      (SELECT coalesce(sum(weeks), 0)::int FROM holding) AS weeks`.execute(tx);
  return rows[0]!;
}

/** Writes all lessons of a new timetable in three statements. */
export async function insertLessons(
  tx: WriteTx,
  timetable: Pick<Timetable, 'id' | 'unitId' | 'departmentId'>,
  lessons: readonly Lesson[],
) {
  const rows = lessons.map(({ at, ...lesson }) => ({ ...lesson, ...at }));
  const json = JSON.stringify(rows);
  await sql`INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, strand, title,
      study_group_id, weeks, block, duration, weekday, half, period, room_id, locked)
    SELECT r.id, ${timetable.id}, ${timetable.unitId}, ${timetable.departmentId}, r.kind, r.session, r."subjectCode", r.strand, r.title,
      r."studyGroupId", r.weeks, r.block, r.duration, r.weekday, r.half, r.period, r."roomId", r.locked
    FROM jsonb_to_recordset(${json}::jsonb) AS r (id uuid, kind text, session smallint, "subjectCode" text, strand text, title text,
      "studyGroupId" uuid, weeks text, block text, duration smallint, weekday smallint, half text, period smallint, "roomId" uuid, locked boolean)`.execute(
    tx,
  );
  for (const [table, column, list] of [
    ['lesson_class', 'class_id', 'classIds'],
    ['lesson_staff', 'staff_id', 'staffIds'],
  ] as const) {
    await sql`INSERT INTO ${sql.table(`timetable.${table}`)} (lesson_id, ${sql.ref(column)}, timetable_id, unit_id, department_id)
      SELECT r.id, who.id::uuid, ${timetable.id}, ${timetable.unitId}, ${timetable.departmentId}
      FROM jsonb_to_recordset(${json}::jsonb) AS r (id uuid, ${sql.ref(list)} jsonb), jsonb_array_elements_text(r.${sql.ref(list)}) AS who (id)`.execute(
      tx,
    );
  }
}

export interface Placing {
  readonly lessonId: string;
  readonly at: Slot | null;
  readonly roomId: string | null;
  readonly locked: boolean;
}

/** Puts lessons where they shall lie, in one statement. Gives how many there were. */
export async function placeLessons(
  tx: WriteTx,
  timetableId: string,
  places: readonly Placing[],
): Promise<number> {
  const rows = places.map(({ at, ...place }) => ({ ...place, ...at }));
  const { rows: done } = await sql<{ id: string }>`
    UPDATE timetable.lesson l SET weekday = r.weekday, half = r.half, period = r.period, room_id = r."roomId", locked = r.locked
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("lessonId" uuid, weekday smallint, half text, period smallint,
      "roomId" uuid, locked boolean)
    WHERE l.id = r."lessonId" AND l.timetable_id = ${timetableId} RETURNING l.id`.execute(tx);
  return done.length;
}

/**
 * Says that the person has the timetable open; gives the accounts of the others who had it open in the last half minute. By the clock of
 * the database: a rehearsed day begins anew with each start, and whoever had it open before would be there again.
 */
export async function bePresent(tx: WriteTx, timetable: Timetable, accountId: string): Promise<string[]> {
  await sql`INSERT INTO timetable.presence (timetable_id, account_id, unit_id, department_id, seen_at)
    VALUES (${timetable.id}, ${accountId}, ${timetable.unitId}, ${timetable.departmentId}, now())
    ON CONFLICT (timetable_id, account_id) DO UPDATE SET seen_at = excluded.seen_at`.execute(tx);
  const { rows } = await sql<{ accountId: string }>`
    SELECT account_id AS "accountId" FROM timetable.presence
    WHERE timetable_id = ${timetable.id} AND account_id <> ${accountId} AND seen_at BETWEEN now() - interval '30 seconds' AND clock_timestamp()`.execute(
    tx,
  );
  return rows.map((row) => row.accountId);
}

import { shownStaffNames } from '#modules/people';
import { type ReadTx, sql } from '#platform/db';
import type { Bell, Weeks } from '../rules/index.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names a published timetable is read with, as far as the person may see them: classes, teachers, rooms, bells. */
export interface WeekNames {
  readonly classes: readonly (Named & { grade: number })[];
  readonly teachers: readonly Named[];
  readonly rooms: readonly Named[];
  readonly bells: readonly Bell[] | undefined;
  readonly weekA: Weeks | undefined;
}

/** For whoever works at the school or above it. */
export async function selectNamesForStaff(
  tx: ReadTx,
  unitId: string,
  timetableId: string,
): Promise<WeekNames> {
  const [classes, teachers, shown, rooms, frame] = await Promise.all([
    sql<Named & { grade: number }>`SELECT c.id, c.name, c.grade FROM people.school_class c
      WHERE c.id IN (SELECT class_id FROM timetable.lesson_class WHERE timetable_id = ${timetableId})
      ORDER BY c.grade, length(c.name), c.name`.execute(tx),
    sql<Named>`SELECT s.id, s.full_name AS name FROM people.staff_member s
      WHERE s.id IN (SELECT staff_id FROM timetable.lesson_staff WHERE timetable_id = ${timetableId}
        UNION SELECT x.staff_id FROM timetable.day_change x JOIN timetable.lesson l ON l.id = x.lesson_id
          WHERE l.timetable_id = ${timetableId} AND x.staff_id IS NOT NULL)
      ORDER BY s.given_name, s.family_name, s.id`.execute(tx),
    shownStaffNames(tx, [unitId]),
    listRooms(tx, unitId),
    selectFrame(tx, unitId, timetableId),
  ]);
  return {
    classes: classes.rows,
    teachers: teachers.rows.map(({ id, name }) => ({ id, name: shown({ unitId, id, name }) })),
    rooms,
    bells: frame?.bells,
    weekA: frame?.weekA,
  };
}

/** For pupils and guardians: the classes of theirs, and the teachers and rooms of those. */
export async function selectNamesForLearners(
  tx: ReadTx,
  unitId: string,
  timetableId: string,
): Promise<WeekNames> {
  const [classes, teachers, shown, rooms, frame] = await Promise.all([
    sql<Named & { grade: number }>`SELECT c.id, c.name, c.grade FROM people.school_class c
      WHERE c.id IN (SELECT timetable.my_learning_classes()) ORDER BY c.grade, c.name`.execute(tx),
    sql<Named>`SELECT id, name FROM timetable.teacher_names(${timetableId}) ORDER BY name`.execute(tx),
    shownStaffNames(tx, [unitId]),
    listRooms(tx, unitId),
    selectFrame(tx, unitId, timetableId),
  ]);
  return {
    classes: classes.rows,
    teachers: teachers.rows.map(({ id, name }) => ({ id, name: shown({ unitId, id, name }) })),
    rooms,
    bells: frame?.bells,
    weekA: frame?.weekA,
  };
}

async function listRooms(tx: ReadTx, unitId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    SELECT id, name FROM people.room WHERE unit_id = ${unitId} ORDER BY length(name), name`.execute(tx);
  return rows;
}

async function selectFrame(
  tx: ReadTx,
  unitId: string,
  timetableId: string,
): Promise<{ bells: readonly Bell[]; weekA: Weeks } | undefined> {
  const { rows } = await sql<{ bells: readonly Bell[]; weekA: Weeks }>`
    SELECT f.bells, f.week_a AS "weekA" FROM timetable.frame f JOIN timetable.timetable t ON t.school_year_id = f.school_year_id
    WHERE f.unit_id = ${unitId} AND t.id = ${timetableId}`.execute(tx);
  return rows[0];
}

/** A class that somebody learns in, and the groups that this pupil sits in. */
export interface LearnerPlace {
  readonly classId: string;
  readonly groupIds: readonly string[];
}

/** Of the person, or of each child whose guardian the person is. */
export async function listLearnerPlaces(tx: ReadTx): Promise<LearnerPlace[]> {
  const { rows } = await sql<LearnerPlace>`
    SELECT e.class_id AS "classId", array_remove(array_agg(g.id), NULL) AS "groupIds"
    FROM people.enrolment e LEFT JOIN needs_survey.my_groups() g ON g.pupil_id = e.pupil_id
    WHERE e.ends_on IS NULL AND e.pupil_id IN (SELECT people.my_pupils()) AND e.class_id IN (SELECT timetable.my_learning_classes())
    GROUP BY e.pupil_id, e.class_id ORDER BY e.class_id`.execute(tx);
  return rows;
}

import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { PageState } from './pages.ts';

/** How far a class is: pupils, and their pages by where they wait. */
export interface ClassStanding {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly pupils: number;
  readonly pages: number;
  readonly subject: number;
  readonly homeroom: number;
  readonly principal: number;
  readonly seal: number;
  readonly returned: number;
  readonly issued: number;
}

/** Newest version of each pupil's page in these classes, with whose turn it is (5: nobody's). */
const newest = sql`
  SELECT DISTINCT ON (p.pupil_id, p.school_year_id) p.id, p.class_id, p.pupil_id, p.state, p.number,
    (SELECT coalesce(min(s.position) FILTER (WHERE s.state <> 'done'), 5) FROM transcript.step s WHERE s.page_id = p.id) AS turn,
    (SELECT string_agg(s.note, '; ') FROM transcript.step s WHERE s.page_id = p.id AND s.state = 'returned') AS returned
  FROM transcript.page p`;

/** Classes of a school and year. */
export async function listClassStandings(
  tx: ReadTx,
  { unitId, schoolYearId }: { unitId: string; schoolYearId: string },
): Promise<ClassStanding[]> {
  const { rows } = await sql<ClassStanding>`
    WITH page AS (${newest} WHERE p.unit_id = ${unitId} AND p.school_year_id = ${schoolYearId}
      ORDER BY p.pupil_id, p.school_year_id, p.number DESC)
    SELECT c.id, c.name, c.grade, (SELECT count(DISTINCT e.pupil_id)::int FROM people.enrolment e
        WHERE e.unit_id = c.unit_id AND e.class_id = c.id AND (e.ends_on IS NULL OR e.ended_as = 'completed')) AS pupils,
      count(g.id)::int AS pages,
      count(*) FILTER (WHERE g.state = 'collecting' AND g.returned IS NULL AND g.turn = 1)::int AS subject,
      count(*) FILTER (WHERE g.state = 'collecting' AND g.returned IS NULL AND g.turn = 2)::int AS homeroom,
      count(*) FILTER (WHERE g.state = 'collecting' AND g.returned IS NULL AND g.turn = 3)::int AS principal,
      count(*) FILTER (WHERE g.state = 'collecting' AND g.returned IS NULL AND g.turn = 4)::int AS seal,
      count(g.returned)::int AS returned, count(*) FILTER (WHERE g.state = 'issued')::int AS issued
    FROM people.school_class c LEFT JOIN page g ON g.class_id = c.id
    WHERE c.unit_id = ${unitId} AND c.school_year_id = ${schoolYearId} GROUP BY c.id ORDER BY c.grade, length(c.name), c.name`.execute(
    tx,
  );
  return rows;
}

export interface PupilStanding {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  readonly pageId: string | null;
  readonly state: PageState | null;
  readonly number: number | null;
  /** 1 teachers, 2 homeroom teacher, 3 principal, 4 seal, 5 nobody. */
  readonly turn: number | null;
  readonly returned: string | null;
  readonly awards: readonly string[];
  readonly awardsVersion: number;
}

/** The pupils of a class with the newest version of their page. */
export async function listPupilStandings(tx: ReadTx, classId: string): Promise<PupilStanding[]> {
  const { rows } = await sql<PupilStanding>`
    WITH roster AS (
      SELECT DISTINCT ON (e.pupil_id) e.pupil_id, e.roll_number, e.school_year_id FROM people.enrolment e
      WHERE e.class_id = ${classId} AND (e.ends_on IS NULL OR e.ended_as = 'completed') ORDER BY e.pupil_id, e.starts_on DESC
    ), page AS (${newest} WHERE p.class_id = ${classId} ORDER BY p.pupil_id, p.school_year_id, p.number DESC)
    SELECT r.pupil_id AS "pupilId", p.full_name AS name, r.roll_number AS "rollNumber", g.id AS "pageId", g.state, g.number, g.turn, g.returned,
      coalesce(w.lines, '{}') AS awards, coalesce(w.version, 0) AS "awardsVersion"
    FROM roster r JOIN people.pupil p ON p.id = r.pupil_id LEFT JOIN page g ON g.pupil_id = r.pupil_id
    LEFT JOIN transcript.award w ON w.pupil_id = r.pupil_id AND w.school_year_id = r.school_year_id
    ORDER BY r.roll_number NULLS LAST, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** Keeps the awards of a pupil; false: somebody changed them meanwhile. */
export async function writeAwards(
  tx: WriteTx,
  at: { pupilId: string; unitId: string; departmentId: string; schoolYearId: string },
  lines: readonly string[],
  version: number,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO transcript.award AS w (id, pupil_id, unit_id, department_id, school_year_id, lines, version)
    VALUES (${uuidv7()}, ${at.pupilId}, ${at.unitId}, ${at.departmentId}, ${at.schoolYearId}, ${lines}::text[], ${version + 1})
    ON CONFLICT (pupil_id, school_year_id) DO UPDATE SET lines = excluded.lines, version = excluded.version
      WHERE w.version = excluded.version - 1 RETURNING id`.execute(tx);
  return rows.length > 0;
}

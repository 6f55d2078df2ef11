import { v7 as uuidv7 } from 'uuid';
import { systemSettings } from '#modules/identity-access';
import { computeFigures } from '../modules/gradebook/actions/compute-figures.ts';
import { openClient } from './client.ts';
import { type BenchDatabase, type BenchServer, loadWholeProvince } from './database.ts';
import { type GridTeacher, saveGrids } from './gradebook-load.ts';
import { grouped, inWords, median, percentile, repeat, spread, timed } from './measure.ts';
import { clock, openSessions } from './people.ts';
import type { Report } from './report.ts';
import { serveProduct } from './servers.ts';

const teachersAtOnce = [1, 8, 60] as const;
const pupilsOfGrid = 40;

/** Saving grids of 40 pupils x 6 columns with audit, over HTTP and as bare SQL, in one run. */
export async function measureGradebook(server: BenchServer, report: Report): Promise<void> {
  const bench = await server.open('gradebook');
  const province = await loadWholeProvince(bench);
  await bench.owner.query('VACUUM (ANALYZE)');
  const served = await serveProduct(bench);
  try {
    const teachers = await assignTeachers(bench, served.origin, 62);
    await measureSaves(bench, report, teachers);
    await measureOpening(report, served.origin, teachers);
    await measureRecomputing(bench, report, province.departmentId);
  } finally {
    await served.close();
  }
}

const scored = [
  'LIT',
  'MATH',
  'FL1',
  'CIV',
  'HISGEO',
  'SCI',
  'TECH',
  'INF',
  'HIS',
  'DEF',
  'GEO',
  'ECL',
  'PHY',
  'CHE',
  'BIO',
];
const commented = ['ART', 'PE', 'EXP', 'LOC'];

/** Results of every pupil of the province from all marks of a year, and the figures they count up to. */
async function measureRecomputing(bench: BenchDatabase, report: Report, departmentId: string): Promise<void> {
  const { owner, database } = bench;
  await owner.query('TRUNCATE gradebook.subject_marks');
  await owner.query('ALTER TABLE gradebook.subject_marks DISABLE TRIGGER USER');
  // Every subject that some class of the grade learns; one more than a class takes is no fault, nobody asks for it.
  await owner.query(
    `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final)
     SELECT gen_random_uuid(), e.pupil_id, e.unit_id, e.department_id, e.school_year_id, s.code, t.semester, s.judged,
       ARRAY[v.mark, v.mark, v.mark, v.mark]::smallint[], v.mark, v.mark
     FROM people.enrolment e JOIN people.school_class c ON c.id = e.class_id
     CROSS JOIN LATERAL (SELECT code, 'score' AS judged FROM unnest($1::text[]) code
       WHERE c.grade > 9 AND code <> ALL ('{CIV,HISGEO,SCI}') OR c.grade <= 9 AND code <> ALL ('{HIS,DEF,GEO,ECL,PHY,CHE,BIO}')
       UNION ALL SELECT code, 'comment' FROM unnest($2::text[]) code WHERE c.grade <= 9 OR code <> 'ART') s
     CROSS JOIN generate_series(1, 2) t (semester)
     CROSS JOIN LATERAL (SELECT CASE s.judged WHEN 'comment' THEN 1
       ELSE 45 + abs(hashtext(e.pupil_id::text || s.code || t.semester)) % 55 END AS mark) v
     WHERE e.ends_on IS NULL`,
    [scored, commented],
  );
  await owner.query('ALTER TABLE gradebook.subject_marks ENABLE TRIGGER USER');
  await owner.query('VACUUM (ANALYZE) gradebook.subject_marks');
  const { rows } = await owner.query<{ id: string; year: string }>(
    `SELECT DISTINCT e.unit_id AS id, e.school_year_id AS year FROM people.enrolment e WHERE e.ends_on IS NULL`,
  );
  const settings = systemSettings(departmentId, 'bench');
  let pupils = 0;
  let next = 0;
  async function worker(): Promise<void> {
    for (let school = rows[next++]; school; school = rows[next++]) {
      const at = { unitId: school.id, schoolYearId: school.year, now: clock.now() };
      const done = await database.write(settings, (tx) => computeFigures(tx, at));
      pupils += done.pupils;
    }
  }
  const { milliseconds } = await timed(() => Promise.all([worker(), worker(), worker()]));
  const { rows: marks } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM gradebook.subject_marks',
  );
  report.section(
    'Results of the province',
    `Every mark of the year read, averages, levels, titles and decisions computed anew, counts by class and subject written; a transaction a school, ${rows.length} schools.`,
  );
  report.figure(
    `${grouped(pupils)} pupils, ${grouped(marks[0]?.n ?? 0)} semester averages`,
    inWords(milliseconds),
    { words: 'under 20 s', met: milliseconds < 20_000 },
  );
}

/** One teacher for each of so many full classes, each teaching mathematics there by a published assignment. */
async function assignTeachers(
  { owner, ...bench }: BenchDatabase,
  origin: string,
  count: number,
): Promise<GridTeacher[]> {
  const { rows } = await owner.query<{
    classId: string;
    unitId: string;
    year: string;
    department: string;
    staffId: string;
    account: string;
    pupils: string[];
  }>(
    `WITH full_class AS (
       SELECT c.id, c.unit_id, c.school_year_id, c.department_id, (array_agg(e.pupil_id ORDER BY e.roll_number))[1:${pupilsOfGrid}] AS pupils,
         row_number() OVER (PARTITION BY c.unit_id ORDER BY c.grade, c.name) AS n
       FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.ends_on IS NULL AND e.starts_on <= '2025-10-01'
       GROUP BY c.id HAVING count(*) >= ${pupilsOfGrid}
     ), teacher AS (
       SELECT s.id, s.account_id, row_number() OVER (PARTITION BY s.unit_id ORDER BY s.id) AS n
       FROM people.staff_member s JOIN identity.role_assignment r ON r.account_id = s.account_id AND r.role = 'teacher'
       WHERE s.post = 'teacher' AND NOT EXISTS (SELECT FROM identity.role_assignment o WHERE o.account_id = s.account_id AND o.role <> 'teacher')
     )
     SELECT c.id AS "classId", c.unit_id AS "unitId", c.school_year_id AS year, c.department_id AS department, t.id AS "staffId",
       t.account_id AS account, c.pupils
     FROM full_class c JOIN people.staff_member s ON s.unit_id = c.unit_id JOIN teacher t ON t.id = s.id AND t.n = c.n
     ORDER BY md5(c.id::text) LIMIT $1`,
    [count],
  );
  if (rows.length < count) throw new RangeError(`only ${rows.length} full classes with a teacher`);
  for (const row of rows) {
    await owner.query(
      `INSERT INTO staffing.assignment_plan (id, unit_id, department_id, school_year_id, state, published_at, changed_at)
       VALUES ($1, $2, $3, $4, 'published', '2025-08-30', '2025-08-30') ON CONFLICT DO NOTHING`,
      [uuidv7(), row.unitId, row.department, row.year],
    );
    await owner.query(
      `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, staff_id, periods_1, periods_2)
       VALUES ($1, $2, $3, $4, $5, 'MATH', $6, 4, 4)`,
      [uuidv7(), row.unitId, row.department, row.year, row.classId, row.staffId],
    );
  }
  const cookies = await openSessions(
    { owner, ...bench },
    rows.map(({ account }) => account),
  );
  return rows.map(({ classId, pupils }, at) => ({
    url: `${origin}/api/gradebook/sheets/${classId}/MATH/1/cells`,
    cookie: cookies[at] ?? '',
    pupils,
    firstRound: 0,
  }));
}

async function measureSaves(
  bench: BenchDatabase,
  report: Report,
  teachers: readonly GridTeacher[],
): Promise<void> {
  report.section(
    'Saving a grid',
    `Whole HTTP requests with a session and a command id; each changes all ${pupilsOfGrid * 6} cells of a class, checks every cell, and writes the ` +
      'former and the new values to the audit trail. The bare statement is the same upsert with the same triggers, as superuser, in a transaction of its own.',
  );
  const filled = await saveGrids({ teachers, saves: 1 });
  report.figure(`First save of ${teachers.length} empty grids at once`, spread(filled.milliseconds));
  const next = teachers.map((teacher) => ({ ...teacher, firstRound: 1 }));
  const rounds = new Map(next.map(({ url }) => [url, 1]));
  const at = (count: number, from = 0) =>
    next
      .slice(from, from + count)
      .map((teacher) => ({ ...teacher, firstRound: rounds.get(teacher.url) ?? 1 }));
  const run = async (count: number, saves: number) => {
    const chosen = at(count);
    const result = await saveGrids({ teachers: chosen, saves });
    for (const { url } of chosen) rounds.set(url, (rounds.get(url) ?? 1) + saves);
    return result;
  };
  await run(8, 10);
  const bareBefore = await bareSaves(bench, teachers[61]!, 60);
  for (const count of teachersAtOnce) {
    const { milliseconds, perSecond } = await run(count, count === 1 ? 120 : count === 8 ? 60 : 10);
    const words = `${count} ${count === 1 ? 'teacher' : 'teachers at once'}`;
    report.figure(
      `240 cells, ${words}`,
      `p50 ${inWords(median(milliseconds))}, p95 ${inWords(percentile(milliseconds, 0.95))}, ${grouped(perSecond)} saves/s (n = ${milliseconds.length})`,
      count === 8 ? { words: 'at least 100 saves/s', met: perSecond >= 100 } : undefined,
    );
    if (count !== 1) continue;
    const bare = [...bareBefore, ...(await bareSaves(bench, teachers[61]!, 60))];
    const ratio = median(milliseconds) / median(bare);
    report.figure('The same upsert with audit in bare SQL', spread(bare));
    report.figure('Ratio of the medians at one teacher', ratio.toFixed(2), {
      words: 'at most 3',
      met: ratio <= 3,
    });
  }
}

/** Reading a full grid, as its page does, class by class. */
async function measureOpening(
  report: Report,
  origin: string,
  teachers: readonly GridTeacher[],
): Promise<void> {
  const clients = teachers.slice(0, 20).map(({ url, cookie }) => ({
    path: new URL(url).pathname.replace(/\/cells$/, ''),
    client: openClient(origin, cookie),
  }));
  const sample = await repeat(200, (round) => {
    const { path, client } = clients[round % clients.length]!;
    return client.get<unknown>(path);
  });
  report.figure(`Opening a grid of ${pupilsOfGrid} x 6, one teacher after the other`, spread(sample));
}

/** Milliseconds of writing all rows of a grid with the statement of the product, as superuser. */
async function bareSaves(
  { owner }: BenchDatabase,
  { pupils }: GridTeacher,
  saves: number,
): Promise<number[]> {
  const client = await owner.connect();
  try {
    const { rows } = await client.query<{ given: object[]; unit: string; department: string; year: string }>(
      `SELECT jsonb_agg(jsonb_build_object('id', id, 'p', pupil_id, 'v', version)) AS given, min(unit_id::text) AS unit,
         min(department_id::text) AS department, min(school_year_id::text) AS year
       FROM gradebook.subject_marks WHERE pupil_id = ANY ($1) AND subject_code = 'MATH' AND semester = 1`,
      [pupils],
    );
    const { given, unit, department, year } = rows[0]!;
    let version = (given[0] as { v: number }).v;
    const audited = async () => {
      const events = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM audit.event WHERE entity = 'gradebook.subject_marks' AND operation = 'update'`,
      );
      return events.rows[0]!.n;
    };
    const before = await audited();
    let rounds = 0;
    const sample = await repeat(saves, async (round) => {
      const score = 10 + (round % 80);
      const text = JSON.stringify(
        given.map((row) => ({ ...row, r: [score, score, score, score], m: score, f: score, v: version })),
      );
      version += 1;
      await client.query('BEGIN');
      const written = await client.query({
        name: 'bare_marks',
        text: `INSERT INTO gradebook.subject_marks AS m (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular,
            midterm, final, comment, reason, version)
          SELECT gen_random_uuid(), g.p, $2::uuid, $3::uuid, $4::uuid, 'MATH', 1, 'score', g.r, g.m, g.f, NULL, NULL, g.v + 1
          FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, p uuid, r smallint[], m smallint, f smallint, v integer)
          ON CONFLICT (pupil_id, school_year_id, subject_code, semester) DO UPDATE
            SET regular = excluded.regular, midterm = excluded.midterm, final = excluded.final, comment = excluded.comment,
              reason = excluded.reason, version = excluded.version
            WHERE m.version = excluded.version - 1
          RETURNING m.pupil_id`,
        values: [text, unit, department, year],
      });
      await client.query('COMMIT');
      if (written.rowCount !== pupils.length) throw new Error('the bare statement left rows unchanged');
      rounds += 1;
    });
    // The comparison holds only if it did the same work: every row changed, an audit row for each.
    if ((await audited()) - before !== rounds * pupils.length)
      throw new Error('the bare statement was not audited');
    return sample;
  } finally {
    client.release();
  }
}

import { localDate } from '#platform/clock';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { type Choice, classProgramme } from '#rules/curriculum';
import { sheetPlaces } from '#rules/gradebook';
import { type LoadTarget, loadInto } from './loader.ts';

interface ClassToMark {
  readonly id: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly schoolYear: string;
  readonly choices: readonly Choice[];
}

const tables = ['gradebook.subject_marks', 'gradebook.conduct', 'gradebook.absence'] as const;

/** A number from 0 up to 1 that is always the same for a text (an SQL expression), even over the range. */
const drawn = (text: string) => `(abs(hashtext(${text})::bigint) % 10007 / 10007.0)`;

/**
 * Gives the pupils of the schools with a published teaching assignment marks, conduct and absences as far as the year has come on `now`: spread as in
 * a real school, a few finals still missing, nobody's real marks. The audit trail does not tell of single rows.
 */
export async function loadMarks(target: LoadTarget, now: Date): Promise<void> {
  await loadInto(target, async (client) => {
    const { rows: classes } = await client.query<ClassToMark>(`
      SELECT c.id, c.grade, c.specialised_subject AS "specialisedSubject", y.name AS "schoolYear",
        coalesce((SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'subjectCode', o.subject_code, 'periods', o.periods, 'reason', o.reason))
          FROM curriculum.class_choice o WHERE o.class_id = c.id), '[]') AS choices
      FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
      JOIN staffing.assignment_plan p ON p.unit_id = c.unit_id AND p.school_year_id = y.id AND p.state = 'published'`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const given = JSON.stringify(classes.flatMap(subjectsOf));
    await client.query(marks, [given, localDate(now)]);
    await client.query(conduct, [classes.map(({ id }) => id), localDate(now)]);
    await client.query(absences, [classes.map(({ id }) => id), localDate(now)]);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query(`ANALYZE ${tables.join(', ')}`);
  });
}

/** The subjects of a class with the number of regular assessments a semester. */
function subjectsOf({ id, schoolYear, choices, ...form }: ClassToMark) {
  const programme = programmeOfYear(schoolYear);
  return classProgramme(programme, form, choices).flatMap(({ subjectCode, parts }) => {
    const subject = findSubject(programme, subjectCode);
    if (!subject) return [];
    // Topic clusters count as one of the regular assessments (ASM-07).
    const periods = parts.reduce((sum, part) => sum + (part.kind === 'topic' ? 0 : part.periods), 0);
    const regular = sheetPlaces(subject.judged, periods).filter((place) =>
      place.startsWith('regular'),
    ).length;
    return [{ class: id, code: subjectCode, judged: subject.judged, regular }];
  });
}

/** A pupil has a level of the own, better in some subjects than in others; one mark differs from the next. */
const marks = `
  WITH row AS (
    SELECT e.pupil_id, e.unit_id, e.department_id, e.school_year_id, s.code, s.judged, s.regular, t.number AS semester, t.starts_on, t.ends_on,
      e.pupil_id::text || s.code || t.number AS seed,
      28 + 72 * (${drawn('e.pupil_id::text')} + ${drawn("'b' || e.pupil_id")} + ${drawn("'c' || e.pupil_id")}) / 3
        + 14 * (${drawn('e.pupil_id::text || s.code')} - 0.35) AS level
    FROM jsonb_to_recordset($1::jsonb) AS s (class uuid, code text, judged text, regular int)
    JOIN people.enrolment e ON e.class_id = s.class AND e.ends_on IS NULL
    JOIN organisation.semester t ON t.school_year_id = e.school_year_id AND t.starts_on + 28 <= $2::date
  ), mark AS (
    SELECT r.*, CASE r.judged WHEN 'comment' THEN (${drawn('r.seed')} > 0.004)::int ELSE NULL END AS passed,
      CASE WHEN $2::date >= r.starts_on + 70 THEN r.level + 22 * (${drawn("r.seed || 'm'")} - 0.5) END AS midterm,
      CASE WHEN $2::date >= r.ends_on - 10 AND ${drawn("r.seed || 'gap'")} > 0.003 THEN r.level + 22 * (${drawn("r.seed || 'f'")} - 0.5) END AS final
    FROM row r
  )
  INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final)
  SELECT uuidv7(), pupil_id, unit_id, department_id, school_year_id, code, semester, judged,
    ARRAY(SELECT CASE judged WHEN 'comment' THEN passed
        ELSE least(100, greatest(20, 5 * round((level + 26 * (${drawn('seed || n')} - 0.45)) / 5))) END::smallint
      FROM generate_series(1, CASE WHEN $2::date >= ends_on - 20 THEN regular ELSE 1 END) n),
    CASE WHEN midterm IS NULL THEN NULL WHEN judged = 'comment' THEN passed ELSE least(100, greatest(15, round(midterm))) END,
    CASE WHEN final IS NULL THEN NULL WHEN judged = 'comment' THEN passed ELSE least(100, greatest(10, round(final))) END
  FROM mark`;

const level = (semester: 1 | 2) => `CASE WHEN s.ended >= ${semester} THEN
  CASE WHEN d.draw + ${semester === 1 ? '0.02' : '0'} < 0.74 THEN 'excellent' WHEN d.draw < 0.94 THEN 'good' WHEN d.draw < 0.995 THEN 'pass' ELSE 'fail' END END`;
const comment = (semester: 1 | 2) => `CASE WHEN s.ended >= ${semester} THEN
  CASE WHEN d.draw < 0.74 THEN 'Chấp hành tốt nội quy, hoà đồng với bạn.' WHEN d.draw < 0.94 THEN 'Có ý thức, cần mạnh dạn hơn khi phát biểu.'
    ELSE 'Cần đi học đúng giờ và giữ nền nếp lớp.' END END`;

const conduct = `
  INSERT INTO gradebook.conduct (id, pupil_id, unit_id, department_id, school_year_id, semester1, semester2, comment1, comment2)
  SELECT uuidv7(), e.pupil_id, e.unit_id, e.department_id, e.school_year_id, ${level(1)}, ${level(2)}, ${comment(1)}, ${comment(2)}
  FROM people.enrolment e
  JOIN LATERAL (SELECT count(*) AS ended FROM organisation.semester t WHERE t.school_year_id = e.school_year_id AND t.ends_on <= $2::date) s ON s.ended > 0
  CROSS JOIN LATERAL (SELECT ${drawn("'conduct' || e.pupil_id")} AS draw) d
  WHERE e.class_id = ANY ($1::uuid[]) AND e.ends_on IS NULL`;

/** A third of the pupils miss a few days, a few miss many. */
const absences = `
  INSERT INTO gradebook.absence (id, pupil_id, unit_id, department_id, school_year_id, day, session, period, excused, reason)
  SELECT uuidv7(), e.pupil_id, e.unit_id, e.department_id, e.school_year_id, d.day::date, 1, 0, ${drawn("e.pupil_id::text || d.day || 'x'")} < 0.8,
    CASE WHEN ${drawn("e.pupil_id::text || d.day || 'x'")} < 0.8 THEN 'Ốm' END
  FROM people.enrolment e JOIN organisation.school_year y ON y.id = e.school_year_id
  CROSS JOIN LATERAL (SELECT CASE WHEN ${drawn("'away' || e.pupil_id")} < 0.004 THEN 0.3 WHEN ${drawn("'away' || e.pupil_id")} < 0.33 THEN 0.018 ELSE 0 END AS share) a
  CROSS JOIN LATERAL generate_series(greatest(y.starts_on, e.starts_on), least(y.ends_on, $2::date), interval '1 day') d (day)
  WHERE e.class_id = ANY ($1::uuid[]) AND e.ends_on IS NULL AND a.share > 0 AND extract(isodow FROM d.day) < 6
    AND ${drawn('e.pupil_id::text || d.day')} < a.share
  ON CONFLICT DO NOTHING`;

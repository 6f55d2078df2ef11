import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { assignedTeachingSeed } from './assigned-teaching.ts';
import { loadMarks } from './marks.ts';

let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await freshDatabase(assignedTeachingSeed);
  await loadMarks(fresh.owner, new Date('2026-01-18T08:00:00+07:00'));
});
afterAll(() => fresh.drop());

const one = async (text: string) => (await fresh.owner.query<Record<string, number>>(text)).rows[0]!;

test('every pupil of the demo schools has marks of the first semester, none of the second, spread over the scale', async () => {
  const marks = await one(`
    SELECT count(DISTINCT m.pupil_id)::int AS pupils, (SELECT count(DISTINCT e.pupil_id)::int FROM people.enrolment e WHERE e.ends_on IS NULL) AS enrolled,
      max(m.semester)::int AS semester, (avg(m.final) FILTER (WHERE m.judged = 'score'))::float AS average,
      count(*) FILTER (WHERE m.final IS NULL)::int AS missing, count(*)::int AS rows,
      count(*) FILTER (WHERE m.judged = 'score' AND m.final < 50)::int AS low, count(*) FILTER (WHERE m.judged = 'score' AND m.final >= 80)::int AS high
    FROM gradebook.subject_marks m`);
  expect(marks.pupils).toBe(marks.enrolled);
  expect(marks.semester).toBe(1);
  expect(marks.average).toBeGreaterThan(55);
  expect(marks.average).toBeLessThan(75);
  expect(marks.missing).toBeGreaterThan(0);
  expect(marks.missing! / marks.rows!).toBeLessThan(0.02);
  expect(marks.low! / marks.rows!).toBeGreaterThan(0.03);
  expect(marks.high! / marks.rows!).toBeGreaterThan(0.03);
});

test('absences lie in the past, most pupils have none, and the tables are guarded as before', async () => {
  const away = await one(`
    SELECT count(*)::int AS rows, count(DISTINCT pupil_id)::int AS pupils, count(*) FILTER (WHERE day > '2026-01-18')::int AS later,
      (SELECT count(*)::int FROM pg_trigger WHERE tgrelid = 'gradebook.subject_marks'::regclass AND NOT tgisinternal AND tgenabled <> 'O') AS unwatched
    FROM gradebook.absence`);
  expect(away.rows).toBeGreaterThan(100);
  expect(away).toMatchObject({ later: 0, unwatched: 0 });
});

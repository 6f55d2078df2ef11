import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { actingAs, province, provinceSeed, unitOf } from '../plan/testing.ts';
import { educationPlanIndicators } from './data/plan-indicators.ts';

let db: TestDatabase;
const school = unitOf('school');
const department = { id: province.departmentId };
const today = '2025-10-01';

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
});
afterAll(() => db.drop());

async function figureOf(id: string, unitId: string): Promise<[number, number | null]> {
  const indicator = educationPlanIndicators.find((one) => one.id === id)!;
  const { rows: years } = await db.owner.query(
    `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_year WHERE is_current`,
  );
  const context = { departmentId: province.departmentId, schoolYear: years[0], today };
  const rows = await db.database.read(
    actingAs(unitOf('division'), 'divisionHead', 'department'),
    async (tx) =>
      (
        await sql<{ unit_id: string; numerator: string; denominator: string | null }>`
        SELECT * FROM (${indicator.sql(context as never)}) counted WHERE unit_id = ${unitId}`.execute(tx)
      ).rows,
  );
  const [row] = rows;
  return row ? [Number(row.numerator), row.denominator === null ? null : Number(row.denominator)] : [0, null];
}

test('a school counts once its plan is published, and only in time', async () => {
  expect(await figureOf('educationPlan.publishedByDeadline', school.id)).toEqual([0, 1]);
  await db.owner.query(
    `INSERT INTO education_plan.plan (id, unit_id, department_id, school_year_id, revision, state, lessons_from, semester1_to, semester2_from,
       lessons_to, drafted_at, published_at)
     SELECT '01990000-0000-7000-8000-000000000001', $1, $2, y.id, 1, 'published', y.opens_on, y.opens_on, y.opens_on, y.ends_on,
       '2025-08-20T00:00:00Z', '2025-09-10T00:00:00Z' FROM organisation.school_year y WHERE y.is_current`,
    [school.id, province.departmentId],
  );
  expect(await figureOf('educationPlan.publishedByDeadline', school.id)).toEqual([1, 1]);
  const [published, schools] = await figureOf('educationPlan.publishedByDeadline', department.id);
  expect([published, schools! > 1]).toEqual([1, true]);
  await db.owner.query(
    `INSERT INTO education_plan.guidance (id, unit_id, department_id, school_year_id, title, body, publish_by, published_at)
     SELECT gen_random_uuid(), $1, $1, id, 'Hướng dẫn', 'X', '2025-09-05', now() FROM organisation.school_year WHERE is_current`,
    [province.departmentId],
  );
  expect(await figureOf('educationPlan.publishedByDeadline', school.id)).toEqual([0, 1]);
});

test('only what must be put right counts as a violation', async () => {
  expect(await figureOf('educationPlan.ruleViolations', school.id)).toEqual([0, null]);
  await db.owner.query(
    `INSERT INTO education_plan.finding (id, plan_id, unit_id, department_id, position, rule, severity, place, message)
     SELECT gen_random_uuid(), '01990000-0000-7000-8000-000000000001', $1, $2, 0, 'rooms', severity, 'x', 'x'
     FROM unnest(ARRAY['mustFix', 'mustFix', 'warning']) severity`,
    [school.id, province.departmentId],
  );
  expect(await figureOf('educationPlan.ruleViolations', school.id)).toEqual([2, null]);
  expect(await figureOf('educationPlan.ruleViolations', department.id)).toEqual([2, null]);
});

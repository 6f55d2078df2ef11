import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { computeIndicators } from '../actions/compute-indicators.ts';
import { defineIndicator, registerIndicators } from '../indicators.ts';
import { systemSettings } from '../jobs/system.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { ownIndicators } from './own-indicators.ts';

const now = new Date('2025-12-10T09:00:00+07:00');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const division = unitOf('division');
const principal = holderOf(school, 'principal');
const officer = holderOf(commune, 'communeOfficer');

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(
    db,
    ['Hướng dẫn một', 'Hướng dẫn hai', 'Việc khác'].map((title, at) => ({
      title,
      dueOn: '2026-05-31',
      ...(at < 2
        ? {
            evidenceKind: 'indicator' as const,
            evidenceSpec: { indicator: 'plan.guidanceIssued', threshold: 1 },
          }
        : {}),
    })),
    '2025-09-20T08:00:00+07:00',
  );
  for (const duty of dutyIds) await assign(db, duty, division, 'divisionHead');

  // September in time, October late; November is due on 5 December and was never begun.
  for (const [start, end, submittedAt] of [
    ['2025-09-01', '2025-09-30', '2025-10-05T20:00:00+07:00'],
    ['2025-10-01', '2025-10-31', '2025-11-06T00:30:00+07:00'],
  ]) {
    await db.owner.query(
      `INSERT INTO plan.report (id, unit_id, department_id, school_year_id, addressed_unit_id, period_kind, period_start, period_end, title, state,
         narrative, figures, opened_by, opened_at, submitted_by, submitted_at)
       VALUES ($1, $2, $3, $4, $5, 'month', $6, $7, 'Báo cáo', 'submitted', '{}', '{}', $8, $9, $8, $9)`,
      [
        uuidv7(),
        school.id,
        province.departmentId,
        province.schoolYearId,
        commune.id,
        start,
        end,
        principal,
        submittedAt,
      ],
    );
  }

  // Monday 3 November; answered on Monday 10 (5 working days), on Tuesday 11 (6), not at all, and one still in time.
  for (const [raisedAt, answeredAt] of [
    ['2025-11-03T08:00:00+07:00', '2025-11-10T17:00:00+07:00'],
    ['2025-11-03T08:00:00+07:00', '2025-11-11T08:00:00+07:00'],
    ['2025-11-03T08:00:00+07:00', null],
    ['2025-12-08T08:00:00+07:00', null],
  ]) {
    await db.owner.query(
      `INSERT INTO plan.difficulty (id, unit_id, department_id, addressed_unit_id, title, body, raised_by, raised_at, state, answer, answered_at)
       VALUES ($1, $2, $3, $4, 'Khó', 'Khó', $5, $6, $7, $8, $9)`,
      [
        uuidv7(),
        school.id,
        province.departmentId,
        commune.id,
        principal,
        raisedAt,
        answeredAt ? 'answered' : 'open',
        answeredAt ? 'Đã rõ' : null,
        answeredAt,
      ],
    );
  }

  const inspectionId = uuidv7();
  await db.owner.query(
    `INSERT INTO plan.inspection (id, department_id, unit_id, inspected_unit_id, kind, purpose, planned_on, leader_id, state, began_on, created_by, created_at)
     VALUES ($1, $2, $3, $4, 'scheduled', 'Kiểm tra', '2025-10-01', $5, 'underway', '2025-10-01', $5, $6)`,
    [inspectionId, province.departmentId, commune.id, school.id, officer, now],
  );
  for (const [dueOn, state] of [
    ['2025-11-01', 'closed'],
    ['2025-11-01', 'open'],
    ['2025-12-31', 'open'],
  ]) {
    await db.owner.query(
      `INSERT INTO plan.finding (id, inspection_id, department_id, unit_id, body, severity, found_on, due_on, state, answer, closed_at)
       VALUES ($1, $2, $3, $4, 'Thiếu', 'minor', '2025-10-01', $5, $6, 'Đã sửa', $7)`,
      [
        uuidv7(),
        inspectionId,
        province.departmentId,
        school.id,
        dueOn,
        state,
        state === 'closed' ? now : null,
      ],
    );
  }

  // A guidance of the department for the first duty; a mere notice for the second.
  for (const [at, kind] of [
    [0, 'guidance'],
    [1, 'notice'],
  ] as const) {
    const paperId = uuidv7();
    await db.owner.query(
      `INSERT INTO plan.official_document (id, department_id, unit_id, drafting_unit_id, kind, abstract, state, year, number, symbol, issued_on,
         signatory_name, signatory_position, created_by, created_at, sort_on)
       VALUES ($1, $2, $2, $3, $4, 'Về việc', 'issued', 2025, 1, '01/X', '2025-10-01', 'Người Ký', 'Giám đốc', $5, $6, '2025-10-01')`,
      [paperId, province.departmentId, division.id, kind, holderOf(division, 'divisionHead'), now],
    );
    await db.owner.query(
      'INSERT INTO plan.official_document_duty (document_id, duty_id, department_id, unit_id) VALUES ($1, $2, $3, $3)',
      [paperId, dutyIds[at], province.departmentId],
    );
  }
  await db.owner.query('UPDATE identity.account SET first_signed_in_at = $1 WHERE id = $2', [now, principal]);
  await db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
    computeIndicators(tx, province.departmentId, now),
  );
});
afterAll(() => db.drop());

async function counted(indicator: string, unit: { id: string }): Promise<[number | null, number | null]> {
  const { rows } = await db.owner.query(
    'SELECT numerator::float8, denominator::float8 FROM plan.indicator_value WHERE indicator = $1 AND unit_id = $2',
    [indicator, unit.id],
  );
  return [rows[0].numerator, rows[0].denominator];
}

test('a report is on time until the last day in Việt Nam, from the month the plan was published', async () => {
  expect(await counted('plan.reportsOnTime', school)).toEqual([1, 3]);
  const schools = province.units.filter(
    (unit) => unit.kind === 'school' && unit.parent_id === commune.id,
  ).length;
  expect(await counted('plan.reportsOnTime', commune)).toEqual([1, 3 * (schools + 1)]);
});

test('a difficulty is answered in time within five working days; one still in time does not count', async () => {
  expect(await counted('plan.difficultiesAnswered', commune)).toEqual([1, 3]);
  expect(await counted('plan.difficultiesAnswered', school)).toEqual([null, null]);
});

test('findings count when they are closed or past their day', async () => {
  expect(await counted('plan.findingsClosed', school)).toEqual([1, 2]);
  expect(await counted('plan.findingsClosed', commune)).toEqual([1, 2]);
});

test('a division has issued guidance when the department issued it for the duty; a notice is no guidance', async () => {
  expect(await counted('plan.guidanceIssued', division)).toEqual([1, 2]);
});

test('a person who holds two roles is one account', async () => {
  const people = new Set(
    province.roleAssignments
      .filter(
        (row) =>
          row.unit_id === school.id ||
          province.units.some((unit) => unit.id === row.unit_id && unit.parent_id === school.id),
      )
      .map((row) => row.account_id),
  );
  expect(await counted('identity.accountsActivated', school)).toEqual([1, people.size]);
});

test('an indicator that is defined twice or has no proper id is a fault', () => {
  const [known] = ownIndicators as [(typeof ownIndicators)[0]];
  expect(() => registerIndicators([known])).toThrow(/defined twice/);
  expect(() => defineIndicator({ ...known, id: 'Không phải mã' })).toThrow(/module\.noun/);
});

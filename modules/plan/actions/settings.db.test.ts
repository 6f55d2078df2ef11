import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { systemSettings } from '../jobs/system.ts';
import { difficultyAnswerWorkingDays, reminderDaysBefore, reportDueDays } from '../rules/settings.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { computeIndicators } from './compute-indicators.ts';
import { remind } from './remind.ts';
import { listYearPeriods } from './report-view.ts';

// What the department sets is what the plan goes by: reminders, reports, indicators.

const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const system = systemSettings(province.departmentId, 'test');
const now = new Date('2025-10-28T06:30:00+07:00');

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(db, [{ title: 'Nộp kế hoạch', dueOn: '2025-10-31' }]);
  await assign(db, dutyIds[0]!, school, 'principal');
  // Monday to the Friday of the week after: nine working days.
  await db.owner.query(
    `INSERT INTO plan.difficulty (id, unit_id, department_id, addressed_unit_id, title, body, raised_by, raised_at, state, answer, answered_at)
     VALUES ($1, $2, $3, $4, 'Khó', 'Khó', $5, '2025-10-06T08:00:00+07:00', 'answered', 'Đã rõ', '2025-10-17T08:00:00+07:00')`,
    [uuidv7(), school.id, province.departmentId, commune.id, holderOf(school, 'principal')],
  );
});
afterAll(() => db.drop());
beforeEach(() => db.owner.query('DELETE FROM organisation.setting'));

const set = (setting: { key: string }, value: unknown) =>
  db.owner.query(
    `INSERT INTO organisation.setting (id, department_id, key, value, note, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, 'Thử', $1, $5)`,
    [uuidv7(), province.departmentId, setting.key, JSON.stringify(value), now],
  );
const remindNow = () => db.database.write(system, (tx) => remind(tx, province.departmentId, now));

test('Reminders come on the days that were set', async () => {
  await set(reminderDaysBefore, [2, 1]);
  expect(await remindNow()).toMatchObject({ reminded: 0 });
  await db.owner.query('DELETE FROM organisation.setting');
  expect(await remindNow()).toMatchObject({ reminded: 1 });
});

test('Reports are due on the days that were set, and a value out of bounds is not taken', async () => {
  const dueOn = async () => {
    const { periods } = await db.database.read(system, (tx) => listYearPeriods(tx, province.schoolYearId));
    return periods.find(({ kind, start }) => kind === 'month' && start === '2025-10-01')?.dueOn;
  };
  expect(await dueOn()).toBe('2025-11-05');
  await set(reportDueDays, { month: 8, semester: 10, year: 15 });
  expect(await dueOn()).toBe('2025-11-08');
  await db.owner.query(`UPDATE organisation.setting SET value = '{"month": 800}'`);
  expect(await dueOn()).toBe('2025-11-05');
});

test('Indicators count with the days that were set', async () => {
  const answered = async () => {
    await db.database.write(system, (tx) => computeIndicators(tx, province.departmentId, now));
    const { rows } = await db.owner.query(
      `SELECT value::float8 FROM plan.indicator_value WHERE indicator = 'plan.difficultiesAnswered' AND unit_id = $1`,
      [commune.id],
    );
    return rows[0]?.value;
  };
  expect(await answered()).toBe(0);
  await set(difficultyAnswerWorkingDays, 9);
  expect(await answered()).toBe(1);
});

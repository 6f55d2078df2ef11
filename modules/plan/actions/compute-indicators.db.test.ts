import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { systemSettings } from '../jobs/system.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { computeIndicators } from './compute-indicators.ts';

const now = new Date('2025-10-01T09:00:00+07:00');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const division = unitOf('division');

let db: TestDatabase;
let plain: string;
let byIndicator: string;
let part: string;
let excused: string;
let early: string;

const spec = { indicator: 'plan.dutiesAcknowledged', threshold: 0.5 };

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(db, [
    { title: 'Việc thường', dueOn: '2025-10-31' },
    { title: 'Tiếp nhận nhiệm vụ', dueOn: '2025-10-31', evidenceKind: 'indicator', evidenceSpec: spec },
    { title: 'Không áp dụng', dueOn: '2025-10-31', evidenceKind: 'indicator', evidenceSpec: spec },
    {
      title: 'Chưa tới kỳ',
      startsOn: '2026-01-01',
      dueOn: '2026-01-31',
      evidenceKind: 'indicator',
      evidenceSpec: spec,
    },
  ]);
  const [duty, settled, excusedDuty, earlyDuty] = dutyIds as [string, string, string, string];
  plain = await assign(db, duty, school, 'principal');
  byIndicator = await assign(db, settled, school, 'principal');
  // The team's own share is counted too: it acknowledged nothing, so it is not settled with the school.
  part = await assign(db, settled, team, 'teamLead', { parent_id: byIndicator });
  excused = await assign(db, excusedDuty, school, 'principal', {
    state: 'notApplicable',
    state_note: 'Không có lớp',
  });
  early = await assign(db, earlyDuty, school, 'principal');
});
afterAll(() => db.drop());

function compute() {
  return db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
    computeIndicators(tx, province.departmentId, now),
  );
}

async function stateOf(id: string): Promise<{ state: string; decided_by: string | null }> {
  const { rows } = await db.owner.query('SELECT state, decided_by FROM plan.assignment WHERE id = $1', [id]);
  return rows[0];
}

async function measuredFor(indicator: string, unitId: string) {
  const { rows } = await db.owner.query(
    'SELECT numerator::float8, denominator::float8, value::float8 FROM plan.indicator_value WHERE indicator = $1 AND unit_id = $2',
    [indicator, unitId],
  );
  return rows[0];
}

async function historyOf(id: string): Promise<{ kind: string; note: string; account_id: string | null }[]> {
  const { rows } = await db.owner.query(
    'SELECT kind, note, account_id FROM plan.assignment_event WHERE assignment_id = $1 ORDER BY at, id',
    [id],
  );
  return rows;
}

test('values are counted for a unit with everything it reaches, and nothing is settled below the threshold', async () => {
  const { settled, values } = await compute();
  expect(settled).toBe(0);
  expect(values).toBeGreaterThan(100);
  // The school: three of its own that apply, one of the team.
  expect(await measuredFor('plan.dutiesAcknowledged', school.id)).toEqual({
    numerator: 0,
    denominator: 4,
    value: 0,
  });
  expect(await measuredFor('plan.dutiesAcknowledged', team.id)).toEqual({
    numerator: 0,
    denominator: 1,
    value: 0,
  });
  expect(await measuredFor('plan.dutiesAcknowledged', division.id)).toEqual({
    numerator: 0,
    denominator: 4,
    value: 0,
  });
  expect(await stateOf(byIndicator)).toEqual({ state: 'notStarted', decided_by: null });
});

test('what there is nothing to count for has no value', async () => {
  const elsewhere = unitOf('school', (unit) => unit.id !== school.id && unit.parent_id !== school.parent_id);
  expect(await measuredFor('plan.dutiesAcknowledged', elsewhere.id)).toEqual({
    numerator: null,
    denominator: null,
    value: null,
  });
});

test('units and accounts prove themselves: every school lies in a cluster, nobody has signed in', async () => {
  const schools = province.units.filter((unit) => unit.kind === 'school').length;
  expect(await measuredFor('organisation.clusterCoverage', division.id)).toEqual({
    numerator: schools,
    denominator: schools,
    value: 1,
  });
  expect(await measuredFor('organisation.clusterSpecialists', division.id)).toMatchObject({ value: 1 });
  expect(await measuredFor('identity.accountsActivated', school.id)).toMatchObject({
    numerator: 0,
    value: 0,
  });
});

test('a duty is settled by the system when its unit reaches the threshold, once, with the figure in its history', async () => {
  const head = holderOf(school, 'principal');
  await db.owner.query(
    'UPDATE plan.assignment SET acknowledged_at = $1, acknowledged_by = $2 WHERE id = ANY ($3)',
    [now, head, [plain, byIndicator]],
  );
  expect(await compute()).toMatchObject({ settled: 1, reopened: 0 });
  expect(await compute()).toMatchObject({ settled: 0, reopened: 0 });
  expect(await stateOf(byIndicator)).toEqual({ state: 'accepted', decided_by: null });
  expect(await historyOf(byIndicator)).toEqual([
    {
      kind: 'settled',
      note: 'Tỷ lệ nhiệm vụ đã tiếp nhận: 50% (2/4), ngưỡng tối thiểu 50%.',
      account_id: null,
    },
  ]);
  expect(await measuredFor('plan.dutiesWithOwner', school.id)).toMatchObject({
    numerator: 2,
    denominator: 3,
  });
});

test('a duty that does not apply, one that has not begun and a part that is not proved stay as they are', async () => {
  expect(await stateOf(excused)).toMatchObject({ state: 'notApplicable' });
  expect(await stateOf(early)).toMatchObject({ state: 'notStarted' });
  expect(await stateOf(part)).toMatchObject({ state: 'notStarted' });
});

test('a duty goes back to work when the value falls, but not one that a person accepted', async () => {
  await db.owner.query(
    'UPDATE plan.assignment SET acknowledged_at = NULL, acknowledged_by = NULL WHERE id = $1',
    [plain],
  );
  expect(await compute()).toMatchObject({ settled: 0, reopened: 1 });
  expect(await stateOf(byIndicator)).toMatchObject({ state: 'inProgress' });
  expect((await historyOf(byIndicator)).map(({ kind }) => kind)).toEqual(['settled', 'reopened']);

  await db.owner.query(`UPDATE plan.assignment SET state = 'accepted', decided_by = $1 WHERE id = $2`, [
    holderOf(division, 'divisionHead'),
    byIndicator,
  ]);
  expect(await compute()).toMatchObject({ settled: 0, reopened: 0 });
  expect(await stateOf(byIndicator)).toMatchObject({ state: 'accepted' });
});

test('a person of one school cannot compute for the department', async () => {
  const asSchool = {
    ...systemSettings(province.departmentId, 'plan.computeIndicators'),
    'hoaban.scope': 'subtree',
    'hoaban.unit_id': school.id,
  };
  await expect(
    db.database.write(asSchool, (tx) => computeIndicators(tx, province.departmentId, now)),
  ).rejects.toThrow(/row-level security/);
});

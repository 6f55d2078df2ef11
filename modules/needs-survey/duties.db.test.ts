import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type TwoSchools, twoSchools } from '../people/pupils.fixture.ts';
import { computeIndicators } from '../plan/actions/compute-indicators.ts';
import { assign, holderOf, nameOf, province, provinceSeed, publishDuties, unitOf } from '../plan/testing.ts';
import { addResponse, addSurvey } from './testing.ts';

// Duties of the plan bound to figures of the school's ground settle themselves from the work; nobody fills in a form.

const now = new Date('2025-10-10T08:00:00+07:00');
/** The duties, and the figure each is bound to; `kept` are those the school's rows fulfil below. */
const duties = [
  ['Công khai kế hoạch giáo dục', 'educationPlan.publishedByDeadline', 1, true],
  ['Không lỗi quy định', 'educationPlan.ruleViolations', 0, true],
  ['Khảo sát nhu cầu', 'needsSurvey.responseRate', 0.9, true],
  ['Nhóm có căn cứ', 'needsSurvey.groupsWithBasis', 1, true],
  ['Dạy học 2 buổi', 'people.pupilsTwoSessions', 0.9, true],
  ['Giữ sĩ số', 'people.enrolmentKept', 0.98, true],
  ['Đủ giáo viên theo định mức', 'staffing.normCoverage', 0.8, false],
  ['Phân công đủ', 'staffing.assignmentsComplete', 1, false],
] as const;

let hoaBan: Served;
let schools: TwoSchools;
let principal: Person;
const assignments = new Map<string, string>();

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-10T08:00:00+07:00');
  schools = await twoSchools(hoaBan.db);
  const { dutyIds } = await publishDuties(
    hoaBan.db,
    duties.map(([title, indicator, threshold]) => ({
      title,
      dueOn: '2025-10-31',
      evidenceKind: 'indicator',
      evidenceSpec: { indicator, threshold },
    })),
  );
  const school = unitOf('school', ({ id }) => id === schools.here.id);
  for (const [at, [title]] of duties.entries()) {
    assignments.set(title, await assign(hoaBan.db, dutyIds[at]!, school, 'principal'));
  }
  principal = await hoaBan.as(nameOf(schools.here, 'principal'), 'principal');
});
afterAll(() => hoaBan?.close());

const compute = () =>
  hoaBan.db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
    computeIndicators(tx, province.departmentId, now),
  );
async function doneTitles(): Promise<string[]> {
  const { rows } = await hoaBan.db.owner.query<{ id: string }>(
    `SELECT id FROM plan.assignment WHERE state = 'accepted' AND decided_by IS NULL`,
  );
  const done = new Set(rows.map(({ id }) => id));
  return duties.map(([title]) => title).filter((title) => done.has(assignments.get(title)!));
}
const boardTotal = async () => {
  const { rows } = (await principal.get('/api/plan/board?rows=all')).body;
  return rows.find((row: { unit: { id: string } }) => row.unit.id === schools.here.id).total;
};

test('before the work is done only what nobody has broken is settled: the pupils are all still there', async () => {
  await compute();
  expect(await doneTitles()).toEqual(['Giữ sĩ số']);
});

test('the work settles them, the board shows it, and what is not done stays open', async () => {
  const { here, yearId } = schools;
  const { owner } = hoaBan.db;
  const by = holderOf(here, 'principal');
  await owner.query(
    `INSERT INTO education_plan.plan (id, unit_id, department_id, school_year_id, revision, state, lessons_from, semester1_to, semester2_from,
       lessons_to, drafted_at, published_at)
     SELECT $1, $2, $3, y.id, 1, 'published', y.opens_on, y.opens_on, y.opens_on, y.ends_on, '2025-08-01', '2025-08-20'
     FROM organisation.school_year y WHERE y.id = $4`,
    [uuidv7(), here.id, here.departmentId, yearId],
  );
  await owner.query('UPDATE people.school_class SET two_sessions = true WHERE unit_id = $1', [here.id]);
  const survey = { schoolYearId: yearId, classIds: Object.values(here.classes), accountId: by };
  const surveyId = await addSurvey(hoaBan.db, here, survey);
  for (const name of ['6A', '7A', '8A', '9A'] as const) {
    const asked = { surveyId, pupilId: here.pupils[name], classId: here.classes[name] };
    await addResponse(hoaBan.db, here, asked, {
      club: ['reading'],
      lunch: 'yes',
      boarding: 'none',
      transport: 'walk',
    });
  }
  const { groups } = (await principal.get(`/api/needs-survey/surveys/${surveyId}/group-proposal`)).body;
  await principal.post(`/api/needs-survey/surveys/${surveyId}/groups`, { size: 45, groups });
  const [group] = (await principal.get('/api/needs-survey/groups')).body.items;
  await principal.post(`/api/needs-survey/groups/${group.id}/confirm`, { version: group.version });

  const before = await boardTotal();
  await compute();
  expect(await doneTitles()).toEqual(duties.filter(([, , , kept]) => kept).map(([title]) => title));
  const after = await boardTotal();
  expect(after.accepted - before.accepted).toBe(5);
  const { rows } = await owner.query('SELECT count(*)::int AS forms FROM plan.evidence');
  expect(rows).toEqual([{ forms: 0 }]);
});

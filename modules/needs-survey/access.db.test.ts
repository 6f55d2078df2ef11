import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import type { Role } from '#rules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type TwoSchools, twoSchools } from '../people/pupils.fixture.ts';
import { addStaff } from '../people/testing.ts';
import { holderOf, nameOf, provinceSeed, unitOf } from '../plan/testing.ts';
import { surveyIndicators } from './data/survey-indicators.ts';
import { addResponse, addSurvey } from './testing.ts';

// Who sees which survey and may do what with it, at the server.

let hoaBan: Served;
let schools: TwoSchools;
let surveyId: string;
let formId: string;

const department = unitOf('department');

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-10T08:00:00+07:00');
  schools = await twoSchools(hoaBan.db);
  const { here, yearId } = schools;
  const accountId = holderOf(here, 'principal');
  surveyId = await addSurvey(hoaBan.db, here, {
    schoolYearId: yearId,
    classIds: Object.values(here.classes),
    accountId,
  });
  await addResponse(
    hoaBan.db,
    here,
    { surveyId, pupilId: here.pupils['6A'], classId: here.classes['6A'] },
    { reinforce: ['MATH'], lunch: 'yes', boarding: 'none', transport: 'walk' },
  );
  const head = await as(department, 'departmentLeader');
  formId = (await head.post('/api/needs-survey/forms', { title: 'Mẫu của Sở' })).body.id;
});
afterAll(() => hoaBan?.close());

const as = (unit: { id: string }, role: Role): Promise<Person> => hoaBan.as(nameOf(unit, role), role);
const address = (rest = '') => `/api/needs-survey/surveys/${surveyId}${rest}`;

describe('a survey and its figures', () => {
  const parent = () => {
    const { parent_id } = unitOf('school', ({ id }) => id === schools.here.id);
    return unitOf('commune', ({ id }) => id === parent_id);
  };
  test.each<[string, () => { id: string }, Role, number, number]>([
    ['the own principal', () => schools.here, 'principal', 200, 200],
    ['the own clerk', () => schools.here, 'clerk', 200, 200],
    ['the principal of another school', () => schools.there, 'principal', 404, 404],
    ['the commune: figures, no names', parent, 'communeOfficer', 200, 403],
    ['the department: figures, no names', () => department, 'departmentLeader', 200, 403],
  ])('%s', async (_who, unit, role, figures, names) => {
    const person = await as(unit(), role);
    expect((await person.get(address())).status).toBe(figures);
    expect((await person.get(address('/results?by=area'))).status).toBe(figures);
    expect((await person.get(address('/results.xlsx'))).status).toBe(figures);
    expect((await person.get(address('/unanswered'))).status).toBe(names);
    const listed = (await person.get('/api/needs-survey/surveys')).body.items;
    expect(listed).toHaveLength(figures === 200 ? 1 : 0);
    if (figures === 200) expect(listed[0]).toMatchObject({ asked: 4, answered: 1 });
  });

  test('a homeroom teacher sees and reminds the own class only', async () => {
    const { here } = schools;
    const holder = (
      await hoaBan.db.owner.query(
        `SELECT a.id, a.username, r.id AS role_id FROM identity.account a JOIN identity.role_assignment r ON r.account_id = a.id
         JOIN organisation.unit u ON u.id = r.unit_id WHERE u.parent_id = $1 AND r.role = 'teacher' LIMIT 1`,
        [here.id],
      )
    ).rows[0];
    await hoaBan.db.owner.query(
      `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role, class_code) VALUES ($1, $2, $3, $4, 'homeroomTeacher', '7A')`,
      [uuidv7(), holder.id, here.id, here.departmentId],
    );
    const staffId = await addStaff(hoaBan.db, here, { account_id: holder.id });
    await hoaBan.db.owner.query('UPDATE people.school_class SET homeroom_staff_id = $1 WHERE id = $2', [
      staffId,
      here.classes['7A'],
    ]);
    const teacher = await hoaBan.as(holder.username, 'homeroomTeacher');
    expect((await teacher.get(address())).body).toMatchObject({ asked: 1, answered: 0 });
    expect((await teacher.get(address('/unanswered'))).body.items).toMatchObject([{ className: '7A' }]);
  });
});

describe('forms', () => {
  test('of the department are read and copied by schools, not changed', async () => {
    const office = await as(schools.here, 'principal');
    const form = (await office.get(`/api/needs-survey/forms/${formId}`)).body;
    expect(form).toMatchObject({ title: 'Mẫu của Sở', own: false, grades: [6, 7, 8, 9, 10, 11, 12] });
    const put = await hoaBan.server.inject({
      method: 'PUT',
      url: `/api/needs-survey/forms/${formId}`,
      payload: form,
    });
    expect(put.statusCode).toBe(401);
    const copy = await office.post('/api/needs-survey/forms', { title: 'Mẫu của trường', copyOf: formId });
    expect(copy.status).toBe(200);
    // What only upper secondary is asked is not offered for it: the school teaches grades 6 to 9.
    const own = (await office.get(`/api/needs-survey/forms/${copy.body.id}`)).body;
    expect(own).toMatchObject({ own: true, grades: [6, 7, 8, 9] });
    const other = await as(schools.there, 'principal');
    expect((await other.get(`/api/needs-survey/forms/${copy.body.id}`)).status).toBe(404);
    expect((await other.get('/api/needs-survey/forms')).body.items).toHaveLength(1);
  });

  test('open to the classes of the own school, once at a time', async () => {
    const { here, there } = schools;
    const office = await as(here, 'principal');
    const body = {
      formId,
      title: 'Đợt hai',
      classIds: [here.classes['6A'], there.classes['6A']],
      opensAt: '2025-10-11T00:00:00+07:00',
      closesAt: '2025-10-20T23:59:59+07:00',
    };
    const refused = await office.post('/api/needs-survey/surveys', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'needsSurvey.badWindow' } });
    expect(refused.body.problems).toHaveLength(2);
    const later = { ...body, opensAt: '2025-11-01T00:00:00+07:00', closesAt: '2025-11-05T00:00:00+07:00' };
    const opened = await office.post('/api/needs-survey/surveys', {
      ...later,
      classIds: [here.classes['6A']],
    });
    expect(opened.body).toMatchObject({ pupils: 1 });
  });
});

describe('a group', () => {
  const groupOf = async (columns: Record<string, unknown> = {}) => {
    const id = uuidv7();
    const all = {
      id,
      unit_id: schools.here.id,
      department_id: schools.here.departmentId,
      school_year_id: schools.yearId,
      kind: 'remedial',
      subject_code: 'MATH',
      grade: 6,
      name: 'Toán 6',
      size_limit: 1,
      periods_per_week: 2,
      ...columns,
    };
    const names = Object.keys(all);
    await hoaBan.db.owner.query(
      `INSERT INTO needs_survey.study_group (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(all),
    );
    return id;
  };
  const place = async (groupId: string, pupilId: string, basis: Record<string, unknown>) => {
    const all = {
      group_id: groupId,
      pupil_id: pupilId,
      unit_id: schools.here.id,
      department_id: schools.here.departmentId,
      reason: 'wish',
      reason_text: 'Em muốn học',
      ...basis,
    };
    const names = Object.keys(all);
    return hoaBan.db.owner.query(
      `INSERT INTO needs_survey.group_member (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(all),
    );
  };
  const responseId = async () =>
    (await hoaBan.db.owner.query('SELECT id FROM needs_survey.response')).rows[0].id as string;

  const entitle = (pupilId: string) =>
    hoaBan.db.owner.query(
      `INSERT INTO needs_survey.eligibility (id, unit_id, department_id, school_year_id, pupil_id, subject_code, kind, basis, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, 'MATH', 'belowRequirement', 'Học kì II: 4,1', $6, '2025-09-01')`,
      [
        uuidv7(),
        schools.here.id,
        schools.here.departmentId,
        schools.yearId,
        pupilId,
        holderOf(schools.here, 'principal'),
      ],
    );

  test('takes who asked by the own answer, or comes by a recorded decision; nobody else, and no more than it has room', async () => {
    const { pupils } = schools.here;
    const group = await groupOf();
    const asked = { response_id: await responseId(), question_id: 'reinforce', chosen: 'MATH' };
    for (const pupilId of [pupils['6A'], pupils['7A']]) await entitle(pupilId);
    await expect(place(group, pupils['6A'], {})).rejects.toMatchObject({ constraint: 'group_member_basis' });
    await expect(place(group, pupils['6A'], { ...asked, chosen: 'LIT' })).rejects.toMatchObject({
      constraint: 'group_member_asked',
    });
    await expect(place(group, pupils['7A'], asked)).rejects.toMatchObject({ code: '23503' });
    await place(group, pupils['6A'], asked);
    const decided = {
      reason: 'decision',
      decided_by: holderOf(schools.here, 'principal'),
      decided_at: '2025-10-20',
    };
    await expect(place(group, pupils['7A'], decided)).rejects.toMatchObject({
      constraint: 'group_member_room',
    });
    await expect(place(await groupOf(), pupils['8A'], decided)).rejects.toMatchObject({
      constraint: 'group_member_entitled',
    });
    await place(await groupOf(), pupils['7A'], decided);
  });

  test.each([
    ['of 46', { size_limit: 46 }],
    ['of tutoring with 3 periods a week', { periods_per_week: 3 }],
    ['of tutoring without a subject', { subject_code: null }],
  ])('%s is not kept', async (_what, columns) => {
    await expect(groupOf(columns)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('signed in', () => {
  async function account(role: 'pupil' | 'guardian'): Promise<string> {
    const id = uuidv7();
    const { here } = schools;
    await hoaBan.db.owner.query(
      `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, 'Người thử', $3)`,
      [id, here.departmentId, `thu.${role.toLowerCase()}`],
    );
    await hoaBan.db.owner.query(
      'INSERT INTO identity.credential (account_id, must_change_password) VALUES ($1, false)',
      [id],
    );
    await hoaBan.db.owner.query(
      'INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, $5)',
      [uuidv7(), id, here.id, here.departmentId, role],
    );
    return id;
  }
  const answers = { lunch: 'yes', boarding: 'none', transport: 'boat' };
  const sending = (pupilId: string, more = {}) => ({
    pupilId,
    surveyId,
    answers,
    sendingId: uuidv7(),
    basedOn: 0,
    ...more,
  });

  test('a pupil answers for itself alone, once, and a guardian for the child changes that answer', async () => {
    const { pupils, id, departmentId } = schools.here;
    await hoaBan.db.owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [
      await account('pupil'),
      pupils['8A'],
    ]);
    await hoaBan.db.owner.query(
      `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name)
       VALUES ($1, $2, $3, $4, $5, 'mother', 'Quàng Thị Thử')`,
      [uuidv7(), pupils['8A'], id, departmentId, await account('guardian')],
    );
    const pupil = await hoaBan.as('thu.pupil', 'pupil');
    const guardian = await hoaBan.as('thu.guardian', 'guardian');
    const { items } = (await pupil.get('/api/needs-survey/mine')).body;
    expect(items).toMatchObject([{ pupil: { id: pupils['8A'] }, survey: { surveyId, state: 'open' } }]);
    const foreign = await pupil.post('/api/needs-survey/mine', sending(pupils['9A']));
    expect(foreign).toMatchObject({ status: 409, body: { code: 'needsSurvey.notOpen' } });
    expect((await pupil.post('/api/needs-survey/mine', sending(pupils['8A']))).body.version).toBe(1);
    const late = await guardian.post('/api/needs-survey/mine', sending(pupils['8A']));
    expect(late.body.code).toBe('needsSurvey.answeredMeanwhile');
    const changed = await guardian.post('/api/needs-survey/mine', sending(pupils['8A'], { basedOn: 1 }));
    expect(changed.body.version).toBe(2);
    const seen = (await pupil.get('/api/needs-survey/mine')).body.items[0].survey.answered;
    expect(seen).toMatchObject({ by: 'guardian', version: 2, answers });
  });
});

test('the response rate counts each asked pupil once, and settles nothing where nobody was asked', async () => {
  const { here, yearId } = schools;
  const { rows } = await hoaBan.db.owner.query(
    `SELECT count(*)::int AS asked, count(r.id)::int AS answered FROM needs_survey.survey_class sc
     JOIN people.enrolment e ON e.class_id = sc.class_id LEFT JOIN needs_survey.response r ON r.pupil_id = e.pupil_id
     WHERE sc.survey_id = $1`,
    [surveyId],
  );
  const [school] = await hoaBan.db.database.read(systemSettings(here.departmentId, 'test'), async (tx) =>
    (
      await surveyIndicators[0]!
        .sql({ departmentId: here.departmentId, schoolYear: { id: yearId } } as never)
        .execute(tx)
    ).rows.filter((row) => (row as { unit_id: string }).unit_id === here.id),
  );
  expect(school).toMatchObject({ numerator: rows[0].answered, denominator: rows[0].asked });
});

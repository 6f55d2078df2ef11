import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { readTables } from '#platform/documents';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type TwoSchools, twoSchools } from '../people/pupils.fixture.ts';
import { addPupil, addStaff } from '../people/testing.ts';
import { holderOf, nameOf, provinceSeed } from '../plan/testing.ts';
import { surveyIndicators } from './data/survey-indicators.ts';
import { addResponse, addSurvey } from './testing.ts';

// From wishes and results to groups that may be taught, through the API: proposal, groups, requests, decision, indicators.

let hoaBan: Served;
let schools: TwoSchools;
let surveyId: string;
let principal: Person;
let clerk: Person;
let stranger: Person;
/** Pupils of 9A: one below in mathematics who asks, one below who does not, one who only wishes, all others revise. */
const pupils: Record<'below' | 'silent' | 'wishes', string> = { below: '', silent: '', wishes: '' };

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-10T08:00:00+07:00');
  schools = await twoSchools(hoaBan.db);
  const { here, there, yearId } = schools;
  const classId = here.classes['9A'];
  const plain = { lunch: 'yes', boarding: 'none', transport: 'walk' };
  surveyId = await addSurvey(hoaBan.db, here, {
    schoolYearId: yearId,
    classIds: Object.values(here.classes),
    accountId: holderOf(here, 'principal'),
  });
  for (const [who, answers] of [
    ['below', { reinforce: ['MATH'], club: ['reading'] }],
    ['silent', {}],
    ['wishes', { reinforce: ['MATH'], revision: ['MATH'] }],
  ] as const) {
    pupils[who] = await addPupil(
      hoaBan.db,
      here,
      { classId, schoolYearId: yearId },
      { full_name: `Lò Thị ${who}` },
    );
    await addResponse(hoaBan.db, here, { surveyId, pupilId: pupils[who], classId }, { ...answers, ...plain });
  }
  principal = await hoaBan.as(nameOf(here, 'principal'), 'principal');
  clerk = await hoaBan.as(nameOf(here, 'clerk'), 'clerk');
  stranger = await hoaBan.as(nameOf(there, 'principal'), 'principal');
});
afterAll(() => hoaBan?.close());

const proposal = async (size = 45) =>
  (await principal.get(`/api/needs-survey/surveys/${surveyId}/group-proposal?size=${size}`)).body;
const record = (pupilIds: readonly string[], withdrawn: readonly string[] = []) =>
  principal.post('/api/needs-survey/entitlements', {
    subjectCode: 'MATH',
    kind: 'belowRequirement',
    pupils: pupilIds.map((pupilId) => ({ pupilId, basis: 'Cuối học kì II: 4,2' })),
    withdrawn,
  });
const groups = async () => (await principal.get('/api/needs-survey/groups')).body.items;
const groupCalled = async (name: string) => {
  const { id } = (await groups()).find((group: { name: string }) => group.name === name);
  return (await principal.get(`/api/needs-survey/groups/${id}`)).body;
};
const indicator = async (id: string) => {
  const { here, yearId } = schools;
  const found = surveyIndicators.find((one) => one.id === id)!;
  return hoaBan.db.database.read(systemSettings(here.departmentId, 'test'), async (tx) => {
    const context = { departmentId: here.departmentId, schoolYear: { id: yearId } } as never;
    const { rows } = await found.sql(context).execute(tx);
    const own = (rows as { unit_id: string; numerator: number; denominator: number }[]).find(
      ({ unit_id }) => unit_id === here.id,
    );
    return own && [Number(own.numerator), Number(own.denominator)];
  });
};

describe('the proposal', () => {
  test('names who asked without a result, and changes once the result is recorded', async () => {
    const before = await proposal();
    expect(before.groups.map(({ name }: { name: string }) => name)).toEqual([
      'Câu lạc bộ Đọc sách',
      'Ôn thi Toán 9',
    ]);
    expect(before.leftOut).toMatchObject([{ why: 'notEntitled', subjectName: 'Toán' }]);
    expect((await record([pupils.below, pupils.silent])).body).toEqual({ recorded: 2, withdrawn: 0 });
    const after = await proposal();
    expect(after.groups[0]).toMatchObject({ name: 'Phụ đạo Toán 9', members: [{ pupilId: pupils.below }] });
    expect(after.leftOut.map(({ why }: { why: string }) => why)).toEqual(['notEntitled', 'notAsked']);
  });

  test('shows candidates of a grade with wish and result; recording twice changes nothing', async () => {
    const { body } = await principal.get(
      '/api/needs-survey/entitlements?subjectCode=MATH&kind=belowRequirement&grade=9',
    );
    const of = (pupilId: string) => body.items.find((item: { pupilId: string }) => item.pupilId === pupilId);
    expect(of(pupils.below)).toMatchObject({ asked: true, basis: 'Cuối học kì II: 4,2' });
    expect(of(pupils.silent)).toMatchObject({ asked: false, basis: 'Cuối học kì II: 4,2' });
    expect(of(pupils.wishes)).toMatchObject({ asked: true, basis: null });
    expect((await record([pupils.below])).body.recorded).toBe(0);
  });

  test('a result of another school’s pupil is not recorded', async () => {
    expect((await record([schools.there.pupils['9A']])).body.recorded).toBe(0);
  });

  test('is the own school’s; another school finds no such survey', async () => {
    const asked = await stranger.get(`/api/needs-survey/surveys/${surveyId}/group-proposal`);
    expect(asked).toMatchObject({ status: 404, body: { code: 'needsSurvey.surveyNotFound' } });
  });

  test.each([0, 46, 'x'])('for groups of %s is refused', async (size) => {
    const { status } = await principal.get(
      `/api/needs-survey/surveys/${surveyId}/group-proposal?size=${size}`,
    );
    expect(status).toBe(400);
  });
});

describe('groups', () => {
  const create = (chosen: readonly { key: string; fingerprint: string }[]) =>
    principal.post(`/api/needs-survey/surveys/${surveyId}/groups`, {
      size: 45,
      groups: chosen.map(({ key, fingerprint }) => ({ key, fingerprint })),
    });

  test('are made as they were seen; what has changed since is not made, nor anything with it', async () => {
    const seen = (await proposal()).groups;
    const changed = [seen[0], { ...seen[1], fingerprint: '0'.repeat(32) }];
    expect(await create(changed)).toMatchObject({
      status: 409,
      body: { code: 'needsSurvey.proposalChanged' },
    });
    expect(await groups()).toEqual([]);
    expect((await create(seen)).body).toEqual({ groups: 3, pupils: 3 });
    expect((await create(seen)).body.code).toBe('needsSurvey.proposalChanged');
    expect(await proposal()).toMatchObject({ groups: [], placed: 3 });
    expect(
      (await groups()).map(({ name, pupils: count }: { name: string; pupils: number }) => [name, count]),
    ).toEqual([
      ['Phụ đạo Toán 9', 1],
      ['Ôn thi Toán 9', 1],
      ['Câu lạc bộ Đọc sách', 1],
    ]);
  });

  test('tell each pupil’s reason; other schools and, by name, the level above do not see them', async () => {
    const group = await groupCalled('Phụ đạo Toán 9');
    expect(group).toMatchObject({ tutoring: true, mostPeriods: 2, state: 'proposed' });
    expect(group.members).toMatchObject([
      {
        pupilId: pupils.below,
        className: '9A',
        reason: 'belowRequirement',
        reasonText: 'Môn Toán chưa đạt (Cuối học kì II: 4,2); đăng ký trong “Nhu cầu học buổi 2”',
        withdrawn: false,
      },
    ]);
    expect((await stranger.get(`/api/needs-survey/groups/${group.id}`)).status).toBe(404);
    expect(
      (await stranger.get(`/api/needs-survey/groups?unitId=${schools.here.id}`)).body.items ?? [],
    ).toEqual([]);
  });

  test.each([
    ['3 periods a week of tutoring', { periodsPerWeek: 3 }, 'periodsPerWeek'],
    ['room for 46', { sizeLimit: 46 }, 'sizeLimit'],
    ['no name', { name: ' ' }, 'name'],
    ['a teacher of nowhere', { teacherId: uuidv7() }, 'teacherId'],
    ['500 periods', { periodsPerWeek: 500 }, 'periodsPerWeek'],
    ['0 periods', { periodsPerWeek: 0 }, 'periodsPerWeek'],
  ])('with %s are refused and say where', async (_what, change, path) => {
    const { id, name, sizeLimit, periodsPerWeek, teacherId, version } = await groupCalled('Phụ đạo Toán 9');
    const put = await principal.put(`/api/needs-survey/groups/${id}`, {
      name,
      sizeLimit,
      periodsPerWeek,
      teacherId,
      version,
      ...change,
    });
    expect([400, 422]).toContain(put.status);
    expect(put.body.problems[0].path).toBe(path);
  });

  test('take a teacher; of two who change at once the second is told', async () => {
    const { id, name, sizeLimit, version } = await groupCalled('Phụ đạo Toán 9');
    const teacherId = await addStaff(hoaBan.db, schools.here);
    const change = { name, sizeLimit, periodsPerWeek: 1, teacherId, version };
    expect((await principal.put(`/api/needs-survey/groups/${id}`, change)).status).toBe(200);
    expect((await clerk.put(`/api/needs-survey/groups/${id}`, change)).body.code).toBe(
      'needsSurvey.changedMeanwhile',
    );
    expect(await groupCalled('Phụ đạo Toán 9')).toMatchObject({
      periodsPerWeek: 1,
      teacherName: 'Lò Thị Thử',
    });
    // Another of the name comes to the school: the two are told apart.
    await addStaff(hoaBan.db, schools.here, { joined_on: '2025-09-01' });
    expect(await groupCalled('Phụ đạo Toán 9')).toMatchObject({ teacherName: 'Lò Thị Thử (người thứ 1)' });
  });

  test('of tutoring are confirmed when every signed request is back; the indicator counts them then', async () => {
    const { id, version } = await groupCalled('Phụ đạo Toán 9');
    const confirm = () => principal.post(`/api/needs-survey/groups/${id}/confirm`, { version });
    expect((await confirm()).body.code).toBe('needsSurvey.requestsMissing');
    const receive = (receivedOn: string | null) =>
      principal.put(`/api/needs-survey/groups/${id}/requests`, { pupilIds: [pupils.below], receivedOn });
    expect((await receive('2025-10-09')).body.code).toBe('needsSurvey.requestsNotPrinted');
    const pdf = await principal.post(`/api/needs-survey/groups/${id}/requests.pdf`, {});
    expect(pdf.status).toBe(200);
    expect((await receive('2025-10-11')).body.code).toBe('needsSurvey.badReceipt');
    expect((await receive('2025-10-09')).body).toEqual({ received: 1 });
    expect((await groupCalled('Phụ đạo Toán 9')).members).toMatchObject([
      { requestNumber: '1/ĐK-2025', requestedOn: '2025-10-10', receivedOn: '2025-10-09' },
    ]);
    expect(await indicator('needsSurvey.groupsWithBasis')).toEqual([0, 3]);
    expect((await confirm()).status).toBe(200);
    expect(await indicator('needsSurvey.groupsWithBasis')).toEqual([1, 3]);
    expect(await indicator('needsSurvey.entitledInGroups')).toEqual([1, 2]);
  });

  test('number the requests of a school on, without a number twice', async () => {
    const { id } = await groupCalled('Ôn thi Toán 9');
    await principal.post(`/api/needs-survey/groups/${id}/requests.pdf`, {});
    await principal.post(`/api/needs-survey/groups/${id}/requests.pdf`, {});
    expect((await groupCalled('Ôn thi Toán 9')).members).toMatchObject([{ requestNumber: '2/ĐK-2025' }]);
  });

  test('take who did not ask only by a recorded decision, and never without the right', async () => {
    const { id } = await groupCalled('Phụ đạo Toán 9');
    const add = (pupilId: string, decision: string) =>
      principal.post(`/api/needs-survey/groups/${id}/members`, { pupilId, decision });
    expect((await add(pupils.silent, 'Có')).body.code).toBe('http.invalidInput');
    expect((await add(pupils.wishes, 'Quyết định 15/QĐ-THCS')).body.code).toBe('needsSurvey.notEntitled');
    expect((await add(schools.there.pupils['9A'], 'Quyết định 15/QĐ-THCS')).body.code).toBe(
      'needsSurvey.pupilNotOurs',
    );
    expect((await add(pupils.silent, 'Quyết định 15/QĐ-THCS ngày 9/10/2025')).body).toEqual({ pupils: 2 });
    expect((await add(pupils.silent, 'Quyết định 15/QĐ-THCS')).body.code).toBe('needsSurvey.inGroupAlready');
    const silent = (await groupCalled('Phụ đạo Toán 9')).members.find(
      (member: { pupilId: string }) => member.pupilId === pupils.silent,
    );
    expect(silent).toMatchObject({ reason: 'decision', reasonText: 'Quyết định 15/QĐ-THCS ngày 9/10/2025' });
    expect(silent.decidedBy).not.toBeNull();
    // Without the request of the new one the group is not whole any more.
    expect(await indicator('needsSurvey.groupsWithBasis')).toEqual([0, 3]);
  });

  test('keep a result on which somebody sits; it goes once the pupil has left the group', async () => {
    expect((await record([], [pupils.silent])).body).toMatchObject({
      code: 'needsSurvey.stillInGroup',
      detail: expect.stringContaining('Lò Thị silent'),
    });
    const { id } = await groupCalled('Phụ đạo Toán 9');
    expect((await principal.delete(`/api/needs-survey/groups/${id}/members/${pupils.silent}`)).status).toBe(
      204,
    );
    expect((await principal.delete(`/api/needs-survey/groups/${id}/members/${pupils.silent}`)).status).toBe(
      404,
    );
    expect((await record([], [pupils.silent])).body).toEqual({ recorded: 0, withdrawn: 1 });
  });

  test('come out in Excel with everybody and the reason', async () => {
    const { bytes } = await principal.get('/api/needs-survey/groups.xlsx');
    const [list, names] = await readTables(bytes, 'nhom.xlsx');
    expect(list?.rows).toHaveLength(4);
    expect(JSON.stringify(names)).toContain('Môn Toán chưa đạt');
  });

  test('are taken away with their list, by the version that was seen', async () => {
    const { id, version } = await groupCalled('Câu lạc bộ Đọc sách');
    expect((await principal.delete(`/api/needs-survey/groups/${id}?version=${version + 1}`)).body.code).toBe(
      'needsSurvey.changedMeanwhile',
    );
    expect((await principal.delete(`/api/needs-survey/groups/${id}?version=${version}`)).status).toBe(204);
    expect((await proposal()).groups).toMatchObject([{ name: 'Câu lạc bộ Đọc sách' }]);
  });
});

describe('the gradebook', () => {
  const candidate = async (pupilId: string) => {
    const { body } = await principal.get(
      '/api/needs-survey/entitlements?subjectCode=LIT&kind=belowRequirement&grade=9',
    );
    return body.items.find((item: { pupilId: string }) => item.pupilId === pupilId);
  };
  const remedial = (pupilIds: readonly string[]) => ({
    subjectCode: 'LIT',
    grade: 9,
    decision: 'QĐ 15/QĐ-THCS về phụ đạo Ngữ văn',
    pupilIds,
  });

  beforeAll(async () => {
    const { here, yearId } = schools;
    for (const [pupilId, regular, midterm, final] of [
      [pupils.below, [40, 40, 40, 40], 45, 40],
      [pupils.wishes, [80, 80, 80, 80], 80, 80],
      [pupils.silent, [30], 40, null],
    ] as const) {
      await hoaBan.db.owner.query(
        `INSERT INTO gradebook.subject_marks (id, unit_id, department_id, pupil_id, school_year_id, subject_code, judged, semester, regular, midterm, final)
         VALUES ($1, $2, $3, $4, $5, 'LIT', 'score', 1, $6, $7, $8)`,
        [uuidv7(), here.id, here.departmentId, pupilId, yearId, regular, midterm, final],
      );
    }
  });

  test('says who is below requirement, and nobody types what it holds', async () => {
    expect(await candidate(pupils.below)).toMatchObject({
      source: 'gradebook',
      basis: 'điểm trung bình học kì I năm học 2025-2026: 4,1',
    });
    expect(await candidate(pupils.silent)).toMatchObject({ basis: 'học kì I: điểm đến nay 3,7' });
    expect(await candidate(pupils.wishes)).toMatchObject({ source: 'gradebook', basis: null });
    const typed = await principal.post('/api/needs-survey/entitlements', {
      subjectCode: 'LIT',
      kind: 'belowRequirement',
      pupils: [{ pupilId: pupils.wishes, basis: 'Điểm 4,0' }],
      withdrawn: [],
    });
    expect(typed.body.code).toBe('needsSurvey.resultKnown');
  });

  test('makes a remedial group by decision of the head, each pupil with the result; not for who meets the requirement', async () => {
    expect((await clerk.post('/api/needs-survey/groups', remedial([pupils.below]))).status).toBe(403);
    expect(
      (await principal.post('/api/needs-survey/groups', remedial([pupils.below, pupils.wishes]))).body.code,
    ).toBe('needsSurvey.notBelow');
    const made = await principal.post('/api/needs-survey/groups', remedial([pupils.below, pupils.silent]));
    expect(made.body).toMatchObject({ name: 'Phụ đạo Ngữ văn 9', pupils: 2 });
    expect((await groupCalled('Phụ đạo Ngữ văn 9')).members).toMatchObject([
      { reason: 'decision', reasonText: expect.stringContaining('2025-2026: 4,1); QĐ 15/QĐ-THCS') },
      { reason: 'decision', reasonText: expect.stringContaining('điểm đến nay 3,7') },
    ]);
    expect((await principal.post('/api/needs-survey/groups', remedial([pupils.silent]))).body.code).toBe(
      'needsSurvey.seatedAlready',
    );
    expect(await candidate(pupils.below)).toMatchObject({ group: 'Phụ đạo Ngữ văn 9' });
  });

  test('shows the group as help given, beside the warning', async () => {
    const { body } = await principal.get('/api/gradebook/warnings?semester=1');
    const warned = body.pupils.find(({ pupilId }: { pupilId: string }) => pupilId === pupils.silent);
    expect(warned.groups).toEqual([{ name: 'Phụ đạo Ngữ văn 9', confirmed: false }]);
  });

  test('tells of a group what each pupil had reached on coming and has reached now, and how many improved', async () => {
    const before = await groupCalled('Phụ đạo Ngữ văn 9');
    expect(before.progress).toEqual({ compared: 2, better: 0 });
    const marks = (pupilId: string, final: number) =>
      hoaBan.db.owner.query(
        `UPDATE gradebook.subject_marks SET regular = '{80,80,80,80}', midterm = 80, final = $2 WHERE pupil_id = $1 AND subject_code = 'LIT'`,
        [pupilId, final],
      );
    await marks(pupils.silent, 65);
    const { progress, members } = await groupCalled('Phụ đạo Ngữ văn 9');
    expect(progress).toEqual({ compared: 2, better: 1 });
    const of = (pupilId: string) => members.find((one: { pupilId: string }) => one.pupilId === pupilId);
    expect(of(pupils.silent)).toMatchObject({
      firstBasis: 'học kì I: điểm đến nay 3,7',
      nowBasis: 'điểm trung bình học kì I năm học 2025-2026: 7,5',
      change: 'better',
    });
    expect(of(pupils.below)).toMatchObject({ change: 'same' });
    const listed = Object.fromEntries(
      (await groups()).map((group: { name: string; progress: object }) => [group.name, group.progress]),
    );
    expect(listed).toMatchObject({ 'Phụ đạo Ngữ văn 9': progress, 'Phụ đạo Toán 9': null });
    const tables = await readTables(
      (await principal.get('/api/needs-survey/groups.xlsx')).bytes,
      'nhom.xlsx',
    );
    const inExcel = tables[1]?.rows
      .map((row) => JSON.stringify(row))
      .find((row) => row.includes('điểm đến nay 3,7'));
    expect(inExcel).toMatch(/2025-2026: 7,5.*Tiến bộ/);
  });

  test('tells a teacher no more of it than the marks that the teacher sees', async () => {
    const { here } = schools;
    const { rows } = await hoaBan.db.owner.query(
      `SELECT a.id, a.username FROM identity.account a JOIN identity.role_assignment r ON r.account_id = a.id
       JOIN organisation.unit u ON u.id = r.unit_id WHERE u.parent_id = $1 AND r.role = 'teacher' LIMIT 1`,
      [here.id],
    );
    const staffId = await addStaff(hoaBan.db, here, { account_id: rows[0].id });
    const { id, name, sizeLimit, periodsPerWeek, version } = await groupCalled('Phụ đạo Ngữ văn 9');
    const change = { name, sizeLimit, periodsPerWeek, teacherId: staffId, version };
    expect((await principal.put(`/api/needs-survey/groups/${id}`, change)).status).toBe(200);
    const teacher = await hoaBan.as(rows[0].username, 'teacher');
    const seen = (await teacher.get(`/api/needs-survey/groups/${id}`)).body;
    expect(seen.progress).toBeNull();
    expect(seen.members.every(({ nowBasis }: { nowBasis: string | null }) => nowBasis === null)).toBe(true);
  });
});

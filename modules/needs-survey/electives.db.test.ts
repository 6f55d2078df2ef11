import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTables } from '#platform/documents';
import { programmeOn } from '#reference/curriculum-2018';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assign, choose, here, makeGround, names, schoolYearId, sheetAddress } from '../gradebook/testing.ts';
import { addClass, addPupil, addStaff } from '../people/testing.ts';
import { holderOf, provinceSeed, unitOf } from '../plan/testing.ts';
import { wishQuestion } from './rules/template.ts';
import { addResponse, addSurvey } from './testing.ts';

// Groups of electives by what pupils wished in a survey: proposed, made as they were seen, and marked.

let hoaBan: Served;
let principal: Person;
let surveyId: string;
let otherClassId: string;
const classes = { '10A1': '', '10A2': '' };
/** Three of each class. Vừ A Một and Vừ A Hai of 10A1 wish law, Tráng A Bốn of 10A2 physics; the others have not answered. */
const pupils: Record<string, string> = {};
const block = { kind: 'elective', grade: 10, block: 'Lượt 1', periodsPerWeek: 2 };

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-10T08:00:00+07:00');
  const { db } = hoaBan;
  const ground = await makeGround(db, 1);
  otherClassId = ground.otherClassId;
  for (const [name, own] of [
    ['10A1', 'PHY'],
    ['10A2', 'ECL'],
  ] as const) {
    const classId = await addClass(db, here, schoolYearId, { grade: 10, name });
    classes[name] = classId;
    await choose(db, classId, [own, 'CHE', 'BIO', 'INF']);
    await assign(db, classId, own, own === 'PHY' ? ground.staff.maths : ground.staff.history);
    for (const full_name of name === '10A1'
      ? ['Vừ A Một', 'Vừ A Hai', 'Vừ A Ba']
      : ['Tráng A Bốn', 'Tráng A Năm', 'Tráng A Sáu'])
      pupils[full_name] = await addPupil(db, here, { classId, schoolYearId }, { full_name });
  }
  const { id: unitId } = here;
  surveyId = await addSurvey(
    db,
    here,
    {
      schoolYearId,
      classIds: Object.values(classes),
      accountId: holderOf(
        unitOf('school', ({ id }) => id === unitId),
        'principal',
      ),
    },
    { questions: [wishQuestion('elective', programmeOn('2025-10-01'))] },
  );
  await answers('Vừ A Một', '10A1', ['ECL', 'CHE']);
  await answers('Vừ A Hai', '10A1', ['ECL', 'CHE']);
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const answers = (name: string, className: keyof typeof classes, elective: readonly string[]) =>
  addResponse(
    hoaBan.db,
    here,
    { surveyId, pupilId: pupils[name]!, classId: classes[className] },
    { elective },
  );
async function addRoom(name: string, kind: string): Promise<string> {
  const id = uuidv7();
  await hoaBan.db.owner.query(
    `INSERT INTO people.room (id, unit_id, department_id, name, kind) VALUES ($1, $2, $3, $4, $5)`,
    [id, here.id, here.departmentId, name, kind],
  );
  return id;
}
const wanted = (change: object = {}) => ({
  ...{ surveyId, questionId: 'elective', largest: 3, least: 2 },
  ...change,
});
const ground = () => ({ ...block, subjectCodes: ['PHY', 'ECL'], classIds: Object.values(classes) });
const proposal = (change: object = {}, person = principal, file = '') =>
  person.get(
    `/api/needs-survey/elective-blocks/proposal${file}?${new URLSearchParams(
      Object.entries({ ...ground(), ...wanted(change) }).map(([name, value]) => [name, String(value)]),
    )}`,
  );
const make = (fingerprint: string, change: object = {}) =>
  principal.post('/api/needs-survey/elective-blocks', {
    ...ground(),
    byWishes: { ...wanted(change), fingerprint },
  });
const groups = async () => (await principal.get('/api/needs-survey/groups')).body.items;

describe('the proposal', () => {
  test('begins from what surveys ask the grade, with how many have answered', async () => {
    const { items } = (await principal.get('/api/needs-survey/asked-wishes?kind=elective&grade=10')).body;
    expect(items).toMatchObject([{ surveyId, questionId: 'elective', state: 'open', asked: 6, answered: 2 }]);
    expect(items[0].classIds.toSorted()).toEqual(Object.values(classes).toSorted());
    const none = await principal.get('/api/needs-survey/asked-wishes?kind=topic&grade=10');
    expect(none.body.items).toEqual([]);
  });

  test('shows groups with sizes, wishes and teachers, and names who got no wish, with the reason', async () => {
    const { body } = await proposal();
    expect(body.subjects).toEqual([
      { subjectName: 'Vật lí', ...{ room: 1, made: 1, pupils: 3, wishes: 0, waiting: 0 } },
      {
        subjectName: 'Giáo dục kinh tế và pháp luật',
        ...{ room: 1, made: 1, pupils: 3, wishes: 2, waiting: 2 },
      },
    ]);
    expect(body.groups).toEqual([
      { name: 'Vật lí 10', teacherName: 'Vàng A Toán', pupils: 3, first: 0, second: 0, own: 3 },
      {
        name: 'Giáo dục kinh tế và pháp luật 10',
        teacherName: 'Lò Thị Sử',
        ...{ pupils: 3, first: 0, second: 0, own: 3 },
      },
    ]);
    const of = (name: string) => body.pupils.find((pupil: { name: string }) => pupil.name === name);
    expect(of('Vừ A Hai')).toMatchObject({
      wishes: ['Giáo dục kinh tế và pháp luật', 'Hoá học'],
      ...{ wish: null, group: 'Vật lí 10' },
      missed: ['Giáo dục kinh tế và pháp luật đã hết chỗ', 'Hoá học không có trong lượt này'],
    });
    expect(of('Vừ A Ba')).toMatchObject({ wishes: [], lot: null, missed: [] });
    expect([of('Vừ A Một').lot, of('Vừ A Hai').lot].toSorted()).toEqual([1, 2]);
  });

  test('tells its teacher apart from another of the name, as the list of groups does', async () => {
    await addStaff(hoaBan.db, here, { full_name: 'Vàng A Toán' });
    expect((await proposal()).body.groups[0].teacherName).toMatch(/^Vàng A Toán \(.+\)$/);
  });

  describe('with room for one group more of a subject', () => {
    const more = { groups: [1, 2], least: 1 };
    const law = 'Giáo dục kinh tế và pháp luật';
    const said = async (change: object) => (await proposal(change)).body.problems;

    test('says that nobody is left to teach it', async () => {
      const message = `${law}: chỉ có 1 giáo viên dạy được cùng giờ, không đủ cho 2 nhóm. Hãy bớt nhóm, hoặc phân công thêm người dạy môn này.`;
      expect(await said(more)).toEqual([{ path: 'groups', message }]);
    });

    test('says that rooms do not suffice for all groups at one time', async () => {
      await assign(
        hoaBan.db,
        otherClassId,
        'ECL',
        await addStaff(hoaBan.db, here, { full_name: 'Lý Thị Luật' }),
      );
      const rooms = await Promise.all(
        ['A', 'B', 'C'].map((name) => addRoom(name, name === 'C' ? 'playground' : 'classroom')),
      );
      const message =
        '3 nhóm học cùng giờ mà chỉ có 2 phòng: phòng của các lớp này và phòng không của lớp nào. Hãy bớt nhóm.';
      expect(await said(more)).toEqual([{ path: 'groups', message }]);
      await hoaBan.db.owner.query(`UPDATE people.room SET kind = 'classroom' WHERE id = $1`, [rooms[2]]);
    });

    test('grants the wishes that were waiting for it, by a teacher of the subject in another class', async () => {
      const { body } = await proposal(more);
      expect(body.groups).toMatchObject([
        { name: 'Vật lí 10', pupils: 1, own: 1 },
        { name: `${law} 10 – nhóm 1`, teacherName: 'Lò Thị Sử', pupils: 3 },
        { name: `${law} 10 – nhóm 2`, teacherName: 'Lý Thị Luật', pupils: 2 },
      ]);
      expect(body.subjects[1]).toMatchObject({ room: 2, made: 2, pupils: 5, waiting: 0 });
      expect(body.pupils.filter(({ wish }: { wish: number | null }) => wish === 1)).toHaveLength(2);
    });

    test('makes no more groups than its pupils fill', async () => {
      const { body } = await proposal({ groups: [2, 1] });
      expect(body.subjects[0]).toMatchObject({ room: 2, made: 1, pupils: 3 });
    });

    test('is not what was seen without it', async () => {
      const { body } = await proposal();
      expect((await make(body.fingerprint, more)).body.code).toBe('needsSurvey.blockChanged');
    });
  });

  test('with room for one group fewer lets pupils go where they wish, and says where the class needs the room', async () => {
    const pairs = { largest: 2, least: 1 };
    expect((await proposal({ ...pairs, groups: [1, 2] })).body.subjects).toMatchObject([
      { room: 1, made: 1, pupils: 2 },
      { room: 2, made: 2, pupils: 4, waiting: 1 },
    ]);
    expect((await proposal({ ...pairs, groups: [2, 1] })).body.problems).toEqual([
      {
        path: 'groups',
        message:
          'Giáo dục kinh tế và pháp luật: 1 nhóm không đủ chỗ cho các em phải học môn của lớp. Hãy giữ thêm nhóm.',
      },
    ]);
  });

  test.each([
    ['groups smaller than half', { least: 3 }, 'least'],
    ['a question that asks for something else', { questionId: 'other' }, 'source'],
    ['room said of one subject only', { groups: [1] }, 'groups'],
    ['a subject of a class that has too few pupils', { largest: 45, least: 4 }, 'least'],
  ])('with %s is refused at its field', async (_what, change, path) => {
    const refused = await proposal(change);
    expect(refused.status).toBe(422);
    expect(refused.body.problems.map((one: { path: string }) => one.path)).toContain(path);
  });

  test('is for the heads of the school alone', async () => {
    const stranger = await hoaBan.as(names.elsewhere, 'principal');
    expect((await proposal({}, stranger)).body.code).toBe('needsSurvey.surveyNotFound');
    const teacher = await hoaBan.as(names.maths, 'teacher');
    expect((await proposal({}, teacher)).status).toBe(403);
  });
});

describe('the groups', () => {
  test('are made as they were seen; an answer that came meanwhile is shown first', async () => {
    const seen = (await proposal()).body;
    await answers('Tráng A Bốn', '10A2', ['PHY']);
    expect((await make(seen.fingerprint)).body.code).toBe('needsSurvey.blockChanged');
    expect(await groups()).toEqual([]);
    const now = (await proposal()).body;
    expect(now.groups).toMatchObject([
      { pupils: 3, first: 1, own: 2 },
      { pupils: 3, first: 1, own: 2 },
    ]);
    const tables = await readTables((await proposal({}, principal, '.xlsx')).bytes, 'nhom.xlsx');
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 7]);
    expect((await make(now.fingerprint)).body).toEqual({ groups: 2, pupils: 6 });
  });

  test('say of each member the wish and the answer it rests on, or the combination of the class', async () => {
    const [law, physics] = (await groups()).toSorted((a: { name: string }, b: { name: string }) =>
      a.name < b.name ? -1 : 1,
    );
    const membersOf = async ({ id }: { id: string }) =>
      (await principal.get(`/api/needs-survey/groups/${id}`)).body.members;
    const swapped = (await membersOf(physics)).find(({ name }: { name: string }) => name === 'Tráng A Bốn');
    expect(swapped).toMatchObject({
      ...{ reason: 'wish', decidedBy: null, withdrawn: false },
      reasonText: 'Nguyện vọng 1 “Vật lí” trong “Nhu cầu học buổi 2”',
    });
    const stays = (await membersOf(law)).find(({ name }: { name: string }) => name === 'Tráng A Năm');
    expect(stays).toMatchObject({
      reason: 'decision',
      reasonText: 'Theo tổ hợp môn của lớp 10A2; chưa trả lời “Nhu cầu học buổi 2”',
    });
    for (const { id, version } of [law, physics])
      expect((await principal.post(`/api/needs-survey/groups/${id}/confirm`, { version })).status).toBe(200);
  });

  test('take nobody by an answer that wishes another subject, whoever writes it', async () => {
    const { owner } = hoaBan.db;
    // Chemistry was wished too, but the group learns law.
    const other = owner.query(`UPDATE needs_survey.group_member SET chosen = 'CHE' WHERE chosen = 'ECL'`);
    await expect(other).rejects.toMatchObject({ constraint: 'group_member_asked' });
    const about = (meaning: string) =>
      owner.query(
        `UPDATE needs_survey.survey SET questions = jsonb_set(questions, '{0,meaning}', to_jsonb($2::text)) WHERE id = $1`,
        [surveyId, meaning],
      );
    // A wish to be helped in law is no wish to take it.
    await about('reinforce');
    const again = owner.query(`UPDATE needs_survey.group_member SET chosen = 'ECL' WHERE chosen = 'ECL'`);
    await expect(again).rejects.toMatchObject({ constraint: 'group_member_asked' });
    await about('elective');
  });

  test('reach the gradebook: who got the wish has a sheet of it, by the teacher of the group', async () => {
    const sheet = sheetAddress(classes['10A2'], 'PHY');
    const maths = await hoaBan.as(names.maths, 'teacher');
    const { rows } = (await maths.get(sheet)).body;
    expect(rows).toMatchObject([{ pupilId: pupils['Tráng A Bốn'], mine: true }]);
    const own = (await principal.get(sheetAddress(classes['10A2'], 'ECL'))).body;
    expect(own.rows.map(({ name }: { name: string }) => name)).toEqual(['Tráng A Năm', 'Tráng A Sáu']);
    expect(own.elsewhere).toEqual([{ name: 'Tráng A Bốn', subjectName: 'Vật lí' }]);
  });
});

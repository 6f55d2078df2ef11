import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { computeIndicators } from '../plan/actions/compute-indicators.ts';
import { province, provinceSeed } from '../plan/testing.ts';
import { type LessonGround, makeLessonGround, names, team } from './testing.ts';

// A lesson plan from the programme to the approval, what others see of it, and what the tags add up to.

const now = new Date('2025-09-10T08:00:00+07:00');
let hoaBan: Served;
let ground: LessonGround;
let teacher: Person;
let head: Person;
let principal: Person;
let planId: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-09-10T08:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  teacher = await hoaBan.as(names.maths, 'teacher');
  head = await hoaBan.as(names.history, 'teamLead');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const activity = { objective: 'Biết', content: 'Làm bài tập 1', product: 'Vở', organisation: 'Nhóm bốn' };
const address = () => `/api/lessons/plans/${planId}`;
const read = async (person = teacher) => (await person.get(address())).body.plan;
const content = (plan: Record<string, unknown>, parts: object = {}) => {
  const {
    title,
    periods,
    week,
    knowledge,
    competence,
    qualities,
    equipment,
    activities,
    methods,
    topics,
    version,
  } = plan;
  return {
    ...{
      title,
      periods,
      week,
      knowledge,
      competence,
      qualities,
      equipment,
      activities,
      methods,
      topics,
      version,
    },
    ...parts,
  };
};
const save = async (parts: object, person = teacher) => person.put(address(), content(await read(), parts));
const step = async (name: string, person = teacher) =>
  person.post(`${address()}/${name}`, { version: (await read()).version });
const decide = async (person: Person, decision: string, note?: string) =>
  person.post('/api/lessons/queue/decide', {
    items: [{ id: planId, version: (await read()).version }],
    decision,
    ...(note ? { note } : {}),
  });

describe('A plan for a lesson of the programme', () => {
  test('begins with what the school has written already, once', async () => {
    const { body } = await teacher.get('/api/lessons/plans');
    expect(body.lessons.map(({ title, week }: { title: string; week: number }) => [title, week])).toEqual([
      ['Tập hợp', 1],
      ['Luyện tập về tập hợp', 1],
      ['Phép cộng và phép nhân', 2],
    ]);
    const made = await teacher.post('/api/lessons/plans', { lessonId: ground.programme[0] });
    planId = made.body.id;
    expect(await read()).toMatchObject({
      title: 'Tập hợp',
      subjectCode: 'MATH',
      grade: 6,
      periods: 2,
      week: 1,
      knowledge: 'Nhận biết được',
      equipment: 'Bảng phụ',
      state: 'draft',
      may: ['save', 'propose', 'remove', 'share'],
    });
    const again = await teacher.post('/api/lessons/plans', { lessonId: ground.programme[0] });
    expect(again).toMatchObject({ status: 409, body: { code: 'lessons.planExists', facts: { planId } } });
  });

  test('is not proposed without its activities, nor saved with a tag nobody knows or over a newer version', async () => {
    expect((await step('propose')).body).toMatchObject({
      code: 'lessons.incomplete',
      problems: [
        { path: 'activities.0' },
        { path: 'activities.1' },
        { path: 'activities.2' },
        { path: 'activities.3' },
      ],
    });
    expect((await save({ topics: ['astrology'] })).body.code).toBe('lessons.unknownTag');
    const saved = await save({
      activities: [activity, activity, activity, activity],
      methods: ['stem', 'cooperative'],
      topics: ['lifeSkills', 'ai'],
    });
    expect(saved.status).toBe(200);
    const stale = await teacher.put(address(), content(await read(), { version: 1, knowledge: 'Cũ' }));
    expect(stale.body).toMatchObject({
      code: 'lessons.planChangedMeanwhile',
      facts: { current: { topics: ['lifeSkills', 'ai'] } },
    });
  });

  test('takes links and files, Word as the plan itself, and nothing else', async () => {
    const link = await teacher.post(`${address()}/links`, {
      title: 'Phim về tập hợp',
      link: 'https://hoclieu.example/tap-hop',
    });
    expect(link.body).toMatchObject({ kind: 'link', link: 'https://hoclieu.example/tap-hop' });
    const script = await teacher.post(`${address()}/links`, { title: 'Xấu', link: 'javascript:alert(1)' });
    expect(script.status).toBe(400);
    const pdf = await teacher.send(`${address()}/files?kind=document`, 'bai 1.doc', '%PDF-1.7 bài soạn');
    expect(pdf.body).toMatchObject({ kind: 'document', title: 'bai 1.doc.pdf' });
    const program = await teacher.send(`${address()}/files?kind=file`, 'tro-choi.pdf', 'MZ chương trình');
    expect(program).toMatchObject({ status: 422, body: { code: 'lessons.fileRefused' } });
    const got = await head.get(`/api/lessons/materials/${pdf.body.id}`);
    expect(got.bytes.toString()).toBe('%PDF-1.7 bài soạn');
    expect((await read()).materialList).toHaveLength(2);
  });

  test('goes to the group head, who gives it back with a reason and then approves it; the author is told', async () => {
    expect((await step('propose')).status).toBe(200);
    expect((await save({ knowledge: 'Sửa sau khi trình' })).body.code).toBe('lessons.notNow');
    const queue = await head.get('/api/lessons/queue?state=proposed');
    expect(queue.body.items).toMatchObject([{ id: planId, title: 'Tập hợp', mine: false }]);
    expect((await decide(head, 'return')).body.code).toBe('lessons.noteNeeded');
    expect((await decide(head, 'return', 'Thêm phần vận dụng')).body).toEqual({ decided: 1 });
    expect(await read()).toMatchObject({ state: 'returned', note: 'Thêm phần vận dụng' });
    await save({ qualities: 'Chăm chỉ' });
    await step('propose');
    expect((await decide(head, 'approve')).body).toEqual({ decided: 1 });
    expect(await read()).toMatchObject({ state: 'approved', note: null, decidedBy: expect.any(String) });
    const notices = (await teacher.get('/api/plan/notices')).body.items;
    expect(notices.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['Bài dạy đã được duyệt: Tập hợp', 'Bài dạy cần sửa: Tập hợp']),
    );
  });

  test('comes out as Word and PDF', async () => {
    const docx = await head.get(`${address()}/file?kind=docx`);
    expect(docx.bytes.subarray(0, 2).toString()).toBe('PK');
    const pdf = await teacher.get(`${address()}/file?kind=pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is not removed once approved; opened again it must be approved again', async () => {
    expect((await teacher.delete(address())).body.code).toBe('lessons.notNow');
    await step('reopen');
    expect((await read()).state).toBe('draft');
    await step('propose');
    expect((await decide(principal, 'approve')).body).toEqual({ decided: 1 });
  });
});

describe('Whose plan it is', () => {
  test('nobody decides about the own plan, and a plan decided meanwhile refuses the whole', async () => {
    const own = await head.post('/api/lessons/plans', {
      subjectCode: 'HISGEO',
      grade: 6,
      title: 'Thời nguyên thuỷ',
      periods: 2,
    });
    const plan = (await head.get(`/api/lessons/plans/${own.body.id}`)).body.plan;
    await head.put(
      `/api/lessons/plans/${own.body.id}`,
      content(plan, { activities: [activity, activity, activity, activity] }),
    );
    await head.post(`/api/lessons/plans/${own.body.id}/propose`, { version: 2 });
    const items = [{ id: own.body.id, version: 3 }];
    const decided = await head.post('/api/lessons/queue/decide', { items, decision: 'approve' });
    expect(decided.body.code).toBe('lessons.notNow');
    const both = [...items, { id: planId, version: (await read()).version }];
    expect(
      (await principal.post('/api/lessons/queue/decide', { items: both, decision: 'approve' })).body.code,
    ).toBe('lessons.notNow');
    expect((await principal.post('/api/lessons/queue/decide', { items, decision: 'approve' })).body).toEqual({
      decided: 1,
    });
  });

  test('a colleague of the team reads and copies it once it is shared, with its materials, and cannot change it', async () => {
    const colleague = await hoaBan.as(names.history, 'teacher');
    await hoaBan.db.owner.query('UPDATE people.staff_member SET team_id = $1 WHERE id = $2', [
      team.id,
      ground.staff.history,
    ]);
    expect((await colleague.get(address())).status).toBe(404);
    await teacher.post(`${address()}/share`, { shared: true, version: (await read()).version });
    expect((await colleague.get(address())).body.plan).toMatchObject({ mine: false, may: [] });
    expect((await save({ knowledge: 'Không phải của tôi' }, colleague)).body.code).toBe('lessons.notNow');
    const copies = (await colleague.get('/api/lessons/copies?subjectCode=MATH&grade=6')).body.items;
    expect(copies).toMatchObject([{ id: planId, mine: false }]);
    const copy = await colleague.post('/api/lessons/plans', {
      ...{ subjectCode: 'MATH', grade: 6, title: 'Tập hợp (bản của tôi)', periods: 2, copyOf: planId },
    });
    const { plan } = (await colleague.get(`/api/lessons/plans/${copy.body.id}`)).body;
    expect(plan).toMatchObject({
      topics: ['lifeSkills', 'ai'],
      state: 'draft',
      materialList: [{ kind: 'document' }, { kind: 'link' }],
    });
    expect(plan.copiedFrom).toContain('Tập hợp');
    await colleague.delete(`/api/lessons/plans/${copy.body.id}`);
  });

  test('another school finds nothing, and the database itself keeps a colleague from writing', async () => {
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(address())).status).toBe(404);
    expect((await elsewhere.get('/api/lessons/queue')).body.items).toEqual([]);
    const settings = {
      ...{ 'hoaban.account_id': province.accounts.find(({ username }) => username === names.history)!.id },
      ...{
        'hoaban.department_id': province.departmentId,
        'hoaban.unit_id': team.id,
        'hoaban.role': 'teacher',
        'hoaban.scope': 'own',
      },
    };
    const { rows } = await hoaBan.db.database.write(settings, (tx) =>
      sql`UPDATE lessons.lesson_plan SET title = 'Lấy' WHERE id = ${planId} RETURNING id`.execute(tx),
    );
    expect(rows).toEqual([]);
  });
});

describe('What the tags add up to', () => {
  test('is counted by team for the school and by school for the commune, and as a sheet', async () => {
    const { body } = await principal.get('/api/lessons/figures');
    expect(body.groups.find(({ unit }: { unit: { id: string } }) => unit.id === team.id)).toMatchObject({
      teachers: 2,
      withApproved: 2,
      approved: 1,
      digital: 1,
      byTag: { lifeSkills: 1, ai: 1, stem: 1 },
    });
    const commune = await hoaBan.as(names.commune, 'communeOfficer');
    expect((await commune.get('/api/lessons/figures')).body.groups).toMatchObject([
      { written: 2, approved: 2 },
    ]);
    expect((await principal.get('/api/lessons/figures/workbook')).bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await teacher.get('/api/lessons/figures')).status).toBe(403);
  });

  test('settles what the plan of the department asks for', async () => {
    await hoaBan.db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
      computeIndicators(tx, province.departmentId, now),
    );
    const { rows } = await hoaBan.db.owner.query(
      `SELECT indicator, numerator::int, denominator::int FROM plan.indicator_value WHERE unit_id = $1 AND indicator LIKE 'lessons.%'`,
      [team.parent_id],
    );
    const values = new Map(rows.map((row) => [row.indicator, [row.numerator, row.denominator]]));
    expect(values.get('lessons.teachersWithApprovedPlan')).toEqual([2, 2]);
    expect(values.get('lessons.topicAi')).toEqual([1, null]);
    expect(values.get('lessons.topicEthics')).toEqual([0, null]);
    expect(values.get('lessons.methodStem')).toEqual([1, null]);
    expect(values.get('lessons.withDigitalMaterials')).toEqual([1, null]);
    // Nothing to count is no value, not 0.
    const other = await hoaBan.db.owner.query(
      `SELECT value FROM plan.indicator_value v JOIN organisation.unit u ON u.id = v.unit_id AND u.kind = 'school'
       WHERE indicator = 'lessons.topicAi' AND unit_id <> $1 AND value IS NOT NULL`,
      [team.parent_id],
    );
    expect(other.rows).toEqual([]);
  });
});

import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assign, holderOf, nameOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';

// One duty through school, subject team and teacher, up again to the division, through the server.

const division = unitOf('division');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const otherSchool = unitOf('school', (unit) => unit.parent_id !== school.parent_id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const otherTeam = unitOf('subjectTeam', (unit) => unit.parent_id === school.id && unit.id !== team.id);

// Team leads teach too: the teacher of these tests is one who only teaches.
const accountOfTeacher = province.accounts.find(
  ({ id }) =>
    id !== holderOf(team, 'teamLead') &&
    province.roleAssignments.some(
      (row) => row.account_id === id && row.unit_id === team.id && row.role === 'teacher',
    ),
)!;

const fields = [
  { key: 'classes', label: 'Số lớp', type: 'integer', required: true, aggregate: 'sum' },
  { key: 'note', label: 'Ghi chú', type: 'text', required: false, aggregate: 'none' },
];
const pdf = '%PDF-1.7\n%%EOF\n';

let hoaBan: Served;
let dutyIds: string[];
let divisionHead: Person;
let principal: Person;
let clerk: Person;
let teamLead: Person;
let teacher: Person;
let neighbour: Person;

const at = (id: string, step = '') => `/api/plan/assignments/${id}${step}`;
const detailOf = async (person: Person, id: string) => (await person.get(at(id))).body;
const versionOf = async (person: Person, id: string): Promise<number> =>
  (await detailOf(person, id)).assignment.version;
async function step(person: Person, id: string, name: string, input: object = {}) {
  return person.post(at(id, `/${name}`), { version: await versionOf(person, id), ...input });
}
const kinds = async (person: Person): Promise<string[]> =>
  (await person.get('/api/plan/notices')).body.items.map((notice: { kind: string }) => notice.kind);

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-08-05T08:00:00+07:00');
  ({ dutyIds } = await publishDuties(hoaBan.db, [
    { title: 'Báo số lớp', dueOn: '2025-09-30', evidenceKind: 'form', evidenceSpec: { fields } },
    { title: 'Gửi kế hoạch', dueOn: '2025-09-15', evidenceKind: 'document' },
    { title: 'Họp tổ', dueOn: '2025-08-31' },
    { title: 'Nội trú', dueOn: '2025-10-31' },
    { title: 'Giao vòng', dueOn: '2025-10-31' },
    {
      title: 'Theo chỉ số',
      dueOn: '2026-05-31',
      evidenceKind: 'indicator',
      evidenceSpec: { indicator: 'plan.dutiesAcknowledged', threshold: 1 },
    },
    { title: 'Giao cho người', dueOn: '2025-10-31' },
  ]));
  const named = async (unit: { id: string }, role: Parameters<Served['as']>[1] & string) =>
    hoaBan.as(nameOf(unit, role), role);
  [divisionHead, principal, clerk, teamLead, teacher, neighbour] = await Promise.all([
    named(division, 'divisionHead'),
    named(school, 'principal'),
    named(school, 'clerk'),
    named(team, 'teamLead'),
    hoaBan.as(accountOfTeacher.username ?? '', 'teacher'),
    named(otherSchool, 'principal'),
  ]);
});
afterAll(() => hoaBan.close());

const give = (duty: number, unit: Parameters<typeof assign>[2], role: string, columns = {}) =>
  assign(hoaBan.db, dutyIds[duty]!, unit, role, columns);

describe('a form from the teacher to the division', () => {
  let ofSchool: string;
  let ofTeam: string;
  let ofTeacher: string;

  beforeAll(async () => {
    ofSchool = await give(0, school, 'principal');
  });

  test('taking note in bulk says what was done and why the rest was not', async () => {
    const foreign = await give(0, otherSchool, 'principal');
    const unknown = uuidv7();
    const ids = [ofSchool, ofSchool, foreign, unknown];
    const { body } = await principal.post('/api/plan/assignments/acknowledge', { ids });
    expect(body).toMatchObject({ asked: 3, done: 1 });
    expect(body.skipped.map((one: { id: string }) => one.id).sort()).toEqual([foreign, unknown].sort());
    const again = await principal.post('/api/plan/assignments/acknowledge', { ids: [ofSchool] });
    expect(again.body).toMatchObject({ asked: 1, done: 0, skipped: [{ reason: 'Đã tiếp nhận trước đó.' }] });
  });

  test('the principal splits to a team, told once; the same again makes nothing new', async () => {
    const { units } = (await principal.get(at(ofSchool, '/split-targets'))).body;
    expect(units.map((unit: { id: string }) => unit.id)).toContain(team.id);
    const targets = [{ unitId: team.id, role: 'teamLead', dueOn: '2025-09-15' }];
    const first = await principal.post(at(ofSchool, '/split'), { targets, note: 'Tổ làm trước' });
    expect(first.body).toMatchObject({
      asked: 1,
      done: 1,
      parts: [{ dueOn: '2025-09-15', state: 'notStarted' }],
    });
    ofTeam = first.body.parts[0].id;
    expect((await principal.post(at(ofSchool, '/split'), { targets })).body).toMatchObject({
      asked: 1,
      done: 0,
    });
    expect((await detailOf(principal, ofSchool)).assignment).toMatchObject({
      state: 'inProgress',
      parts: { total: 1, accepted: 0 },
    });
    expect(await kinds(teamLead)).toEqual(['given']);
  });

  test('nobody splits to another school, outside the window, or without the right', async () => {
    const foreign = await principal.post(at(ofSchool, '/split'), {
      targets: [{ unitId: otherSchool.id, role: 'principal' }],
    });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'plan.splitTargetNotFound']);
    const early = await principal.post(at(ofSchool, '/split'), {
      targets: [{ unitId: otherTeam.id, role: 'teamLead', dueOn: '2025-07-01' }],
    });
    expect([early.status, early.body.code]).toEqual([422, 'plan.deadlineBeforeStart']);
    expect(
      (await clerk.post(at(ofSchool, '/split'), { targets: [{ unitId: team.id, role: 'teamLead' }] })).status,
    ).toBe(403);
    expect(
      (await neighbour.post(at(ofSchool, '/split'), { targets: [{ unitId: team.id, role: 'teamLead' }] }))
        .status,
    ).toBe(404);
  });

  test('the team lead gives it to a teacher, who finds it among the own work and is offered nothing beyond the own role', async () => {
    const targets = [{ unitId: team.id, role: 'teacher', accountId: accountOfTeacher.id }];
    const said = await teamLead.post(at(ofTeam, '/split'), { targets });
    expect(said.body).toMatchObject({ done: 1 });
    ofTeacher = said.body.parts[0].id;
    const { items } = (await teacher.get('/api/plan/my-work?filter=new')).body;
    expect(items.map((item: { id: string }) => item.id)).toContain(ofTeacher);
    const { may } = await detailOf(teacher, ofTeacher);
    expect(may).toContain('plan.giveFormEvidence');
    expect(may).not.toContain('plan.splitAssignment');
    expect(await kinds(teacher)).toContain('given');
  });

  test('a form with faults names each field and keeps nothing; the wrong kind of evidence is refused', async () => {
    const said = await teacher.post(at(ofTeacher, '/evidence/form'), {
      values: { classes: 'mười', rooms: 1 },
    });
    expect([said.status, said.body.code]).toEqual([422, 'plan.formInvalid']);
    expect(said.body.problems.map((problem: { path: string }) => problem.path).sort()).toEqual([
      'classes',
      'rooms',
    ]);
    const wrong = await teacher.post(at(ofTeacher, '/evidence/confirmation'), { note: 'Đã xong' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'plan.wrongEvidenceKind']);
    const early = await step(teacher, ofTeacher, 'submit');
    expect([early.status, early.body.code]).toEqual([422, 'plan.evidenceMissing']);
    expect((await detailOf(teacher, ofTeacher)).evidence).toEqual([]);
  });

  test('the teacher fills it in, corrects it, and hands it in; whoever gave it decides', async () => {
    expect((await teacher.post(at(ofTeacher, '/evidence/form'), { values: { classes: '12' } })).status).toBe(
      200,
    );
    expect(
      (await teacher.post(at(ofTeacher, '/evidence/form'), { values: { classes: 14, note: 'thêm 2' } }))
        .status,
    ).toBe(200);
    const said = await step(teacher, ofTeacher, 'submit', { note: 'Xin duyệt' });
    expect(said.body).toMatchObject({ state: 'submitted' });
    const waiting = (await teamLead.get('/api/plan/approvals')).body;
    expect(waiting.items.map((item: { id: string }) => item.id)).toEqual([ofTeacher]);
    expect((await principal.get('/api/plan/approvals')).body.counts.submitted).toBe(0);
    expect((await detailOf(teamLead, ofTeam)).aggregate).toEqual([
      { key: 'classes', label: 'Số lớp', value: 14, units: 1 },
    ]);
  });

  test('nobody accepts the own work, nor what changed since it was seen', async () => {
    const version = await versionOf(teamLead, ofTeacher);
    const accept = (person: Person, seen: number) =>
      person.post('/api/plan/assignments/accept', { items: [{ id: ofTeacher, version: seen }] });
    expect((await accept(teacher, version)).status).toBe(403);
    expect((await accept(teamLead, version - 1)).body).toMatchObject({ asked: 1, done: 0 });
    expect((await accept(teamLead, version)).body).toMatchObject({ asked: 1, done: 1, skipped: [] });
    expect(await kinds(teacher)).toContain('accepted');
  });

  test('accepted parts are enough to hand in above, up to the division', async () => {
    expect((await step(teamLead, ofTeam, 'submit')).body).toMatchObject({ state: 'submitted' });
    const accept = async (person: Person, id: string) =>
      (
        await person.post('/api/plan/assignments/accept', {
          items: [{ id, version: await versionOf(person, id) }],
        })
      ).body.done;
    expect(await accept(principal, ofTeam)).toBe(1);
    expect((await step(principal, ofSchool, 'submit')).body).toMatchObject({ state: 'submitted' });
    expect(await accept(divisionHead, ofSchool)).toBe(1);
    const { history, assignment } = await detailOf(principal, ofSchool);
    expect(assignment.state).toBe('accepted');
    expect(history.map((entry: { kind: string }) => entry.kind)).toEqual([
      'acknowledged',
      'split',
      'split',
      'submitted',
      'accepted',
    ]);
  });

  test('a result can be sent back even after it was accepted', async () => {
    const said = await step(divisionHead, ofSchool, 'return', { note: 'Thiếu lớp ở điểm trường' });
    expect(said.body).toMatchObject({ state: 'returned' });
    expect((await detailOf(principal, ofSchool)).assignment).toMatchObject({
      state: 'returned',
      stateNote: 'Thiếu lớp ở điểm trường',
    });
    expect(await kinds(principal)).toContain('returned');
    expect((await divisionHead.post(at(ofSchool, '/return'), { version: 1, note: '' })).status).toBe(400);
  });
});

describe('files', () => {
  let id: string;
  beforeAll(async () => {
    id = await give(1, school, 'principal');
  });

  test.each([
    ['an empty file', 'a.pdf', '', 422, 'plan.fileRefused'],
    ['a web page called a PDF', 'a.pdf', '<html></html>', 422, 'plan.fileRefused'],
    ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'plan.fileRefused'],
    ['20 MB and one byte', 'a.pdf', Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-'), 413, 'http.fileTooLarge'],
  ])('%s is refused and nothing is kept', async (_name, fileName, bytes, status, code) => {
    const said = await principal.send(at(id, '/evidence/document'), fileName, bytes);
    expect([said.status, said.body.code]).toEqual([status, code]);
    expect((await detailOf(principal, id)).evidence).toEqual([]);
  });

  test('exactly 20 MB is taken', async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 32);
    bytes.write(pdf);
    const said = await principal.send(at(id, '/evidence/document'), 'lon.pdf', bytes);
    expect(said.status).toBe(200);
    await principal.post(`/api/plan/evidence/${said.body.id}/withdraw`);
  });

  test('a file is kept whole, opened by those in reach, and sent twice by the same command kept once', async () => {
    const key = uuidv7();
    const name = 'Kế hoạch năm học.pdf';
    const first = await clerk.send(at(id, '/evidence/document'), name, pdf, key);
    const second = await clerk.send(at(id, '/evidence/document'), name, pdf, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.id).toBe(first.body.id);
    const { evidence } = await detailOf(principal, id);
    expect(evidence).toHaveLength(1);
    expect(evidence[0].attachment).toMatchObject({
      fileName: name,
      mediaType: 'application/pdf',
      bytes: pdf.length,
    });
    const address = `/api/plan/attachments/${evidence[0].attachment.id}`;
    expect((await divisionHead.get(address)).bytes.toString()).toBe(pdf);
    expect((await neighbour.get(address)).status).toBe(404);
    expect((await teacher.get(address)).status).toBe(404);
  });

  test('withdrawn evidence no longer counts', async () => {
    const { evidence } = await detailOf(principal, id);
    expect((await principal.post(`/api/plan/evidence/${evidence[0].id}/withdraw`)).status).toBe(204);
    expect((await step(principal, id, 'submit')).body.code).toBe('plan.evidenceMissing');
    expect((await principal.post(`/api/plan/evidence/${evidence[0].id}/withdraw`)).body.code).toBe(
      'plan.evidenceNotFound',
    );
  });
});

describe('other ends', () => {
  test('a confirmation is handed in by the head, taken back, and only then changed', async () => {
    const id = await give(2, school, 'principal');
    expect((await clerk.post(at(id, '/evidence/confirmation'), { note: 'Đã họp' })).status).toBe(403);
    await principal.post(at(id, '/evidence/confirmation'), { note: 'Đã họp ngày 5/8' });
    expect((await step(principal, id, 'submit')).status).toBe(200);
    const late = await step(principal, id, 'start');
    expect([late.status, late.body.code]).toEqual([409, 'plan.wrongState']);
    expect((await step(principal, id, 'reopen')).body).toMatchObject({ state: 'inProgress' });
  });

  test('not applicable needs a reason; the level above may see it otherwise', async () => {
    const id = await give(3, school, 'principal');
    expect((await step(principal, id, 'not-applicable', { reason: '  ' })).status).toBe(400);
    const said = await step(principal, id, 'not-applicable', { reason: 'Trường không có học sinh nội trú' });
    expect(said.body).toMatchObject({ state: 'notApplicable' });
    expect((await step(divisionHead, id, 'return', { note: 'Có 12 em' })).body).toMatchObject({
      state: 'returned',
    });
  });

  test('steps over somebody else’s step get the conflict', async () => {
    const id = await give(3, otherSchool, 'principal');
    const version = await versionOf(neighbour, id);
    await neighbour.post(at(id, '/start'), { version });
    const said = await neighbour.post(at(id, '/not-applicable'), { version, reason: 'Không có' });
    expect([said.status, said.body.code]).toEqual([409, 'plan.editedMeanwhile']);
    expect(said.body.facts.theirs).toMatchObject({ state: 'inProgress', version: version + 1 });
  });

  test('what an indicator settles is not handed in', async () => {
    const id = await give(5, school, 'principal');
    const { may } = await detailOf(principal, id);
    expect(may).not.toContain('plan.submitAssignment');
    expect((await step(principal, id, 'submit')).body.code).toBe('plan.settledByIndicator');
  });

  test('delegation that comes back is refused: to oneself, and to whoever gave it', async () => {
    const id = await give(4, school, 'principal');
    const deputy = await hoaBan.as(nameOf(school, 'vicePrincipal'), 'vicePrincipal');
    const byName = (role: string) => ({ unitId: school.id, role, accountId: holderOf(school, role) });
    const own = await principal.post(at(id, '/split'), { targets: [byName('principal')] });
    expect([own.status, own.body.code]).toEqual([422, 'plan.delegationCycle']);
    const { people } = (await principal.get(at(id, '/split-targets'))).body;
    expect(people.map((person: { accountId: string }) => person.accountId)).not.toContain(
      holderOf(school, 'principal'),
    );
    const [part] = (await principal.post(at(id, '/split'), { targets: [byName('vicePrincipal')] })).body
      .parts;
    const back = await deputy.post(at(part.id, '/split'), { targets: [byName('principal')] });
    expect([back.status, back.body.code]).toEqual([422, 'plan.delegationCycle']);
  });

  test('a part given by name to the head of a team waits for the school that gave it', async () => {
    const id = await give(6, school, 'principal');
    const targets = [{ unitId: team.id, role: 'teamLead', accountId: holderOf(team, 'teamLead') }];
    const [part] = (await principal.post(at(id, '/split'), { targets })).body.parts;
    await teamLead.post(at(part.id, '/evidence/confirmation'), { note: 'Xong' });
    await step(teamLead, part.id, 'submit');
    const { items } = (await principal.get('/api/plan/approvals')).body;
    expect(items.map((item: { id: string }) => item.id)).toContain(part.id);
  });

  test.each(['start', 'submit', 'return', 'not-applicable', 'reopen'])(
    'nothing unknown can be asked to %s',
    async (name) => {
      const body = { version: 1, note: 'x', reason: 'x' };
      expect((await principal.post(at(uuidv7(), `/${name}`), body)).status).toBe(404);
      expect((await principal.post(at('x', `/${name}`), body)).status).toBe(400);
    },
  );
});

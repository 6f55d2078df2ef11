import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { movableClock } from '../../identity-access/testing.ts';
import { assign, nameOf, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { computeIndicators } from './compute-indicators.ts';

// What goes up and comes back: questions, more time, difficulties; and what everybody is told of it.

const division = unitOf('division');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const departmentSchool = unitOf('school', (unit) => unit.managing_authority === 'department');
const otherCommune = unitOf(
  'commune',
  (unit) => unit.id !== commune.id && unit.id !== departmentSchool.parent_id,
);

const clock = movableClock('2025-08-05T08:00:00+07:00');
let hoaBan: Served;
let divisionHead: Person;
let officer: Person;
let otherOfficer: Person;
let principal: Person;
let departmentPrincipal: Person;
let duties: string[];
let ofSchool: string;
let ofDepartmentSchool: string;
let indicated: string;

const at = (id: string, step = '') => `/api/plan/assignments/${id}${step}`;
const detailOf = async (person: Person, id: string) => (await person.get(at(id))).body;
const told = async (person: Person): Promise<string[]> =>
  (await person.get('/api/plan/notices')).body.items.map((notice: { kind: string }) => notice.kind);

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  const { dutyIds } = await publishDuties(hoaBan.db, [
    { title: 'Rà soát phòng học', dueOn: '2025-09-30' },
    {
      title: 'Tiếp nhận nhiệm vụ',
      dueOn: '2025-12-31',
      evidenceKind: 'indicator',
      evidenceSpec: { indicator: 'plan.dutiesAcknowledged', threshold: 1 },
    },
  ]);
  duties = dutyIds;
  ofSchool = await assign(hoaBan.db, dutyIds[0]!, school, 'principal');
  ofDepartmentSchool = await assign(hoaBan.db, dutyIds[0]!, departmentSchool, 'principal');
  indicated = await assign(hoaBan.db, dutyIds[1]!, school, 'principal');
  [divisionHead, officer, otherOfficer, principal, departmentPrincipal] = await Promise.all([
    hoaBan.as(nameOf(division, 'divisionHead'), 'divisionHead'),
    hoaBan.as(nameOf(commune, 'communeOfficer'), 'communeOfficer'),
    hoaBan.as(nameOf(otherCommune, 'communeOfficer'), 'communeOfficer'),
    hoaBan.as(nameOf(school, 'principal'), 'principal'),
    hoaBan.as(nameOf(departmentSchool, 'principal'), 'principal'),
  ]);
});
afterAll(() => hoaBan.close());

describe('a question', () => {
  test('waits above until it is answered, and the one who asked is told', async () => {
    expect(
      (await principal.post(at(ofSchool, '/question'), { body: 'Tính cả phòng mượn không?' })).status,
    ).toBe(204);
    const { items, counts } = (await officer.get('/api/plan/approvals')).body;
    expect(counts.question).toBe(1);
    expect(items).toMatchObject([{ id: ofSchool, waiting: 'question' }]);
    expect((await detailOf(principal, ofSchool)).may).not.toContain('plan.answerQuestion');
    expect((await principal.post(at(ofSchool, '/answer'), { body: 'Có' })).status).toBe(403);
    expect((await officer.post(at(ofSchool, '/answer'), { body: 'Có, ghi riêng' })).status).toBe(204);
    expect((await officer.get('/api/plan/approvals')).body.counts.question).toBe(0);
    expect(await told(principal)).toContain('answered');
    const { history } = await detailOf(principal, ofSchool);
    expect(history.slice(-2).map(({ kind, note }: { kind: string; note: string }) => [kind, note])).toEqual([
      ['asked', 'Tính cả phòng mượn không?'],
      ['answered', 'Có, ghi riêng'],
    ]);
  });

  test('of another commune’s school is not seen', async () => {
    expect((await otherOfficer.get(at(ofSchool))).status).toBe(404);
    expect((await otherOfficer.post(at(ofSchool, '/answer'), { body: 'x' })).status).toBe(404);
  });
});

describe('more time', () => {
  const ask = (dueOn: string) => principal.post(at(ofSchool, '/extension'), { dueOn, reason: 'Mưa lũ' });

  test('is later than the deadline, a real day, and asked for once', async () => {
    expect((await ask('2025-09-30')).body.code).toBe('plan.extensionNotLater');
    expect((await ask('2025-02-30')).status).toBe(400);
    expect((await ask('2025-10-10')).status).toBe(200);
    const again = await ask('2025-10-12');
    expect([again.status, again.body.code]).toEqual([409, 'plan.extensionPending']);
  });

  test('is granted above and moves the deadline; a second decision finds nothing', async () => {
    const { items } = (await officer.get('/api/plan/approvals')).body;
    const { extension } = items.find((item: { waiting: string }) => item.waiting === 'extension');
    const address = `/api/plan/extensions/${extension.id}/decide`;
    expect((await principal.post(address, { grant: true })).status).toBe(403);
    expect((await otherOfficer.post(address, { grant: true })).status).toBe(404);
    expect((await officer.post(address, { grant: true, answer: 'Đồng ý' })).status).toBe(204);
    expect((await detailOf(principal, ofSchool)).assignment.dueOn).toBe('2025-10-10');
    expect((await divisionHead.post(address, { grant: false })).body.code).toBe('plan.extensionNotFound');
    expect(await told(principal)).toContain('extension');
  });

  test('refused leaves the deadline, and can be asked for again', async () => {
    const { body } = await ask('2025-11-30');
    await officer.post(`/api/plan/extensions/${body.id}/decide`, { grant: false, answer: 'Không lùi nữa' });
    const { assignment, extension } = await detailOf(principal, ofSchool);
    expect([assignment.dueOn, extension]).toEqual(['2025-10-10', null]);
    expect((await ask('2025-11-01')).status).toBe(200);
  });
});

describe('a difficulty', () => {
  const open = async (person: Person) => (await person.get('/api/plan/difficulties')).body.items;

  test('of a commune’s school goes to the commune, of the department’s school to the division', async () => {
    await principal.post(at(ofSchool, '/block'), { title: 'Thiếu phòng', body: 'Cần hai phòng' });
    await departmentPrincipal.post(at(ofDepartmentSchool, '/block'), {
      title: 'Thiếu giáo viên',
      body: 'Môn Tin',
    });
    expect(await open(officer)).toMatchObject([{ title: 'Thiếu phòng', addressedTo: { id: commune.id } }]);
    expect(await open(otherOfficer)).toEqual([]);
    const ofDivision = await open(divisionHead);
    expect(ofDivision.map((one: { addressedTo: { id: string } }) => one.addressedTo.id)).toEqual([
      commune.id,
      division.id,
    ]);
    expect((await detailOf(principal, ofSchool)).assignment.blocked).toBe(true);
    expect(await told(officer)).toContain('difficulty');
    expect(await told(divisionHead)).toContain('difficulty');
  });

  test('is answered above, not by who raised it, and not over another answer', async () => {
    const [{ id, version, may }] = await open(officer);
    expect(may).toContain('plan.answerDifficulty');
    expect((await open(principal))[0].may).not.toContain('plan.answerDifficulty');
    const address = `/api/plan/difficulties/${id}/answer`;
    expect((await principal.post(address, { version, answer: 'Tự trả lời' })).status).toBe(403);
    expect((await officer.post(address, { version, answer: 'Xã bố trí nhà văn hóa bản' })).status).toBe(204);
    const over = await divisionHead.post(address, { version, answer: 'Trả lời khác' });
    expect([over.status, over.body.facts.theirs.answer]).toEqual([409, 'Xã bố trí nhà văn hóa bản']);
    expect(await told(principal)).toContain('difficultyAnswered');
  });

  test('of a team or a teacher goes to the school, not to the head of the team', async () => {
    const mine = await assign(hoaBan.db, duties[0]!, team, 'teamLead');
    const lead = await hoaBan.as(nameOf(team, 'teamLead'), 'teamLead');
    await lead.post('/api/plan/assignments/acknowledge', { ids: [mine] });
    expect((await lead.post(at(mine, '/block'), { title: 'Thiếu sách', body: 'Môn Toán' })).status).toBe(200);
    const [raised] = (await open(lead)).filter((one: { title: string }) => one.title === 'Thiếu sách');
    expect(raised).toMatchObject({ addressedTo: { id: school.id }, may: ['plan.closeDifficulty'] });
    const address = `/api/plan/difficulties/${raised.id}/answer`;
    const tried = await lead.post(address, { version: raised.version, answer: 'Tự trả lời' });
    expect([tried.status, tried.body.code]).toEqual([403, 'identity.notAllowed']);
    expect((await principal.post(address, { version: raised.version, answer: 'Đã mượn' })).status).toBe(204);
  });

  test('is opened by its id by those in reach and by nobody else', async () => {
    const [{ id }] = (await principal.get('/api/plan/difficulties?state=answered')).body.items;
    const one = await principal.get(`/api/plan/difficulties/${id}`);
    expect(one.body).toMatchObject({ title: 'Thiếu phòng', answer: 'Xã bố trí nhà văn hóa bản' });
    const beyond = await otherOfficer.get(`/api/plan/difficulties/${id}`);
    expect([beyond.status, beyond.body.code]).toEqual([404, 'plan.difficultyNotFound']);
  });

  test('closed, the work is no longer blocked; with two, only after the second', async () => {
    const second = await principal.post(at(ofSchool, '/block'), { title: 'Thiếu bàn ghế', body: '40 bộ' });
    const { difficulties } = await detailOf(principal, ofSchool);
    for (const one of difficulties as { id: string; version: number }[]) {
      expect((await detailOf(principal, ofSchool)).assignment.blocked).toBe(true);
      expect(
        (await principal.post(`/api/plan/difficulties/${one.id}/close`, { version: one.version })).status,
      ).toBe(204);
    }
    expect((await detailOf(principal, ofSchool)).assignment.blocked).toBe(false);
    const closed = await principal.post(`/api/plan/difficulties/${second.body.difficultyId}/close`, {
      version: 2,
    });
    expect([closed.status, closed.body.code]).toEqual([409, 'plan.wrongState']);
  });
});

describe('a duty that an indicator proves', () => {
  const compute = () =>
    hoaBan.db.database.write(
      { 'hoaban.department_id': division.department_id, 'hoaban.scope': 'department' },
      (tx) => computeIndicators(tx, division.department_id, clock.now()),
    );

  test('settles itself once everything is taken note of', async () => {
    await compute();
    expect((await detailOf(principal, indicated)).assignment.state).not.toBe('accepted');
    await principal.post('/api/plan/assignments/acknowledge', { ids: [ofSchool, indicated] });
    await compute();
    const { assignment, indicator, history } = await detailOf(principal, indicated);
    expect(assignment.state).toBe('accepted');
    expect(indicator).toMatchObject({ value: 1, threshold: 1 });
    expect(history.at(-1)).toMatchObject({ kind: 'settled', by: null });
  });
});

describe('what people are told', () => {
  test('is read once and by nobody else', async () => {
    const { unread, items } = (await principal.get('/api/plan/notices')).body;
    expect(unread).toBe(items.length);
    expect((await principal.post('/api/plan/notices/read', { ids: [items[0].id] })).body).toEqual({
      read: 1,
    });
    expect((await officer.post('/api/plan/notices/read', { ids: [items[1].id] })).body).toEqual({ read: 0 });
    expect((await principal.post('/api/plan/notices/read', { ids: null })).body).toEqual({
      read: unread - 1,
    });
    expect((await principal.get('/api/plan/notices')).body.unread).toBe(0);
  });
});

describe('the personal calendar', () => {
  test('opens by its secret address without signing in, and the address before it no longer does', async () => {
    const path = async () => {
      const { body } = await principal.post('/api/plan/calendar-feed');
      return (body.address as string).slice(hoaBan.publicUrl.length);
    };
    const [old, address] = [await path(), await path()];
    const feed = await hoaBan.stranger.get(address);
    expect([feed.status, feed.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = feed.bytes.toString().replaceAll('\r\n ', '');
    expect(text).toMatch(/^BEGIN:VCALENDAR/);
    expect(text).toContain('Rà soát phòng học');
    expect(text).toContain(`/viec/${ofSchool}`);
    expect(text).not.toContain(ofDepartmentSchool);
    const gone = await hoaBan.stranger.get(old);
    expect([gone.status, gone.body.code]).toEqual([404, 'plan.feedNotFound']);
    expect((await hoaBan.stranger.get(`/api/calendar/${'x'.repeat(32)}`)).status).toBe(404);
  });
});

describe('finding', () => {
  const titles = async (person: Person, q: string) =>
    (await person.get(`/api/search?q=${encodeURIComponent(q)}`)).body.results.map(
      ({ kind, title }: { kind: string; title: string }) => `${kind}: ${title}`,
    );

  test.each(['ra soat phong hoc', 'Rà soát', 'PHÒNG HỌC'])('“%s” finds the work', async (q) => {
    expect(await titles(principal, q)).toContain('assignment: Rà soát phòng học');
  });

  test('units and people are found by their letters, whatever the marks', async () => {
    const bare = school.name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D');
    expect(await titles(divisionHead, bare)).toContain(`unit: ${school.name}`);
  });

  test.each(['%', '_', '100%', "'"])('%j is a character and not a pattern', async (q) => {
    expect(await titles(divisionHead, q)).toEqual([]);
    expect((await principal.get(`/api/plan/my-work?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
  });

  test('an empty question is refused', async () => {
    expect((await principal.get('/api/search?q=%20')).status).toBe(400);
  });
});

test.each(['my-work', 'approvals', 'difficulties', `board/cell?unitId=${school.id}`])(
  'a cursor that is none is refused by %s',
  async (list) => {
    for (const cursor of ['x|y', 'x', '2025-13-45|x', "2025-01-01|'; --", '|', '0|0']) {
      const mark = list.includes('?') ? '&' : '?';
      const said = await officer.get(`/api/plan/${list}${mark}cursor=${encodeURIComponent(cursor)}`);
      expect([cursor, said.status, said.body.code]).toEqual([cursor, 400, 'plan.badCursor']);
    }
  },
);

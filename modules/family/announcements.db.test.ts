import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTables } from '#platform/documents';
import { runDueJobsNow } from '#platform/jobs';
import { openPusher } from '#platform/push';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type PushService, pushService } from '../../platform/push/testing.ts';
import { type Ground, here, makeGround, names } from '../gradebook/testing.ts';
import { movableClock } from '../identity-access/testing.ts';
import { planTasks } from '../plan/jobs/index.ts';
import { provinceSeed } from '../plan/testing.ts';
import { addFamilyAccount, addGuardian } from './testing.ts';

// Notices with receipts, and being told of them on a device.

const clock = movableClock('2025-10-14T08:00:00+07:00');
const notices = '/api/family/announcements';
let hoaBan: Served;
let ground: Ground;
let service: PushService;
let pusher: ReturnType<typeof openPusher>;
let mother: Person;
let other: Person;
let homeroom: Person;
let principal: Person;

beforeAll(async () => {
  service = await pushService();
  pusher = openPusher({
    privateKey: Buffer.alloc(32, 5).toString('base64url'),
    subject: 'mailto:hoa-ban@example.vn',
    ownHosts: [service.host],
  });
  hoaBan = await serve(provinceSeed, clock, { push: pusher });
  ground = await makeGround(hoaBan.db, 3);
  const { db } = hoaBan;
  const motherId = await addFamilyAccount(db, here, {
    username: 'me.giang',
    name: 'Giàng Thị Mẹ',
    role: 'guardian',
  });
  const otherId = await addFamilyAccount(db, here, {
    username: 'bo.thao',
    name: 'Thào A Bố',
    role: 'guardian',
  });
  // Two children in the class, so that the mother is addressed twice and counted once; the third has nobody with an account.
  for (const pupilId of ground.pupils.slice(0, 2))
    await addGuardian(db, here, { pupilId, accountId: motherId, name: 'Giàng Thị Mẹ' });
  await addGuardian(db, here, {
    pupilId: ground.pupils[2]!,
    accountId: null,
    name: 'Giàng A Ông',
    relation: 'grandparent',
  });
  await addGuardian(db, here, {
    pupilId: ground.strangerId,
    accountId: otherId,
    name: 'Thào A Bố',
    relation: 'father',
  });
  mother = await hoaBan.as('me.giang', 'guardian');
  other = await hoaBan.as('bo.thao', 'guardian');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(async () => {
  await hoaBan?.close();
  await service?.close();
});

const written = (change: object = {}) => ({
  title: 'Họp phụ huynh',
  body: 'Mời phụ huynh đến họp lúc 14 giờ thứ Bảy.',
  audience: ['guardian'],
  grades: [],
  classIds: [ground.classId],
  ...change,
});

async function draft(person: Person, change: object = {}): Promise<string> {
  const { status, body } = await person.post(notices, written(change));
  expect(status).toBe(200);
  return body.id;
}

const send = (person: Person, id: string, version = 1) => person.post(`${notices}/${id}/send`, { version });
const received = async (person: Person) => (await person.get(notices)).body;

function runPush() {
  const tasks = planTasks({
    database: hoaBan.db.database,
    clock,
    mailer: { send: async () => {}, close: () => {} },
    pusher,
    publicUrl: hoaBan.publicUrl,
    log: () => {},
  });
  return runDueJobsNow({ ownerUrl: hoaBan.db.ownerUrl, tasks });
}

describe('A notice of the homeroom teacher', () => {
  let id: string;

  test('reaches nobody while it is a draft', async () => {
    id = await draft(homeroom);
    expect((await received(mother)).items).toEqual([]);
    expect((await principal.get(`${notices}/${id}`)).status).toBe(404);
  });

  test('carries files, told by their bytes', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await homeroom.send(`${notices}/${id}/files`, 'giay-moi.pdf', png)).body.fileName).toBe(
      'giay-moi.pdf.png',
    );
    expect((await homeroom.send(`${notices}/${id}/files`, 'x.exe', 'MZ…')).body.code).toBe(
      'family.fileRefused',
    );
    expect((await mother.send(`${notices}/${id}/files`, 'x.png', png)).status).toBe(403);
  });

  test('goes to each guardian once: as many as were asked, and those without an account are counted', async () => {
    expect((await send(homeroom, id)).body).toEqual({ asked: 1, sent: 1, unreached: 1 });
    expect((await send(homeroom, id, 2)).body.code).toBe('family.notDraft');
    expect((await received(mother)).items).toMatchObject([{ id, title: 'Họp phụ huynh', readAt: null }]);
    expect((await received(other)).items).toEqual([]);
    expect((await other.get(`${notices}/${id}`)).body.code).toBe('family.announcementNotFound');
    const [file] = (await mother.get(`${notices}/${id}`)).body.files;
    expect((await mother.get(`${notices}/${id}/files/${file.id}`)).status).toBe(200);
    expect((await other.get(`${notices}/${id}/files/${file.id}`)).status).toBe(404);
  });

  test('once sent stays as it was sent', async () => {
    const change = { ...written({ title: 'Khác' }), version: 2 };
    expect((await homeroom.put(`${notices}/${id}`, change)).body.code).toBe('family.notDraft');
    const forging = hoaBan.db.owner.query(`UPDATE family.announcement SET title = 'Khác' WHERE id = $1`, [
      id,
    ]);
    await expect(forging).rejects.toMatchObject({ code: '42501' });
  });

  test('shows who has not read, reminds them once a day, and knows when they have', async () => {
    const receipts = () => homeroom.get(`${notices}/${id}/receipts`);
    expect((await receipts()).body.items).toMatchObject([
      {
        name: 'Giàng Thị Mẹ',
        kind: 'guardian',
        pupils: 'Giàng A Thử A (6A1), Giàng A Thử B (6A1)',
        readAt: null,
      },
    ]);
    expect((await homeroom.post(`${notices}/${id}/remind`, {})).body).toEqual({ told: 1 });
    expect((await homeroom.post(`${notices}/${id}/remind`, {})).status).toBe(200);
    const told = (await mother.get('/api/plan/notices')).body.items.map(
      ({ title }: { title: string }) => title,
    );
    expect(told.sort()).toEqual(['Nhắc xem thông báo: Họp phụ huynh', 'Thông báo: Họp phụ huynh']);
    expect((await mother.post(`${notices}/${id}/read`)).status).toBe(204);
    expect((await receipts()).body.items[0].readAt).not.toBeNull();
    expect((await mother.get('/api/plan/notices')).body.unread).toBe(0);
    expect((await homeroom.post(`${notices}/${id}/remind`, {})).body).toEqual({ told: 0 });
    const sheet = await homeroom.get(`${notices}/${id}/receipts.xlsx`);
    expect(JSON.stringify(await readTables(sheet.bytes, 'receipts.xlsx'))).toContain('Giàng Thị Mẹ');
  });

  test('a reading is the reader’s own: nobody else makes one', async () => {
    const second = await draft(homeroom, { title: 'Thông báo hai' });
    await send(homeroom, second);
    await other.post(`${notices}/${second}/read`);
    expect((await homeroom.get(`${notices}/${second}`)).body.sending).toMatchObject({ asked: 1, read: 0 });
    expect((await other.get(`${notices}/${second}/receipts`)).status).toBe(403);
  });

  test('withdrawn with a reason is seen no more; the receipts stay', async () => {
    const { version } = (await homeroom.get(`${notices}/${id}`)).body.sending;
    expect((await homeroom.post(`${notices}/${id}/withdraw`, { reason: '', version })).status).toBe(400);
    expect(
      (await homeroom.post(`${notices}/${id}/withdraw`, { reason: 'Đổi ngày họp', version })).status,
    ).toBe(204);
    expect((await mother.get(`${notices}/${id}`)).body.code).toBe('family.announcementNotFound');
    // Nor does the bell lead to it any more; what it says of other notices stays.
    const links = (await mother.get('/api/plan/notices')).body.items.map(
      ({ link }: { link: string }) => link,
    );
    expect(links).not.toContain(`/thong-bao/${id}`);
    expect(links.length).toBeGreaterThan(0);
    expect((await homeroom.get(`${notices}/${id}`)).body).toMatchObject({
      state: 'withdrawn',
      sending: { read: 1 },
    });
  });
});

describe('Who may write to whom', () => {
  test('a teacher only to the classes led, the office to the whole school, a family to nobody', async () => {
    expect((await homeroom.post(notices, written({ classIds: [ground.otherClassId] }))).body.code).toBe(
      'family.notYourClass',
    );
    expect((await homeroom.post(notices, written({ classIds: [] }))).body.code).toBe('family.notYourClass');
    const maths = await hoaBan.as(names.maths, 'teacher');
    expect((await maths.post(notices, written())).body.code).toBe('family.notYourClass');
    expect((await mother.post(notices, written())).status).toBe(403);
    const id = await draft(principal, {
      title: 'Toàn trường',
      classIds: [],
      audience: ['guardian', 'teacher'],
    });
    const sent = (await send(principal, id)).body;
    expect(sent.asked).toBe(sent.sent);
    expect((await received(other)).items).toMatchObject([{ id }]);
    expect((await received(maths)).items).toMatchObject([{ id }]);
  });

  test('another school finds nothing of it', async () => {
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(`${notices}/sent`)).body.items).toEqual([]);
    const id = await draft(homeroom);
    expect((await elsewhere.get(`${notices}/${id}`)).status).toBe(404);
    expect((await elsewhere.post(`${notices}/${id}/send`, { version: 1 })).status).toBe(404);
  });

  test('nothing is sent when it would reach nobody, and the draft stays', async () => {
    const id = await draft(homeroom, { audience: ['pupil'] });
    expect((await send(homeroom, id)).body).toMatchObject({ code: 'family.nobodyReached' });
    expect((await homeroom.get(`${notices}/${id}`)).body.state).toBe('draft');
  });

  test('wrong text is refused with where it is', async () => {
    const { body } = await homeroom.post(notices, written({ title: '', grades: [6] }));
    expect(body.problems.map(({ path }: { path: string }) => path)).toContain('title');
  });

  test('sent twice with one command id it goes once', async () => {
    const id = await draft(homeroom, { title: 'Một lần' });
    const key = '0199e1d2-0000-7000-8000-000000000001';
    const first = await homeroom.post(`${notices}/${id}/send`, { version: 1 }, key);
    expect((await homeroom.post(`${notices}/${id}/send`, { version: 1 }, key)).body).toEqual(first.body);
  });
});

describe('A device that agreed', () => {
  const subscribe = (person: Person, subscription: object) => person.post('/api/plan/push', subscription);

  test('hears that there is something new, and nothing more; once for each telling', async () => {
    const browser = service.browser();
    expect((await mother.get('/api/plan/notice-settings')).body.pushKey).toBe(pusher.publicKey);
    expect((await subscribe(mother, browser.subscription)).status).toBe(204);
    await send(homeroom, await draft(homeroom, { title: 'Bí mật của lớp' }));
    await runPush();
    expect(service.received).toHaveLength(1);
    expect(browser.open(service.received[0]!.body)).toBe('Có thông báo mới. Mở Hoa Ban để xem.');
    await runPush();
    expect(service.received).toHaveLength(1);
  });

  test('is not called for what the person does not want to hear of', async () => {
    const choices = [{ topic: 'school', mail: true, push: false }];
    expect((await mother.put('/api/plan/notice-settings', { choices })).status).toBe(204);
    const before = service.received.length;
    clock.pass(1);
    await send(homeroom, await draft(homeroom));
    await runPush();
    expect(service.received).toHaveLength(before);
    await mother.put('/api/plan/notice-settings', { choices: [{ topic: 'school', mail: true, push: true }] });
  });

  test('is forgotten when its service says it is gone', async () => {
    service.answerWith(410);
    clock.pass(1);
    await send(homeroom, await draft(homeroom));
    await runPush();
    expect((await mother.get('/api/plan/notice-settings')).body.devices).toEqual([]);
  });

  test('is forgotten with signing out', async () => {
    const leaving = await hoaBan.as('me.giang', 'guardian');
    expect((await subscribe(leaving, service.browser().subscription)).status).toBe(204);
    expect((await mother.get('/api/plan/notice-settings')).body.devices).toHaveLength(1);
    await leaving.post('/api/sign-out');
    expect((await mother.get('/api/plan/notice-settings')).body.devices).toEqual([]);
  });

  test('belongs to the last who agreed on it, and only to an address of a push service', async () => {
    const { subscription } = service.browser();
    await subscribe(mother, subscription);
    await subscribe(other, subscription);
    expect((await mother.get('/api/plan/notice-settings')).body.devices).toEqual([]);
    expect((await other.get('/api/plan/notice-settings')).body.devices).toHaveLength(1);
    const inside = { ...subscription, endpoint: 'http://127.0.0.1:5432/x' };
    expect((await subscribe(mother, inside)).body.code).toBe('plan.pushRefused');
  });
});

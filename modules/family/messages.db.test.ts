import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type Ground, here, makeGround, names } from '../gradebook/testing.ts';
import { systemSettings } from '../identity-access/actor.ts';
import { movableClock } from '../identity-access/testing.ts';
import { holderOf, provinceSeed } from '../plan/testing.ts';
import { familyTasks } from './jobs/index.ts';
import { addFamilyAccount, addGuardian } from './testing.ts';

// Messages of a family and the homeroom teacher.

const clock = movableClock('2025-10-14T20:00:00+07:00');
const threads = '/api/family/threads';
let hoaBan: Served;
let ground: Ground;
let mother: Person;
let motherId: string;
let bond: string;
let homeroom: Person;
let principal: Person;
let thread: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeGround(hoaBan.db, 3);
  const { db } = hoaBan;
  motherId = await addFamilyAccount(db, here, {
    username: 'me.giang',
    name: 'Giàng Thị Mẹ',
    role: 'guardian',
  });
  bond = await addGuardian(db, here, {
    pupilId: ground.pupils[0]!,
    accountId: motherId,
    name: 'Giàng Thị Mẹ',
  });
  const otherId = await addFamilyAccount(db, here, {
    username: 'bo.khac',
    name: 'Giàng A Khác',
    role: 'guardian',
  });
  await addGuardian(db, here, {
    pupilId: ground.pupils[1]!,
    accountId: otherId,
    name: 'Giàng A Khác',
    relation: 'father',
  });
  mother = await hoaBan.as('me.giang', 'guardian');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const say = (person: Person, body: string) => person.post(`${threads}/${thread}/messages`, { body });
const job = { id: '1', signal: new AbortController().signal };
const tasks = () => familyTasks({ database: hoaBan.db.database, clock, log: () => {} });

/** Tells the waiting message, as the worker does at its time. Gives when that is. */
async function tellWaiting(): Promise<Date> {
  const { rows } = await hoaBan.db.owner.query<{ payload: unknown; run_at: string }>(
    `SELECT p.payload, j.run_at FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id
     WHERE j.task_identifier = 'family.tellMessage' AND p.payload ->> 'accountId' <> $1`,
    [motherId],
  );
  await tasks()['family.tellMessage']!(rows[0]!.payload, job);
  return new Date(rows[0]!.run_at);
}

describe('A guardian and the homeroom teacher', () => {
  test('find each other: the guardian the teacher of the child, the teacher the families of the class', async () => {
    const { body } = await mother.get(threads);
    expect(body.partners).toEqual([
      {
        pupilId: ground.pupils[0],
        pupil: 'Giàng A Thử A',
        className: '6A1',
        accountId: motherId,
        name: 'Lò Thị Sử',
      },
    ]);
    const families = (await homeroom.get(threads)).body.partners.map(({ name }: { name: string }) => name);
    expect(families.sort()).toEqual(['Giàng A Khác', 'Giàng Thị Mẹ']);
  });

  test('talk in one thread, whoever begins', async () => {
    const asked = { pupilId: ground.pupils[0], accountId: motherId };
    thread = (await mother.post(threads, asked)).body.id;
    expect((await homeroom.post(threads, asked)).body.id).toBe(thread);
    expect((await say(mother, 'Cháu ốm, xin nghỉ ngày mai.')).status).toBe(200);
    expect((await homeroom.get(threads)).body.items).toMatchObject([
      { id: thread, unread: 1, with: 'Giàng Thị Mẹ' },
    ]);
    await homeroom.post(`${threads}/${thread}/read`);
    expect((await homeroom.get(threads)).body.items[0].unread).toBe(0);
    clock.pass(1);
    expect((await say(homeroom, 'Cô đã nhận.')).status).toBe(200);
    const { body } = await mother.get(`${threads}/${thread}`);
    expect(body.messages.map(({ body: text }: { body: string }) => text)).toEqual([
      'Cháu ốm, xin nghỉ ngày mai.',
      'Cô đã nhận.',
    ]);
    expect(body).toMatchObject({ family: true, with: 'Lò Thị Sử' });
    expect((await mother.get(threads)).body.items[0].unread).toBe(1);
  });

  test('nobody of another child opens, reads or writes', async () => {
    const other = await hoaBan.as('bo.khac', 'guardian');
    const maths = await hoaBan.as(names.maths, 'teacher');
    for (const person of [other, maths]) {
      expect((await person.get(`${threads}/${thread}`)).body.code).toBe('family.threadNotFound');
      expect((await say(person, 'Xin chào')).body.code).toBe('family.threadNotFound');
      expect((await person.post(threads, { pupilId: ground.pupils[0], accountId: motherId })).body.code).toBe(
        'family.noPartner',
      );
      expect((await person.get(threads)).body.items).toEqual([]);
    }
    expect((await mother.post(threads, { pupilId: ground.pupils[1], accountId: motherId })).body.code).toBe(
      'family.noPartner',
    );
  });

  test('an empty or endless message is refused', async () => {
    expect((await say(mother, '  ')).status).toBe(400);
    expect((await say(mother, 'a'.repeat(2001))).status).toBe(400);
  });
});

describe('Being told', () => {
  test('is at the end of the quiet hours, without a word of the message, and not when it was read meanwhile', async () => {
    await homeroom.post(`${threads}/${thread}/read`);
    clock.pass(120); // 22:00
    const { toldAt } = (await say(mother, 'Bí mật của gia đình')).body;
    expect(new Date(toldAt)).toEqual(new Date('2025-10-15T06:00:00+07:00'));
    expect(await tellWaiting()).toEqual(new Date(toldAt));
    const { items } = (await homeroom.get('/api/plan/notices')).body;
    const told = items.filter(({ kind }: { kind: string }) => kind === 'family.message');
    expect(told).toMatchObject([{ title: 'Có tin nhắn mới', body: '', link: `/tin-nhan/${thread}` }]);
    expect(JSON.stringify(items)).not.toContain('Bí mật');
    await tellWaiting();
    clock.pass(1);
    await homeroom.post(`${threads}/${thread}/read`);
    await tellWaiting();
    const again = (await homeroom.get('/api/plan/notices')).body.items;
    expect(again.filter(({ kind }: { kind: string }) => kind === 'family.message')).toHaveLength(1);
  });
});

describe('The school', () => {
  const school = '/api/family/school-threads';

  test('knows of threads, not what they say: no row for its heads', async () => {
    const { body } = await principal.get(school);
    expect(body.items).toMatchObject([
      { id: thread, pupil: 'Giàng A Thử A', with: 'Giàng Thị Mẹ', messages: 3 },
    ]);
    expect(JSON.stringify(body)).not.toContain('ốm');
    const heads = {
      ...systemSettings(here.departmentId, 'test'),
      'hoaban.account_id': holderOf(here, 'principal'),
      'hoaban.unit_id': here.id,
      'hoaban.role': 'principal',
      'hoaban.scope': 'subtree',
    };
    const { rows } = await hoaBan.db.database.read(heads, (tx) =>
      sql`SELECT * FROM family.message`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  test('reads only with a reason, which the audit trail keeps', async () => {
    expect((await principal.post(`${school}/${thread}/read`, { reason: 'xem' })).status).toBe(400);
    const reason = 'Gia đình phản ánh lời lẽ không phù hợp';
    const read = await principal.post(`${school}/${thread}/read`, { reason });
    expect(read.body.messages).toHaveLength(3);
    const { rows } = await hoaBan.db.owner.query(
      `SELECT after FROM audit.event WHERE entity = 'family.thread' AND operation = 'read' AND entity_id = $1`,
      [thread],
    );
    expect(rows).toEqual([{ after: { reason } }]);
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.post(`${school}/${thread}/read`, { reason })).body.code).toBe(
      'family.threadNotFound',
    );
    expect((await homeroom.post(`${school}/${thread}/read`, { reason })).status).toBe(403);
  });

  test('hears of a report, stops the thread and opens it again', async () => {
    expect((await mother.post(`${threads}/${thread}/report`, { reason: 'Nhờ trường xem giúp' })).status).toBe(
      204,
    );
    expect((await principal.get(school)).body.items[0]).toMatchObject({
      reportReason: 'Nhờ trường xem giúp',
    });
    expect((await principal.post(`${school}/${thread}/block`, { reason: 'Tạm dừng' })).status).toBe(204);
    expect((await say(mother, 'Còn gửi được không')).body.code).toBe('family.threadBlocked');
    await principal.post(`${school}/${thread}/block`, { reason: null });
    expect((await say(mother, 'Lại gửi được')).status).toBe(200);
  });
});

test('Sixty messages in an hour are the most of one person; the other side still answers', async () => {
  await hoaBan.db.owner.query(
    `INSERT INTO family.message (id, thread_id, unit_id, department_id, author_id, from_family, body, sent_at)
     SELECT gen_random_uuid(), t.id, t.unit_id, t.department_id, $2, true, 'Tin thử', $3::timestamptz - interval '10 minutes'
     FROM family.thread t, generate_series(1, 60) WHERE t.id = $1`,
    [thread, motherId, clock.now()],
  );
  expect(await say(mother, 'Thêm một tin')).toMatchObject({
    status: 429,
    body: { code: 'family.tooManyMessages' },
  });
  expect((await say(homeroom, 'Tôi nhận được rồi')).status).toBe(200);
  clock.pass(61);
  expect((await say(mother, 'Sau một giờ')).status).toBe(200);
});

test('Threads go when their time is over, not before', async () => {
  await tasks()['family.clearThreads']!({}, job);
  expect((await mother.get(threads)).body.items).toHaveLength(1);
  clock.pass(366 * 24 * 60);
  await tasks()['family.clearThreads']!({}, job);
  const { rows } = await hoaBan.db.owner.query('SELECT count(*)::int AS left FROM family.message');
  expect(rows).toEqual([{ left: 0 }]);
});

test('A guardian taken off the record has no thread any more', async () => {
  clock.pass(-366 * 24 * 60);
  thread = (await mother.post(threads, { pupilId: ground.pupils[0], accountId: motherId })).body.id;
  await hoaBan.db.owner.query('DELETE FROM people.guardian WHERE id = $1', [bond]);
  expect((await mother.get(`${threads}/${thread}`)).body.code).toBe('family.threadNotFound');
  expect((await homeroom.get(`${threads}/${thread}`)).status).toBe(200);
});

import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock';
import { runDueJobsNow } from '#platform/jobs';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type Ground, here, makeGround, names } from '../gradebook/testing.ts';
import { actorOf } from '../identity-access/testing.ts';
import { nameOf, provinceSeed, unitOf } from '../plan/testing.ts';
import { startRun } from './actions/population.ts';
import { exchangeTasks, httpPersonRegister } from './index.ts';
import { type StandIn, standInRegister } from './person-register.fixture.ts';

// What leaves for the sector's database, and what the population database says about our pupils.

const time = '2025-12-01T08:00:00+07:00';
let hoaBan: Served;
let standIn: StandIn;
let ground: Ground;
let principal: Person;
let administrator: Person;

async function setNumber(pupilId: string, number: string | null, birth?: string) {
  await hoaBan.db.owner.query(
    `INSERT INTO people.pupil_private (pupil_id, unit_id, department_id, identity_number) VALUES ($1, $2, $3, $4)
     ON CONFLICT (pupil_id) DO UPDATE SET identity_number = excluded.identity_number`,
    [pupilId, here.id, here.departmentId, number],
  );
  if (birth)
    await hoaBan.db.owner.query(`UPDATE people.pupil SET birth_date = $2, sex = 'male' WHERE id = $1`, [
      pupilId,
      birth,
    ]);
}

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, time, { personRegister: { name: 'CSDL giả lập' } });
  standIn = await standInRegister(encodeURIComponent('mã riêng'), [
    { identityNumber: '011214000001', fullName: 'Giàng A Thử A', birthDate: '2014-05-04' },
    { identityNumber: '011314000002', fullName: 'Giàng A Thử Bê', birthDate: '2014-04-05' },
  ]);
  ground = await makeGround(hoaBan.db, 3);
  const [a, b, c] = ground.pupils as [string, string, string];
  await setNumber(a, '011214000001', '2014-05-04');
  await setNumber(b, '011314000002', '2014-05-04');
  await setNumber(c, null, '2014-05-04');
  await setNumber(ground.strangerId, '011214000004', '2014-05-04');
  await hoaBan.db.owner.query(`UPDATE people.pupil SET full_name = '=HYPERLINK("x") Thử' WHERE id = $1`, [b]);
  principal = await hoaBan.as(names.principal, 'principal');
  administrator = await hoaBan.as(
    nameOf(
      unitOf('department', () => true),
      'systemAdmin',
    ),
    'systemAdmin',
  );
});
afterAll(async () => {
  await hoaBan?.close();
  await standIn?.close();
});

const mappingAddress = '/api/exchange/sector/pupils/mapping';
const previewed = async () => (await principal.get('/api/exchange/sector/pupils/preview')).body;
const exported = (format: string) => principal.post('/api/exchange/sector/pupils/exports', { format });

describe('The sector database', () => {
  test('a preview counts the rows and says what is wrong in which row and column, before anything is made', async () => {
    const said = await previewed();
    expect(said).toMatchObject({ asked: 4, written: 4, refused: 0, doubtful: 2 });
    expect(said.sourceNote).toContain('chưa cố định');
    const messages = said.faults.map((one: { name: string; heading: string; message: string }) => [
      one.heading,
      one.message,
    ]);
    expect(messages).toContainEqual(['Số định danh cá nhân', 'Chưa có số định danh cá nhân.']);
    expect(messages.some(([, message]: [string, string]) => message.includes('là của nữ'))).toBe(true);
    expect((await principal.get('/api/exchange/sector/exports')).body.items).toEqual([]);
    const { items } = (await principal.get('/api/audit/events?entity=exchange.sector_sheet&limit=1')).body;
    expect(items[0]).toMatchObject({ operation: 'read', after: { count: 4 } });
  });

  test('the department keeps the template: columns, codes and where they come from; a school only reads it', async () => {
    const { columns } = (await administrator.get(mappingAddress)).body;
    const changed = columns.map((one: { heading: string; field: string }) => ({
      ...one,
      ...(one.field === 'sex' ? { heading: 'Gioi tinh', codes: { Nam: '1' } } : {}),
      ...(one.field === 'identityNumber' ? { required: true } : {}),
    }));
    const wanted = { columns: changed, sourceNote: 'Biểu thử của Sở, năm học 2025-2026.', version: 0 };
    expect((await principal.put(mappingAddress, wanted)).status).toBe(403);
    expect((await administrator.put(mappingAddress, wanted)).body.version).toBe(1);
    expect((await administrator.put(mappingAddress, wanted)).body.code).toBe('exchange.mappingChanged');
    const wrong = await administrator.put(mappingAddress, {
      ...wanted,
      version: 1,
      columns: [...changed, { ...changed[0], field: 'motherPhone' }],
    });
    expect(wrong.body.problems.map(({ path }: { path: string }) => path)).toEqual([
      `columns.${changed.length}.heading`,
      `columns.${changed.length}.field`,
    ]);
    await hoaBan.db.owner.query(`UPDATE people.pupil SET sex = 'female' WHERE id = $1`, [ground.strangerId]);
    const said = await previewed();
    expect(said).toMatchObject({ asked: 4, written: 2, refused: 2 });
    expect(said.faults.map(({ message }: { message: string }) => message)).toEqual(
      expect.arrayContaining(['Còn trống, mẫu bắt buộc có.', '"Nữ" chưa có mã trong mẫu.']),
    );
  });

  test('a file holds what was counted, codes keep their zeros, nothing is a formula, and the refused are listed with the reason', async () => {
    const { body } = await exported('xlsx');
    expect(body).toMatchObject({ asked: 4, written: 2, refused: 2 });
    const file = await principal.get(`/api/exchange/sector/exports/${body.id}/file`);
    const rows = await readSheet(file.bytes, 1);
    expect(rows).toHaveLength(1 + body.written);
    expect(rows[0]).toContain('Gioi tinh');
    expect(rows.flat()).toContain('011214000001');
    expect(rows.flat()).toContain(`'=HYPERLINK("x") Thử`);
    expect(await readSheet(file.bytes, 2)).toHaveLength(1 + body.refused);

    const { body: second } = await exported('csv');
    const csv = (await principal.get(`/api/exchange/sector/exports/${second.id}/file`)).bytes.toString();
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + second.written);
    expect(csv).toContain(`"'=HYPERLINK(""x"") Thử"`);
    const { items } = (await principal.get('/api/exchange/sector/exports')).body;
    expect(items.map(({ format }: { format: string }) => format)).toEqual(['csv', 'xlsx']);
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(`/api/exchange/sector/exports/${second.id}/file`)).status).toBe(404);
  });

  test('staff go by the same way, and the default comes back when the department drops its own', async () => {
    expect((await principal.get('/api/exchange/sector/staff/preview')).body.asked).toBeGreaterThan(0);
    expect((await administrator.delete(mappingAddress)).body.version).toBe(0);
    expect(await previewed()).toMatchObject({ asked: 4, written: 4 });
  });
});

describe('The population database', () => {
  const runs = '/api/exchange/population/runs';
  const work = (token = 'mã riêng') =>
    runDueJobsNow({
      ownerUrl: hoaBan.db.ownerUrl,
      tasks: exchangeTasks({
        database: hoaBan.db.database,
        clock: fixedClock(time),
        register: httpPersonRegister({ url: standIn.url, token: encodeURIComponent(token) }),
        log: () => {},
      }),
    });
  const newest = async () => (await principal.get(runs)).body.items[0];
  const countsOf = ({
    match,
    differs,
    notFound,
    notAnswered,
    noNumber,
    waiting,
  }: Record<string, number>) => ({
    match,
    differs,
    notFound,
    notAnswered,
    noNumber,
    waiting,
  });

  test('every pupil asked about gets one answer, and the counts add up', async () => {
    const { body } = await principal.post(runs);
    expect(body).toMatchObject({ state: 'open', asked: 4, noNumber: 1, waiting: 3 });
    expect((await principal.post(runs)).body.code).toBe('exchange.runOpen');
    await work();
    const run = await newest();
    expect(run).toMatchObject({ state: 'done', asked: 4, trouble: null });
    expect(countsOf(run)).toEqual({
      match: 1,
      differs: 1,
      notFound: 1,
      notAnswered: 0,
      noNumber: 1,
      waiting: 0,
    });
  });

  test('the register is told a number, a name and a birth date and nothing else, and nothing of its own is kept', async () => {
    const asked = standIn.questions.flatMap(({ people }) => people);
    for (const person of asked) {
      expect(Object.keys(person).sort()).toEqual(['birthDate', 'fullName', 'identityNumber', 'ref']);
    }
    const { rows } = await hoaBan.db.owner.query(
      `SELECT to_jsonb(r) AS row FROM exchange.population_result r`,
    );
    expect(JSON.stringify(rows)).not.toContain('Thử Bê');
    const { items } = (
      await principal.get(
        '/api/audit/events?entity=exchange.population_run&action=exchange.startPopulationRun',
      )
    ).body;
    const read = items.find(({ operation }: { operation: string }) => operation === 'read');
    expect(read.after).toMatchObject({ reader: 'CSDL giả lập', count: 3 });
    expect(read.after.people).toHaveLength(3);
  });

  test('differences wait for the clerk by field; settling one says how and changes no record', async () => {
    const { id } = await newest();
    const open = async () => (await principal.get(`${runs}/${id}/results`)).body.items;
    const [first] = (await open()).filter(({ state }: { state: string }) => state === 'differs');
    expect(first).toMatchObject({ pupilId: ground.pupils[1], fields: ['fullName', 'birthDate'] });
    const record = () =>
      hoaBan.db.owner.query(`SELECT * FROM people.pupil WHERE id = $1`, [ground.pupils[1]]);
    const before = (await record()).rows;
    const address = `${runs}/${id}/results/${first.pupilId}/settle`;
    expect((await principal.post(address, { note: '' })).status).toBe(400);
    expect((await principal.post(address, { note: 'Đã xin trích lục khai sinh.' })).status).toBe(204);
    expect((await record()).rows).toEqual(before);
    expect((await open()).map(({ state }: { state: string }) => state)).toEqual(['notFound']);
    expect((await newest()).settled).toBe(1);
    const matched = `${runs}/${id}/results/${ground.pupils[0]}/settle`;
    expect((await principal.post(matched, { note: 'Không có gì.' })).body.code).toBe(
      'exchange.nothingToSettle',
    );
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(`${runs}/${id}/results`)).status).toBe(404);
  });

  test('no answer is counted as no answer, and asking on asks only those again', async () => {
    const { body } = await principal.post(runs);
    standIn.away = 1;
    await work();
    expect(countsOf(await newest())).toMatchObject({ notAnswered: 3, waiting: 0, noNumber: 1 });
    expect((await principal.post(`${runs}/${body.id}/continue`)).body).toMatchObject({
      state: 'open',
      waiting: 3,
    });
    await work();
    expect(countsOf(await newest())).toMatchObject({ match: 1, differs: 1, notFound: 1, notAnswered: 0 });
    expect((await principal.post(`${runs}/${body.id}/continue`)).body.code).toBe('exchange.nothingLeft');
  });

  test('a run that was stopped goes on where it was; a wrong token is no answer', async () => {
    const { body } = await principal.post(runs);
    expect((await principal.post(`${runs}/${body.id}/stop`)).body.state).toBe('stopped');
    const before = standIn.questions.length;
    await work();
    expect(standIn.questions.length).toBe(before);
    await principal.post(`${runs}/${body.id}/continue`);
    await work('mã sai');
    expect(countsOf(await newest())).toMatchObject({ notAnswered: 3, match: 0 });
  });

  test('where no register is set up, nothing is asked', async () => {
    const now = new Date(time);
    const { actor, settings } = await actorOf(hoaBan.db, names.principal, { now, role: 'principal' });
    const started = hoaBan.db.database.write(settings, (tx) => startRun(tx, { actor, now }, undefined));
    await expect(started).rejects.toMatchObject({ code: 'exchange.populationOff' });
  });
});

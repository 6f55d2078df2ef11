import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type Ground, here, makeGround, names } from '../gradebook/testing.ts';
import { nameOf, provinceSeed, unitOf } from '../plan/testing.ts';

// What leaves for the sector's database, and what the population database says about our pupils.

let hoaBan: Served;
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
  hoaBan = await serve(provinceSeed, '2025-12-01T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  const [a, b, c] = ground.pupils as [string, string, string];
  await setNumber(a, '011214000001', '2014-05-04');
  await setNumber(b, '011314000002', '2014-05-04');
  await setNumber(c, null, '2014-05-04');
  await setNumber(ground.strangerId, '011214000004', '2014-05-04');
  await hoaBan.db.owner.query(`UPDATE people.pupil SET sector_code = '123' WHERE id = $1`, [c]);
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
afterAll(() => hoaBan?.close());

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
    expect(
      messages.some(
        ([heading, message]: [string, string]) =>
          heading.startsWith('Mã định danh') && message.includes('10 chữ số'),
      ),
    ).toBe(true);
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

import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountNames, gate, leadersOf, sessionCookie, systemSettings } from '#modules/identity-access';
import { fixedClock } from '#platform/clock';
import { readTables } from '#platform/documents';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { signedIn } from '../identity-access/testing.ts';
import { renderUnitTemplate } from './documents/unit-workbook.ts';
import { importUnits, organisationRoutes, readUnitFile } from './index.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');
const csv = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: 'don-vi.csv' });
const headings =
  'Loại đơn vị,Mã,Tên,Loại trường,Cấp quản lý,"Mã xã, phường",Mã trường,Khu vực,Biên giới,Địa chỉ điểm chính';
const lines = [
  'Sở,SGD-THU,Sở Giáo dục và Đào tạo tỉnh Thử',
  'Phòng,GDTrH,Phòng Giáo dục trung học',
  'Xã,00101,Đồi Thử,,,,,III,Có',
  'Phường,00102,Sông Thử,,,,,I',
  'Trường,THCS-1,Trường THCS Đồi Thử,THCS,,00101,,III,Có,Bản Một',
  'Trường,THPT-1,Trường THPT Sông Thử,THPT',
  'Tổ,,Tổ Toán,,,,THCS-1',
];
const sheet = (...rows: string[]) => readUnitFile(csv([headings, ...rows].join('\n')));

describe('A province that is not there yet', () => {
  let db: TestDatabase;
  const departmentId = uuidv7();
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());

  const run = async (rows: string[], { dryRun = false, id = departmentId } = {}) => {
    const read = await sheet(...rows);
    return db.database.write(systemSettings(id, 'organisation.importUnits'), (tx) =>
      importUnits(tx, id, read, { dryRun }),
    );
  };
  const count = async (table: string) =>
    (await db.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;
  const unit = async (code: string) =>
    (await db.owner.query('SELECT * FROM organisation.unit WHERE code = $1', [code])).rows[0];

  test('is only described by a dry run, and not begun while a line is wrong', async () => {
    expect(await run(lines, { dryRun: true })).toMatchObject({ created: 7, faulty: 0 });
    const wrong = await run([...lines, 'Trường,THCS-2,Trường B,THCS,,99999', 'Xã,12,Xã C']);
    expect(wrong).toMatchObject({ faulty: 2, faults: [{ cell: 'A9' }, { cell: 'B10' }] });
    expect(await count('organisation.unit')).toBe(0);
    expect(await count('audit.event')).toBe(0);
  });

  test('is made with its lines, sites and reach, and every row is in the audit trail', async () => {
    expect(await run(lines)).toMatchObject({ created: 7, changed: 0, unchanged: 0, faulty: 0 });
    expect(await unit('SGD-THU')).toMatchObject({ id: departmentId, department_id: departmentId });
    expect(await unit('00101')).toMatchObject({ name: 'Xã Đồi Thử', commune_kind: 'commune', zone: 3 });
    const { rows } = await db.owner.query(`
      SELECT s.code AS "above", u.code AS "below", l.line FROM organisation.unit_line l
      JOIN organisation.unit s ON s.id = l.superior_id JOIN organisation.unit u ON u.id = l.subordinate_id
      WHERE u.kind = 'school' ORDER BY 2, 3, 1`);
    expect(rows).toEqual([
      { above: 'SGD-THU', below: 'THCS-1', line: 'professional' },
      { above: '00101', below: 'THCS-1', line: 'state' },
      { above: 'SGD-THU', below: 'THPT-1', line: 'professional' },
      { above: 'SGD-THU', below: 'THPT-1', line: 'state' },
    ]);
    const reach = await db.owner.query('SELECT FROM organisation.unit_reach WHERE ancestor_id = $1', [
      departmentId,
    ]);
    expect(reach.rowCount).toBe(7);
    const team = await db.owner.query(
      `SELECT teaches_lower FROM organisation.unit WHERE kind = 'subjectTeam'`,
    );
    expect(team.rows).toEqual([{ teaches_lower: true }]);
    const audited = await db.owner.query(
      `SELECT count(DISTINCT entity_id)::int AS n FROM audit.event WHERE action = 'organisation.importUnits' AND entity = 'organisation.unit'`,
    );
    expect(audited.rows).toEqual([{ n: 7 }]);
  });

  test('stays as it is when the same file comes again', async () => {
    const events = await count('audit.event');
    expect(await run(lines)).toMatchObject({ created: 0, changed: 0, unchanged: 7, changes: [] });
    expect(await count('audit.event')).toBe(events);
  });

  test('takes over what differs, moves a school to another commune, and leaves what is not named', async () => {
    const moved = 'Trường,THCS-1,Trường THCS Sông Thử,THCS,,00102,,,,Tổ dân phố 2';
    const report = await run([lines[0]!, moved, 'Trường,THCS-3,Trường THCS Ba,TH và THCS,,00101']);
    expect(report).toMatchObject({ created: 1, changed: 1, unchanged: 1 });
    expect(report.changes[0]!.fields).toEqual(['Tên', 'Mã xã, phường', 'Địa chỉ điểm chính']);
    const { rows } = await db.owner.query(`
      SELECT u.zone, u.border, u.version, parent.code AS parent, site.village,
        (SELECT string_agg(s.code, ',') FROM organisation.unit_line l JOIN organisation.unit s ON s.id = l.superior_id
         WHERE l.subordinate_id = u.id AND l.line = 'state') AS state
      FROM organisation.unit u JOIN organisation.unit parent ON parent.id = u.parent_id
      JOIN organisation.site site ON site.unit_id = u.id WHERE u.code = 'THCS-1'`);
    expect(rows).toEqual([
      { zone: 3, border: true, version: 2, parent: '00102', village: 'Tổ dân phố 2', state: '00102' },
    ]);
    expect(await count('organisation.unit')).toBe(8);
  });

  test('is not made a second time by somebody who did not see the first', async () => {
    await expect(run(lines, { id: uuidv7() })).rejects.toMatchObject({
      code: 'organisation.departmentCodeTaken',
    });
  });
});

test('the template is a sheet of units without any unit, and says every word that a cell may hold', async () => {
  const bytes = await renderUnitTemplate();
  const [units, guide, kinds] = await readTables(bytes, 'mau.xlsx');
  expect([units!.rows.length, guide!.name, kinds!.rows.length > 10]).toEqual([1, 'Hướng dẫn', true]);
  const { faults } = await readUnitFile({ bytes, fileName: 'mau.xlsx' });
  expect(faults).toMatchObject([{ cell: 'A2', message: expect.stringContaining('Sở') }]);
});

describe('On the page of units', () => {
  let db: TestDatabase;
  let server: FastifyInstance;
  let department: string;
  beforeAll(async () => {
    db = await freshDatabase(demoProvinceSeed);
    server = await buildServer({
      database: db.database,
      clock,
      gate,
      services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
      routes: organisationRoutes({ leadersOf, namesOf: accountNames }),
      sessionCookie,
      secureCookies: false,
      logger: false,
      checkAnswers: true,
      trustProxy: false,
    });
    const { rows } = await db.owner.query(
      `SELECT code, name FROM organisation.unit WHERE kind = 'department'`,
    );
    department = `Sở,${rows[0].code},${rows[0].name}`;
  });
  afterAll(async () => {
    await server.close();
    await db.drop();
  });

  async function send(who: string, rows: string[], query = '') {
    const payload = new FormData();
    payload.append('file', new Blob([[headings, ...rows].join('\n')]), 'don-vi.csv');
    const request = new Request('http://x', { method: 'POST', body: payload });
    const answer = await server.inject({
      method: 'POST',
      url: `/api/units/import${query}`,
      headers: {
        ...(await signedIn(db, who, { now: clock.now() })),
        'content-type': request.headers.get('content-type')!,
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: answer.statusCode, body: answer.json() };
  }
  const isThere = async (code: string) =>
    (await db.owner.query('SELECT FROM organisation.unit WHERE code = $1', [code])).rowCount === 1;

  test('a preview shows what would be done, and only accepting does it', async () => {
    const rows = [department, 'Xã,09999,Xã Mới', 'Trường,THCS-MOI,Trường THCS Mới,THCS,,09999'];
    expect(await send('quantri', rows, '?dryRun=true')).toMatchObject({
      status: 200,
      body: { created: 2, unchanged: 1, changes: [{ what: 'created', code: '09999' }, { kind: 'school' }] },
    });
    expect(await isThere('09999')).toBe(false);
    expect(await send('quantri', rows)).toMatchObject({ status: 200, body: { created: 2 } });
    expect(await isThere('THCS-MOI')).toBe(true);
  });

  test('faults are shown by a preview and refused when accepted', async () => {
    const rows = [department, 'Xã,08888,Xã Nửa', 'Trường,X,Trường X,Nhà trẻ'];
    expect((await send('truongphong', rows, '?dryRun=true')).body).toMatchObject({ faulty: 1, created: 1 });
    const refused = await send('truongphong', rows);
    expect(refused).toMatchObject({ status: 422, body: { code: 'organisation.unitSheetFaulty' } });
    expect(await isThere('08888')).toBe(false);
  });

  test('another department cannot be named, and a principal may not import at all', async () => {
    const foreign = await send('quantri', ['Sở,SO-KHAC,Sở khác']);
    expect(foreign).toMatchObject({ status: 422, body: { problems: [{ path: 'A2' }] } });
    expect(await send('hieutruong', [department])).toMatchObject({ status: 403 });
  });
});

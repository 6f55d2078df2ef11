import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate, sessionCookie } from '#modules/identity-access';
import { fixedClock } from '#platform/clock';
import { readTables } from '#platform/documents';
import { buildServer } from '#platform/http';
import { encodeLegacy } from '#platform/legacy-vietnamese';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { signedIn } from '../identity-access/testing.ts';
import { peopleRoutes } from './index.ts';
import { addClass } from './testing.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');
let db: TestDatabase;
let server: FastifyInstance;
let clerk: { cookie: string };
let school: { id: string; departmentId: string };
let year: string;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  const { rows } = await db.owner.query(`
    SELECT u.id, u.department_id AS "departmentId", a.username FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
    JOIN identity.account a ON a.id = r.account_id
    WHERE r.role = 'principal' AND u.teaches_lower AND NOT u.teaches_upper ORDER BY u.code LIMIT 1`);
  school = rows[0];
  clerk = await signedIn(db, rows[0].username, { now: clock.now(), role: 'principal' });
  year = (await db.owner.query('SELECT id FROM organisation.school_year WHERE is_current')).rows[0].id;
  server = await buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
    routes: peopleRoutes,
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
  for (const name of ['6Z1', '7Z1']) {
    await addClass(db, school, year, { name, grade: Number(name[0]) });
  }
});
afterAll(async () => {
  await server?.close();
  await db.drop();
});

const command = () => ({ ...clerk, 'idempotency-key': uuidv7(), origin: 'http://127.0.0.1' });

async function upload(
  kind: string,
  text: string,
  fileName = 'danh-sach.csv',
): Promise<{ status: number; body: { id: string; title?: string } }> {
  const boundary = 'ranh-gioi';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    Buffer.from(text),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await server.inject({
    method: 'POST',
    url: `/api/people/imports?kind=${kind}`,
    headers: { ...command(), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}
async function start(kind: string, text: string): Promise<string> {
  const { status, body } = await upload(kind, text);
  expect([status, body]).toEqual([200, { id: expect.any(String) }]);
  return body.id;
}
async function preview(id: string, query = '') {
  const answer = await server.inject({ url: `/api/people/imports/${id}${query}`, headers: clerk });
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.json();
}
async function send(method: 'POST' | 'PUT' | 'PATCH', path: string, payload: object) {
  const answer = await server.inject({
    method,
    url: `/api/people/imports/${path}`,
    headers: command(),
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}
async function accept(id: string, leaveOutFaulty = false) {
  const { version, fingerprint } = await preview(id);
  return send('POST', `${id}/acceptance`, { version, fingerprint, leaveOutFaulty });
}
const codesOf = (shown: { rows: { findings: { code: string; cell: string }[] }[] }) =>
  shown.rows.flatMap(({ findings }) => findings.map(({ cell, code }) => `${cell} ${code}`));

const headings = 'STT;Họ tên học sinh;Ngày sinh;Giới tính;Dân tộc;Lớp;Số ĐDCN/CCCD;SĐT mẹ;Họ tên mẹ';
const sheet = (...lines: string[]) => [headings, ...lines].join('\n');
const good = [
  '1;Sùng A Thử;05/09/2014;Nam;Mông;6Z1;011214000001;0912000001;Vàng Thị Thử',
  '2;Lò Thị Mẫu;6.9.2014;Nữ;Thái;6Z1;011314000002;;',
];

describe('pupils from a sheet of the school', () => {
  test('are shown first, written once accepted, and a second time change nothing', async () => {
    const id = await start('pupils', sheet(...good));
    const shown = await preview(id);
    expect(shown).toMatchObject({ counts: { new: 2, faulty: 0 }, missingColumns: [] });
    const before = await db.owner.query(
      `SELECT FROM people.pupil WHERE full_name LIKE '%Thử' OR full_name LIKE '%Mẫu'`,
    );
    expect(before.rowCount).toBe(0);
    expect(await accept(id)).toEqual({ status: 200, body: { new: 2, changed: 0, unchanged: 0, leftOut: 0 } });
    const { rows } = await db.owner.query(`
      SELECT p.birth_date::text AS born, v.ethnic_group, c.name AS class, g.full_name AS mother FROM people.pupil p
      JOIN people.pupil_private v ON v.pupil_id = p.id JOIN people.enrolment e ON e.pupil_id = p.id
      JOIN people.school_class c ON c.id = e.class_id LEFT JOIN people.guardian g ON g.pupil_id = p.id
      WHERE v.identity_number IN ('011214000001', '011314000002') ORDER BY p.birth_date`);
    expect(rows).toEqual([
      { born: '2014-09-05', ethnic_group: '08', class: '6Z1', mother: 'Vàng Thị Thử' },
      { born: '2014-09-06', ethnic_group: '03', class: '6Z1', mother: null },
    ]);
    const kept = await db.owner.query('SELECT rows FROM people.import_batch WHERE id = $1', [id]);
    expect(kept.rows).toEqual([{ rows: [] }]);

    const again = await start('pupils', sheet(...good));
    expect(await preview(again)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2 } });
    expect(await accept(again)).toMatchObject({ status: 422, body: { title: 'Không có dòng nào để nhập' } });
  });

  test('that differ are shown field by field, and moved to their class', async () => {
    const id = await start(
      'pupils',
      sheet(good[0]!.replace('6Z1', '7Z1').replace('0912000001', '0912000009')),
    );
    const { rows, counts } = await preview(id);
    expect(counts).toMatchObject({ changed: 1 });
    expect(rows[0].changes).toEqual([
      { title: 'Lớp', before: '6Z1', after: '7Z1' },
      { title: 'Điện thoại mẹ', before: '0912000001', after: '0912000009' },
    ]);
    expect(await accept(id)).toMatchObject({ status: 200, body: { changed: 1 } });
    const { rows: moves } = await db.owner.query(`
      SELECT m.kind FROM people.movement m JOIN people.pupil_private v USING (pupil_id)
      WHERE v.identity_number = '011214000001' ORDER BY m.id`);
    expect(moves.map(({ kind }) => kind)).toEqual(['enrolled', 'classChanged']);
  });

  test('with faults are told cell by cell, mended in place or all at once, and not written before', async () => {
    const id = await start(
      'pupils',
      sheet(
        '1;GIÀNG THỊ SAI;41887;Nữ;Hmong;6Z1;11314000003;;',
        '2;Vừ A Sai;31/02/2014;Nam;Mông;9K;011214000001;;',
        '3;Tẩn A Sai;9/25/2014;Nam;Daoo;6Z1;;;',
      ),
    );
    const shown = await preview(id);
    expect(shown.counts).toMatchObject({ new: 0, faulty: 3 });
    expect(codesOf(shown)).toEqual(
      expect.arrayContaining([
        'B2 nameCase',
        'C2 dateSerial',
        'G2 leadingZero',
        'C3 dateUnreadable',
        'F3 unknownClass',
        'C4 dateOrder',
        'E4 unknownWord',
      ]),
    );
    expect(await accept(id)).toMatchObject({ status: 422, body: { code: 'people.importFaulty' } });
    let version = shown.version as number;
    for (const code of ['dateSerial', 'leadingZero', 'nameCase', 'dateOrder', 'unknownWord']) {
      const { status, body } = await send('POST', `${id}/proposals`, { version, code });
      expect(status).toBe(200);
      version = body.version;
    }
    expect(await preview(id)).toMatchObject({ counts: { new: 2, faulty: 1 } });
    const edited = await send('PATCH', `${id}/rows`, { version, rows: [{ line: 3, skipped: true }] });
    expect(edited.status).toBe(200);
    expect((await send('PATCH', `${id}/rows`, { version, cells: [] })).body).toMatchObject({
      code: 'people.importChanged',
    });
    const marked = await server.inject({ url: `/api/people/imports/${id}/workbook`, headers: clerk });
    const [table] = await readTables(marked.rawPayload, 'a.xlsx');
    expect(table!.rows[1]).toContain('Giàng Thị Sai');
    expect(await accept(id)).toEqual({ status: 200, body: { new: 2, changed: 0, unchanged: 0, leftOut: 1 } });
  });

  test('of two clerks at once: the second sees that the school changed and must look again', async () => {
    const line = '1;Hạng A Đua;05/09/2014;Nam;Mông;6Z1;011214000077;;';
    const [first, second] = [await start('pupils', sheet(line)), await start('pupils', sheet(line))];
    const { version, fingerprint } = await preview(second);
    expect(await accept(first)).toMatchObject({ status: 200 });
    const late = await send('POST', `${second}/acceptance`, { version, fingerprint, leaveOutFaulty: false });
    expect(late).toMatchObject({ status: 409, body: { code: 'people.importStale' } });
    expect(await preview(second)).toMatchObject({ counts: { unchanged: 1 } });
  });

  test('of two clerks who press at the same moment is written once', async () => {
    const line = '1;Hạng A Cùng;05/09/2014;Nam;Mông;6Z1;011214000078;;';
    const ids = [await start('pupils', sheet(line)), await start('pupils', sheet(line))];
    const seen = await Promise.all(ids.map((id) => preview(id)));
    const sent = await Promise.all(
      ids.map((id, at) => {
        const { version, fingerprint } = seen[at];
        return send('POST', `${id}/acceptance`, { version, fingerprint, leaveOutFaulty: false });
      }),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { rows } = await db.owner.query(
      "SELECT count(*)::int AS count FROM people.pupil WHERE full_name = 'Hạng A Cùng'",
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test.each(['tcvn3', 'vni'] as const)(
    'typed in the old font %s are read as Unicode, and it is said',
    async (encoding) => {
      const text = sheet(
        '1;Nguyễn Thị Hường;05/09/2014;Nữ;Thái;6Z1;;;Lường Thị Phượng',
        '2;Lường Văn Đặng;06/09/2014;Nam;Thái;6Z1;;;Quàng Thị Hạnh',
        '3;Đỗ Thị Bưởi;07/09/2014;Nữ;Thái;6Z1;;;Nguyễn Thị Huyền',
      );
      const id = await start('pupils', encodeLegacy(text, encoding));
      const shown = await preview(id);
      expect(shown).toMatchObject({ converted: encoding, counts: { new: 3, faulty: 0 } });
      expect(JSON.stringify(shown.rows[0])).toContain('Nguyễn Thị Hường');
    },
  );

  test('whose columns have other names are matched by hand, and remembered for the next file', async () => {
    const text = 'Họ đệm;Tên;NTNS;Nữ;Ở lớp nào\nPờ Thị;Nhớ;01/02/2014;x;6Z1';
    const id = await start('pupils', text);
    const shown = await preview(id);
    expect(shown.columns.map(({ field }: { field: string }) => field)).toEqual([
      'familyName',
      'givenName',
      'birthDate',
      'femaleMark',
      null,
    ]);
    expect(shown.missingColumns).toEqual(['Lớp']);
    const fields = ['familyName', 'givenName', 'birthDate', 'femaleMark', 'className'];
    expect(
      (await send('PUT', `${id}/columns`, { version: shown.version, fields: [...fields.slice(0, 4), 'sex'] }))
        .status,
    ).toBe(200);
    const twice = await send('PUT', `${id}/columns`, {
      version: shown.version + 1,
      fields: [...fields.slice(0, 4), 'givenName'],
    });
    expect(twice.body).toMatchObject({ code: 'people.unknownColumn' });
    expect((await send('PUT', `${id}/columns`, { version: shown.version + 1, fields })).status).toBe(200);
    expect(await accept(id)).toMatchObject({ status: 200, body: { new: 1 } });
    const next = await preview(await start('pupils', text.replace('Nhớ', 'Nhung')));
    expect(next.missingColumns).toEqual([]);
  });

  test.each([
    ['no headings', 'pupils', 'a;b\n1;2', 422],
    ['headings only', 'pupils', headings, 422],
    ['a kind nobody takes', 'assignments', sheet(...good), 422],
    [
      'spoiled letters',
      'pupils',
      sheet(...Array(6).fill('1;Káº¿ hoáº¡ch nÄƒm há»c cá»§a trÆ°á»ng phá»• thÃ´ng;05/09/2014;;;;;;')),
      422,
    ],
  ])('%s is refused', async (_what, kind, text, status) => {
    expect((await upload(kind, text)).status).toBe(status);
  });

  test('an identity number held by another school is refused with the name of that school', async () => {
    const other = await db.owner.query(
      `SELECT id, name, department_id AS "departmentId" FROM organisation.unit WHERE kind = 'school' AND id <> $1 LIMIT 1`,
      [school.id],
    );
    const pupil = uuidv7();
    const { id: unit, departmentId, name } = other.rows[0];
    await db.owner.query(
      `INSERT INTO people.pupil (id, unit_id, department_id, full_name, sex, birth_date) VALUES ($1, $2, $3, 'Mùa A Khác', 'male', '2014-01-01')`,
      [pupil, unit, departmentId],
    );
    await db.owner.query(
      `INSERT INTO people.pupil_private (pupil_id, unit_id, department_id, identity_number) VALUES ($1, $2, $3, '011214999999')`,
      [pupil, unit, departmentId],
    );
    const { rows } = await preview(
      await start('pupils', sheet('1;Mùa A Khác;01/01/2014;Nam;Mông;6Z1;011214999999;;')),
    );
    expect(rows[0].findings).toMatchObject([
      { code: 'otherSchool', message: `Số định danh này đang có ở ${name}.` },
    ]);
  });
});

test('staff and classes come from their sheets', async () => {
  const staff = await start(
    'staff',
    'Họ và tên;Ngày sinh;Giới tính;Chức vụ;Trình độ;Môn dạy;SĐT\nLường Thị Dạy;02/03/1985;Nữ;GV;ĐHSP;Ngữ văn, Toán;912000111',
  );
  const shown = await preview(staff);
  expect(codesOf(shown)).toEqual(['G2 leadingZero']);
  await send('POST', `${staff}/proposals`, { version: shown.version, code: 'leadingZero' });
  expect(await accept(staff)).toMatchObject({ status: 200, body: { new: 1 } });
  const classes = await start('classes', 'Lớp;GVCN;Học 2 buổi/ngày\n8Z9;Lường Thị Dạy;x\n12Z9;;');
  const seen = await preview(classes);
  expect(seen.counts).toMatchObject({ new: 1, faulty: 1 });
  expect(await accept(classes, true)).toMatchObject({ status: 200, body: { new: 1, leftOut: 1 } });
  const { rows } = await db.owner.query(`
    SELECT c.grade, c.two_sessions, s.full_name, (SELECT count(*)::int FROM people.staff_subject x WHERE x.staff_id = s.id) AS subjects
    FROM people.school_class c JOIN people.staff_member s ON s.id = c.homeroom_staff_id WHERE c.name = '8Z9'`);
  expect(rows).toEqual([{ grade: 8, two_sessions: true, full_name: 'Lường Thị Dạy', subjects: 2 }]);
});

test('the template holds the classes of the school, and is read back as it is', async () => {
  const answer = await server.inject({ url: '/api/people/import-templates/pupils', headers: clerk });
  const tables = await readTables(answer.rawPayload, 'mau.xlsx');
  expect(tables.map(({ name }) => name)).toEqual(['Học sinh', 'Hướng dẫn', 'Danh mục']);
  expect(tables[2]!.rows.flat()).toContain('6Z1');
});

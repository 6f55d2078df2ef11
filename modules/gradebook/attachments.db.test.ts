import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { provinceSeed } from '../plan/testing.ts';
import { type Ground, makeGround, names, sheetAddress } from './testing.ts';

// What stands behind marks: matrix and specification of a test, evidence of a pupil's product.

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let homeroom: Person;
let principal: Person;
let of: (place: string) => string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-15T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 2);
  maths = await hoaBan.as(names.maths, 'teacher');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  of = (place) => `${sheetAddress(ground.classId, 'MATH')}/attachments/${place}`;
});
afterAll(() => hoaBan?.close());

test('a periodic test carries its matrix as a file and its paper as an address; the school’s office reads both', async () => {
  expect((await maths.send(`${of('midterm')}/files/matrix`, 'Ma trận.pdf', pdf)).status).toBe(200);
  const link = { kind: 'paper', title: 'Đề giữa kì', link: 'https://hoaban.test/de' };
  expect((await maths.post(`${of('midterm')}/links`, link)).status).toBe(200);
  const { items } = (await principal.get(of('midterm'))).body;
  expect(items.map(({ kind, title }: Record<string, string>) => [kind, title])).toEqual([
    ['matrix', 'Ma trận.pdf'],
    ['paper', 'Đề giữa kì'],
  ]);
  const file = await principal.get(`/api/gradebook/attachments/${items[0].id}`);
  expect([file.status, file.headers['content-type'], file.bytes.equals(pdf)]).toEqual([
    200,
    'application/pdf',
    true,
  ]);
});

test('a product of a pupil is evidence of that pupil’s mark; looking at it is noted', async () => {
  const [pupilId] = ground.pupils;
  const said = await maths.send(`${of('regular1')}/files/evidence?pupilId=${pupilId}`, 'Mô hình.pdf', pdf);
  expect(said.status).toBe(200);
  expect((await maths.get(`${of('regular1')}?pupilId=${pupilId}`)).body.items).toHaveLength(1);
  expect((await maths.get(`${of('regular1')}?pupilId=${ground.pupils[1]}`)).body.items).toEqual([]);
  expect((await homeroom.get(`/api/gradebook/attachments/${said.body.id}`)).status).toBe(200);
  const { rows } = await hoaBan.db.owner.query(
    `SELECT count(*)::int AS n FROM audit.event WHERE entity = 'gradebook.attachment' AND operation = 'read' AND entity_id = $1`,
    [said.body.id],
  );
  expect(rows[0].n).toBe(1);
});

test('what does not belong there is refused with the reason: a matrix of a regular mark, evidence of nobody, a program, http', async () => {
  const codes = [
    (await maths.send(`${of('regular1')}/files/matrix`, 'a.pdf', pdf)).body.code,
    (await maths.send(`${of('midterm')}/files/evidence`, 'a.pdf', pdf)).body.code,
    (await maths.send(`${of('midterm')}/files/matrix`, 'a.exe', Buffer.from('MZ-program'))).body.code,
    (await maths.send(`${of('midterm')}/files/evidence?pupilId=${ground.strangerId}`, 'a.pdf', pdf)).body
      .code,
  ];
  expect(codes).toEqual([
    'gradebook.cannotAttach',
    'gradebook.cannotAttach',
    'gradebook.fileRefused',
    'gradebook.pupilNotHere',
  ]);
  const http = { kind: 'paper', title: 'Đề', link: 'http://hoaban.test/de' };
  expect((await maths.post(`${of('midterm')}/links`, http)).status).toBe(400);
});

test('only who teaches the subject attaches and takes away; another school sees nothing', async () => {
  expect((await homeroom.send(`${of('final')}/files/matrix`, 'a.pdf', pdf)).body.code).toBe(
    'gradebook.notAssigned',
  );
  const { id } = (await maths.send(`${of('final')}/files/specification`, 'a.pdf', pdf)).body;
  expect((await homeroom.delete(`/api/gradebook/attachments/${id}`)).body.code).toBe('gradebook.notAssigned');
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect((await elsewhere.get(`/api/gradebook/attachments/${id}`)).body.code).toBe('gradebook.noAttachment');
  expect((await elsewhere.get(of('final'))).body.items).toEqual([]);
  expect((await maths.delete(`/api/gradebook/attachments/${id}`)).status).toBe(204);
  expect((await maths.get(of('final'))).body.items).toEqual([]);
});

test('behind one mark lie five things at most', async () => {
  const send = () => maths.send(`${of('regular2')}/files/evidence?pupilId=${ground.pupils[1]}`, 'a.pdf', pdf);
  const said = await Promise.all([send(), send(), send(), send(), send(), send(), send()]);
  expect(said.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(said.filter(({ body }) => body.code === 'gradebook.tooManyAttachments')).toHaveLength(2);
});

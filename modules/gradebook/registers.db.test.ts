import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { readPdf } from '../../platform/documents/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { cellsOf, type Ground, makeGround, names, put, sheetAddress } from './testing.ts';

// The official books: of a class and of a teacher, as pages to sign.

/** What a PDF says, line ends as spaces. */
const wordsOf = (bytes: Buffer) => readPdf(bytes).text.replaceAll(/\s+/g, ' ');

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let homeroom: Person;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-15T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  maths = await hoaBan.as(names.maths, 'teacher');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  const [first] = ground.pupils;
  await maths.post(
    `${sheetAddress(ground.classId, 'MATH')}/cells`,
    cellsOf([
      [first!, 'regular1', '7,5'],
      [first!, 'final', '9'],
      [first!, 'comment', 'Tính nhẩm nhanh.'],
    ]),
  );
  await put(homeroom, `/api/gradebook/classes/${ground.classId}/attendance/2025-10-14`, {
    pupils: [{ pupilId: first, absences: [{ session: 1, period: 0, excused: false, reason: null }] }],
  });
});
afterAll(() => hoaBan?.close());

const classBook = () => `/api/gradebook/classes/${ground.classId}/register`;

test('the book of a class prints its list, absences, every subject with its teacher, results and places to sign', async () => {
  const said = await homeroom.get(classBook());
  expect([said.status, said.headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = wordsOf(said.bytes);
  for (const words of [
    'SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH',
    '(Theo lớp học)',
    'DANH SÁCH HỌC SINH',
    'THEO DÕI CHUYÊN CẦN',
    'KẾT QUẢ ĐÁNH GIÁ: TOÁN',
    'TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ CẢ NĂM HỌC',
    'Vàng A Toán',
    'GIÁO VIÊN CHỦ NHIỆM',
    'Giàng A Thử A',
    '7,5',
  ]) {
    expect(text).toContain(words);
  }
});

test('the book of a teacher prints the own classes with remarks, of no other subject', async () => {
  const said = await maths.get('/api/gradebook/teacher-register');
  expect(said.status).toBe(200);
  const text = wordsOf(said.bytes);
  expect(text).toContain('(Của giáo viên)');
  expect(text).toContain('HKI: Tính nhẩm nhanh.');
  expect(text).toContain('GIÁO DỤC THỂ CHẤT');
  expect(text).not.toContain('LỊCH SỬ');
});

test('both come out as Word files too', async () => {
  for (const address of [classBook(), '/api/gradebook/teacher-register']) {
    const { status, bytes } = await homeroom.get(`${address}?format=docx`);
    expect([status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  }
});

test('a class’s book is not for who only teaches there, nor for another school; a teacher’s is the teacher’s own', async () => {
  expect((await maths.get(classBook())).body.code).toBe('gradebook.notHomeroom');
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect((await elsewhere.get(classBook())).body.code).toBe('gradebook.noSheet');
  expect((await principal.get('/api/gradebook/teacher-register')).status).toBe(403);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { peopleOfSchoolSeed } from '#tests/sample-province/people-of-school.ts';
import { type Shown, shown } from './testing.ts';

// The assignment comes from the spreadsheet a school already has.

let hoaBan: Served;
let principal: Person;
let grid: Shown;

beforeAll(async () => {
  hoaBan = await serve(peopleOfSchoolSeed, '2025-10-01T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong', 'principal');
  grid = await shown(principal);
});
afterAll(() => hoaBan?.close());

const headings = 'Lớp;Môn;Họ và tên;Số tiết/tuần HKI;Số tiết/tuần HKII;Lí do';
const unique = (subjectCode: string, trained: boolean) =>
  grid.teachers.filter(
    ({ name, post, qualifications }) =>
      post === 'teacher' &&
      grid.teachers.filter((one) => one.name === name).length === 1 &&
      qualifications.some((one) => one.subjectCode === subjectCode && one.strand === '') === trained,
  );

async function upload(...lines: string[]) {
  const started = await principal.send(
    '/api/people/imports?kind=assignments',
    'phan-cong.csv',
    [headings, ...lines].join('\n'),
  );
  expect(started.status).toBe(200);
  const preview = await principal.get(`/api/people/imports/${started.body.id}`);
  return { id: started.body.id as string, preview: preview.body };
}

const accept = (id: string, { version, fingerprint }: { version: number; fingerprint: string }) =>
  principal.post(`/api/people/imports/${id}/acceptance`, { version, fingerprint, leaveOutFaulty: false });

test('lines are read by name, periods left empty follow the programme, and sending them again changes nothing', async () => {
  const [literature] = unique('LIT', true);
  const [mathematics] = unique('MATH', true);
  const name = grid.classes[0]!.name;
  const lines = [`${name};Ngữ văn;${literature!.name};;;`, `lớp ${name};toan;${mathematics!.name};4;4;`];
  const first = await upload(...lines);
  expect((await accept(first.id, first.preview)).body).toMatchObject({ new: 2 });
  expect((await shown(principal)).assignments).toMatchObject([
    { subjectCode: 'LIT', staffId: literature!.id, periods: { 1: 4, 2: 4 } },
    { subjectCode: 'MATH', staffId: mathematics!.id },
  ]);
  const again = await upload(...lines);
  expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
});

test('a line with another teacher replaces the recorded one in that class and subject', async () => {
  const [, other] = unique('LIT', true);
  const change = await upload(`${grid.classes[0]!.name};Văn;${other!.name};4;4;`);
  expect(change.preview.counts).toMatchObject({ changed: 1 });
  expect((await accept(change.id, change.preview)).status).toBe(200);
  expect(
    (await shown(principal)).assignments.filter(({ subjectCode }) => subjectCode === 'LIT'),
  ).toMatchObject([{ staffId: other!.id }]);
});

test('every fault is named with what to do, and nothing of it is written', async () => {
  const before = (await shown(principal)).assignments;
  const [untrained] = unique('LIT', false);
  const [trained] = unique('LIT', true);
  const name = grid.classes[1]!.name;
  const { preview } = await upload(
    `${name};Ngữ văn;${untrained!.name};4;4;`,
    `${name};Vật lí;${trained!.name};2;2;`,
    `${name};Toán;Không Có Ai;4;4;`,
    `${name};Ngữ văn;${trained!.name};500;0;`,
    `9Z9;Ngữ văn;${trained!.name};4;4;`,
  );
  expect(preview.counts).toMatchObject({ faulty: 5 });
  const text = JSON.stringify(preview.rows);
  for (const part of [
    'chưa được ghi nhận',
    'không học môn này',
    'Không có giáo viên',
    'không hợp lí',
    'chưa có lớp',
  ]) {
    expect(text).toContain(part);
  }
  expect((await shown(principal)).assignments).toEqual(before);
});

test('a name that two people bear is refused with what to write; with the mark it finds the right one', async () => {
  const [one] = unique('LIT', true);
  const other = grid.teachers.find(
    ({ qualifications }) =>
      qualifications.length > 0 && !qualifications.some(({ subjectCode }) => subjectCode === 'LIT'),
  )!;
  await hoaBan.db.owner.query('UPDATE people.staff_member SET full_name = $2 WHERE id = ANY ($1)', [
    [one!.id, other.id],
    'Cứ Thị Mị',
  ]);
  const marked = (await shown(principal)).teachers.find(({ id }) => id === one!.id)!.name;
  expect(marked).toMatch(/^Cứ Thị Mị \(.*Văn.*\)$/);
  const name = grid.classes[2]!.name;
  const { preview } = await upload(`${name};Ngữ văn;Cứ Thị Mị;4;4;`);
  expect(preview.counts).toMatchObject({ faulty: 1 });
  expect(JSON.stringify(preview.rows)).toContain(marked);
  const clear = await upload(`${name};Ngữ văn;${marked};4;4;`);
  expect(clear.preview.counts).toMatchObject({ faulty: 0, new: 1 });
  await accept(clear.id, clear.preview);
  expect((await shown(principal)).assignments).toContainEqual(
    expect.objectContaining({ subjectCode: 'LIT', staffId: one!.id, classId: grid.classes[2]!.id }),
  );
});

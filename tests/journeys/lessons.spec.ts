import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { addElectiveGroup } from '../../modules/gradebook/testing.ts';
import { here, type LessonGround, makeLessonGround, names } from '../../modules/lessons/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// A teacher writes a lesson plan, the group head approves it, the lesson goes into the log from a phone without signal, the principal sees it.

let hoaBan: Visit;
let ground: LessonGround;

let teacher: Page;
let head: Page;
let principal: Page;

beforeAll(async () => {
  hoaBan = await visit('lessons', provinceSeed, '2025-09-10T08:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  teacher = await hoaBan.as(names.maths, { size: phone, installed: true });
  head = await hoaBan.as(names.history);
  principal = await hoaBan.as(names.principal);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the teacher writes the plan of a lesson of the programme and proposes it', async () => {
  await teacher.goto('/bai-day');
  await button(teacher, 'Soạn bài Tập hợp').click();
  await button(teacher, 'Bắt đầu soạn').click();
  await teacher.getByRole('heading', { level: 1, name: 'Tập hợp' }).waitFor();
  await teacher.getByText('Kĩ năng sống').click();
  await teacher.getByText('Bài học STEM').click();
  for (const field of await teacher.getByLabel('d) Tổ chức thực hiện').all())
    await field.fill('Cả lớp cùng làm');
  await atRest(teacher);
  expect(await accessibilityFaults(teacher)).toEqual([]);
  await hoaBan.picture(teacher, 'bai-day-soan');
  await button(teacher, 'Lưu và trình duyệt').click();
  await said(teacher, 'Chờ duyệt');
});

test('the group head reads and approves it', async () => {
  await head.goto('/duyet-bai-day');
  await head.getByRole('link', { name: 'Tập hợp' }).click();
  await said(head, 'Cả lớp cùng làm');
  await atRest(head);
  expect(await accessibilityFaults(head)).toEqual([]);
  await hoaBan.picture(head, 'bai-day-duyet');
  await button(head, 'Duyệt').click();
  await head.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await said(head, 'Đã duyệt');
});

test('the lesson is written into the log without a network, and goes on where the class stands', async () => {
  await teacher.goto('/so-dau-bai');
  await said(teacher, 'Tiếp theo chương trình: tiết 1. Tập hợp (tiết 1/2)');
  await button(teacher, 'Giữ trên máy này').click();
  await said(teacher, 'Máy này đã sẵn sàng dùng khi mất mạng.');
  await teacher.context().setOffline(true);
  await teacher.reload();
  await button(teacher, /^Ghi 6A1 · Toán, tiết 1 /).click();
  const form = teacher.getByRole('dialog');
  await form.getByLabel('Nhận xét của giáo viên').fill('Lớp sôi nổi');
  await atRest(teacher);
  await hoaBan.picture(teacher, 'so-dau-bai-ghi');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(teacher, 'Đã giữ trên máy này, sẽ gửi khi có mạng.');
  await said(teacher, 'Chờ gửi');
  await said(teacher, 'Tiếp theo chương trình: tiết 2. Tập hợp (tiết 2/2)');
  await teacher.context().setOffline(false);
  await teacher.getByRole('link', { name: 'Việc chờ gửi: không có' }).first().waitFor();
  const { rows } = await hoaBan.db.owner.query(
    'SELECT title, remark, programme_period FROM lessons.log_entry',
  );
  expect(rows).toEqual([{ title: 'Tập hợp (tiết 1/2)', remark: 'Lớp sôi nổi', programme_period: 1 }]);
  await atRest(teacher);
  expect(await accessibilityFaults(teacher)).toEqual([]);
  expect(await teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('the principal sees the class book and where each class stands', async () => {
  await principal.goto('/so-dau-bai/lop');
  await principal.getByRole('link', { name: '6A1', exact: true }).click();
  await said(principal, 'Nhận xét: Lớp sôi nổi');
  await atRest(principal);
  expect(await accessibilityFaults(principal)).toEqual([]);
  await hoaBan.picture(principal, 'so-dau-bai-lop');
  await principal.goto('/tien-do-chuong-trinh');
  await said(principal, '6A1 · Toán');
  await said(principal, '1 / 6 tiết');
  await principal.goto('/thong-ke-bai-day');
  await said(principal, 'Bài học STEM');
  await atRest(principal);
  expect(await accessibilityFaults(principal)).toEqual([]);
});

test('the lessons of an elective group are written on a phone, each with the period of the programme that it goes on with', async () => {
  const { db } = hoaBan;
  const place = [here.id, here.departmentId];
  const groupId = await addElectiveGroup(db, 'BIO', ground.staff.maths, [ground.pupils[0]!], 'Lượt 1');
  for (const [position, [title, periods]] of (
    [
      ['Thế giới sống', 2],
      ['Tế bào', 1],
    ] as const
  ).entries())
    await db.owner.query(
      `INSERT INTO education_plan.lesson (id, plan_id, unit_id, department_id, position, grade, subject_code, title, periods, week)
       SELECT $1, plan_id, unit_id, department_id, $2, 10, 'BIO', $3, $4, 1 FROM education_plan.lesson LIMIT 1`,
      [uuidv7(), position, title, periods],
    );
  await db.owner.query('UPDATE people.school_class SET grade = 10 WHERE id = $1', [ground.classId]);
  for (const weekday of [1, 2]) {
    const lessonId = uuidv7();
    await db.owner.query(
      `INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, strand, title, study_group_id, block,
         duration, weekday, half, period) VALUES ($1, $2, $3, $4, 'group', 1, 'BIO', '', 'BIO', $5, '10 Lượt 1', 1, $6, 'morning', 5)`,
      [lessonId, ground.timetableId, ...place, groupId, weekday],
    );
    await db.owner.query(
      'INSERT INTO timetable.lesson_class (lesson_id, class_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [lessonId, ground.classId, ground.timetableId, ...place],
    );
    await db.owner.query(
      'INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [lessonId, ground.staff.maths, ground.timetableId, ...place],
    );
  }
  await teacher.goto(`/so-dau-bai/nhom/${groupId}`);
  const form = teacher.getByRole('dialog');
  const chosen = form.getByRole('combobox', { name: 'Tiết theo phân phối chương trình' });
  const write = (on: string) =>
    teacher.getByRole('listitem').filter({ hasText: on }).getByRole('button', { name: 'Ghi' }).click();
  await write('09/09/2025');
  await chosen.waitFor();
  expect(await chosen.inputValue()).toBe('2. Thế giới sống (tiết 2/2)');
  await form.getByRole('button', { name: 'Hủy' }).click();
  await write('08/09/2025');
  expect(await chosen.inputValue()).toBe('1. Thế giới sống (tiết 1/2)');
  await chosen.fill('Tế bào');
  await teacher.getByRole('option', { name: '3. Tế bào' }).click();
  expect(await form.getByLabel('Tên bài, nội dung').inputValue()).toBe('Tế bào');
  await atRest(teacher);
  expect(await accessibilityFaults(teacher)).toEqual([]);
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(teacher, 'Tiết 3. Tế bào');
  await write('09/09/2025');
  // The programme is over: nothing is offered, and nothing beyond it is kept.
  expect(await chosen.inputValue()).toBe('');
  // What is written already is not written over from another day.
  await form.getByLabel('Tên bài, nội dung').fill('Ôn tập');
  await form.getByLabel('Ngày').fill('08/09/2025');
  await said(teacher, /Tiết này đã ghi/);
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await form.getByLabel('Ngày').fill('09/09/2025');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await said(teacher, 'Ôn tập');
  await said(teacher, 'Tiết 3. Tế bào');
  await teacher
    .getByRole('row', { name: /Tế bào/ })
    .or(teacher.getByRole('listitem').filter({ hasText: 'Tế bào' }))
    .getByRole('button', { name: 'Sửa' })
    .click();
  await teacher.getByRole('dialog', { name: /08\/09\/2025, Sáng, tiết 5/ }).waitFor();
  expect(await form.getByLabel('Ngày').count()).toBe(0);
});

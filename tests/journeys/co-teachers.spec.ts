import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { addFamilyAccount } from '../../modules/family/testing.ts';
import { here, type LessonGround, makeLessonGround, names } from '../../modules/lessons/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// One of two who teach a lesson together is away: the office sees that nobody is needed, the colleague and the class that it is held; and the
// homeroom teacher gives the calendar of the class away.

let hoaBan: Visit;
let ground: LessonGround;

beforeAll(async () => {
  hoaBan = await visit('co-teachers', provinceSeed, '2025-09-16T06:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  const { owner } = hoaBan.db;
  await owner.query(
    `INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id)
     SELECT id, $2, timetable_id, unit_id, department_id FROM timetable.lesson WHERE subject_code = 'HISGEO' AND timetable_id = $1`,
    [ground.timetableId, ground.staff.maths],
  );
  const accountId = await addFamilyAccount(hoaBan.db, here, {
    ...{ username: 'hoc.sinh.thu', name: 'Giàng A Thử A', role: 'pupil' as const },
  });
  await owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [accountId, ground.pupils[0]]);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the office records who is away: of the lesson that a colleague holds it says that nobody is needed', async () => {
  const office = await hoaBan.as(names.principal);
  await office.goto('/thoi-khoa-bieu/thay-doi');
  await button(office, 'Ghi thay đổi').click();
  await office.getByRole('combobox', { name: 'Giáo viên vắng' }).click();
  await office.getByRole('option', { name: 'Lò Thị Sử' }).click();
  await office.getByLabel('Lí do').fill('Ốm');
  await said(office, '0 tiết cần người dạy thay');
  const choice = office.getByRole('combobox', { name: /Tiết 1 sáng Thứ Ba/i });
  expect(await choice.inputValue()).toBe('Không cần người thay: Vàng A Toán vẫn dạy');
  await atRest(office);
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'tkb-day-cung');
  await button(office, 'Ghi và báo người liên quan').click();
  await said(office, /Đã ghi 1 tiết thay đổi/);
});

test('the colleague and the pupil see on their phones that it is held; in the week of who is away it is struck through', async () => {
  const words = /Sử vắng, người dạy cùng vẫn dạy/;
  const colleague = await hoaBan.as(names.maths, { size: phone });
  await colleague.goto('/thoi-khoa-bieu/tuan');
  await said(colleague, words);
  expect(await colleague.locator('[data-gone]').count()).toBe(0);
  await hoaBan.picture(colleague, 'tkb-day-cung-tuan');
  const pupil = await hoaBan.as('hoc.sinh.thu', { size: phone });
  await pupil.goto('/gia-dinh');
  await said(pupil, words);
  expect(await accessibilityFaults(pupil)).toEqual([]);
  await hoaBan.picture(pupil, 'tkb-day-cung-gia-dinh');
  const away = await hoaBan.as(names.history);
  await away.goto('/thoi-khoa-bieu/tuan');
  await away.locator('[data-gone]').getByText(words).waitFor();
});

test('the homeroom teacher gets the address of the class for its group chat, and another for the own lessons', async () => {
  const homeroom = await hoaBan.as(names.history);
  await homeroom.goto(`/thoi-khoa-bieu/tuan?xem=class&ai=${ground.classId}`);
  await button(homeroom, 'Lấy địa chỉ lịch của lớp 6A1').click();
  await homeroom.getByRole('dialog').getByRole('button', { name: 'Lấy địa chỉ mới' }).click();
  await said(homeroom, /Gửi địa chỉ này vào nhóm của lớp/);
  await hoaBan.picture(homeroom, 'tkb-lich-lop');
  expect(await accessibilityFaults(homeroom)).toEqual([]);
  await homeroom.goto('/thoi-khoa-bieu/tuan?xem=teacher');
  await button(homeroom, 'Lấy địa chỉ lịch').waitFor();
});

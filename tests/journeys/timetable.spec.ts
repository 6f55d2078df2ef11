import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timetableTasks } from '#modules/timetable';
import { fixedClock } from '#platform/clock';
import { runDueJobsNow } from '#platform/jobs';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';

// The principal says what matters, has a timetable made, moves a lesson by keyboard, publishes; a teacher sees the own week on a phone.

const now = '2025-09-08T08:00:00+07:00';
let hoaBan: Visit;
let office: Page;
let mobile: Page;

beforeAll(async () => {
  hoaBan = await visit('timetable', assignedTeachingSeed, now);
  office = await hoaBan.as('hieutruong');
  mobile = await hoaBan.as('giaovien', { size: phone });
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Background work, as the running program does it. */
function work(): Promise<void> {
  const tasks = timetableTasks({ database: hoaBan.db.database, clock: fixedClock(now), log: () => {} });
  return runDueJobsNow({
    ownerUrl: hoaBan.db.ownerUrl,
    tasks: { ...tasks, 'plan.mailDigest': async () => {} },
  });
}

test('the principal says what matters, closes a period of a teacher, and saves', async () => {
  await office.goto('/thoi-khoa-bieu/thiet-lap');
  await office.getByRole('slider', { name: 'Giáo viên đến trường ít buổi' }).press('ArrowRight');
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'tkb-thiet-lap');
  // What is not saved yet waits for the principal, who is told that a search does not know it, and can be dropped.
  await said(office, 'máy vẫn xếp theo bản đã lưu');
  await office.getByRole('link', { name: 'Sang trang xếp thời khoá biểu' }).click();
  await button(office, 'Xếp thời khoá biểu').waitFor();
  await office.goBack();
  await button(office, 'Bỏ thay đổi').click();
  expect(await button(office, 'Lưu').isDisabled()).toBe(true);
  await office.getByRole('slider', { name: 'Giáo viên đến trường ít buổi' }).press('ArrowRight');
  await office.getByRole('link', { name: 'Giờ đóng' }).click();
  await button(office, 'tiết 5 sáng Thứ Năm: để ngỏ').click();
  await button(office, 'tiết 5 sáng Thứ Năm: Đóng').waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'tkb-gio-dong');
  // On a slow line the principal goes on while it is being saved: that is kept, for the next time.
  const line = Promise.withResolvers<void>();
  await office.route(
    '**/api/timetable/setup',
    async (route) => {
      await line.promise;
      await route.continue();
    },
    { times: 1 },
  );
  await button(office, 'Lưu').click();
  await button(office, 'tiết 5 sáng Thứ Sáu: để ngỏ').click();
  line.resolve();
  await said(office, 'Đã lưu thiết lập');
  await atRest(office);
  await button(office, 'tiết 5 sáng Thứ Năm: Đóng').waitFor();
  await button(office, 'tiết 5 sáng Thứ Sáu: Đóng').waitFor();
  await button(office, 'Lưu').and(office.locator(':enabled')).waitFor();
  for (const [part, picture] of [
    ['Tuần học', 'tkb-tuan-hoc'],
    ['Hoạt động cố định', 'tkb-hoat-dong'],
    ['Môn học', 'tkb-mon'],
  ] as const) {
    await office.getByRole('link', { name: part, exact: true }).click();
    await office.getByRole('heading', { name: part }).waitFor();
    await atRest(office);
    expect(await accessibilityFaults(office)).toEqual([]);
    await hoaBan.picture(office, picture);
  }
});

test('has a timetable made, sees the cost fall, and stops when it is good', async () => {
  const deputy = await hoaBan.as('phohieutruong');
  await deputy.goto('/thoi-khoa-bieu');
  await button(deputy, 'Xếp thời khoá biểu').waitFor();
  await office.goto('/thoi-khoa-bieu');
  await button(office, 'Xếp thời khoá biểu').click();
  await said(office, /Đang chờ máy bắt đầu/);
  // Whose page does not know of it yet is told when asking for another one, and shown the one under way.
  await button(deputy, 'Xếp thời khoá biểu').click();
  await said(deputy, 'Trường đang có một lần xếp chưa xong');
  await button(deputy, 'Dừng').waitFor();
  await deputy.close();
  const working = work();
  await office.getByText(/đủ chỗ mọi tiết, còn 0 điểm vướng/).waitFor({ timeout: 60_000 });
  // How far it is, and each wish with what it cost when every lesson had a place and costs now.
  await office.getByRole('progressbar', { name: /đủ chỗ mọi tiết/ }).waitFor();
  await office
    .getByRole('listitem')
    .filter({ hasText: /^Số buổi đến trường\d+/ })
    .waitFor();
  await hoaBan.picture(office, 'tkb-dang-xep');
  expect(await accessibilityFaults(office)).toEqual([]);
  await button(office, 'Dừng').click();
  await working;
  await said(office, /Đã dừng sau/);
  await office.getByRole('link', { name: 'Mở phương án', exact: true }).waitFor();
  await button(office, 'Công bố Phương án 1').waitFor();
  await hoaBan.picture(office, 'tkb-phuong-an');
  expect(await accessibilityFaults(office)).toEqual([]);
});

test('moves a lesson by keyboard, is told what each cell means, takes a chain of swaps, and takes it back', async () => {
  await office.getByRole('link', { name: 'Mở phương án', exact: true }).click();
  await office.getByRole('heading', { level: 1, name: 'Phương án 1' }).waitFor();
  const small = await button(office, /^Lớp \d\w: .* chỗ/).allTextContents();
  expect(small.length).toBeGreaterThan(1);
  expect(small).toEqual(small.toSorted());
  const place = (row: number, column: number) => office.locator(`[data-place="${row}-${column}"]`);
  const before = await place(1, 1).textContent();
  await place(1, 1).press('Enter');
  await said(office, /Đang nhấc/);
  await atRest(office);
  await hoaBan.picture(office, 'tkb-dang-nhac');
  expect(await accessibilityFaults(office)).toEqual([]);
  const wanted = office.locator('[data-verdict="conflict"]');
  const chain = button(office, /^Đổi \d+ tiết$/).first();
  for (let tried = 0; (await chain.count()) === 0; tried += 1) {
    await wanted.nth(tried).focus();
    await wanted.nth(tried).press('Enter');
    await said(office, /cách đổi chỗ để xếp được|Không có cách đổi nào/);
    if ((await chain.count()) === 0) await button(office, 'Chọn ô khác').click();
  }
  // The best chain has the focus, and is shown in the grid before it is taken.
  await office.locator('[data-preview]').first().waitFor();
  await atRest(office);
  await hoaBan.picture(office, 'tkb-doi-day-chuyen');
  expect(await accessibilityFaults(office)).toEqual([]);
  await chain.press('Enter');
  const undo = button(office, 'Hoàn tác').first();
  await undo.and(office.locator(':enabled')).waitFor();
  await atRest(office);
  // Also after a reload.
  await office.reload();
  await undo.and(office.locator(':enabled')).waitFor();
  await undo.click();
  await expect.poll(() => place(1, 1).textContent()).toBe(before);
  await button(office, 'Làm lại').and(office.locator(':enabled')).waitFor();
  // Pressed twice before the first is saved, it is one step, and one step takes it back.
  for (const _ of [1, 2]) await office.keyboard.press('Control+y');
  await undo.and(office.locator(':enabled')).waitFor();
  await undo.click();
  await button(office, 'Làm lại').and(office.locator(':enabled')).waitFor();
  expect(await undo.isDisabled()).toBe(true);
  await expect.poll(() => place(1, 1).textContent()).toBe(before);
  await office.getByRole('link', { name: 'Toàn trường' }).click();
  await said(office, /Thứ Hai · sáng\s1/);
  await hoaBan.picture(office, 'tkb-toan-truong');
  expect(await accessibilityFaults(office)).toEqual([]);
});

test('publishes it for the weeks of the semester', async () => {
  await office.goto('/thoi-khoa-bieu');
  await button(office, 'Công bố Phương án 1').click();
  await hoaBan.picture(office, 'tkb-cong-bo');
  await office.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
  await said(office, /Đã công bố “Phương án 1” cho tuần/);
});

test('the teacher sees the own week on a phone', async () => {
  await mobile.goto('/thoi-khoa-bieu/tuan');
  await mobile.getByRole('heading', { level: 1, name: 'Thời khoá biểu của tôi' }).waitFor();
  await mobile.getByRole('link', { name: 'Thứ Ba' }).click();
  await atRest(mobile);
  await hoaBan.picture(mobile, 'tkb-cua-toi');
  expect(await accessibilityFaults(mobile)).toEqual([]);
  expect(await mobile.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // The whole school: days and periods stand beside the lessons, not under them.
  await mobile.getByRole('link', { name: 'Toàn trường' }).click();
  const hours = mobile.locator('th[scope="row"]');
  await hours.first().waitFor();
  expect(
    await hours.evaluateAll((heads) => heads.filter((one) => one.scrollWidth > one.clientWidth)),
  ).toEqual([]);
});

test('the principal records who is away tomorrow: substitutes are proposed and told', async () => {
  await office.goto('/thoi-khoa-bieu/thay-doi');
  await button(office, 'Ghi thay đổi').click();
  // Somebody who teaches on Monday more than the flag salute: that one stays where it is.
  const { rows } = await hoaBan.db.owner.query<{ name: string }>(
    `SELECT p.full_name AS name FROM timetable.timetable t JOIN timetable.lesson l ON l.timetable_id = t.id AND l.weekday = 1 AND l.kind <> 'event'
     JOIN timetable.lesson_staff s ON s.lesson_id = l.id JOIN people.staff_member p ON p.id = s.staff_id
     WHERE t.state = 'published' ORDER BY p.full_name LIMIT 1`,
  );
  // On a slow line nothing is recorded before it is known who could stand in.
  const line = Promise.withResolvers<void>();
  await office.route(
    '**/api/timetable/substitutes?*',
    async (route) => {
      await line.promise;
      await route.continue();
    },
    { times: 1 },
  );
  await office.getByRole('combobox', { name: 'Giáo viên vắng' }).click();
  await office.getByRole('option', { name: rows[0]!.name }).first().click();
  await office.getByLabel('Lí do').fill('Ốm');
  expect(await button(office, 'Ghi và báo người liên quan').isDisabled()).toBe(true);
  line.resolve();
  await said(office, /tiết cần người dạy thay/);
  await office.getByRole('radio', { name: /Dời tiết trong tuần/ }).check();
  await said(office, /Dời \d+ lần|Không có cách dời|Chưa tìm được cách dời/);
  await atRest(office);
  await hoaBan.picture(office, 'tkb-doi-tiet');
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByRole('radio', { name: 'Người dạy thay' }).check();
  await said(office, /tiết cần người dạy thay/);
  await atRest(office);
  await hoaBan.picture(office, 'tkb-day-thay');
  expect(await accessibilityFaults(office)).toEqual([]);
  await button(office, 'Ghi và báo người liên quan').click();
  await said(office, /Đã ghi \d+ tiết thay đổi/);
  const recorded = await office.getByRole('row').filter({ hasText: 'Giáo viên vắng' }).textContent();
  expect(recorded).not.toMatch(/ – |\b0 /); // one day, and no numbers of what there is none
  await hoaBan.picture(office, 'tkb-thay-doi');
  expect(await accessibilityFaults(office)).toEqual([]);
  // Ended on its second day it was for one day.
  await hoaBan.db.owner.query(
    'UPDATE timetable.disruption SET to_day = from_day + 5, ended_on = from_day + 1 WHERE ended_on IS NULL',
  );
  await office.reload();
  await office.getByRole('row').filter({ hasText: 'Giáo viên vắng' }).waitFor();
  expect(await office.getByRole('row').filter({ hasText: 'Giáo viên vắng' }).textContent()).not.toMatch(
    / – /,
  );
  // In the week of who is away the lesson is struck through.
  const away = await hoaBan.db.owner.query<{ id: string }>(
    `SELECT s.staff_id AS id FROM timetable.day_change c JOIN timetable.lesson_staff s ON s.lesson_id = c.lesson_id`,
  );
  await office.goto(`/thoi-khoa-bieu/tuan?xem=teacher&ai=${away.rows[0]!.id}`);
  const gone = office.locator('[data-gone]').first();
  await gone.getByText(/thay|nghỉ/i).waitFor();
  expect(
    await gone
      .locator('span')
      .first()
      .evaluate((title) => getComputedStyle(title).textDecorationLine),
  ).toBe('line-through');
  expect(await accessibilityFaults(office)).toEqual([]);
});

test('the department sees who has published', async () => {
  const department = await hoaBan.as('truongphong');
  await department.goto('/thoi-khoa-bieu/cac-truong');
  await said(department, /1\/\d+ trường đã công bố/);
  await atRest(department);
  await hoaBan.picture(department, 'tkb-cac-truong');
  expect(await accessibilityFaults(department)).toEqual([]);
});

test('a timetable half laid is not praised for its few gaps; two stand beside each other on a phone', async () => {
  await office.goto('/thoi-khoa-bieu');
  await button(office, 'Lập bản trống').click();
  await office.getByRole('heading', { level: 1, name: /Bản nháp/ }).waitFor();
  await office.setViewportSize(phone);
  await office.goto('/thoi-khoa-bieu');
  await said(office, /còn lỗi phải sửa thì chưa công bố được/);
  const table = office.getByRole('region', { name: 'So sánh các phương án' }).last();
  await table.waitFor();
  const heads = await table.locator('thead th').allTextContents();
  const published = heads.findIndex((text) => text.includes('đã công bố'));
  expect(heads).toHaveLength(3);
  const praised = await table
    .locator('td[data-best]')
    .evaluateAll((cells) => [...new Set(cells.map((cell) => (cell as HTMLTableCellElement).cellIndex))]);
  expect(praised).toEqual([published]);
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  // What a search came to is told in its own semester only: it cannot go on in the other one.
  const result = office.getByRole('link', { name: 'Mở phương án', exact: true });
  await result.waitFor();
  await office.goto('/thoi-khoa-bieu?hk=2');
  await button(office, 'Xếp thời khoá biểu').waitFor();
  expect(await result.count()).toBe(0);
});

test('a calendar address is offered to who has lessons, with a press that copies it', async () => {
  await office.goto('/thoi-khoa-bieu/tuan');
  await said(office, /Theo Phương án 1/);
  expect(await button(office, 'Lấy địa chỉ lịch').count()).toBe(0);
  await mobile.goto('/thoi-khoa-bieu/tuan');
  await button(mobile, 'Lấy địa chỉ lịch').waitFor();
  const guardian = await hoaBan.as('chame', { size: phone });
  await guardian.goto('/gia-dinh');
  await button(guardian, 'Đưa vào lịch điện thoại').click();
  await button(guardian, 'Chép địa chỉ').waitFor();
  expect(await accessibilityFaults(guardian)).toEqual([]);
});

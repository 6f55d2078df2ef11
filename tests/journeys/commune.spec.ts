import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, visit } from '#tests/harness/visit.ts';
import { publishedPlanSeed } from '#tests/sample-province/published-plan.ts';

// A commune officer finds the commune's own duty, and answers for the schools below.

const duty = 'Điều tiết giáo viên giữa nơi thừa và nơi thiếu trong cùng địa bàn';
let hoaBan: Visit;
let officer: Page;

beforeAll(async () => {
  hoaBan = await visit('commune', publishedPlanSeed, '2025-08-05T08:00:00+07:00');
  officer = await hoaBan.as('xa.muongpon');
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the officer takes note of the newest duties at once', async () => {
  const line = Promise.withResolvers<void>();
  await officer.route('**/api/plan/my-work?*', (route) => line.promise.then(() => route.continue()), {
    times: 1,
  });
  await officer.goto('/viec-cua-toi?loc=new');
  const all = officer.getByRole('checkbox', { name: 'Chọn tất cả các dòng đang hiện' });
  // Before the list is there a tick would choose nothing.
  await all.and(officer.locator(':disabled')).waitFor();
  line.resolve();
  await all.check();
  const chosen = officer.getByRole('button', { name: /^Tiếp nhận \d+ việc$/ });
  const count = Number(/\d+/.exec((await chosen.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(10);
  await chosen.click();
  await said(officer, `Đã tiếp nhận ${count}/${count} việc.`);
});

test('carries out a duty of the commune and hands it in', async () => {
  await officer.goto('/viec-cua-toi?tim=dieu+tiet+giao+vien');
  await officer.getByRole('link', { name: duty }).click();
  await officer.locator('input[type=file]').setInputFiles({
    name: 'Phương án điều tiết.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  });
  await said(officer, 'Đã gửi tệp Phương án điều tiết.pdf.');
  await button(officer, 'Nộp kết quả').click();
  await dialog(officer).getByLabel('Ghi chú (không bắt buộc)').fill('Đã thống nhất với các trường');
  await dialog(officer).getByRole('button', { name: 'Nộp kết quả' }).click();
  await said(officer, 'Đã nộp lên cấp trên.');
  // The button that opened the dialog has done its work and is gone: the keys go on from the title.
  await officer.getByRole('heading', { level: 1, name: duty }).and(officer.locator(':focus')).waitFor();
  await hoaBan.picture(officer, 'xa-nhiem-vu');
});

test('the division sends it back, the officer mends it, the division accepts', async () => {
  const head = await hoaBan.as('truongphong');
  await head.goto('/cho-duyet');
  await head.getByRole('link', { name: duty }).click();
  await button(head, 'Trả lại').click();
  await dialog(head).getByRole('button', { name: 'Trả lại' }).click();
  await said(head, 'Hãy viết nội dung.');
  await dialog(head).getByLabel('Cần bổ sung gì').fill('Thiếu số giáo viên môn Tin học');
  await dialog(head).getByRole('button', { name: 'Trả lại' }).click();
  await said(head, 'Đã trả lại.');

  await officer.reload();
  await said(officer, 'Bị trả lại: Thiếu số giáo viên môn Tin học');
  await button(officer, 'Nộp kết quả').click();
  await dialog(officer).getByRole('button', { name: 'Nộp kết quả' }).click();
  await said(officer, 'Đã nộp lên cấp trên.');

  await head.reload();
  await button(head, 'Công nhận').click();
  await dialog(head).getByRole('button', { name: 'Công nhận' }).click();
  await said(head, 'Đã công nhận.');
  await officer.reload();
  await officer.getByRole('main').getByText('Hoàn thành', { exact: true }).first().waitFor();
});

test('a school’s difficulty reaches the officer, whose answer reaches the school', async () => {
  const principal = await hoaBan.as('hieutruong');
  await principal.goto('/viec-cua-toi');
  await principal.getByRole('table').getByRole('link').first().click();
  await button(principal, 'Khác').click();
  await principal.getByRole('menuitem', { name: 'Báo vướng mắc' }).click();
  await dialog(principal).getByLabel('Tóm tắt khó khăn').fill('Thiếu hai phòng học');
  await dialog(principal).getByLabel('Khó khăn cụ thể').fill('Phòng tạm bị mưa làm hỏng');
  await dialog(principal).getByRole('button', { name: 'Báo vướng mắc' }).click();
  await said(principal, 'Đã báo vướng mắc lên cấp trên.');

  await officer.goto('/kho-khan');
  await said(officer, 'Thiếu hai phòng học');
  await hoaBan.picture(officer, 'kho-khan');
  await officer.getByText('Thiếu hai phòng học').first().click();
  await dialog(officer).getByRole('button', { name: 'Trả lời' }).click();
  await dialog(officer).getByLabel('Trả lời').fill('Xã cho mượn nhà văn hóa bản');
  const send = dialog(officer).getByRole('button', { name: 'Gửi trả lời' });
  await send.click();
  await send.waitFor({ state: 'detached' }); // until then the words stand in the field they were typed into
  await dialog(officer).getByText('Xã cho mượn nhà văn hóa bản').waitFor();

  // The link in the mail opens it wherever it stands in the list.
  const link = officer.url().replace('/kho-khan?', '/kho-khan?loc=closed&');
  await officer.goto(link);
  await dialog(officer).getByText('Xã cho mượn nhà văn hóa bản').waitFor();

  await principal.goto('/viec-cua-toi?loc=blocked');
  await principal.getByRole('table').getByRole('link').first().click();
  await said(principal, 'Xã cho mượn nhà văn hóa bản');
});

test('the officer sees the schools of the commune on the board and none beyond', async () => {
  await officer.goto('/bang-theo-doi');
  await said(officer, /việc ở/);
  await said(officer, 'Mường Pồn');
  expect(await officer.getByText('Phường Mường Thanh').count()).toBe(0);
  await hoaBan.picture(officer, 'xa-bang-theo-doi');
});

test('the year on top leads to another school year and back, and says where one is', async () => {
  await hoaBan.db.owner.query(
    `INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, is_current, source_note)
     SELECT gen_random_uuid(), department_id, '2024-2025', '2024-08-26', '2024-09-05', '2025-05-31', false, 'Năm trước'
     FROM organisation.school_year WHERE is_current`,
  );
  const work = officer.getByRole('table').getByRole('link').first();
  await officer.goto('/viec-cua-toi');
  await work.waitFor();
  await officer.getByRole('button', { name: /Năm học 2025-2026/ }).click();
  await dialog(officer).getByRole('button', { name: 'Năm học 2024-2025', exact: true }).click();
  await said(officer, 'Đang xem năm học 2024-2025, đã qua.');
  await work.waitFor({ state: 'detached' });
  await hoaBan.picture(officer, 'nam-hoc-truoc');
  // The choice stays while going about, and a link to a single thing leads there all the same.
  await officer.goto('/ke-hoach');
  await said(officer, 'Năm học khác:');
  await button(officer, '2025-2026 (1 bản)').click();
  await officer.getByText('Đang xem năm học').waitFor({ state: 'detached' });
  await officer.goto('/viec-cua-toi');
  await work.waitFor();
});

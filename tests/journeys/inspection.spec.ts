import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, type Visit, visit } from '#tests/harness/visit.ts';
import { publishedPlanSeed } from '#tests/sample-province/published-plan.ts';

// The department inspects a school against its duties; what is wrong is mended, answered and closed.

const wrong = 'Hai phòng học chưa có đèn đủ sáng. Nhà trường thay đèn.';
let hoaBan: Visit;
let head: Page;
let principal: Page;
let school: string;
let inspection: string;

beforeAll(async () => {
  hoaBan = await visit('inspection', publishedPlanSeed, '2025-10-14T08:00:00+07:00');
  head = await hoaBan.as('truongphong');
  principal = await hoaBan.as('hieutruong');
  school = (await (await principal.request.get('/api/me')).json()).role.unit.name;
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last();
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the head plans an inspection; a day that cannot be stays on the form', async () => {
  await head.goto('/kiem-tra/moi');
  await head.getByRole('combobox', { name: 'Đơn vị được kiểm tra' }).fill(school);
  await head.getByRole('option', { name: school, exact: true }).click();
  await head.getByLabel('Nội dung', { exact: true }).fill('Việc thực hiện nhiệm vụ đầu năm học');
  const day = head.getByLabel('Ngày kiểm tra dự kiến', { exact: true });
  expect(await day.inputValue()).toBe('21/10/2025');
  await day.fill('31/11');
  await button(head, 'Lập cuộc kiểm tra').click();
  await said(head, 'Lịch không có ngày 31/11. Hãy kiểm tra lại ngày và tháng.');
  await day.fill('13.10');
  await button(head, 'Lập cuộc kiểm tra').click();
  await said(head, 'Hãy chọn từ ngày 14/10/2025 trở đi.');
});

test('picks the day in the calendar by keyboard alone', async () => {
  const day = head.getByLabel('Ngày kiểm tra dự kiến', { exact: true });
  await day.fill('16/10');
  await day.press('ArrowDown');
  const focused = head.locator('[role=grid] :focus');
  await focused.waitFor();
  expect(await focused.getAttribute('aria-label')).toBe('Thứ Năm, 16 tháng 10, 2025');
  expect(await accessibilityFaults(head)).toEqual([]);
  await hoaBan.picture(head, 'chon-ngay');
  for (const key of ['PageDown', 'PageUp', 'ArrowLeft']) await head.keyboard.press(key);
  await head.keyboard.press('Escape');
  await head.getByRole('grid').waitFor({ state: 'detached' });
  expect(await day.inputValue()).toBe('16/10/2025');
  await day.press('ArrowDown');
  await focused.waitFor();
  for (const key of ['ArrowLeft', 'ArrowUp', 'Enter']) await head.keyboard.press(key);
  await head.getByRole('grid').waitFor({ state: 'detached' });
  expect(await day.inputValue(), 'no earlier than today').toBe('14/10/2025');
});

test('the checklist comes out of the duties of the school', async () => {
  await button(head, 'Lập cuộc kiểm tra').click();
  await said(head, /Đã lập cuộc kiểm tra với \d+ nội dung\./);
  await head.getByRole('heading', { level: 1, name: school }).waitFor();
  inspection = new URL(head.url()).pathname;
  expect(await head.locator('[data-check]').count()).toBeGreaterThan(5);
  await said(head, /Nhiệm vụ \S+/);
});

test('the school is told of it and sees the checklist without recording anything', async () => {
  await principal.goto(inspection);
  await principal.getByText('Việc thực hiện nhiệm vụ đầu năm học').waitFor();
  await principal.locator('[data-check]').first().waitFor();
  expect(await button(principal, 'Bắt đầu kiểm tra').count()).toBe(0);
  expect(await principal.locator('[data-result]').count()).toBe(0);
});

test('the team carries it out by button and by key, and writes a finding with a deadline', async () => {
  await button(head, 'Bắt đầu kiểm tra').click();
  await dialog(head).getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
  await said(head, 'Đã bắt đầu. Hãy ghi kết quả từng nội dung.');
  const lines = head.locator('[data-check]');
  await lines.nth(0).getByRole('button', { name: 'Đạt', exact: true }).click();
  await head.keyboard.press('ArrowDown');
  await head.keyboard.press('3');
  await said(head, /^Danh mục kiểm tra \(2\//);
  await lines.nth(1).getByRole('button', { name: 'Ghi kiến nghị' }).click();
  await dialog(head).getByRole('button', { name: 'Ghi kiến nghị' }).click();
  await said(head, 'Hãy ghi tồn tại và yêu cầu.');
  await dialog(head).getByLabel('Tồn tại và yêu cầu khắc phục').fill(wrong);
  await dialog(head).getByLabel('Hạn khắc phục', { exact: true }).fill('15-11-25');
  await hoaBan.picture(head, 'ghi-kien-nghi');
  await dialog(head).getByRole('button', { name: 'Ghi kiến nghị' }).click();
  await said(head, `Đã ghi kiến nghị và báo cho ${school}.`);
  await said(head, 'Hạn 15/11/2025');
  await hoaBan.picture(head, 'cuoc-kiem-tra');
});

test('concludes it; the minutes come as Word', async () => {
  await button(head, 'Kết luận').click();
  await dialog(head).getByLabel('Kết luận', { exact: true }).fill('Nhà trường tổ chức tốt, cần thay đèn.');
  await dialog(head).getByRole('button', { name: 'Kết luận' }).click();
  await said(head, 'Đã kết luận và báo cho đơn vị.');
  const [minutes] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: 'Biên bản (Word)' }).click(),
  ]);
  expect(minutes.suggestedFilename()).toMatch(/\.docx$/);
});

test('the school answers the finding with what it has mended', async () => {
  await principal.goto('/kien-nghi');
  await principal.getByText(wrong).first().click();
  await dialog(principal).getByRole('button', { name: 'Gửi báo cáo' }).click();
  await said(principal, 'Hãy ghi đã khắc phục thế nào.');
  await dialog(principal)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'Biên bản nghiệm thu.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
  await said(principal, 'Đã gửi tệp Biên bản nghiệm thu.pdf.');
  await dialog(principal).getByLabel('Đã khắc phục thế nào').fill('Đã thay sáu bóng đèn');
  await hoaBan.picture(principal, 'bao-cao-khac-phuc');
  await dialog(principal).getByRole('button', { name: 'Gửi báo cáo' }).click();
  await said(principal, 'Đã gửi báo cáo tới đoàn kiểm tra.');
});

test('the head asks for more, the school answers again, the head closes it', async () => {
  await head.goto('/kien-nghi?loc=resolved');
  await head.getByText(wrong).first().click();
  const link = head.url();
  await dialog(head).getByRole('button', { name: 'Yêu cầu khắc phục tiếp' }).click();
  await dialog(head).getByLabel('Cần khắc phục thêm điều gì').fill('Thay cả đèn hành lang');
  await dialog(head).getByLabel('Hạn mới', { exact: true }).fill('30/11');
  await dialog(head).getByRole('button', { name: 'Yêu cầu khắc phục tiếp' }).click();
  await said(head, 'Đã yêu cầu khắc phục tiếp.');

  // The address of the drawer opens it, wherever the row stands in the list.
  await principal.goto(link.replace('loc=resolved', 'loc=closed'));
  await said(principal, 'Cần khắc phục tiếp: Thay cả đèn hành lang');
  await dialog(principal).getByLabel('Đã khắc phục thế nào').fill('Đã thay đèn hành lang');
  await dialog(principal).getByRole('button', { name: 'Gửi báo cáo' }).click();
  await said(principal, 'Đã gửi báo cáo tới đoàn kiểm tra.');

  await head.goto(link);
  await dialog(head).getByRole('button', { name: 'Công nhận đã khắc phục' }).click();
  await dialog(head).getByRole('button', { name: 'Công nhận đã khắc phục' }).click();
  await said(head, 'Đã công nhận và báo cho đơn vị.');
  await head.goto('/kien-nghi?loc=closed');
  await said(head, wrong);
});

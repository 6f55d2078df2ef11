import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, visit } from '#tests/harness/visit.ts';
import { publishedPlanSeed } from '#tests/sample-province/published-plan.ts';

// A draft goes out for opinions, is settled, numbered and issued, and is found by a school beside its duty.

const abstract = 'Hướng dẫn sinh hoạt chuyên môn theo cụm trường';
let hoaBan: Visit;
let head: Page;
let officer: Page;
let principal: Page;
let duty: { id: string; title: string };
let address: string;

beforeAll(async () => {
  hoaBan = await visit('official-document', publishedPlanSeed, '2025-09-08T08:00:00+07:00');
  head = await hoaBan.as('truongphong');
  officer = await hoaBan.as('xa.muongpon');
  principal = await hoaBan.as('hieutruong');
  [duty] = (await (await principal.request.get('/api/plan/my-work')).json()).items;
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last();
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the head drafts guidance for communes and schools, about a duty of the plan', async () => {
  await head.goto('/van-ban/moi');
  await button(head, 'Lập dự thảo').click();
  await said(head, 'Hãy ghi trích yếu.');
  await head.getByLabel('Trích yếu', { exact: true }).fill(abstract);
  await head.getByLabel('Tất cả xã, phường').check();
  await head.getByLabel('Các trường có cấp THCS').check();
  const duties = head.getByRole('combobox', { name: 'Nhiệm vụ liên quan trong kế hoạch' });
  await duties.fill(duty.title.replace('…', '').slice(0, 40));
  await head
    .getByRole('option')
    .filter({ hasText: duty.title.slice(0, 40) })
    .first()
    .click();
  await hoaBan.picture(head, 'lap-du-thao');
  await button(head, 'Lập dự thảo').click();
  await said(head, 'Đã lập dự thảo. Hãy đính kèm tệp văn bản.');
  await head.getByRole('heading', { level: 1, name: abstract }).waitFor();
  address = new URL(head.url()).pathname;
});

test('a draft is nobody else’s before it is sent', async () => {
  await principal.goto(address);
  await principal.getByRole('heading', { level: 1, name: 'Không xem được văn bản này' }).waitFor();
});

test('it goes out for opinions with its file and a last day', async () => {
  await said(head, 'Cần có tệp văn bản trước khi gửi lấy ý kiến hoặc ban hành.');
  await head.locator('input[type=file]').setInputFiles({
    name: 'Dự thảo hướng dẫn.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  });
  await said(head, 'Đã đính kèm Dự thảo hướng dẫn.pdf.');
  await button(head, 'Gửi lấy ý kiến').click();
  const until = dialog(head).getByLabel('Góp ý đến hết ngày', { exact: true });
  expect(await until.inputValue()).toBe('18/09/2025');
  await until.fill('30/2');
  await dialog(head).getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await said(head, 'Lịch không có ngày 30/2. Hãy kiểm tra lại ngày và tháng.');
  await until.fill('20/9');
  // Escape in the calendar leaves the dialog open.
  await until.press('ArrowDown');
  await head.locator('[role=grid] :focus').waitFor();
  await head.keyboard.press('Escape');
  await head.getByRole('grid').waitFor({ state: 'detached' });
  await dialog(head).getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await said(head, /Đang lấy ý kiến; đã gửi tới \d+ đơn vị mới\./);
});

test('a commune comments on a passage, a school agrees', async () => {
  await officer.goto('/van-ban?hop=forOpinion');
  await officer.getByText(abstract).first().click();
  await said(officer, /Hãy góp ý hoặc trả lời nhất trí đến hết ngày 20\/09\/2025/);
  await button(officer, 'Gửi góp ý').click();
  await said(officer, 'Hãy viết nội dung góp ý.');
  await officer.getByLabel('Góp ý cho phần nào').fill('Mục II.3');
  const words = officer.getByLabel('Nội dung góp ý');
  await words.fill('Thêm điểm trường xa trung tâm');
  // On a slow line the officer begins the next one while this is on its way: it stays in the field.
  const line = Promise.withResolvers<void>();
  const opinions = '**/api/plan/official-documents/*/opinions';
  await officer.route(opinions, (route) => line.promise.then(() => route.continue()), { times: 1 });
  await button(officer, 'Gửi góp ý').click();
  await words.press('End');
  await words.pressSequentially(' Mục III');
  line.resolve();
  await said(officer, 'Đã gửi góp ý.');
  await expect.poll(() => words.inputValue()).toBe('Mục III');
  await hoaBan.picture(officer, 'gop-y');

  await principal.goto(address);
  await button(principal, 'Nhất trí với dự thảo').click();
  await dialog(principal).getByRole('button', { name: 'Nhất trí với dự thảo' }).click();
  await said(principal, 'Đã trả lời nhất trí.');
});

test('the head settles the comment and takes the collection out as Excel', async () => {
  await head.reload();
  await said(head, /Đã góp ý 2\/\d+ đơn vị, còn 1 góp ý chưa xử lý\. Hạn: hết ngày 20\/09\/2025\./);
  await button(head, 'Tiếp thu, giải trình').click();
  await head.getByLabel('Giải trình', { exact: true }).check();
  await button(head, 'Lưu').click();
  await said(head, 'Không tiếp thu hết thì phải nêu lý do.');
  await head.getByLabel('Tiếp thu', { exact: true }).check();
  await head.getByLabel('Nội dung tiếp thu (không bắt buộc)').fill('Đã bổ sung tại mục II.3');
  await button(head, 'Lưu').click();
  await said(head, /còn 0 góp ý chưa xử lý/);
  await hoaBan.picture(head, 'tong-hop-gop-y');
  const [table] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: 'Tổng hợp ra Excel' }).click(),
  ]);
  expect(table.suggestedFilename()).toMatch(/\.xlsx$/);
});

test('it is not issued while others may still comment', async () => {
  await button(head, 'Ban hành').click();
  await dialog(head).getByLabel('Người ký', { exact: true }).fill('Lò Thị Khăm');
  await dialog(head).getByLabel('Chức vụ người ký').fill('Giám đốc');
  await dialog(head).getByRole('button', { name: 'Ban hành', exact: true }).click();
  await said(head, /Còn \d+ đơn vị chưa góp ý, hạn đến hết ngày 20\/09\/2025/);
});

test('it is issued with the next number, on no day that is yet to come', async () => {
  hoaBan.clock.pass(13 * 24 * 60);
  [head, principal] = [await hoaBan.as('truongphong'), await hoaBan.as('hieutruong')];
  await head.goto(address);
  await button(head, 'Ban hành').click();
  await said(head, 'Đây là Hướng dẫn đầu tiên trong năm: số 01.');
  const day = dialog(head).getByLabel('Ngày ban hành', { exact: true });
  expect(await day.inputValue()).toBe('21/09/2025');
  await day.fill('22/9');
  await dialog(head).getByLabel('Người ký', { exact: true }).fill('Lò Thị Khăm');
  await dialog(head).getByLabel('Chức vụ người ký').fill('Giám đốc');
  await dialog(head).getByRole('button', { name: 'Ban hành', exact: true }).click();
  await said(head, 'Hãy chọn ngày 21/09/2025 hoặc trước đó.');
  await day.fill('21/9');
  await dialog(head).getByRole('button', { name: 'Ban hành', exact: true }).click();
  await said(head, /Đã ban hành \S+, gửi tới \d+ đơn vị\./);
  await said(head, /Hướng dẫn số 0?1\//);
  await hoaBan.picture(head, 'van-ban-da-ban-hanh');
});

test('the school finds it among what came in and beside the duty, and has opened it', async () => {
  await principal.goto('/van-ban?hop=received');
  await said(principal, abstract);
  await principal.goto(`/viec/${duty.id}`);
  await principal.getByRole('link', { name: new RegExp(abstract) }).click();
  await principal.getByRole('heading', { level: 1, name: abstract }).waitFor();
  await said(principal, 'Đã ban hành');

  await head.reload();
  await said(head, /^Nơi nhận đã mở \([1-9]\d*\/\d+\)$/);
});

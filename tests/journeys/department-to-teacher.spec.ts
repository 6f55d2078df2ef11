import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFile } from '#tests/harness/plan-file.ts';
import { signIn, type Visit, visit } from '#tests/harness/visit.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';

// The signed document becomes duties; one of them goes from the department to a teacher and back into a report.

const duty = 'Lập kế hoạch giáo dục của nhà trường năm nay';
let hoaBan: Visit;

beforeAll(async () => {
  hoaBan = await visit('department-to-teacher', demoProvinceSeed, '2025-08-05T08:00:00+07:00');
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const said = (page: Page, words: string) => page.getByText(words).first().waitFor();

/** Opens the followed duty from the person's own inbox, found without diacritics. */
async function openFromInbox(username: string): Promise<Page> {
  const page = await hoaBan.as(username);
  await page.goto('/viec-cua-toi');
  await page
    .getByRole('searchbox', { name: 'Tìm trong việc của tôi' })
    .fill('lap ke hoach giao duc cua nha truong nam nay');
  // A list that narrows under the pointer takes the press away from what was aimed at.
  await page.waitForURL(/tim=/);
  await page.getByRole('link', { name: duty }).click();
  await page.getByRole('heading', { level: 1, name: duty }).waitFor();
  return page;
}

async function giveOn(page: Page, target: RegExp): Promise<void> {
  await button(page, 'Giao tiếp').click();
  await dialog(page).getByRole('checkbox', { name: target }).first().check();
  await dialog(page).getByRole('button', { name: 'Giao cho 1 nơi' }).click();
  await said(page, 'Đã giao 1/1 nơi');
}

async function handIn(page: Page): Promise<void> {
  await button(page, 'Nộp kết quả').click();
  await dialog(page).getByRole('button', { name: 'Nộp kết quả' }).click();
  await said(page, 'Đã nộp lên cấp trên.');
}

async function accept(username: string): Promise<Page> {
  const page = await hoaBan.as(username);
  await page.goto('/cho-duyet');
  await page.getByRole('link', { name: duty }).click();
  await button(page, 'Công nhận').click();
  await dialog(page).getByRole('button', { name: 'Công nhận' }).click();
  await said(page, 'Đã công nhận.');
  return page;
}

describe('the head of the division', () => {
  let page: Page;
  let documentId: string;

  test('signs in and finds nothing to do yet', async () => {
    page = await hoaBan.window();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await hoaBan.picture(page, 'dang-nhap');
    await signIn(page, 'truongphong');
  });

  test('imports the signed plan and is told what was read', async () => {
    await page.goto('/ke-hoach');
    await button(page, 'Nhập kế hoạch').first().click();
    await dialog(page).locator('input[type=file]').setInputFiles(planFile);
    await dialog(page).getByText('Đã đọc xong, lập thành bản nháp.').waitFor();
    await hoaBan.picture(page, 'nhap-ke-hoach');
    await dialog(page).getByRole('link', { name: 'Rà soát bản nháp' }).click();
    await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/);
    documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await said(page, 'mục đọc từ');
    await hoaBan.picture(page, 'ra-soat');
  });

  test('puts a duty right beside its source', async () => {
    const { duties } = await (await page.request.get(`/api/plan/documents/${documentId}`)).json();
    const chosen = duties.find(
      (one: { kind: string; evidenceKind: string; responsible: string[] }) =>
        one.kind === 'duty' && one.evidenceKind === 'document' && one.responsible.includes('school'),
    );
    await page
      .getByRole('searchbox', { name: 'Tìm trong kế hoạch' })
      .fill(chosen.title.replace('…', '').slice(0, 60));
    await page.waitForURL(/tim=/);
    await expect.poll(() => page.getByRole('article').count()).toBeLessThan(duties.length);
    // The card, not the paragraph at its left: that often says the same words.
    await page
      .getByRole('article')
      .filter({ has: page.getByText(chosen.code, { exact: true }) })
      .getByRole('button', { name: chosen.title, exact: true })
      .click();
    await dialog(page).getByLabel('Tên', { exact: true }).fill(duty);
    await dialog(page).getByLabel('Hạn hoàn thành').fill('2025-07-01');
    await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog(page).getByText('Hạn phải từ ngày bắt đầu trở đi.').first().waitFor();
    await dialog(page).getByLabel('Hạn hoàn thành').fill('2025-08-31');
    await hoaBan.picture(page, 'sua-nhiem-vu');
    await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
    await said(page, `Đã lưu ${chosen.code}.`);
  });

  test('sees whom it goes to, and publishes it to every unit at once', async () => {
    await page.goto(`/ke-hoach/${documentId}`);
    await button(page, 'Xem trước khi ban hành').click();
    await dialog(page).getByText('Việc sẽ giao').first().waitFor();
    await hoaBan.picture(page, 'truoc-khi-ban-hanh');
    await dialog(page).getByRole('button', { name: 'Ban hành' }).click();
    await page
      .getByRole('dialog', { name: 'Ban hành kế hoạch?' })
      .getByRole('button', { name: 'Ban hành' })
      .click();
    await page
      .getByText(/Đã ban hành \d+ nhiệm vụ: giao [\d.]+\/[\d.]+ việc cho \d+ đơn vị/)
      .waitFor({ timeout: 60_000 });
    await hoaBan.picture(page, 'van-ban-ke-hoach');
  });
});

describe('the duty goes down', () => {
  test('the principal takes note of it and gives it to the team', async () => {
    const page = await openFromInbox('hieutruong');
    await hoaBan.picture(page, 'nhiem-vu');
    await button(page, 'Tiếp nhận').click();
    await said(page, 'đã tiếp nhận');
    await giveOn(page, /Tổ Toán/);
    await page.goto('/viec-cua-toi');
    await page.getByRole('table').waitFor();
    await hoaBan.picture(page, 'viec-cua-toi');
  });

  test('the head of the team gives it to a teacher', async () => {
    const page = await openFromInbox('totruong');
    const { rows } = await hoaBan.db.owner.query(
      `SELECT display_name AS name FROM identity.account WHERE username = 'giaovien'`,
    );
    await giveOn(page, new RegExp(`^${rows[0].name} – Giáo viên`));
  });

  test('the teacher sends the file and hands it in', async () => {
    const page = await openFromInbox('giaovien');
    await page.locator('input[type=file]').setInputFiles({
      name: 'ban-chup.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ'),
    });
    await said(page, 'Không nhận loại tệp');
    await page.locator('input[type=file]').setInputFiles({
      name: 'Kế hoạch giáo dục môn Toán.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await said(page, 'Đã gửi tệp Kế hoạch giáo dục môn Toán.pdf.');
    await handIn(page);
    await hoaBan.picture(page, 'nhiem-vu-giao-vien');
  });
});

describe('the result goes up', () => {
  test('the team accepts the teacher’s and hands in its own', async () => {
    await (await accept('totruong')).close();
    await handIn(await openFromInbox('totruong'));
  });

  test('the school accepts the team’s and hands in its own', async () => {
    const page = await hoaBan.as('hieutruong');
    await page.goto('/cho-duyet');
    await page.getByRole('link', { name: duty }).waitFor();
    await hoaBan.picture(page, 'cho-duyet');
    await (await accept('hieutruong')).close();
    await handIn(await openFromInbox('hieutruong'));
  });

  test('the division accepts the school’s, and the board shows it', async () => {
    await accept('truongphong');
    const page = await hoaBan.as('truongphong');
    await page.goto('/bang-theo-doi');
    await page.getByRole('heading', { level: 1, name: 'Bảng theo dõi' }).waitFor();
    await page
      .getByText(/việc ở/)
      .first()
      .waitFor();
    await hoaBan.picture(page, 'bang-theo-doi');
  });
});

describe('the report', () => {
  test('of the school for the month holds it, and leads to its row', async () => {
    hoaBan.clock.pass(27 * 24 * 60); // 1 September
    const page = await hoaBan.as('hieutruong');
    await page.goto('/bao-cao');
    await button(page, 'Lập báo cáo tháng 8/2025').click();
    await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}/);
    await said(page, 'Nhiệm vụ được công nhận trong kỳ');
    await hoaBan.picture(page, 'bao-cao');
    await page.getByRole('link', { name: /Nhiệm vụ được công nhận trong kỳ/ }).click();
    await page.getByRole('link', { name: new RegExp(duty) }).waitFor();
    await page.goBack();
    const { pathname } = new URL(page.url());
    const [, , reportId] = pathname.split('/');
    for (const [format, begins] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ]) {
      const file = await page.request.get(`/api/plan/reports/${reportId}/file?format=${format}`);
      expect(file.status()).toBe(200);
      expect((await file.body()).subarray(0, begins?.length).toString()).toBe(begins);
    }
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { addCode } from '../../modules/needs-survey/testing.ts';
import { type TwoSchools, twoSchools } from '../../modules/people/pupils.fixture.ts';
import { nameOf, provinceSeed } from '../../modules/plan/testing.ts';

// The office makes a form and opens it; a guardian answers on a phone that loses its network; the office sees what is wished.

let hoaBan: Visit;
let schools: TwoSchools;
let office: Page;
let mobile: Page;
let code: string;

beforeAll(async () => {
  hoaBan = await visit('needs-survey', provinceSeed, '2025-10-14T08:00:00+07:00');
  schools = await twoSchools(hoaBan.db);
  const { here, yearId } = schools;
  code = await addCode(
    hoaBan.db,
    here,
    { id: here.pupils['6A'], schoolYearId: yearId },
    { holder: 'guardian' },
  );
  office = await hoaBan.as(nameOf(here, 'principal'));
  mobile = await hoaBan.window({ size: phone });
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the office makes a form of the ready template, moves a question and saves', async () => {
  await office.goto('/khao-sat/mau');
  await button(office, 'Lập mẫu phiếu').click();
  await office.getByRole('dialog').getByRole('button', { name: 'Lập mẫu phiếu' }).click();
  await office.getByRole('heading', { level: 1, name: 'Phiếu khảo sát nhu cầu học buổi 2' }).waitFor();
  await button(office, 'Đưa câu 2 lên').click();
  await button(office, 'Thêm câu hỏi').click();
  await button(office, 'Lưu mẫu phiếu').click();
  await said(office, 'Hãy nhập nội dung.');
  await button(office, 'Xoá câu 12').click();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'mau-phieu');
  await button(office, 'Lưu mẫu phiếu').click();
  await said(office, 'Đã lưu mẫu phiếu.');
});

test('and opens it to two classes', async () => {
  await office.goto('/khao-sat/moi');
  await office.getByRole('checkbox', { name: 'Khối 7' }).uncheck();
  await office.getByRole('checkbox', { name: 'Khối 8' }).uncheck();
  await hoaBan.picture(office, 'mo-khao-sat');
  await button(office, 'Mở khảo sát').click();
  await said(office, /2 học sinh của 2 lớp/);
  await office.getByRole('dialog').getByRole('button', { name: 'Mở khảo sát' }).click();
  await said(office, 'Đã mở cho 2 học sinh.');
});

test('a wrong code opens nothing; the right one in the link opens the form', async () => {
  await mobile.goto('/tra-loi');
  await mobile.getByLabel('Mã trên giấy').fill('ABCD EFGH JKLM');
  await button(mobile, 'Mở phiếu').click();
  await mobile.getByRole('alert').waitFor();
  await hoaBan.picture(mobile, 'tra-loi-ma');
  await mobile.goto(`/tra-loi#${code}`);
  await said(mobile, 'Lò Văn Ánh');
  expect(new URL(mobile.url()).hash).toBe('');
});

test('the guardian answers, the network goes, the answer is kept and sent when it is back', async () => {
  await button(mobile, 'Gửi câu trả lời').click();
  await said(mobile, 'Hãy trả lời câu này.');
  await mobile.getByRole('checkbox', { name: 'Toán' }).first().check();
  for (const [question, choice] of [
    [/ăn trưa/, 'Có'],
    [/bán trú/, 'Không'],
    [/đến trường/, 'Đi bộ'],
  ] as const) {
    await mobile
      .getByRole('group', { name: question })
      .getByRole('radio', { name: choice, exact: true })
      .check();
  }
  expect(await accessibilityFaults(mobile)).toEqual([]);
  await hoaBan.picture(mobile, 'tra-loi');
  await mobile.context().setOffline(true);
  await button(mobile, 'Gửi câu trả lời').click();
  await said(mobile, 'Chưa có mạng, sẽ gửi khi có');
  await hoaBan.picture(mobile, 'tra-loi-cho');
  await mobile.context().setOffline(false);
  await said(mobile, /^Đã gửi lúc .*14\/10\/2025/);
  expect(await mobile.evaluate(() => localStorage.getItem('hoaban.answering'))).toBeNull();
  expect(await accessibilityFaults(mobile)).toEqual([]);
  await hoaBan.picture(mobile, 'tra-loi-da-gui');
});

test('the office sees what is wished and whom to remind', async () => {
  await office.reload();
  await said(office, '1/2 (50%)');
  await said(office, /^1 \(100%\)$/);
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'ket-qua-khao-sat');
  await office.getByRole('link', { name: 'Chưa trả lời' }).click();
  await said(office, 'Sùng Thị Ất');
  await atRest(office);
  await hoaBan.picture(office, 'chua-tra-loi');
});

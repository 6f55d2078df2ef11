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
  // Electives and topics are of upper secondary: this school is not asked about them.
  expect(await office.getByRole('button', { name: /THPT/ }).count()).toBe(0);
  await office.getByRole('combobox', { name: 'Nói về' }).first().click();
  await office.getByRole('option', { name: 'Thể thao' }).waitFor();
  expect(await office.getByRole('option', { name: /THPT/ }).count()).toBe(0);
  await office.keyboard.press('Escape');
  await button(office, 'Lưu mẫu phiếu').click();
  await said(office, 'Hãy nhập nội dung.');
  await button(office, 'Xoá câu 12').click();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'mau-phieu');
  await button(office, 'Lưu mẫu phiếu').click();
  await said(office, 'Đã lưu mẫu phiếu.');
});

test('a session that has ended says so at the door, and leads back to what was being typed', async () => {
  const title = office.getByLabel('Tên mẫu phiếu');
  await title.fill('Phiếu đang gõ dở');
  const form = new URL(office.url()).pathname;
  await hoaBan.db.owner.query(`UPDATE identity.session SET expires_at = '2025-10-13'`);
  await button(office, 'Lưu mẫu phiếu').click();
  await said(office, /^Phiên làm việc đã hết hạn, mời đăng nhập lại\./);
  expect(await accessibilityFaults(office)).toEqual([]);
  const back = new URL(office.url()).searchParams.get('ve') ?? '';
  expect(back).toBe(form);
  // As after signing in: the session is in force again, and the door leads back.
  await hoaBan.db.owner.query(`UPDATE identity.session SET expires_at = '2026-10-13'`);
  await office.goto(back);
  await title.waitFor();
  expect(await title.inputValue()).toBe('Phiếu đang gõ dở');
  // Whoever has never been in is only asked in.
  await mobile.goto('/khao-sat');
  await mobile.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  expect(await mobile.getByText('Phiên làm việc đã hết hạn').count()).toBe(0);
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
  await mobile
    .getByRole('group', { name: /củng cố/ })
    .getByRole('checkbox', { name: 'Toán' })
    .check();
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

test('the office marks who is below requirement among those who asked', async () => {
  await office.goto('/nhom-buoi-2/dien?loc=dang-ky');
  await office.getByRole('checkbox', { name: 'Lò Văn Ánh' }).check();
  await office.getByLabel('Căn cứ', { exact: true }).fill('Điểm trung bình học kì II: 4,2');
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'hoc-sinh-chua-dat');
  await button(office, 'Ghi cho 1 em').click();
  await said(office, 'Đã ghi 1, rút 0.');
});

test('sees the groups with each pupil’s reason, and makes the chosen ones', async () => {
  await office.goto('/khao-sat');
  await office.getByRole('link', { name: 'Nhu cầu học buổi 2' }).click();
  await office.getByRole('link', { name: 'Xếp nhóm' }).click();
  await office.getByRole('button', { name: 'Phụ đạo Toán 6' }).click();
  await said(office, /Môn Toán chưa đạt \(Điểm trung bình học kì II: 4,2\); đăng ký trong/);
  await hoaBan.picture(office, 'ly-do-cua-tung-em');
  await office.keyboard.press('Escape');
  await office.getByRole('checkbox', { name: 'Phụ đạo Toán 6' }).check();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'xep-nhom');
  await button(office, 'Lập 1 nhóm').click();
  await office.getByRole('dialog').getByRole('button', { name: 'Lập nhóm' }).click();
  await said(office, 'Đã lập 1 nhóm với 1 lượt học sinh.');
});

test('prints the request, writes down that it is back, and confirms the group', async () => {
  await office.goto('/nhom-buoi-2');
  await hoaBan.picture(office, 'nhom-buoi-2');
  await office.getByRole('link', { name: 'Phụ đạo Toán 6' }).click();
  await button(office, 'Duyệt nhóm').click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Duyệt nhóm' }).click();
  await said(office, 'Còn thiếu đơn đăng ký đã ký');
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  const [file] = await Promise.all([
    office.waitForEvent('download'),
    button(office, 'In đơn đăng ký').click(),
  ]);
  expect(file.suggestedFilename()).toBe('don-dang-ky-Phụ đạo Toán 6.pdf');
  await file.saveAs('.tmp/screens/don-dang-ky.pdf');
  await said(office, '1/ĐK-2025, chưa nhận lại');
  await office.getByRole('checkbox', { name: 'Lò Văn Ánh' }).check();
  await button(office, 'Đã nhận đơn').click();
  await said(office, '1/ĐK-2025, nhận 14/10/2025');
  await button(office, 'Duyệt nhóm').click();
  await dialog.getByRole('button', { name: 'Duyệt nhóm' }).click();
  await said(office, /^Đã duyệt .*14\/10\/2025/);
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'nhom-da-duyet');
});

test('shows what the group has helped: the result of each pupil then and now, from the gradebook', async () => {
  const { here, yearId } = schools;
  const { owner } = hoaBan.db;
  await owner.query(
    `INSERT INTO gradebook.subject_marks (id, unit_id, department_id, pupil_id, school_year_id, subject_code, judged, semester, regular, midterm, final)
     VALUES (organisation.uuid_v7(), $1, $2, $3, $4, 'MATH', 'score', 1, '{60}', 60, NULL)`,
    [here.id, here.departmentId, here.pupils['6A'], yearId],
  );
  await office.reload();
  await said(office, 'Khi vào nhóm: sổ điểm chưa có');
  await said(office, 'Hiện nay: học kì I: điểm đến nay 6,0');
  await said(office, 'Sổ điểm chưa đủ để so');
  await owner.query(
    `UPDATE needs_survey.group_member SET first_result = 42, first_basis = 'học kì I: điểm đến nay 4,2'`,
  );
  await office.reload();
  await said(office, '1/1 em');
  await office.getByRole('table').getByText('Tiến bộ').waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'nhom-tien-bo');
  await office.goto('/nhom-buoi-2');
  await office.getByRole('row', { name: /Phụ đạo Toán 6.*1\/1 em/ }).waitFor();
});

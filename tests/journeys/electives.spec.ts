import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { choose } from '../../modules/gradebook/testing.ts';
import { addCode, addResponse } from '../../modules/needs-survey/testing.ts';
import { addClass, addPupil } from '../../modules/people/testing.ts';
import { nameOf, province, provinceSeed, unitOf } from '../../modules/plan/testing.ts';

// Upper secondary: the school asks which elective its pupils wish, a pupil answers on a phone, and the head makes the groups from it.

const school = unitOf('school', ({ teaches_upper }) => teaches_upper);
const here = { id: school.id, departmentId: province.departmentId };
const { schoolYearId } = province;
let hoaBan: Visit;
let head: Page;
let mobile: Page;
let code: string;
const seats: Record<string, { pupilId: string; classId: string }> = {};

beforeAll(async () => {
  hoaBan = await visit('electives', provinceSeed, '2025-10-14T08:00:00+07:00');
  const { db } = hoaBan;
  for (const [name, own, pupils] of [
    ['10A1', 'PHY', ['Vừ A Một', 'Vừ A Hai', 'Vừ A Ba']],
    ['10A2', 'ECL', ['Tráng A Bốn', 'Tráng A Năm']],
  ] as const) {
    const classId = await addClass(db, here, schoolYearId, { grade: 10, name });
    await choose(db, classId, [own, 'CHE', 'BIO', 'INF'], here);
    for (const full_name of pupils) {
      const pupilId = await addPupil(db, here, { classId, schoolYearId }, { full_name });
      seats[full_name] = { pupilId, classId };
      if (full_name === 'Vừ A Một') code = await addCode(db, here, { id: pupilId, schoolYearId });
    }
  }
  head = await hoaBan.as(nameOf(school, 'principal'));
  mobile = await hoaBan.window({ size: phone });
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** An answer to the question about electives, kept without the door. */
async function answerOf(name: string, wishes: readonly string[]): Promise<void> {
  const { rows } = await hoaBan.db.owner.query(
    `SELECT s.id, q ->> 'id' AS question FROM needs_survey.survey s, jsonb_array_elements(s.questions) q WHERE q ->> 'meaning' = 'elective'`,
  );
  const [{ id: surveyId, question }] = rows;
  await addResponse(hoaBan.db, here, { surveyId, ...seats[name]! }, { [question]: wishes });
}
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('without a survey that asks, the page says where to make one', async () => {
  await head.goto('/nhom-buoi-2/luot-chon');
  await said(head, /Chưa có đợt khảo sát nào hỏi khối 10/);
  await head.getByRole('link', { name: 'Mở Mẫu phiếu' }).click();
  await head.getByRole('heading', { level: 1, name: 'Mẫu phiếu' }).waitFor();
});

test('the head puts the ready question into a form with one press, and opens it', async () => {
  await button(head, 'Lập mẫu phiếu').first().click();
  await head.getByRole('dialog').getByRole('button', { name: 'Lập mẫu phiếu' }).click();
  await button(head, 'Thêm câu chọn môn (THPT)').click();
  const last = head.getByRole('listitem').filter({ hasText: 'Nguyện vọng 2 dùng khi' }).first();
  await last.waitFor();
  expect(await accessibilityFaults(head)).toEqual([]);
  await button(head, 'Lưu mẫu phiếu').click();
  await said(head, 'Đã lưu mẫu phiếu.');
  await head.goto('/khao-sat/moi');
  await said(head, 'Đang chọn 5 học sinh.');
  await button(head, 'Mở khảo sát').click();
  await head.getByRole('dialog').getByRole('button', { name: 'Mở khảo sát' }).click();
  await said(head, 'Đã mở cho 5 học sinh.');
});

test('a pupil gives a first and a second wish on a phone, with the keyboard too', async () => {
  await mobile.goto(`/tra-loi#${code}`);
  const wish = mobile.getByRole('group', { name: 'Em muốn học môn lựa chọn nào?' });
  const [first, second] = [wish.getByLabel('Nguyện vọng 1'), wish.getByLabel('Nguyện vọng 2')];
  expect(await second.isDisabled()).toBe(true);
  await first.focus();
  await mobile.keyboard.type('Giáo dục kinh tế');
  await second.selectOption('Hoá học');
  expect(await first.inputValue()).toBe('ECL');
  expect(await accessibilityFaults(mobile)).toEqual([]);
  await wish.scrollIntoViewIfNeeded();
  await hoaBan.picture(mobile, 'tra-loi-nguyen-vong');
  for (const [question, choice] of [
    [/ăn trưa/, 'Có'],
    [/bán trú/, 'Không'],
    [/đến trường/, 'Đi bộ'],
  ] as const)
    await mobile
      .getByRole('group', { name: question })
      .getByRole('radio', { name: choice, exact: true })
      .check();
  await button(mobile, 'Gửi câu trả lời').click();
  await said(mobile, /^Đã gửi lúc/);
});

test('the head asks for one group more of a subject that many wish, hears what it lacks, and sees at once whom it helps', async () => {
  await answerOf('Vừ A Hai', ['ECL']);
  const room = uuidv7();
  await hoaBan.db.owner.query(
    `INSERT INTO people.room (id, unit_id, department_id, name, kind) VALUES ($1, $2, $3, 'P1', 'classroom')`,
    [room, here.id, here.departmentId],
  );
  await head.goto('/nhom-buoi-2/luot-chon');
  await head.getByRole('combobox', { name: 'Xếp học sinh vào nhóm' }).click();
  await head.getByRole('option', { name: /Em muốn học môn lựa chọn nào/ }).click();
  for (const subject of ['Giáo dục kinh tế và pháp luật', 'Vật lí'])
    await head.getByRole('checkbox', { name: subject, exact: true }).check();
  await head.getByLabel('Mỗi nhóm nhiều nhất').fill('3');
  await head.getByLabel('Mỗi nhóm ít nhất').fill('1');
  await button(head, 'Xem nhóm đề xuất').click();
  const law = head
    .getByRole('table', { name: 'Số nhóm của từng môn' })
    .getByRole('row', { name: /^Giáo dục kinh tế và pháp luật/ });
  await law.getByText('1 nhóm, 3 em').waitFor();
  const more = button(head, 'Thêm một nhóm Giáo dục kinh tế và pháp luật');
  await more.click();
  await said(head, /^3 nhóm học cùng giờ mà chỉ có 1 phòng/);
  await law.getByText('1 nhóm, 3 em').waitFor();
  await hoaBan.db.owner.query('DELETE FROM people.room WHERE id = $1', [room]);
  await more.click();
  await law.getByText('2 nhóm, 4 em').waitFor();
  await said(head, 'Em nào trả lời cũng được một nguyện vọng');
  await hoaBan.picture(head, 'them-nhom-mon-dong');
  await head.evaluate(() => window.scrollTo(0, 0));
  await atRest(head);
  expect(await accessibilityFaults(head)).toEqual([]);
  await button(head, 'Bớt một nhóm Giáo dục kinh tế và pháp luật').click();
  await law.getByText('1 nhóm, 3 em').waitFor();
  await more.click();
  await law.getByText('2 nhóm, 4 em').waitFor();
  // Asked from the form, everything begins anew.
  await button(head, 'Xem nhóm đề xuất').click();
  await law.getByText('1 nhóm, 3 em').waitFor();
});

test('the head sees the groups by wishes before they are made, with who got none, and makes them', async () => {
  // Two wish law, for which one place is left, so that the lot decides between them; and one what nobody shares.
  await answerOf('Vừ A Ba', ['GEO']);
  await head.reload();
  await head.getByLabel('Mỗi nhóm nhiều nhất').fill('45');
  await head.getByLabel('Mỗi nhóm ít nhất').fill('15');
  await said(head, /^3\/5 em của khối đã trả lời .*còn mở/);
  // Each class takes several of those asked about: which of them stand in this block is for the head to say.
  for (const subject of ['Địa lí', 'Giáo dục kinh tế và pháp luật', 'Vật lí'])
    await head.getByRole('checkbox', { name: subject, exact: true }).check();
  await button(head, 'Xem nhóm đề xuất').click();
  await said(head, /có ít em hơn số này/);
  await head.getByLabel('Mỗi nhóm nhiều nhất').fill('3');
  await head.getByLabel('Mỗi nhóm ít nhất').fill('2');
  await button(head, 'Xem nhóm đề xuất').click();
  await said(head, 'Nhóm đề xuất theo nguyện vọng');
  await said(head, '2 em chưa trả lời, học môn theo tổ hợp của lớp.');
  await said(head, 'Địa lí: không mở nhóm vì không đủ số em (1 em chọn làm nguyện vọng 1).');
  const without = head.getByRole('table', { name: 'Em không được nguyện vọng nào' });
  await without.getByRole('row', { name: /Vừ A Ba.*Địa lí không đủ số em để mở nhóm/ }).waitFor();
  await without.getByText('Giáo dục kinh tế và pháp luật đã hết chỗ').waitFor();
  await head.getByRole('button', { name: 'Giáo dục kinh tế và pháp luật 10' }).click();
  await head.getByRole('dialog').getByText('Tráng A Bốn').waitFor();
  await atRest(head);
  expect(await accessibilityFaults(head)).toEqual([]);
  await hoaBan.picture(head, 'nhom-theo-nguyen-vong-tung-em');
  await head.keyboard.press('Escape');
  await atRest(head);
  expect(await accessibilityFaults(head)).toEqual([]);
  await hoaBan.picture(head, 'nhom-theo-nguyen-vong');
  const [file] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: 'Xuất Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Nhóm đề xuất Lượt 1 khối 10.xlsx');
  await button(head, 'Lập 2 nhóm').click();
  await head.getByRole('dialog').getByRole('button', { name: 'Lập nhóm' }).click();
  await said(head, /^Đã lập 2 nhóm với 5 em\./);
  await head.getByRole('link', { name: 'Giáo dục kinh tế và pháp luật 10' }).click();
  await said(head, /Nguyện vọng 1 “Giáo dục kinh tế và pháp luật” trong/);
});

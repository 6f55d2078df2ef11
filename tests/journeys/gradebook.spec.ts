import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addElectiveGroup,
  assign,
  choose,
  type Ground,
  here,
  makeGround,
  names,
  schoolYearId,
} from '../../modules/gradebook/testing.ts';
import { addClass, addPupil } from '../../modules/people/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '../harness/visit.ts';

// Marks from the first key to the correction after the lock, on a desk and on a phone of 360 px.

let hoaBan: Visit;
let ground: Ground;
let desk: Page;
let mobile: Page;
let office: Page;

beforeAll(async () => {
  hoaBan = await visit('gradebook', provinceSeed, '2025-10-14T08:00:00+07:00');
  ground = await makeGround(hoaBan.db);
  desk = await hoaBan.as(names.maths);
  office = await hoaBan.as(names.principal);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const cell = (page: Page, pupil: string, column: string) =>
  page.getByRole('button', { name: new RegExp(`^Giàng A Thử ${pupil}, ${column}: `) });
/** The screen saves by itself after a short pause: first it says so, then that all is kept. */
async function saved(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Đang lưu' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Đã lưu hết' }).waitFor();
}
const marksOf = async (pupil: number) =>
  (
    await hoaBan.db.owner.query(
      `SELECT regular, midterm, final, comment FROM gradebook.subject_marks WHERE pupil_id = $1 AND subject_code = 'MATH'`,
      [ground.pupils[pupil]],
    )
  ).rows[0];

test('the teacher opens the own sheet and types marks with the keyboard alone', async () => {
  await desk.goto('/so-diem');
  await desk.getByRole('link', { name: '6A1 · Toán' }).click();
  await cell(desk, 'A', 'TX 1').click();
  for (const key of ['7', ',', '5', 'Enter', '8', 'Enter', '9', '.', '5', 'Tab', '1', '0', 'Enter'])
    await desk.keyboard.press(key);
  await saved(desk);
  expect(await cell(desk, 'A', 'TX 1').textContent()).toBe('7,5');
  expect(await cell(desk, 'B', 'TX 1').textContent()).toBe('8,0');
  expect((await marksOf(2)).regular).toEqual([95, 100]);
  expect(await accessibilityFaults(desk)).toEqual([]);
  await hoaBan.picture(desk, 'so-diem');
});

test('a block from Excel is pasted, 999 is refused where it stands and the rest is saved; undo takes all back', async () => {
  await cell(desk, 'A', 'Giữa kì').click();
  await desk.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '6,5\t7\n8\t999\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await desk.getByText('1 ô cần xem lại').first().waitFor();
  await desk.getByText(/Giàng A Thử B, Cuối kì: 999/).waitFor();
  await desk.getByRole('status').filter({ hasText: 'Còn ô chưa lưu được' }).waitFor();
  expect(await marksOf(0)).toMatchObject({ midterm: 65, final: 70 });
  expect(await marksOf(1)).toMatchObject({ midterm: 80, final: null });
  await hoaBan.picture(desk, 'so-diem-dan');
  await button(desk, 'Bỏ').click();
  await button(desk, 'Hoàn tác').click();
  await saved(desk);
  expect(await marksOf(0)).toMatchObject({ midterm: null, final: null });
});

test('fill down gives the whole column, and the history of a cell is two presses away', async () => {
  await cell(desk, 'A', 'TX 3').click();
  await desk.keyboard.press('6');
  await desk.keyboard.press('Tab');
  await cell(desk, 'A', 'TX 3').click();
  await desk.keyboard.press('Control+d');
  await saved(desk);
  expect((await marksOf(4)).regular).toEqual([null, null, 60]);
  await cell(desk, 'A', 'TX 1').click();
  await button(desk, 'Lịch sử ô').click();
  await desk.getByText('trống → 7,5').waitFor();
  await atRest(desk);
  await hoaBan.picture(desk, 'so-diem-lich-su');
  await desk.keyboard.press('Escape');
});

test('two tabs: what the other has entered is shown side by side and decided, never overwritten', async () => {
  const other = await desk.context().newPage();
  await other.goto(desk.url());
  await cell(other, 'A', 'TX 1').click();
  for (const key of ['5', 'Enter']) await other.keyboard.press(key);
  await saved(other);
  await other.close();
  await cell(desk, 'A', 'TX 1').click();
  for (const key of ['9', 'Enter']) await desk.keyboard.press(key);
  await desk.getByText('Người khác vừa ghi 5,0.').waitFor();
  expect((await marksOf(0)).regular[0]).toBe(50);
  await button(desk, 'Giữ của tôi').click();
  await saved(desk);
  expect((await marksOf(0)).regular[0]).toBe(90);
});

test('without network the marks wait on the screen and are sent when it is back', async () => {
  await desk.context().setOffline(true);
  await cell(desk, 'E', 'TX 4').click();
  for (const key of ['7', 'Enter']) await desk.keyboard.press(key);
  await desk.getByRole('alert').first().waitFor();
  await desk.context().setOffline(false);
  await desk.getByRole('status').filter({ hasText: 'Đã lưu hết' }).waitFor();
  expect((await marksOf(4)).regular).toEqual([null, null, 60, 70]);
});

test('on a phone of 360 px marks are entered by touch', async () => {
  mobile = await hoaBan.as(names.maths, { size: { ...phone, width: 360 } });
  await mobile.goto(new URL(desk.url()).pathname);
  await cell(mobile, 'B', 'TX 4').click();
  await cell(mobile, 'B', 'TX 4').click();
  await mobile.getByRole('textbox', { name: /Giàng A Thử B, TX 4/ }).fill('8');
  await mobile.keyboard.press('Enter');
  await saved(mobile);
  expect((await marksOf(1)).regular[3]).toBe(80);
  expect(await accessibilityFaults(mobile)).toEqual([]);
  const wide = await mobile.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});

test('the principal sees the progress, locks with a reason, and approves a correction', async () => {
  await office.goto('/so-diem?hk=1');
  await office.getByText(/6A1 · Toán/).waitFor();
  await button(office, 'Khoá điểm').click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Khoá điểm' }).click();
  await dialog.getByText(/Còn \d+ ô điểm chưa nhập/).waitFor();
  await dialog.getByLabel('Lí do').fill('Khoá sớm để tổng hợp');
  await dialog.getByRole('button', { name: 'Khoá điểm' }).click();
  await office.getByText(/đã khoá ngày 14\/10\/2025/).waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'so-diem-tien-do');

  await desk.reload();
  await cell(desk, 'A', 'TX 1').click();
  await button(desk, 'Đề nghị sửa điểm').click();
  await desk.getByLabel('Điểm đúng').fill('8');
  await desk.getByRole('dialog').getByLabel('Lí do').fill('Cộng nhầm điểm');
  await desk.getByRole('dialog').getByRole('button', { name: 'Đề nghị sửa điểm' }).click();
  await desk.getByText('Đã gửi đề nghị').waitFor();

  await office.goto('/sua-diem');
  await button(office, 'Duyệt').click();
  await office.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click();
  await office.getByText('Đã sửa điểm.').waitFor();
  expect((await marksOf(0)).regular[0]).toBe(80);
});

test('the homeroom teacher sees why, sets conduct and takes attendance', async () => {
  const homeroom = await hoaBan.as(names.history);
  await hoaBan.db.owner.query('UPDATE gradebook.term SET locked_at = NULL, locked_by = NULL');
  await homeroom.goto('/lop-day');
  await homeroom.getByRole('link', { name: 'Xem kết quả' }).click();
  await button(homeroom, 'Giàng A Thử A').click();
  await homeroom.getByText(/Chưa có kết quả học tập học kì I:/).waitFor();
  await homeroom.getByText('Khá', { exact: true }).last().click();
  await homeroom.getByLabel('Nhận xét').fill('Ngoan, chăm chỉ.');
  await button(homeroom, 'Lưu nhận xét').click();
  await homeroom.getByText('Đã lưu rèn luyện').waitFor();
  await atRest(homeroom);
  expect(await accessibilityFaults(homeroom)).toEqual([]);
  await hoaBan.picture(homeroom, 'ket-qua-lop');
  await homeroom.goto(`/diem-danh/${ground.classId}`);
  const first = homeroom.getByRole('listitem').filter({ hasText: 'Giàng A Thử A' });
  await first.getByText('Có phép', { exact: true }).click();
  await first.getByRole('textbox').fill('Ốm');
  await button(homeroom, /^Lưu điểm danh/).click();
  await homeroom.getByText('Đã lưu điểm danh').waitFor();
  expect(await accessibilityFaults(homeroom)).toEqual([]);
  await hoaBan.picture(homeroom, 'diem-danh');
});

test('the sheet of a class that learns in elective groups says whom somebody else assesses, and that replaced marks do not count', async () => {
  const { db } = hoaBan;
  const classId = await addClass(db, here, schoolYearId, { grade: 10, name: '10A1' });
  await choose(db, classId, ['PHY', 'CHE', 'BIO', 'INF']);
  await assign(db, classId, 'PHY', ground.staff.maths);
  const [physics, law] = await Promise.all(
    ['Cứ A Học', 'Cứ Thị Luật', 'Cứ A Lớp'].map((full_name) =>
      addPupil(db, here, { classId, schoolYearId }, { full_name }),
    ),
  );
  await addElectiveGroup(db, 'PHY', ground.staff.history, [physics!], 'Lượt 1');
  await addElectiveGroup(db, 'ECL', ground.staff.history, [law!], 'Lượt 1');
  for (const page of [desk, mobile]) {
    await page.goto(`/so-diem/${classId}/PHY/1`);
    await page
      .getByRole('rowheader', { name: /Cứ A Học/ })
      .getByText('Lò Thị Sử dạy và đánh giá')
      .waitFor();
    await page.getByText(/Cứ Thị Luật \(Giáo dục kinh tế và pháp luật\).*không tính/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  }
  await desk.getByRole('button', { name: /^Cứ A Học, TX 1: / }).click();
  await desk.keyboard.press('9');
  expect(await desk.getByRole('textbox', { name: /TX 1/ }).count()).toBe(0);
  await desk.getByRole('button', { name: /^Cứ A Lớp, TX 1: / }).click();
  for (const key of ['8', 'Enter']) await desk.keyboard.press(key);
  await saved(desk);
});

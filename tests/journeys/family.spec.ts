import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { addFamilyAccount, addGuardian } from '../../modules/family/testing.ts';
import { type Ground, here, makeGround, names, schoolYearId } from '../../modules/gradebook/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// A guardian of two children on a phone: marks once released, a notice read; the homeroom teacher sees the receipt.

let hoaBan: Visit;
let ground: Ground;
let mother: Page;
let homeroom: Page;

beforeAll(async () => {
  hoaBan = await visit('family', provinceSeed, '2026-01-05T08:00:00+07:00');
  const { db } = hoaBan;
  ground = await makeGround(db, 2);
  const accountId = await addFamilyAccount(db, here, {
    username: 'me.giang',
    name: 'Giàng Thị Mẹ',
    role: 'guardian',
  });
  for (const [at, pupilId] of ground.pupils.entries()) {
    await addGuardian(db, here, { pupilId, accountId, name: 'Giàng Thị Mẹ' });
    await db.owner.query(
      `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm)
       VALUES ($1, $2, $3, $4, $5, 'MATH', 1, 'score', $6, 90)`,
      [uuidv7(), pupilId, here.id, here.departmentId, schoolYearId, [75, 80 + at]],
    );
  }
  homeroom = await hoaBan.as(names.history);
  mother = await hoaBan.as('me.giang', { size: phone });
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

test('the homeroom teacher writes to the class and sends it', async () => {
  await homeroom.goto('/thong-bao');
  await homeroom.getByRole('link', { name: 'Soạn thông báo' }).click();
  await homeroom.getByLabel('Tiêu đề').fill('Họp phụ huynh cuối học kì I');
  await homeroom
    .getByLabel('Nội dung')
    .fill('Mời phụ huynh đến họp lúc 14 giờ thứ Bảy 10/01/2026 tại lớp 6A1.');
  expect(await accessibilityFaults(homeroom)).toEqual([]);
  await hoaBan.picture(homeroom, 'soan-thong-bao');
  await button(homeroom, 'Gửi').click();
  await button(homeroom, 'Gửi ngay').click();
  await said(homeroom, 'Đã gửi 1/1 người.');
  await said(homeroom, '0/1 người đã đọc.');
});

test('the guardian opens on the own page, chooses a child and finds no marks yet', async () => {
  await mother.goto('/');
  await mother.getByRole('heading', { level: 1, name: 'Xin chào Giàng Thị Mẹ' }).waitFor();
  await mother.getByRole('link', { name: 'Giàng A Thử B' }).click();
  await mother.getByRole('heading', { name: 'Giàng A Thử B' }).waitFor();
  await atRest(mother);
  expect(await accessibilityFaults(mother)).toEqual([]);
  await hoaBan.picture(mother, 'trang-gia-dinh');
  await mother.getByRole('link', { name: 'Điểm và chuyên cần' }).click();
  await said(mother, 'Trường chưa công bố điểm của học kì này.');
});

test('once the school releases them, the marks of that child show', async () => {
  await hoaBan.db.owner.query(
    `INSERT INTO gradebook.release (unit_id, department_id, policy, set_by, set_at)
     SELECT $1, $2, 'entered', account_id, '2026-01-05' FROM identity.role_assignment WHERE unit_id = $1 AND role = 'principal' LIMIT 1`,
    [here.id, here.departmentId],
  );
  await mother.reload();
  await said(mother, '8,1');
  expect(await accessibilityFaults(mother)).toEqual([]);
  await hoaBan.picture(mother, 'diem-cua-con');
});

test('the notice is read on the phone, and the teacher sees who has read it', async () => {
  await mother.goto('/gia-dinh');
  await mother.getByRole('link', { name: 'Họp phụ huynh cuối học kì I' }).click();
  await said(mother, 'Nhà trường biết bạn đã mở thông báo này.');
  await atRest(mother);
  await hoaBan.picture(mother, 'thong-bao');
  await homeroom.reload();
  await said(homeroom, '1/1 người đã đọc.');
  await said(homeroom, /^Đọc .*05\/01\/2026/);
  expect(await accessibilityFaults(homeroom)).toEqual([]);
  await hoaBan.picture(homeroom, 'ai-da-doc');
});

test('a day of leave that is refused is named at its field, and no longer once it is mended', async () => {
  await mother.goto('/xin-nghi');
  await mother.getByRole('combobox', { name: 'Học sinh' }).click();
  await mother.getByRole('option', { name: 'Giàng A Thử B' }).click();
  await mother.getByLabel('Lí do').fill('Cháu ốm');
  await mother.getByLabel('Từ ngày').fill('01/12/2025');
  await mother.getByRole('button', { name: 'Gửi đơn' }).click();
  await mother
    .getByRole('alert')
    .getByText(/^Từ ngày: Chỉ xin cho ngày nghỉ trong 7 ngày qua/)
    .waitFor();
  await mother.getByLabel('Từ ngày').fill('05/01/2026');
  await mother.getByRole('alert').waitFor({ state: 'detached' });
});

test('a long name of a school is read whole on a phone: on two lines of the bar, and in the menu of the account', async () => {
  const whole = 'Trường PTDTBT Tiểu học và THCS Mường Pồn';
  await hoaBan.db.owner.query('UPDATE organisation.unit SET name = $2 WHERE id = $1', [here.id, whole]);
  await mother.reload();
  const name = mother.getByRole('banner').getByText(whole);
  await name.waitFor();
  const cut = await name.evaluate(
    (one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
  );
  expect(cut).toBe(false);
  const bar = await mother.getByRole('banner').evaluate((one) => one.scrollHeight > one.clientHeight);
  expect(bar).toBe(false);
  await hoaBan.picture(mother, 'ten-truong-dai');
  await mother.getByRole('button', { name: /Giàng Thị Mẹ/ }).click();
  await mother.getByText(`Giàng Thị Mẹ · ${whole}`).waitFor();
});

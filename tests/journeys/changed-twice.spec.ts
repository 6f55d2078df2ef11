import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { addFamilyAccount } from '../../modules/family/testing.ts';
import { here, makeLessonGround, names } from '../../modules/lessons/testing.ts';
import { addStaff } from '../../modules/people/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// A teacher is away and a colleague stands in, who falls ill too: the office names another one, the class and both teachers see it.

let hoaBan: Visit;

beforeAll(async () => {
  hoaBan = await visit('changed-twice', provinceSeed, '2025-09-16T06:00:00+07:00');
  const ground = await makeLessonGround(hoaBan.db);
  await addStaff(hoaBan.db, here, { full_name: 'Quàng Văn Thay' });
  const accountId = await addFamilyAccount(hoaBan.db, here, {
    ...{ username: 'hoc.sinh.thu', name: 'Giàng A Thử A', role: 'pupil' as const },
  });
  await hoaBan.db.owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [
    accountId,
    ground.pupils[0],
  ]);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Records a teacher as away today, with one of those who are offered. */
async function away(office: Page, who: string, lesson: RegExp, standIn: string) {
  await button(office, 'Ghi thay đổi').click();
  await office.getByRole('combobox', { name: 'Giáo viên vắng' }).click();
  await office.getByRole('option', { name: who }).click();
  await office.getByLabel('Lí do').fill('Ốm');
  await said(office, '1 tiết cần người dạy thay');
  await office.getByRole('combobox', { name: lesson }).click();
  await office.getByRole('option', { name: new RegExp(`^${standIn}`) }).click();
  await atRest(office);
}

test('the office records both absences: of the second one the lesson stood in for is offered, and somebody takes it', async () => {
  const office = await hoaBan.as(names.principal);
  await office.goto('/thoi-khoa-bieu/thay-doi');
  await away(office, 'Lò Thị Sử', /Tiết 1 sáng Thứ Ba/i, 'Vàng A Toán');
  await button(office, 'Ghi và báo người liên quan').click();
  await said(office, /Đã ghi 1 tiết thay đổi/);
  await away(office, 'Vàng A Toán', /dạy thay Lò Thị Sử.*Tiết 1 sáng Thứ Ba/i, 'Quàng Văn Thay');
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'tkb-thay-hai-lan');
  await button(office, 'Ghi và báo người liên quan').click();
  await said(office, /Đã ghi 1 tiết thay đổi/);
});

test('the pupil sees who stands in now; the one who is ill has the lesson no longer', async () => {
  const pupil = await hoaBan.as('hoc.sinh.thu', { size: phone });
  await pupil.goto('/gia-dinh');
  await said(pupil, /Thay dạy thay/);
  const ill = await hoaBan.as(names.maths, { size: phone });
  await ill.goto('/thoi-khoa-bieu/tuan?thu=2');
  await said(ill, 'trống');
  expect(
    await ill
      .locator('ol')
      .getByText(/dạy thay/i)
      .count(),
  ).toBe(0);
});

test('back after all, the first one stands in again', async () => {
  const office = await hoaBan.as(names.principal);
  await office.goto('/thoi-khoa-bieu/thay-doi');
  await office
    .getByRole('row', { name: /Vàng A Toán/ })
    .getByRole('button', { name: 'Trở lại bình thường' })
    .click();
  await office.getByRole('dialog').getByRole('button', { name: 'Trở lại bình thường' }).click();
  await said(office, /Đã trở lại bình thường/);
  const back = await hoaBan.as(names.maths, { size: phone });
  await back.goto('/thoi-khoa-bieu/tuan?thu=2');
  await back
    .locator('ol')
    .getByText(/Dạy thay Sử/)
    .waitFor();
});

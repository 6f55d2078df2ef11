import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { makeLessonGround, names } from '../../modules/lessons/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// A class learns online: from the line of the log its teacher writes who was there, who had no connection and who left early.

let hoaBan: Visit;

beforeAll(async () => {
  hoaBan = await visit('online-lesson', provinceSeed, '2025-09-17T06:00:00+07:00');
  await makeLessonGround(hoaBan.db);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const roll = (page: Page) =>
  page.getByRole('link', { name: /^Điểm danh trực tuyến .*tiết 2 ngày 17\/09\/2025/ });

test('while the class learns at school the log offers no online roll; once it is switched over the line leads to it', async () => {
  const teacher = await hoaBan.as(names.maths, { size: phone });
  await teacher.goto('/so-dau-bai');
  await said(teacher, /Tiết 2/i);
  expect(await roll(teacher).count()).toBe(0);
  const office = await hoaBan.as(names.principal);
  await office.goto('/thoi-khoa-bieu/thay-doi');
  await button(office, 'Ghi thay đổi').click();
  await office.getByRole('combobox', { name: 'Loại' }).click();
  await office.getByRole('option', { name: 'Học trực tuyến' }).click();
  await office.getByLabel('Đường dẫn lớp học trực tuyến').fill('https://lop.example/6a1');
  await office.getByLabel('Lí do').fill('Mưa lũ');
  await button(office, 'Ghi và báo người liên quan').click();
  await said(office, /Đã ghi 1 tiết thay đổi/);
  await teacher.reload();
  await roll(teacher).click();
  await said(teacher, 'Điểm danh lớp 6A1');
});

test('who had no connection and who left early is written there and stands in the log, without leave is neither', async () => {
  const teacher = await hoaBan.as(names.maths, { size: phone });
  await teacher.goto('/so-dau-bai');
  await roll(teacher).click();
  const presence = teacher.getByRole('combobox', { name: /^Chuyên cần của / });
  for (const [at, words] of ['Mất kết nối', 'Rời sớm'].entries()) {
    await presence.nth(at).click();
    await teacher.getByRole('option', { name: words }).click();
  }
  await said(teacher, 'nghỉ 1');
  // At the end of the list the button that is always at hand lies over none of it.
  await teacher.keyboard.press('Control+End');
  await atRest(teacher);
  expect(await accessibilityFaults(teacher)).toEqual([]);
  await hoaBan.picture(teacher, 'diem-danh-truc-tuyen');
  await button(teacher, 'Lưu điểm danh (2)').click();
  await said(teacher, 'Đã lưu điểm danh của 2 học sinh.');
  await teacher.goto('/so-dau-bai');
  await said(teacher, /Vắng: .*\(mất kết nối\), .*\(rời sớm\)/);
});

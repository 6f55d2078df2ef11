import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { type Ground, makeGround, names } from '../../modules/gradebook/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';

// Marks and absences in a village without signal: entered, closed, opened again, sent once; a mark that a colleague changed is decided.

let hoaBan: Visit;
let ground: Ground;
let mobile: BrowserContext;
let page: Page;

beforeAll(async () => {
  hoaBan = await visit('offline-gradebook', provinceSeed, '2025-10-14T08:00:00+07:00');
  ground = await makeGround(hoaBan.db);
  page = await hoaBan.as(names.maths, { size: phone, installed: true });
  mobile = page.context();
});
afterAll(() => hoaBan?.close());

const said = (words: string | RegExp) => page.getByText(words).first().waitFor();
const waiting = (name: string | RegExp) => page.getByRole('link', { name }).first();
const cell = (pupil: string, column: string) =>
  page.getByRole('button', { name: new RegExp(`^Giàng A Thử ${pupil}, ${column}: `) });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const regularOf = async (pupil: number) =>
  (
    await hoaBan.db.owner.query(
      `SELECT regular FROM gradebook.subject_marks WHERE pupil_id = $1 AND subject_code = 'MATH'`,
      [ground.pupils[pupil]],
    )
  ).rows[0]?.regular;

test('the own sheets come to the device once it is bound', async () => {
  await page.goto('/so-diem');
  await said('6A1 · Toán');
  await page.getByRole('button', { name: 'Giữ trên máy này' }).click();
  await said('Máy này đã sẵn sàng dùng khi mất mạng.');
  await waiting('Việc chờ gửi: không có').waitFor();
});

test('marks are entered without a network on pages never opened before', async () => {
  await mobile.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: '6A1 · Toán' }).click();
  await cell('A', 'TX 1').click();
  await press('7', ',', '5', 'Enter', '8', 'Enter', '9', 'Enter');
  await waiting('Việc chờ gửi: 3').waitFor();
  await expect.poll(() => cell('A', 'TX 1').textContent()).toBe('7,5');
  await page.getByRole('status').filter({ hasText: 'Đã giữ 3 ô trên máy này, có mạng sẽ gửi' }).waitFor();
  await hoaBan.picture(page, 'so-diem-mat-mang');
});

test('closed and opened again, still without a network: everything is there, and a mark is changed once more', async () => {
  await page.close();
  page = await mobile.newPage();
  await page.goto(`/so-diem/${ground.classId}/MATH/1`);
  await expect.poll(() => cell('B', 'TX 1').textContent()).toBe('8,0');
  await cell('B', 'TX 1').click();
  await press('1', '0', 'Enter');
  await waiting('Việc chờ gửi: 4').waitFor();
});

test('and absences of the day', async () => {
  await page.goto(`/diem-danh/${ground.classId}`);
  const row = page.getByRole('listitem').filter({ hasText: 'Giàng A Thử C' });
  await row.getByText('Có phép', { exact: true }).click();
  await page.getByRole('button', { name: /Lưu/ }).click();
  await said('Đã giữ trên máy này, sẽ gửi khi có mạng.');
  await waiting('Việc chờ gửi: 5').waitFor();
});

test('back in the network it is all there once, in its order, with its history; a colleague’s mark is put beside the own', async () => {
  // Meanwhile the mark of pupil C was entered at another machine.
  const colleague = await hoaBan.as(names.maths);
  await colleague.goto(`/so-diem/${ground.classId}/MATH/1`);
  await colleague.getByRole('button', { name: /^Giàng A Thử C, TX 1: / }).click();
  await colleague.keyboard.press('4');
  await colleague.keyboard.press('Enter');
  await colleague.getByRole('status').filter({ hasText: 'Đã lưu hết' }).waitFor();
  await mobile.setOffline(false);
  await waiting('Cần bạn xem: 1').click();
  expect(await regularOf(0)).toEqual([75]);
  expect(await regularOf(1)).toEqual([100]);
  expect(await regularOf(2)).toEqual([40]); // not overwritten
  const { rows } = await hoaBan.db.owner.query(
    `SELECT e.before -> 'regular' AS before, e.after -> 'regular' AS after FROM audit.event e
     JOIN gradebook.subject_marks m ON m.id::text = e.entity_id WHERE m.pupil_id = $1 AND e.entity = 'gradebook.subject_marks' ORDER BY e.id`,
    [ground.pupils[1]],
  );
  expect(rows).toEqual([
    { before: null, after: [80] },
    { before: [80], after: [100] },
  ]);
  const absences = await hoaBan.db.owner.query('SELECT pupil_id, excused FROM gradebook.absence');
  expect(absences.rows).toEqual([{ pupil_id: ground.pupils[2], excused: true }]);
  await said('Giàng A Thử C, TX 1');
  expect(await accessibilityFaults(page)).toEqual([]);
  await hoaBan.picture(page, 'hai-diem');
});

test('the person decides, and the decision is kept like any other change', async () => {
  await page.getByRole('button', { name: 'Giữ của tôi' }).click();
  await said('Không có việc nào chờ gửi');
  expect(await regularOf(2)).toEqual([90]);
});

test('offline code and the data of a teacher together stay under 2 MB after the shell', async () => {
  const bytes = await page.evaluate(async () => {
    const own = (await caches.keys()).find((name) => name.startsWith('offline-')) ?? '';
    const cache = await caches.open(own);
    let code = 0;
    for (const request of await cache.keys())
      code += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('hoaban-offline');
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = await new Promise<{ sealed: { bytes: ArrayBuffer } }[]>((resolve) => {
      const asking = db.transaction('documents').objectStore('documents').getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
    db.close();
    return { code, data: rows.reduce((sum, { sealed }) => sum + sealed.bytes.byteLength, 0) };
  });
  expect(bytes.code).toBeGreaterThan(20_000);
  expect(bytes.data).toBeGreaterThan(2_000);
  expect(bytes.code + bytes.data).toBeLessThan(2_000_000);
});

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { assign, holderOf, nameOf, provinceSeed, publishDuties, unitOf } from '../../modules/plan/testing.ts';

// A teacher without signal: works, closes the app, opens it again, comes back; decides where somebody was quicker; loses the phone.

let hoaBan: Visit;
let mobile: BrowserContext;
let page: Page;
let duties: string[];
const school = unitOf('school');
const team = unitOf('subjectTeam', ({ parent_id }) => parent_id === school.id);

beforeAll(async () => {
  hoaBan = await visit('offline', provinceSeed, '2025-10-14T08:00:00+07:00');
  const { dutyIds } = await publishDuties(
    hoaBan.db,
    ['Dạy học buổi 2', 'Ôn tập cuối năm', 'Chuyên đề tổ'].map((title) => ({ title, dueOn: '2025-12-31' })),
  );
  duties = [];
  const accountId = holderOf(team, 'teacher');
  for (const duty of dutyIds) {
    duties.push(await assign(hoaBan.db, duty, team, 'teacher', { account_id: accountId }));
  }
  page = await hoaBan.as(nameOf(team, 'teacher'), { size: phone, installed: true });
  mobile = page.context();
});
afterAll(() => hoaBan?.close());

const said = (words: string | RegExp) => page.getByText(words).first().waitFor();
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const waiting = (name: string) => page.getByRole('link', { name, exact: true });

/** Everything IndexedDB holds, as text: what somebody reads who copies the browser's folder and has not the key. */
const heldText = () =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('hoaban-offline');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const decoder = new TextDecoder('latin1');
    const text: string[] = [];
    let rows = 0;
    for (const name of db.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const asking = db.transaction(name).objectStore(name).getAll();
        asking.onsuccess = () => resolve(asking.result);
      });
      rows += all.length;
      const show = (_: string, value: unknown) =>
        value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? decoder.decode(value as ArrayBuffer)
          : value instanceof CryptoKey
            ? `key, extractable: ${value.extractable}`
            : value;
      text.push(JSON.stringify(all, show));
    }
    db.close();
    return { rows, text: text.join('\n') };
  });

test('binding the device once: data come, sealed, and the pages for work without a network', async () => {
  await page.goto('/viec-cua-toi');
  await said('Dạy học buổi 2');
  await button('Giữ trên máy này').click();
  await said('Máy này đã sẵn sàng dùng khi mất mạng.');
  await waiting('Việc chờ gửi: không có').waitFor();
  await expect.poll(async () => (await heldText()).rows).toBeGreaterThan(2);
  const { text } = await heldText();
  expect(text).not.toContain('Dạy học buổi 2');
  expect(text).not.toContain('buổi');
  expect(text).toContain('key, extractable: false');
  expect(text.match(/extractable: true/g)).toHaveLength(1); // the public half, which the server knows
});

test('without a network the app opens, shows what is held and keeps what is done', async () => {
  await mobile.setOffline(true);
  await page.reload();
  await said('Dạy học buổi 2');
  await said(/việc bạn làm được giữ trên máy này/);
  await page.getByRole('checkbox', { name: /Dạy học buổi 2/ }).check();
  await button(/Tiếp nhận/).click();
  await said('Đã giữ trên máy này, sẽ gửi khi có mạng.');
  await waiting('Việc chờ gửi: 1').waitFor();
  await page.getByRole('checkbox', { name: /Ôn tập cuối năm/ }).check();
  await button(/Tiếp nhận/).click();
  await waiting('Việc chờ gửi: 2').waitFor();
});

test('what waits outlives the app, and is shown in its order', async () => {
  await page.close();
  page = await mobile.newPage();
  await page.goto('/may-va-viec-cho');
  await waiting('Việc chờ gửi: 2').waitFor();
  await expect.poll(() => page.getByText('Đang chờ gửi').count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  await hoaBan.picture(page, 'viec-cho-gui');
  expect((await heldText()).text).not.toContain('Tiếp nhận');
});

test('when the time is over without a contact the data go, whatever the clock was turned to; what waits stays', async () => {
  const today = hoaBan.clock.now().getTime();
  const documents = async () => (await heldText()).text.includes('plan.listMyWork');
  expect(await documents()).toBe(true);
  await mobile.clock.setFixedTime(today + 15 * 86_400_000);
  await page.reload();
  await expect.poll(documents).toBe(false);
  await mobile.clock.setFixedTime(today);
  await mobile.setOffline(false);
  await page.reload();
  await said('Máy và việc chờ gửi');
});

test('back in the network everything arrives once, by itself', async () => {
  await said('Không có việc nào chờ gửi');
  const { rows } = await hoaBan.db.owner.query(
    `SELECT assignment_id AS id FROM plan.assignment_event WHERE kind = 'acknowledged' ORDER BY assignment_event.id`,
  );
  expect(rows.map(({ id }) => id)).toEqual([duties[0], duties[1]]);
});

test('where somebody else was quicker, both values stand side by side, and the person decides', async () => {
  await page.goto(`/viec/${duties[0]}`);
  await button('Bắt đầu làm').waitFor();
  await mobile.setOffline(true);
  await button('Bắt đầu làm').click();
  await waiting('Việc chờ gửi: 1').waitFor();
  // Meanwhile, elsewhere.
  await hoaBan.db.owner.query('UPDATE plan.assignment SET version = version + 1 WHERE id = $1', [duties[0]]);
  await mobile.setOffline(false);
  await waiting('Cần bạn xem: 1').click();
  await said('Người khác đã sửa trước khi việc của bạn đến nơi');
  expect(await accessibilityFaults(page)).toEqual([]);
  await hoaBan.picture(page, 'hai-gia-tri');
  await button('Giữ của tôi').click();
  await said('Không có việc nào chờ gửi');
  const { rows } = await hoaBan.db.owner.query('SELECT state FROM plan.assignment WHERE id = $1', [
    duties[0],
  ]);
  expect(rows).toEqual([{ state: 'inProgress' }]);
});

test('the phone is lost: the school revokes it, and on its next contact nothing is left on it', async () => {
  await mobile.setOffline(true);
  await page.goto(`/viec-cua-toi`);
  await page.getByRole('checkbox', { name: /Chuyên đề tổ/ }).check();
  await button(/Tiếp nhận/).click();
  await waiting('Việc chờ gửi: 1').waitFor();
  const office = await hoaBan.as(nameOf(school, 'principal'));
  await office.goto('/may-cua-giao-vien');
  await office.getByRole('button', { name: /^Thu hồi/ }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Lí do').fill('Mất điện thoại trên đường');
  expect(await accessibilityFaults(office)).toEqual([]);
  await hoaBan.picture(office, 'thu-hoi-may');
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await office
    .getByText(/^Đã thu hồi/)
    .first()
    .waitFor();
  await mobile.setOffline(false);
  await page.getByLabel('Mật khẩu', { exact: true }).waitFor();
  await expect.poll(async () => (await heldText()).rows).toBe(0);
  // What it still held is reported; it was not carried out.
  await office.reload();
  await office
    .getByText(/^Đã tự xoá/)
    .first()
    .waitFor();
  const { rows } = await hoaBan.db.owner.query('SELECT waiting FROM sync.device');
  expect(rows[0].waiting).toMatchObject([
    { name: 'plan.acknowledgeAssignments', title: 'Tiếp nhận 1 nhiệm vụ' },
  ]);
  const left = await hoaBan.db.owner.query('SELECT acknowledged_at FROM plan.assignment WHERE id = $1', [
    duties[2],
  ]);
  expect(left.rows).toEqual([{ acknowledged_at: null }]);
});

test('a browser that believes in its network says too that calls do not get through, until one does', async () => {
  const desk = await hoaBan.as(nameOf(school, 'principal'));
  await desk.goto('/may-cua-giao-vien');
  await desk.getByText(/^Đã tự xoá/).waitFor();
  const banner = desk.getByText(/^Đang mất mạng: vẫn xem được/);
  expect(await banner.count()).toBe(0);
  await desk.route('**/api/**', (call) => call.abort());
  await desk.getByRole('link', { name: 'Việc của tôi', exact: true }).first().click();
  await banner.waitFor();
  expect(await desk.evaluate(() => navigator.onLine)).toBe(true);
  const again = desk.getByRole('button', { name: 'Thử lại' }).first();
  await again.waitFor();
  await desk.unroute('**/api/**');
  await again.click();
  await banner.waitFor({ state: 'hidden' });
});

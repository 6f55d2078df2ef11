import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, visit } from '#tests/harness/visit.ts';
import { publishedPlanSeed } from '#tests/sample-province/published-plan.ts';
import { seedPassword } from '#tests/sample-province/seed.ts';

// From the door to a finished step without touching a mouse.

let hoaBan: Visit;
let page: Page;

beforeAll(async () => {
  hoaBan = await visit('keyboard', publishedPlanSeed, '2025-08-05T08:00:00+07:00');
  page = await hoaBan.window();
});
afterAll(() => hoaBan?.close());

/** What has the focus, as a screen reader would name it. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });

/** Waits until a field that takes the focus by itself, as in a dialog just opened, has it. */
const hasFocus = (field: Locator) => field.and(page.locator(':focus')).waitFor();

/** Goes on with Tab until something called `name` has the focus. */
async function tabTo(name: string | RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`no way to ${name} by Tab; passed ${passed.join(' | ')}`);
}

test('signs in', async () => {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập hoặc số điện thoại').waitFor();
  await tabTo(/^Tên đăng nhập/, 5);
  await page.keyboard.type('hieutruong');
  await tabTo('Mật khẩu', 2);
  await page.keyboard.type('sai mật khẩu');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(seedPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
});

test('skips the frame and opens the first duty', async () => {
  await page.reload();
  await page.getByRole('table').getByRole('link').first().waitFor();
  await tabTo('Tới nội dung chính', 2);
  await page.keyboard.press('Enter');
  const first = (await page.getByRole('table').getByRole('link').first().textContent()) ?? '';
  await tabTo(first.trim());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: first.trim() }).waitFor();
});

test('every place that has the focus can be seen', async () => {
  await page.addStyleTag({ content: '* { transition: none !important; }' });
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return true;
      const look = () =>
        [element, element.parentElement, element.nextElementSibling]
          .map((one) => {
            const style = one ? getComputedStyle(one) : undefined;
            return [style?.outline, style?.boxShadow, style?.borderColor, style?.backgroundColor].join();
          })
          .join();
      const withFocus = look();
      element.blur();
      const without = look();
      element.focus();
      return withFocus !== without;
    });
    expect(seen, await focused()).toBe(true);
  }
});

test('asks a question and comes back to where it was', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Khác' }).waitFor();
  await tabTo('Khác');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Xin lùi hạn' }).waitFor();
  // The place that takes the focus for the menu has no size.
  await page.getByRole('menu').locator(':focus').waitFor({ state: 'attached' });
  for (let step = 0; step < 6 && (await focused()) !== 'Hỏi cấp giao việc'; step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await hasFocus(page.getByRole('dialog').getByLabel('Câu hỏi'));
  await page.keyboard.type('Tính cả điểm trường lẻ không?');
  await tabTo('Hỏi cấp giao việc', 3);
  await page.keyboard.press('Enter');
  await page.getByText('Đã gửi câu hỏi.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('finds another duty with the palette, pressing Enter before the list has come', async () => {
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  await page.keyboard.press('Control+K');
  await hasFocus(page.getByPlaceholder('Gõ tên việc'));
  await page.keyboard.type('phu dao hoc sinh');
  await page.keyboard.press('Enter');
  await heading.filter({ hasText: /phụ đạo học sinh/i }).waitFor();
  expect(before).not.toMatch(/phụ đạo học sinh/i);
});

test('or goes down its list, from the work to the duty it comes from', async () => {
  await page.keyboard.press('Control+K');
  await hasFocus(page.getByPlaceholder('Gõ tên việc'));
  await page.keyboard.type('phu dao hoc sinh');
  await page.getByText(/^\d+ kết quả$/).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ke-hoach\//);
});

test('a search keeps every letter, also those typed while the list is being narrowed', async () => {
  await page.goto('/viec-cua-toi');
  const search = page.getByRole('searchbox', { name: 'Tìm trong việc của tôi' });
  await search.focus();
  await page.keyboard.type('kế ');
  await page.waitForURL(/tim=k/);
  await page.keyboard.type('hoạch');
  await page.waitForURL(/tim=k%E1%BA%BF\+ho/);
  expect(await search.inputValue()).toBe('kế hoạch');
  await page
    .getByRole('link', { name: /kế hoạch/i })
    .first()
    .waitFor();
});

test('words typed just before going on do not narrow the page gone to', async () => {
  await page.goto('/viec-cua-toi');
  const duty = page.getByRole('table').getByRole('link').first();
  await duty.waitFor();
  const line = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', (route) => line.promise.then(() => route.continue()));
  await page.getByRole('searchbox', { name: 'Tìm trong việc của tôi' }).focus();
  await page.keyboard.type('kế');
  await duty.press('Enter');
  await page.waitForURL(/\/viec\//);
  // The next page is still on its way when the pause after typing is over: timers of a page run in their order.
  await page.evaluate(() => new Promise((over) => setTimeout(over, 400)));
  line.resolve();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Việc của tôi' }).waitFor();
  expect(page.url()).not.toContain('tim=');
});

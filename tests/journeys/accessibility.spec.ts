import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, desktop, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { publishedPlanSeed } from '#tests/sample-province/published-plan.ts';
import { addClass, addPupil, addStaff } from '../../modules/people/testing.ts';

// Every main page, light and dark, on a phone and on a desk, as WCAG 2.2 AA asks (axe).

let hoaBan: Visit;
const pages: Record<string, Page> = {};
const places: Record<string, string> = {};

/** Who looks at which page; words in braces are found when the journey begins. */
const looks: readonly [who: string, address: string, name: string][] = [
  ['nobody', '/dang-nhap', 'dang-nhap'],
  ['hieutruong', '/viec-cua-toi', 'viec-cua-toi'],
  ['hieutruong', '/viec-cua-toi?loc=done', 'viec-cua-toi-trong'],
  ['hieutruong', '/viec/{assignment}', 'nhiem-vu'],
  ['hieutruong', '/cho-duyet', 'cho-duyet'],
  ['hieutruong', '/kho-khan', 'kho-khan'],
  ['hieutruong', '/bao-cao/{report}', 'bao-cao'],
  ['truongphong', '/bang-theo-doi', 'bang-theo-doi'],
  ['truongphong', '/bang-theo-doi?xem=bang', 'bang-theo-doi-so'],
  ['truongphong', '/lich', 'lich'],
  ['truongphong', '/ke-hoach', 'ke-hoach'],
  ['truongphong', '/ke-hoach/{document}', 'van-ban-ke-hoach'],
  ['truongphong', '/ke-hoach/{draft}', 'ra-soat'],
  ['truongphong', '/chi-so', 'chi-so'],
  ['truongphong', '/bao-cao', 'bao-cao-danh-sach'],
  ['truongphong', '/bao-cao/tong-hop', 'bao-cao-tong-hop'],
  ['truongphong', '/kiem-tra', 'kiem-tra'],
  ['truongphong', '/kiem-tra/moi', 'kiem-tra-moi'],
  ['truongphong', '/kien-nghi', 'kien-nghi'],
  ['truongphong', '/van-ban', 'van-ban'],
  ['truongphong', '/van-ban/moi', 'van-ban-moi'],
  ['truongphong', '/thiet-lap/co-quan', 'co-quan'],
  ['truongphong', '/don-vi', 'don-vi'],
  ['truongphong', '/don-vi/{school}', 'truong'],
  ['truongphong', '/nam-hoc', 'nam-hoc'],
  ['truongphong', '/tai-khoan', 'tai-khoan'],
  ['truongphong', '/nhat-ky', 'nhat-ky'],
  ['truongphong', '/ca-nhan', 'ca-nhan'],
  ['chuyenvien', '/vai-tro', 'vai-tro'],
  ['hieutruong', '/khong-co-trang-nay', 'khong-co-trang'],
];

/** Pages of the school's ground, made of the same pieces: held once on a phone in light and once on a desk in dark. */
const groundLooks: typeof looks = [
  ['hieutruong', '/hoc-sinh', 'hoc-sinh'],
  ['hieutruong', '/si-so', 'si-so'],
  ['hieutruong', '/chuyen-truong', 'chuyen-truong'],
  ['hieutruong', '/chuyen-nam-hoc', 'chuyen-nam-hoc'],
  ['hieutruong', '/lop-hoc', 'lop-hoc'],
  ['hieutruong', '/phong-hoc', 'phong-hoc'],
  ['hieutruong', '/doi-ngu', 'doi-ngu'],
  ['hieutruong', '/phieu-kich-hoat', 'phieu-kich-hoat'],
  ['hieutruong', '/phan-cong', 'phan-cong'],
  ['hieutruong', '/phan-cong?xem=luoi', 'phan-cong-luoi'],
  ['hieutruong', '/mon-lua-chon', 'mon-lua-chon'],
  ['hieutruong', '/khao-sat/moi', 'khao-sat-moi'],
  ['truongphong', '/quy-mo-truong', 'quy-mo-truong'],
  ['truongphong', '/thua-thieu-giao-vien', 'thua-thieu'],
  ['truongphong', '/tim-hoc-sinh', 'tim-hoc-sinh'],
  ['truongphong', '/ke-hoach-truong/huong-dan', 'huong-dan-ke-hoach'],
  ['nobody', '/kich-hoat', 'kich-hoat'],
];

beforeAll(async () => {
  hoaBan = await visit('accessibility', publishedPlanSeed, '2025-09-08T08:00:00+07:00', { trace: false });
  pages.nobody = await hoaBan.window();
  for (const who of ['hieutruong', 'truongphong', 'chuyenvien']) pages[who] = await hoaBan.as(who);
  const [principal, head] = [pages.hieutruong!.request, pages.truongphong!.request];
  // biome-ignore lint/suspicious/noExplicitAny: read field by field.
  const json = (answer: Awaited<ReturnType<typeof head.get>>): Promise<any> => answer.json();
  const work = await json(await principal.get('/api/plan/my-work'));
  places.assignment = work.items[0].id;
  places.school = work.items[0].unit.id;
  const { documents } = await json(await head.get('/api/plan/documents'));
  places.document = documents[0].id;
  const draft = await head.post('/api/plan/documents', {
    multipart: {
      file: {
        name: 'dieu-chinh.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(
          'KẾ HOẠCH\nNăm học 2025-2026\nI. NHIỆM VỤ\n- Các trường tập huấn học bạ số.\n- Thư viện mở cửa buổi tối.\nKính gửi các đơn vị.',
        ),
      },
    },
  });
  places.draft = (await json(draft)).documentId;
  await fillSchool(places.school ?? '');
  const report = await principal.post('/api/plan/reports', {
    data: { periodKind: 'month', periodStart: '2025-08-01' },
  });
  places.report = (await json(report)).id;
});
afterAll(() => hoaBan?.close());

/** A class with a pupil, and people who work at the school, so that the lists of its ground have rows. */
async function fillSchool(id: string): Promise<void> {
  const { rows } = await hoaBan.db.owner.query<{ departmentId: string; yearId: string }>(
    `SELECT u.department_id AS "departmentId", y.id AS "yearId" FROM organisation.unit u, organisation.school_year y
     WHERE u.id = $1 AND y.is_current`,
    [id],
  );
  const { departmentId = '', yearId = '' } = rows[0] ?? {};
  const school = { id, departmentId };
  await addStaff(hoaBan.db, school);
  const classId = await addClass(hoaBan.db, school, yearId);
  await addPupil(hoaBan.db, school, { classId, schoolYearId: yearId });
}

const areaOf = (path: string) => path.split(/[/?]/)[1];

/** Goes there as a link would, without loading the app anew; within one area by loading it: pages there may share their heading. */
async function go(page: Page, address: string): Promise<void> {
  if (!page.url().startsWith(hoaBan.address) || areaOf(new URL(page.url()).pathname) === areaOf(address)) {
    await page.goto(address);
    await page.addStyleTag({ content: '* { transition: none !important; }' });
    return;
  }
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-former', '');
    window.history.pushState({}, '', to);
  }, address);
  await page.locator('h1:not([data-former])').waitFor();
}

async function open(who: string, address: string, name: string): Promise<Page> {
  const page = pages[who]!;
  await go(
    page,
    address.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? ''),
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').locator('[aria-busy=true]').waitFor({ state: 'detached' });
  await atRest(page);
  await hoaBan.picture(page, `trang-${name}`);
  return page;
}

/** Faults of the page as it stands in one size and colour scheme. */
async function faultsIn(
  page: Page,
  size: typeof phone | typeof desktop,
  colorScheme: 'light' | 'dark',
  what: 'everything' | 'colours',
): Promise<string[]> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  // The page follows in its own time; then it is drawn, without transitions.
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
    colorScheme,
  );
  await atRest(page);
  const where = `${colorScheme}, ${size.width} px`;
  const found = (await accessibilityFaults(page, what)).map((fault) => `${where}: ${fault}`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overflow > 1 ? [...found, `${where}: the page is ${overflow} px wider than the window`] : found;
}

async function backToDay(page: Page): Promise<void> {
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light' });
}

test.each(looks)('as %s, %s has no fault that axe finds', async (who, address, name) => {
  const page = await open(who, address, name);
  const faults = [
    ...(await faultsIn(page, desktop, 'light', 'everything')),
    ...(await faultsIn(page, phone, 'light', 'everything')),
    // The dark page is the light one in other colours, and those are the same in every size.
    ...(await faultsIn(page, phone, 'dark', 'colours')),
  ];
  await backToDay(page);
  expect(faults).toEqual([]);
});

test.each(groundLooks)('as %s, %s has no fault on a phone, nor in the dark', async (who, address, name) => {
  const page = await open(who, address, name);
  const faults = [
    ...(await faultsIn(page, phone, 'light', 'everything')),
    ...(await faultsIn(page, desktop, 'dark', 'colours')),
  ];
  await backToDay(page);
  expect(faults).toEqual([]);
});

test('a page with a fault is found out', async () => {
  const page = pages.nobody!;
  await page.setContent(
    '<html lang="vi"><title>Lỗi</title><main><h1>Lỗi</h1><p style="color: #bbb">Chữ quá nhạt</p><img src="x"><input></main></html>',
  );
  expect((await accessibilityFaults(page)).map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'label']),
  );
  expect((await accessibilityFaults(page, 'colours')).map((fault) => fault.split(':')[0])).toEqual([
    'color-contrast',
  ]);
});

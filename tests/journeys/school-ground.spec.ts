import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { type TwoSchools, twoSchools } from '../../modules/people/pupils.fixture.ts';
import { nameOf, provinceSeed, unitOf } from '../../modules/plan/testing.ts';

// The clerk loads pupils from the school's own list; the principal drafts the education plan of these rows, has it checked, approves
// and publishes it; commune, teacher, department and everybody see it. The survey and its groups: needs-survey.spec.ts.

let hoaBan: Visit;
let schools: TwoSchools;
let clerk: Page;
let principal: Page;

beforeAll(async () => {
  hoaBan = await visit('school-ground', provinceSeed, '2025-10-14T08:00:00+07:00');
  schools = await twoSchools(hoaBan.db);
  clerk = await hoaBan.as(nameOf(schools.here, 'clerk'));
  principal = await hoaBan.as(nameOf(schools.here, 'principal'));
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
async function step(page: Page, name: string, note?: string): Promise<void> {
  await button(page, name).click();
  const dialog = page.getByRole('dialog');
  if (note) await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

const list = `STT;Họ tên học sinh;Ngày sinh;Giới tính;Dân tộc;Lớp;Số ĐDCN/CCCD
1;Vàng A Nhập;05/09/2013;Nam;Mông;6A;011213000101
2;Lò Thị Nhập;41523;Nữ;Thái;6A;11313000102`;

test('the clerk loads the list of the school: faults are told by cell and mended, then all is written', async () => {
  await clerk.goto('/nhap-tu-excel');
  await clerk.getByRole('radio', { name: 'Học sinh' }).check();
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await clerk
    .locator('input[type=file]')
    .setInputFiles({ name: 'danh-sach-6a.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await said(clerk, '1 ngày là số của Excel');
  await said(clerk, '1 số mất số 0 ở đầu');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await hoaBan.picture(clerk, 'nhap-xem-truoc');
  await button(clerk, 'Sửa cả 1 ô').first().click();
  await said(clerk, /1 dòng có lỗi phải sửa|0 dòng có lỗi phải sửa/);
  await atRest(clerk);
  await button(clerk, 'Sửa cả 1 ô').first().click();
  // On a slow line the clerk goes on while a cell is being saved: every letter arrives, of the next cell too.
  await atRest(clerk);
  const line = Promise.withResolvers<void>();
  await clerk.route('**/api/people/imports/*/rows', (route) => line.promise.then(() => route.continue()), {
    times: 1,
  });
  await clerk.getByText('Vàng A Nhập', { exact: true }).focus();
  for (const name of ['Vàng A Nhập Một', 'Lò Thị Nhập Hai']) {
    await clerk.keyboard.type(name);
    await clerk.keyboard.press('Enter');
  }
  line.resolve();
  await button(clerk, 'Nhập 2 dòng').click();
  await clerk.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click();
  await said(clerk, 'Đã nhập: 2 hồ sơ mới, 0 thay đổi, 0 giữ nguyên, 0 dòng để lại.');
  await clerk.goto('/hoc-sinh?q=nhap');
  await said(clerk, 'Vàng A Nhập Một');
  await said(clerk, 'Lò Thị Nhập Hai');
});

test('a refused form keeps what was typed and leads to the faulty field; one left half done is there again after a reload', async () => {
  await clerk.getByRole('link', { name: 'Vàng A Nhập Một' }).click();
  await button(clerk, 'Xem phần riêng tư').click();
  await button(clerk, 'Sửa phần riêng tư').click();
  const drawer = clerk.getByRole('dialog');
  await drawer.getByLabel('Số định danh cá nhân').fill('123');
  await drawer.getByLabel('Địa chỉ').fill('Bản Nà Gõ');
  await button(clerk, 'Lưu').click();
  await drawer.getByRole('link', { name: /^Số định danh cá nhân: / }).waitFor();
  expect(await clerk.evaluate(() => document.activeElement?.id)).toBe('field-identityNumber');
  expect(await drawer.getByLabel('Địa chỉ').inputValue()).toBe('Bản Nà Gõ');
  // What is sensitive is not kept on the device.
  expect(await clerk.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Nà Gõ');

  await principal.goto('/mon-lua-chon');
  await principal.getByRole('button', { name: '6A', exact: true }).click();
  const choice = principal.getByRole('dialog').getByRole('checkbox').first();
  await choice.check();
  await principal.reload();
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(true);
  await principal.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  await principal.getByRole('button', { name: '6A', exact: true }).click();
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(false);
});

test('the principal drafts the plan in one press; what breaks a rule is named with the rows to change', async () => {
  await principal.goto('/ke-hoach-truong');
  await button(principal, 'Lập dự thảo').click();
  await said(principal, 'Mỗi môn, mỗi khối có Phụ lục 1 (CV 5512/BGDĐT-GDTrH)');
  await said(principal, 'Chỉ tiêu theo mức khớp số học sinh (TT 22/2021 Điều 8, 9)');
  expect(await accessibilityFaults(principal)).toEqual([]);
  await hoaBan.picture(principal, 'ke-hoach-truong');
});

test('teams hand in their annexes; then it is proposed and approved with a reason for what only warns', async () => {
  const planId = principal.url().split('/').at(-1)!;
  const team = unitOf('subjectTeam', ({ parent_id }) => parent_id === schools.here.id);
  const lead = await hoaBan.as(nameOf(team, 'teamLead'));
  const at = `/api/education-plans/${planId}`;
  const { rows } = await (await principal.request.get(at)).json();
  const subjects = rows.periods as {
    grade: number;
    subjectCode: string;
    semester1: number;
    semester2: number;
  }[];
  const none = { requirement: null, equipment: null, room: null };
  const lessons = subjects.flatMap(({ grade, subjectCode, semester1, semester2 }) => [
    { grade, subjectCode, title: 'Học kì I', periods: semester1, week: 1, ...none },
    { grade, subjectCode, title: 'Học kì II', periods: semester2, week: 19, ...none },
  ]);
  const kinds = ['midterm1', 'final1', 'midterm2', 'final2'];
  const tests = subjects.flatMap(({ grade, subjectCode }) =>
    kinds.map((kind) => ({
      grade,
      subjectCode,
      kind,
      minutes: 45,
      week: 9,
      requirement: null,
      form: 'Viết',
    })),
  );
  const put = (part: string, version: number, data: readonly object[]) =>
    lead.request.put(`${at}/teams/${team.id}/rows`, { data: { part, version, rows: data } });
  expect((await put('lessons', 0, lessons)).status()).toBe(200);
  expect((await put('tests', 1, tests)).status()).toBe(200);
  await lead.goto(`/ke-hoach-truong/${planId}/to/${team.id}`);
  await step(lead, 'Trình phụ lục');
  await said(lead, 'Đã trình phụ lục.');
  await hoaBan.picture(lead, 'phu-luc-cua-to');
  await principal.goto(`/ke-hoach-truong/${planId}/to/${team.id}`);
  await step(principal, 'Duyệt');
  await principal.goto(`/ke-hoach-truong/${planId}`);
  await step(principal, 'Trình duyệt');
  await step(
    principal,
    'Duyệt',
    'Chỉ tiêu theo mức ghi sau khảo sát đầu năm; mời giáo viên dạy liên trường.',
  );
  await said(principal, 'Đã duyệt kế hoạch.');
});

test('the commune takes note, the principal publishes, a teacher confirms and everybody reads on a phone', async () => {
  const planId = principal.url().split('/').at(-1)!;
  const { parent_id, code } = unitOf('school', ({ id }) => id === schools.here.id) as {
    parent_id: string;
    code: string;
  };
  const commune = await hoaBan.as(nameOf({ id: parent_id }, 'communeOfficer'));
  await commune.goto('/ke-hoach-truong/cac-truong');
  await said(commune, 'Kế hoạch của các trường');
  expect(await accessibilityFaults(commune)).toEqual([]);
  await hoaBan.picture(commune, 'ke-hoach-cac-truong');
  await commune.goto(`/ke-hoach-truong/${planId}`);
  await step(commune, 'Ghi nhận');
  await principal.reload();
  await step(principal, 'Công khai');
  await said(principal, 'Đã công khai kế hoạch.');
  const [word] = await Promise.all([
    principal.waitForEvent('download'),
    principal.getByRole('link', { name: 'PDF', exact: true }).click(),
  ]);
  await word.saveAs('.tmp/screens/ke-hoach-truong.pdf');
  const team = unitOf('subjectTeam', ({ parent_id: of }) => of === schools.here.id);
  const teacher = await hoaBan.as(nameOf(team, 'teacher'), { size: phone });
  await teacher.goto(`/ke-hoach-truong/${planId}`);
  await button(teacher, 'Tôi đã đọc').click();
  await said(teacher, 'Bạn đã xác nhận đọc');
  await principal.reload();
  await said(principal, /: 1 trên \d+ người/);
  const anybody = await hoaBan.window({ size: phone });
  await anybody.goto(`/cong-khai/ke-hoach/${code}`);
  await said(anybody, 'Chỉ tiêu');
  expect(await accessibilityFaults(anybody)).toEqual([]);
  await hoaBan.picture(anybody, 'ke-hoach-cong-khai');
});

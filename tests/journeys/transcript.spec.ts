import { X509Certificate } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, atRest, phone, type Visit, visit } from '#tests/harness/visit.ts';
import { type Ground, here, names } from '../../modules/gradebook/testing.ts';
import { provinceSeed } from '../../modules/plan/testing.ts';
import { makeYear } from '../../modules/transcript/testing.ts';
import { pkcs12File, testAuthority } from '../../platform/signatures/testing.ts';

// The transcript from the homeroom teacher to a stranger: drawn up, confirmed, signed, sealed, verified.

const password = 'Mật khẩu khoá';
let hoaBan: Visit;
let ground: Ground;
let office: Page;
let keys: { principal: Uint8Array; seal: Uint8Array };

beforeAll(async () => {
  hoaBan = await visit('transcript', provinceSeed, '2026-06-05T08:00:00+07:00');
  const authority = await testAuthority();
  ground = await makeYear(hoaBan.db);
  keys = {
    principal: await pkcs12File(await authority.issue('Hiệu trưởng thử', { keyType: 'rsa' }), password),
    seal: await pkcs12File(await authority.issue('Trường thử'), password),
  };
  await hoaBan.db.owner.query(
    `INSERT INTO transcript.trust_anchor (id, department_id, name, fingerprint, certificate, expires_at, added_by, added_at)
     SELECT gen_random_uuid(), $1, 'Cơ quan thử', encode(sha256($2::bytea), 'hex'), $2, $3, (SELECT id FROM identity.account LIMIT 1), now()`,
    [
      here.departmentId,
      Buffer.from(authority.anchor),
      new Date(new X509Certificate(authority.anchor).validTo),
    ],
  );
  office = await hoaBan.as(names.principal);
});
afterAll(() => hoaBan?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function sign(kind: 'principal' | 'seal', verb: string): Promise<void> {
  await office.goto('/hoc-ba');
  await button(office, verb).click();
  const dialog = office.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'khoa.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(keys[kind]) });
  await dialog.getByLabel('Mật khẩu của tệp khoá').fill(password);
  await button(office, 'Ký').click();
  await dialog.getByText('Cần ký 2 trang, đã ký 2 trang.').waitFor();
  await hoaBan.picture(office, `hoc-ba-ky-${kind}`);
}

test('the principal draws up the pages of a class and hears who is left out and why', async () => {
  await office.goto('/hoc-ba');
  await office.getByRole('checkbox', { name: '6A1' }).check();
  await button(office, 'Lập trang học bạ').click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lập trang học bạ' }).click();
  await dialog.getByText('3 học sinh: lập 2 trang, giữ nguyên 0 trang.').waitFor();
  await dialog.getByText(/Giàng A Thử C: .*Chưa có nhận xét/).waitFor();
  await atRest(office);
  expect(await accessibilityFaults(office)).toEqual([]);
});

test('teachers confirm, on a phone too', async () => {
  // The colleague has confirmed the other eleven subjects.
  await hoaBan.db.owner.query(
    `UPDATE transcript.step SET state = 'done', method = 'account', done_at = '2026-06-05', done_name = 'Vàng A Toán',
       done_by = (SELECT account_id FROM people.staff_member WHERE id = $1) WHERE staff_id = $1`,
    [ground.staff.maths],
  );
  const homeroom = await hoaBan.as(names.history, { size: phone });
  await homeroom.goto('/hoc-ba');
  for (const what of ['Lịch sử và Địa lí, lớp 6A1', 'Chủ nhiệm lớp 6A1']) {
    await homeroom.getByText(what).waitFor();
    await button(homeroom, 'Xem và xác nhận').click();
    await hoaBan.picture(homeroom, 'hoc-ba-xac-nhan');
    await button(homeroom, 'Xác nhận 2 trang').click();
    await homeroom.getByText('Đã xác nhận 2/2 trang.').last().waitFor();
  }
  await homeroom.getByText('Không có trang nào chờ bạn').waitFor();
  await atRest(homeroom);
  expect(await accessibilityFaults(homeroom)).toEqual([]);
});

test('the principal signs and seals, and a stranger finds the transcript in force', async () => {
  await sign('principal', 'Ký 2 trang');
  await sign('seal', 'Đóng dấu 2 trang');
  const { rows } = await hoaBan.db.owner.query<{ id: string; code: string }>(
    `SELECT id, code FROM transcript.page ORDER BY pupil_name LIMIT 1`,
  );
  await office.goto(`/hoc-ba/trang/${rows[0]?.id}`);
  await office.getByRole('link', { name: 'Tải PDF' }).waitFor();
  await atRest(office);
  await hoaBan.picture(office, 'hoc-ba-trang');
  expect(await accessibilityFaults(office)).toEqual([]);
  const stranger = await hoaBan.window({ size: phone });
  await stranger.goto(`/verify/${rows[0]?.code}`);
  await stranger.getByRole('heading', { name: 'Có hiệu lực' }).waitFor();
  expect(await stranger.getByText('Giàng').count()).toBe(0);
  await atRest(stranger);
  await hoaBan.picture(stranger, 'hoc-ba-tra-cuu');
  expect(await accessibilityFaults(stranger)).toEqual([]);
});

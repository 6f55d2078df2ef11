import { hashPassword } from '#modules/identity-access';
import { hasData } from '#platform/db';
import { demoAccounts } from '#tests/sample-province/demo-accounts.ts';
import { generateDemoProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';

/** Password of every account of the demo province. Public on purpose: the people in it are invented. */
const demoPassword = 'HoaBan-2025';

/** Loads the demo province when no table holds a row. Gives whether it did. All or nothing: one transaction. */
export async function loadDemoProvince(ownerUrl: string, log: (line: string) => void): Promise<boolean> {
  if (await hasData(ownerUrl)) return false;
  log('Đang nạp tỉnh mẫu lần đầu…');
  const passwordHash = await hashPassword(demoPassword);
  await loadProvince(ownerUrl, generateDemoProvince(), { passwordHash, mustChangePassword: true });
  return true;
}

/** The accounts to try, one line each, with the password they share. */
export function describeDemoAccounts(): string[] {
  const width = Math.max(...demoAccounts.map((account) => account.username.length));
  return [
    `Tài khoản dùng thử (mật khẩu chung: ${demoPassword}):`,
    ...demoAccounts.map((account) => `  ${account.username.padEnd(width)}  ${account.who}`),
  ];
}

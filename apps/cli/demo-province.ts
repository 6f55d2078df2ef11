import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { actAs, hashPassword } from '#modules/identity-access';
import { importDocument } from '#modules/plan';
import { type Clock, localDate } from '#platform/clock';
import { asOwner, hasData, openDatabase } from '#platform/db';
import { assignTeaching } from '#tests/sample-province/assigned-teaching.ts';
import { demoAccounts } from '#tests/sample-province/demo-accounts.ts';
import { demoOptions, generateDemoProvince, generateSchoolPeople } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { loadMarks } from '#tests/sample-province/marks.ts';
import { publishWeek } from '#tests/sample-province/published-week.ts';

/** Password of every account of the demo province. Public on purpose: the people in it are invented. */
const demoPassword = 'HoaBan-2025';

/** The head of the division that draws up plans in the demo province. */
const planMaker = 'truongphong';
const examplePlan = new URL('../../reference-data/plans/ke-hoach-2025-2026.docx', import.meta.url);

/** Puts the worked example of a plan into the demo province as a draft, as its author would: to be reviewed and published. */
async function importExamplePlan(runtimeUrl: string, now: Date): Promise<void> {
  const database = openDatabase(runtimeUrl, { maxConnections: 1 });
  const file = { bytes: await readFile(examplePlan), fileName: 'ke-hoach-2025-2026.docx' };
  try {
    await actAs(database, { username: planMaker, operationId: 'plan.importDocument', now }, (tx, actor) =>
      importDocument(tx, { actor, now }, file),
    );
  } finally {
    await database.close();
  }
}

/** Says how many pupils are loaded, about every ten thousand. */
function sayPupils(log: (line: string) => void): (pupils: number) => void {
  let said = 0;
  return (pupils) => {
    if (pupils - said < 10_000) return;
    said = pupils;
    log(`  … đã nạp ${pupils.toLocaleString('vi')} học sinh`);
  };
}

/** Loads the demo province, as far as the year has come by `clock`, when no table holds a row. Gives whether it did. */
export async function loadDemoProvince(
  urls: { ownerUrl: string; runtimeUrl: string },
  clock: Clock,
  log: (line: string) => void,
): Promise<boolean> {
  if (await hasData(urls.ownerUrl)) return false;
  const now = clock.now();
  log('Đang nạp tỉnh mẫu lần đầu: các đơn vị, trường, lớp, học sinh và nhân sự…');
  const passwordHash = await hashPassword(demoPassword);
  await loadProvince(
    urls.ownerUrl,
    generateDemoProvince(),
    { passwordHash, mustChangePassword: true },
    { schools: generateSchoolPeople({ ...demoOptions, until: localDate(now) }), progress: sayPupils(log) },
  );
  await importExamplePlan(urls.runtimeUrl, now);
  await assignTeaching(urls.runtimeUrl, now);
  await loadMarks(urls.ownerUrl, now);
  log('Đang xếp thời khoá biểu của trường mẫu…');
  await publishWeek(urls, clock);
  return true;
}

/** Whether this is the demo province: a real one has no use for its accounts. */
export async function isDemoProvince(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: asOwner(ownerUrl) });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM identity.account WHERE username = ANY ($1)', [
      demoAccounts.map((account) => account.username),
    ]);
    // Not all: a demo province of an earlier release may lack one.
    return rowCount! > demoAccounts.length / 2;
  } finally {
    await client.end();
  }
}

/** The accounts to try, one line each, with the password they share. */
export function describeDemoAccounts(): string[] {
  const width = Math.max(...demoAccounts.map((account) => account.username.length));
  return [
    `Tài khoản dùng thử (mật khẩu chung: ${demoPassword}):`,
    ...demoAccounts.map((account) => `  ${account.username.padEnd(width)}  ${account.who}`),
  ];
}

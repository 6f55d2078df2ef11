import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, rehearsalClock } from '#platform/clock';
import { runDueJobsNow, startWorker } from '#platform/jobs';
import { type Mail, RefusedMail } from '#platform/mail';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { planCrontab, planTasks } from './index.ts';

const lower = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const upper = unitOf('school', (unit) => unit.managing_authority === 'department');
const commune = unitOf('commune', (unit) => unit.id === lower.parent_id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === lower.id);
const division = unitOf('division');

const teamLead = holderOf(team, 'teamLead');
const teacher = province.roleAssignments.find(
  (row) => row.unit_id === team.id && row.role === 'teacher' && row.account_id !== teamLead,
)!.account_id;

let db: TestDatabase;
const ids: Record<string, string> = {};
const mails: Mail[] = [];
const lines: string[] = [];

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const { dutyIds } = await publishDuties(db, [
    { title: 'Nộp kế hoạch giáo dục', dueOn: '2025-10-31' },
    { title: 'Báo cáo sách', dueOn: '2025-10-31' },
  ]);
  const [first, second] = dutyIds as [string, string];
  ids.lower = await assign(db, first, lower, 'principal');
  ids.upper = await assign(db, first, upper, 'principal');
  ids.commune = await assign(db, first, commune, 'communeOfficer');
  ids.team = await assign(db, second, team, 'teamLead');
  ids.teacher = await assign(db, second, team, 'teacher', { account_id: teacher });
  ids.done = await assign(db, second, lower, 'principal', { state: 'submitted' });
  await db.owner.query(`UPDATE identity.account SET email = username || '@truong.test' WHERE id = ANY ($1)`, [
    [holderOf(lower, 'principal'), holderOf(commune, 'communeOfficer')],
  ]);
  await db.owner.query(`UPDATE identity.account SET mail_notices = false WHERE id = $1`, [
    holderOf(commune, 'communeOfficer'),
  ]);
});
afterAll(() => db.drop());

/** One morning of the system: the reminders, then the mails they asked for. */
async function morning(
  day: string,
  send: (mail: Mail) => Promise<void> = async (mail) => void mails.push(mail),
) {
  const tasks = planTasks({
    database: db.database,
    clock: fixedClock(`${day}T06:30:00+07:00`),
    mailer: { send, close() {} },
    publicUrl: 'https://hoaban.test',
    log: (level, message) => lines.push(`${level} ${message}`),
  });
  await tasks['plan.remind']!(null, { id: '1', signal: new AbortController().signal });
  await runDueJobsNow({ ownerUrl: db.ownerUrl, tasks });
}

async function noticesOf(accountId: string, kind: 'reminder' | 'escalation'): Promise<string[]> {
  const { rows } = await db.owner.query(
    'SELECT title FROM plan.notice WHERE account_id = $1 AND kind = $2 ORDER BY at, id',
    [accountId, kind],
  );
  return rows.map(({ title }) => title);
}

async function eventsOf(assignmentId: string): Promise<string[]> {
  const { rows } = await db.owner.query(
    'SELECT kind FROM plan.assignment_event WHERE assignment_id = $1 ORDER BY at, id',
    [assignmentId],
  );
  return rows.map(({ kind }) => kind);
}

const principal = holderOf(lower, 'principal');

test('nobody is told anything long before the deadline', async () => {
  await morning('2025-10-20');
  const { rows } = await db.owner.query('SELECT count(*) AS count FROM plan.notice');
  expect(rows[0].count).toBe(0);
  expect(mails).toEqual([]);
});

test('seven days before, each carrier is told once, however often the day’s run comes', async () => {
  await morning('2025-10-24');
  await morning('2025-10-24');
  expect(await noticesOf(principal, 'reminder')).toEqual(['Còn 7 ngày: Nộp kế hoạch giáo dục']);
  expect(await noticesOf(teamLead, 'reminder')).toHaveLength(1);
  expect(await noticesOf(teacher, 'reminder')).toHaveLength(1);
  expect(await eventsOf(ids.lower!)).toEqual(['reminded']);
  expect(await eventsOf(ids.done!)).toEqual([]);
});

test('one mail per person and run, only to those who take mail', async () => {
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ subject: '[Hoa Ban] Còn 7 ngày: Nộp kế hoạch giáo dục' });
  expect(mails[0]!.text).toContain(`https://hoaban.test/viec/${ids.lower}`);
});

test('a missed day is made up for by the next run', async () => {
  await morning('2025-10-31');
  expect(await noticesOf(principal, 'reminder')).toEqual([
    'Còn 7 ngày: Nộp kế hoạch giáo dục',
    'Hôm nay là hạn cuối: Nộp kế hoạch giáo dục',
  ]);
  expect(await noticesOf(holderOf(commune, 'communeLeader'), 'escalation')).toEqual([]);
});

test('overdue work goes one level up: school to commune or division, commune to division, team to principal, person to team lead', async () => {
  await morning('2025-11-01');
  await morning('2025-11-02');
  expect(await noticesOf(holderOf(commune, 'communeLeader'), 'escalation')).toEqual([
    'Quá hạn 1 ngày: Nộp kế hoạch giáo dục',
  ]);
  // The division hears once of the duty, though a school and a commune are late with it.
  expect(await noticesOf(holderOf(division, 'divisionHead'), 'escalation')).toEqual([
    'Quá hạn 1 ngày: Nộp kế hoạch giáo dục',
  ]);
  expect(await noticesOf(principal, 'escalation')).toEqual(['Quá hạn 1 ngày: Báo cáo sách']);
  expect(await noticesOf(teamLead, 'escalation')).toEqual(['Quá hạn 1 ngày: Báo cáo sách']);
  expect(await eventsOf(ids.upper!)).toEqual(['reminded', 'reminded', 'reminded', 'escalated']);
});

test('it is brought up again after seven days, and no more once it is handed in', async () => {
  await db.owner.query(`UPDATE plan.assignment SET state = 'submitted' WHERE id = $1`, [ids.lower]);
  await morning('2025-11-08');
  expect(await noticesOf(holderOf(division, 'divisionHead'), 'escalation')).toEqual([
    'Quá hạn 1 ngày: Nộp kế hoạch giáo dục',
    'Quá hạn 8 ngày: Nộp kế hoạch giáo dục',
  ]);
  expect(await noticesOf(holderOf(commune, 'communeLeader'), 'escalation')).toHaveLength(1);
});

test('a mail that the server refuses for good is dropped without the address in the log; another error is tried again', async () => {
  await db.owner.query(`UPDATE plan.assignment SET state = 'returned', due_on = '2025-12-31' WHERE id = $1`, [
    ids.lower,
  ]);
  await morning('2025-12-24', () => Promise.reject(new RefusedMail(550)));
  expect(lines.at(-1)).toContain('mail refused for good with code 550');
  expect(lines.join('\n')).not.toContain('truong.test');
  const waiting = () => db.owner.query('SELECT attempts FROM graphile_worker.jobs');
  expect((await waiting()).rows).toEqual([]);

  await morning('2025-12-30', () => Promise.reject(new Error('server away')));
  expect((await waiting()).rows).toEqual([{ attempts: 1 }]);
});

test('a rehearsed day begins with its reminders, whatever the day of the machine', async () => {
  await db.owner.query(`UPDATE plan.assignment SET due_on = '2031-03-08' WHERE id = $1`, [ids.upper]);
  const { length: events } = await eventsOf(ids.upper!);
  const told = Promise.withResolvers<void>();
  const worker = await startWorker({
    ownerUrl: db.ownerUrl,
    tasks: planTasks({
      database: db.database,
      clock: rehearsalClock('2031-03-01'),
      mailer: { send: async () => {}, close() {} },
      publicUrl: '',
      log: (_level, message) => message.startsWith('plan.remind ') && told.resolve(),
    }),
    recurring: planCrontab,
    atStart: ['plan.remind'],
    log: () => {},
  });
  await told.promise;
  await worker.stop();
  expect((await noticesOf(holderOf(upper, 'principal'), 'reminder')).at(-1)).toBe(
    'Còn 7 ngày: Nộp kế hoạch giáo dục',
  );
  expect(await eventsOf(ids.upper!)).toHaveLength(events + 1);
});

test('a mail job with a payload that is no digest fails', async () => {
  const tasks = planTasks({
    database: db.database,
    clock: fixedClock('2025-12-30T06:30:00+07:00'),
    mailer: { send: async () => {}, close() {} },
    publicUrl: '',
    log: () => {},
  });
  const job = { id: '1', signal: new AbortController().signal };
  await expect(tasks['plan.mailDigest']!({ accountId: 'x' }, job)).rejects.toThrow();
});

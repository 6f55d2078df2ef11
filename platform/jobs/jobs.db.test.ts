import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseRefusal, sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { addJob, addJobs, runDueJobsNow, startWorker } from './index.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await freshDatabase();
});
afterAll(() => test_.drop());

async function countJobs(): Promise<number> {
  const { rows } = await test_.owner.query<{ count: number }>('select count(*) from graphile_worker.jobs');
  return rows[0]!.count;
}

test('a job disappears with the transaction that added it', async () => {
  const failing = test_.database.write({}, async (tx) => {
    await addJob(tx, 'remind', { duty: 'a' });
    throw new Error('the data could not be saved');
  });
  await expect(failing).rejects.toThrow('the data could not be saved');
  expect(await countJobs()).toBe(0);
});

test('a due job runs once with its payload and is gone', async () => {
  await test_.database.write({}, (tx) => addJob(tx, 'remind', { duty: 'b' }));
  const seen: unknown[] = [];
  const tasks = { remind: async (payload: unknown) => void seen.push(payload) };
  await runDueJobsNow({ ownerUrl: test_.ownerUrl, tasks });
  await runDueJobsNow({ ownerUrl: test_.ownerUrl, tasks });
  expect(seen).toEqual([{ duty: 'b' }]);
  expect(await countJobs()).toBe(0);
});

test('a job for later waits, and its key keeps it single', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  for (const text of ['first', 'second']) {
    await test_.database.write({}, (tx) => addJob(tx, 'remind', { text }, { runAt, jobKey: 'duty-c' }));
  }
  await runDueJobsNow({ ownerUrl: test_.ownerUrl, tasks: { remind: async () => expect.fail('too early') } });
  expect(await countJobs()).toBe(1);
  await test_.owner.query(`select graphile_worker.remove_job('duty-c')`);
});

test('many jobs are added in one go, each under its key, and none for nobody', async () => {
  const jobs = ['a', 'b', 'a'].map((duty) => ({ payload: { duty }, jobKey: `duty-${duty}` }));
  await test_.database.write({}, (tx) => addJobs(tx, 'remind', jobs));
  await test_.database.write({}, (tx) => addJobs(tx, 'remind', []));
  const seen: unknown[] = [];
  const tasks = { remind: async (payload: unknown) => void seen.push(payload) };
  await runDueJobsNow({ ownerUrl: test_.ownerUrl, tasks });
  expect(seen).toEqual([{ duty: 'a' }, { duty: 'b' }]);
});

test('a job that fails stays for another attempt, its error without the payload', async () => {
  await test_.database.write({}, (tx) => addJob(tx, 'remind', { secret: 'x9' }, { jobKey: 'failing' }));
  const lines: string[] = [];
  await runDueJobsNow({
    ownerUrl: test_.ownerUrl,
    tasks: { remind: () => Promise.reject(new Error('mail server away')) },
    log: (_level, message) => lines.push(message),
  });
  const { rows } = await test_.owner.query('select attempts, last_error from graphile_worker.jobs');
  expect(rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('mail server away') }]);
  expect(lines.join('\n')).not.toContain('x9');
  await test_.owner.query(`select graphile_worker.remove_job('failing')`);
});

test('a running worker takes up a job as soon as it is committed', async () => {
  const done = Promise.withResolvers<unknown>();
  const worker = await startWorker({
    ownerUrl: test_.ownerUrl,
    tasks: { remind: async (payload) => done.resolve(payload) },
    recurring: [{ task: 'remind', dailyAt: '06:30' }],
    alone: true,
    log: () => {},
  });
  await test_.database.write({}, (tx) => addJob(tx, 'remind', { duty: 'd' }));
  expect(await done.promise).toEqual({ duty: 'd' });
  await worker.stop();
});

test('what is to run at the start runs once, without waiting for its time of day', async () => {
  const done = Promise.withResolvers<void>();
  let runs = 0;
  const tasks = {
    morning: async () => {
      runs += 1;
    },
    after: async () => done.resolve(),
  };
  const worker = await startWorker({
    ownerUrl: test_.ownerUrl,
    tasks,
    recurring: [{ task: 'morning', dailyAt: '06:30' }],
    atStart: ['morning', 'after'],
    concurrency: 1,
    log: () => {},
  });
  await done.promise;
  await worker.stop();
  expect(runs).toBe(1);
});

test('a time of day that does not exist is refused', async () => {
  const recurring = [{ task: 'remind', dailyAt: '25:00' }];
  await expect(
    startWorker({ ownerUrl: test_.ownerUrl, tasks: {}, recurring, log: () => {} }),
  ).rejects.toThrow(RangeError);
});

test('the serving role sees nobody’s jobs', async () => {
  const reading = test_.database.read({}, (tx) => sql`select * from graphile_worker.jobs`.execute(tx));
  const refusal = await reading.catch(databaseRefusal);
  expect(refusal).toEqual({ kind: 'permission' });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import type { Queued } from '../../platform/offline/queue.ts';
import { replay, type Sending } from '../../platform/offline/replay.ts';
import { movableClock } from '../identity-access/testing.ts';
import { assign, nameOf, provinceSeed, publishDuties, unitOf } from '../plan/testing.ts';
import { type Answers, DiskQueue, Killed, Network, type Step, stories } from './interleavings.fixture.ts';
import { TestDevice } from './testing.ts';

// The same stories as in interleavings.test.ts, fewer of them, at the real server on the real PostgreSQL: the device's queue and sending are
// the product's, and what is done are comments on duties (order, once) and starting them (a version that somebody changed meanwhile).

const deviceCount = 3;
const dutyCount = 3;
const runs = 8;
const limits = { mostCommands: 3, mostCharacters: 10_000 };
const clock = movableClock('2025-10-01T08:00:00+07:00');

let hoaBan: Served;
let person: Person;
let unused: string[];

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  person = await hoaBan.as(nameOf(unitOf('school'), 'principal'));
  const duties = Array.from({ length: runs * dutyCount }, (_, at) => ({
    title: `Việc ${at}`,
    dueOn: '2025-12-31',
  }));
  unused = (await publishDuties(hoaBan.db, duties)).dutyIds;
});
afterAll(() => hoaBan?.close());

interface Intent {
  readonly device: number;
  readonly duty: number;
  readonly text: string;
  readonly outcomes: Set<string>;
}

/** Lives a story on fresh duties and devices and says what is wrong with what came of it. */
async function faultsOf(steps: readonly Step[]): Promise<string[]> {
  await hoaBan.db.owner.query(
    'UPDATE sync.device SET revoked_at = now(), revoked_by = account_id WHERE revoked_at IS NULL',
  );
  const duties: string[] = [];
  for (const duty of unused.splice(0, dutyCount))
    duties.push(await assign(hoaBan.db, duty, unitOf('school'), 'principal'));
  const devices = await Promise.all(
    Array.from({ length: deviceCount }, () => TestDevice.bound(person, clock.now)),
  );
  const queues = devices.map(() => new DiskQueue());
  const network = new Network();
  const intents: Intent[] = [];

  const deliver =
    (device: number) =>
    async ({ acknowledgedTo, commands }: Sending): Promise<Answers | 'busy'> => {
      const wire = commands.map(
        ({ state: _, title: _title, conflict: _conflict, problem: _problem, ...command }) => command,
      );
      const { status, body } = await devices[device]!.push(wire, { acknowledgedTo });
      if (status === 503) return 'busy';
      assert.equal(status, 200, JSON.stringify(body));
      return {
        answers: body.results.map(({ outcome, ...result }: { outcome: string }) => ({
          ...result,
          state: outcome,
        })),
      };
    };
  async function say(device: number, duty: number, instead?: Queued): Promise<void> {
    const text = `ý ${intents.length}`;
    intents.push({ device, duty, text, outcomes: new Set() });
    const { seq: _, ...command } = devices[device]!.command(0, 'plan.addComment', {
      assignmentId: duties[duty],
      body: text,
    });
    await queues[device]!.add([{ ...command, title: text }], instead?.seq);
  }
  async function start(device: number, duty: number): Promise<void> {
    const { seq: _, ...command } = devices[device]!.command(0, 'plan.startAssignment', {
      assignmentId: duties[duty],
      version: 1,
    });
    await queues[device]!.add([{ ...command, title: 'start' }]);
  }
  async function send(device: number, fates: Extract<Step, { kind: 'sync' }>['fates']) {
    const queue = queues[device]!;
    try {
      return await replay(queue, network.over(deliver(device), fates), limits);
    } catch (error) {
      if (error instanceof Killed) return 'killed';
      throw error;
    } finally {
      for (const { state, input } of await queue.list()) {
        const intent = intents.find(({ text }) => text === (input as { body?: string }).body);
        if (state !== 'waiting') intent?.outcomes.add(state);
      }
    }
  }

  for (const step of steps) {
    // One value in ten is a start: the first of all devices wins, to the others the duty has changed meanwhile.
    if (step.kind === 'do')
      await (step.value === 9 ? start(step.device, step.cell) : say(step.device, step.cell));
    else if (step.kind === 'sync') await send(step.device, step.fates);
    else if (step.kind === 'late') await network.deliverLate(step.which);
  }
  const faults: string[] = [];
  while (network.late.length > 0) await network.deliverLate(0);
  for (let device = 0; device < deviceCount; device++) {
    const end = await send(device, []);
    if (end !== 'done') faults.push(`device ${device} ends ${end}`);
  }

  const { rows } = await hoaBan.db.owner.query<{ duty: string; note: string }>(
    `SELECT assignment_id AS duty, note FROM plan.assignment_event WHERE assignment_id = ANY ($1) AND kind = 'comment' ORDER BY id`,
    [duties],
  );
  for (const { text, duty, outcomes } of intents) {
    const times = rows.filter(({ note }) => note === text).length;
    if (times !== 1) faults.push(`${text} stands there ${times} times`);
    if (!rows.some((row) => row.note === text && row.duty === duties[duty]))
      faults.push(`${text} stands elsewhere`);
    if ([...outcomes].join() !== 'applied') faults.push(`${text} was answered ${[...outcomes].join()}`);
  }
  for (const [device] of devices.entries()) {
    for (const duty of duties) {
      const own = intents
        .filter((intent) => intent.device === device && duties[intent.duty] === duty)
        .map(({ text }) => text);
      const kept = rows.filter((row) => row.duty === duty && own.includes(row.note)).map(({ note }) => note);
      if (kept.join() !== own.join()) faults.push(`device ${device} was reordered: ${kept.join()}`);
    }
  }
  const started = await hoaBan.db.owner.query<{ times: number }>(
    `SELECT count(*) AS times FROM plan.assignment_event WHERE assignment_id = ANY ($1) AND kind = 'started' GROUP BY assignment_id`,
    [duties],
  );
  if (started.rows.some(({ times }) => times > 1)) faults.push('a duty was started twice');
  const held = await Promise.all(devices.map((device) => device.pull()));
  if (new Set(held.map(({ body }) => JSON.stringify(body.documents))).size > 1)
    faults.push('devices hold different things');
  return faults;
}

test('Every acknowledged command is applied exactly once and in order, none is lost, all devices hold the same in the end', async () => {
  await fc.assert(
    fc.asyncProperty(stories({ devices: deviceCount, cells: dutyCount, steps: 25 }), async (steps) => {
      expect(await faultsOf(steps)).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 60_000);

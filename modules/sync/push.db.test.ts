import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type MovableClock, movableClock } from '../identity-access/testing.ts';
import { assign, nameOf, provinceSeed, publishDuties, unitOf } from '../plan/testing.ts';
import { TestDevice } from './testing.ts';

// Messages of devices at the real server: order, once, partial answers, conflicts, forgeries, restarts.

let hoaBan: Served;
let clock: MovableClock;
let principal: Person;
let other: Person;
let school: ReturnType<typeof unitOf>;
let duties: string[];

beforeAll(async () => {
  clock = movableClock('2025-10-01T08:00:00+07:00');
  hoaBan = await serve(provinceSeed, clock);
  school = unitOf('school');
  const elsewhere = unitOf('school', ({ id }) => id !== school.id);
  const { dutyIds } = await publishDuties(
    hoaBan.db,
    Array.from({ length: 40 }, (_, at) => ({ title: `Việc ${at}`, dueOn: '2025-12-31' })),
  );
  duties = [];
  for (const duty of dutyIds) duties.push(await assign(hoaBan.db, duty, school, 'principal'));
  principal = await hoaBan.as(nameOf(school, 'principal'));
  other = await hoaBan.as(nameOf(elsewhere, 'principal'));
});
// A person has a few devices, these tests many.
afterEach(() => hoaBan.db.owner.query('UPDATE sync.device SET revoked_at = now(), revoked_by = account_id'));
afterAll(() => hoaBan?.close());

const comments = async (assignmentId: string): Promise<string[]> => {
  const { rows } = await hoaBan.db.owner.query(
    `SELECT note FROM plan.assignment_event WHERE assignment_id = $1 AND kind = 'comment' ORDER BY id`,
    [assignmentId],
  );
  return rows.map(({ note }) => note);
};
const say = (device: TestDevice, seq: number, assignmentId: string, body: string) =>
  device.command(seq, 'plan.addComment', { assignmentId, body });
const outcomes = (answer: { body: { results: { outcome: string }[] } }) =>
  answer.body.results.map(({ outcome }) => outcome);

describe('Order and once', () => {
  test('a message is carried out in its order; sent again it gets the same answers and changes nothing', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const [duty] = duties as [string];
    const message = [1, 2, 3].map((seq) => say(device, seq, duty, `lời ${seq}`));
    const first = await device.push(message);
    expect(first.body).toMatchObject({
      expected: 4,
      results: message.map(({ id, seq }) => ({ id, seq, outcome: 'applied', again: false })),
    });
    const again = await device.push(message);
    expect(again.body.results.every(({ again }: { again: boolean }) => again)).toBe(true);
    expect(outcomes(again)).toEqual(outcomes(first));
    expect(await comments(duty)).toEqual(['lời 1', 'lời 2', 'lời 3']);
  });

  test('what is behind a gap waits until the gap is filled', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const duty = duties[1]!;
    const [one, two, three] = [1, 2, 3].map((seq) => say(device, seq, duty, `lời ${seq}`));
    const early = await device.push([two!, three!], { acknowledgedTo: 0 });
    expect(early.body).toMatchObject({ results: [], expected: 1 });
    expect(await comments(duty)).toEqual([]);
    expect(outcomes(await device.push([one!, two!, three!]))).toEqual(['applied', 'applied', 'applied']);
    expect(await comments(duty)).toEqual(['lời 1', 'lời 2', 'lời 3']);
  });

  test('two messages of one device at the same moment: each command once', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const duty = duties[2]!;
    const message = [1, 2, 3, 4, 5].map((seq) => say(device, seq, duty, `lời ${seq}`));
    const answers = await Promise.all([device.push(message), device.push(message), device.push(message)]);
    for (const answer of answers)
      expect(outcomes(answer)).toEqual(Array.from({ length: 5 }, () => 'applied'));
    expect(await comments(duty)).toHaveLength(5);
  });

  test('the same command from a second, copied device is not carried out a second time', async () => {
    const [mine, copy] = [
      await TestDevice.bound(principal, clock.now),
      await TestDevice.bound(principal, clock.now),
    ];
    const command = say(mine, 1, duties[3]!, 'một lần');
    await mine.push([command]);
    expect((await copy.push([command])).body.results).toMatchObject([{ outcome: 'applied', again: true }]);
    expect(await comments(duties[3]!)).toEqual(['một lần']);
  });
});

test('What the button sent before the network went is not done again when it comes from the queue under its id', async () => {
  const device = await TestDevice.bound(principal, clock.now);
  const duty = duties[36]!;
  const command = say(device, 1, duty, 'một lần');
  // At the same moment, too: the second waits for the first.
  const [button, queue] = await Promise.all([
    principal.post(`/api/plan/assignments/${duty}/comments`, { body: 'một lần' }, command.id),
    device.push([command]),
  ]);
  expect([button.status, outcomes(queue)]).toEqual([button.status, ['applied']]);
  expect(outcomes(await device.push([command]))).toEqual(['applied']);
  expect(await comments(duty)).toEqual(['một lần']);
});

describe('Each command its own answer', () => {
  test('one that is refused does not touch its neighbours, and stays refused when it comes again', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const duty = duties[4]!;
    const message = [
      say(device, 1, duty, 'trước'),
      device.command(2, 'plan.addComment', { assignmentId: duty, body: '' }),
      device.command(3, 'plan.flyToTheMoon', {}),
      device.command(4, 'plan.publishDocument', {}),
      device.command(5, 'plan.addComment', { assignmentId: crypto.randomUUID(), body: 'không có việc này' }),
      device.command(6, 'plan.addComment', { assignmentId: duty, body: 'x'.repeat(70_000) }),
      say(device, 7, duty, 'sau'),
    ];
    const answer = await device.push(message);
    expect(outcomes(answer)).toEqual([
      'applied',
      'refused',
      'refused',
      'refused',
      'refused',
      'refused',
      'applied',
    ]);
    expect(answer.body.results.map(({ problem }: { problem?: { code: string } }) => problem?.code)).toEqual([
      undefined,
      'http.invalidInput',
      'sync.unknownCommand',
      'sync.unknownCommand',
      'plan.assignmentNotFound',
      'sync.inputTooLarge',
      undefined,
    ]);
    const again = await device.push(message);
    expect(again.body.results).toEqual(
      answer.body.results.map((result: object) => ({ ...result, again: true })),
    );
    expect(await comments(duty)).toEqual(['trước', 'sau']);
  });

  test('what somebody else changed meanwhile comes back with both values; the decision is a new command', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const assignmentId = duties[5]!;
    const start = device.command(1, 'plan.startAssignment', { assignmentId, version: 1 });
    await principal.post('/api/plan/assignments/acknowledge', { ids: [assignmentId] });
    const answer = await device.push([start]);
    expect(answer.body.results).toMatchObject([
      {
        outcome: 'conflict',
        problem: { code: 'plan.editedMeanwhile' },
        conflict: { mine: { version: 1 }, theirs: { version: 2 } },
      },
    ]);
    const { version } = answer.body.results[0].conflict.theirs;
    const decided = device.command(
      2,
      'plan.startAssignment',
      { assignmentId, version },
      { decides: start.id },
    );
    expect(outcomes(await device.push([decided]))).toEqual(['applied']);
    expect(outcomes(await device.push([start]))).toEqual(['conflict']);
    const { rows } = await hoaBan.db.owner.query(
      'SELECT decides FROM sync.receipt WHERE device_id = $1 AND seq = 2',
      [device.id],
    );
    expect(rows).toEqual([{ decides: start.id }]);
  });

  test('neighbours of one kind are carried out in one step, and apart when one of them is wrong', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const take = (seq: number, ids: string[]) => device.command(seq, 'plan.acknowledgeAssignments', { ids });
    const message = duties.slice(10, 30).map((id, at) => take(at + 1, [id]));
    message[7] = take(8, []); // nothing at all: refused
    const answer = await device.push(message);
    expect(outcomes(answer)).toEqual(message.map((_, at) => (at === 7 ? 'refused' : 'applied')));
    const { rows } = await hoaBan.db.owner.query(
      'SELECT count(*) FILTER (WHERE acknowledged_at IS NOT NULL) AS taken FROM plan.assignment WHERE id = ANY ($1)',
      [duties.slice(10, 30)],
    );
    expect(rows[0].taken).toBe(19);
    const steps = await hoaBan.db.owner.query(
      'SELECT DISTINCT together_with FROM sync.receipt WHERE device_id = $1 AND outcome = $2',
      [device.id, 'applied'],
    );
    expect(steps.rows).toHaveLength(2); // before and behind the wrong one
  });

  test('a command is judged in the role it was made in; a role that is not held refuses it', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const { rows } = await hoaBan.db.owner.query(
      'SELECT id FROM identity.role_assignment WHERE account_id <> (SELECT account_id FROM sync.device WHERE id = $1) LIMIT 1',
      [device.id],
    );
    const foreign = device.command(
      1,
      'plan.addComment',
      { assignmentId: duties[6], body: 'vai khác' },
      { roleId: rows[0].id },
    );
    const own = say(device, 2, duties[6]!, 'vai mình');
    const answer = await device.push([foreign, own]);
    expect(outcomes(answer)).toEqual(['refused', 'applied']);
    expect(answer.body.results[0].problem.code).toBe('sync.roleEnded');
    expect(await comments(duties[6]!)).toEqual(['vai mình']);
  });

  test('the change log names the command, the operation and the person, as from the button', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const command = device.command(1, 'plan.acknowledgeAssignments', { ids: [duties[7]] });
    await device.push([command]);
    const { rows } = await hoaBan.db.owner.query(
      'SELECT DISTINCT action, acting_role FROM audit.event WHERE command_id = $1',
      [command.id],
    );
    expect(rows).toEqual([{ action: 'plan.acknowledgeAssignments', acting_role: 'principal' }]);
  });
});

describe('A clock that is wrong', () => {
  test('orders nothing and opens nothing: the claim is kept with its doubt, the receipt counts', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const duty = duties[8]!;
    const at = (seq: number, madeAt: string) => ({ ...say(device, seq, duty, `lời ${seq}`), madeAt });
    const answer = await device.push([
      at(1, '2031-05-05T00:00:00.000Z'),
      at(2, '2019-01-01T00:00:00.000Z'),
      at(3, clock.now().toISOString()),
    ]);
    expect(outcomes(answer)).toEqual(['applied', 'applied', 'applied']);
    expect(await comments(duty)).toEqual(['lời 1', 'lời 2', 'lời 3']);
    const { rows } = await hoaBan.db.owner.query(
      'SELECT clock_doubt, received_at FROM sync.receipt WHERE device_id = $1 ORDER BY seq',
      [device.id],
    );
    expect(rows.map(({ clock_doubt }) => clock_doubt)).toEqual(['ahead', 'behind', null]);
    for (const { received_at } of rows) expect(Date.parse(received_at)).toBe(clock.now().getTime());
    const events = await hoaBan.db.owner.query(
      `SELECT DISTINCT at FROM plan.assignment_event WHERE assignment_id = $1 AND kind = 'comment'`,
      [duty],
    );
    expect(events.rows.map(({ at }) => Date.parse(at))).toEqual([clock.now().getTime()]);
  });
});

describe('Forged and broken messages change nothing and say why', () => {
  let device: TestDevice;
  beforeEach(async () => {
    device = await TestDevice.bound(principal, clock.now);
  });
  const message = () => [say(device, 1, duties[9]!, 'giả mạo')];

  test.each<[string, number, string, () => Promise<{ status: number; body: { code: string } }>]>([
    [
      'another person with this device',
      404,
      'sync.deviceUnknown',
      () => device.push(message(), { as: other }),
    ],
    ['nobody signed in', 401, 'identity.signInNeeded', () => device.push(message(), { as: hoaBan.stranger })],
    [
      'an unknown device',
      404,
      'sync.deviceUnknown',
      () => device.push(message(), { changes: { deviceId: crypto.randomUUID() } }),
    ],
    [
      'a command put in after signing',
      403,
      'sync.badSignature',
      () => device.push(message(), { changes: { commands: [say(device, 1, duties[9]!, 'chen vào')] } }),
    ],
    [
      'a signature of another device',
      403,
      'sync.badSignature',
      async () => {
        const second = await TestDevice.bound(principal, clock.now);
        return device.push(message(), { changes: { signature: second.sign('x') } });
      },
    ],
    ['numbers that do not ascend', 400, 'http.invalidInput', () => device.push([...message(), ...message()])],
    [
      'more than 200 commands',
      400,
      'http.invalidInput',
      () => device.push(Array.from({ length: 201 }, (_, at) => say(device, at + 1, duties[9]!, 'x'))),
    ],
    ['no commands', 400, 'http.invalidInput', () => device.push(message(), { changes: { commands: [] } })],
    ['no signature', 400, 'http.invalidInput', () => device.push(message(), { changes: { signature: '' } })],
    [
      'more than a megabyte',
      413,
      'http.bodyTooLarge',
      () => device.push(message(), { changes: { waiting: 'x'.repeat(1_100_000) } }),
    ],
  ])('%s: %i %s', async (_, status, code, send) => {
    const answer = await send();
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await comments(duties[9]!)).toEqual([]);
  });

  test('a number used for something else is refused and the first stays', async () => {
    await device.push([say(device, 1, duties[31]!, 'thật')]);
    const answer = await device.push([say(device, 1, duties[31]!, 'thay thế')]);
    expect(answer.body.results).toMatchObject([
      { outcome: 'refused', problem: { code: 'sync.sequenceTaken' } },
    ]);
    expect(await comments(duties[31]!)).toEqual(['thật']);
  });

  test('an id used for something else is refused', async () => {
    const real = say(device, 1, duties[32]!, 'thật');
    await device.push([real]);
    const answer = await device.push([{ ...say(device, 2, duties[32]!, 'khác'), id: real.id }]);
    expect(answer.body.results).toMatchObject([
      { outcome: 'refused', problem: { code: 'sync.commandReused' } },
    ]);
    expect(await comments(duties[32]!)).toEqual(['thật']);
  });

  test('malformed JSON is refused as such', async () => {
    const answer = await principal.raw({
      method: 'POST',
      url: '/api/sync/push',
      payload: '{"deviceId":',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.body.code).toBe('http.malformed');
  });
});

describe('A server that falls over', () => {
  test('in the middle of a message keeps nothing of it; sent again, everything is there once', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    const [free, held] = [duties[33]!, duties[34]!];
    const message = [say(device, 1, free, 'một'), say(device, 2, held, 'hai'), say(device, 3, free, 'ba')];
    const blocker = await hoaBan.db.owner.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT 1 FROM plan.assignment WHERE id = $1 FOR UPDATE', [held]);
    const broken = device.push(message);
    // The second command waits for the row: then its connection is cut, as when the server dies.
    let victim: number | undefined;
    while (victim === undefined) {
      const { rows } = await hoaBan.db.owner.query(
        `SELECT a.pid FROM pg_stat_activity a WHERE a.datname = current_database() AND a.wait_event_type = 'Lock' AND a.usename = 'hoaban_runtime'`,
      );
      victim = rows[0]?.pid;
    }
    await hoaBan.db.owner.query('SELECT pg_terminate_backend($1)', [victim]);
    expect((await broken).status).toBe(503);
    await blocker.query('ROLLBACK');
    blocker.release();
    expect([...(await comments(free)), ...(await comments(held))]).toEqual([]);
    expect(outcomes(await device.push(message))).toEqual(['applied', 'applied', 'applied']);
    expect(await comments(free)).toEqual(['một', 'ba']);
    expect(await comments(held)).toEqual(['hai']);
  });

  test('set back to a backup goes on where the device stands, and says what it has forgotten', async () => {
    const device = await TestDevice.bound(principal, clock.now);
    await device.push([say(device, 1, duties[35]!, 'một'), say(device, 2, duties[35]!, 'hai')]);
    await hoaBan.db.owner.query('UPDATE sync.device SET last_seq = 0 WHERE id = $1', [device.id]);
    await hoaBan.db.owner.query('DELETE FROM sync.receipt WHERE device_id = $1', [device.id]);
    const answer = await device.push([say(device, 3, duties[35]!, 'ba')]);
    expect(answer.body).toMatchObject({ expected: 4, results: [{ outcome: 'applied' }] });
    const { rows } = await hoaBan.db.owner.query(
      `SELECT after FROM audit.event WHERE entity_id = $1 AND after ->> 'changed' = 'forgotten'`,
      [device.id],
    );
    expect(rows).toEqual([{ after: { changed: 'forgotten', from: 1, to: 2 } }]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Queue, Queued, Settled } from '../../platform/offline/queue.ts';
import {
  type Limits,
  type ReplayEnd,
  replay,
  type Sending,
  type Transport,
} from '../../platform/offline/replay.ts';
import { type Answers, DiskQueue, Killed, Network, type Step, stories } from './interleavings.fixture.ts';
import { judgeBatch } from './rules/index.ts';

// Devices that write into the same cells, over a network that loses, doubles and delays, with deaths on both sides. The queue's order, the
// sending and the judging of messages are the product's own; the rows are a model, the clock is none.

const deviceCount = 3;
const cellCount = 3;
const limits: Limits = { mostCommands: 3, mostCharacters: 10_000 };

interface Writing {
  readonly intent: number;
  readonly cell: number;
  readonly was: number;
  readonly value: number;
}

interface Receipt {
  readonly id: string;
  readonly hash: string;
  readonly state: 'applied' | 'conflict';
  readonly conflict?: { readonly mine: number; readonly theirs: number };
}

/** One thing a model of a server did: which intent of which device. */
interface Done {
  readonly device: number;
  readonly intent: number;
  readonly seenWas: boolean;
}

/** The server as a model: cells, receipts by device, and everything it ever did. Every message is one transaction. */
class ModelServer {
  cells: number[] = Array.from({ length: cellCount }, () => 0);
  readonly done: Done[] = [];
  readonly #receipts = new Map<number, Map<number, Receipt>>();
  readonly #lastSeq = new Map<number, number>();
  readonly #mistake: Mistake | undefined;

  constructor(mistake?: Mistake) {
    this.#mistake = mistake;
  }

  take(device: number, { acknowledgedTo, commands }: Sending): Answers {
    const receipts = this.#receipts.get(device) ?? new Map<number, Receipt>();
    this.#receipts.set(device, receipts);
    const given = commands.map((one) => ({ ...one, hash: JSON.stringify(one.input) }));
    const lastSeq = this.#lastSeq.get(device) ?? 0;
    const verdicts =
      this.#mistake === 'noNumbers'
        ? given.map(() => 'new' as const)
        : judgeBatch({ lastSeq, acknowledgedTo }, receipts, given);
    const lost =
      this.#mistake === 'serverForgets' && this.done.length % 3 === 2 ? new Map(receipts) : undefined;
    const answers = given.flatMap((command, at): (Settled & { id: string })[] => {
      const { seq, id, hash } = command;
      if (verdicts[at] === 'gap') return [];
      assert(verdicts[at] !== 'taken', 'a device never uses a number twice');
      if (verdicts[at] === 'new') {
        receipts.set(seq, { id, hash, ...this.#write(device, command.input as Writing) });
        this.#lastSeq.set(device, Math.max(seq, this.#lastSeq.get(device) ?? 0));
      }
      const { state, conflict } = receipts.get(seq)!;
      return [{ seq, id, state, conflict }];
    });
    if (lost) {
      // The rows were kept, what was answered was not: two transactions where one belongs.
      this.#receipts.set(device, lost);
      this.#lastSeq.set(device, lastSeq);
    }
    return { answers };
  }

  #write(device: number, { intent, cell, was, value }: Writing): Pick<Receipt, 'state' | 'conflict'> {
    const current = this.cells[cell]!;
    const seenWas = current === was || current === value;
    if (!seenWas && this.#mistake !== 'overwrites') {
      return { state: 'conflict', conflict: { mine: value, theirs: current } };
    }
    this.cells[cell] = value;
    this.done.push({ device, intent, seenWas });
    return { state: 'applied' };
  }
}

/** Ways to build it wrong, each of which the property must notice. */
const mistakes = [
  'noIds', // what has no answer is sent as something new
  'reorders', // the newest first
  'noNumbers', // the server trusts that messages come once and in order
  'forgets', // the queue writes to its disk a little later
  'serverForgets', // answers are remembered apart from what they answer
  'overwrites', // whoever comes last wins
] as const;
type Mistake = (typeof mistakes)[number];

/** Sending by somebody who gave what waits no lasting id: whatever has no answer is a new doing. */
async function replayWithoutIds(queue: DiskQueue, transport: Transport, by: Limits): Promise<ReplayEnd> {
  for (const { state, ...waiting } of await queue.list()) {
    if (state === 'waiting') {
      await queue.settle([{ seq: waiting.seq, state: 'refused' }]);
      await queue.forget([waiting.seq]);
      await queue.add([{ ...waiting, id: `${waiting.id}+` }]);
    }
  }
  return replay(queue, transport, by);
}

/** Sending by somebody who thinks that the newest is the most urgent. */
async function replayReordering(queue: Queue, transport: Transport, by: Limits): Promise<ReplayEnd> {
  return replay(
    {
      ...reversed(queue),
      add: (doings) => queue.add(doings),
      settle: (all) => queue.settle(all),
      forget: (all) => queue.forget(all),
    },
    transport,
    by,
  );
}

function reversed(queue: Queue): Pick<Queue, 'list'> {
  return {
    list: async () => {
      const all = await queue.list();
      const waiting = all.filter(({ state }) => state === 'waiting');
      const turned = waiting.toReversed();
      // Content moves, numbers stay where they are: the server sees a perfect order.
      return waiting.map((one, at) => ({ ...turned[at]!, seq: one.seq }) satisfies Queued);
    },
  };
}

/** Lives a story to its end, heals everything, and says what is wrong with what came of it; an empty list when nothing is. */
async function faultsOf(steps: readonly Step[], mistake?: Mistake): Promise<string[]> {
  const server = new ModelServer(mistake);
  const network = new Network();
  const queues = Array.from({ length: deviceCount }, () => new DiskQueue());
  const held = Array.from({ length: deviceCount }, () => [...server.cells]);
  const intents: { device: number; intent: number; outcomes: Set<string> }[] = [];

  async function view(device: number): Promise<number[]> {
    const cells = [...held[device]!];
    for (const { state, input } of await queues[device]!.list()) {
      const { cell, value } = input as Writing;
      if (state === 'waiting' || state === 'applied') cells[cell] = value;
    }
    return cells;
  }
  async function enter(device: number, cell: number, value: number, instead?: Queued): Promise<void> {
    const was = instead ? (instead.conflict!.theirs as number) : (await view(device))[cell]!;
    const intent = intents.length;
    intents.push({ device, intent, outcomes: new Set() });
    const input: Writing = { intent, cell, was, value };
    const doing = {
      id: `c${intent}`,
      name: 'write',
      roleId: '',
      madeAt: '',
      decides: instead?.id ?? null,
      title: '',
      input,
    };
    await queues[device]!.add([doing], instead?.seq);
    if (mistake === 'forgets' && intent % 4 === 3) queues[device]!.loseLast();
  }
  async function note(device: number): Promise<void> {
    for (const { state, input } of await queues[device]!.list()) {
      if (state !== 'waiting') intents[(input as Writing).intent]!.outcomes.add(state);
    }
  }
  async function send(device: number, transport: Transport): Promise<ReplayEnd | 'killed'> {
    const queue = queues[device]!;
    const way = mistake === 'noIds' ? replayWithoutIds : mistake === 'reorders' ? replayReordering : replay;
    try {
      return await way(queue, transport, limits);
    } catch (error) {
      if (error instanceof Killed) return 'killed';
      throw error;
    } finally {
      await note(device);
    }
  }
  async function fetch(device: number): Promise<void> {
    const before = (await queues[device]!.list()).filter(({ state }) => state === 'applied');
    held[device] = [...server.cells];
    await queues[device]!.forget(before.map(({ seq }) => seq));
  }
  async function decide(device: number, which: number, keepMine: boolean): Promise<void> {
    const open = (await queues[device]!.list()).filter(({ state }) => state === 'conflict');
    const one = open[which % Math.max(1, open.length)];
    if (!one) return;
    if (keepMine) await enter(device, (one.input as Writing).cell, (one.input as Writing).value, one);
    else await queues[device]!.forget([one.seq]);
  }
  const deliver = (device: number) => async (sending: Sending) => server.take(device, sending);

  for (const step of steps) {
    if (step.kind === 'do') await enter(step.device, step.cell, step.value);
    else if (step.kind === 'sync') await send(step.device, network.over(deliver(step.device), step.fates));
    else if (step.kind === 'fetch') await fetch(step.device);
    else if (step.kind === 'decide') await decide(step.device, step.which, step.keepMine);
    else await network.deliverLate(step.which);
  }
  while (network.late.length > 0) await network.deliverLate(network.late.length - 1);
  const faults: string[] = [];
  for (let device = 0; device < deviceCount; device++) {
    const end = await send(device, network.over(deliver(device), []));
    if (end !== 'done') faults.push(`device ${device} ends ${end}`);
    while ((await queues[device]!.list()).some(({ state }) => state === 'conflict'))
      await decide(device, 0, false);
  }
  for (let device = 0; device < deviceCount; device++) await fetch(device);

  for (const { device, intent, outcomes } of intents) {
    const applications = server.done.filter((one) => one.intent === intent).length;
    if (applications > 1) faults.push(`intent ${intent} was applied ${applications} times`);
    if (outcomes.size === 0) faults.push(`intent ${intent} of device ${device} was lost`);
    if (outcomes.has('applied') !== (applications === 1))
      faults.push(`intent ${intent}: told and done differ`);
  }
  for (const { intent, seenWas } of server.done) {
    if (!seenWas) faults.push(`intent ${intent} overwrote what its person had not seen`);
  }
  for (let device = 0; device < deviceCount; device++) {
    const own = server.done.filter((one) => one.device === device).map(({ intent }) => intent);
    if (own.some((intent, at) => at > 0 && intent < own[at - 1]!))
      faults.push(`device ${device} was reordered`);
    if ((await view(device)).join() !== server.cells.join()) faults.push(`device ${device} did not converge`);
  }
  return faults;
}

const story = stories({ devices: deviceCount, cells: cellCount, steps: 60 });

test('Every acknowledged command is applied exactly once and in order, none is lost, nothing is overwritten unseen, all devices converge', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      expect(await faultsOf(steps)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

describe('What is built wrong is noticed', () => {
  test.each(mistakes)('%s', async (mistake) => {
    const found = await fc.check(
      fc.asyncProperty(story, async (steps) => (await faultsOf(steps, mistake)).length === 0),
      { numRuns: 400, endOnFailure: true },
    );
    expect(found.failed, mistake).toBe(true);
  });
});

test('A server set back to a backup goes on where the device stands, and what is behind a gap waits', () => {
  const one = (seq: number) => ({ seq, id: `c${seq}`, hash: 'h' });
  expect(judgeBatch({ lastSeq: 3, acknowledgedTo: 7 }, new Map(), [one(8), one(9)])).toEqual(['new', 'new']);
  expect(judgeBatch({ lastSeq: 3, acknowledgedTo: 3 }, new Map(), [one(5), one(6)])).toEqual(['gap', 'gap']);
  expect(judgeBatch({ lastSeq: 3, acknowledgedTo: 2 }, new Map([[3, one(3)]]), [one(3), one(4)])).toEqual([
    'repeat',
    'new',
  ]);
  expect(
    judgeBatch({ lastSeq: 3, acknowledgedTo: 2 }, new Map([[3, { id: 'other', hash: 'h' }]]), [one(3)]),
  ).toEqual(['taken']);
});

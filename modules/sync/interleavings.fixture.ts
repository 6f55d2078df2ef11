import fc from 'fast-check';
import type { Doing, Queue, Queued, Settled } from '../../platform/offline/queue.ts';
import type { NoAnswer, Sending, Transport } from '../../platform/offline/replay.ts';

/** What the tests of interleavings share: a device that can be killed anywhere, a network that does what networks do. */

/** Thrown where a device dies: nothing after it happens. */
export class Killed extends Error {}

/** A queue on a "disk" that outlives the device; a step is done wholly or not at all. */
export class DiskQueue implements Queue {
  #disk: { last: number; items: Queued[] } = { last: 0, items: [] };

  async add(doings: readonly Doing[], instead?: number): Promise<void> {
    const { last, items } = this.#disk;
    const added = structuredClone(doings).map(
      (doing, at): Queued => ({ ...doing, seq: last + 1 + at, state: 'waiting' }),
    );
    this.#disk = {
      last: last + added.length,
      items: [...items.filter(({ seq }) => seq !== instead), ...added],
    };
  }

  async list(): Promise<Queued[]> {
    return structuredClone(this.#disk.items);
  }

  async settle(settled: readonly Settled[]): Promise<void> {
    const by = new Map(settled.map((one) => [one.seq, one]));
    const items = this.#disk.items.map((item) => ({ ...item, ...by.get(item.seq) }));
    this.#disk = { ...this.#disk, items };
  }

  async forget(seqs: readonly number[]): Promise<void> {
    const items = this.#disk.items.filter(({ seq, state }) => state === 'waiting' || !seqs.includes(seq));
    this.#disk = { ...this.#disk, items };
  }

  /** What a careless queue would do: the last thing was only in memory. */
  loseLast(): void {
    this.#disk = { last: this.#disk.last - 1, items: this.#disk.items.slice(0, -1) };
  }
}

/** What happens to one message. `late`: the device gives up waiting, the server gets it some time afterwards. */
export const fates = [
  'arrives',
  'requestLost',
  'answerLost',
  'doubled',
  'late',
  'busy',
  'serverDiesBefore',
  'serverDiesAfter',
  'deviceDiesBeforeSettling',
] as const;
export type Fate = (typeof fates)[number];

export type Answers = { readonly answers: readonly (Settled & { readonly id: string })[] };

/** A network whose messages meet the fates given, then arrive. Late ones lie in `late` until somebody delivers them. */
export class Network {
  readonly late: (() => Promise<unknown>)[] = [];

  over(
    deliver: (sending: Sending) => Promise<Answers | NoAnswer>,
    fatesOfMessages: readonly Fate[],
  ): Transport {
    const coming = [...fatesOfMessages];
    return {
      send: async (sending) => {
        const message = structuredClone(sending);
        switch (coming.shift() ?? 'arrives') {
          case 'requestLost':
          case 'serverDiesBefore':
            return 'offline';
          case 'busy':
            return 'busy';
          case 'late':
            this.late.push(() => deliver(message));
            return 'offline';
          case 'answerLost':
          case 'serverDiesAfter':
            await deliver(message);
            return 'offline';
          case 'doubled':
            await deliver(message);
            return deliver(structuredClone(message));
          case 'deviceDiesBeforeSettling':
            await deliver(message);
            throw new Killed();
          default:
            return deliver(message);
        }
      },
    };
  }

  /** Delivers a late message, whichever; nobody waits for its answer any more. */
  async deliverLate(which: number): Promise<void> {
    const [message] = this.late.length > 0 ? this.late.splice(which % this.late.length, 1) : [];
    await message?.();
  }
}

/** One thing that happens in a story. Numbers choose among what there is, whatever that is. */
export type Step =
  | { readonly kind: 'do'; readonly device: number; readonly cell: number; readonly value: number }
  | { readonly kind: 'sync'; readonly device: number; readonly fates: readonly Fate[] }
  | { readonly kind: 'fetch'; readonly device: number }
  | { readonly kind: 'decide'; readonly device: number; readonly which: number; readonly keepMine: boolean }
  | { readonly kind: 'late'; readonly which: number };

/** Stories of several devices, mostly of doing and sending. */
export function stories({
  devices,
  cells,
  steps,
}: {
  devices: number;
  cells: number;
  steps: number;
}): fc.Arbitrary<Step[]> {
  const device = fc.nat(devices - 1);
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('do' as const),
        device,
        cell: fc.nat(cells - 1),
        value: fc.nat(9),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('sync' as const),
        device,
        fates: fc.array(fc.constantFrom(...fates), { maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('fetch' as const), device }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('decide' as const),
        device,
        which: fc.nat(9),
        keepMine: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), which: fc.nat(9) }) },
  );
  return fc.array(step, { minLength: 5, maxLength: steps, size: 'max' });
}

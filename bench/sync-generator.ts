import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { signedMessage } from '#rules/sync';
import { DiskQueue } from '../modules/sync/interleavings.fixture.ts';
import { pauseAfter, replay, type Transport } from '../platform/offline/replay.ts';
import type { LoadedDevice, SyncLoad, SyncResult } from './sync-load.ts';

/** Devices as they are in service: the product's own sending and waiting, over HTTP, each with its key and its order. */

const limits = { mostCommands: 200, mostCharacters: 400_000 };

interface Pushed {
  readonly results: readonly { seq: number; id: string; outcome: 'applied' | 'conflict' | 'refused' }[];
}

function post(
  agent: Agent,
  url: string,
  cookie: string,
  text: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

async function run({ origin, name, devices }: SyncLoad): Promise<SyncResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: devices.length });
  const messages: number[] = [];
  let busy = 0;

  async function prepare(device: LoadedDevice): Promise<{ queue: DiskQueue; transport: Transport }> {
    const queue = new DiskQueue();
    const { deviceId, roleId, cookie } = device;
    const doing = { name, roleId, madeAt: '2025-10-14T01:00:00.000Z', decides: null, title: '' };
    await queue.add(device.inputs.map((input) => ({ ...doing, id: randomUUID(), input })));
    const key = createPrivateKey({
      key: Buffer.from(device.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const transport: Transport = {
      async send({ acknowledgedTo, commands }) {
        const wire = commands.map(({ id, seq, madeAt, decides, input }) => ({
          ...{ id, seq, name, roleId, madeAt, decides },
          input,
        }));
        const message = { deviceId, acknowledgedTo, commands: wire };
        const signature = sign('sha256', Buffer.from(signedMessage(message)), {
          key,
          dsaEncoding: 'ieee-p1363',
        }).toString('base64');
        const body = { ...message, signature, waiting: [], deviceNow: '2025-10-15T01:00:00.000Z' };
        const began = performance.now();
        const answer = await post(agent, `${origin}/api/sync/push`, cookie, JSON.stringify(body));
        if (answer.status >= 500) {
          busy += 1;
          return 'busy';
        }
        if (answer.status !== 200) throw new Error(answer.text.slice(0, 300));
        messages.push(performance.now() - began);
        const { results } = JSON.parse(answer.text) as Pushed;
        return { answers: results.map(({ seq, id, outcome }) => ({ seq, id, state: outcome })) };
      },
    };
    return { queue, transport };
  }

  const ready = await Promise.all(devices.map(prepare));
  const began = performance.now();
  const milliseconds = await Promise.all(
    ready.map(async ({ queue, transport }) => {
      for (let attempt = 1; (await replay(queue, transport, limits)) !== 'done'; attempt += 1) {
        await wait(pauseAfter(attempt, Math.random()));
      }
      return performance.now() - began;
    }),
  );
  const whole = performance.now() - began;
  let applied = 0;
  let others = 0;
  for (const { queue } of ready) {
    const states = (await queue.list()).map(({ state }) => state);
    applied += states.filter((state) => state === 'applied').length;
    others += states.filter((state) => state !== 'applied').length;
  }
  agent.destroy();
  return { milliseconds, messages, busy, applied, others, perSecond: ((applied + others) / whole) * 1000 };
}

process.once('message', async (load: SyncLoad) => {
  const result = await run(load);
  process.send?.(result, () => process.disconnect());
});

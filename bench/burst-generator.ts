import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Burst, BurstResult } from './burst.ts';

/** Posts one body; gives the status once the whole answer is here. */
function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': randomUUID(),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function run({ url, bodies, perSecond }: Burst): Promise<BurstResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const milliseconds: number[] = [];
  const statuses: Record<number, number> = {};
  const began = performance.now();
  const pending = new Set<Promise<void>>();
  for (const [at, body] of bodies.entries()) {
    const due = began + (at / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    // From when it was due: a sender held up by the server must not hide the wait.
    const sending = post(agent, url, body).then((status) => {
      milliseconds.push(performance.now() - due);
      statuses[status] = (statuses[status] ?? 0) + 1;
      pending.delete(sending);
    });
    pending.add(sending);
  }
  await Promise.all(pending);
  agent.destroy();
  return { milliseconds, statuses, perSecond: (bodies.length / (performance.now() - began)) * 1000 };
}

process.once('message', async (burst: Burst) => {
  const result = await run(burst);
  process.send?.(result, () => process.disconnect());
});

import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Load, LoadResult } from './load.ts';

/** Sends one request; gives the status once the whole answer is here. */
function ask(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

async function run(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.sessions.length });
  const milliseconds: number[] = [];
  let refused = 0;
  const began = performance.now();
  const end = began + load.seconds * 1000;

  async function session(cookie: string, number: number): Promise<void> {
    // Sessions begin spread over the first pause, as people do.
    await wait((load.pauseMilliseconds * number) / load.sessions.length);
    for (let turn = number; performance.now() < end; turn++) {
      const sent = performance.now();
      const status = await ask(agent, `${load.origin}${load.paths[turn % load.paths.length]}`, cookie);
      milliseconds.push(performance.now() - sent);
      if (status !== 200) refused++;
      if (load.pauseMilliseconds > 0) await wait(load.pauseMilliseconds);
    }
  }

  await Promise.all(load.sessions.map(session));
  agent.destroy();
  return { milliseconds, refused, perSecond: (milliseconds.length / (performance.now() - began)) * 1000 };
}

process.once('message', async (load: Load) => {
  const result = await run(load);
  process.send?.(result, () => process.disconnect());
});

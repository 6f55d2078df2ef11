import type { Queue, Queued, Settled } from './queue.ts';

/** One message with doings, in the order of their numbers. */
export interface Sending {
  /** Up to which number this device holds answers. */
  readonly acknowledgedTo: number;
  readonly commands: readonly Queued[];
  /** What waits beyond this message. */
  readonly later: readonly Queued[];
}

/** Why a message got no answer: no network, the server has too much to do, nobody is signed in, or the device was revoked. */
export type NoAnswer = 'offline' | 'busy' | 'signedOut' | 'revoked' | 'unknown';

/** Carries messages to the server. Whatever happens on the way: an answer, or why there is none. */
export interface Transport {
  send(
    sending: Sending,
  ): Promise<{ readonly answers: readonly (Settled & { readonly id: string })[] } | NoAnswer>;
}

export interface Limits {
  readonly mostCommands: number;
  /** Of all inputs of a message together, as JSON text. */
  readonly mostCharacters: number;
}

/** `done`: nothing waits any more. `stuck`: the server answers, but knows something of this device that the device does not. */
export type ReplayEnd = 'done' | 'stuck' | NoAnswer;

/**
 * Sends what waits, oldest first, message by message; the next leaves only when the one before has its answers. Stopping anywhere (no
 * network, the page closed, the device out of power) loses nothing: what has no answer waits and is sent again under its own id.
 */
export async function replay(queue: Queue, transport: Transport, limits: Limits): Promise<ReplayEnd> {
  for (;;) {
    const waiting = (await queue.list()).filter(({ state }) => state === 'waiting');
    const [first] = waiting;
    if (!first) return 'done';
    const commands = nextMessage(waiting, limits);
    const answer = await transport.send({
      acknowledgedTo: first.seq - 1,
      commands,
      later: waiting.slice(commands.length),
    });
    if (typeof answer === 'string') return answer;
    // Only answers to what was asked: number and id must both fit.
    const settled = answer.answers.filter(({ seq, id }) =>
      commands.some((command) => command.seq === seq && command.id === id),
    );
    if (settled.length === 0) return 'stuck';
    await queue.settle(settled.map(({ id: _, ...one }) => one));
  }
}

/** As many as fit into a message; at least one, without a gap in the numbers. */
function nextMessage(waiting: readonly Queued[], { mostCommands, mostCharacters }: Limits): Queued[] {
  const message: Queued[] = [];
  let characters = 0;
  for (const one of waiting) {
    characters += JSON.stringify(one.input ?? null).length;
    const last = message.at(-1);
    if (last && (message.length >= mostCommands || characters > mostCharacters || one.seq !== last.seq + 1))
      break;
    message.push(one);
  }
  return message;
}

/** Milliseconds before trying again after so many vain attempts: 2 s doubling to a minute, spread so that a school does not come at once. */
export function pauseAfter(attempts: number, luck: number): number {
  return Math.min(60_000, 2000 * 2 ** Math.min(attempts, 6)) * (0.5 + luck / 2);
}

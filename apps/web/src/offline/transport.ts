import type { Device, NoAnswer, Queued, Sending, Transport } from '#platform/offline';
import { signedMessage, signedReport } from '#rules/sync';
import { lineFetch } from '../api/client.ts';
import type { operations } from '../api/schema.gen.ts';

type PushAnswer = operations['sync.push']['responses'][200]['content']['application/json'];
type PullAnswer = operations['sync.pull']['responses'][200]['content']['application/json'];
type ReportAnswer = operations['sync.reportDevice']['responses'][200]['content']['application/json'];

const patience = 60_000;
const mostTold = 500;

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

async function signed(device: Device, text: string): Promise<string> {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return base64(
    await crypto.subtle.sign(algorithm, device.signing.privateKey, new TextEncoder().encode(text)),
  );
}

/** A refusal of the whole message. */
export interface Refused {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** Posts and reads the answer, or says why there is none. Anything the server cannot take as it is comes back as its code. */
async function post<Answer>(path: string, body: object): Promise<Answer | NoAnswer | Refused> {
  let response: Response;
  try {
    response = await lineFetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return (await response.json()) as Answer;
  } catch {
    return 'offline';
  }
  if (response.status === 401) return 'signedOut';
  if (response.status >= 500 || response.status === 429) return 'busy';
  const {
    code = '',
    title = '',
    detail = '',
  } = (await response.json().catch(() => ({}))) as Partial<Refused>;
  if (code === 'sync.deviceRevoked') return 'revoked';
  if (code === 'sync.deviceUnknown') return 'unknown';
  return { code, title, detail };
}

/** What a device tells of what waits: kinds and titles, no content. */
export function told(items: readonly Queued[]) {
  return items
    .filter(({ state }) => state === 'waiting' || state === 'conflict')
    .slice(0, mostTold)
    .map(({ name, title, madeAt }) => ({ name, title, madeAt }));
}

export function pushTransport(device: Device): Transport {
  return {
    async send({ acknowledgedTo, commands, later }: Sending) {
      const { deviceId } = device;
      const wire = commands.map(({ id, seq, name, roleId, madeAt, decides, input }) => ({
        ...{ id, seq, name, roleId, madeAt, decides },
        input,
      }));
      const message = { deviceId, acknowledgedTo, commands: wire };
      const answer = await post<PushAnswer>('/api/sync/push', {
        ...message,
        deviceNow: new Date().toISOString(),
        waiting: told(later),
        signature: await signed(device, signedMessage(message)),
      });
      if (typeof answer === 'string') return answer;
      if ('code' in answer) return { answers: [] };
      return {
        answers: answer.results.map(({ seq, id, outcome, problem, conflict }) => ({
          ...{ seq, id, problem },
          state: outcome,
          conflict: conflict ? { mine: conflict.mine, theirs: conflict.theirs } : undefined,
        })),
      };
    },
  };
}

export async function pull(
  device: Device,
  have: Readonly<Record<string, string>>,
  items: readonly Queued[],
): Promise<PullAnswer | NoAnswer> {
  const answer = await post<PullAnswer>('/api/sync/pull', {
    deviceId: device.deviceId,
    deviceNow: new Date().toISOString(),
    waiting: told(items),
    have,
  });
  return typeof answer === 'object' && 'code' in answer ? 'busy' : answer;
}

/** Asks at the door whether this browser is still bound, and tells what it holds. */
export async function report(
  device: Device,
  items: readonly Queued[],
): Promise<ReportAnswer['state'] | 'noAnswer'> {
  const { deviceId } = device;
  const content = { deviceId, deviceNow: new Date().toISOString(), waiting: told(items) };
  const answer = await post<ReportAnswer>('/api/sync/devices/report', {
    ...content,
    signature: await signed(device, signedReport(content)),
  });
  return typeof answer === 'object' && 'state' in answer ? answer.state : 'noAnswer';
}

/** Makes the binding known to the server; gives how long data may be held, or the code of the refusal. */
export async function bind(
  device: Device,
): Promise<{ readonly serverTime: string; readonly offlineUntil: string } | NoAnswer | Refused> {
  const publicKey = base64(await crypto.subtle.exportKey('spki', device.signing.publicKey));
  return post('/api/sync/devices', {
    deviceId: device.deviceId,
    publicKey,
    deviceNow: new Date().toISOString(),
  });
}

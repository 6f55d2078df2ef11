import { createECDH } from 'node:crypto';
import webpush from 'web-push';

/** A browser that agreed to be told, as its push service names it. */
export interface PushSubscription {
  readonly endpoint: string;
  /** Keys of the browser (base64url): the payload is sealed for it, the push service cannot read it. */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PusherOptions {
  /** Private key of this installation: 32 bytes of base64url, always the same for the same data. */
  readonly privateKey: string;
  /** Whom a push service may write to: 'mailto:…' or the address of the server ('https://…'). */
  readonly subject: string;
  /** Other hosts besides the known push services, also without TLS: a push service of one's own, a test. */
  readonly ownHosts?: readonly string[];
}

export interface Pusher {
  /** What browsers subscribe with (base64url). */
  readonly publicKey: string;
  /** Whether an address is that of a push service we know: the server calls no other one. */
  accepts(endpoint: string): boolean;
  /**
   * Hands a short text over. 'gone': the browser takes nothing any more, forget the subscription.
   * Throws on anything else (service busy or away): try again later.
   */
  send(subscription: PushSubscription, text: string): Promise<'sent' | 'gone'>;
}

/** Push services of the browsers people have (Chrome, Edge, Samsung; Firefox; Safari; Windows). */
const services = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'notify.windows.com',
];
const patienceMs = 10_000;
const keptByServiceSeconds = 24 * 3600;

/** Opens the way to browsers. Throws when the key is none. */
export function openPusher({ privateKey, subject, ownHosts = [] }: PusherOptions): Pusher {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  const publicKey = curve.getPublicKey().toString('base64url');

  function accepts(endpoint: string): boolean {
    if (!URL.canParse(endpoint)) return false;
    const { protocol, hostname, host, username } = new URL(endpoint);
    if (ownHosts.includes(host)) return true;
    const known = services.some((service) => hostname === service || hostname.endsWith(`.${service}`));
    return protocol === 'https:' && username === '' && known;
  }

  return {
    publicKey,
    accepts,
    async send({ endpoint, p256dh, auth }, text) {
      if (!accepts(endpoint)) return 'gone';
      const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
        vapidDetails: { subject, publicKey, privateKey },
        TTL: keptByServiceSeconds,
      });
      const answer = await fetch(request.endpoint, {
        method: request.method,
        headers: request.headers as Record<string, string>,
        body: request.body ? new Uint8Array(request.body) : null,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      if (answer.status === 404 || answer.status === 410) return 'gone';
      if (!answer.ok) throw new Error(`the push service answered ${answer.status}`);
      return 'sent';
    },
  };
}

import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushSubscription } from './pusher.ts';

/** A push service of one's own, on this machine, with browsers that open what they get. */
export interface PushService {
  /** 'host:port', as a pusher's own host. */
  readonly host: string;
  readonly received: { readonly path: string; readonly authorization: string; readonly body: Buffer }[];
  /** The next request gets this answer. */
  answerWith(status: number): void;
  browser(): { readonly subscription: PushSubscription; open(body: Buffer): string };
  close(): Promise<void>;
}

function derive(salt: Buffer, key: Buffer, info: Buffer, length: number): Buffer {
  const secret = createHmac('sha256', salt).update(key).digest();
  return createHmac('sha256', secret)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}

export async function pushService(): Promise<PushService> {
  const received: PushService['received'] = [];
  let next = 201;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: Buffer.concat(parts),
      });
      response.writeHead(next).end();
      next = 201;
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    received,
    answerWith: (status) => {
      next = status;
    },
    browser: () => {
      const own = createECDH('prime256v1');
      const publicKey = own.generateKeys();
      const auth = randomBytes(16);
      return {
        subscription: {
          endpoint: `http://${host}/${randomBytes(8).toString('hex')}`,
          p256dh: publicKey.toString('base64url'),
          auth: auth.toString('base64url'),
        },
        // RFC 8291 with the aes128gcm coding of RFC 8188, one record.
        open: (body) => {
          const salt = body.subarray(0, 16);
          const length = body[20]!;
          const theirs = body.subarray(21, 21 + length);
          const sealed = body.subarray(21 + length);
          const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, theirs]);
          const input = derive(auth, own.computeSecret(theirs), info, 32);
          const key = derive(salt, input, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
          const nonce = derive(salt, input, Buffer.from('Content-Encoding: nonce\0'), 12);
          const cipher = createDecipheriv('aes-128-gcm', key, nonce);
          cipher.setAuthTag(sealed.subarray(-16));
          const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
          return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
        },
      };
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

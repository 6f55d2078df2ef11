import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPusher, type Pusher } from './index.ts';
import { type PushService, pushService } from './testing.ts';

let service: PushService;
let pusher: Pusher;
const privateKey = Buffer.alloc(32, 7).toString('base64url');

beforeAll(async () => {
  service = await pushService();
  pusher = openPusher({ privateKey, subject: 'mailto:hoa-ban@example.vn', ownHosts: [service.host] });
});
afterAll(() => service.close());

test('a text arrives sealed for the browser, signed with the key browsers subscribe with', async () => {
  const browser = service.browser();
  expect(await pusher.send(browser.subscription, 'Có thông báo mới')).toBe('sent');
  const [got] = service.received;
  expect(got?.authorization).toContain(`k=${pusher.publicKey}`);
  expect(got?.body.toString('utf8')).not.toContain('thông báo');
  expect(browser.open(got!.body)).toBe('Có thông báo mới');
});

test('the same key gives the same public key, after every start', () => {
  expect(openPusher({ privateKey, subject: 'mailto:a@example.vn' }).publicKey).toBe(pusher.publicKey);
  expect(Buffer.from(pusher.publicKey, 'base64url')).toHaveLength(65);
});

test.each([
  [404, 'gone'],
  [410, 'gone'],
])('a browser whose service answers %s is forgotten', async (status, said) => {
  service.answerWith(status);
  expect(await pusher.send(service.browser().subscription, 'x')).toBe(said);
});

test('a busy service is tried again later: it throws, without the address', async () => {
  service.answerWith(429);
  await expect(pusher.send(service.browser().subscription, 'x')).rejects.toThrow(
    /^the push service answered 429$/,
  );
});

test.each([
  'http://fcm.googleapis.com/x',
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://fcm.googleapis.com.example.com/x',
  'https://user@fcm.googleapis.com/x',
  'https://10.0.0.8/x',
  'not an address',
])('the server calls no other address: %s', async (endpoint) => {
  const before = service.received.length;
  expect(pusher.accepts(endpoint)).toBe(false);
  expect(await pusher.send({ ...service.browser().subscription, endpoint }, 'x')).toBe('gone');
  expect(service.received).toHaveLength(before);
});

test('the services of the browsers people have are known', () => {
  expect(pusher.accepts('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
  expect(pusher.accepts('https://wns2-sg2p.notify.windows.com/w/?token=a')).toBe(true);
  expect(pusher.accepts('https://updates.push.services.mozilla.com/wpush/v2/a')).toBe(true);
});

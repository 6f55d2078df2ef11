import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openMailer, RefusedMail } from './index.ts';

/** A real SMTP conversation on a port of its own; refuses mailboxes whose name begins with 'gone'. */
async function startSmtpServer(): Promise<{ url: string; received: string[]; server: Server }> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data: string[] | undefined;
    let rest = '';
    socket.write('220 test ESMTP\r\n');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data) {
          if (line === '.') {
            received.push(data.join('\n'));
            data = undefined;
            socket.write('250 taken\r\n');
          } else data.push(line);
        } else if (/^EHLO/.test(line)) socket.write('250-test\r\n250 8BITMIME\r\n');
        else if (/^RCPT TO:<gone/.test(line)) socket.write('550 no such mailbox\r\n');
        else if (line === 'DATA') {
          data = [];
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received, server };
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const from = 'Hoa Ban <khong-tra-loi@hoaban.test>';
const nothing = () => {};

test('a mail reaches a real SMTP server with its Vietnamese subject and text', async () => {
  const { url, received, server } = await startSmtpServer();
  servers.push(server);
  const mailer = openMailer({ smtpUrl: url, from, log: nothing });
  await mailer.send({ to: 'a@truong.test', subject: 'Việc sắp đến hạn', text: 'Còn 3 việc.' });
  mailer.close();
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: a@truong.test');
  expect(received[0]).toContain('=?UTF-8?');
  expect(received[0]).toMatch(/C=C3=B2n 3 vi=E1=BB=87c\.|Q8OybiAzIHZp4buHYy4=/);
});

test('a mailbox that does not exist is refused for good, without its address in the message', async () => {
  const { url, server, received } = await startSmtpServer();
  servers.push(server);
  const mailer = openMailer({ smtpUrl: url, from, log: nothing });
  const sending = mailer.send({ to: 'gone@truong.test', subject: 'x', text: 'y' });
  await expect(sending).rejects.toThrow(RefusedMail);
  await expect(sending).rejects.not.toThrow(/truong/);
  mailer.close();
  expect(received).toEqual([]);
});

test('a line break in a subject cannot add a header', async () => {
  const { url, received, server } = await startSmtpServer();
  servers.push(server);
  const mailer = openMailer({ smtpUrl: url, from, log: nothing });
  await mailer.send({ to: 'a@truong.test', subject: 'x\r\nBcc: b@truong.test', text: 'y' });
  mailer.close();
  expect(received[0]).not.toMatch(/^Bcc:/m);
});

test('a server that is away is an error to try again after', async () => {
  const { url, server } = await startSmtpServer();
  await new Promise((closed) => server.close(closed));
  const mailer = openMailer({ smtpUrl: url, from, log: nothing });
  const failed = await mailer.send({ to: 'a@truong.test', subject: 'x', text: 'y' }).catch((error) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(failed).not.toBeInstanceOf(RefusedMail);
});

test('without a server the text goes to the log, the address does not', async () => {
  const lines: unknown[] = [];
  const mailer = openMailer({ from, log: (line) => lines.push(line) });
  await mailer.send({ to: 'a@truong.test', subject: 'Việc', text: 'Nội dung' });
  expect(lines).toEqual([
    { message: 'mail not sent: no SMTP_URL', subject: 'Việc', recipients: 1, text: 'Nội dung' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('truong.test');
});

test('an address that is no SMTP URL is refused', () => {
  expect(() => openMailer({ smtpUrl: 'https://mail.test', from, log: nothing })).toThrow(TypeError);
});

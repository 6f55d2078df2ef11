import { createTransport } from 'nodemailer';

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailerOptions {
  /** `smtp://` or `smtps://` address with login; without it mails are written to `log`. */
  readonly smtpUrl?: string | undefined;
  /** Sender, for example 'Hoa Ban <khong-tra-loi@example.vn>'. */
  readonly from: string;
  /** Takes a mail that is not sent: subject, number of recipients and text; never the address. */
  readonly log: (line: { message: string; subject: string; recipients: number; text: string }) => void;
}

export interface Mailer {
  /**
   * Hands one mail over.
   * @throws RefusedMail when the server refuses it for good; any other error may pass: try again later
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The server will never take this mail (unknown mailbox, message refused): trying again is useless. */
export class RefusedMail extends Error {
  constructor(code: number) {
    super(`mail refused for good with code ${code}`); // without the server's words: they quote the address
    this.name = 'RefusedMail';
  }
}

/** Opens the way out for mail. Connects at the first mail; throws TypeError on an address that is no SMTP URL. */
export function openMailer(options: MailerOptions): Mailer {
  const { smtpUrl, from, log } = options;
  if (!smtpUrl) {
    return {
      async send({ subject, text }) {
        log({ message: 'mail not sent: no SMTP_URL', subject, recipients: 1, text });
      },
      close() {},
    };
  }
  const address = new URL(smtpUrl);
  if (!['smtp:', 'smtps:'].includes(address.protocol))
    throw new TypeError('SMTP_URL must begin with smtp:// or smtps://');
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port) || (address.protocol === 'smtps:' ? 465 : 587),
    secure: address.protocol === 'smtps:',
    ...(address.username
      ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }
      : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // Text of people's making must never make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
      } catch (error) {
        const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
        // A refused login (535) is a matter of our settings, not of this mail.
        const ofThisMail = command === 'RCPT TO' || command === 'DATA';
        if (responseCode >= 500 && ofThisMail) throw new RefusedMail(responseCode);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

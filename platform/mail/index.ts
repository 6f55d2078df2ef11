/** Sending mail: through an SMTP server, or to the log while nobody has set one up. */
export { type Mail, type Mailer, type MailerOptions, openMailer, RefusedMail } from './mailer.ts';

import { resolve } from 'node:path';
import { z } from 'zod';
import { exitStatus, OperatorMessage } from './operator.ts';
import { projectRoot } from './project.ts';

/** Everything the environment may decide. Read here and nowhere else. */
export interface Config {
  /** PORT; 8080. */
  readonly port: number;
  /** HOABAN_HOST; every address of the machine. */
  readonly host: string;
  /** HOABAN_DATA; `.hoaban` in the project. Absolute. */
  readonly dataFolder: string;
  /** DATABASE_URL: your own PostgreSQL. Absent: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** HOABAN_RUNTIME_URL: login as hoaban_runtime, when DATABASE_URL's login may not create roles. */
  readonly runtimeUrl: string | undefined;
  /** HOABAN_PUBLIC_URL: the address people type, without a final slash; http://localhost:PORT when absent. */
  readonly publicUrl: string;
  /** HOABAN_DEMO=no: do not load the demo province into an empty database. */
  readonly demo: boolean;
  /** HOABAN_TODAY: rehearse as if today were this day ('YYYY-MM-DD'). Absent: the real day. */
  readonly today: string | undefined;
  /** SMTP_URL: mail goes out through it. Absent: mails are written to the log. */
  readonly smtpUrl: string | undefined;
  /** HOABAN_MAIL_FROM. */
  readonly mailFrom: string;
  /** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: an outside identity provider. All or none. */
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
  /** HOABAN_PKCS11: path of the PKCS #11 library of the tokens at this machine; HOABAN_TSA: address of a time-stamping authority. */
  readonly tokenLibrary: string | undefined;
  readonly timeStampUrl: string | undefined;
  /** HOABAN_POPULATION_*: gateway to the national population database; absent: pupils cannot be checked against it. */
  readonly population:
    | {
        readonly url: string;
        readonly token: string | undefined;
        /** Paths of PEM files. */
        readonly cert: string | undefined;
        readonly key: string | undefined;
        readonly ca: string | undefined;
      }
    | undefined;
  /** LOG_LEVEL. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

function urlWith(protocols: readonly string[], example: string) {
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `phải có dạng ${example}`,
    )
    .optional();
}

const postgresUrl = urlWith(['postgres:', 'postgresql:'], 'postgres://ten:mat-khau@may:5432/csdl');

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'phải là một số cổng từ 1 đến 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'phải là một số cổng từ 1 đến 65535')
    .default(8080),
  HOABAN_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'phải là địa chỉ mạng của máy này, ví dụ 0.0.0.0 hoặc 127.0.0.1')
    .default('0.0.0.0'),
  HOABAN_DATA: z.string().default('.hoaban'),
  DATABASE_URL: postgresUrl,
  HOABAN_RUNTIME_URL: postgresUrl,
  HOABAN_PUBLIC_URL: urlWith(['http:', 'https:'], 'https://hoaban.example.vn'),
  HOABAN_DEMO: z.enum(['yes', 'no'], 'phải là yes hoặc no').default('yes'),
  HOABAN_TODAY: z.iso.date('phải có dạng 2025-10-15').optional(),
  SMTP_URL: urlWith(['smtp:', 'smtps:'], 'smtp://ten:mat-khau@may:587'),
  HOABAN_MAIL_FROM: z
    .string()
    .regex(
      /^[^@\s]+@[^@\s]+$|^.+ <[^@\s]+@[^@\s]+>$/,
      'phải là một địa chỉ thư, ví dụ Hoa Ban <hoaban@example.vn>',
    )
    .default('Hoa Ban <hoaban@localhost.localdomain>'),
  OIDC_ISSUER: urlWith(['http:', 'https:'], 'https://dang-nhap.example.vn'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  HOABAN_PKCS11: z.string().optional(),
  HOABAN_TSA: urlWith(['http:', 'https:'], 'http://tsa.example.vn'),
  HOABAN_POPULATION_URL: urlWith(['http:', 'https:'], 'https://dan-cu.example.vn/check').refine(
    (text) => !text?.startsWith('http:') || /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(text).hostname),
    'phải là https, trừ khi ở chính máy này',
  ),
  HOABAN_POPULATION_TOKEN: z.string().optional(),
  HOABAN_POPULATION_CERT: z.string().optional(),
  HOABAN_POPULATION_KEY: z.string().optional(),
  HOABAN_POPULATION_CA: z.string().optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'phải là debug, info, warn, error hoặc silent')
    .default('info'),
});

/**
 * Reads the configuration from `variables` (an empty value counts as absent). Throws an OperatorMessage with one
 * Vietnamese line per fault, all faults at once. Values are not repeated: some are passwords.
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`);
  const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = oidcNames.filter((name) => !(name in given));
  if (missing.length > 0 && missing.length < oidcNames.length) {
    faults.push(`${missing.join(', ')}: còn thiếu, đăng nhập OIDC cần đủ ba biến ${oidcNames.join(', ')}.`);
  }
  if ('HOABAN_RUNTIME_URL' in given && !('DATABASE_URL' in given)) {
    faults.push('HOABAN_RUNTIME_URL: chỉ dùng kèm DATABASE_URL.');
  }
  if (!parsed.success || faults.length > 0) throw new OperatorMessage(faults.join('\n'), exitStatus.badInput);

  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOABAN_HOST,
    dataFolder: resolve(projectRoot, values.HOABAN_DATA),
    databaseUrl: values.DATABASE_URL,
    runtimeUrl: values.HOABAN_RUNTIME_URL,
    publicUrl: (values.HOABAN_PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    demo: values.HOABAN_DEMO === 'yes',
    today: values.HOABAN_TODAY,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.HOABAN_MAIL_FROM,
    oidc:
      missing.length === 0
        ? {
            issuer: values.OIDC_ISSUER!,
            clientId: values.OIDC_CLIENT_ID!,
            clientSecret: values.OIDC_CLIENT_SECRET!,
          }
        : undefined,
    tokenLibrary: values.HOABAN_PKCS11,
    timeStampUrl: values.HOABAN_TSA,
    population: values.HOABAN_POPULATION_URL
      ? {
          url: values.HOABAN_POPULATION_URL,
          token: values.HOABAN_POPULATION_TOKEN,
          cert: values.HOABAN_POPULATION_CERT,
          key: values.HOABAN_POPULATION_KEY,
          ca: values.HOABAN_POPULATION_CA,
        }
      : undefined,
    logLevel: values.LOG_LEVEL,
  };
}

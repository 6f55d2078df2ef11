import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { auditOperations, auditRoutes } from '#modules/audit';
import { curriculumOperations, curriculumRoutes } from '#modules/curriculum';
import { educationPlanOperations, educationPlanRoutes } from '#modules/education-plan';
import { exchangeOperations, exchangeRoutes, exchangeTasks, httpPersonRegister } from '#modules/exchange';
import { familyCrontab, familyOperations, familyRoutes, familyTasks } from '#modules/family';
import { gradebookCrontab, gradebookOperations, gradebookRoutes, gradebookTasks } from '#modules/gradebook';
import {
  accountNames,
  createOidcClient,
  gate,
  type IdentityParts,
  identityOperations,
  identityRoutes,
  leadersOf,
  oidcCallbackPath,
  sessionCookie,
} from '#modules/identity-access';
import { lessonCrontab, lessonOperations, lessonRoutes, lessonTasks } from '#modules/lessons';
import { needsSurveyOperations, needsSurveyRoutes } from '#modules/needs-survey';
import { organisationOperations, organisationRoutes } from '#modules/organisation';
import { peopleOperations, peopleRoutes } from '#modules/people';
import { planCrontab, planOperations, planRoutes, planTasks, tellPersons } from '#modules/plan';
import { staffingOperations, staffingRoutes } from '#modules/staffing';
import { syncOperations, syncRoutes } from '#modules/sync';
import { timetableCrontab, timetableOperations, timetableRoutes, timetableTasks } from '#modules/timetable';
import { transcriptOperations, transcriptRoutes, transcriptTasks } from '#modules/transcript';
import { describeApi, type Operation } from '#platform/api';
import { type Clock, clockOf } from '#platform/clock';
import { type Database, sql } from '#platform/db';
import { type AnyRoute, buildServer, type Services } from '#platform/http';
import { openMailer } from '#platform/mail';
import { openPusher } from '#platform/push';
import type { Application, ApplicationParts } from './application.ts';

/** Every operation of the API, described by its schemas. */
export const allOperations: readonly Operation[] = [
  ...identityOperations,
  ...organisationOperations,
  ...auditOperations,
  ...syncOperations,
  ...planOperations,
  ...peopleOperations,
  ...curriculumOperations,
  ...staffingOperations,
  ...educationPlanOperations,
  ...needsSurveyOperations,
  ...gradebookOperations,
  ...timetableOperations,
  ...lessonOperations,
  ...familyOperations,
  ...transcriptOperations,
  ...exchangeOperations,
] as Operation[];

/** Every operation bound to what carries it out. */
export function allRoutes(identity: IdentityParts): AnyRoute[] {
  return [
    ...identityRoutes({ ...identity, tell: tellPersons }),
    ...organisationRoutes({ leadersOf, namesOf: accountNames }),
    ...auditRoutes({ namesOf: accountNames }),
    ...syncRoutes,
    ...planRoutes,
    ...peopleRoutes,
    ...curriculumRoutes,
    ...staffingRoutes,
    ...educationPlanRoutes,
    ...needsSurveyRoutes,
    ...gradebookRoutes,
    ...timetableRoutes,
    ...lessonRoutes,
    ...familyRoutes,
    ...transcriptRoutes,
    ...exchangeRoutes,
  ];
}

export interface HoaBanParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly services: Services;
  readonly identity: IdentityParts;
  readonly logger: boolean | { level: string };
  readonly checkAnswers: boolean;
  /** Built web app to serve; absent: only the API. */
  readonly webFolder?: string | undefined;
}

/** The HTTP server of the whole product, not yet listening: API, its description, health, and the web app. */
export async function buildHoaBan(parts: HoaBanParts): Promise<FastifyInstance> {
  const server = await buildServer({
    ...parts,
    gate,
    routes: allRoutes(parts.identity),
    sessionCookie,
    secureCookies: parts.services.publicUrl.startsWith('https:'),
    trustProxy: true,
  });
  let description: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) => {
    description ??= JSON.stringify(describeApi(allOperations));
    return reply.type('application/json').send(description);
  });
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await parts.database.read({}, (tx) => sql`SELECT 1`.execute(tx));
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'databaseUnavailable' });
    }
  });
  if (parts.webFolder) await serveWeb(server, parts.webFolder);
  return server;
}

const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'", // Mantine sets its colours in style elements
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'self'",
].join('; ');

/** Serves the built app: hashed assets for ever, everything else asks again; unknown pages are the app's own. */
async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (/^\/(api|health|assets|ims|oauth)\//.test(path)) {
      return reply.callNotFound();
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', contentPolicy)
      .send(page);
  });
}

/** The address of the population database with the texts of the files it names. */
async function registerFiles(address: NonNullable<ApplicationParts['config']['population']>) {
  const [cert, key, ca] = await Promise.all(
    [address.cert, address.key, address.ca].map((path) => path && readFile(path, 'utf8')),
  );
  return { ...address, cert, key, ca };
}

/** Opens the application for `start`: the server and its background work. */
export async function openApplication(parts: ApplicationParts): Promise<Application> {
  const { config, database } = parts;
  const clock = clockOf(config.today);
  const pusher = openPusher({
    privateKey: parts.secrets.key('platform.push'),
    subject: config.publicUrl.startsWith('https:')
      ? config.publicUrl
      : `mailto:${/<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom}`,
  });
  const register = config.population && httpPersonRegister(await registerFiles(config.population));
  const services: Services = {
    filesFolder: parts.filesFolder,
    publicUrl: config.publicUrl,
    push: pusher,
    personRegister: register && { name: register.name },
    signing: { tokenLibrary: config.tokenLibrary, timeStampUrl: config.timeStampUrl },
  };
  const server = await buildHoaBan({
    database,
    clock,
    services,
    identity: {
      secretKey: Buffer.from(parts.secrets.key('identity.secondFactor'), 'base64url'),
      oidc: config.oidc
        ? createOidcClient({
            ...config.oidc,
            redirectUri: `${config.publicUrl}${oidcCallbackPath}`,
            label: 'Tài khoản định danh',
          })
        : undefined,
    },
    logger: { level: config.logLevel },
    checkAnswers: false,
    webFolder: parts.webFolder,
  });
  const mailer = openMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    log: ({ message, ...mail }) => server.log.info(mail, message),
  });
  const log = (level: 'info' | 'warning', message: string) =>
    level === 'warning' ? server.log.warn(message) : server.log.info(message);
  return {
    tasks: {
      ...planTasks({ database, clock, mailer, pusher, publicUrl: config.publicUrl, log }),
      ...gradebookTasks({ database, clock, log }),
      ...timetableTasks({ database, clock, log }),
      ...lessonTasks({ database, clock, log }),
      ...familyTasks({ database, clock, log }),
      ...transcriptTasks({ database, clock, log, filesFolder: parts.filesFolder }),
      ...exchangeTasks({ database, clock, log, register }),
    },
    recurring: [...planCrontab, ...gradebookCrontab, ...timetableCrontab, ...lessonCrontab, ...familyCrontab],
    logJob: (level, message) => server.log[level === 'warning' ? 'warn' : level](message),
    listen: async () => {
      await server.listen({ port: config.port, host: config.host });
    },
    close: async () => {
      await server.close();
      mailer.close();
    },
  };
}

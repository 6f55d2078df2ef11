import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { z } from 'zod';
import { isCommand, type Operation, type Parsed } from '#platform/api';
import type { Clock } from '#platform/clock';
import { type Database, executePrepared, isUuid, type ReadTx, sql, type WriteTx } from '#platform/db';
import { Refusal, type RefusalShape } from '#platform/errors';
import { problemDocument, refusals } from './problems.ts';
import { onlyForms, sayNo } from './standards.ts';
import { takeTurns } from './turns.ts';

/** A file that came with a request. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file that goes out. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean;
}

/** What the running server lends to every handler besides the transaction. */
export interface Services {
  /** Folder of the content-addressed file store (#platform/files). */
  readonly filesFolder: string;
  /** Address people reach the server by, without a final slash: links in documents and mails start with it. */
  readonly publicUrl: string;
  /** Telling browsers (#platform/push); absent: not offered. */
  readonly push?: { readonly publicKey: string; accepts(endpoint: string): boolean } | undefined;
  /** An outside register of persons that background work asks; absent: none is set up. */
  readonly personRegister?: { readonly name: string } | undefined;
  /** Means of digital signatures that the operator has set up; absent: keys come as files, without time stamps. */
  readonly signing?: {
    /** Path of the PKCS #11 library of tokens at this machine. */
    readonly tokenLibrary?: string | undefined;
    /** Address of a time-stamping authority (RFC 3161). */
    readonly timeStampUrl?: string | undefined;
  };
}

/** What a handler is given. `tx` is a write transaction exactly when the operation is a command. */
export interface HandlerRequest<Actor, Tx, Params, Query, Body> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly file: UploadedFile;
  readonly now: Date;
  readonly services: Services;
  readonly commandId: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The Authorization header; '' when there is none. */
  readonly authorization: string;
  /** Path and query as asked for. */
  readonly address: string;
  readonly log: FastifyBaseLogger;
  setCookie(name: string, value: string, options: { maxAgeSeconds: number; path?: string }): void;
  clearCookie(name: string, path?: string): void;
  setHeader(name: string, value: string): void;
  /** Sends the browser elsewhere once the transaction is kept. */
  redirect(address: string): void;
}

// biome-ignore lint/suspicious/noExplicitAny: a route keeps its operation's types inside; the list of routes does not need them.
export type AnyRoute = Route<any>;

export interface Route<Actor> {
  readonly operation: Operation;
  /** See `bindAhead`. */
  readonly ahead?: boolean;
  readonly handle: (request: HandlerRequest<Actor, WriteTx, unknown, unknown, unknown>) => Promise<unknown>;
}

/** Who is asking, as far as the HTTP layer must know. */
export interface Gate<Actor> {
  /** Opens the request in its transaction; null: nobody is signed in. `bearer`: the token came in the Authorization header, not as a cookie. */
  open(
    tx: ReadTx,
    token: string,
    circumstances: {
      now: Date;
      requestId: string;
      ip: string;
      action: string;
      commandId: string;
      bearer: boolean;
    },
  ): Promise<Actor | null>;
  /** Says no, or nothing when the actor may do the operation. `actor` null: nobody is signed in. */
  refuse(operationId: string, actor: Actor | null): Refusal | undefined;
  /** Account and department a command is remembered under. */
  commandOwner(actor: Actor): { accountId: string; departmentId: string };
}

export interface ServerParts<Actor> {
  readonly database: Database;
  readonly clock: Clock;
  readonly gate: Gate<Actor>;
  readonly services: Services;
  readonly routes: readonly AnyRoute[];
  readonly sessionCookie: string;
  /** Cookies are Secure when the public address is https. */
  readonly secureCookies: boolean;
  readonly logger: boolean | { level: string };
  /** Check each answer against its schema (on in tests, off in service). */
  readonly checkAnswers: boolean;
  /** Trust X-Forwarded-For of a reverse proxy on this machine. */
  readonly trustProxy: boolean;
}

const largestFile = 20 * 1024 * 1024;

/** Binds handlers to operations for one kind of actor. */
export type Bind<Actor> = <
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType | undefined,
>(
  operation: Operation<Params, Query, Body, Answer>,
  handle: (
    request: HandlerRequest<Actor, WriteTx, Parsed<Params>, Parsed<Query>, Parsed<Body>>,
  ) => Promise<(Answer extends z.ZodType ? z.input<Answer> : FileAnswer | undefined) | Refusal>,
) => Route<Actor>;

/**
 * Gives the function that binds a handler to its operation. A handler that returns a Refusal says no but keeps
 * what it wrote (a counted wrong password); one that throws keeps nothing.
 */
export function binder<Actor>(): Bind<Actor> {
  return (operation, handle) => ({
    operation: operation as Operation,
    handle: handle as Route<Actor>['handle'],
  });
}

/**
 * Binds a cheap reading whose handler asks nothing about who is asking. Its first statement leaves together with the question who that
 * is, which saves a round trip: PostgreSQL answers in order, so the policies hold for it as for any other, and what it found is thrown
 * away when the gate says no.
 */
export function bindAhead<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Answer extends z.ZodType | undefined,
>(
  operation: Operation<Params, Query, undefined, Answer>,
  handle: (
    request: Omit<HandlerRequest<never, ReadTx, Parsed<Params>, Parsed<Query>, undefined>, 'actor'>,
  ) => Promise<(Answer extends z.ZodType ? z.input<Answer> : FileAnswer | undefined) | Refusal>,
): AnyRoute {
  assert(operation.method === 'GET' && !operation.writes && !operation.takesFile && !operation.atMost);
  return { operation: operation as Operation, ahead: true, handle: handle as AnyRoute['handle'] };
}

/** Reads a value with a schema; faults become one refusal that lists them all. */
function parse(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw refusals.invalidInput(
    result.error.issues.map((issue) => ({
      path: [place, ...issue.path.map(String)].filter(Boolean).join('.'),
      message: issue.message,
    })),
  );
}

async function readFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw refusals.fileMissing();
  const part = await request.file();
  if (!part) throw refusals.fileMissing();
  try {
    const bytes = await part.toBuffer();
    return { fileName: part.filename.normalize('NFC').slice(0, 255), mediaType: part.mimetype, bytes };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw refusals.fileTooLarge();
    throw error;
  }
}

/**
 * A repeated command gets the answer (or the refusal) it got the first time; the same id with another input is
 * refused, and so is the repeat of one whose answer was a secret.
 */
async function replay(
  tx: WriteTx,
  owner: { accountId: string; departmentId: string },
  command: { id: string; operation: Operation; inputHash: string; now: Date },
): Promise<{ answer: unknown } | undefined> {
  const { operation } = command;
  const inserted = await executePrepared(
    tx,
    sql<{ id: string }>`
    INSERT INTO audit.command (id, account_id, action, department_id, input_hash, at)
    VALUES (${command.id}, ${owner.accountId}, ${operation.id}, ${owner.departmentId}, ${command.inputHash}, ${command.now})
    ON CONFLICT (account_id, id) DO NOTHING RETURNING id`,
  );
  if (inserted.rows.length > 0) return undefined;
  const known = await sql<{ action: string; input_hash: string; status: number; answer: unknown }>`
    SELECT action, input_hash, status, answer FROM audit.command
    WHERE account_id = ${owner.accountId} AND id = ${command.id}`.execute(tx);
  const [first] = known.rows;
  if (!first || first.action !== operation.id || first.input_hash !== command.inputHash) {
    throw refusals.commandReused();
  }
  if (first.status >= 400) {
    const { code, shape } = first.answer as { code: string; shape: RefusalShape };
    throw new Refusal(code, shape);
  }
  if (operation.secret && operation.answer) throw refusals.alreadyDone();
  return { answer: first.answer };
}

/** Keeps what a command answered, for `replay`. */
async function remember(
  tx: WriteTx,
  accountId: string,
  commandId: string,
  operation: Operation,
  answer: unknown,
): Promise<void> {
  const refused = answer instanceof Refusal;
  if (!refused && (operation.secret || !operation.answer)) return;
  const kept = refused ? { code: answer.code, shape: answer.shape } : answer;
  const status = refused ? answer.shape.status : 200;
  await executePrepared(
    tx,
    sql`UPDATE audit.command SET status = ${status}, answer = ${JSON.stringify(kept)}::jsonb
    WHERE account_id = ${accountId} AND id = ${commandId}`,
  );
}

/** Builds the HTTP server of all routes. The caller listens and closes. */
export async function buildServer<Actor>(parts: ServerParts<Actor>): Promise<FastifyInstance> {
  const server = Fastify({
    logger: parts.logger,
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    trustProxy: parts.trustProxy ? 'loopback' : false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
  });
  await server.register(cookie);
  // A board of the whole province is 3 MB of JSON, a tenth of it on the line. What comes in is never inflated.
  await server.register(compress, {
    threshold: 2048,
    encodings: ['gzip'],
    zlibOptions: { level: 4 },
    globalDecompression: false,
  });
  await server.register(multipart, {
    limits: { fileSize: largestFile, files: 1, fields: 4, fieldSize: 4096, parts: 8 },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  server.setErrorHandler(sayNo());
  server.setNotFoundHandler((request, reply) => {
    const document = problemDocument(refusals.unknownAddress(), request.id);
    return reply.status(404).type('application/problem+json').send(document);
  });

  for (const route of parts.routes) {
    if (!route.operation.takesForm) addRoute(server, route, parts);
    else await server.register(async (inner) => addRoute(onlyForms(inner), route, parts));
  }
  return server;
}

function addRoute<Actor>(server: FastifyInstance, route: AnyRoute, parts: ServerParts<Actor>): void {
  const { operation } = route;
  const command = isCommand(operation);
  // Before a connection is taken: whoever waits for a turn must not hold one.
  const turns = operation.atMost ? takeTurns(operation.atMost) : undefined;

  async function work(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const authorization = request.headers.authorization ?? '';
    const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    const token = bearer ?? request.cookies[parts.sessionCookie] ?? '';
    const givenId = request.headers['idempotency-key'];
    if (givenId !== undefined && (typeof givenId !== 'string' || !isUuid(givenId))) {
      throw refusals.badCommandId();
    }
    if (command) refuseForeignOrigin(request);
    const commandId = typeof givenId === 'string' ? givenId.toLowerCase() : randomUUID();
    const now = parts.clock.now();
    const circumstances = {
      now,
      requestId: request.id,
      ip: request.ip,
      action: operation.id,
      commandId,
      bearer: bearer !== undefined,
    };

    async function admit(tx: ReadTx): Promise<Actor | null> {
      const actor = token ? await parts.gate.open(tx, token, circumstances) : null;
      const refusal = parts.gate.refuse(operation.id, actor);
      if (refusal) throw refusal;
      return actor;
    }

    // Refused before a large file is read: nobody uploads 20 MB to hear that they may not. The upload itself
    // happens outside any transaction: a slow line must not hold a connection.
    if (operation.takesFile) await parts.database.read({}, admit);
    const file = operation.takesFile ? await readFile(request) : undefined;

    let elsewhere: string | undefined;

    async function inside(tx: WriteTx): Promise<unknown> {
      if (!route.ahead) return answerTo(tx, await admit(tx));
      const [admitted, answered] = await Promise.allSettled([admit(tx), answerTo(tx, null)]);
      // The gate's word comes first, whatever the handler found or stumbled over.
      if (admitted.status === 'rejected') throw admitted.reason;
      if (answered.status === 'rejected') throw answered.reason;
      return answered.value;
    }

    async function answerTo(tx: WriteTx, actor: Actor | null): Promise<unknown> {
      // After the gate: whoever may not do it is told so, not what is wrong with the input.
      const params = parse(operation.params, request.params, '');
      const query = parse(operation.query, request.query, '');
      const body = operation.takesFile ? undefined : parse(operation.body, request.body, '');
      if (command && actor && givenId) {
        const inputHash = createHash('sha256')
          .update(JSON.stringify([params, query, operation.secret ? null : body]))
          .update(file?.bytes ?? '')
          .digest('hex');
        const owner = parts.gate.commandOwner(actor);
        const before = await replay(tx, owner, { id: commandId, operation, inputHash, now });
        if (before) {
          reply.header('idempotent-replay', 'true');
          return before.answer ?? undefined;
        }
      }
      const answer = await route.handle({
        tx,
        actor,
        params,
        query,
        body,
        file: file as UploadedFile,
        now,
        services: parts.services,
        commandId,
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        cookies: request.cookies,
        authorization,
        address: request.url,
        log: request.log,
        setCookie: (name, value, options) =>
          reply.setCookie(name, value, {
            path: options.path ?? '/',
            httpOnly: true,
            sameSite: 'lax',
            secure: parts.secureCookies,
            maxAge: options.maxAgeSeconds,
          }),
        clearCookie: (name, path = '/') => reply.clearCookie(name, { path }),
        setHeader: (name, value) => reply.header(name, value),
        redirect: (address) => {
          elsewhere = address;
        },
      });
      if (command && actor && givenId) {
        await remember(tx, parts.gate.commandOwner(actor).accountId, commandId, operation, answer);
      }
      return answer;
    }

    const transact = (): Promise<unknown> =>
      command || operation.writes
        ? parts.database.write({}, inside)
        : parts.database.read({}, (tx) => inside(tx as WriteTx));
    const answer = turns ? await turns(transact) : await transact();
    if (answer instanceof Refusal) throw answer;
    if (elsewhere !== undefined) return reply.redirect(elsewhere);
    if (operation.answersFile) return sendFile(reply, answer as FileAnswer);
    if (!operation.answer) return reply.status(204).send();
    return parts.checkAnswers ? operation.answer.parse(answer) : answer;
  }

  server.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: work,
    ...(operation.refusal ? { errorHandler: sayNo(operation.refusal) } : {}),
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
  });
}

/** A browser says where a change comes from; only our own pages may ask for one. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') throw refusals.foreignOrigin();
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.fileName.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  return reply
    .type(file.mediaType)
    .header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes));
}

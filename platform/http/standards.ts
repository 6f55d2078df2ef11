import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalBody } from '#platform/api';
import { problemDocument } from './problems.ts';

// What the standards that other programs speak ask of a server, besides JSON and problem documents.

/** A server whose routes take a form and nothing else. The others take none, because any page may send one. */
export function onlyForms(server: FastifyInstance): FastifyInstance {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  return server;
}

/** The status in the log of a request whose client hung up (as nginx writes it); nobody is there to read it. */
const clientGone = 499;

/** Whether an error is only that the client hung up: in the middle of what it sent, or before the answer had begun. */
function hungUp(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const { code } = error as { code?: string };
  if (request.raw.aborted) return code === 'ECONNRESET';
  return reply.raw.destroyed && code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/**
 * Says no: in the words of a standard, or with a problem document. A fault of ours is logged; a client that hung up is none and hears
 * nothing.
 */
export function sayNo(refusal?: RefusalBody) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (hungUp(error, request, reply)) {
      const { id: requestId, method, url } = request;
      request.log.info({ requestId, method, path: url.split('?')[0], status: clientGone }, 'client gone');
      return reply.status(clientGone).send();
    }
    const said = problemDocument(error, request.id);
    if (said.status >= 500) request.log.error({ requestId: request.id, err: error }, 'fault');
    reply.status(said.status);
    if (!refusal) return reply.type('application/problem+json').send(said);
    if (said.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.type('application/json').send(refusal.of(said));
  };
}

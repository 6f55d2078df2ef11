import type { FastifyInstance } from 'fastify';
import { type Actor, sessionCookie } from '#modules/identity-access';
import { organisationRoutes } from '#modules/organisation';
import { type Database, openDatabase } from '#platform/db';
import { buildServer, type Gate } from '#platform/http';
import { buildHoaBan } from '../apps/cli/server.ts';
import type { BenchDatabase } from './database.ts';
import { clock } from './people.ts';

const services = { filesFolder: '', publicUrl: 'http://127.0.0.1' };

/** A listening server. */
export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

async function listening(server: FastifyInstance, database?: Database): Promise<Served> {
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin,
    async close() {
      await server.close();
      await database?.close();
    },
  };
}

/** The whole product's API as `npm start` serves it. */
export async function serveProduct({ database }: BenchDatabase): Promise<Served> {
  const identity = { secretKey: Buffer.alloc(32, 7), oidc: undefined };
  return listening(
    await buildHoaBan({ database, clock, services, identity, logger: false, checkAnswers: false }),
  );
}

/** Lets everybody in without asking who it is. For measuring only. */
const openGate: Gate<Actor> = {
  open: () => Promise.resolve(null),
  refuse: () => undefined,
  commandOwner: () => {
    throw new Error('commands are not measured');
  },
};

/** The same routes on the same HTTP layer and data, without authentication and as a superuser, for whom no policy holds. */
export async function serveOpen({ ownerUrl }: BenchDatabase): Promise<Served> {
  const database = openDatabase(ownerUrl, { maxConnections: 20 });
  const server = await buildServer({
    database,
    clock,
    services,
    gate: openGate,
    routes: organisationRoutes({
      leadersOf: () => Promise.resolve([]),
      namesOf: () => Promise.resolve(new Map()),
    }),
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: false,
    trustProxy: true,
  });
  return listening(server, database);
}

import createClient, { type Middleware } from 'openapi-fetch';
import { v4 as uuid } from 'uuid';
import { ApiProblem, type ProblemDocument, reportLine } from '#platform/ui';
import { chosenSchoolYear } from './chosen-year.ts';
import type { paths } from './schema.gen.ts';

const signedOutListeners = new Set<() => void>();

/** Calls back when the server no longer knows who is asking. Returns the way to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Tells the listeners that nobody is signed in any more. */
export function reportSignedOut(): void {
  for (const listener of signedOutListeners) listener();
}

const commands: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', uuid());
    }
    return request;
  },
  onResponse({ response, schemaPath }) {
    // Asking who is signed in, and a wrong password, are answered with 401 too; those who asked deal with it.
    if (response.status === 401 && schemaPath !== '/api/me' && schemaPath !== '/api/sign-in')
      reportSignedOut();
  },
};

/** What is read of the plan is read of the chosen school year; an operation that knows no year leaves it aside. */
const schoolYear: Middleware = {
  onRequest({ request, schemaPath }) {
    const name = chosenSchoolYear();
    if (
      name === undefined ||
      request.method !== 'GET' ||
      !/^\/api\/(plan\/|education-plans|search$)/.test(schemaPath)
    )
      return;
    const address = new URL(request.url);
    address.searchParams.set('schoolYear', name);
    return new Request(address, request);
  },
};

/** As `fetch`; the banner about the network follows whether the call was carried. One that was stopped says nothing. */
export async function lineFetch(...call: Parameters<typeof fetch>): Promise<Response> {
  try {
    const response = await fetch(...call);
    reportLine(true);
    return response;
  } catch (error) {
    if (error instanceof TypeError) reportLine(false);
    throw error;
  }
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: lineFetch });
api.use(commands, schoolYear);

/**
 * Waits for a call of `api` and gives its data.
 * @throws ApiProblem with the problem document when the server refuses; TypeError when there is no network
 */
export async function answer<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data extends undefined ? undefined : Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiProblem(readProblem(error, response.status));
  return data as Data extends undefined ? undefined : Data;
}

/** Makes a problem document of whatever came with a refusal; a proxy in between may answer in its own words. */
export function readProblem(body: unknown, status: number): ProblemDocument {
  if (body && typeof body === 'object' && 'code' in body && 'title' in body) return body as ProblemDocument;
  return {
    title: '',
    detail: '',
    status,
    code: status >= 502 && status <= 504 ? 'web.offline' : 'web.fault',
  };
}

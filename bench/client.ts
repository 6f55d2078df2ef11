import { randomUUID } from 'node:crypto';

/** One person's way to the API: JSON in, JSON out. */
export interface Client {
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<Answer>;
  upload<Answer>(path: string, fileName: string, bytes: Uint8Array): Promise<Answer>;
}

/** Asks as whoever `cookie` signs in. Anything but success is an Error with what the server said. */
export function openClient(origin: string, cookie: string): Client {
  async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(origin + path, { ...init, headers: { cookie, ...init.headers } });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  }
  const command = () => ({ 'idempotency-key': randomUUID() });
  return {
    get: (path) => ask(path, {}),
    send: (method, path, body) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json', ...command() },
        body: JSON.stringify(body),
      }),
    upload(path, fileName, bytes) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
      return ask(path, { method: 'POST', headers: command(), body: form });
    },
  };
}

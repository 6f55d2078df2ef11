import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// A STAND-IN for the national population database, for tests only: it knows the persons it was given and nothing else. The real one is
// reached through a gateway that speaks the same form (jobs/person-register.ts); this one proves nothing about it.

export interface StandInPerson {
  readonly identityNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
}

export interface StandIn {
  readonly url: string;
  /** Every question, as it came. */
  readonly questions: { readonly people: readonly Record<string, string>[] }[];
  /** How many of the next questions it leaves without an answer that can be read. */
  away: number;
  close(): Promise<void>;
}

/** Serves persons on a port of this machine; asks for the token. */
export async function standInRegister(token: string, known: readonly StandInPerson[]): Promise<StandIn> {
  const standIn = { url: '', questions: [] as StandIn['questions'], away: 0, close: async () => {} };
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.headers.authorization !== `Bearer ${token}`) return answer.writeHead(401).end();
      const asked = JSON.parse(Buffer.concat(parts).toString('utf8'));
      standIn.questions.push(asked);
      if (standIn.away > 0) {
        standIn.away -= 1;
        return answer.writeHead(200).end('<html>');
      }
      const results = asked.people.map((person: StandInPerson & { ref: string }) => {
        const own = known.find(({ identityNumber }) => identityNumber === person.identityNumber);
        if (!own) return { ref: person.ref, result: 'notFound' };
        const fields = (['fullName', 'birthDate'] as const).filter((field) => own[field] !== person[field]);
        return { ref: person.ref, result: fields.length > 0 ? 'differs' : 'match', fields };
      });
      return answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
  standIn.close = () => new Promise((resolve) => server.close(() => resolve()));
  return standIn;
}

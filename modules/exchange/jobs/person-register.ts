import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { z } from 'zod';
import type { CheckedField } from '../data/population.ts';

/** A person as our records have it; `ref` only tells the answers of one question apart. */
export interface AskedPerson {
  readonly ref: string;
  readonly identityNumber: string;
  readonly fullName: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string;
}

/** What the register says: a verdict, never a value. */
export interface PersonVerdict {
  readonly ref: string;
  readonly result: 'match' | 'differs' | 'notFound';
  readonly fields: readonly CheckedField[];
}

/** A register of persons that can be asked whether it knows somebody so. Throws when it gives no answer that can be read. */
export interface PersonRegister {
  /** Shown to people. */
  readonly name: string;
  check(people: readonly AskedPerson[]): Promise<PersonVerdict[]>;
}

export interface RegisterAddress {
  readonly url: string;
  readonly token?: string | undefined;
  /** PEM texts: our certificate and key (mTLS), and the authority that the register's certificate must come from. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
}

const longestWait = 20_000;
const mostBytes = 1024 * 1024;
const verdicts = z.object({
  results: z.array(
    z.object({
      ref: z.string(),
      result: z.enum(['match', 'differs', 'notFound']),
      fields: z.array(z.enum(['fullName', 'birthDate', 'identityNumber'])).default([]),
    }),
  ),
});

/**
 * A register reached over HTTP: POST {"people": [{ref, identityNumber, fullName, birthDate}]}, answered by
 * {"results": [{ref, result: "match" | "differs" | "notFound", fields}]}. The national service's own form is not published; a gateway of
 * the province puts it into this one.
 */
export function httpPersonRegister(address: RegisterAddress): PersonRegister {
  return {
    name: new URL(address.url).host,
    async check(people) {
      const said = await post(address, JSON.stringify({ people }));
      return verdicts.parse(JSON.parse(said)).results;
    },
  };
}

function post({ url, token, cert, key, ca }: RegisterAddress, body: string): Promise<string> {
  const request = url.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        signal: AbortSignal.timeout(longestWait),
        ...(cert && key ? { cert, key } : {}),
        ...(ca ? { ca } : {}),
      },
      (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes > mostBytes) answer.destroy(new Error('the answer is too large'));
          else parts.push(part);
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(Buffer.concat(parts).toString('utf8'));
          else reject(new Error(`answered with status ${answer.statusCode}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

import { randomBytes } from 'node:crypto';
import { fromBER, Integer } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { sha256 } from './cms.ts';
import { bufferOf } from './engine.ts';
import { type ChainFault, trustFault } from './trust.ts';

const longestWait = 20_000;
const mostBytes = 1024 * 1024;

/** Somebody who confirms when something existed. */
export interface TimeStamper {
  /** A time-stamp token (RFC 3161) over SHA-256 of the data; DER. */
  stamp(data: Uint8Array): Promise<Uint8Array>;
}

/** The authority gave no time stamp: not reached, refused, or answered something else than was asked. */
export class TimeStampFault extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'TimeStampFault';
  }
}

/** A time-stamping authority reached over HTTP (RFC 3161). Its answer is held against what was asked. */
export function timeStamperAt(url: string): TimeStamper {
  return {
    async stamp(data) {
      const nonce = bufferOf(Buffer.concat([Buffer.of(1), randomBytes(8)]));
      const request = new TimeStampReq({
        version: 1,
        messageImprint: await MessageImprint.create('SHA-256', bufferOf(data)),
        nonce: new Integer({ valueHex: nonce }),
        certReq: true,
      });
      const response = await ask(url, new Uint8Array(request.toSchema().toBER()));
      if (!response.timeStampToken || Number(response.status.status) > 1)
        throw new TimeStampFault(`refused with status ${response.status.status}`);
      const { info } = readToken(response.timeStampToken);
      if (!info.nonce?.isEqual(request.nonce as Integer))
        throw new TimeStampFault('the answer is to another question');
      if (!isOver(info, data)) throw new TimeStampFault('the token is over other data');
      return new Uint8Array(response.timeStampToken.toSchema().toBER());
    },
  };
}

async function ask(url: string, body: Uint8Array): Promise<TimeStampResp> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Blob([bufferOf(body)]),
      signal: AbortSignal.timeout(longestWait),
      redirect: 'error',
    });
    if (!answer.ok) throw new TimeStampFault(`answered ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength > mostBytes) throw new TimeStampFault(`answered ${bytes.byteLength} bytes`);
    return TimeStampResp.fromBER(bytes);
  } catch (error) {
    if (error instanceof TimeStampFault) throw error;
    throw new TimeStampFault(error instanceof Error ? error.message : String(error));
  }
}

function readToken(token: ContentInfo): { signedData: SignedData; info: TSTInfo } {
  const signedData = new SignedData({ schema: token.content });
  const content = signedData.encapContentInfo.eContent;
  if (!content) throw new TimeStampFault('an empty token');
  return { signedData, info: TSTInfo.fromBER(content.getValue()) };
}

function isOver(info: TSTInfo, data: Uint8Array): boolean {
  const claimed = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  return claimed.equals(Buffer.from(sha256(data)));
}

/**
 * When the token says that `data` existed; otherwise why it does not count.
 * @param anchors certificates that are trusted, DER
 */
export async function readTimeStamp(
  token: Uint8Array,
  data: Uint8Array,
  anchors: readonly Uint8Array[],
): Promise<{ readonly at: Date } | { readonly fault: 'damaged' | 'otherData' | 'forged' | ChainFault }> {
  try {
    const { signedData, info } = readToken(new ContentInfo({ schema: fromBER(bufferOf(token)).result }));
    if (!isOver(info, data)) return { fault: 'otherData' };
    const result = await signedData
      .verify({ signer: 0, data: bufferOf(data), extendedMode: true, checkChain: false })
      .catch(() => null);
    if (!result?.signatureVerified || !result.signerCertificate) return { fault: 'forged' };
    if (!mayStamp(result.signerCertificate)) return { fault: 'forged' };
    const chain = (signedData.certificates ?? []).filter((one) => one instanceof Certificate);
    const fault = await trustFault(result.signerCertificate, chain, anchors, info.genTime);
    return fault ? { fault } : { at: info.genTime };
  } catch {
    return { fault: 'damaged' };
  }
}

/** A certificate of an authority for time stamps says so (RFC 3161, 2.3). */
function mayStamp({ extensions }: Certificate): boolean {
  const use = extensions?.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue;
  return use instanceof ExtKeyUsage && use.keyPurposes.includes('1.3.6.1.5.5.7.3.8');
}

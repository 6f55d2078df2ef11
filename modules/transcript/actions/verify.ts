import { createHash } from 'node:crypto';
import type { WriteTx } from '#platform/db';
import { Refusal } from '#platform/errors';
import { type Standing, standingOf, verifyPdf } from '#platform/signatures';
import { codeOfFile, lookUp, type PublicPage } from '../data/verification.ts';
import { selectListFilesOf } from '../data/withdrawn-lists.ts';
import { transcriptErrors } from '../errors.ts';
import { readCode } from '../rules/index.ts';
import { readLists } from './withdrawn-lists.ts';

interface Visitor {
  readonly ip: string;
  readonly now: Date;
}

export type KnownPage = PublicPage & {
  readonly code: string;
  readonly state: NonNullable<PublicPage['state']>;
};

/**
 * What anybody may know of a page by its code. The refusals codeNotKnown and tooManyQuestions are returned, not thrown: the question stays
 * counted.
 */
export async function verifyCode(
  tx: WriteTx,
  { ip, now }: Visitor,
  typed: string,
): Promise<KnownPage | Refusal> {
  const code = readCode(typed);
  // What cannot be a code is nobody's, and counts as a question all the same.
  const found = await lookUp(tx, code ?? '', ip, now);
  if (found.limited) return transcriptErrors.tooManyQuestions();
  if (code === undefined || found.state === null) return transcriptErrors.codeNotKnown();
  return { ...found, code, state: found.state };
}

export interface CheckedFile {
  readonly page: KnownPage;
  /**
   * `genuine`: byte for byte what was issued; `otherTranscript`: that of another page; `changed`: signed by somebody of ours and altered since;
   * `otherFile`: a PDF that is not this transcript; `notPdf`.
   */
  readonly verdict: 'genuine' | 'otherTranscript' | 'changed' | 'otherFile' | 'notPdf';
  readonly signatures: readonly {
    readonly signer: string;
    readonly holds: boolean;
    readonly standing: Standing;
  }[];
}

/** Larger than any page of ours. */
const mostBytes = 5 * 1024 * 1024;

/** Whether a file is the transcript with this code. Refusals as verifyCode. */
export async function verifyFile(
  tx: WriteTx,
  visitor: Visitor,
  typed: string,
  bytes: Uint8Array,
  filesFolder: string,
): Promise<CheckedFile | Refusal> {
  const page = await verifyCode(tx, visitor, typed);
  if (page instanceof Refusal) return page;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const owner = await codeOfFile(tx, sha256);
  if (owner !== null && owner !== page.code) return { page, verdict: 'otherTranscript', signatures: [] };
  const isPdf = bytes.length <= mostBytes && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  if (!isPdf) return { page, verdict: 'notPdf', signatures: [] };
  const anchors = (page.anchors ?? []).map((der) => new Uint8Array(der));
  const checked = await verifyPdf(bytes, { anchors, now: visitor.now });
  const lists = await readLists(await selectListFilesOf(tx, page.code), anchors, filesFolder);
  const signatures = checked.signatures.map((one) => ({
    signer: one.signer,
    // A certificate that has expired since does not undo what it signed in time: the file is the one that was issued.
    holds: one.fault === null || (owner !== null && one.fault === 'expired'),
    standing: standingOf(one, lists, visitor.now),
  }));
  if (owner !== null) return { page, verdict: 'genuine', signatures };
  const isOurs = checked.signatures.some(({ reason }) => reason?.includes(page.digest));
  return { page, verdict: isOurs ? 'changed' : 'otherFile', signatures };
}

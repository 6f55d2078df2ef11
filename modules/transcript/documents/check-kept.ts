import { createHash } from 'node:crypto';
import {
  checkCms,
  type Standing,
  standingOf,
  verifyPdf,
  verifyXml,
  type WithdrawnList,
} from '#platform/signatures';
import { type Canonical, canonicalText } from '../rules/canonical.ts';
import { type ChainFault, chainFaults, type PageContent } from '../rules/index.ts';
import type { Manifest } from './archive.ts';
import { formId } from './page-xml.ts';
import { principalField, sealField } from './signed-page.ts';

/** What can be wrong with a kept version, besides its signatures. */
export type KeptFault =
  | 'contentMissing'
  | 'contentChanged'
  | 'pdfMissing'
  | 'pdfChanged'
  | 'pdfUnsigned'
  | 'xmlMissing'
  | 'xmlChanged'
  | 'xmlUnsigned'
  | 'otherContent'
  | 'signature';

export interface CheckedSignature {
  readonly file: 'pdf' | 'xml';
  readonly field: string;
  readonly signer: string;
  readonly at: Date | null;
  readonly isTimeStamped: boolean;
  /** Whether its certificate was withdrawn; `withdrawn` is a fault too. */
  readonly standing: Standing;
  readonly fault: string | null;
}

export interface CheckedVersion {
  readonly code: string;
  readonly number: number;
  readonly faults: readonly KeptFault[];
  readonly signatures: readonly CheckedSignature[];
}

export interface CheckedKept {
  readonly holds: boolean;
  /** Whether certificates were held against authorities: without any given, only that nothing has been changed. */
  readonly trust: 'checked' | 'notGiven';
  readonly asked: number;
  readonly checked: number;
  /** Signatures whose certificate is over today, without a time stamp: when they were made is only their signers' word. */
  readonly expired: number;
  /** Signatures of whose certificate no list said whether it was withdrawn. */
  readonly notChecked: number;
  readonly versions: readonly CheckedVersion[];
  readonly chain: readonly ChainFault[];
}

export interface CheckingMeans {
  readonly anchors: readonly Uint8Array[];
  readonly lists: readonly WithdrawnList[];
  readonly now: Date;
}

type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Checks an archive without network or database: that every file named in the manifest is there and unchanged, each signature, that files and
 * content belong together, and the chain of versions.
 * @throws Error when there is no manifest to go by
 */
export async function checkArchive(read: ReadFile, means: CheckingMeans): Promise<CheckedKept> {
  const manifest = readManifest(await read('manifest.json'));
  const versions: CheckedVersion[] = [];
  const found: { content: PageContent; digest: string }[] = [];
  for (const entry of manifest.pages) {
    const [text, pdf, xml] = await Promise.all(
      ['content.json', 'page.pdf', 'page.xml'].map((name) => read(`${entry.folder}/${name}`)),
    );
    const content = text && readContent(text);
    const digest = text ? sha256(text) : '';
    const faults: KeptFault[] = [];
    if (!text) faults.push('contentMissing');
    else if (!content || digest !== entry.digest) faults.push('contentChanged');
    if (pdf && sha256(pdf) !== entry.pdf) faults.push('pdfChanged');
    if (xml && sha256(xml) !== entry.xml) faults.push('xmlChanged');
    if (content) found.push({ content, digest });
    const signed = await checkFiles({ text, pdf, xml }, entry.digest, means);
    versions.push({
      code: entry.code,
      number: entry.number,
      faults: [...new Set([...faults, ...signed.faults])],
      signatures: signed.signatures,
    });
  }
  return conclude(versions, manifest.asked, chainFaults(found), means);
}

/** Checks one file by itself: a signed PDF or data form. What it is compared with is only what it says itself. */
export async function checkFile(bytes: Uint8Array, means: CheckingMeans): Promise<CheckedKept> {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const { faults, signatures } = isPdf
    ? await checkPdf(bytes, undefined, means)
    : await checkXml(bytes, undefined, undefined, means);
  return conclude([{ code: '', number: 0, faults, signatures }], 1, [], means);
}

function conclude(
  versions: readonly CheckedVersion[],
  asked: number,
  chain: readonly ChainFault[],
  { anchors }: CheckingMeans,
): CheckedKept {
  const all = versions.flatMap(({ signatures }) => signatures);
  return {
    holds:
      asked === versions.length && chain.length === 0 && versions.every(({ faults }) => faults.length === 0),
    trust: anchors.length > 0 ? 'checked' : 'notGiven',
    asked,
    checked: versions.length,
    expired: all.filter(({ fault }) => fault === 'expired').length,
    notChecked: all.filter(({ standing }) => standing === 'notChecked').length,
    versions,
    chain,
  };
}

interface SignedPart {
  readonly faults: readonly KeptFault[];
  readonly signatures: readonly CheckedSignature[];
}

async function checkFiles(
  {
    text,
    pdf,
    xml,
  }: { text: Uint8Array | undefined; pdf: Uint8Array | undefined; xml: Uint8Array | undefined },
  digest: string,
  means: CheckingMeans,
): Promise<SignedPart> {
  const parts = [
    pdf ? await checkPdf(pdf, digest, means) : { faults: ['pdfMissing' as const], signatures: [] },
    xml ? await checkXml(xml, digest, text, means) : { faults: ['xmlMissing' as const], signatures: [] },
  ];
  return {
    faults: parts.flatMap(({ faults }) => faults),
    signatures: parts.flatMap(({ signatures }) => signatures),
  };
}

type Signed = Parameters<typeof standingOf>[0] & { readonly fault: string | null };

/**
 * Without authorities to go by, whose certificate it is stays open: only what has been changed is a fault. A certificate withdrawn by the time
 * it counts is one.
 */
function judged(
  signature: Signed,
  { anchors, lists, now }: CheckingMeans,
): { readonly standing: Standing; readonly fault: string | null } {
  const standing = standingOf(signature, lists, now);
  const isOpen = signature.fault === 'untrusted' && anchors.length === 0;
  const fault = isOpen ? null : signature.fault;
  return { standing, fault: standing === 'withdrawn' ? (fault ?? 'withdrawn') : fault };
}

async function checkPdf(
  pdf: Uint8Array,
  digest: string | undefined,
  means: CheckingMeans,
): Promise<SignedPart> {
  const checked = await verifyPdf(pdf, means);
  const signatures = checked.signatures.map(
    (one): CheckedSignature => ({
      file: 'pdf',
      field: one.field,
      signer: one.signer,
      at: one.at,
      isTimeStamped: one.isTimeStamped,
      ...judged(one, means),
    }),
  );
  const said = checked.signatures.map(({ reason }) => /[0-9a-f]{64}/.exec(reason ?? '')?.[0]);
  const wanted = digest ?? said[0];
  const fields = signatures.map(({ field }) => field).join(' ');
  return {
    signatures,
    faults: [
      ...(checked.fault ? (['pdfUnsigned'] as const) : []),
      ...(checked.fault === null && fields !== `${principalField} ${sealField}`
        ? (['pdfUnsigned'] as const)
        : []),
      ...(said.some((one) => one !== wanted) ? (['otherContent'] as const) : []),
      ...(isBad(signatures) ? (['signature'] as const) : []),
    ],
  };
}

async function checkXml(
  bytes: Uint8Array,
  digest: string | undefined,
  text: Uint8Array | undefined,
  means: CheckingMeans,
): Promise<SignedPart> {
  const xml = Buffer.from(bytes).toString('utf8');
  const checked = await verifyXml(xml, means);
  const signatures = checked.signatures.map(
    (one): CheckedSignature => ({
      file: 'xml',
      field: one.id,
      signer: one.signer,
      at: one.at,
      isTimeStamped: one.isTimeStamped,
      ...judged(one, means),
    }),
  );
  // What the school has signed, not what may stand beside it in the file.
  const form =
    checked.signatures
      .find(({ id }) => id === sealField)
      ?.signed.find((part) => part.startsWith('<noiDung ')) ?? '';
  const teachers = await checkTeachers(form, means);
  const over = new Map(checked.signatures.map((one) => [one.id, one.over]));
  const covers =
    over.get(principalField)?.includes(formId) &&
    over.get(sealField)?.includes(formId) &&
    over.get(sealField)?.includes(principalField) &&
    over.size === 2;
  const said = /<vanTay [^>]*>([0-9a-f]{64})<\/vanTay>/.exec(form)?.[1];
  const original = contentCarried(form);
  const belongs =
    sha256(original) === said &&
    (digest === undefined || said === digest) &&
    (text === undefined || sha256(text) === said);
  return {
    signatures: [...signatures, ...teachers],
    faults: [
      ...(checked.fault || !covers ? (['xmlUnsigned'] as const) : []),
      ...(belongs ? [] : (['otherContent'] as const)),
      ...(isBad([...signatures, ...teachers]) ? (['signature'] as const) : []),
    ],
  };
}

/** Teachers' own signatures over the content that the form carries. */
async function checkTeachers(form: string, means: CheckingMeans): Promise<CheckedSignature[]> {
  const content = contentCarried(form);
  const found = form.matchAll(/<nguoi ([^>]*cach="certificate"[^>]*)>(.*?)<\/nguoi>/g);
  return Promise.all(
    Array.from(found, async ([, about = '', inside = '']): Promise<CheckedSignature> => {
      const cms = Buffer.from(/<chuKy>([A-Za-z0-9+/=]+)<\/chuKy>/.exec(inside)?.[1] ?? '', 'base64');
      const one = await checkCms(new Uint8Array(cms), content, means);
      const { signer, at, isTimeStamped } = one;
      const field = [...about.matchAll(/(?:viec|mon)="([^"]*)"/g)].map(([, value]) => value).join(' ');
      return { file: 'xml', field, signer, at, isTimeStamped, ...judged(one, means) };
    }),
  );
}

function contentCarried(form: string): Uint8Array {
  const carried = /<duLieuGoc [^>]*>([A-Za-z0-9+/=]+)<\/duLieuGoc>/.exec(form)?.[1];
  return new Uint8Array(Buffer.from(carried ?? '', 'base64'));
}

/**
 * A certificate that is over today has not undone what it signed: without a time stamp the hour is only the signer's word, which is told
 * (`expired` stays with the signature), but what is kept for ever must not fall with it.
 */
function isBad(signatures: readonly CheckedSignature[]): boolean {
  return signatures.some(({ fault }) => fault !== null && fault !== 'expired');
}

function readManifest(bytes: Uint8Array | undefined): Manifest {
  const manifest = bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as Manifest);
  if (manifest?.format !== 'hoaban.hocba.archive/1' || !Array.isArray(manifest.pages))
    throw new Error('not an archive of transcripts');
  // The list names places to read from: none outside the archive.
  if (!manifest.pages.every(({ folder }) => /^\d{4}-\d{4}\/[0-9A-Z]{20}$/.test(folder)))
    throw new Error('the list of the archive names places outside it');
  return manifest;
}

/** The content, when it is exactly the canonical text of what it says. */
function readContent(bytes: Uint8Array): PageContent | undefined {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const content = JSON.parse(text) as PageContent;
    return canonicalText(content as unknown as Canonical) === text ? content : undefined;
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

import { type Signer, signPdf, signXml, type TimeStamper } from '#platform/signatures';
import type { PageContent, Step } from '../rules/index.ts';
import { renderPage } from './page-pdf.ts';
import { formId, pageXml } from './page-xml.ts';

/** The two files of a page. */
export interface PageFiles {
  readonly pdf: Uint8Array;
  readonly xml: Uint8Array;
}

export interface SignedBy {
  readonly signer: Signer;
  /** As readers show it. */
  readonly name: string;
  readonly at: Date;
  readonly stamper: TimeStamper | undefined;
}

/** Names of the signature fields in the PDF; Ids of the signatures in the data form. */
export const principalField = 'hieu-truong';
export const sealField = 'nha-truong';

/** What a signature says it is for: readers show it, and it is under the signature with the digest of the content. */
export function reasonOf(field: string, digest: string): string {
  return `${field === principalField ? 'Hiệu trưởng ký học bạ' : 'Con dấu của nhà trường'}, vân tay dữ liệu ${digest}`;
}

/**
 * Draws a page with the confirmations made so far and signs it as principal: PAdES on the PDF, XAdES on the data form.
 * @throws SignerFault, TimeStampFault; as renderTemplate
 */
export async function drawPage(
  page: { readonly content: string; readonly digest: string },
  steps: readonly Step[],
  publicUrl: string,
  by: SignedBy,
): Promise<PageFiles> {
  const content = JSON.parse(page.content) as PageContent;
  const frame = { digest: page.digest, steps, publicUrl, principal: by.name, at: by.at };
  const pdf = await renderPage(content, frame);
  const xml = pageXml(content, page.content, page.digest, steps);
  return signBoth({ pdf, xml: Buffer.from(xml, 'utf8') }, page.digest, principalField, [formId], by);
}

/** Adds the seal of the school to what the principal has signed. @throws SignerFault, TimeStampFault */
export function sealPage(
  page: { readonly digest: string },
  files: PageFiles,
  by: SignedBy,
): Promise<PageFiles> {
  return signBoth(files, page.digest, sealField, [formId, principalField], by);
}

async function signBoth(
  { pdf, xml }: PageFiles,
  digest: string,
  field: string,
  over: readonly string[],
  { signer, name, at, stamper }: SignedBy,
): Promise<PageFiles> {
  const signedPdf = await signPdf(pdf, { signer, name, reason: reasonOf(field, digest), at, field, stamper });
  const signedXml = await signXml(Buffer.from(xml).toString('utf8'), {
    signer,
    id: field,
    over,
    at,
    stamper,
  });
  return { pdf: signedPdf, xml: Buffer.from(signedXml, 'utf8') };
}

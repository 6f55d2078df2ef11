import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { readFileContent } from '#platform/files';
import type { Services } from '#platform/http';
import { noteRead } from '../data/ground.ts';
import { listPagesOfPupil, type PageRow, revokePageRow, selectPageOptional } from '../data/pages.ts';
import { listShares } from '../data/shares.ts';
import { listStepsOf } from '../data/steps.ts';
import { transcriptErrors } from '../errors.ts';
import type { PageContent } from '../rules/index.ts';
import type { Acting } from './place.ts';

/** A page that the person may see. @throws Refusal transcript.pageNotFound */
export async function pageOf(tx: ReadTx, pageId: string): Promise<PageRow> {
  const page = await selectPageOptional(tx, pageId);
  if (!page) throw transcriptErrors.pageNotFound();
  return page;
}

/** Everything about a page; the reading is written down. @throws Refusal transcript.pageNotFound */
export async function readPage(tx: ReadTx, actor: Actor, pageId: string) {
  const page = await pageOf(tx, pageId);
  const [steps, versions, shares] = await Promise.all([
    listStepsOf(tx, [pageId]),
    listPagesOfPupil(tx, page.pupilId),
    // Links are for those who may make them.
    ['teacher', 'homeroomTeacher'].includes(actor.role ?? '') ? [] : listShares(tx, pageId),
    noteRead(tx, {
      entity: 'transcript.page',
      id: pageId,
      unitId: page.unitId,
      details: { number: page.number },
    }),
  ]);
  return { page, content: JSON.parse(page.content) as PageContent, steps, versions, shares };
}

/** A signed file of a page; the reading is written down. @throws Refusal transcript.pageNotFound, noFiles */
export async function readPageFile(
  tx: ReadTx,
  pageId: string,
  kind: 'pdf' | 'xml',
  { filesFolder }: Services,
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  const page = await pageOf(tx, pageId);
  const sha256 = kind === 'pdf' ? page.pdfSha256 : page.xmlSha256;
  if (!sha256) throw transcriptErrors.noFiles();
  await noteRead(tx, {
    entity: 'transcript.page',
    id: pageId,
    unitId: page.unitId,
    details: { number: page.number, file: kind },
  });
  return {
    fileName: `Học bạ ${page.pupilName} ${page.schoolYear} bản ${page.number}.${kind}`,
    mediaType: kind === 'pdf' ? 'application/pdf' : 'application/xml',
    bytes: await readFileContent(filesFolder, sha256),
  };
}

/** The school that issued a page takes it back. @throws Refusal transcript.pageNotFound, notInForce */
export async function revokePage(
  tx: WriteTx,
  { actor, now }: Acting,
  pageId: string,
  reason: string,
): Promise<{ state: 'revoked' }> {
  const page = await pageOf(tx, pageId);
  if (page.unitId !== actor.unitId) throw transcriptErrors.pageNotFound();
  const done = await revokePageRow(tx, pageId, { accountId: actor.accountId, now, reason });
  if (!done) throw transcriptErrors.notInForce();
  return { state: 'revoked' };
}

import type { ReadTx, WriteTx } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readFileContent, storeFile } from '#platform/files';
import type { Services } from '#platform/http';
import { type Signer, SignerFault, TimeStampFault, timeStamperAt } from '#platform/signatures';
import { keepFiles, listPagesById, type PageRow } from '../data/pages.ts';
import {
  advanceRun,
  holdRunOptional,
  insertRun,
  type RefusedPage,
  type SigningRun,
  selectOpenRunOptional,
} from '../data/runs.ts';
import { listPagesDue, listStepsOf, listStillDue, type StepRow, signStepRows } from '../data/steps.ts';
import { drawPage, sealPage } from '../documents/signed-page.ts';
import { transcriptErrors } from '../errors.ts';
import { kindsOf } from './confirm-steps.ts';
import { type Acting, ownSchool } from './place.ts';
import { admitCertificate, openKey, type SigningKey } from './signing-key.ts';

/** Pages signed in one request: some seconds of work, and all that a lost connection can leave undone. */
export const pagesAtOnce = 25;

/**
 * Begins signing everything that waits for the principal or the seal; a run begun and not ended is given back, to go on with it.
 * @throws Refusal transcript.noSchool, notYourTurn (the seal is kept by the clerk, who does not sign as principal), nothingToSign
 */
export async function openRun(
  tx: WriteTx,
  { actor, now }: Acting,
  kind: SigningRun['kind'],
  classIds: readonly string[] | null,
): Promise<SigningRun> {
  if (!kindsOf(actor.role).includes(kind)) throw transcriptErrors.notYourTurn();
  const open = await selectOpenRunOptional(tx, actor.accountId, kind);
  if (open) return open;
  const school = await ownSchool(tx);
  const pages = await listPagesDue(tx, { unitId: school.id, kind, classIds });
  if (pages.length === 0) throw transcriptErrors.nothingToSign();
  const { accountId, departmentId } = actor;
  return insertRun(tx, { unitId: school.id, departmentId, kind, pages, accountId, now });
}

/**
 * Signs the next pages of a run with the key given: PAdES on the PDF and XAdES on the data form. What is signed is kept with the count in one
 * transaction, so a run goes on after a crash where it stopped, and no page is signed twice.
 * @throws Refusal transcript.runNotFound, and those of signing-key.ts; noTimeStamp
 */
export async function continueRun(
  tx: WriteTx,
  { actor, now }: Acting,
  runId: string,
  key: SigningKey,
  services: Services,
): Promise<SigningRun> {
  const run = await holdRunOptional(tx, runId, actor.accountId);
  if (!run) throw transcriptErrors.runNotFound();
  if (run.state === 'done') return run;
  const signer = await openKey(key, services.signing?.tokenLibrary);
  try {
    const holder = run.kind === 'principal' ? 'person' : 'school';
    const { filesFolder } = services;
    const whose = { holder, unitId: run.unitId, filesFolder } as const;
    const certificate = await admitCertificate(tx, { actor, now }, signer, whose);
    const { pages, gone } = await nextPages(tx, run);
    const made = await signPages(tx, pages, {
      kind: run.kind,
      signer,
      name: run.kind === 'principal' ? actor.displayName : certificate.subject,
      now,
      services,
    });
    const signed = made.flatMap((one) => ('pdf' in one ? [one] : []));
    await signStepRows(
      tx,
      run.kind,
      signed.map(({ pageId }) => pageId),
      {
        accountId: actor.accountId,
        name: actor.displayName,
        now,
        certificate: `${certificate.subject}, số ${certificate.serialNumber}`,
      },
    );
    await keepFiles(tx, signed, run.kind === 'seal' ? now : null);
    const refused = made.flatMap((one) => ('why' in one ? [one] : []));
    return await advanceRun(tx, run.id, { made: signed.length, refused: [...gone, ...refused], now });
  } finally {
    signer.close();
  }
}

/** The next pages that still wait, and those that do not any more: sent back or drawn up anew meanwhile. */
async function nextPages(tx: ReadTx, run: SigningRun): Promise<{ pages: PageRow[]; gone: RefusedPage[] }> {
  const from = run.made + run.refused.length;
  const ids = run.pages.slice(from, from + pagesAtOnce);
  const [due, found] = [await listStillDue(tx, run.kind, ids), await listPagesById(tx, ids)];
  const named = new Map(found.map((page) => [page.id, page.pupilName]));
  return {
    pages: found.filter(({ id }) => due.has(id)),
    gone: ids
      .filter((id) => !due.has(id))
      .map((pageId) => ({
        pageId,
        name: named.get(pageId) ?? '',
        why: 'trang không còn chờ ký: đã bị trả lại, đã lập lại hoặc đã ký',
      })),
  };
}

interface Signing {
  readonly kind: SigningRun['kind'];
  readonly signer: Signer;
  readonly name: string;
  readonly now: Date;
  readonly services: Services;
}

type Made = { readonly pageId: string; readonly pdf: string; readonly xml: string } | RefusedPage;

/** Files of the pages with one signature more, each kept in the store. A page whose files cannot be made does not keep the others. */
async function signPages(tx: ReadTx, pages: readonly PageRow[], signing: Signing): Promise<Made[]> {
  const steps = Map.groupBy(
    await listStepsOf(
      tx,
      pages.map(({ id }) => id),
    ),
    ({ pageId }) => pageId,
  );
  return Promise.all(pages.map((page) => signPage(page, steps.get(page.id) ?? [], signing)));
}

async function signPage(page: PageRow, steps: readonly StepRow[], signing: Signing): Promise<Made> {
  const { filesFolder, publicUrl, signing: means } = signing.services;
  const stamper = means?.timeStampUrl ? timeStamperAt(means.timeStampUrl) : undefined;
  const by = { signer: signing.signer, name: signing.name, at: signing.now, stamper };
  try {
    const files =
      signing.kind === 'principal'
        ? await drawPage(page, steps, publicUrl, by)
        : await sealPage(
            page,
            {
              pdf: await readFileContent(filesFolder, page.pdfSha256 ?? ''),
              xml: await readFileContent(filesFolder, page.xmlSha256 ?? ''),
            },
            by,
          );
    const [pdf, xml] = await Promise.all([
      storeFile(filesFolder, files.pdf),
      storeFile(filesFolder, files.xml),
    ]);
    return { pageId: page.id, pdf, xml };
  } catch (error) {
    // Too many files wait: the whole request is tried again, no page is given up for it.
    if (error instanceof Refusal) throw error;
    if (error instanceof TimeStampFault) throw transcriptErrors.noTimeStamp();
    if (error instanceof SignerFault) throw transcriptErrors.keyNotRead('Khoá ký ngừng trả lời giữa chừng.');
    process.emitWarning(`page ${page.id}: ${error instanceof Error ? error.message : String(error)}`, {
      code: 'HOABAN_TRANSCRIPT',
    });
    return { pageId: page.id, name: page.pupilName, why: 'không tạo được tệp; quản trị xem nhật ký máy chủ' };
  }
}

import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { tellPeople } from '../data/announcements.ts';
import { type OfficialRow, selectOfficialOptional } from '../data/official-documents.ts';
import { selectAskedUnitOptional } from '../data/official-recipients.ts';
import { insertOpinion, lockOpinionOptional, type OpinionRow, updateOpinionRow } from '../data/opinions.ts';
import { planErrors } from '../errors.ts';
import { officialDocumentLink } from '../rules/links.ts';
import { type Disposition, takesOpinions } from '../rules/official-document.ts';
import type { Acting } from './acting.ts';
import { issuingUnit } from './agency.ts';

async function documentTakingOpinions(
  tx: WriteTx,
  { now }: Acting,
  documentId: string,
): Promise<OfficialRow> {
  const document = await selectOfficialOptional(tx, documentId, localDate(now));
  if (!document) throw planErrors.officialDocumentNotFound();
  if (!takesOpinions(document, localDate(now))) throw planErrors.opinionsClosed();
  return document;
}

/** The acting unit, which was asked, comments on a draft or agrees with it; the author of the draft hears. */
export async function giveOpinion(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: { stance: 'agrees' | 'comments'; passage: string; body: string },
): Promise<{ id: string; version: number }> {
  const { actor, now } = acting;
  const document = await documentTakingOpinions(tx, acting, documentId);
  const unitId = actor.scope === 'own' ? undefined : await selectAskedUnitOptional(tx, documentId);
  if (!unitId) throw planErrors.notAskedForOpinion();
  if (input.stance === 'comments' && input.body === '') throw planErrors.opinionEmpty();
  const id = uuidv7();
  try {
    await insertOpinion(tx, { ...input, id, documentId, unitId, accountId: actor.accountId, now });
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'opinion_one_agreement') throw planErrors.alreadyAgreed();
    throw error;
  }
  await tellPeople(tx, [document.createdBy], actor.departmentId, {
    kind: 'officialDocument',
    title: input.stance === 'agrees' ? 'Có đơn vị nhất trí với dự thảo' : 'Có góp ý mới cho dự thảo',
    body: document.abstract.slice(0, 500),
    link: officialDocumentLink(documentId),
    now,
  });
  return { id, version: 1 };
}

function checkSeen(row: OpinionRow, seen: { readonly version: number }): void {
  if (row.version === seen.version) return;
  throw planErrors.editedMeanwhile(seen, {
    version: row.version,
    passage: row.passage,
    body: row.body,
    disposition: row.disposition,
    reply: row.reply,
  });
}

/** The unit rewords its own comment while opinions are taken and nobody has disposed of it. */
export async function updateOpinion(
  tx: WriteTx,
  acting: Acting,
  opinionId: string,
  input: { version: number; passage?: string | undefined; body?: string | undefined },
): Promise<{ version: number }> {
  const row = await lockOpinionOptional(tx, opinionId);
  if (!row) throw planErrors.opinionNotFound();
  if ((await selectAskedUnitOptional(tx, row.documentId)) !== row.unitId) {
    throw planErrors.notYours(row.unitName);
  }
  checkSeen(row, input);
  await documentTakingOpinions(tx, acting, row.documentId);
  if (row.disposition) throw planErrors.opinionDisposed();
  await updateOpinionRow(tx, opinionId, {
    passage: input.passage,
    body: input.body,
    given: { by: acting.actor.accountId, at: acting.now },
  });
  return { version: row.version + 1 };
}

/** The issuing unit adopts a comment or explains why not (wholly or in part: with a reply). */
export async function disposeOpinion(
  tx: WriteTx,
  acting: Acting,
  opinionId: string,
  input: { version: number; disposition: Disposition; reply: string },
): Promise<{ version: number }> {
  const row = await lockOpinionOptional(tx, opinionId);
  if (!row) throw planErrors.opinionNotFound();
  if (row.issuingUnitId !== issuingUnit(acting)) throw planErrors.notYours('đơn vị soạn thảo');
  checkSeen(row, input);
  const document = await selectOfficialOptional(tx, row.documentId, localDate(acting.now));
  if (document?.state !== 'collecting' || row.stance !== 'comments') throw planErrors.opinionsClosed();
  if (input.disposition !== 'adopted' && input.reply === '') throw planErrors.replyMissing();
  await updateOpinionRow(tx, opinionId, {
    disposed: {
      disposition: input.disposition,
      reply: input.reply,
      by: acting.actor.accountId,
      at: acting.now,
    },
  });
  await tellPeople(tx, [row.accountId], acting.actor.departmentId, {
    kind: 'officialDocument',
    title: input.disposition === 'explained' ? 'Góp ý được giải trình' : 'Góp ý được tiếp thu',
    body: (input.reply || document.abstract).slice(0, 500),
    link: officialDocumentLink(row.documentId),
    now: acting.now,
  });
  return { version: row.version + 1 };
}

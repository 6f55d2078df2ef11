import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderWorkbook } from '#platform/documents';
import type { Acting } from '../actions/acting.ts';
import { selectAgency, settingUnit, updateAgencySetting } from '../actions/agency.ts';
import {
  attachOfficialDocumentFile,
  registerOfficialDocument,
  removeOfficialDocumentFile,
  updateOfficialDocument,
} from '../actions/draft-official-document.ts';
import { disposeOpinion, giveOpinion, updateOpinion } from '../actions/opinions.ts';
import { readOfficialDocument } from '../actions/read-official-document.ts';
import {
  cancelOfficialDocument,
  collectOpinions,
  issueOfficialDocument,
  revokeOfficialDocument,
} from '../actions/send-official-document.ts';
import * as contract from '../contract/official-documents.ts';
import {
  countOfficialDocuments,
  listLinkedDuties,
  listOfficialDocuments,
  type OfficialRow,
  selectOfficialOptional,
  selectReplacementOptional,
} from '../data/official-documents.ts';
import { listOfficialFiles } from '../data/official-files.ts';
import { listReceipts, listUnits } from '../data/official-recipients.ts';
import { countAsked, listOpinions, listSilentUnits, type OpinionRow } from '../data/opinions.ts';
import { opinionSheets } from '../documents/opinion-table.ts';
import { planErrors } from '../errors.ts';
import { officialMay, takesOpinions } from '../rules/official-document.ts';
import { mayOf, nextCursorOf, pageAfter } from './paging.ts';

function unitOf(id: string, name: string, kind: string) {
  return { id, name, kind };
}

function officialShape(row: OfficialRow) {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    symbol: row.symbol,
    abstract: row.abstract,
    issuingUnit: unitOf(row.unitId, row.unitName, row.unitKind),
    issuedOn: row.issuedOn,
    signatoryName: row.signatoryName,
    commentUntil: row.commentUntil,
    opinionDue: row.opinionDue,
    openedAt: row.openedAt,
    version: row.version,
  };
}

function opinionShape(row: OpinionRow) {
  return {
    id: row.id,
    unit: unitOf(row.unitId, row.unitName, row.unitKind),
    by: { id: row.accountId, name: row.accountName },
    givenAt: row.givenAt,
    stance: row.stance,
    passage: row.passage,
    body: row.body,
    disposition: row.disposition,
    reply: row.reply,
    version: row.version,
  };
}

async function selectOfficial(tx: ReadTx, { now }: Acting, id: string): Promise<OfficialRow> {
  const row = await selectOfficialOptional(tx, id, localDate(now));
  if (!row) throw planErrors.officialDocumentNotFound();
  return row;
}

/** Whether the person acts for the unit that issues the document. */
function issues({ actor }: Acting, row: OfficialRow): boolean {
  return actor.scope === 'department'
    ? row.unitId === actor.departmentId
    : actor.scope === 'subtree' && row.unitId === actor.unitId;
}

function possible(acting: Acting, row: OfficialRow): string[] {
  const own = issues(acting, row)
    ? [
        ...officialMay(row.state),
        'plan.listOfficialDocumentReadings',
        'plan.disposeOpinion',
        'plan.exportOpinions',
      ]
    : [];
  const asked = row.opinionDue || takesOpinions(row, localDate(acting.now)) ? ['plan.giveOpinion'] : [];
  return mayOf(acting, [...own, ...(issues(acting, row) ? [] : asked), 'plan.listOpinions']);
}

async function opinionsOf(tx: ReadTx, acting: Acting, documentId: string) {
  const document = await selectOfficial(tx, acting, documentId);
  const [opinions, silent, asked] = await Promise.all([
    listOpinions(tx, documentId),
    listSilentUnits(tx, documentId),
    countAsked(tx, documentId),
  ]);
  // A unit that was asked sees only its own row of the list; it is not told who else was silent.
  return { document, opinions, asked, silent: issues(acting, document) ? silent : [] };
}

/** Routes of the register of official documents. */
export const officialDocumentRoutes = [
  bind(contract.listOfficialDocuments, async ({ tx, now, query }) => {
    const today = localDate(now);
    const [rows, count] = await Promise.all([
      listOfficialDocuments(tx, query, { today, after: pageAfter(query.cursor), limit: query.limit }),
      countOfficialDocuments(tx, query, today),
    ]);
    return {
      items: rows.map((row) => ({ ...officialShape(row), files: row.files })),
      nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.sortOn, id: row.id })),
      count,
    };
  }),
  bind(contract.registerOfficialDocument, ({ tx, actor, now, body }) =>
    registerOfficialDocument(tx, { actor, now }, body),
  ),
  bind(contract.getOfficialDocument, async ({ tx, actor, now, params }) => {
    const acting = { actor, now };
    const row = await selectOfficial(tx, acting, params.documentId);
    const [files, duties, recipientUnits, replacedBy] = await Promise.all([
      listOfficialFiles(tx, row.id),
      listLinkedDuties(tx, row.id),
      listUnits(tx, row.recipientUnitIds),
      selectReplacementOptional(tx, row.id),
    ]);
    return {
      document: {
        ...officialShape(row),
        draftingUnit: unitOf(row.draftingUnitId, row.draftingUnitName, row.draftingUnitKind),
        signatoryPosition: row.signatoryPosition,
        stateNote: row.stateNote,
        recipientKinds: [...row.recipientKinds],
        recipientUnits,
        replaces: row.replacesId ? { id: row.replacesId, symbol: row.replacesSymbol } : null,
        replacedBy: replacedBy ?? null,
        createdBy: { id: row.createdBy, name: row.createdByName },
        createdAt: row.createdAt,
      },
      files,
      duties,
      may: possible(acting, row),
    };
  }),
  bind(contract.updateOfficialDocument, ({ tx, actor, now, params, body }) =>
    updateOfficialDocument(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.attachOfficialDocumentFile, ({ tx, actor, now, params, file, services }) =>
    attachOfficialDocumentFile(tx, { actor, now }, services.filesFolder, params.documentId, file),
  ),
  bind(contract.removeOfficialDocumentFile, async ({ tx, actor, now, params }) => {
    await removeOfficialDocumentFile(tx, { actor, now }, params.documentId, params.attachmentId);
    return undefined;
  }),
  bind(contract.collectOpinions, ({ tx, actor, now, params, body }) =>
    collectOpinions(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.issueOfficialDocument, ({ tx, actor, now, params, body }) =>
    issueOfficialDocument(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.cancelOfficialDocument, ({ tx, actor, now, params, body }) =>
    cancelOfficialDocument(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.revokeOfficialDocument, ({ tx, actor, now, params, body }) =>
    revokeOfficialDocument(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.readOfficialDocument, ({ tx, actor, now, params }) =>
    readOfficialDocument(tx, { actor, now }, params.documentId),
  ),
  bind(contract.listOfficialDocumentReadings, async ({ tx, actor, now, params }) => {
    const row = await selectOfficial(tx, { actor, now }, params.documentId);
    if (!issues({ actor, now }, row)) throw planErrors.notYours(row.unitName);
    const units = await listReceipts(tx, row.id);
    return { units, opened: units.filter((receipt) => receipt.openings.length > 0).length };
  }),
  bind(contract.giveOpinion, ({ tx, actor, now, params, body }) =>
    giveOpinion(tx, { actor, now }, params.documentId, body),
  ),
  bind(contract.updateOpinion, ({ tx, actor, now, params, body }) =>
    updateOpinion(tx, { actor, now }, params.opinionId, body),
  ),
  bind(contract.disposeOpinion, ({ tx, actor, now, params, body }) =>
    disposeOpinion(tx, { actor, now }, params.opinionId, body),
  ),
  bind(contract.listOpinions, async ({ tx, actor, now, params }) => {
    const { opinions, silent, asked } = await opinionsOf(tx, { actor, now }, params.documentId);
    return {
      asked,
      answered: new Set(opinions.map((opinion) => opinion.unitId)).size,
      undisposed: opinions.filter((opinion) => opinion.stance === 'comments' && !opinion.disposition).length,
      silent,
      opinions: opinions.map(opinionShape),
    };
  }),
  bind(contract.exportOpinions, async ({ tx, actor, now, params }) => {
    const { opinions, silent } = await opinionsOf(tx, { actor, now }, params.documentId);
    return {
      fileName: 'Tổng hợp ý kiến góp ý.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await renderWorkbook(
        opinionSheets(
          opinions,
          silent.map((unit) => unit.name),
        ),
      ),
    };
  }),
  bind(contract.getAgencySetting, ({ tx, actor, now }) => selectAgency(tx, settingUnit({ actor, now }))),
  bind(contract.updateAgencySetting, ({ tx, actor, now, body }) =>
    updateAgencySetting(tx, { actor, now }, body),
  ),
];

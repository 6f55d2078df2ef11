import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import { importDocument } from '../actions/import-document.ts';
import { previewPublication, publishDocument } from '../actions/publish-document.ts';
import {
  addDuty,
  discardDocument,
  mergeDuties,
  removeDuty,
  splitDuty,
  updateDocument,
  updateDuty,
} from '../actions/review-duties.ts';
import * as contract from '../contract/documents.ts';
import { countByDuty, listOwnAssignments } from '../data/board.ts';
import {
  countDocumentsOfOtherYears,
  listDocuments,
  listDuties,
  listParagraphs,
  selectDocumentOptional,
} from '../data/documents.ts';
import { planErrors } from '../errors.ts';
import { emptyCounts } from '../rules/board.ts';
import { compareRevisions } from '../rules/lineage.ts';
import { holderOf } from './assignments.ts';
import { chosenYearId } from './chosen-year.ts';
import { documentShape, dutyShape } from './shapes.ts';

/** Routes of plan documents. */
export const documentRoutes = [
  bind(contract.listDocuments, async ({ tx, query }) => {
    const yearId = await chosenYearId(tx, query);
    const [documents, otherYears] = await Promise.all([
      listDocuments(tx, yearId),
      countDocumentsOfOtherYears(tx, yearId),
    ]);
    return { documents: documents.map(documentShape), otherYears };
  }),
  bind(contract.importDocument, async ({ tx, actor, now, query, file }) =>
    importDocument(
      tx,
      { actor, now },
      {
        bytes: file.bytes,
        fileName: file.fileName,
        revisionOf: query.revisionOf,
        schoolYear: query.inSchoolYear,
      },
    ),
  ),
  bind(contract.getDocument, async ({ tx, params }) => {
    const document = await selectDocumentOptional(tx, params.documentId);
    if (!document) throw planErrors.documentNotFound();
    const [paragraphs, duties] = await Promise.all([
      listParagraphs(tx, document.id),
      listDuties(tx, document.id),
    ]);
    return {
      document: documentShape(document),
      report: contract.importReport.parse(document.report),
      paragraphs,
      duties: duties.map(dutyShape),
    };
  }),
  bind(contract.getDocumentState, async ({ tx, actor, params, now }) => {
    const [counts, own] = await Promise.all([
      countByDuty(tx, params.documentId, localDate(now)),
      listOwnAssignments(tx, params.documentId, holderOf(actor)),
    ]);
    const ownOf = new Map(own.map((row) => [row.dutyId, row.id]));
    const above = new Set(counts.map((row) => row.dutyId));
    // A teacher sees the part given to the teacher, not the unit's assignment it comes from.
    const onlyOwn = own
      .filter((row) => !above.has(row.dutyId))
      .map(({ dutyId }) => ({ dutyId, counts: emptyCounts }));
    return {
      duties: [...counts, ...onlyOwn].map((row) => ({ ...row, assignmentId: ownOf.get(row.dutyId) ?? null })),
    };
  }),
  bind(contract.compareDocument, async ({ tx, params }) => {
    const document = await selectDocumentOptional(tx, params.documentId);
    if (!document) throw planErrors.documentNotFound();
    if (!document.previousId) return { previousId: null, kept: 0, changed: [], added: [], removed: [] };
    const [before, after, counts] = await Promise.all([
      listDuties(tx, document.previousId),
      listDuties(tx, document.id),
      countByDuty(tx, document.previousId, localDate(new Date(0))),
    ]);
    const assignments = new Map(counts.map((duty) => [duty.dutyId, duty.counts.total]));
    const { kept, changed, added, removed } = compareRevisions(before, after);
    return {
      previousId: document.previousId,
      kept,
      changed: changed.map(({ was, is, fields }) => ({
        code: is.code,
        before: was.body,
        after: is.body,
        fields: [...fields],
        assignments: assignments.get(was.id) ?? 0,
      })),
      added: added.map(({ code, title }) => ({ code, title })),
      removed: removed.map(({ id, code, title }) => ({ code, title, assignments: assignments.get(id) ?? 0 })),
    };
  }),
  bind(contract.updateDocument, async ({ tx, params, body }) => updateDocument(tx, params.documentId, body)),
  bind(contract.discardDocument, async ({ tx, params, body }) => {
    await discardDocument(tx, params.documentId, body.version);
    return undefined;
  }),
  bind(contract.updateDuty, async ({ tx, params, body }) => {
    const { version, ...change } = body;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return dutyShape(await updateDuty(tx, params.dutyId, { version, ...given }));
  }),
  bind(contract.mergeDuties, async ({ tx, params, body }) =>
    dutyShape(await mergeDuties(tx, params.documentId, body.dutyIds)),
  ),
  bind(contract.splitDuty, async ({ tx, actor, now, params, body }) => ({
    duties: (await splitDuty(tx, { actor, now }, params.dutyId, body)).map(dutyShape),
  })),
  bind(contract.addDuty, async ({ tx, actor, now, params, body }) =>
    dutyShape(await addDuty(tx, { actor, now }, params.documentId, body)),
  ),
  bind(contract.removeDuty, async ({ tx, params, body }) => {
    await removeDuty(tx, params.dutyId, body);
    return undefined;
  }),
  bind(contract.previewPublication, async ({ tx, params }) => previewPublication(tx, params.documentId)),
  bind(contract.publishDocument, async ({ tx, actor, now, params, body }) => {
    const began = performance.now();
    const summary = await publishDocument(tx, { actor, now }, params.documentId, body.version);
    return { ...summary, milliseconds: Math.round(performance.now() - began) };
  }),
];

import type { z } from 'zod';
import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import {
  cleanFileName,
  readFileContent,
  recogniseFile,
  storeFile,
  type UnacceptableFile,
} from '#platform/files';
import { foldVietnamese } from '#platform/i18n';
import { standing } from '../actions/assignment-step.ts';
import {
  acknowledgeAssignments,
  addComment,
  askQuestion,
  markNotApplicable,
  reopenAssignment,
  startAssignment,
  submitAssignment,
} from '../actions/carry-out.ts';
import { acceptAssignments, answerQuestion, returnAssignment } from '../actions/decide.ts';
import {
  giveConfirmation,
  giveDocumentEvidence,
  giveFormEvidence,
  withdrawEvidence,
} from '../actions/give-evidence.ts';
import {
  answerDifficulty,
  askExtension,
  closeDifficulty,
  decideExtension,
  markBlocked,
} from '../actions/requests.ts';
import { splitAssignment } from '../actions/split-assignment.ts';
import * as contract from '../contract/assignments.ts';
import {
  type AssignmentRow,
  countWaiting,
  countWork,
  listParts,
  listSplitPeople,
  listSplitUnits,
  listWaiting,
  listWork,
  selectAssignmentOptional,
} from '../data/assignments.ts';
import { selectAttachmentOptional } from '../data/attachments.ts';
import {
  listDutiesById,
  listParagraphs,
  selectDocumentOptional,
  selectDutyOptional,
} from '../data/documents.ts';
import { listEvidence, listFormsBelow } from '../data/evidence.ts';
import { listHistory } from '../data/history.ts';
import { listIndicatorValues } from '../data/indicators.ts';
import { listDocumentsOfDuty } from '../data/official-documents.ts';
import {
  countDifficulties,
  type DifficultyRow,
  listDifficulties,
  listDifficultiesOf,
  selectDifficultyOptional,
  selectPendingExtensionOptional,
} from '../data/requests.ts';
import { planErrors } from '../errors.ts';
import { findIndicator } from '../indicators.ts';
import { carriedRoles, possibleSteps } from '../rules/assignment.ts';
import { aggregateForms } from '../rules/form.ts';
import { chosenYearId } from './chosen-year.ts';
import { mayOf, nextCursorOf, pageAfter, pageAfterInstant } from './paging.ts';
import { assignmentShape, difficultyShape, dutyShape, evidenceShape, historyShape } from './shapes.ts';

/** What the person has in hand: by name and by the active role. */
export function holderOf(actor: Actor) {
  return { accountId: actor.accountId, unitId: actor.unitId, roles: carriedRoles(actor.role ?? '') };
}

const fileFaults: Record<UnacceptableFile, string> = {
  empty: 'Tệp rỗng. Hãy chọn lại tệp.',
  oldOffice: 'Tệp Word/Excel đời cũ hoặc có mật khẩu. Hãy lưu lại dạng .docx/.xlsx không mật khẩu rồi gửi.',
  macros: 'Tệp có macro. Hãy lưu lại dạng .docx/.xlsx không macro rồi gửi.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi.',
  unknown: 'Chỉ nhận PDF, Word (.docx), Excel (.xlsx) và ảnh (JPG, PNG, WebP).',
};

function difficultySteps(actor: Actor, difficulty: DifficultyRow): string[] {
  if (difficulty.state === 'closed') return [];
  return difficulty.unitId === actor.unitId
    ? ['plan.closeDifficulty']
    : ['plan.answerDifficulty', 'plan.closeDifficulty'];
}

async function describeAssignment(tx: ReadTx, actor: Actor, now: Date, id: string) {
  const row = await selectAssignmentOptional(tx, id);
  if (!row) throw planErrors.assignmentNotFound();
  const today = localDate(now);
  const [duty, document, evidence, parts, history, extension, difficulties, officialDocuments] =
    await Promise.all([
      selectDutyOptional(tx, row.dutyId),
      selectDocumentOptional(tx, row.documentId),
      listEvidence(tx, id),
      listParts(tx, id),
      listHistory(tx, id),
      selectPendingExtensionOptional(tx, id),
      listDifficultiesOf(tx, id),
      listDocumentsOfDuty(tx, row.dutyId),
    ]);
  if (!duty || !document) throw planErrors.dutyNotFound();
  const [sources, solutions, aggregate] = await Promise.all([
    listParagraphs(tx, duty.documentId, duty.paragraphOrdinals),
    listDutiesById(tx, duty.solutionIds),
    duty.evidenceKind === 'form' ? aggregateBelow(tx, row) : null,
  ]);
  const may = mayOf({ actor, now }, possibleSteps(row.state, standing({ actor, now }, row))).filter(
    (step) =>
      (step !== 'plan.decideExtension' || extension) &&
      (step !== 'plan.answerQuestion' || row.questionSince) &&
      (step !== 'plan.askExtension' || !extension) &&
      (step !== 'plan.acknowledgeAssignments' || !row.acknowledgedAt) &&
      (step !== 'plan.withdrawEvidence' || evidence.length > 0) &&
      (step !== 'plan.submitAssignment' || row.evidenceKind !== 'indicator') &&
      (step !== 'plan.giveFormEvidence' || row.evidenceKind === 'form') &&
      (step !== 'plan.giveConfirmation' || row.evidenceKind === 'confirmation'),
  );
  return {
    assignment: {
      ...assignmentShape(row, today),
      stateNote: row.stateNote,
      acknowledgedAt: row.acknowledgedAt,
      submittedAt: row.submittedAt,
      decidedAt: row.decidedAt,
      parentId: row.parentId,
    },
    duty: dutyShape(duty),
    document: { id: document.id, title: document.title, signedOn: document.signedOn },
    sources,
    solutions: solutions.map(({ id, code, title, body }) => ({ id, code, title, body })),
    evidence: evidence.map(evidenceShape),
    indicator: await describeIndicator(tx, row),
    aggregate,
    parts: parts.map((part) => assignmentShape(part, today)),
    history: history.map(historyShape),
    extension: extension
      ? {
          id: extension.id,
          askedDueOn: extension.askedDueOn,
          reason: extension.reason,
          by: { id: extension.askedBy, name: extension.askedByName },
          askedAt: extension.askedAt,
        }
      : null,
    difficulties: difficulties.map(({ id, title, body, state, answer, version }) => ({
      id,
      title,
      body,
      state,
      answer,
      version,
    })),
    officialDocuments,
    may,
  };
}

async function aggregateBelow(tx: ReadTx, row: AssignmentRow) {
  const forms = await listFormsBelow(tx, row);
  return forms.length > 0 ? aggregateForms(row.evidenceSpec.fields ?? [], forms) : null;
}

async function describeIndicator(tx: ReadTx, row: AssignmentRow) {
  const indicator = row.evidenceSpec.indicator ? findIndicator(row.evidenceSpec.indicator) : undefined;
  if (row.evidenceKind !== 'indicator' || !indicator) return null;
  const [value] = await listIndicatorValues(tx, { indicator: indicator.id, unitId: row.unitId });
  return {
    id: indicator.id,
    name: indicator.name,
    source: indicator.source,
    value: value?.value ?? null,
    numerator: value?.numerator ?? null,
    denominator: value?.denominator ?? null,
    threshold: row.evidenceSpec.threshold ?? 0,
    computedAt: value?.computedAt ?? null,
  };
}

/** What the person has in hand, as the inbox shows it: a page of rows and how many there are of each kind. */
export async function describeMyWork(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  query: z.output<typeof contract.listMyWork.query>,
) {
  const holder = holderOf(actor);
  const today = localDate(now);
  const schoolYearId = await chosenYearId(tx, query);
  const folded = query.q?.trim() ? foldVietnamese(query.q.trim()) : null;
  const [rows, counts] = await Promise.all([
    listWork(tx, holder, {
      schoolYearId,
      filter: query.filter,
      folded,
      today,
      after: pageAfter(query.cursor),
      limit: query.limit,
    }),
    countWork(tx, holder, schoolYearId, today),
  ]);
  return {
    items: rows.map((row) => assignmentShape(row, today)),
    nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.dueOn, id: row.id })),
    counts,
  };
}

/** Routes of assignments: the inbox, the duty page and every step. */
export const assignmentRoutes = [
  bind(contract.listMyWork, ({ tx, actor, query, now }) => describeMyWork(tx, actor, now, query)),
  bind(contract.listApprovals, async ({ tx, actor, query, now }) => {
    const { unitId, accountId } = actor;
    const decider = { unitId, accountId, schoolYearId: await chosenYearId(tx, query) };
    const [rows, counts] = await Promise.all([
      listWaiting(tx, decider, { after: pageAfterInstant(query.cursor), limit: query.limit }),
      countWaiting(tx, decider),
    ]);
    return {
      items: rows.map((row) => ({
        ...assignmentShape(row, localDate(now)),
        waiting: row.waiting,
        extension: row.extensionId
          ? { id: row.extensionId, askedDueOn: row.askedDueOn ?? '', reason: row.extensionReason ?? '' }
          : null,
      })),
      nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.waitingSince, id: row.id })),
      counts,
    };
  }),
  bind(contract.getAssignment, async ({ tx, actor, now, params }) =>
    describeAssignment(tx, actor, now, params.assignmentId),
  ),
  bind(contract.acknowledgeAssignments, async ({ tx, actor, now, body }) =>
    acknowledgeAssignments(tx, { actor, now }, body.ids),
  ),
  bind(contract.startAssignment, async ({ tx, actor, now, params, body }) =>
    startAssignment(tx, { actor, now }, params.assignmentId, body.version),
  ),
  bind(contract.listSplitTargets, async ({ tx, actor, now, params }) => {
    const row = await selectAssignmentOptional(tx, params.assignmentId);
    if (!row) throw planErrors.assignmentNotFound();
    const [units, people] = await Promise.all([
      listSplitUnits(tx, row.unitId),
      listSplitPeople(tx, row.unitId, localDate(now), actor.accountId),
    ]);
    return { units: units.map(({ id, name, kind, role }) => ({ id, name, kind, role })), people };
  }),
  bind(contract.splitAssignment, async ({ tx, actor, now, params, body }) => {
    const answer = await splitAssignment(tx, { actor, now }, params.assignmentId, body);
    return { ...answer, parts: answer.parts.map((part) => assignmentShape(part, localDate(now))) };
  }),
  bind(contract.giveFormEvidence, async ({ tx, actor, now, params, body }) =>
    evidenceShape(await giveFormEvidence(tx, { actor, now }, params.assignmentId, body)),
  ),
  bind(contract.giveDocumentEvidence, async ({ tx, actor, now, params, query, file, services }) => {
    const recognised = await recogniseFile(file.bytes);
    if (typeof recognised === 'string') throw planErrors.fileRefused(fileFaults[recognised]);
    // Stored before the row: a file nobody refers to is harmless, a row without its file is not.
    const sha256 = await storeFile(services.filesFolder, file.bytes);
    return evidenceShape(
      await giveDocumentEvidence(tx, { actor, now }, params.assignmentId, {
        fileName: cleanFileName(file.fileName, `minh-chung.${recognised.extensions[0]}`),
        mediaType: recognised.mediaType,
        bytes: file.bytes.length,
        sha256,
        note: query.note,
      }),
    );
  }),
  bind(contract.giveConfirmation, async ({ tx, actor, now, params, body }) =>
    evidenceShape(await giveConfirmation(tx, { actor, now }, params.assignmentId, body.note)),
  ),
  bind(contract.withdrawEvidence, async ({ tx, actor, now, params }) => {
    await withdrawEvidence(tx, { actor, now }, params.evidenceId);
    return undefined;
  }),
  bind(contract.submitAssignment, async ({ tx, actor, now, params, body }) =>
    submitAssignment(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.acceptAssignments, async ({ tx, actor, now, body }) =>
    acceptAssignments(tx, { actor, now }, body.items, body.note),
  ),
  bind(contract.returnAssignment, async ({ tx, actor, now, params, body }) =>
    returnAssignment(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.markNotApplicable, async ({ tx, actor, now, params, body }) =>
    markNotApplicable(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.reopenAssignment, async ({ tx, actor, now, params, body }) =>
    reopenAssignment(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.askQuestion, async ({ tx, actor, now, params, body }) => {
    await askQuestion(tx, { actor, now }, params.assignmentId, body.body);
    return undefined;
  }),
  bind(contract.answerQuestion, async ({ tx, actor, now, params, body }) => {
    await answerQuestion(tx, { actor, now }, params.assignmentId, body.body);
    return undefined;
  }),
  bind(contract.addComment, async ({ tx, actor, now, params, body }) => {
    await addComment(tx, { actor, now }, params.assignmentId, body.body);
    return undefined;
  }),
  bind(contract.askExtension, async ({ tx, actor, now, params, body }) =>
    askExtension(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.decideExtension, async ({ tx, actor, now, params, body }) => {
    await decideExtension(tx, { actor, now }, params.extensionId, body);
    return undefined;
  }),
  bind(contract.markBlocked, async ({ tx, actor, now, params, body }) =>
    markBlocked(tx, { actor, now }, params.assignmentId, body),
  ),
  bind(contract.listDifficulties, async ({ tx, actor, query }) => {
    const { state, limit } = query;
    const schoolYearId = await chosenYearId(tx, query);
    const [rows, count] = await Promise.all([
      listDifficulties(tx, { schoolYearId, state, after: pageAfterInstant(query.cursor), limit }),
      countDifficulties(tx, schoolYearId, state),
    ]);
    return {
      items: rows.map((row) => difficultyShape(row, difficultySteps(actor, row))),
      nextCursor: nextCursorOf(rows, query.limit, (row) => ({ on: row.raisedAt, id: row.id })),
      count,
    };
  }),
  bind(contract.getDifficulty, async ({ tx, actor, params }) => {
    const row = await selectDifficultyOptional(tx, params.difficultyId);
    if (!row) throw planErrors.difficultyNotFound();
    return difficultyShape(row, difficultySteps(actor, row));
  }),
  bind(contract.answerDifficulty, async ({ tx, actor, now, params, body }) => {
    await answerDifficulty(tx, { actor, now }, params.difficultyId, body);
    return undefined;
  }),
  bind(contract.closeDifficulty, async ({ tx, actor, now, params, body }) => {
    await closeDifficulty(tx, { actor, now }, params.difficultyId, body.version);
    return undefined;
  }),
  bind(contract.downloadAttachment, async ({ tx, params, services }) => {
    const attachment = await selectAttachmentOptional(tx, params.attachmentId);
    if (!attachment) throw planErrors.attachmentNotFound();
    return {
      fileName: attachment.fileName,
      mediaType: attachment.mediaType,
      bytes: await readFileContent(services.filesFolder, attachment.sha256),
    };
  }),
];

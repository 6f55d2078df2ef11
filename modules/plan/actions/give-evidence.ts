import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { insertAttachment } from '../data/attachments.ts';
import {
  type EvidenceRow,
  insertEvidence,
  selectEvidenceOptional,
  withdrawEvidenceRow,
} from '../data/evidence.ts';
import { planErrors } from '../errors.ts';
import { type EvidenceKind, evidenceNames } from '../rules/evidence.ts';
import { readForm } from '../rules/form.ts';
import type { Acting } from './acting.ts';
import { lockForStep, takeStep } from './assignment-step.ts';
import { acknowledgement } from './carry-out.ts';

/** Giving and withdrawing evidence. Work that gets evidence is work that has begun. */

async function give(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  operation: string,
  evidence: {
    kind: EvidenceKind;
    note: string | null;
    read(
      row: Awaited<ReturnType<typeof lockForStep>>,
    ): Promise<{ formValues?: Record<string, unknown>; attachmentId?: string }>;
  },
): Promise<EvidenceRow> {
  const row = await lockForStep(tx, acting, assignmentId, operation);
  const { formValues = null, attachmentId = null } = await evidence.read(row);
  const id = uuidv7();
  await insertEvidence(tx, {
    id,
    assignmentId,
    unitId: row.unitId,
    departmentId: acting.actor.departmentId,
    kind: evidence.kind,
    formValues,
    attachmentId,
    note: evidence.note,
    accountId: acting.actor.accountId,
    at: acting.now,
  });
  await takeStep(
    tx,
    acting,
    row,
    {
      ...(row.state === 'notStarted' || row.state === 'returned' ? { state: 'inProgress' as const } : {}),
      ...acknowledgement(row.acknowledgedAt, acting),
    },
    { kind: 'evidence', note: evidence.note, details: { evidence: evidence.kind } },
  );
  const given = await selectEvidenceOptional(tx, id);
  if (!given) throw planErrors.evidenceNotFound();
  return given;
}

/** Gives a filled form; every fault of the form is named at once. */
export function giveFormEvidence(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  input: { values: Readonly<Record<string, unknown>>; note?: string | undefined },
): Promise<EvidenceRow> {
  return give(tx, acting, assignmentId, 'plan.giveFormEvidence', {
    kind: 'form',
    note: input.note ?? null,
    read: async (row) => {
      if (row.evidenceKind !== 'form') throw planErrors.wrongEvidenceKind(evidenceNames[row.evidenceKind]);
      const form = readForm(row.evidenceSpec.fields ?? [], input.values);
      if ('problems' in form) throw planErrors.formInvalid(form.problems);
      return { formValues: form.values };
    },
  });
}

/** Gives a file that is already in the file store. Any kind of duty may carry files beside its own evidence. */
export function giveDocumentEvidence(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  input: { fileName: string; mediaType: string; bytes: number; sha256: string; note?: string | undefined },
): Promise<EvidenceRow> {
  return give(tx, acting, assignmentId, 'plan.giveDocumentEvidence', {
    kind: 'document',
    note: input.note ?? null,
    read: async (row) => {
      const attachmentId = uuidv7();
      await insertAttachment(tx, {
        id: attachmentId,
        fileName: input.fileName,
        mediaType: input.mediaType,
        bytes: input.bytes,
        sha256: input.sha256,
        unitId: row.unitId,
        departmentId: acting.actor.departmentId,
        accountId: acting.actor.accountId,
        uploadedAt: acting.now,
      });
      return { attachmentId };
    },
  });
}

/** Confirms by name that the duty is done, saying how. */
export function giveConfirmation(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  note: string,
): Promise<EvidenceRow> {
  return give(tx, acting, assignmentId, 'plan.giveConfirmation', {
    kind: 'confirmation',
    note,
    read: async (row) => {
      if (row.evidenceKind !== 'confirmation')
        throw planErrors.wrongEvidenceKind(evidenceNames[row.evidenceKind]);
      return {};
    },
  });
}

/** Takes evidence back while the assignment is still open; the row stays for the record. */
export async function withdrawEvidence(tx: WriteTx, acting: Acting, evidenceId: string): Promise<void> {
  const evidence = await selectEvidenceOptional(tx, evidenceId);
  if (!evidence) throw planErrors.evidenceNotFound();
  const row = await lockForStep(tx, acting, evidence.assignmentId, 'plan.withdrawEvidence');
  await withdrawEvidenceRow(tx, evidenceId, acting.now);
  await takeStep(tx, acting, row, {}, { kind: 'evidence', details: { withdrawn: evidence.kind } });
}

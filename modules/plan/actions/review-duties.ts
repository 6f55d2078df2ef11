import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import {
  type DocumentRow,
  type DutyChange,
  type DutyRow,
  deleteDuties,
  insertDuties,
  listDuties,
  listDutiesById,
  listParagraphs,
  moveDraft,
  moveParagraphs,
  rebaseDraft,
  selectDocumentOptional,
  selectDutyOptional,
  selectInForceOptional,
  touchDocument,
  updateDocumentRow,
  updateDutyRow,
  updateParagraphKinds,
} from '../data/documents.ts';
import { selectSchoolYearOptional } from '../data/school-years.ts';
import { planErrors } from '../errors.ts';
import { listRegisteredIndicators } from '../indicators.ts';
import { evidenceFault } from '../rules/evidence.ts';
import { matchLineages } from '../rules/lineage.ts';
import { moveIntoYear } from '../rules/school-year.ts';
import type { Acting } from './acting.ts';

/** The review of a draft: everything a person may change before the plan becomes work. */

async function draftOf(tx: WriteTx, documentId: string): Promise<DocumentRow> {
  const document = await selectDocumentOptional(tx, documentId);
  if (!document) throw planErrors.documentNotFound();
  if (document.status !== 'draft') throw planErrors.notADraft();
  return document;
}

async function dutyOfDraft(tx: WriteTx, dutyId: string): Promise<DutyRow> {
  const duty = await selectDutyOptional(tx, dutyId);
  if (!duty) throw planErrors.dutyNotFound();
  await draftOf(tx, duty.documentId);
  return duty;
}

async function selectDuty(tx: WriteTx, dutyId: string): Promise<DutyRow> {
  const duty = await selectDutyOptional(tx, dutyId);
  if (!duty) throw planErrors.dutyNotFound();
  return duty;
}

/**
 * Changes the heading data of a draft. `version` is the one the person saw. In another school year the duties fall into the
 * months of that year, and the draft amends the plan in force there, if any.
 */
export async function updateDocument(
  tx: WriteTx,
  documentId: string,
  change: {
    version: number;
    title?: string | undefined;
    signedOn?: string | null | undefined;
    signatoryName?: string | null | undefined;
    schoolYear?: string | undefined;
  },
): Promise<{ version: number }> {
  const document = await draftOf(tx, documentId);
  const done = await updateDocumentRow(tx, documentId, change.version, change);
  if (!done) {
    const { title, signedOn, signatoryName, schoolYear, version } = document;
    throw planErrors.editedMeanwhile(change, { title, signedOn, signatoryName, schoolYear, version });
  }
  if (change.schoolYear === undefined || change.schoolYear === document.schoolYear) {
    return { version: change.version + 1 };
  }
  await moveToSchoolYear(tx, document, change.schoolYear);
  const { version } = await draftOf(tx, documentId);
  return { version };
}

async function moveToSchoolYear(tx: WriteTx, draft: DocumentRow, name: string): Promise<void> {
  const [from, to] = await Promise.all([
    selectSchoolYearOptional(tx, { name: draft.schoolYear }),
    selectSchoolYearOptional(tx, { name }),
  ]);
  if (!from || !to) throw planErrors.noSchoolYear(name);
  const moved = (await listDuties(tx, draft.id)).flatMap((duty) => {
    const window = moveIntoYear(duty, from, to);
    const same = window.startsOn === duty.startsOn && window.dueOn === duty.dueOn;
    return same ? [] : [{ dutyId: duty.id, ...window }];
  });
  await moveDraft(tx, draft.id, to.id, moved);
  const inForce = await selectInForceOptional(tx, draft.unitId, to.id);
  const lineages = inForce
    ? matchLineages(await listDuties(tx, inForce.id), await listDuties(tx, draft.id))
    : new Map<string, string>();
  await rebaseDraft(tx, draft.id, inForce, lineages);
}

/** Sets a draft aside; its rows stay for the record. */
export async function discardDocument(tx: WriteTx, documentId: string, version: number): Promise<void> {
  await draftOf(tx, documentId);
  const done = await updateDocumentRow(tx, documentId, version, { status: 'discarded' });
  if (!done) throw planErrors.editedMeanwhile({ version }, {});
}

/**
 * Changes a duty of a draft; absent = leave. Refuses a deadline before its start, incomplete evidence, and
 * an edit over somebody else's (`plan.editedMeanwhile` with both texts).
 */
export async function updateDuty(
  tx: WriteTx,
  dutyId: string,
  { version, ...change }: DutyChange & { version: number },
): Promise<DutyRow> {
  const duty = await dutyOfDraft(tx, dutyId);
  if (duty.version !== version) throw planErrors.editedMeanwhile(change, duty);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: DutyRow = { ...duty, ...given };
  if (next.dueOn < next.startsOn) throw planErrors.deadlineBeforeStart(next.startsOn, next.dueOn);
  const fault = evidenceFault(
    next.evidenceKind,
    next.evidenceSpec,
    listRegisteredIndicators().map((indicator) => indicator.id),
  );
  if (fault && (change.evidenceKind || change.evidenceSpec)) throw planErrors.evidenceIncomplete(fault);
  if (!(await updateDutyRow(tx, next)))
    throw planErrors.editedMeanwhile(change, await selectDuty(tx, dutyId));
  if (next.kind !== duty.kind) {
    const kind = next.kind === 'calendarEntry' ? 'calendar' : next.kind;
    await updateParagraphKinds(tx, duty.documentId, duty.paragraphOrdinals, kind, null);
  }
  await touchDocument(tx, duty.documentId);
  return selectDuty(tx, dutyId);
}

/** Joins duties of one draft into the first of them: texts in document order, units together, the widest window. */
export async function mergeDuties(
  tx: WriteTx,
  documentId: string,
  dutyIds: readonly string[],
): Promise<DutyRow> {
  await draftOf(tx, documentId);
  const duties = await listDutiesById(tx, [...new Set(dutyIds)]);
  if (duties.length < new Set(dutyIds).size || duties.length < 2) throw planErrors.dutyNotFound();
  if (duties.some((duty) => duty.documentId !== documentId)) throw planErrors.dutiesOfOtherDocument();
  const [first, ...rest] = duties as [DutyRow, ...DutyRow[]];
  const levels = new Set(duties.map((duty) => duty.level));
  await moveParagraphs(
    tx,
    rest.map((duty) => duty.id),
    first.id,
  );
  await updateDutyRow(tx, {
    ...first,
    body: [...new Set(duties.map((duty) => duty.body))].join('\n'),
    responsible: [...new Set(duties.flatMap((duty) => duty.responsible))],
    level: levels.size === 1 ? first.level : 'both',
    startsOn: duties.map((duty) => duty.startsOn).sort()[0] ?? first.startsOn,
    dueOn:
      duties
        .map((duty) => duty.dueOn)
        .sort()
        .at(-1) ?? first.dueOn,
  });
  await deleteDuties(
    tx,
    rest.map((duty) => duty.id),
  );
  await touchDocument(tx, documentId);
  return selectDuty(tx, first.id);
}

/** The next free code with the letter of a code: D017 → D131. */
function freeCodes(duties: readonly DutyRow[], letter: string, count: number): string[] {
  const highest = Math.max(
    0,
    ...duties
      .filter((duty) => duty.code.startsWith(letter))
      .map((duty) => Number.parseInt(duty.code.slice(1), 10) || 0),
  );
  return Array.from(
    { length: count },
    (_, index) => `${letter}${String(highest + 1 + index).padStart(3, '0')}`,
  );
}

/** Splits a duty: the first part keeps its id and lineage, the others are new and read from the same paragraphs. */
export async function splitDuty(
  tx: WriteTx,
  { actor }: Acting,
  dutyId: string,
  input: { version: number; parts: readonly { title: string; body: string }[] },
): Promise<DutyRow[]> {
  const duty = await dutyOfDraft(tx, dutyId);
  if (duty.version !== input.version) throw planErrors.editedMeanwhile(input.parts, duty);
  const [head, ...tail] = input.parts as [
    { title: string; body: string },
    ...{ title: string; body: string }[],
  ];
  await updateDutyRow(tx, { ...duty, ...head });
  const codes = freeCodes(await listDuties(tx, duty.documentId), duty.code.slice(0, 1), tail.length);
  const added = tail.map((part, index) => {
    const id = uuidv7();
    return { ...duty, id, lineageId: id, code: codes[index] ?? '', title: part.title, body: part.body };
  });
  await insertDuties(tx, duty.documentId, actor.departmentId, added);
  await touchDocument(tx, duty.documentId);
  return listDutiesById(tx, [duty.id, ...added.map((part) => part.id)]);
}

/** Makes a duty from paragraphs that were not one; it takes section, units and window of its nearest neighbour. */
export async function addDuty(
  tx: WriteTx,
  { actor }: Acting,
  documentId: string,
  input: { paragraphOrdinals: readonly number[]; kind: DutyRow['kind']; title: string },
): Promise<DutyRow> {
  await draftOf(tx, documentId);
  const ordinals = [...new Set(input.paragraphOrdinals)].sort((a, b) => a - b);
  const paragraphs = await listParagraphs(tx, documentId, ordinals);
  if (paragraphs.length < ordinals.length) throw planErrors.paragraphNotFound();
  const duties = await listDuties(tx, documentId);
  const place = ordinals[0] ?? 0;
  const neighbour = duties.findLast((duty) => (duty.paragraphOrdinals[0] ?? 0) <= place) ?? duties[0];
  if (!neighbour) throw planErrors.nothingToPublish();
  const id = uuidv7();
  const [code] = freeCodes(duties, input.kind === 'calendarEntry' ? 'L' : 'D', 1);
  await insertDuties(tx, documentId, actor.departmentId, [
    {
      ...neighbour,
      id,
      lineageId: id,
      code: code ?? '',
      kind: input.kind,
      title: input.title,
      body: paragraphs.map((paragraph) => paragraph.body).join('\n'),
      evidenceKind: 'confirmation',
      evidenceSpec: {},
      definitionOfDone: 'Người phụ trách xác nhận đã thực hiện.',
      paragraphOrdinals: ordinals,
      solutionIds: [],
    },
  ]);
  const kind = input.kind === 'calendarEntry' ? 'calendar' : input.kind;
  await updateParagraphKinds(tx, documentId, ordinals, kind, null);
  await touchDocument(tx, documentId);
  return selectDuty(tx, id);
}

/** Says that something read as a duty is none; its paragraphs keep the reason, so nothing disappears from the account. */
export async function removeDuty(
  tx: WriteTx,
  dutyId: string,
  input: { version: number; reason: string },
): Promise<void> {
  const duty = await dutyOfDraft(tx, dutyId);
  if (duty.version !== input.version) throw planErrors.editedMeanwhile(input, duty);
  await deleteDuties(tx, [dutyId]);
  await updateParagraphKinds(tx, duty.documentId, duty.paragraphOrdinals, 'notDuty', input.reason);
  await touchDocument(tx, duty.documentId);
}

import { v7 as uuidv7 } from 'uuid';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { updateAssignments } from '../data/assignments.ts';
import { insertHistory } from '../data/history.ts';
import { tellHeads, tellHolders } from '../data/notices.ts';
import {
  countUnsolved,
  insertDifficulty,
  insertExtension,
  lockDifficultyOptional,
  lockExtensionOptional,
  selectSuperiorOptional,
  updateDifficulty,
  updateExtension,
} from '../data/requests.ts';
import { planErrors } from '../errors.ts';
import type { Acting } from './acting.ts';
import { lockForStep, takeStep } from './assignment-step.ts';

/** What goes up to the level above and comes back: more time, and difficulties. */

/** Asks for a later deadline. One request at a time; it must be later than the deadline now. */
export async function askExtension(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  input: { dueOn: string; reason: string },
): Promise<{ id: string }> {
  const row = await lockForStep(tx, acting, assignmentId, 'plan.askExtension');
  if (input.dueOn <= row.dueOn) throw planErrors.extensionNotLater(formatDate(row.dueOn));
  const id = uuidv7();
  try {
    await insertExtension(tx, {
      id,
      assignmentId,
      unitId: row.unitId,
      departmentId: acting.actor.departmentId,
      askedBy: acting.actor.accountId,
      askedAt: acting.now,
      askedDueOn: input.dueOn,
      reason: input.reason,
    });
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'extension_one_pending') throw planErrors.extensionPending();
    throw error;
  }
  await takeStep(
    tx,
    acting,
    row,
    {},
    { kind: 'extensionAsked', note: input.reason, details: { dueOn: input.dueOn } },
  );
  return { id };
}

/** Grants or refuses more time; granting moves the deadline. */
export async function decideExtension(
  tx: WriteTx,
  acting: Acting,
  extensionId: string,
  input: { grant: boolean; answer?: string | undefined },
): Promise<void> {
  const extension = await lockExtensionOptional(tx, extensionId);
  if (!extension) throw planErrors.extensionNotFound();
  const row = await lockForStep(tx, acting, extension.assignmentId, 'plan.decideExtension');
  await updateExtension(tx, extensionId, {
    state: input.grant ? 'granted' : 'refused',
    decidedBy: acting.actor.accountId,
    decidedAt: acting.now,
    answer: input.answer ?? null,
  });
  await takeStep(tx, acting, row, input.grant ? { dueOn: extension.askedDueOn } : {}, {
    kind: input.grant ? 'extensionGranted' : 'extensionRefused',
    note: input.answer,
    details: { dueOn: extension.askedDueOn },
  });
  await tellHolders(tx, [row.id], {
    kind: 'extension',
    title: input.grant ? 'Được lùi hạn' : 'Không được lùi hạn',
    now: acting.now,
    exceptAccountId: acting.actor.accountId,
  });
}

/** Marks an assignment blocked: the difficulty goes to the unit that answers for this one. */
export async function markBlocked(
  tx: WriteTx,
  acting: Acting,
  assignmentId: string,
  input: { title: string; body: string },
): Promise<{ difficultyId: string }> {
  const row = await lockForStep(tx, acting, assignmentId, 'plan.markBlocked');
  const superior = await selectSuperiorOptional(tx, row.unitId, row.documentId);
  if (!superior) throw planErrors.noSuperior();
  const difficultyId = uuidv7();
  await insertDifficulty(tx, {
    id: difficultyId,
    unitId: row.unitId,
    departmentId: acting.actor.departmentId,
    assignmentId,
    addressedUnitId: superior.id,
    title: input.title,
    body: input.body,
    raisedBy: acting.actor.accountId,
    raisedAt: acting.now,
  });
  await takeStep(
    tx,
    acting,
    row,
    { blockedSince: row.blockedSince ? new Date(row.blockedSince) : acting.now },
    { kind: 'blocked', note: input.title, details: { difficultyId, to: superior.name } },
  );
  await tellHeads(tx, superior.id, {
    kind: 'difficulty',
    title: `Khó khăn cần trả lời: ${input.title}`,
    body: row.unitName,
    link: '/kho-khan',
    now: acting.now,
  });
  return { difficultyId };
}

/** Answers a difficulty. Only the unit it is addressed to, or one above that unit, answers. */
export async function answerDifficulty(
  tx: WriteTx,
  acting: Acting,
  difficultyId: string,
  input: { version: number; answer: string },
): Promise<void> {
  const difficulty = await lockDifficultyOptional(tx, difficultyId);
  if (!difficulty) throw planErrors.difficultyNotFound();
  if (difficulty.unitId === acting.actor.unitId) throw planErrors.notYours(difficulty.addressedName);
  if (difficulty.version !== input.version) {
    throw planErrors.editedMeanwhile(input, { answer: difficulty.answer, version: difficulty.version });
  }
  if (difficulty.state === 'closed') throw planErrors.wrongState('Đã giải quyết');
  await updateDifficulty(tx, difficultyId, {
    state: 'answered',
    answer: input.answer,
    answeredBy: acting.actor.accountId,
    answeredAt: acting.now,
  });
  if (difficulty.assignmentId) {
    await insertHistory(
      tx,
      [difficulty.assignmentId],
      { accountId: acting.actor.accountId, now: acting.now },
      { kind: 'answered', note: input.answer, details: { difficultyId } },
    );
    await tellHolders(tx, [difficulty.assignmentId], {
      kind: 'difficultyAnswered',
      title: 'Khó khăn đã được trả lời',
      now: acting.now,
      exceptAccountId: acting.actor.accountId,
    });
  }
}

/** The unit that raised a difficulty, or the one that answers, says it is solved; with the last one the block ends. */
export async function closeDifficulty(
  tx: WriteTx,
  acting: Acting,
  difficultyId: string,
  version: number,
): Promise<void> {
  const difficulty = await lockDifficultyOptional(tx, difficultyId);
  if (!difficulty) throw planErrors.difficultyNotFound();
  if (difficulty.version !== version) {
    throw planErrors.editedMeanwhile({ version }, { state: difficulty.state, version: difficulty.version });
  }
  if (difficulty.state === 'closed') throw planErrors.wrongState('Đã giải quyết');
  await updateDifficulty(tx, difficultyId, { state: 'closed', closedAt: acting.now });
  if (!difficulty.assignmentId) return;
  if ((await countUnsolved(tx, difficulty.assignmentId)) > 0) return;
  await updateAssignments(tx, [difficulty.assignmentId], { blockedSince: null });
  await insertHistory(
    tx,
    [difficulty.assignmentId],
    { accountId: acting.actor.accountId, now: acting.now },
    { kind: 'unblocked', note: difficulty.title },
  );
}

import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { addAnchor, removeAnchor } from '../actions/anchors.ts';
import { confirmSteps, kindsOf, returnStep } from '../actions/confirm-steps.ts';
import { continueRun, openRun } from '../actions/sign-run.ts';
import { signSteps } from '../actions/sign-steps.ts';
import type { SigningKey } from '../actions/signing-key.ts';
import { addWithdrawnList } from '../actions/withdrawn-lists.ts';
import * as contract from '../contract/signing.ts';
import { listAnchors } from '../data/certificates.ts';
import { selectRunOptional } from '../data/runs.ts';
import { listQueue, listQueueSteps } from '../data/steps.ts';
import { listWithdrawnLists } from '../data/withdrawn-lists.ts';
import { transcriptErrors } from '../errors.ts';
import { lineShape, mayOf, runShape } from './shapes.ts';

/** The key as it came over the line: a file in base64. */
function keyOf(
  given: Exclude<SigningKey, { kind: 'file' }> | { kind: 'file'; file: string; password: string },
): SigningKey {
  return given.kind === 'file'
    ? { ...given, file: new Uint8Array(Buffer.from(given.file, 'base64')) }
    : given;
}

export const signingRoutes: AnyRoute[] = [
  bind(contract.listQueue, async ({ tx, actor }) => ({
    groups: (await listQueue(tx, kindsOf(actor.role))).map((group) => ({
      ...group,
      subjectName: group.subjectCode
        ? (findSubject(programmeOfYear(group.schoolYear), group.subjectCode)?.name ?? group.subjectCode)
        : null,
    })),
    may: mayOf(actor.role, ['transcript.confirmSteps', 'transcript.returnStep', 'transcript.openRun']),
  })),
  bind(contract.listQueueSteps, async ({ tx, query }) => ({
    items: (await listQueueSteps(tx, { ...query, subjectCode: query.subjectCode ?? null })).map((step) => ({
      ...step,
      part: step.part && lineShape(step.part),
    })),
  })),
  bind(contract.confirmSteps, async ({ tx, actor, now, body }) => {
    const done = await confirmSteps(tx, { actor, now }, body.stepIds, body.standIn);
    return { ...done, refused: [...done.refused] };
  }),
  bind(contract.returnStep, async ({ tx, actor, now, params, body }) => {
    await returnStep(tx, { actor, now }, params.stepId, body.reason);
    return { state: 'returned' as const };
  }),
  bind(contract.openRun, async ({ tx, actor, now, body }) =>
    runShape(await openRun(tx, { actor, now }, body.kind, body.classIds ?? null)),
  ),
  bind(contract.getRun, async ({ tx, actor, params }) => {
    const run = await selectRunOptional(tx, params.runId, actor.accountId);
    if (!run) throw transcriptErrors.runNotFound();
    return runShape(run);
  }),
  bind(contract.continueRun, async ({ tx, actor, now, params, body, services }) =>
    runShape(await continueRun(tx, { actor, now }, params.runId, keyOf(body.key), services)),
  ),
  bind(contract.signSteps, async ({ tx, actor, now, body, services }) => {
    const done = await signSteps(tx, { actor, now }, body.stepIds, keyOf(body.key), services);
    return { ...done, refused: [...done.refused] };
  }),
  bind(contract.listAnchors, async ({ tx, actor }) => ({
    items: await listAnchors(tx),
    lists: await listWithdrawnLists(tx),
    may: mayOf(actor.role, [
      'transcript.addAnchor',
      'transcript.removeAnchor',
      'transcript.addWithdrawnList',
    ]),
  })),
  bind(contract.addAnchor, ({ tx, actor, now, file }) => addAnchor(tx, { actor, now }, file.bytes)),
  bind(contract.addWithdrawnList, ({ tx, actor, now, file, services }) =>
    addWithdrawnList(tx, { actor, now }, file.bytes, services.filesFolder),
  ),
  bind(contract.removeAnchor, async ({ tx, params }) => {
    await removeAnchor(tx, params.anchorId);
    return undefined;
  }),
];

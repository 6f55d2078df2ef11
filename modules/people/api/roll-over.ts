import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { schoolOf } from '../actions/acting.ts';
import { chooseOutcome, executeRollOver, proposeSteps, reverseRollOver } from '../actions/roll-over.ts';
import * as contract from '../contract/roll-over.ts';
import { countOutside, selectDoneOptional, selectStepYears } from '../data/roll-over.ts';
import { rollOverSheet } from '../documents/pupil-sheets.ts';
import { peopleErrors } from '../errors.ts';
import { fingerprintOf, mostPupils, proposeRollOver } from '../rules/roll-over.ts';
import { mayOf, workbookAnswer } from './pupil-parts.ts';

interface Asked {
  readonly actor: Actor;
  readonly now: Date;
  readonly query: { readonly unitId?: string | undefined; readonly fromYear?: string | undefined };
}

async function preview(tx: ReadTx, { actor, now, query }: Asked) {
  const school = await schoolOf(tx, { actor, now }, query.unitId);
  const { from, to } = await selectStepYears(tx, query.fromYear);
  if (!from) throw peopleErrors.noSchoolYear();
  const [done, [step], outside] = await Promise.all([
    selectDoneOptional(tx, school.id, from.id),
    proposeSteps(tx, { from, toId: to?.id ?? null }, school.id),
    countOutside(tx, school.id),
  ]);
  const proposal = step?.proposal ?? proposeRollOver({ classes: [], pupils: [], waiting: [], choices: [] });
  const classOf = new Map(step?.facts.classes.map((one) => [one.id, one]));
  const steps = proposal.steps.map((one, at) => ({
    pupilId: one.pupilId,
    fullName: step?.facts.pupils[at]?.fullName ?? '',
    fromClass: classOf.get(one.fromClassId)?.name ?? '',
    grade: classOf.get(one.fromClassId)?.grade ?? 0,
    outcome: one.outcome,
    toClass: one.toClassName,
    reason: one.reason,
    chosen: one.chosen,
  }));
  return { school, from, to, done, outside, proposal, steps };
}

export const rollOverRoutes: AnyRoute[] = [
  bind(contract.previewRollOver, async ({ tx, actor, now, query }) => {
    const { school, from, to, done, outside, proposal, steps } = await preview(tx, { actor, now, query });
    return {
      unitName: school.name,
      fromYear: from,
      toYear: to ?? null,
      done: done
        ? { id: done.id, doneAt: done.doneAt, mayReverse: localDate(now) < done.toYear.startsOn }
        : null,
      mayExecuteFrom: from.endsOn,
      counts: proposal.counts,
      classes: proposal.classes.map(({ name, grade, size, id, kind }) => ({
        name,
        grade,
        size,
        isNew: id === null,
        mostPupils: mostPupils[kind].value,
      })),
      steps,
      problems: proposal.problems.map(({ blocking, pupilId, className, message }) => ({
        blocking,
        pupilId,
        className,
        message,
      })),
      outside,
      fingerprint: fingerprintOf(proposal),
      may: mayOf(actor.role, [
        ...(done ? ['people.reverseRollOver'] : ['people.chooseOutcome', 'people.executeRollOver']),
      ]),
    };
  }),
  bind(contract.exportRollOver, async ({ tx, actor, now, query }) => {
    const { from, steps } = await preview(tx, { actor, now, query });
    return workbookAnswer(`Dự kiến lên lớp ${from.name}`, rollOverSheet(steps));
  }),
  bind(contract.chooseOutcome, async ({ tx, actor, now, params, body }) => {
    await chooseOutcome(tx, { actor, now }, params.pupilId, { ...body, fromYear: body.fromYear });
    return undefined;
  }),
  bind(contract.executeRollOver, async ({ tx, actor, now, body }) => {
    const acting = { actor, now };
    const school = await schoolOf(tx, acting, body.unitId);
    return executeRollOver(tx, acting, school, {
      fromYear: body.fromYear,
      toYear: body.toYear,
      fingerprint: body.fingerprint,
    });
  }),
  bind(contract.reverseRollOver, async ({ tx, actor, now, params }) => {
    await reverseRollOver(tx, { actor, now }, params.rollOverId);
    return undefined;
  }),
];

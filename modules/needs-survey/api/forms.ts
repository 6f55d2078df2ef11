import { bind } from '#modules/identity-access';
import { findUnit } from '#modules/organisation';
import type { AnyRoute } from '#platform/http';
import { gradesTaught } from '#rules/people';
import { createForm, retireForm, saveForm } from '../actions/keep-form.ts';
import * as contract from '../contract/forms.ts';
import { type FormRow, listForms, selectFormOptional } from '../data/forms.ts';
import { needsSurveyErrors } from '../errors.ts';
import { questionShape } from './shapes.ts';

/** The unit whose forms are one's own: for the people of the department all of the department's. */
function isOwn(
  form: Pick<FormRow, 'unitId'>,
  actor: { unitId: string | null; departmentId: string; scope: string | null },
) {
  return form.unitId === (actor.scope === 'department' ? actor.departmentId : actor.unitId);
}

export const formRoutes: AnyRoute[] = [
  bind(contract.listForms, async ({ tx, actor }) => {
    const forms = await listForms(tx);
    return {
      items: forms
        .filter((form) => isOwn(form, actor) || form.unitId === actor.departmentId)
        .map(({ unitId, questions, ...form }) => ({
          ...form,
          own: isOwn({ unitId }, actor),
          questions: questions.length,
        })),
    };
  }),
  bind(contract.getForm, async ({ tx, actor, params }) => {
    const form = await selectFormOptional(tx, params.formId);
    if (!form) throw needsSurveyErrors.formNotFound();
    const { unitId, questions, ...shown } = form;
    const owner = await findUnit(tx, unitId);
    return {
      ...shown,
      questions: questions.map(questionShape),
      own: isOwn(form, actor),
      grades: gradesTaught(owner?.kind === 'school' ? owner : { teachesLower: true, teachesUpper: true }),
    };
  }),
  bind(contract.createForm, ({ tx, actor, now, body }) => createForm(tx, { actor, now }, body)),
  bind(contract.saveForm, ({ tx, actor, now, params, body }) =>
    saveForm(tx, { actor, now }, params.formId, body),
  ),
  bind(contract.retireForm, async ({ tx, actor, now, params }) => {
    await retireForm(tx, { actor, now }, params.formId);
    return undefined;
  }),
];

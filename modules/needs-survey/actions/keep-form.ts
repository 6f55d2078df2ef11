import { v7 as uuidv7 } from 'uuid';
import { findUnit } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { programmeOn } from '#reference/curriculum-2018';
import { insertForm, retireForm as retire, selectFormOptional, updateForm } from '../data/forms.ts';
import { needsSurveyErrors } from '../errors.ts';
import { formProblems } from '../rules/check-form.ts';
import type { Question } from '../rules/question.ts';
import { templateQuestions } from '../rules/template.ts';
import { type Acting, ownSchool } from './acting.ts';

/** The unit whose forms a person keeps: the own school, or the department. */
async function ownerOf(tx: WriteTx, acting: Acting) {
  const { actor } = acting;
  if (actor.scope !== 'department') return ownSchool(tx, acting);
  const department = await findUnit(tx, actor.departmentId);
  if (!department) throw needsSurveyErrors.schoolNeeded();
  return department;
}

/**
 * Makes a form of the own unit: of the ready template, or as a copy of another that the person may read.
 * @throws Refusal needsSurvey.formNotFound
 */
export async function createForm(
  tx: WriteTx,
  acting: Acting,
  { title, copyOf }: { readonly title: string; readonly copyOf?: string | undefined },
): Promise<{ id: string }> {
  const owner = await ownerOf(tx, acting);
  const source = copyOf ? await selectFormOptional(tx, copyOf) : undefined;
  if (copyOf && !source) throw needsSurveyErrors.formNotFound();
  const isSchool = owner.kind === 'school';
  const questions =
    source?.questions ??
    templateQuestions({
      lower: !isSchool || owner.teachesLower,
      upper: !isSchool || owner.teachesUpper,
    });
  const id = uuidv7();
  await insertForm(tx, {
    id,
    unitId: owner.id,
    departmentId: acting.actor.departmentId,
    title,
    questions,
    by: acting.actor.accountId,
    at: acting.now,
  });
  return { id };
}

async function ownForm(tx: WriteTx, acting: Acting, formId: string) {
  const form = await selectFormOptional(tx, formId);
  if (!form) throw needsSurveyErrors.formNotFound();
  if (form.unitId !== (await ownerOf(tx, acting)).id) throw needsSurveyErrors.formNotYours();
  return form;
}

/**
 * Saves title and questions of a form of the own unit.
 * @throws Refusal needsSurvey.formNotFound, formNotYours, badForm with every fault, changedMeanwhile with both
 */
export async function saveForm(
  tx: WriteTx,
  acting: Acting,
  formId: string,
  input: { readonly title: string; readonly questions: readonly Question[]; readonly version: number },
): Promise<{ version: number }> {
  const current = await ownForm(tx, acting, formId);
  const { actor, now } = acting;
  const problems = formProblems(input.questions, programmeOn(localDate(now)));
  if (problems.length > 0) throw needsSurveyErrors.badForm(problems);
  const saved = await updateForm(tx, { ...input, id: formId, by: actor.accountId, at: now });
  if (!saved) throw needsSurveyErrors.changedMeanwhile(input, current);
  return { version: input.version + 1 };
}

/** Takes a form of the own unit out of use. Throws Refusal needsSurvey.formNotFound, formNotYours. */
export async function retireForm(tx: WriteTx, acting: Acting, formId: string): Promise<void> {
  await ownForm(tx, acting, formId);
  await retire(tx, formId);
}

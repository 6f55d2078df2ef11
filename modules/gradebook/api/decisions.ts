import { findOwnSchool } from '#modules/curriculum';
import { accountNames, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { findSubject, programmeOn } from '#reference/curriculum-2018';
import { askCorrection, decideCorrection } from '../actions/corrections.ts';
import { placeToDecide } from '../actions/place.ts';
import { remindTeachers } from '../actions/remind-teachers.ts';
import { lockTerm, setTermWindow, unlockTerm } from '../actions/terms.ts';
import * as contract from '../contract.ts';
import { listCorrections } from '../data/corrections.ts';
import { writeExemption } from '../data/exemptions.ts';
import { deletePhrase, insertPhrase, listPhrases } from '../data/phrases.ts';
import { gradebookErrors } from '../errors.ts';
import { cellText, placeName } from '../rules/index.ts';
import { mayOf, termShape } from './shapes.ts';

async function ownSchool(tx: ReadTx): Promise<string> {
  const school = await findOwnSchool(tx, undefined);
  if (!school) throw gradebookErrors.noSchool();
  return school.id;
}

/** Routes of what the heads of the school decide, and of the comment bank. */
export const decisionRoutes: AnyRoute[] = [
  bind(contract.setTermWindow, async ({ tx, actor, params, body }) =>
    termShape(await setTermWindow(tx, actor, { ...body, ...params })),
  ),
  bind(contract.lockTerm, async ({ tx, actor, params, body, now }) =>
    termShape(await lockTerm(tx, actor, { ...body, ...params }, now)),
  ),
  bind(contract.unlockTerm, async ({ tx, actor, params, body }) =>
    termShape(await unlockTerm(tx, actor, { ...body, ...params })),
  ),
  bind(contract.remindTeachers, ({ tx, actor, now, params, body }) =>
    remindTeachers(tx, { actor, now }, { ...body, ...params }),
  ),
  bind(contract.listCorrections, async ({ tx, actor, query, now }) => {
    const corrections = await listCorrections(tx, query.state);
    const names = await accountNames(
      tx,
      corrections.map(({ askedBy }) => askedBy),
    );
    const programme = programmeOn(localDate(now));
    return {
      items: corrections.map(({ pupilId: _, from, to, askedBy, ...one }) => {
        const subject = findSubject(programme, one.subjectCode);
        const text = (value: number | null) => cellText(subject?.judged ?? 'score', value);
        return {
          ...one,
          subjectName: subject?.name ?? one.subjectCode,
          placeName: placeName(one.place),
          from: text(from),
          to: text(to),
          askedBy: names.get(askedBy) ?? null,
        };
      }),
      may: mayOf(actor.role, ['gradebook.decideCorrection']),
    };
  }),
  bind(contract.askCorrection, ({ tx, actor, now, params, body }) =>
    askCorrection(tx, { actor, now }, params, body),
  ),
  bind(contract.decideCorrection, ({ tx, actor, now, params, body }) =>
    decideCorrection(tx, { actor, now }, params.correctionId, body),
  ),
  bind(contract.keepExemption, async ({ tx, actor, params, body }) => {
    const { school, year } = await placeToDecide(tx, actor, body);
    const at = { ...params, unitId: school.id, schoolYearId: year.id };
    const { kind, basis } = body;
    if (!(await writeExemption(tx, at, kind === null ? null : { kind, basis }))) {
      throw gradebookErrors.pupilNotHere();
    }
    return { kind };
  }),
  bind(contract.listPhrases, async ({ tx, query }) => ({
    items: await listPhrases(tx, await ownSchool(tx), query.subjectCode ?? null),
  })),
  bind(contract.addPhrase, async ({ tx, actor, body }) => {
    const phrase = await insertPhrase(tx, await ownSchool(tx), body, actor.accountId);
    if (!phrase) throw gradebookErrors.phraseTaken();
    return phrase;
  }),
  bind(contract.removePhrase, async ({ tx, params }) => {
    await deletePhrase(tx, params.phraseId);
    return undefined;
  }),
];

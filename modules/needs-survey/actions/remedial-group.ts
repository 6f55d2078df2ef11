import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { listAsking } from '../data/eligibility.ts';
import {
  insertAskedMembers,
  insertDecidedMembers,
  insertGroups,
  listStandingGroups,
} from '../data/groups.ts';
import { needsSurveyErrors } from '../errors.ts';
import { groupLimits, groupName } from '../rules/group.ts';
import { reasonText } from '../rules/propose-groups.ts';
import { subjectName } from '../rules/template.ts';
import { type Acting, ownSchool, yearIdOf } from './acting.ts';
import { entitlementsOf, keepResults } from './entitlements.ts';
import { keepFirstResults } from './progress.ts';

/**
 * A remedial group of pupils below requirement in a subject, as the early warning names them: who asked for it in a survey of the year comes
 * by the own answer, the others by the recorded decision of the head of the school; each with the result (CUR-40, CUR-42).
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, notBelow when one is not below in this grade and subject, seatedAlready
 */
export async function createRemedialGroup(
  tx: WriteTx,
  acting: Acting,
  wanted: {
    readonly subjectCode: string;
    readonly grade: number;
    readonly decision: string;
    readonly pupilIds: readonly string[];
  },
): Promise<{ id: string; name: string; pupils: number }> {
  const { actor, now } = acting;
  const { subjectCode, grade, decision } = wanted;
  const school = await ownSchool(tx, acting);
  const at = { unitId: school.id, schoolYearId: await yearIdOf(tx, undefined) };
  const pupilIds = [...new Set(wanted.pupilIds)];
  const basisOf = new Map(
    (await entitlementsOf(tx, at))
      .filter(
        (one) => one.kind === 'belowRequirement' && one.subjectCode === subjectCode && one.grade === grade,
      )
      .map(({ pupilId, basis }) => [pupilId, basis]),
  );
  const others = pupilIds.filter((pupilId) => !basisOf.has(pupilId));
  if (others.length > 0) throw needsSurveyErrors.notBelow(others.length);
  const same = (await listStandingGroups(tx, at)).filter(
    (group) => group.kind === 'remedial' && group.subjectCode === subjectCode && group.grade === grade,
  );
  const seated = pupilIds.filter((pupilId) => same.some((group) => group.pupilIds.includes(pupilId)));
  if (seated.length > 0) throw needsSurveyErrors.seatedAlready(seated.length);

  const id = uuidv7();
  const plain = groupName('remedial', subjectCode, grade, '');
  const name = same.length > 0 ? `${plain} – nhóm ${same.length + 1}` : plain;
  const place = { unitId: school.id, departmentId: actor.departmentId };
  const sizeLimit = Math.max(pupilIds.length, groupLimits.pupils);
  await keepResults(
    tx,
    acting,
    { ...at, subjectCode },
    pupilIds.map((pupilId) => ({ pupilId, basis: basisOf.get(pupilId) ?? '' })),
  );
  await insertGroups(tx, { ...place, schoolYearId: at.schoolYearId, surveyId: null }, [
    {
      id,
      kind: 'remedial',
      subjectCode,
      grade,
      name,
      sizeLimit,
      periodsPerWeek: groupLimits.tutoringPeriods,
    },
  ]);
  const asking = await listAsking(tx, { ...at, subjectCode }, pupilIds);
  const label = subjectName(subjectCode);
  await insertAskedMembers(
    tx,
    place,
    asking.map(({ pupilId, responseId, questionId, title }) => ({
      groupId: id,
      pupilId,
      responseId,
      questionId,
      chosen: subjectCode,
      reason: 'belowRequirement',
      reasonText: reasonText('remedial', { label, title, basis: basisOf.get(pupilId) ?? '' }),
    })),
  );
  const asked = new Set(asking.map(({ pupilId }) => pupilId));
  const decided = pupilIds.filter((pupilId) => !asked.has(pupilId));
  await insertDecidedMembers(
    tx,
    place,
    { groupId: id, by: actor.accountId, at: now },
    decided.map((pupilId) => ({
      pupilId,
      reasonText: `Môn ${label} chưa đạt (${basisOf.get(pupilId)}); ${decision}`.slice(0, 300),
    })),
  );
  await keepFirstResults(tx, at, [{ id, kind: 'remedial', subjectCode, pupilIds }]);
  return { id, name, pupils: pupilIds.length };
}

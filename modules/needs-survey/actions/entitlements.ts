import { v7 as uuidv7 } from 'uuid';
import { schoolStandings } from '#modules/gradebook';
import type { ReadTx, WriteTx } from '#platform/db';
import {
  deleteEntitlements,
  insertEntitlements,
  listCandidates,
  listEntitlements,
  listSeats,
  listSittingOn,
} from '../data/eligibility.ts';
import { needsSurveyErrors } from '../errors.ts';
import { entitlementsFrom } from '../rules/below-requirement.ts';
import type { EligibilityKind } from '../rules/group.ts';
import type { Entitlement } from '../rules/propose-groups.ts';
import { type Acting, ownSchool, yearIdOf } from './acting.ts';

interface Place {
  readonly unitId: string;
  readonly schoolYearId: string;
}

/** Who of the school is below requirement (gradebook, else the school's marking) or chosen for gifted training, with the basis. */
export async function entitlementsOf(tx: ReadTx, { unitId, schoolYearId }: Place): Promise<Entitlement[]> {
  const place = { unitId, schoolYearId };
  return entitlementsFrom(
    await listEntitlements(tx, place),
    await listSeats(tx, place),
    await schoolStandings(tx, place),
  );
}

/** Keeps the results on which pupils come into a remedial group, as they are now: the tables judge by them. */
export async function keepResults(
  tx: WriteTx,
  { actor, now }: Acting,
  place: Place & { readonly subjectCode: string },
  pupils: readonly { readonly pupilId: string; readonly basis: string }[],
): Promise<void> {
  const { unitId, schoolYearId, subjectCode } = place;
  await insertEntitlements(
    tx,
    {
      unitId,
      schoolYearId,
      subjectCode,
      kind: 'belowRequirement',
      departmentId: actor.departmentId,
      by: actor.accountId,
      at: now,
    },
    pupils.map(({ pupilId, basis }) => ({ id: uuidv7(), pupilId, basis })),
  );
}

/**
 * Pupils of a grade of the own school with wish, basis and group. `source`: who says it; 'gradebook' without a basis means that the pupil
 * meets the requirement.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear
 */
export async function candidatesOf(
  tx: ReadTx,
  acting: Acting,
  asked: { readonly grade: number; readonly subjectCode: string; readonly kind: EligibilityKind },
) {
  const school = await ownSchool(tx, acting);
  const place = { unitId: school.id, schoolYearId: await yearIdOf(tx, undefined) };
  const meaning = asked.kind === 'belowRequirement' ? ('reinforce' as const) : ('gifted' as const);
  const rows = await listCandidates(tx, { ...asked, ...place, meaning });
  const standings = asked.kind === 'belowRequirement' ? await schoolStandings(tx, place) : [];
  const known = new Map(
    standings
      .filter(({ subjectCode }) => subjectCode === asked.subjectCode)
      .map((standing) => [standing.pupilId, standing]),
  );
  const items = rows.map((row) => {
    const standing = known.get(row.pupilId);
    if (!standing) return { ...row, source: row.basis === null ? null : ('school' as const) };
    return { ...row, basis: standing.below ? standing.basis : null, source: 'gradebook' as const };
  });
  return { school, items };
}

/**
 * Records which pupils of the own school are below requirement, or chosen for gifted training, in a subject, each with the result or
 * decision; or takes such records back. Whose result the gradebook holds is nobody's to type.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, stillInGroup, resultKnown
 */
export async function recordEntitlements(
  tx: WriteTx,
  acting: Acting,
  input: {
    readonly subjectCode: string;
    readonly kind: EligibilityKind;
    readonly pupils: readonly { readonly pupilId: string; readonly basis: string }[];
    readonly withdrawn: readonly string[];
  },
): Promise<{ recorded: number; withdrawn: number }> {
  const school = await ownSchool(tx, acting);
  const { actor, now } = acting;
  const { subjectCode, kind, pupils } = input;
  const of = { unitId: school.id, schoolYearId: await yearIdOf(tx, undefined), subjectCode, kind };
  if (kind === 'belowRequirement' && pupils.length > 0) {
    const wanted = new Set(pupils.map(({ pupilId }) => pupilId));
    const known = (await schoolStandings(tx, of)).filter(
      (one) => one.subjectCode === subjectCode && wanted.has(one.pupilId),
    );
    if (known.length > 0) throw needsSurveyErrors.resultKnown(known.length);
  }
  const sitting = input.withdrawn.length > 0 ? await listSittingOn(tx, of, input.withdrawn) : [];
  if (sitting.length > 0) throw needsSurveyErrors.stillInGroup(sitting);
  const withdrawn = input.withdrawn.length > 0 ? await deleteEntitlements(tx, of, input.withdrawn) : 0;
  const recorded =
    pupils.length > 0
      ? await insertEntitlements(
          tx,
          { ...of, departmentId: actor.departmentId, by: actor.accountId, at: now },
          pupils.map((pupil) => ({ ...pupil, id: uuidv7() })),
        )
      : 0;
  return { recorded, withdrawn };
}

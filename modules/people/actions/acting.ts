import type { Actor } from '#modules/identity-access';
import { findUnit, type Unit } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { peopleErrors } from '../errors.ts';

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * The school something is about: the one asked for, else the one the person stands in (a team's school is its parent).
 * @throws Refusal people.schoolNeeded when there is neither
 */
export async function schoolOf(tx: ReadTx, { actor }: Acting, unitId: string | undefined): Promise<Unit> {
  const asked = unitId ?? actor.unitId;
  const unit = asked ? await findUnit(tx, asked) : undefined;
  const school = unit?.kind === 'subjectTeam' && unit.parentId ? await findUnit(tx, unit.parentId) : unit;
  if (school?.kind !== 'school') throw peopleErrors.schoolNeeded();
  return school;
}

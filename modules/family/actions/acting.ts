import { findOwnSchool } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { familyErrors } from '../errors.ts';

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** The school the person works in. @throws Refusal family.noSchool */
export async function ownSchool(tx: ReadTx): Promise<{ readonly id: string; readonly name: string }> {
  const school = await findOwnSchool(tx, undefined);
  if (!school) throw familyErrors.noSchool();
  return school;
}

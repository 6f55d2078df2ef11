import { findOwnSchool, findSchoolYear } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { transcriptErrors } from '../errors.ts';

/** Whoever acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** The person's own school. @throws Refusal transcript.noSchool */
export async function ownSchool(tx: ReadTx): Promise<{ id: string; name: string }> {
  const school = await findOwnSchool(tx, undefined);
  if (!school) throw transcriptErrors.noSchool();
  return school;
}

/** The school year by name, else the current one. @throws Refusal transcript.noSchoolYear */
export async function yearOf(tx: ReadTx, name: string | undefined): Promise<{ id: string; name: string }> {
  const year = await findSchoolYear(tx, name);
  if (!year) throw transcriptErrors.noSchoolYear(name ?? 'hiện tại');
  return year;
}

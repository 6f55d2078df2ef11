import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import { type Release, writeRelease } from '../data/release.ts';
import { gradebookErrors } from '../errors.ts';
import { releaseOf } from './family-book.ts';
import { placeToDecide } from './place.ts';

/**
 * Decides what families see of the marks of the own school.
 * @throws Refusal gradebook.noSchool, noSchoolYear, changedMeanwhile
 */
export async function setRelease(
  tx: WriteTx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  release: Release,
): Promise<Release> {
  const { school } = await placeToDecide(tx, actor, {});
  const kept = await writeRelease(tx, school.id, release, { accountId: actor.accountId, now });
  if (!kept) throw gradebookErrors.changedMeanwhile(release, await releaseOf(tx, school.id));
  return kept;
}

import type { WriteTx } from '#platform/db';
import type { Actor } from '../actor.ts';
import { type Profile, phoneIsTaken, selectOwnProfile, updateOwnProfile } from '../data/accounts.ts';
import { identityErrors } from '../errors.ts';

export interface ProfileChange {
  readonly version: number;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly language?: 'vi' | 'en' | undefined;
  readonly mailNotices?: boolean | undefined;
}

/** Changes the own contact data: absent = leave, null = clear. Somebody (the same person on a phone) saved meanwhile: both texts. */
export async function updateProfile(tx: WriteTx, actor: Actor, change: ProfileChange): Promise<Profile> {
  const current = await selectOwnProfile(tx, actor.accountId);
  const { version, ...fields } = change;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const next = { ...current, ...given } as Profile;
  if (version !== current.version) throw identityErrors.changedMeanwhile(next, current);
  if (next.phone && next.phone !== current.phone && (await phoneIsTaken(tx, next.phone, actor.accountId))) {
    throw identityErrors.phoneTaken();
  }
  if (!(await updateOwnProfile(tx, actor.accountId, version, next))) {
    throw identityErrors.changedMeanwhile(next, await selectOwnProfile(tx, actor.accountId));
  }
  return { ...next, version: version + 1 };
}

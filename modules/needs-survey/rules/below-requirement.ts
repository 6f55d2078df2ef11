import type { Entitlement } from './propose-groups.ts';

/** A pupil who sits in a class, in the order in which pupils are dealt out to groups. */
export type Seat = Pick<Entitlement, 'pupilId' | 'name' | 'className' | 'grade'>;

/** What the gradebook knows of a pupil and subject. */
export interface KnownStanding {
  readonly pupilId: string;
  readonly subjectCode: string;
  readonly below: boolean;
  readonly basis: string;
}

/**
 * Who is entitled to what: below requirement as the gradebook knows it, and what the school itself marked only where the gradebook has no
 * result of that pupil and subject yet; choices for gifted training are always the school's.
 */
export function entitlementsFrom(
  recorded: readonly Entitlement[],
  seats: readonly Seat[],
  known: readonly KnownStanding[],
): Entitlement[] {
  const ofPupil = Map.groupBy(known, ({ pupilId }) => pupilId);
  const knownTo = new Set(known.map(({ pupilId, subjectCode }) => `${pupilId} ${subjectCode}`));
  const computed = seats.flatMap((seat) =>
    (ofPupil.get(seat.pupilId) ?? [])
      .filter(({ below }) => below)
      .map(
        ({ subjectCode, basis }): Entitlement => ({ ...seat, subjectCode, kind: 'belowRequirement', basis }),
      ),
  );
  const own = recorded.filter(
    ({ kind, pupilId, subjectCode }) =>
      kind !== 'belowRequirement' || !knownTo.has(`${pupilId} ${subjectCode}`),
  );
  return [...computed, ...own];
}

import { latestResults } from '#modules/gradebook';
import type { ReadTx, WriteTx } from '#platform/db';
import { type GroupHead, setFirstResults } from '../data/groups.ts';
import { isTutoring } from '../rules/group.ts';
import { type Change, changeOf, type Progress, progressOf } from '../rules/progress.ts';

interface Place {
  readonly unitId: string;
  readonly schoolYearId: string;
}

type Taught = Pick<GroupHead, 'id' | 'kind' | 'subjectCode'>;

/** The latest results in the subjects of these groups, by 'pupil subject'; none are asked for where no group is extra teaching. */
async function latestIn(tx: ReadTx, { unitId, schoolYearId }: Place, groups: readonly Taught[]) {
  const codes = groups.flatMap(({ kind, subjectCode }) => (isTutoring(kind) ? [subjectCode] : []));
  const results = codes.length > 0 ? await latestResults(tx, { unitId, schoolYearId }) : [];
  return new Map(
    results
      .filter(({ subjectCode }) => codes.includes(subjectCode))
      .map((one) => [`${one.pupilId} ${one.subjectCode}`, one]),
  );
}

/** Keeps what these pupils, who have just come into groups of extra teaching, have reached in the subject so far. */
export async function keepFirstResults(
  tx: WriteTx,
  place: Place,
  groups: readonly (Taught & { readonly pupilIds: readonly string[] })[],
): Promise<void> {
  const latest = await latestIn(tx, place, groups);
  await setFirstResults(
    tx,
    groups.flatMap(({ id, subjectCode, pupilIds }) =>
      pupilIds.flatMap((pupilId) => {
        const known = latest.get(`${pupilId} ${subjectCode}`);
        return known ? [{ groupId: id, pupilId, value: known.value, basis: known.basis }] : [];
      }),
    ),
  );
}

/**
 * Groups of a school and year with what their members have reached by now and how it moved since they came, as far as whoever asks sees the
 * marks; of other groups than those of extra teaching nothing.
 */
export async function withProgress<
  Group extends Taught,
  Member extends { readonly pupilId: string; readonly firstResult: number | null },
>(
  tx: ReadTx,
  place: Place,
  groups: readonly { readonly head: Group; readonly members: readonly Member[] }[],
): Promise<
  {
    head: Group;
    members: (Member & { nowBasis: string | null; change: Change | null })[];
    progress: Progress | null;
  }[]
> {
  const latest = await latestIn(
    tx,
    place,
    groups.map(({ head }) => head),
  );
  return groups.map(({ head, members }) => {
    const moved = members.map((member) => {
      const now = isTutoring(head.kind) ? latest.get(`${member.pupilId} ${head.subjectCode}`) : undefined;
      return {
        ...member,
        nowBasis: now?.basis ?? null,
        change: changeOf(member.firstResult, now?.value ?? null),
      };
    });
    return { head, members: moved, progress: progressOf(moved) };
  });
}

import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { selectYearBeforeOptional } from '../data/years.ts';
import { latestOf, remedialGround, type Standing, standingsOf } from '../rules/index.ts';
import { schoolResults } from './school-results.ts';

export interface PupilStanding extends Standing {
  readonly pupilId: string;
}

interface At {
  readonly unitId: string;
  readonly schoolYearId: string;
}

/**
 * Where the pupils of a school stand in each subject of the year, as far as the gradebook knows it; what it does not know is left out. For
 * whoever sees the whole school's marks: others get fewer rows, by the policies.
 */
export async function schoolStandings(tx: ReadTx, at: At): Promise<PupilStanding[]> {
  const { ground } = await settingsOf(tx, { ground: remedialGround });
  return judged(tx, at, (...known) => standingsOf(...known, ground));
}

/** The latest result of the pupils of a school in each subject of the year, as far as whoever asks sees their marks. */
export function latestResults(tx: ReadTx, at: At): Promise<PupilStanding[]> {
  return judged(tx, at, latestOf);
}

async function judged(
  tx: ReadTx,
  { unitId, schoolYearId }: At,
  judge: typeof latestOf,
): Promise<PupilStanding[]> {
  const years = await selectYearBeforeOptional(tx, schoolYearId);
  const classes = await schoolResults(tx, unitId, schoolYearId);
  const earlier = years?.before ? await schoolResults(tx, unitId, years.before.id) : [];
  const resultsBefore = new Map(
    earlier.flatMap(({ pupils }) => pupils.map(({ pupilId, results }) => [pupilId, results])),
  );
  return classes.flatMap(({ pupils }) =>
    pupils.flatMap(({ pupilId, subjects, marks, notAssessed, results }) => {
      const last = resultsBefore.get(pupilId);
      return judge(
        subjects.filter(({ code }) => !notAssessed.includes(code)),
        marks,
        {
          now: { schoolYear: years?.name ?? '', results },
          before: last && years?.before ? { schoolYear: years.before.name, results: last } : undefined,
        },
      ).map((standing) => ({ ...standing, pupilId }));
    }),
  );
}

import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { selectYearBeforeOptional } from '../data/years.ts';
import { remedialGround, type Standing, standingsOf } from '../rules/index.ts';
import { schoolResults } from './school-results.ts';

export interface PupilStanding extends Standing {
  readonly pupilId: string;
}

/**
 * Where the pupils of a school stand in each subject of the year, as far as the gradebook knows it; what it does not know is left out. For
 * whoever sees the whole school's marks: others get fewer rows, by the policies.
 */
export async function schoolStandings(
  tx: ReadTx,
  { unitId, schoolYearId }: { readonly unitId: string; readonly schoolYearId: string },
): Promise<PupilStanding[]> {
  const years = await selectYearBeforeOptional(tx, schoolYearId);
  const { ground } = await settingsOf(tx, { ground: remedialGround });
  const classes = await schoolResults(tx, unitId, schoolYearId);
  const earlier = years?.before ? await schoolResults(tx, unitId, years.before.id) : [];
  const resultsBefore = new Map(
    earlier.flatMap(({ pupils }) => pupils.map(({ pupilId, results }) => [pupilId, results])),
  );
  return classes.flatMap(({ pupils }) =>
    pupils.flatMap(({ pupilId, subjects, marks, notAssessed, results }) => {
      const last = resultsBefore.get(pupilId);
      return standingsOf(
        subjects.filter(({ code }) => !notAssessed.includes(code)),
        marks,
        {
          now: { schoolYear: years?.name ?? '', results },
          before: last && years?.before ? { schoolYear: years.before.name, results: last } : undefined,
        },
        ground,
      ).map((standing) => ({ ...standing, pupilId }));
    }),
  );
}

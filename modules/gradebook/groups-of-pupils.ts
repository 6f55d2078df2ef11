import type { ReadTx } from '#platform/db';

/** A remedial group that a pupil sits in: help that another module knows of, so that nobody writes it down again. */
export interface GroupOfPupil {
  readonly pupilId: string;
  readonly subjectCode: string;
  readonly name: string;
  readonly confirmed: boolean;
}

type Finder = (
  tx: ReadTx,
  of: { readonly unitId: string; readonly schoolYearId: string; readonly pupilIds: readonly string[] },
) => Promise<GroupOfPupil[]>;

const finders: Finder[] = [];

/** Called once by the module that holds groups, when it is loaded. */
export function registerGroups(finder: Finder): void {
  finders.push(finder);
}

/** Groups of these pupils in the year, of every module that registered. */
export async function groupsOfPupils(...asked: Parameters<Finder>): Promise<GroupOfPupil[]> {
  const found: GroupOfPupil[] = [];
  for (const finder of finders) found.push(...(await finder(...asked)));
  return found;
}

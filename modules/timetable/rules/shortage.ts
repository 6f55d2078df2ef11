import { type Lesson, takesOwnPupils } from './ground.ts';

/** Periods of a subject in a class over a school year. */
export interface YearPeriods {
  readonly classId: string;
  readonly subjectCode: string;
  /** What the programme asks for (Circular 32/2018). */
  readonly minimum: number;
  /** What the school plans: as much, or more. */
  readonly planned: number;
}

/** What a subject of a class lacks of its year, in periods; `minimum`: of how many. */
export interface Shortage {
  readonly missing: number;
  readonly minimum: number;
}

/** By 'classId subjectCode'; a subject that lacks nothing is not there. */
export type Shortages = ReadonlyMap<string, Shortage>;

const keyOf = (classId: string, subjectCode: string | null) => `${classId} ${subjectCode}`;

/**
 * Subjects that fall below the least number of periods of their year when what was lost so far is not made up: planned less lost, against
 * what the programme asks for. A plan with more periods than these can lose some. `lost`: periods that fell away in the year and are not
 * made up yet, by class and subject; what else the year has counts as taught by plan.
 */
export function shortages(
  year: readonly YearPeriods[],
  lost: readonly { readonly classId: string; readonly subjectCode: string; readonly periods: number }[],
): Shortages {
  const lostOf = new Map(lost.map((one) => [keyOf(one.classId, one.subjectCode), one.periods]));
  return new Map(
    year.flatMap(({ classId, subjectCode, minimum, planned }) => {
      const key = keyOf(classId, subjectCode);
      const missing = minimum - planned + (lostOf.get(key) ?? 0);
      return lostOf.has(key) && missing > 0 ? [[key, { missing, minimum }] as const] : [];
    }),
  );
}

/**
 * What the class of a lesson lacks of its subject, of a group of an elective block the class that lacks most of it; undefined: nothing, or
 * no subject of the programme (a group of session 2).
 */
export function shortageOf(known: Shortages, lesson: Lesson): Shortage | undefined {
  if (lesson.kind === 'event' || takesOwnPupils(lesson)) return undefined;
  const { classIds, subjectCode, block } = lesson;
  const own = block === null ? classIds.slice(0, 1) : classIds;
  return own
    .flatMap((id) => known.get(keyOf(id, subjectCode)) ?? [])
    .toSorted((one, other) => other.missing / other.minimum - one.missing / one.minimum)[0];
}

/** How badly a lesson is missed: how much of the year its subject lacks, in hundredths; 0 when nothing. */
export function urgencyOf(known: Shortages, lesson: Lesson): number {
  const shortage = shortageOf(known, lesson);
  return shortage ? Math.max(1, Math.round((100 * shortage.missing) / shortage.minimum)) : 0;
}

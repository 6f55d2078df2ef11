/** A lesson that was not held. */
export interface LostLesson {
  readonly duration: number;
  /** Its class parts, its own teacher, its room: all must be free. */
  readonly resources: readonly number[];
}

/** The periods that may be used, in the order of time: one entry for each day on which the school can teach. */
export interface MakeUpDay {
  readonly day: number;
  /** Runs of periods without a break between (morning, afternoon): first period and how many. */
  readonly sessions: readonly { readonly first: number; readonly periods: number }[];
}

export interface MakeUpSlot {
  readonly day: number;
  readonly period: number;
}

/**
 * The earliest places for lessons to be made up, one for each in the order given, none in the place of another: every
 * resource free, within one session. `isBusy` knows the timetable of each day with its overrides. Undefined where the
 * days given have no place.
 */
export function makeUpSlots(
  lost: readonly LostLesson[],
  days: readonly MakeUpDay[],
  isBusy: (resource: number, day: number, period: number) => boolean,
): (MakeUpSlot | undefined)[] {
  const taken = new Set<string>();
  return lost.map((lesson) => {
    const place = freePlaces(
      lesson,
      days,
      (resource, day, period) => taken.has(`${resource} ${day} ${period}`) || isBusy(resource, day, period),
    ).next().value;
    if (!place) return undefined;
    for (let period = place.period; period < place.period + lesson.duration; period++)
      for (const resource of lesson.resources) taken.add(`${resource} ${place.day} ${period}`);
    return place;
  });
}

/** Every place for one lesson, the earliest first. */
export function* freePlaces(
  { duration, resources }: LostLesson,
  days: readonly MakeUpDay[],
  isBusy: (resource: number, day: number, period: number) => boolean,
): Generator<MakeUpSlot, undefined> {
  for (const { day, sessions } of days)
    for (const { first, periods } of sessions)
      for (let period = first; period + duration <= first + periods; period++) {
        let free = true;
        for (let step = 0; free && step < duration; step++)
          free = resources.every((resource) => !isBusy(resource, day, period + step));
        if (free) yield { day, period };
      }
  return undefined;
}

import { defaultGoals } from './goals.ts';
import type { SearchInput } from './school-search.ts';

/**
 * The question of a search as it was kept, by whichever release: what that did not know yet is as if nobody had wished it (goals as by
 * default, every week, no equipment, no groups).
 */
export function completeInput<Input extends SearchInput>(kept: Input): Input {
  const { ground } = kept;
  return {
    ...kept,
    goals: { ...defaultGoals, ...kept.goals },
    former: kept.former ?? {},
    lessons: kept.lessons.map((lesson) => ({
      ...lesson,
      weeks: lesson.weeks ?? null,
      block: lesson.block ?? null,
    })),
    ground: {
      ...ground,
      frame: {
        ...ground.frame,
        noonClasses: ground.frame.noonClasses ?? null,
        travelPeriods: ground.frame.travelPeriods ?? 0,
        weekA: ground.frame.weekA ?? 'odd',
      },
      classes: ground.classes.map((one) => ({ ...one, siteId: one.siteId ?? null, pupils: one.pupils ?? 0 })),
      rooms: ground.rooms.map((room) => ({
        ...room,
        capacity: room.capacity ?? null,
        equipment: room.equipment ?? [],
        siteId: room.siteId ?? null,
      })),
      subjectRules: ground.subjectRules.map((rule) => ({
        ...rule,
        equipment: rule.equipment ?? [],
        alternates: rule.alternates ?? false,
      })),
      taken: ground.taken.map((one) => ({ ...one, weeks: one.weeks ?? null })),
      groups: ground.groups ?? [],
      groupsSharing: ground.groupsSharing ?? [],
    },
  };
}

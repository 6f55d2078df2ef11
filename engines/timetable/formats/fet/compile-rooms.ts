import { DifferentResources, SameResourceIfNext } from '../../constraints/chosen-resources.ts';
import { PlaceChanges } from '../../constraints/place-changes.ts';
import { Unavailable } from '../../constraints/unavailable.ts';
import { bitsWhere } from '../../core/bits.ts';
import type { FetRule } from './asks.ts';
import type { Compiling } from './compiling.ts';
import { dayUnits } from './evaluate-members.ts';

/** Adds the constraints of a rule on rooms other than who prefers which; leaves other rules alone. */
export function addRoomRule(compiling: Compiling, rule: FetRule, roomResources: readonly number[]): void {
  const { document, builder, add, days, hours, meetOf, placeOf, rooms } = compiling;
  const { ask } = rule;
  const meets = (activities: readonly number[]) => [
    ...new Set(activities.map((activity) => meetOf[activity]!)),
  ];
  switch (ask.ask) {
    case 'room-not-available': {
      const resource = roomResources[ask.room]!;
      const inside = new Set(ask.slots);
      const closed = Int32Array.from({ length: days }, (_, day) =>
        bitsWhere(hours, (hour) => inside.has(day * hours + hour)),
      );
      if (ask.teacher !== undefined) {
        addTeacherRoom(compiling, rule, ask.room, ask.teacher, closed);
        return;
      }
      if (resource < 0) return;
      add(rule, new Unavailable(resource, closed));
      if (rule.weight >= 100) builder.close(resource, closed);
      return;
    }
    case 'changes': {
      const buildings = new Map<string, number>();
      const whereIs = (option: number) => {
        const room = rooms[option]!.room;
        if (ask.what === 'room') return room;
        const name = document.rooms[room]!.building;
        if (name === '') return -1;
        if (!buildings.has(name)) buildings.set(name, buildings.size);
        return buildings.get(name)!;
      };
      const seen = new Map<number, number>();
      for (const member of ask.members.of) {
        const resource = compiling.resourceOf(ask.members.who, member);
        if (resource >= 0) seen.set(resource, (seen.get(resource) ?? 0) + 1);
      }
      for (const [resource, times] of seen) {
        const choices = new Map<number, number>();
        document.activities.forEach((_, activity) => {
          if (placeOf[activity]! >= 0 && compiling.resourcesOf(activity).includes(resource))
            choices.set(meetOf[activity]!, placeOf[activity]!);
        });
        add(
          rule,
          new PlaceChanges(resource, choices, {
            placeOf: whereIs,
            groups: dayUnits(ask.per, days),
            dayLength: ask.per === 'real-day' ? 2 : 1,
            ...(ask.max !== undefined && { max: ask.max }),
            ...(ask.minGap !== undefined && { minGap: ask.minGap }),
          }),
          'linear',
          times,
        );
      }
      return;
    }
    case 'different-rooms':
      add(rule, new DifferentResources(meets(ask.activities), ask.max));
      return;
    case 'same-room-if-next':
      add(rule, new SameResourceIfNext(meets(ask.activities)));
      return;
    default:
  }
}

/** A teacher does not use a room in some slots: priced on the option, slot by slot. */
function addTeacherRoom(
  { document, add, meetOf, placeOf, rooms, hours }: Compiling,
  rule: FetRule,
  room: number,
  teacher: number,
  closed: Int32Array,
): void {
  document.activities.forEach((activity, index) => {
    if (!activity.teachers.includes(document.teachers[teacher]!) || placeOf[index]! < 0) return;
    const meet = meetOf[index]!;
    const place = placeOf[index]!;
    add(rule, {
      resources: [],
      meets: [meet],
      readsChoices: true,
      deviation: (state) => {
        const begin = state.start[meet]!;
        const { choices } = state.problem;
        const option = state.option[choices.items[choices.from[meet]! + place]!]!;
        if (begin < 0 || option < 0) return 0;
        if (rooms[option]!.room !== room && !rooms[option]!.real.includes(room)) return 0;
        let inside = 0;
        for (let slot = begin; slot < begin + activity.duration; slot++) {
          const day = Math.floor(slot / hours);
          if ((closed[day]! >>> (slot - day * hours)) & 1) inside++;
        }
        return inside;
      },
    });
  });
}

import type { FetAsk } from './asks.ts';
import type { Tables } from './evaluate.ts';
import { dayUnits } from './evaluate-members.ts';

/** Units broken of a rule on rooms; undefined for other rules. */
export function evaluateRooms(tables: Tables, ask: FetAsk): number | undefined {
  const { document, timetable, hours } = tables;
  const placed = (activities: readonly number[]) =>
    activities.filter((activity) => timetable.start[activity]! >= 0);
  switch (ask.ask) {
    case 'rooms':
      return placed(ask.activities).filter(
        (activity) =>
          !(ask.home && tables.hasPreferredRoom[activity]) && !ask.rooms.includes(timetable.room[activity]!),
      ).length;
    case 'room-not-available': {
      const teacher = ask.teacher === undefined ? undefined : document.teachers[ask.teacher]!;
      return ask.slots.filter((slot) =>
        tables.ofRoom[ask.room]![slot]!.some(
          (activity) => teacher === undefined || document.activities[activity]!.teachers.includes(teacher),
        ),
      ).length;
    }
    case 'changes': {
      const occupation = ask.members.who === 'teachers' ? tables.ofTeacher : tables.ofAtom;
      return ask.members.of.reduce((units, member) => units + changes(tables, ask, occupation[member]!), 0);
    }
    case 'different-rooms': {
      const rooms = placed(ask.activities).map((activity) => timetable.room[activity]!);
      return Math.max(0, new Set(rooms.filter((room) => room >= 0)).size - ask.max);
    }
    case 'same-room-if-next': {
      let units = 0;
      for (const one of placed(ask.activities))
        for (const other of placed(ask.activities)) {
          const end = timetable.start[one]! + document.activities[one]!.duration;
          if (end % hours === 0 || end !== timetable.start[other]) continue;
          const [here, there] = [timetable.room[one]!, timetable.room[other]!];
          if (here >= 0 && there >= 0 && here !== there) units++;
        }
      return units;
    }
    default:
      return undefined;
  }
}

function changes(
  { document, timetable, days, hours }: Tables,
  ask: Extract<FetAsk, { ask: 'changes' }>,
  occupation: readonly (readonly number[])[],
): number {
  const placeAt = (slot: number) => {
    const activity = occupation[slot]![0];
    const room = activity === undefined ? -1 : timetable.room[activity]!;
    if (room < 0) return '';
    return ask.what === 'room' ? document.rooms[room]!.name : document.rooms[room]!.building;
  };
  let units = 0;
  for (const unit of dayUnits(ask.per, days)) {
    let made = 0;
    for (const day of ask.per === 'week' ? unit.map((one) => [one]) : [unit]) {
      let place = '';
      let last = -1;
      for (const half of day)
        for (let hour = 0; hour < hours; hour++) {
          const here = placeAt(half * hours + hour);
          if (here === '') continue;
          if (place !== '' && place !== here) {
            made++;
            const gap = half * hours + hour - last - 1;
            if (ask.minGap !== undefined) units += Math.max(0, ask.minGap - gap);
          }
          place = here;
          last = half * hours + hour;
        }
    }
    if (ask.max !== undefined) units += Math.max(0, made - ask.max);
  }
  return units;
}

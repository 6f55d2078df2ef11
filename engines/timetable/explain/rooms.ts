import type { Problem } from '../core/problem.ts';
import { meetsInWeek, shortageOf, slotsOf, tooFewPlaces } from './hall.ts';

/** Too few hours in some rooms for the meets that need one of them. */
interface RoomShortage {
  readonly kind: 'rooms';
  readonly resource: number;
  readonly resources: readonly number[];
  readonly meets: readonly number[];
  readonly constraints: readonly number[];
  readonly needed: number;
  readonly available: number;
}

/** Larger sets of rooms are not a kind but the whole house, and matching over them takes long. */
const mostRooms = 12;

/**
 * Lessons that need a room out of a few (a kind of room, such as laboratories) and have, all together, fewer hours in
 * these than they need: matched over rooms and slots, so one busy session is enough. What is found is certain; sets of
 * rooms found short already are not named again by a wider set.
 */
export function findRoomShortages(problem: Problem): RoomShortage[] {
  const found: RoomShortage[] = [];
  const kinds = kindsOfRoom(problem);
  for (let week = 0; week < problem.weekKinds; week++) {
    const own = kinds.map(({ rooms, meets }) => ({ rooms, meets: meetsInWeek(problem, meets, week) }));
    for (const short of shortagesIn(problem, own, week))
      if (!found.some(({ resources }) => resources.every((room) => short.resources.includes(room))))
        found.push(short);
  }
  return found;
}

/** Each set of rooms that some meets need one of, with these meets, the small sets first. */
function kindsOfRoom(problem: Problem): { rooms: readonly number[]; meets: readonly number[] }[] {
  const needs = new Map<string, { rooms: number[]; meets: number[] }>();
  for (let choice = 0; choice < problem.choiceMeet.length; choice++) {
    const rooms = problem.mayStayOpen[choice] ? undefined : kindOf(problem, choice);
    if (!rooms) continue;
    const key = rooms.join();
    const known = needs.get(key);
    if (known) known.meets.push(problem.choiceMeet[choice]!);
    else needs.set(key, { rooms, meets: [problem.choiceMeet[choice]!] });
  }
  return [...needs.values()].sort((one, other) => one.rooms.length - other.rooms.length);
}

function shortagesIn(problem: Problem, kinds: ReturnType<typeof kindsOfRoom>, week: number): RoomShortage[] {
  const found: RoomShortage[] = [];
  for (const { rooms } of kinds) {
    if (found.some(({ resources }) => resources.every((room) => rooms.includes(room)))) continue;
    const within = kinds.filter((kind) => kind.rooms.every((room) => rooms.includes(room)));
    const needing = within.flatMap((kind) => kind.meets.map((meet) => ({ meet, rooms: kind.rooms })));
    const short = tooFewPlaces(
      needing.map((one) => placesIn(problem, one.meet, one.rooms, week)),
      needing.map(({ meet }) => problem.duration[meet]!),
    );
    if (!short) continue;
    const meets = needing.map(({ meet }) => meet);
    const used = [...new Set(short.short.flatMap((index) => needing[index]!.rooms))];
    const shortage = shortageOf(problem, meets, short);
    found.push({ kind: 'rooms', resource: used[0]!, resources: used, constraints: [], ...shortage });
  }
  return found;
}

/** The rooms out of which a choice takes one, ascending; undefined when they are no kind of room. */
function kindOf(problem: Problem, choice: number): number[] | undefined {
  const rooms: number[] = [];
  for (let at = problem.options.from[choice]!; at < problem.options.from[choice + 1]!; at++) {
    const option = problem.options.items[at]!;
    const first = problem.optionResources.from[option]!;
    if (problem.optionResources.from[option + 1]! - first !== 1) return undefined;
    const room = problem.optionResources.items[first]!;
    if (!problem.exclusive[room]) return undefined;
    rooms.push(room);
  }
  return rooms.length === 0 || rooms.length > mostRooms ? undefined : rooms.sort((a, b) => a - b);
}

/** Hours of rooms in which a meet may lie in a kind of week: room * slots + slot. */
function placesIn(problem: Problem, meet: number, rooms: readonly number[], week: number): number[] {
  const slots = slotsOf(problem, meet).map((slot) => week * problem.weekLength + slot);
  return rooms.flatMap((room) =>
    slots
      .filter((slot) => {
        const day = Math.floor(slot / problem.periods);
        return !((problem.closed[room * problem.days + day]! >>> (slot - day * problem.periods)) & 1);
      })
      .map((slot) => room * problem.slots + slot),
  );
}

import { Comfort } from '../../constraints/comfort.ts';
import { NoClash } from '../../constraints/no-clash.ts';
import { OptionCost } from '../../constraints/option-cost.ts';
import { StartCost } from '../../constraints/start-cost.ts';
import { firstBit } from '../../core/bits.ts';
import { type Option, type Problem, ProblemBuilder } from '../../core/problem.ts';
import type { Preference } from '../format.ts';
import type { FetRule, Members } from './asks.ts';
import { addActivityRule } from './compile-activities.ts';
import { addMemberRule } from './compile-members.ts';
import { addRoomRule } from './compile-rooms.ts';
import type { Compiling } from './compiling.ts';
import type { FetDocument } from './document.ts';
import { FetResources } from './resources.ts';

/** A document as a problem, and how to read a solution back. */
export interface FetProblem {
  readonly problem: Problem;
  /** Meet of each activity; activities that must start together share one. */
  readonly meetOf: Int32Array;
  /** Choice (of the problem) that is the room of an activity; -1 when it needs none. */
  readonly choiceOf: Int32Array;
  /** Names of the teacher or the students that a resource stands for. */
  readonly ownersOf: (resource: number) => readonly string[];
  /** Room and real rooms of each option (index into optionResources). */
  readonly rooms: readonly { readonly room: number; readonly real: readonly number[] }[];
}

/** Weight of a soft rule in the search: FET's percent. */
export function priceOf(rule: FetRule): { required: boolean; weight: number; source: number } {
  return {
    required: rule.weight >= 100,
    weight: rule.weight >= 100 ? 1 : rule.weight / 100,
    source: rule.source,
  };
}

/** A dozen gaps or half-days of teachers weigh as much as one spread rule of 95 % that is broken. */
const comfortPrice = { required: false, comfort: true, weight: 0.08 };

/**
 * Where comfort comes first, four broken spread rules of 95 % weigh as much as one half-day at school. Most half-days nobody
 * can be spared; a gap and coming for a single lesson are all loss, and weigh more.
 */
const wishPrice = comfortPrice.weight * 0.26;
const heavyBurdens = { gap: 2.75, single: 2.25 };

/**
 * What comes first when nobody says it. A document of the official mode with more days than a week has calls half-days days; what
 * coming to school once more costs a teacher it cannot say, FET has rules on half-days in another mode only: there comfort does.
 */
function preferredBy({ mode, days }: FetDocument): Preference {
  return mode === 'Official' && days.length > 7 ? 'comfort' : 'wishes';
}

/**
 * Compiles a document; `preference`: what comes first, left out as the document itself suggests. Everything required of the start
 * alone becomes the starts of a meet.
 */
export function compileFet(
  document: FetDocument,
  rules: readonly FetRule[],
  preference: Preference = preferredBy(document),
): FetProblem {
  const days = document.days.length;
  const hours = document.hours.length;
  const builder = new ProblemBuilder({ days, periods: hours });
  const comesFirst = preference === 'comfort';
  if (comesFirst) builder.preferComfort(wishPrice);
  const { breaks, closedOf } = closedHours(document, rules, days, hours);
  const groups = joined(document, rules);
  const meetOf = new Int32Array(document.activities.length);
  groups.forEach((group, meet) => {
    for (const activity of group) meetOf[activity] = meet;
  });

  const resources = new FetResources(document, rules, builder, (atom) => closedOf('students', atom));
  const allowed = allowedStarts(document, rules, { breaks, closedOf, hours, days });
  const roomChoices = roomsOf(document, rules);
  const roomResources = document.rooms.map((room) => (room.sets.length > 0 ? -1 : builder.addResource()));
  const placeOf = new Int32Array(document.activities.length).fill(-1);
  const rooms: { room: number; real: readonly number[] }[] = [];
  groups.forEach((group) => {
    const choices: Option[][] = [];
    const mayStayOpen: boolean[] = [];
    for (const activity of group) {
      const options = roomChoices[activity]?.options ?? [];
      if (options.length === 0) continue;
      placeOf[activity] = choices.length;
      rooms.push(...options);
      mayStayOpen.push(!roomChoices[activity]!.required);
      choices.push(
        options.map(({ room, real }) => ({
          resources: (real.length > 0 ? real : [room])
            .map((one) => roomResources[one]!)
            .filter((one) => one >= 0),
        })),
      );
    }
    const [first, ...others] = group as [number, ...number[]];
    let starts = allowed[first]!;
    for (const activity of others) starts = starts.filter((slot) => allowed[activity]!.includes(slot));
    builder.addMeet({
      duration: document.activities[first]!.duration,
      resources:
        others.length === 0
          ? resources.ofActivity(first)
          : [...new Set(group.flatMap((activity) => resources.ofActivity(activity)))],
      starts,
      choices,
      mayStayOpen,
    });
  });

  const boundsOfDays = rules.flatMap(({ ask, weight }) =>
    weight >= 100 && (ask.ask === 'hours' || ask.ask === 'early') ? ask : [],
  );
  const compiling: Compiling = {
    ...{ document, rules, boundsOfDays, builder, days, hours, meetOf, placeOf, rooms, breaks },
    ignored: (who, member) => {
      const ignored = closedOf(who, member).slice();
      addBits(ignored, breaks);
      return ignored;
    },
    resourceOf: (who, member, tag) => resources.of(who, member, tag),
    resourcesOf: (activity) => resources.ofActivity(activity),
    resourceOfTag: (tag) => resources.ofTag(tag),
    add: (rule, constraint, costFunction = 'linear', times = 1) => {
      const price = priceOf(rule);
      builder.addConstraint(constraint, { ...price, weight: price.weight * times, costFunction });
    },
  };
  for (const resource of [...resources.exclusive(), ...roomResources.filter((room) => room >= 0)]) {
    builder.addConstraint(new NoClash(resource), { required: true, weight: 1 });
    builder.markExclusive(resource);
  }
  for (const rule of rules) {
    addMemberRule(compiling, rule);
    addActivityRule(compiling, rule);
    addRoomRule(compiling, rule, roomResources);
  }
  for (const [teacher] of document.teachers.entries()) {
    const resource = resources.of('teachers', teacher);
    if (resource < 0) continue;
    const ignored = compiling.ignored('teachers', teacher);
    builder.addConstraint(
      new Comfort(resource, ignored, comesFirst ? heavyBurdens : undefined),
      comfortPrice,
    );
  }
  addRoomPrices(compiling, roomChoices);
  addSoftTimes(compiling);
  const problem = builder.compile();
  const choiceOf = Int32Array.from(document.activities, (_, activity) =>
    placeOf[activity]! < 0
      ? -1
      : problem.choices.items[problem.choices.from[meetOf[activity]!]! + placeOf[activity]!]!,
  );
  return { problem, meetOf, choiceOf, rooms, ownersOf: (resource) => resources.ownersOf(resource) };
}

/** Hours of breaks, and of each teacher and atom those that are closed, as bits a day. */
function closedHours(document: FetDocument, rules: readonly FetRule[], days: number, hours: number) {
  const breaks = new Int32Array(days);
  const closed = {
    teachers: document.teachers.map(() => new Int32Array(days)),
    students: document.atoms.map(() => new Int32Array(days)),
  };
  for (const { ask } of rules) {
    if (ask.ask === 'breaks') addBits(breaks, bitsOf(ask.slots, days, hours));
    if (ask.ask !== 'not-available') continue;
    const bits = bitsOf(ask.slots, days, hours);
    for (const member of ask.members.of) addBits(closed[ask.members.who][member]!, bits);
  }
  return { breaks, closedOf: (who: Members['who'], member: number) => closed[who][member]! };
}

/** Slots of the week as bits a day. */
function bitsOf(slots: readonly number[], days: number, hours: number): Int32Array {
  const bits = new Int32Array(days);
  for (const slot of slots) bits[Math.floor(slot / hours)]! |= 1 << (slot % hours);
  return bits;
}

function addBits(to: Int32Array, bits: Int32Array): void {
  for (let day = 0; day < to.length; day++) to[day]! |= bits[day]!;
}

/** Of hours that are open, as bits, those from which on so many are. */
function startsIn(open: number, duration: number): number {
  let starts = open;
  for (let hour = 1; hour < duration; hour++) starts &= open >>> hour;
  return starts;
}

/** Activities that must start together and are of one length become one meet, unless they share somebody. */
function joined(document: FetDocument, rules: readonly FetRule[]): number[][] {
  const groupOf = document.activities.map((_, index) => [index]);
  const people = (activity: number) => [
    ...document.activities[activity]!.teachers,
    ...document.activities[activity]!.atoms,
  ];
  for (const { ask, weight } of rules) {
    if (weight < 100 || ask.ask !== 'same' || ask.what !== 'start') continue;
    for (const activity of ask.activities.slice(1)) {
      const one = groupOf[ask.activities[0]!]!;
      const other = groupOf[activity]!;
      if (one === other) continue;
      if (document.activities[one[0]!]!.duration !== document.activities[other[0]!]!.duration) continue;
      const taken = new Set(one.flatMap(people));
      if (other.flatMap(people).some((person) => taken.has(person))) continue;
      const both = [...one, ...other];
      for (const member of both) groupOf[member] = both;
    }
  }
  return [...new Set(groupOf)];
}

function allowedStarts(
  document: FetDocument,
  rules: readonly FetRule[],
  {
    breaks,
    closedOf,
    hours,
    days,
  }: {
    readonly breaks: Int32Array;
    readonly closedOf: (who: Members['who'], member: number) => Int32Array;
    readonly hours: number;
    readonly days: number;
  },
): number[][] {
  const teacherOf = new Map(document.teachers.map((name, index) => [name, index]));
  const whole = ((1 << hours) - 1) | 0;
  const open = document.activities.map(({ teachers, atoms, duration }) => {
    const closed = breaks.slice();
    for (const teacher of teachers) addBits(closed, closedOf('teachers', teacherOf.get(teacher)!));
    for (const atom of atoms) addBits(closed, closedOf('students', atom));
    for (let day = 0; day < days; day++) closed[day] = startsIn(whole & ~closed[day]!, duration);
    return closed;
  });
  for (const { ask, weight } of rules) {
    if (weight < 100 || ask.ask !== 'times') continue;
    const inside = bitsOf(ask.slots, days, hours);
    for (const activity of ask.activities) {
      const reach = ask.every ? document.activities[activity]!.duration : 1;
      const starts = open[activity]!;
      for (let day = 0; day < days; day++) starts[day]! &= startsIn(inside[day]!, reach);
    }
  }
  /** Of those with the same starts one list. */
  const listOf = new Map<string, number[]>();
  return open.map((starts) => {
    const key = starts.join();
    let slots = listOf.get(key);
    if (slots) return slots;
    slots = [];
    for (let day = 0; day < days; day++)
      for (let bits = starts[day]!; bits !== 0; bits &= bits - 1) slots.push(day * hours + firstBit(bits));
    listOf.set(key, slots);
    return slots;
  });
}

/** Soft rules on starts, summed into one constraint a meet and rule. */
function addSoftTimes({ rules, document, meetOf, add, days, hours }: Compiling): void {
  for (const rule of rules) {
    const { ask } = rule;
    if (ask.ask !== 'times' || rule.weight >= 100) continue;
    const inside = new Set(ask.slots);
    for (const activity of ask.activities) {
      const costs = Array.from({ length: days * hours }, (_, start) => {
        if (!ask.every) return inside.has(start) ? 0 : 1;
        let outside = 0;
        for (let slot = start; slot < start + document.activities[activity]!.duration; slot++)
          if (!inside.has(slot)) outside++;
        return outside;
      });
      add(rule, new StartCost(meetOf[activity]!, costs));
    }
  }
}

interface RoomChoice {
  readonly options: readonly { readonly room: number; readonly real: readonly number[] }[];
  /** Whether it must have a room. */
  readonly required: boolean;
  /** Preferences with a weight, each with its rooms. */
  readonly preferences: readonly { readonly rule: FetRule; readonly rooms: ReadonlySet<number> }[];
}

const noRoom: RoomChoice = { options: [], required: false, preferences: [] };
const mostCombinations = 48;

/** Rooms each activity may take: those that all required preferences name, or those that the weighted ones name. */
function roomsOf(document: FetDocument, rules: readonly FetRule[]): RoomChoice[] {
  const preferred: FetRule[][] = document.activities.map(() => []);
  const home: FetRule[][] = document.activities.map(() => []);
  for (const rule of rules)
    if (rule.ask.ask === 'rooms')
      for (const activity of rule.ask.activities) (rule.ask.home ? home : preferred)[activity]!.push(rule);
  return document.activities.map(({ pupils }, activity) => {
    const asked = (preferred[activity]!.length > 0 ? preferred : home)[activity]!;
    if (asked.length === 0) return noRoom;
    const preferences = asked.map((rule) => ({
      rule,
      rooms: new Set((rule.ask as { readonly rooms: readonly number[] }).rooms),
    }));
    const strict = preferences.filter(({ rule }) => rule.weight >= 100);
    const weighted = preferences.filter(({ rule }) => rule.weight < 100);
    let rooms =
      strict.length > 0
        ? [...strict[0]!.rooms].filter((room) => strict.every((preference) => preference.rooms.has(room)))
        : [...new Set(weighted.flatMap((preference) => [...preference.rooms]))];
    rooms = rooms.filter((room) => document.rooms[room]!.capacity >= pupils);
    const cost = (room: number) =>
      weighted.reduce((sum, { rule, rooms: wanted }) => sum + (wanted.has(room) ? 0 : rule.weight), 0);
    rooms.sort((one, other) => cost(one) - cost(other));
    const options = rooms.flatMap((room) => combinations(document, room).map((real) => ({ room, real })));
    return { options, required: strict.length > 0, preferences: weighted };
  });
}

/** Real rooms that make up a virtual room: one of each set, none twice; a real room is itself. */
function combinations(document: FetDocument, room: number): number[][] {
  let found: number[][] = [[]];
  for (const set of document.rooms[room]!.sets) {
    const rooms = set.map((name) => document.roomOf.get(name)).filter((one) => one !== undefined);
    found = found
      .flatMap((chosen) => rooms.filter((one) => !chosen.includes(one)).map((one) => [...chosen, one]))
      .slice(0, mostCombinations * 8);
  }
  return found.slice(0, mostCombinations);
}

function addRoomPrices(
  { document, builder, meetOf, placeOf, add, rules }: Compiling,
  choices: readonly RoomChoice[],
): void {
  const basic = rules.find(
    ({ source }) => document.constraints[source]!.kind === 'BasicCompulsorySpace',
  )?.source;
  choices.forEach(({ options, required, preferences }, activity) => {
    const place = placeOf[activity]!;
    const meet = meetOf[activity]!;
    if (required)
      builder.addConstraint(
        place < 0
          ? new StartCost(meet, new Float64Array(document.days.length * document.hours.length).fill(1))
          : new OptionCost(
              meet,
              place,
              options.map(() => 0),
              1,
            ),
        { required: true, weight: 1, source: basic ?? -1 },
      );
    for (const { rule, rooms } of preferences)
      if (place >= 0)
        add(
          rule,
          new OptionCost(
            meet,
            place,
            options.map(({ room }) => (rooms.has(room) ? 0 : 1)),
            1,
          ),
        );
      else
        add(
          rule,
          new StartCost(meet, new Float64Array(document.days.length * document.hours.length).fill(1)),
        );
  });
}

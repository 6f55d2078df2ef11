import { lowerBoundOf } from '../../core/lower-bound.ts';
import { findClashingSet } from '../../explain/clashing-set.ts';
import { type Conflict, findConflicts } from '../../explain/conflict.ts';
import type { Explanation, Format, Instance, Reckoning } from '../format.ts';
import { parseXml } from '../xml.ts';
import { compileFet } from './compile.ts';
import { readFet } from './document.ts';
import { evaluateFet, type FetCost } from './evaluate.ts';
import { explainFet } from './explain.ts';
import { explainRooms } from './explain-rooms.ts';
import { rulesOf } from './rules.ts';
import { type FetTimetable, readActivitiesTimetable, writeActivities } from './timetable.ts';

/** Files of FET 5 and 6. */
export const fetFormat: Format = {
  name: 'fet',
  hasComfort: true,
  read(text, preference): Instance {
    const document = readFet(parseXml(text));
    const { rules, unsupported } = rulesOf(document);
    const { problem, meetOf, choiceOf, rooms, ownersOf } = compileFet(document, rules, preference);
    const timetableOf = ({ start, option }: { start: Int32Array; option: Int32Array }): FetTimetable => ({
      start: Int32Array.from(document.activities, (_, activity) => start[meetOf[activity]!]!),
      room: Int32Array.from(document.activities, (_, activity) => {
        const chosen = choiceOf[activity]! < 0 ? -1 : option[choiceOf[activity]!]!;
        return chosen < 0 ? -1 : rooms[chosen]!.room;
      }),
      realRooms: document.activities.map((_, activity) => {
        const chosen = choiceOf[activity]! < 0 ? -1 : option[choiceOf[activity]!]!;
        return chosen < 0 ? [] : rooms[chosen]!.real;
      }),
    });
    const inWords = (conflict: Conflict) =>
      explainFet(conflict, {
        ...{ document, rules, meetOf, ownersOf },
        sourceOf: (constraint) => problem.source[constraint]!,
      });
    return {
      name: document.name,
      problem,
      unsupported: [...unsupported, ...document.remarks],
      lowerBound: lowerBoundOf(problem),
      kindOf: (source) => document.constraints[source]?.kind ?? '',
      explain(isLate) {
        const rooms = explainRooms(document, rules);
        // A lesson without a room stands in the way of whoever has it: said once, by the room.
        const isByRoom = ({ rules: [rule, ...more] }: Explanation) =>
          more.length === 0 && rule?.kind === 'BasicCompulsorySpace';
        const others = findConflicts(problem, isLate).map(inWords);
        return [...rooms, ...(rooms.length > 0 ? others.filter((one) => !isByRoom(one)) : others)];
      },
      explainTogether(deadlines) {
        const conflict = findClashingSet(problem, deadlines);
        return conflict && inWords(conflict);
      },
      reckon: (solution) => byKind(evaluateFet(document, rules, timetableOf(solution))),
      write: (solution) => writeActivities(document, timetableOf(solution)),
      check: (given) =>
        byKind(evaluateFet(document, rules, readActivitiesTimetable(document, parseXml(given)))),
    };
  },
};

function byKind({ hard, soft, broken }: FetCost): Reckoning {
  const kinds = new Map<string, { kind: string; units: number; weight: number }>();
  for (const { kind, units, weight } of broken) {
    const known = kinds.get(`${kind} ${weight}`);
    if (known) known.units += units;
    else kinds.set(`${kind} ${weight}`, { kind, units, weight });
  }
  return { hard, soft, broken: [...kinds.values()] };
}

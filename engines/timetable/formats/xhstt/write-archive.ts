import type { XmlElement } from '../xml.ts';
import { writeXml, xml } from './elements.ts';
import type { Cost, Instance, Solution } from './instance.ts';

/** What a solution group says of its solutions. */
export interface SolutionNote {
  /** Id of the solution group. */
  readonly group: string;
  readonly contributor: string;
  readonly date: string;
  readonly description: string;
  readonly remarks: string;
  /** Seconds of search. */
  readonly runningTime: number;
}

/**
 * An archive with one instance, as it came, and one solution: the form of XHSTT 2014, with the cost as its report.
 * Meets without time or resource are written without them, as the format asks.
 */
export function writeArchive(instance: Instance, solution: Solution, cost: Cost, note: SolutionNote): string {
  const group = xml(
    'SolutionGroup',
    [
      xml('MetaData', [
        xml('Contributor', note.contributor),
        xml('Date', note.date),
        xml('Description', note.description),
        xml('Remarks', note.remarks),
      ]),
      solutionElement(instance, solution, cost, note.runningTime),
    ],
    { Id: note.group },
  );
  const archive = xml('HighSchoolTimetableArchive', [
    xml('Instances', [instance.source]),
    xml('SolutionGroups', [group]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(archive)}`;
}

function solutionElement(instance: Instance, solution: Solution, cost: Cost, seconds: number): XmlElement {
  const events = solution.meets.map((meet) => {
    const event = instance.events[meet.event]!;
    const inside = [xml('Duration', String(meet.duration))];
    if (meet.time >= 0) inside.push(xml('Time', [], { Reference: instance.times[meet.time]!.id }));
    // What the event itself names need not be said again.
    const assigned = event.slots.flatMap((slot, k) => {
      const resource = meet.resources[k]!;
      return slot.resource >= 0 || resource < 0
        ? []
        : [xml('Resource', [xml('Role', slot.role ?? '')], { Reference: instance.resources[resource]!.id })];
    });
    if (assigned.length > 0) inside.push(xml('Resources', assigned));
    return xml('Event', inside, { Reference: event.id });
  });
  const report = xml('Report', [
    xml('InfeasibilityValue', String(cost.hard)),
    xml('ObjectiveValue', String(cost.soft)),
  ]);
  return xml('Solution', [xml('RunningTime', seconds.toFixed(1)), xml('Events', events), report], {
    Reference: instance.id,
  });
}

import { childOf, DocumentError, parseXml, type XmlElement } from '../xml.ts';
import { childText, listOf } from './elements.ts';
import type { Instance, Meet, Solution } from './instance.ts';
import { numberOf } from './read-constraint.ts';
import { readInstance } from './read-instance.ts';

/** A solution of an archive, still to be resolved against its instance. */
export interface StoredSolution {
  /** Id of the solution group. */
  readonly group: string;
  /** Id of the instance. */
  readonly instance: string;
  readonly element: XmlElement;
}

export interface Archive {
  readonly instances: readonly Instance[];
  readonly solutions: readonly StoredSolution[];
}

/** Reads an archive from its text: instances resolved, solutions as they lie. Throws DocumentError. */
export function readArchive(text: string): Archive {
  const root = parseXml(text);
  if (root.name !== 'HighSchoolTimetableArchive')
    throw new DocumentError(
      `Đây không phải kho XHSTT: phần tử gốc là "${root.name}", phải là HighSchoolTimetableArchive.`,
    );
  return {
    instances: listOf(root, 'Instances', 'Instance').map(readInstance),
    solutions: listOf(root, 'SolutionGroups', 'SolutionGroup').flatMap((group) =>
      group.children
        .filter((child) => child.name === 'Solution')
        .map((element) => ({
          group: group.attributes.Id ?? '',
          instance: element.attributes.Reference ?? '',
          element,
        })),
    ),
  };
}

function resourcesOf(
  element: XmlElement,
  instance: Instance,
  event: number,
  resourceOf: Map<string, number>,
) {
  const { slots, id } = instance.events[event] ?? { slots: [], id: '' };
  const resources = slots.map((slot) => slot.resource);
  for (const assigned of listOf(element, 'Resources', 'Resource')) {
    const name = assigned.attributes.Reference ?? '';
    const resource = resourceOf.get(name);
    if (resource === undefined)
      throw new DocumentError(`Lời giải, bài học "${id}": không có nguồn lực "${name}".`);
    const role = childText(assigned, 'Role');
    const slot = slots.findIndex((candidate, k) =>
      role === undefined
        ? candidate.resource === resource
        : candidate.role === role && (candidate.resource === resource || resources[k] === -1),
    );
    if (slot < 0)
      throw new DocumentError(
        `Lời giải, bài học "${id}": nguồn lực "${name}"${role ? ` (vai trò "${role}")` : ''} không có chỗ trong bài học.`,
      );
    if (slots[slot]?.type !== instance.resources[resource]?.type)
      throw new DocumentError(`Lời giải, bài học "${id}": nguồn lực "${name}" sai loại.`);
    resources[slot] = resource;
  }
  return resources;
}

/**
 * The meets of a stored solution. An event without meets is one meet without time; what the meets of an event leave of its
 * duration is a further meet without time. Throws DocumentError when it does not fit the instance.
 */
export function readSolution(stored: StoredSolution, instance: Instance): Solution {
  if (stored.instance !== instance.id)
    throw new DocumentError(`Lời giải "${stored.group}" là của bài toán "${stored.instance}".`);
  const timeOf = new Map(instance.times.map((time, i) => [time.id, i]));
  const resourceOf = new Map(instance.resources.map((resource, i) => [resource.id, i]));
  const eventOf = new Map(instance.events.map((event, i) => [event.id, i]));
  const left = instance.events.map((event) => event.duration);
  const meets: Meet[] = [];

  for (const element of listOf(stored.element, 'Events', 'Event')) {
    const id = element.attributes.Reference ?? '';
    const event = eventOf.get(id);
    const owner = event === undefined ? undefined : instance.events[event];
    if (event === undefined || !owner) throw new DocumentError(`Lời giải: không có bài học "${id}".`);
    const duration = numberOf(element, 'Duration', owner.duration);
    if (duration < 1) throw new DocumentError(`Lời giải, bài học "${id}": Duration phải ít nhất là 1.`);
    left[event] = (left[event] ?? 0) - duration;
    const timeElement = childOf(element, 'Time');
    const timeId = timeElement?.attributes.Reference ?? '';
    const time = timeElement ? timeOf.get(timeId) : owner.time;
    if (time === undefined) throw new DocumentError(`Lời giải, bài học "${id}": không có tiết "${timeId}".`);
    if (time + duration > instance.times.length)
      throw new DocumentError(`Lời giải, bài học "${id}": vượt quá tiết cuối của tuần.`);
    meets.push({ event, duration, time, resources: resourcesOf(element, instance, event, resourceOf) });
  }
  instance.events.forEach((owner, event) => {
    const rest = left[event] ?? 0;
    if (rest < 0)
      throw new DocumentError(
        `Lời giải, bài học "${owner.id}": tổng Duration lớn hơn ${owner.duration} tiết của bài học.`,
      );
    if (rest > 0)
      meets.push({
        event,
        duration: rest,
        time: rest === owner.duration ? owner.time : -1,
        resources: owner.slots.map((slot) => slot.resource),
      });
  });
  return { meets };
}

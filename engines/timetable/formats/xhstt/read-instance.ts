import { childOf, DocumentError, type XmlElement } from '../xml.ts';
import { childText, listOf } from './elements.ts';
import type { Constraint, Instance, InstanceEvent, Named, ResourceSlot } from './instance.ts';
import { numberOf, type References, readConstraint } from './read-constraint.ts';

const longestEvent = 1000;
/** What the search lays out in tables: places of meets by times, resources by times. Real schools stay a hundred times below. */
const mostPlaces = 10_000_000;
const mostAttendance = 2_000_000;

/** Things of one kind in the order of the file, found by their id. */
class Register {
  readonly items: Named[] = [];
  readonly #positions = new Map<string, number>();
  readonly #what: string;

  constructor(what: string) {
    this.#what = what;
  }

  add(element: XmlElement): number {
    const id = element.attributes.Id;
    if (!id) throw new DocumentError(`${this.#what}: có phần tử thiếu Id.`);
    if (this.#positions.has(id)) throw new DocumentError(`${this.#what} "${id}" được khai hai lần.`);
    this.#positions.set(id, this.items.length);
    return this.items.push({ id, name: childText(element, 'Name') ?? id }) - 1;
  }

  /** The position that a `Reference` means; refuses what was never declared. */
  readonly of = (element: XmlElement): number => {
    const id = element.attributes.Reference ?? '';
    const position = this.#positions.get(id);
    if (position === undefined)
      throw new DocumentError(`${this.#what} "${id}" được nhắc tới nhưng không có trong tệp.`);
    return position;
  };
}

function needed(element: XmlElement, name: string): XmlElement {
  const child = childOf(element, name);
  if (!child)
    throw new DocumentError(`${element.name} "${element.attributes.Id ?? ''}": thiếu phần ${name}.`);
  return child;
}

function readTimes(instance: XmlElement) {
  const section = needed(instance, 'Times');
  const groups = new Register('Nhóm tiết (TimeGroup)');
  for (const group of childOf(section, 'TimeGroups')?.children ?? []) groups.add(group);
  const times = new Register('Tiết (Time)');
  const members = groups.items.map(() => new Set<number>());
  for (const element of section.children) {
    if (element.name !== 'Time') continue;
    const time = times.add(element);
    const named = [
      ...element.children.filter((child) => child.name === 'Week' || child.name === 'Day'),
      ...listOf(element, 'TimeGroups', 'TimeGroup'),
    ];
    for (const group of named) members[groups.of(group)]?.add(time);
  }
  if (times.items.length === 0) throw new DocumentError('Bài toán không có tiết (Time) nào.');
  const timeGroups = groups.items.map((group, i) => ({ ...group, times: [...(members[i] ?? [])] }));
  return { times, groups, timeGroups };
}

function readResources(instance: XmlElement) {
  const section = needed(instance, 'Resources');
  const types = new Register('Loại nguồn lực (ResourceType)');
  for (const type of listOf(section, 'ResourceTypes', 'ResourceType')) types.add(type);
  const groups = new Register('Nhóm nguồn lực (ResourceGroup)');
  const typesOfGroups: number[] = [];
  for (const group of listOf(section, 'ResourceGroups', 'ResourceGroup')) {
    groups.add(group);
    typesOfGroups.push(types.of(needed(group, 'ResourceType')));
  }
  const register = new Register('Nguồn lực (Resource)');
  const typesOfResources: number[] = [];
  const members = groups.items.map(() => new Set<number>());
  for (const element of section.children) {
    if (element.name !== 'Resource') continue;
    const resource = register.add(element);
    typesOfResources.push(types.of(needed(element, 'ResourceType')));
    for (const group of listOf(element, 'ResourceGroups', 'ResourceGroup'))
      members[groups.of(group)]?.add(resource);
  }
  return {
    types,
    groups,
    register,
    resources: register.items.map((item, i) => ({ ...item, type: typesOfResources[i] ?? 0 })),
    resourceGroups: groups.items.map((item, i) => ({
      ...item,
      type: typesOfGroups[i] ?? 0,
      resources: [...(members[i] ?? [])],
    })),
  };
}

function readEvents(
  instance: XmlElement,
  { times }: ReturnType<typeof readTimes>,
  { types, groups, register, resources, resourceGroups }: ReturnType<typeof readResources>,
) {
  const section = needed(instance, 'Events');
  const eventGroups = new Register('Nhóm bài học (EventGroup, Course)');
  for (const group of childOf(section, 'EventGroups')?.children ?? []) eventGroups.add(group);
  const members = eventGroups.items.map(() => new Set<number>());
  const eventRegister = new Register('Bài học (Event)');
  const events: InstanceEvent[] = [];

  for (const element of section.children) {
    if (element.name !== 'Event') continue;
    const position = eventRegister.add(element);
    const item = eventRegister.items[position];
    if (!item) continue;
    const duration = numberOf(element, 'Duration');
    if (duration < 1 || duration > longestEvent)
      throw new DocumentError(`Bài học "${item.id}": Duration phải từ 1 đến ${longestEvent}.`);
    const workload = numberOf(element, 'Workload', duration);
    const slots: ResourceSlot[] = [];
    const attend = (resource: number, role: string | undefined, load: number) =>
      slots.push({ role, type: resources[resource]?.type ?? 0, resource, workload: load });
    for (const slot of listOf(element, 'Resources', 'Resource')) {
      const role = childText(slot, 'Role');
      const load = numberOf(slot, 'Workload', workload);
      if (slot.attributes.Reference !== undefined) attend(register.of(slot), role, load);
      else {
        if (role === undefined)
          throw new DocumentError(`Bài học "${item.id}": nguồn lực cần gán thì phải có Role.`);
        slots.push({ role, type: types.of(needed(slot, 'ResourceType')), resource: -1, workload: load });
      }
    }
    for (const group of listOf(element, 'ResourceGroups', 'ResourceGroup'))
      for (const resource of resourceGroups[groups.of(group)]?.resources ?? [])
        if (!slots.some((slot) => slot.resource === resource)) attend(resource, undefined, workload);
    const timeElement = childOf(element, 'Time');
    const time = timeElement ? times.of(timeElement) : -1;
    if (time + duration > times.items.length)
      throw new DocumentError(`Bài học "${item.id}": dài ${duration} tiết, vượt quá tiết cuối của tuần.`);
    events.push({ ...item, duration, time, slots });

    const course = childOf(element, 'Course');
    if (course) members[eventGroups.of(course)]?.add(position);
    for (const group of listOf(element, 'EventGroups', 'EventGroup'))
      members[eventGroups.of(group)]?.add(position);
  }
  if (events.length === 0) throw new DocumentError('Bài toán không có bài học (Event) nào.');
  return {
    eventRegister,
    eventGroupRegister: eventGroups,
    events,
    eventGroups: eventGroups.items.map((item, i) => ({ ...item, events: [...(members[i] ?? [])] })),
  };
}

/** Reads an `Instance` element. Throws DocumentError: what is wrong, and where, in a sentence. */
export function readInstance(element: XmlElement): Instance {
  const id = element.attributes.Id ?? '';
  const time = readTimes(element);
  const resource = readResources(element);
  const event = readEvents(element, time, resource);
  const references: References = {
    time: time.times.of,
    timeGroup: time.groups.of,
    resource: resource.register.of,
    resourceGroup: resource.groups.of,
    event: event.eventRegister.of,
    eventGroup: event.eventGroupRegister.of,
    timesOfGroup: (group) => time.timeGroups[group]?.times ?? [],
    resourcesOfGroup: (group) => resource.resourceGroups[group]?.resources ?? [],
    eventsOfGroup: (group) => event.eventGroups[group]?.events ?? [],
  };
  const constraints: Constraint[] = [];
  const unknown = new Map<string, number>();
  for (const child of childOf(element, 'Constraints')?.children ?? []) {
    const constraint = readConstraint(child, references);
    if (constraint) constraints.push(constraint);
    else unknown.set(child.name, (unknown.get(child.name) ?? 0) + 1);
  }
  const places = event.events.reduce((sum, { duration }) => sum + duration, 0) * time.times.items.length;
  const attendance = resource.resources.length * time.times.items.length;
  if (places > mostPlaces || attendance > mostAttendance)
    throw new DocumentError(
      `Bài toán "${id}" quá lớn: ${event.events.length} bài học, ${resource.resources.length} nguồn lực, ${time.times.items.length} tiết.`,
    );
  const metaData = childOf(element, 'MetaData');
  return {
    id,
    name: (metaData && childText(metaData, 'Name')) ?? id,
    times: time.times.items,
    timeGroups: time.timeGroups,
    resourceTypes: resource.types.items,
    resources: resource.resources,
    resourceGroups: resource.resourceGroups,
    events: event.events,
    eventGroups: event.eventGroups,
    constraints,
    unsupported: [...unknown].map(
      ([kind, times]) =>
        `${times > 1 ? `${kind} (${times})` : kind}: XHSTT 2014 không có loại ràng buộc này, kết quả không tính đến nó`,
    ),
    source: element,
  };
}

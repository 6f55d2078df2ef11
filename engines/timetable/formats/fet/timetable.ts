import { childrenOf, DocumentError, escapeXml, type XmlElement } from '../xml.ts';
import { type FetDocument, textOfChild } from './document.ts';

/** Where each activity of a document lies: slot (day * hours + hour, -1 unplaced), room (-1 none), real rooms of a virtual one. */
export interface FetTimetable {
  readonly start: Int32Array;
  readonly room: Int32Array;
  readonly realRooms: readonly (readonly number[])[];
}

/** The timetable as FET itself writes it: `<Activities_Timetable>`. */
export function writeActivities(document: FetDocument, timetable: FetTimetable): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<Activities_Timetable>'];
  const hours = document.hours.length;
  document.activities.forEach((activity, index) => {
    const slot = timetable.start[index]!;
    const room = timetable.room[index]!;
    const day = slot < 0 ? '' : document.days[Math.floor(slot / hours)]!;
    const hour = slot < 0 ? '' : document.hours[slot % hours]!;
    lines.push(
      '<Activity>',
      `\t<Id>${activity.id}</Id>`,
      `\t<Day>${escapeXml(day)}</Day>`,
      `\t<Hour>${escapeXml(hour)}</Hour>`,
      `\t<Room>${room < 0 ? '' : escapeXml(document.rooms[room]!.name)}</Room>`,
    );
    for (const real of timetable.realRooms[index]!)
      lines.push(`\t<Real_Room>${escapeXml(document.rooms[real]!.name)}</Real_Room>`);
    lines.push('</Activity>');
  });
  return `\uFEFF${[...lines, '</Activities_Timetable>', ''].join('\n')}`;
}

/** Reads such a timetable for the document it belongs to. Throws DocumentError when it names what the document does not have. */
export function readActivitiesTimetable(document: FetDocument, root: XmlElement): FetTimetable {
  if (root.name !== 'Activities_Timetable')
    throw new DocumentError(
      `Đây không phải thời khóa biểu của FET: thẻ ngoài cùng là <${root.name}>, cần <Activities_Timetable>.`,
    );
  const dayOf = new Map(document.days.map((name, index) => [name, index]));
  const hourOf = new Map(document.hours.map((name, index) => [name, index]));
  const start = new Int32Array(document.activities.length).fill(-1);
  const room = new Int32Array(document.activities.length).fill(-1);
  const realRooms: number[][] = document.activities.map(() => []);
  const roomNamed = (name: string, id: number): number => {
    const found = document.roomOf.get(name);
    if (found === undefined)
      throw new DocumentError(
        `Thời khóa biểu đặt hoạt động số ${id} vào phòng "${name}" không có trong tệp .fet.`,
      );
    return found;
  };
  const seen = new Set<number>();
  for (const element of childrenOf(root, 'Activity')) {
    const id = Number(textOfChild(element, 'Id'));
    const activity = document.activityOf.get(id);
    if (activity === undefined)
      throw new DocumentError(
        `Thời khóa biểu có hoạt động số ${textOfChild(element, 'Id')} không có trong tệp .fet.`,
      );
    if (seen.has(id)) throw new DocumentError(`Thời khóa biểu có hoạt động số ${id} hai lần.`);
    seen.add(id);
    const dayName = textOfChild(element, 'Day');
    const hourName = textOfChild(element, 'Hour');
    if (dayName === '' && hourName === '') continue;
    const day = dayOf.get(dayName);
    const hour = hourOf.get(hourName);
    if (day === undefined || hour === undefined)
      throw new DocumentError(
        `Thời khóa biểu đặt hoạt động số ${id} vào "${dayName}", "${hourName}": không có ngày hoặc tiết ấy trong tệp .fet.`,
      );
    start[activity] = day * document.hours.length + hour;
    const roomName = textOfChild(element, 'Room');
    if (roomName !== '') room[activity] = roomNamed(roomName, id);
    realRooms[activity] = childrenOf(element, 'Real_Room').map((real) => roomNamed(real.text, id));
  }
  return { start, room, realRooms };
}

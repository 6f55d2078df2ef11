import { DocumentError, parseXml, readFet, textOf, textOfChild } from '#engines/timetable';
import { halfNames, weekdayName } from '../rules/index.ts';
import type { Cells } from './read-wall.ts';

/**
 * The timetable in a .fet file (its fixed starting times, as FET writes them into "data and timetable") as a grid of classes and
 * periods, to be read like any other. Days are Monday onwards; with mornings and afternoons as days of their own two make one.
 * @throws DocumentError in words for a file that is none
 */
export function fetCells(bytes: Uint8Array): Cells {
  const document = readFet(parseXml(textOf(bytes)));
  const split = document.mode === 'Mornings-Afternoons';
  const most = split ? 14 : 7;
  if (document.days.length > most)
    throw new DocumentError(
      `Tệp .fet có ${document.days.length} ngày, một tuần có nhiều nhất ${most} ${split ? 'buổi' : 'ngày'}. Hãy xuất từ FET thời khoá biểu của một tuần.`,
    );
  const classes = [...new Set(document.activities.flatMap(({ students }) => students))];
  const columnOf = new Map(classes.map((name, index) => [name, index + 3]));
  const rows = document.days.flatMap((_, day) =>
    document.hours.map((__, hour) => {
      const half = split ? (day % 2 === 0 ? 'morning' : 'afternoon') : hour < 5 ? 'morning' : 'afternoon';
      return [
        weekdayName((split ? Math.floor(day / 2) : day) + 1),
        halfNames[half],
        String(split || hour < 5 ? hour + 1 : hour - 4),
        ...classes.map(() => ''),
      ];
    }),
  );
  const laid = document.constraints.filter(({ kind }) => kind === 'ActivityPreferredStartingTime');
  if (laid.length === 0)
    throw new DocumentError(
      'Tệp .fet này là dữ liệu trước khi xếp, chưa có giờ của hoạt động nào. Trong FET, hãy xếp xong rồi chọn tệp "data and timetable" (…_data_and_timetable.fet).',
    );
  for (const { element } of laid) {
    const activity =
      document.activities[document.activityOf.get(Number(textOfChild(element, 'Activity_Id'))) ?? -1];
    const day = document.days.indexOf(textOfChild(element, 'Preferred_Day') || textOfChild(element, 'Day'));
    const hour = document.hours.indexOf(
      textOfChild(element, 'Preferred_Hour') || textOfChild(element, 'Hour'),
    );
    if (!activity || day < 0 || hour < 0) continue;
    for (let step = 0; step < activity.duration; step += 1) {
      const row = rows[day * document.hours.length + hour + step];
      for (const name of activity.students)
        if (row) row[columnOf.get(name)!] = [activity.subject, ...activity.teachers].join('\n');
    }
  }
  return [['Thứ', 'Buổi', 'Tiết', ...classes], ...rows];
}

import type { Explanation } from '../format.ts';
import type { FetRule } from './asks.ts';
import type { FetDocument } from './document.ts';

/** Activities whose required rooms are all too small, or which have two rules with no room in common: each in words. */
export function explainRooms(document: FetDocument, rules: readonly FetRule[]): Explanation[] {
  const own = document.activities.map((): { preferred: FetRule[]; home: FetRule[] } => ({
    preferred: [],
    home: [],
  }));
  for (const rule of rules)
    if (rule.ask.ask === 'rooms')
      for (const activity of rule.ask.activities)
        own[activity]![rule.ask.home ? 'home' : 'preferred'].push(rule);
  return document.activities.flatMap(({ id, subject, students, pupils }, activity) => {
    const { preferred, home } = own[activity]!;
    const strict = (preferred.length > 0 ? preferred : home).filter(({ weight }) => weight >= 100);
    if (strict.length === 0) return [];
    const [first, ...others] = strict.map(({ ask }) => (ask.ask === 'rooms' ? ask.rooms : []));
    const rooms = first!.filter((room) => others.every((list) => list.includes(room)));
    if (rooms.some((room) => document.rooms[room]!.capacity >= pupils)) return [];
    const lesson = `${id} (${[subject, students.join('+')].filter(Boolean).join(', ')})`;
    const named = rooms.slice(0, 6).map((room) => {
      const { name, capacity } = document.rooms[room]!;
      return `${name} (${capacity} chỗ)`;
    });
    return [
      {
        kind: 'rooms',
        proved: true,
        owner: students.join(', '),
        activities: [id],
        rules: strict.map(({ source }) => ({ kind: document.constraints[source]!.kind, source })),
        sentence:
          rooms.length > 0
            ? `Tiết ${lesson} có ${pupils} học sinh, nhưng chỉ được học ở ${named.join(', ')}.`
            : `Tiết ${lesson} không có phòng nào được mọi quy định về phòng của nó cho phép.`,
        relaxations: [
          `Chọn cho tiết ${lesson} một phòng có ít nhất ${pupils} chỗ, hoặc sửa sức chứa của phòng.`,
        ],
      },
    ];
  });
}

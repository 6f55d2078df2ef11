import type { DemandFinding } from './demand.ts';
import { type Ground, type Lesson, pupilsOf } from './ground.ts';
import { nameOf } from './names.ts';
import { missingEquipment } from './room-fit.ts';

/** Classes for which no room of the kind that their subject needs has places enough. */
export function roomFindings(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const wanted = new Map(ground.subjectRules.map(({ subjectCode, roomKind }) => [subjectCode, roomKind]));
  const found = new Map<string, DemandFinding>();
  for (const lesson of lessons) {
    const kind = wanted.get(lesson.subjectCode ?? '');
    const rooms = ground.rooms.filter((room) => room.kind === kind);
    const pupils = pupilsOf(ground, lesson);
    const largest = Math.max(...rooms.map(({ capacity }) => capacity ?? pupils));
    if (!kind || lesson.block !== null || rooms.length === 0 || pupils <= largest) continue;
    const [classId = ''] = lesson.classIds;
    const subject = ground.subjects.find(({ code }) => code === lesson.subjectCode)?.name ?? '';
    found.set(`${classId} ${lesson.subjectCode}`, {
      severity: 'warning',
      message: `${nameOf(ground, 'class', classId)}, ${subject}: lớp có ${pupils} học sinh, phòng lớn nhất của loại này chỉ có ${largest} chỗ. Vẫn xếp vào phòng đó; hãy chia nhóm, đổi phòng hoặc sửa số chỗ.`,
      link: '/phong-hoc',
    });
  }
  return [...found.values(), ...unequipped(ground, lessons)];
}

/** Subjects that ask for equipment which no room of theirs has. */
function unequipped(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const taught = new Set(lessons.map(({ subjectCode }) => subjectCode));
  return ground.subjectRules.flatMap(({ subjectCode, roomKind, equipment }): DemandFinding[] => {
    if (equipment.length === 0 || !taught.has(subjectCode)) return [];
    const rooms = ground.rooms.filter((room) => roomKind === null || room.kind === roomKind);
    if (rooms.some((room) => missingEquipment(room, equipment).length === 0)) return [];
    const nowhere = equipment.filter((name) =>
      rooms.every((room) => missingEquipment(room, [name]).length > 0),
    );
    const subject = ground.subjects.find(({ code }) => code === subjectCode)?.name ?? subjectCode;
    const what = nowhere.length > 0 ? nowhere.join(', ') : `đủ cả ${equipment.join(', ')}`;
    return [
      {
        severity: 'warning',
        message: `${subject} cần ${equipment.join(', ').toLocaleLowerCase('vi')}, không phòng nào${roomKind ? ' của loại này' : ''} có ${what.toLocaleLowerCase('vi')}. Vẫn xếp; hãy ghi thiết bị của phòng hoặc bỏ yêu cầu.`,
        link: '/phong-hoc',
      },
    ];
  });
}

import { type Ground, type Lesson, lessonTitle } from './ground.ts';

/** Name of a teacher, class, room or group. */
export function nameOf(ground: Ground, kind: string, id: string): string {
  if (kind === 'staff') return ground.teachers.find((one) => one.id === id)?.name ?? 'Giáo viên';
  if (kind === 'class') return `Lớp ${ground.classes.find((one) => one.id === id)?.name ?? ''}`;
  if (kind === 'room') return ground.rooms.find((one) => one.id === id)?.name ?? 'Phòng';
  return 'Nhóm';
}

/** A lesson in a sentence: "Toán 6A1". */
export function lessonName(ground: Ground, lesson: Lesson): string {
  const names = lesson.classIds.map((id) => ground.classes.find((one) => one.id === id)?.name ?? '');
  const classes = lesson.kind === 'group' || names.length > 3 ? '' : names.join(', ');
  return [lessonTitle(ground, lesson), classes].filter(Boolean).join(' ');
}

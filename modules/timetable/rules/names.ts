import { type Ground, type Lesson, lessonTitle } from './ground.ts';
import { weekLetter } from './week.ts';

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
  const weeks = lesson.weeks ? `(tuần ${weekLetter(ground.frame.weekA, lesson.weeks)})` : '';
  return [lessonTitle(ground, lesson), classes, weeks].filter(Boolean).join(' ');
}

/** Pupils of a group of session 2, or those of two groups ('id id'), in a sentence. */
export function pupilsOfGroups(lessons: readonly Lesson[], ids: string): string {
  const titles = ids.split(' ').map((id) => lessons.find((one) => one.studyGroupId === id)?.title ?? 'Nhóm');
  return titles.length > 1 ? `học sinh học cả ${titles.join(' và ')}` : `học sinh nhóm ${titles.join()}`;
}

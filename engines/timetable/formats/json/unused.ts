import { type Lessons, selected } from './compile-constraints.ts';
import type { SchoolSlot } from './schema.ts';

/** What a document says that touches no lesson and no period of its week, in words: a slip of the pen must not pass in silence. */
export function unusedOf(context: Lessons): string[] {
  const { school, week, lessons } = context;
  const said = new Map<string, number>();
  const say = (what: string) => said.set(what, (said.get(what) ?? 0) + 1);
  const outside = (places: readonly SchoolSlot[] | undefined) =>
    (places ?? []).filter(
      ({ day, session, period }) => week.slotsOf([{ day, session, period }]).length === 0,
    );
  const sayOutside = (who: string, places: readonly SchoolSlot[] | undefined) => {
    if (outside(places).length > 0) say(`${who}: có giờ nằm ngoài tuần học`);
  };
  for (const { id, closed } of school.teachers) sayOutside(`Giáo viên "${id}"`, closed);
  for (const { id, closed } of school.classes) sayOutside(`Lớp "${id}"`, closed);
  for (const { id, closed } of school.rooms) sayOutside(`Phòng "${id}"`, closed);
  for (const { id, starts } of school.lessons) sayOutside(`Tiết "${id}"`, starts);

  const known = {
    ids: new Set(school.lessons.map(({ id }) => id)),
    subjects: new Set(school.lessons.map(({ subject }) => subject)),
    teachers: new Set(school.teachers.map(({ id }) => id)),
    classes: context.people.groupNames(),
  };
  const labels = { ids: 'tiết', subjects: 'môn', teachers: 'giáo viên', classes: 'lớp/nhóm' } as const;
  school.constraints.forEach((constraint, source) => {
    const rule = `Quy định số ${source + 1} (${constraint.type})`;
    if ('which' in constraint) {
      const { which } = constraint;
      for (const part of ['ids', 'subjects', 'teachers', 'classes'] as const)
        for (const name of which[part] ?? [])
          if (!known[part].has(name)) say(`${rule}: không có ${labels[part]} "${name}"`);
      if (selected(context, which).length === 0) say(`${rule}: không chạm tiết nào`);
    }
    if ('slots' in constraint) sayOutside(rule, constraint.slots);
    if (constraint.type !== 'stay') return;
    sayOutside(rule, constraint.former);
    for (const { lesson, nth } of constraint.former)
      if (!lessons.some((one) => one.lesson.id === lesson && one.nth === nth))
        say(`${rule}: có tiết cũ không còn trong danh sách`);
  });
  return [...said].map(([what, times]) => (times > 1 ? `${what} (${times})` : what));
}

import { childrenOf, type XmlElement } from '../xml.ts';
import { type FetActivity, type FetDocument, textOfChild, textOfFirst } from './document.ts';

/** What the day and the hour of a slot are called, from version to version of FET. */
const dayNames = ['Day', 'Preferred_Day', 'Preferred_Starting_Day', 'Selected_Day'];
const hourNames = ['Hour', 'Preferred_Hour', 'Preferred_Starting_Hour', 'Selected_Hour'];

/** What the names, ids, days and hours in a constraint element stand for. */
export class FetNames {
  readonly #document: FetDocument;
  readonly dayOf: ReadonlyMap<string, number>;
  readonly hourOf: ReadonlyMap<string, number>;
  readonly teacherOf: ReadonlyMap<string, number>;
  /** By the name of a child: what its text names, and the list it must be in. */
  readonly #lists: ReadonlyMap<string, readonly [what: string, known: { has(name: string): boolean }]>;
  /** What the elements looked up so far name and the document does not have, said with the element they stand in. */
  readonly strangers = new Set<string>();

  constructor(document: FetDocument) {
    this.#document = document;
    this.dayOf = new Map(document.days.map((name, index) => [name, index]));
    this.hourOf = new Map(document.hours.map((name, index) => [name, index]));
    this.teacherOf = new Map(document.teachers.map((name, index) => [name, index]));
    const tags = ['nhãn (tag)', document.tags] as const;
    const subjects = ['môn', document.subjects] as const;
    this.#lists = new Map<string, readonly [string, { has(name: string): boolean }]>([
      ['Subject', subjects],
      ['Subject_Name', subjects],
      ['Activity_Tag', tags],
      ['Activity_Tag_Name', tags],
      ['First_Activity_Tag', tags],
      ['Second_Activity_Tag', tags],
      ['Teacher_Name', ['giáo viên', this.teacherOf]],
      ['Students_Name', ['lớp/nhóm', document.students]],
    ]);
  }

  #note(element: XmlElement, what: string, name: string): void {
    this.strangers.add(
      `${element.name.replace('Constraint', '')}: ${what} "${name}" không có trong danh sách`,
    );
  }

  /** The day or the hour of that name; undefined when left open, and when it is not known: that is noted. */
  #known(element: XmlElement, places: ReadonlyMap<string, number>, what: string, name: string) {
    if (name === '') return undefined;
    const place = places.get(name);
    if (place === undefined) this.#note(element, what, name);
    return place;
  }

  /** An activity by its id; undefined for one that is inactive, or not there at all: that is noted. */
  activity(element: XmlElement, id: number): number | undefined {
    if (!this.#document.activityIds.has(id)) this.#note(element, 'hoạt động số', String(id));
    return this.#document.activityOf.get(id);
  }

  /** Notes subjects, tags, teachers and sets of students that an element names and the document does not have. */
  checkNames(element: XmlElement): void {
    for (const { name, text } of element.children) {
      const list = this.#lists.get(name);
      if (list && text !== '' && !list[1].has(text)) this.#note(element, list[0], text);
    }
  }

  /** Slots of a preferred day and hour; a reason when one of them is not known. */
  startingTime(element: XmlElement): number[] | string {
    const hours = this.#document.hours.length;
    const names = [
      textOfChild(element, 'Preferred_Day') || textOfChild(element, 'Day'),
      textOfChild(element, 'Preferred_Hour') || textOfChild(element, 'Hour'),
    ] as const;
    const [day, hour] = [this.dayOf.get(names[0]), this.hourOf.get(names[1])];
    if (day === undefined && names[0] !== '') return `ngày "${names[0]}" không có trong danh sách`;
    if (hour === undefined && names[1] !== '') return `tiết "${names[1]}" không có trong danh sách`;
    // Either may be left open.
    const slots: number[] = [];
    for (let one = day ?? 0; one < (day === undefined ? this.#document.days.length : day + 1); one++)
      for (let time = hour ?? 0; time < (hour === undefined ? hours : hour + 1); time++)
        slots.push(one * hours + time);
    return slots;
  }

  /** Activities by id; those that are inactive are left out, as FET does. */
  ids(element: XmlElement): number[] {
    const ids: number[] = [];
    for (const child of childrenOf(element, 'Activity_Id')) {
      const activity = this.activity(element, Number(child.text));
      if (activity !== undefined) ids.push(activity);
    }
    return [...new Set(ids)];
  }

  /** Activities that are wanted. */
  where(wanted: (activity: FetActivity) => boolean): number[] {
    const found: number[] = [];
    this.#document.activities.forEach((activity, index) => {
      if (wanted(activity)) found.push(index);
    });
    return found;
  }

  /** Activities by teacher, students, subject, tag, duration, component; blank is any. */
  filtered(element: XmlElement): number[] {
    const teacher = textOfChild(element, 'Teacher_Name');
    const students = textOfChild(element, 'Students_Name');
    const subject = textOfChild(element, 'Subject_Name');
    const tag = textOfChild(element, 'Activity_Tag_Name');
    const duration = Number(textOfChild(element, 'Duration')) || 0;
    const component = Number(textOfChild(element, 'Component_Number')) || 0;
    const atoms = students === '' ? undefined : new Set(this.#document.students.get(students) ?? []);
    return this.where(
      (activity) =>
        (teacher === '' || activity.teachers.includes(teacher)) &&
        (subject === '' || activity.subject === subject) &&
        (tag === '' || activity.tags.includes(tag)) &&
        (duration === 0 || activity.duration === duration) &&
        (component === 0 || activity.component === component) &&
        (!atoms || activity.atoms.some((atom) => atoms.has(atom))),
    );
  }

  /** Slots named by the children `item`, each a day and an hour. */
  slots(element: XmlElement, item: string): number[] {
    const hours = this.#document.hours.length;
    const slots: number[] = [];
    for (const child of childrenOf(element, item)) {
      const day = this.#known(element, this.dayOf, 'ngày', textOfFirst(child, dayNames));
      const hour = this.#known(element, this.hourOf, 'tiết', textOfFirst(child, hourNames));
      if (day !== undefined && hour !== undefined) slots.push(day * hours + hour);
    }
    return slots;
  }
}

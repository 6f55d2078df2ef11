import { childrenOf, type XmlElement } from '../xml.ts';
import { type FetActivity, type FetDocument, textOfChild } from './document.ts';

/** What the names, ids, days and hours in a constraint element stand for. */
export class FetNames {
  readonly #document: FetDocument;
  readonly dayOf: ReadonlyMap<string, number>;
  readonly hourOf: ReadonlyMap<string, number>;
  readonly teacherOf: ReadonlyMap<string, number>;

  constructor(document: FetDocument) {
    this.#document = document;
    this.dayOf = new Map(document.days.map((name, index) => [name, index]));
    this.hourOf = new Map(document.hours.map((name, index) => [name, index]));
    this.teacherOf = new Map(document.teachers.map((name, index) => [name, index]));
  }

  /** Slots of a preferred day and hour. */
  startingTime(element: XmlElement): number[] {
    const hours = this.#document.hours.length;
    const day = this.dayOf.get(textOfChild(element, 'Preferred_Day') || textOfChild(element, 'Day'));
    const hour = this.hourOf.get(textOfChild(element, 'Preferred_Hour') || textOfChild(element, 'Hour'));
    // Either may be left open.
    return Array.from({ length: this.#document.days.length * hours }, (_, slot) => slot).filter(
      (slot) =>
        (day === undefined || Math.floor(slot / hours) === day) &&
        (hour === undefined || slot % hours === hour),
    );
  }

  /** Activities by id; those that are inactive or unknown are left out, as FET does. */
  ids(element: XmlElement): number[] {
    const ids = childrenOf(element, 'Activity_Id').map((child) =>
      this.#document.activityOf.get(Number(child.text)),
    );
    return [...new Set(ids.filter((activity) => activity !== undefined))];
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
      const part = (...names: readonly string[]) =>
        names.map((name) => textOfChild(child, name)).find((text) => text !== '') ?? '';
      const day = this.dayOf.get(part('Day', 'Preferred_Day', 'Preferred_Starting_Day', 'Selected_Day'));
      const hour = this.hourOf.get(
        part('Hour', 'Preferred_Hour', 'Preferred_Starting_Hour', 'Selected_Hour'),
      );
      if (day !== undefined && hour !== undefined) slots.push(day * hours + hour);
    }
    return slots;
  }
}

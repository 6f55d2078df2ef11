import { childOf, childrenOf, DocumentError, type XmlElement } from '../xml.ts';

/** A lesson as the document has it; only active ones are kept. */
export interface FetActivity {
  readonly id: number;
  readonly group: number;
  /** Which part of its split course it is, from 1. */
  readonly component: number;
  readonly teachers: readonly string[];
  readonly subject: string;
  readonly tags: readonly string[];
  readonly students: readonly string[];
  /** Atoms of its students, each once: indices into FetDocument.atoms. */
  readonly atoms: readonly number[];
  readonly duration: number;
  readonly pupils: number;
}

/** A room; a virtual one is made of one real room of each of its sets. */
export interface FetRoom {
  readonly name: string;
  readonly building: string;
  readonly capacity: number;
  readonly sets: readonly (readonly string[])[];
}

/** A constraint as written: its element without the prefix, its weight in percent, its children. */
export interface FetConstraint {
  readonly kind: string;
  readonly space: boolean;
  readonly weight: number;
  readonly element: XmlElement;
}

export interface FetDocument {
  readonly name: string;
  readonly version: string;
  readonly mode: 'Official' | 'Mornings-Afternoons' | 'Block-Planning' | 'Terms';
  readonly days: readonly string[];
  readonly hours: readonly string[];
  /** In the mode of terms: how many days each term has; otherwise all. */
  readonly daysPerTerm: number;
  readonly teachers: readonly string[];
  /** Smallest sets of students. */
  readonly atoms: readonly string[];
  /** Atoms of each year, group and subgroup. */
  readonly students: ReadonlyMap<string, readonly number[]>;
  readonly activities: readonly FetActivity[];
  readonly activityOf: ReadonlyMap<number, number>;
  /** Ids of all activities, the inactive ones too. */
  readonly activityIds: ReadonlySet<number>;
  readonly subjects: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly rooms: readonly FetRoom[];
  readonly roomOf: ReadonlyMap<string, number>;
  readonly constraints: readonly FetConstraint[];
  /** What was left out of reading and why, one entry a reason; never silently. */
  readonly remarks: readonly string[];
}

const truths = new Set(['true', 'yes', '1']);

/** The text of a child, '' when there is none. */
export function textOfChild(element: XmlElement, name: string): string {
  return childOf(element, name)?.text ?? '';
}

/** The text of a child of the first of those names that says something, '' when none does. */
export function textOfFirst(element: XmlElement, names: readonly string[]): string {
  for (const name of names) {
    const text = textOfChild(element, name);
    if (text !== '') return text;
  }
  return '';
}

/** Whether a child says true; `otherwise` when there is none. */
export function flagOf(element: XmlElement, name: string, otherwise: boolean): boolean {
  const child = childOf(element, name);
  return child ? truths.has(child.text.toLowerCase()) : otherwise;
}

/** The number in a child, at least 0. Throws DocumentError when there is none. */
export function numberOf(element: XmlElement, name: string): number {
  const text = textOfChild(element, name);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw new DocumentError(`Thẻ <${element.name}> thiếu số ở <${name}>${text && `: "${text}"`}.`);
  if (value < 0) throw new DocumentError(`Thẻ <${element.name}> có <${name}> là ${text}: cần số từ 0.`);
  return value;
}

/** The texts of all children of that name that say something. */
function textsOf(element: XmlElement, name: string): string[] {
  const texts: string[] = [];
  for (const { text } of childrenOf(element, name)) if (text !== '') texts.push(text);
  return texts;
}

function namesIn(root: XmlElement, list: string, item: string): string[] {
  const parent = childOf(root, list);
  return parent ? childrenOf(parent, item).map((child) => textOfChild(child, 'Name')) : [];
}

/** Reads a .fet document (FET 5 and 6). Throws DocumentError, with the row, for what contradicts itself. */
export function readFet(root: XmlElement): FetDocument {
  if (root.name.toLowerCase() !== 'fet')
    throw new DocumentError(`Đây không phải tệp .fet: thẻ ngoài cùng là <${root.name}>, cần <fet>.`);
  const remarks = new Set<string>();
  const days = readNames(root, 'Days_List', 'Day');
  const hours = readNames(root, 'Hours_List', 'Hour');
  if (days.length === 0 || hours.length === 0)
    throw new DocumentError('Tệp .fet không có ngày hoặc không có tiết nào.');
  if (hours.length > 31)
    throw new DocumentError(`Mỗi ngày ${hours.length} tiết: nhiều hơn 31 tiết một ngày thì chưa xếp được.`);
  const { atoms, students, pupils } = readStudents(root);
  const teachers = namesIn(root, 'Teachers_List', 'Teacher');
  const { activities, activityIds } = readActivities(root, {
    teachers: new Set(teachers),
    students,
    pupils,
    hours: hours.length,
    remarks,
  });
  const rooms = readRooms(root);
  const version = root.attributes.version ?? '';
  // Versions of FET 5 made for half-day schools said "day" for what is now the real day.
  const custom = /-(algeria|morocco|ma(?!th))/.test(version);
  // A version of FET 5 for schools with five terms a year.
  const fiveTerms = version.includes('-mathmake');
  const mode = custom ? 'Mornings-Afternoons' : fiveTerms ? 'Terms' : modeOf(textOfChild(root, 'Mode'));
  const termList = childOf(root, 'Terms_List') ?? childOf(root, 'Terms');
  const daysPerTerm = Number(
    (termList && textOfChild(termList, 'Number_of_Days_Per_Term')) ||
      textOfChild(root, 'Number_of_Days_Per_Term') ||
      (fiveTerms ? Math.ceil(days.length / 5) : days.length),
  );
  return {
    name: textOfChild(root, 'Institution_Name'),
    version,
    mode,
    days,
    hours,
    daysPerTerm,
    teachers,
    atoms,
    students,
    activities,
    activityIds,
    subjects: new Set(namesIn(root, 'Subjects_List', 'Subject')),
    tags: new Set(namesIn(root, 'Activity_Tags_List', 'Activity_Tag')),
    activityOf: new Map(activities.map((activity, index) => [activity.id, index])),
    rooms,
    roomOf: new Map(rooms.map((room, index) => [room.name, index])),
    constraints: [
      ...readConstraints(root, 'Time_Constraints_List', false, remarks).map((constraint) =>
        custom ? { ...constraint, kind: namedToday(constraint.kind) } : constraint,
      ),
      ...readConstraints(root, 'Space_Constraints_List', true, remarks),
    ],
    remarks: [...remarks],
  };
}

/** Days and hours: `<Day><Name>`, in old files `<Name>` alone. */
function readNames(root: XmlElement, list: string, item: string): string[] {
  const parent = childOf(root, list);
  if (!parent) return [];
  const named = childrenOf(parent, item).map((child) => textOfChild(child, 'Name'));
  return named.length > 0 ? named : childrenOf(parent, 'Name').map((child) => child.text);
}

function modeOf(text: string): FetDocument['mode'] {
  const plain = text.replaceAll('_', '-').toLowerCase();
  if (plain.startsWith('morning')) return 'Mornings-Afternoons';
  if (plain.startsWith('block')) return 'Block-Planning';
  return plain.startsWith('term') ? 'Terms' : 'Official';
}

/** What a rule of a half-day version of FET 5 is called since FET 6: its days were real days. */
function namedToday(kind: string): string {
  return kind
    .replace(/MaxHoursDaily$/, 'MaxHoursDailyRealDays')
    .replace(/(?<!Interval)(Max|Min)DaysPerWeek$/, '$1RealDaysPerWeek')
    .replace(/HalfDays$/, '');
}

function readStudents(root: XmlElement) {
  const atoms: string[] = [];
  const atomOf = new Map<string, number>();
  const students = new Map<string, readonly number[]>();
  const pupils = new Map<string, number>();
  const atom = (name: string) => {
    if (!atomOf.has(name)) atomOf.set(name, atoms.push(name) - 1);
    return atomOf.get(name)!;
  };
  const note = (element: XmlElement, within: readonly number[]) => {
    const name = textOfChild(element, 'Name');
    students.set(name, [...new Set([...(students.get(name) ?? []), ...within])]);
    pupils.set(name, Number(textOfChild(element, 'Number_of_Students')) || 0);
    return within;
  };
  const list = childOf(root, 'Students_List');
  for (const year of list ? childrenOf(list, 'Year') : []) {
    const groups = childrenOf(year, 'Group');
    const ofYear = groups.flatMap((group) => {
      const subgroups = childrenOf(group, 'Subgroup');
      const ofGroup = subgroups.flatMap((subgroup) => note(subgroup, [atom(textOfChild(subgroup, 'Name'))]));
      return note(group, ofGroup.length > 0 ? ofGroup : [atom(textOfChild(group, 'Name'))]);
    });
    note(year, ofYear.length > 0 ? ofYear : [atom(textOfChild(year, 'Name'))]);
  }
  return { atoms, students, pupils };
}

function readActivities(
  root: XmlElement,
  known: {
    readonly teachers: ReadonlySet<string>;
    readonly students: ReadonlyMap<string, readonly number[]>;
    readonly pupils: ReadonlyMap<string, number>;
    readonly hours: number;
    readonly remarks: Set<string>;
  },
): { activities: FetActivity[]; activityIds: ReadonlySet<number> } {
  const list = childOf(root, 'Activities_List');
  const components = new Map<number, number>();
  const seen = new Set<number>();
  const activities: FetActivity[] = [];
  for (const element of list ? childrenOf(list, 'Activity') : []) {
    const id = numberOf(element, 'Id');
    const row = `Hoạt động (activity) số ${id}`;
    if (seen.has(id)) throw new DocumentError(`${row} có hai lần trong tệp.`);
    seen.add(id);
    const group = Number(textOfChild(element, 'Activity_Group_Id')) || 0;
    const component = group === 0 ? 1 : (components.get(group) ?? 0) + 1;
    if (group !== 0) components.set(group, component);
    if (!flagOf(element, 'Active', true)) continue;
    const duration = numberOf(element, 'Duration');
    const teachers = textsOf(element, 'Teacher');
    const students = textsOf(element, 'Students');
    if (!Number.isInteger(duration) || duration < 1)
      throw new DocumentError(`${row} có độ dài ${duration}: cần số nguyên từ 1.`);
    if (duration > known.hours)
      throw new DocumentError(
        `${row} dài ${duration} tiết, dài hơn một buổi (${known.hours} tiết): không xếp được. Chia nhỏ hoạt động này.`,
      );
    for (const teacher of teachers)
      if (!known.teachers.has(teacher))
        throw new DocumentError(`${row} giao cho giáo viên "${teacher}" không có trong danh sách giáo viên.`);
    for (const set of students)
      if (!known.students.has(set))
        throw new DocumentError(`${row} cho lớp/nhóm "${set}" không có trong danh sách học sinh.`);
    const given = childOf(element, 'Number_Of_Students') ?? childOf(element, 'Number_of_Students');
    activities.push({
      id,
      group,
      component,
      teachers: [...new Set(teachers)],
      subject: textOfChild(element, 'Subject'),
      tags: textsOf(element, 'Activity_Tag'),
      students,
      atoms:
        students.length === 1
          ? known.students.get(students[0]!)!
          : [...new Set(students.flatMap((set) => known.students.get(set)!))],
      duration,
      pupils: given
        ? Number(given.text)
        : students.reduce((sum, set) => sum + (known.pupils.get(set) ?? 0), 0),
    });
  }
  if (activities.length === 0)
    throw new DocumentError('Tệp .fet không có hoạt động (activity) nào đang dùng: không có gì để xếp.');
  return { activities, activityIds: seen };
}

function readRooms(root: XmlElement): FetRoom[] {
  const list = childOf(root, 'Rooms_List');
  return (list ? childrenOf(list, 'Room') : []).map((room) => ({
    name: textOfChild(room, 'Name'),
    building: textOfChild(room, 'Building'),
    capacity: capacityOf(room),
    sets: flagOf(room, 'Virtual', false)
      ? childrenOf(room, 'Set_of_Real_Rooms').map((set) =>
          childrenOf(set, 'Real_Room').map((real) => real.text),
        )
      : [],
  }));
}

/** Places of a room; without a figure as many as are wanted. Throws DocumentError for what is no number. */
function capacityOf(room: XmlElement): number {
  const text = textOfChild(room, 'Capacity');
  const value = text === '' ? Number.POSITIVE_INFINITY : Number(text);
  if (!(value >= 0))
    throw new DocumentError(`Phòng "${textOfChild(room, 'Name')}" có sức chứa "${text}": cần số từ 0.`);
  return value;
}

function readConstraints(
  root: XmlElement,
  list: string,
  space: boolean,
  remarks: Set<string>,
): FetConstraint[] {
  const parent = childOf(root, list);
  if (!parent) return [];
  const constraints: FetConstraint[] = [];
  for (const element of parent.children) {
    const { name } = element;
    if (!name.startsWith('Constraint')) remarks.add(`<${list}> có thẻ <${name}> không phải ràng buộc`);
    else if (flagOf(element, 'Active', true)) {
      const text = textOfChild(element, 'Weight_Percentage') || textOfChild(element, 'Weight') || '100';
      const weight = Number(text);
      if (!(weight >= 0 && weight <= 100))
        throw new DocumentError(`Ràng buộc <${name}> có trọng số "${text}": cần từ 0 đến 100.`);
      constraints.push({ kind: name.slice('Constraint'.length), space, weight, element });
    }
  }
  return constraints;
}

import { Random } from '../core/random.ts';

/** A lesson of the generated school. */
export interface SchoolLesson {
  readonly subject: string;
  /** Classes and teachers by name; several classes: an elective block; several teachers: taught together. */
  readonly classes: readonly string[];
  readonly teachers: readonly string[];
  readonly duration: number;
  readonly session: 'morning' | 'afternoon';
  /** Kind of room it needs; undefined for the class's own. */
  readonly room?: RoomKind;
  /** Where it is fixed: day and period from 0. */
  readonly fixed?: readonly [number, number];
}

export type RoomKind = 'computers' | 'laboratory' | 'yard';

/** A school as rows: what a formatter or the compiler takes. Invented; figures of the size of a large school in the mountains. */
export interface BorderSchool {
  readonly days: number;
  /** Periods of a morning, of an afternoon (none on the last day) and of the last morning. */
  readonly morning: number;
  readonly afternoon: number;
  readonly saturday: number;
  readonly classes: readonly string[];
  readonly teachers: readonly string[];
  readonly rooms: readonly { readonly name: string; readonly kind: RoomKind }[];
  readonly lessons: readonly SchoolLesson[];
  /** Days on which a teacher serves at another school. */
  readonly away: ReadonlyMap<string, readonly number[]>;
  /** Classes that can be fed at noon. */
  readonly lunchPlaces: number;
}

/** Classes of each grade, at most 7, and how many teach in all. */
export interface SchoolShape {
  readonly classes: Readonly<Record<number, number>>;
  readonly teachers: number;
  /** Teachers who serve a day a week at another school. */
  readonly shared: number;
}

/** The largest: grades 6 to 12. */
export const largestShape: SchoolShape = {
  classes: { 6: 6, 7: 6, 8: 6, 9: 6, 10: 7, 11: 7, 12: 7 },
  teachers: 90,
  shared: 6,
};
const letters = 'ABCDEGH';

interface Wanted {
  readonly subject: string;
  /** Lengths of its lessons in a week. */
  readonly parts: readonly number[];
  readonly room?: RoomKind;
  readonly session?: 'afternoon';
}

const lowerSecondary: readonly Wanted[] = [
  { subject: 'Ngữ văn', parts: [2, 1, 1] },
  { subject: 'Toán', parts: [1, 1, 1, 1] },
  { subject: 'Tiếng Anh', parts: [1, 1, 1] },
  { subject: 'KHTN (Sinh)', parts: [1] },
  { subject: 'KHTN (Lí)', parts: [1] },
  { subject: 'KHTN (Hoá)', parts: [1] },
  { subject: 'Lịch sử và Địa lí (Sử)', parts: [1] },
  { subject: 'Lịch sử và Địa lí (Địa)', parts: [1, 1] },
  { subject: 'Giáo dục công dân', parts: [1] },
  { subject: 'Tin học', parts: [1], room: 'computers' },
  { subject: 'Công nghệ', parts: [1] },
  { subject: 'Giáo dục thể chất', parts: [1, 1], room: 'yard' },
  { subject: 'Âm nhạc', parts: [1] },
  { subject: 'Mĩ thuật', parts: [1] },
  { subject: 'Giáo dục địa phương', parts: [1] },
  { subject: 'Toán', parts: [1], session: 'afternoon' },
  { subject: 'Ngữ văn', parts: [1], session: 'afternoon' },
  { subject: 'Tiếng Anh', parts: [1, 1], session: 'afternoon' },
];

const upperSecondary: readonly Wanted[] = [
  { subject: 'Ngữ văn', parts: [2, 1] },
  { subject: 'Toán', parts: [1, 1, 1] },
  { subject: 'Tiếng Anh', parts: [1, 1, 1] },
  { subject: 'Lịch sử', parts: [1, 1] },
  { subject: 'Giáo dục thể chất', parts: [1, 1], room: 'yard' },
  { subject: 'Quốc phòng và an ninh', parts: [1] },
  { subject: 'Giáo dục địa phương', parts: [1] },
  { subject: 'Toán', parts: [1], session: 'afternoon' },
  { subject: 'Ngữ văn', parts: [1], session: 'afternoon' },
  { subject: 'Tiếng Anh', parts: [1, 1], session: 'afternoon' },
];

/** Electives of a class taught to the whole class, two periods each, with one period of topics for three of them. */
const combinations = [
  ['Vật lí', 'Hoá học', 'Sinh học', 'Tin học'],
  ['Vật lí', 'Hoá học', 'Công nghệ', 'Tin học'],
  ['Địa lí', 'Giáo dục kinh tế và pháp luật', 'Vật lí', 'Công nghệ'],
  ['Địa lí', 'Giáo dục kinh tế và pháp luật', 'Sinh học', 'Tin học'],
];
/** What pupils of the last three classes of a grade choose among, in parallel: four blocks a week. */
const blocks = [
  ['Vật lí', 'Địa lí', 'Tin học'],
  ['Hoá học', 'Giáo dục kinh tế và pháp luật', 'Sinh học'],
];

/** Who teaches what: one team of teachers for subjects that one person can teach. */
const teamOf: Readonly<Record<string, string>> = {
  'KHTN (Sinh)': 'Sinh học',
  'KHTN (Lí)': 'Vật lí',
  'KHTN (Hoá)': 'Hoá học',
  'Lịch sử và Địa lí (Sử)': 'Lịch sử',
  'Lịch sử và Địa lí (Địa)': 'Địa lí',
  'Giáo dục công dân': 'Giáo dục kinh tế và pháp luật',
  'Quốc phòng và an ninh': 'Giáo dục thể chất',
  'Giáo dục địa phương': 'Lịch sử',
};
const sharedTeams = ['Âm nhạc', 'Mĩ thuật', 'Tin học', 'Công nghệ'];

/**
 * A school with two sessions, as large as its shape says: left out, 45 classes (grades 6 to 12) and 90 teachers of whom 6 serve at a
 * second school. Integrated subjects, elective blocks, a limit on classes at lunch. Every class has all 29 morning periods and
 * two afternoons of two. The same seed and shape, the same school.
 */
export function borderSchool(seed: number, shape: SchoolShape = largestShape): BorderSchool {
  const random = new Random(seed);
  const classes = Object.entries(shape.classes).flatMap(([grade, many]) =>
    Array.from({ length: many }, (_, at) => `${grade}${letters[at]}`),
  );
  const wanted = classes.flatMap((name) => lessonsOf(name, shape));
  const staff = new Staff(wanted, shape, random);
  const lessons = wanted.map((lesson) => staff.taught(lesson));
  for (const name of classes) {
    const homeroom = staff.homeroomOf(name, lessons);
    const own = { classes: [name], teachers: [homeroom], duration: 1, session: 'morning' as const };
    lessons.push({ ...own, subject: 'Chào cờ', fixed: [0, 0] });
    lessons.push({ ...own, subject: 'Sinh hoạt lớp', fixed: [5, 3] });
    lessons.push({ ...own, subject: 'Hoạt động trải nghiệm, hướng nghiệp' });
  }
  const room = (kind: RoomKind, many: number) =>
    Array.from({ length: many }, (_, at) => ({ name: `${kind} ${at + 1}`, kind }));
  const share = (many: number) => Math.ceil((many * classes.length) / 45);
  return {
    ...{ days: 6, morning: 5, afternoon: 2, saturday: 4, classes, lessons },
    ...{ teachers: staff.names, away: staff.away },
    rooms: [...room('computers', share(4)), ...room('laboratory', share(3)), ...room('yard', share(5))],
    lunchPlaces: share(20),
  };
}

interface OpenLesson extends Omit<SchoolLesson, 'teachers'> {
  /** Subjects whose teachers take it. */
  readonly taughtBy: readonly string[];
}

function lessonsOf(name: string, shape: SchoolShape): OpenLesson[] {
  const grade = Number.parseInt(name, 10);
  const own = (list: readonly Wanted[]): OpenLesson[] =>
    list.flatMap(({ subject, parts, room, session }) =>
      parts.map((duration) => ({
        ...{ subject, classes: [name], duration, session: session ?? 'morning', taughtBy: [subject] },
        ...(room && { room }),
      })),
    );
  if (grade < 10)
    return [
      ...own(lowerSecondary),
      // One lesson of natural science a week is an experiment with two teachers.
      {
        ...{ subject: 'KHTN (thực hành)', classes: [name], duration: 1, session: 'morning' },
        ...{ room: 'laboratory', taughtBy: ['KHTN (Lí)', 'KHTN (Sinh)'] },
      },
    ];
  const at = letters.indexOf(name.at(-1)!);
  if (at < 4) {
    const electives = combinations[at]!;
    const list = electives.map((subject, place) => ({ subject, parts: place < 3 ? [1, 1, 1] : [1, 1] }));
    return [...own(upperSecondary), ...own(list)];
  }
  const list = ['Địa lí', 'Giáo dục kinh tế và pháp luật', 'Công nghệ'].map((subject) => ({
    subject,
    parts: [1, 1],
  }));
  const shared: OpenLesson[] =
    at > 4
      ? []
      : blocks.flatMap((taughtBy) =>
          [1, 1, ...(taughtBy === blocks[0] ? [1] : [])].map((duration) => ({
            ...{ subject: taughtBy.join(' / '), duration, session: 'morning' as const, taughtBy },
            classes: [...letters.slice(4, shape.classes[grade])].map((letter) => `${grade}${letter}`),
          })),
        );
  return [...own(upperSecondary), ...own(list), ...shared];
}

/** Teachers by team, as many as its periods ask for; a class keeps its teacher of a subject. */
class Staff {
  readonly names: string[] = [];
  readonly away = new Map<string, readonly number[]>();
  readonly #teams = new Map<string, string[]>();
  readonly #load = new Map<string, number>();
  readonly #of = new Map<string, string>();
  readonly #homeroom = new Set<string>();

  constructor(lessons: readonly OpenLesson[], shape: SchoolShape, random: Random) {
    const periods = new Map<string, number>();
    for (const { taughtBy, duration } of lessons)
      for (const subject of taughtBy) {
        const team = teamOf[subject] ?? subject;
        periods.set(team, (periods.get(team) ?? 0) + duration);
      }
    const all = [...periods.values()].reduce((sum, one) => sum + one, 0);
    const share = [...periods].map(([team, many]) => ({ team, exact: (many / all) * shape.teachers }));
    const count = new Map(share.map(({ team, exact }) => [team, Math.max(1, Math.floor(exact))]));
    const rest = share.toSorted((one, other) => (other.exact % 1) - (one.exact % 1));
    for (let at = 0; [...count.values()].reduce((sum, one) => sum + one, 0) < shape.teachers; at++)
      count.set(rest[at % rest.length]!.team, count.get(rest[at % rest.length]!.team)! + 1);
    for (const [team, many] of count)
      this.#teams.set(
        team,
        Array.from({ length: many }, (_, at) => `${team} ${at + 1}`),
      );
    this.names.push(...[...this.#teams.values()].flat());
    for (let at = 0; at < shape.shared; at++) {
      const team = this.#teams.get(sharedTeams[at % sharedTeams.length]!)!;
      const name = team[Math.floor(at / sharedTeams.length)] ?? team[0]!;
      const first = 1 + random.below(4);
      // Never Monday morning or Saturday's last period: a day in the middle of the week.
      this.away.set(name, [first]);
    }
  }

  taught({ taughtBy, ...lesson }: OpenLesson): SchoolLesson {
    const teachers: string[] = [];
    for (const subject of taughtBy)
      teachers.push(this.#teacherFor(lesson.classes, subject, lesson.duration, teachers));
    return { ...lesson, teachers };
  }

  /** The teacher of the class who has least to do and no class of their own yet. */
  homeroomOf(name: string, lessons: readonly SchoolLesson[]): string {
    const known = [
      ...new Set(lessons.filter(({ classes }) => classes.includes(name)).flatMap(({ teachers }) => teachers)),
    ].filter((teacher) => !this.#homeroom.has(teacher) && !this.away.has(teacher));
    const free = known.length > 0 ? known : this.names.filter((teacher) => !this.#homeroom.has(teacher));
    const chosen = this.#lightest(free);
    this.#homeroom.add(chosen);
    this.#load.set(chosen, this.#loadOf(chosen) + 3);
    return chosen;
  }

  #teacherFor(
    classes: readonly string[],
    subject: string,
    duration: number,
    taken: readonly string[],
  ): string {
    const team = teamOf[subject] ?? subject;
    const key = `${classes.join()} ${team}`;
    const known = this.#of.get(key);
    const chosen =
      known && !taken.includes(known)
        ? known
        : this.#lightest(this.#teams.get(team)!.filter((name) => !taken.includes(name)));
    this.#of.set(key, chosen);
    this.#load.set(chosen, this.#loadOf(chosen) + duration);
    return chosen;
  }

  #loadOf(name: string): number {
    return this.#load.get(name) ?? 0;
  }

  #lightest(names: readonly string[]): string {
    return names.reduce((best, name) => ((this.#load.get(name) ?? 0) < this.#loadOf(best) ? name : best));
  }
}

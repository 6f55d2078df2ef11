import type { ProblemBuilder } from '../../core/problem.ts';
import { DocumentError } from '../xml.ts';
import type { SchoolProblem } from './schema.ts';

/** Resources of teachers, rooms and the smallest parts of classes. Throws DocumentError for what names nobody. */
export class People {
  readonly #teachers = new Map<string, number>();
  readonly #rooms = new Map<string, number>();
  /** Atoms of every class, group and cross group. */
  readonly #atoms = new Map<string, readonly number[]>();
  readonly #pupils = new Map<string, number>();
  /** The hours in which anybody of a class has a lesson: of its own where it is divided or only some may come. */
  readonly #whole = new Map<string, number>();

  constructor(school: SchoolProblem, builder: ProblemBuilder) {
    const add = <Value>(map: Map<string, Value>, id: string, value: Value) => {
      if (map.has(id)) throw new DocumentError(`Mã "${id}" có hai lần.`);
      map.set(id, value);
    };
    const partly = new Set(school.lessons.flatMap((lesson) => lesson.partly ?? []));
    for (const { id } of school.teachers) add(this.#teachers, id, builder.addResource());
    for (const { id } of school.rooms) add(this.#rooms, id, builder.addResource());
    for (const { id, pupils, divisions } of school.classes) {
      // An atom for each way of being in one group of every division.
      let atoms: { readonly in: readonly string[] }[] = [{ in: [] }];
      for (const groups of divisions ?? [])
        atoms = atoms.flatMap((atom) => groups.map((group) => ({ in: [...atom.in, group.id] })));
      const resources = atoms.map((atom) => ({ ...atom, resource: builder.addResource() }));
      add(
        this.#atoms,
        id,
        resources.map(({ resource }) => resource),
      );
      this.#pupils.set(id, pupils ?? 0);
      const whole = resources.length > 1 || partly.has(id) ? builder.addResource() : resources[0]!.resource;
      this.#whole.set(id, whole);
      for (const group of (divisions ?? []).flat()) {
        add(
          this.#atoms,
          group.id,
          resources.filter((atom) => atom.in.includes(group.id)).map(({ resource }) => resource),
        );
        this.#pupils.set(group.id, group.pupils ?? 0);
      }
    }
    for (const { id, of } of school.crossGroups ?? []) {
      add(this.#atoms, id, [...new Set(of.flatMap((part) => this.atoms(part, `nhóm ghép "${id}"`)))]);
      this.#pupils.set(
        id,
        of.reduce((sum, part) => sum + this.pupils(part), 0),
      );
    }
  }

  teacher(id: string, where: string): number {
    const found = this.#teachers.get(id);
    if (found === undefined)
      throw new DocumentError(`Giáo viên "${id}" không có trong danh sách (${where}).`);
    return found;
  }

  room(id: string, where: string): number {
    const found = this.#rooms.get(id);
    if (found === undefined) throw new DocumentError(`Phòng "${id}" không có trong danh sách (${where}).`);
    return found;
  }

  atoms(id: string, where: string): readonly number[] {
    const found = this.#atoms.get(id);
    if (!found) throw new DocumentError(`Lớp/nhóm "${id}" không có trong danh sách (${where}).`);
    return found;
  }

  /** Names of all classes, groups and cross groups. */
  groupNames(): ReadonlySet<string> {
    return new Set(this.#atoms.keys());
  }

  /** The hours in which anybody of a class has a lesson. */
  whole(id: string): number {
    const found = this.#whole.get(id);
    if (found === undefined) throw new DocumentError(`Lớp "${id}" không có trong danh sách (ràng buộc).`);
    return found;
  }

  /** Those of the classes that any of the groups belongs to. */
  wholeClassesOf(groups: readonly string[]): number[] {
    const atoms = new Set(groups.flatMap((group) => this.atoms(group, 'tiết')));
    return [...this.#whole]
      .filter(([id]) => this.atoms(id, 'lớp').some((atom) => atoms.has(atom)))
      .map(([, whole]) => whole);
  }

  pupils(id: string): number {
    return this.#pupils.get(id) ?? 0;
  }

  /** Resources on which nothing may clash: all of them. */
  all(): number[] {
    return [
      ...this.#teachers.values(),
      ...this.#rooms.values(),
      ...new Set([...this.#atoms.values()].flat()),
    ];
  }

  /** Name of the teacher, room or class that a resource stands for. */
  nameOf(resource: number): string {
    for (const map of [this.#teachers, this.#rooms])
      for (const [id, one] of map) if (one === resource) return id;
    for (const [id, atoms] of this.#atoms) if (atoms.includes(resource)) return id;
    return '';
  }
}

/** Resources of the teachers and of the class parts that a constraint speaks of. */
export function membersOf(
  school: SchoolProblem,
  people: People,
  who: {
    readonly teachers?: 'all' | readonly string[] | undefined;
    readonly classes?: 'all' | readonly string[] | undefined;
  },
): number[] {
  const teachers = who.teachers === 'all' ? school.teachers.map(({ id }) => id) : (who.teachers ?? []);
  const classes = who.classes === 'all' ? school.classes.map(({ id }) => id) : (who.classes ?? []);
  return [
    ...teachers.map((id) => people.teacher(id, 'ràng buộc')),
    ...new Set(classes.flatMap((id) => people.atoms(id, 'ràng buộc'))),
  ];
}

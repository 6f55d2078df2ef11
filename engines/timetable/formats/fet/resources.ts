import type { ProblemBuilder } from '../../core/problem.ts';
import type { FetRule, Members } from './asks.ts';
import type { FetDocument } from './document.ts';

/**
 * Resources of the teachers and atoms of a document that have activities, and those for hours with a tag that a rule
 * speaks about. Atoms with the very same activities and closed slots are one resource.
 */
export class FetResources {
  readonly #teachers: Int32Array;
  readonly #atoms: Int32Array;
  readonly #tagged = new Map<string, number>();
  readonly #of: number[][];
  readonly #names: { readonly teachers: readonly string[]; readonly atoms: readonly string[] };
  readonly #exclusive = new Set<number>();

  constructor(
    document: FetDocument,
    rules: readonly FetRule[],
    builder: ProblemBuilder,
    closedOf: (atom: number) => Int32Array,
  ) {
    const { activities } = document;
    this.#names = document;
    const teacherOf = new Map(document.teachers.map((name, index) => [name, index]));
    this.#teachers = new Int32Array(document.teachers.length).fill(-1);
    this.#atoms = new Int32Array(document.atoms.length).fill(-1);
    this.#of = activities.map(() => []);
    const activitiesOfAtom: number[][] = document.atoms.map(() => []);
    const activitiesOfTeacher: number[][] = document.teachers.map(() => []);
    activities.forEach(({ atoms, teachers }, index) => {
      for (const atom of atoms) activitiesOfAtom[atom]!.push(index);
      for (const name of teachers) activitiesOfTeacher[teacherOf.get(name)!]!.push(index);
    });
    const alike = new Map<string, number>();
    activitiesOfAtom.forEach((having, atom) => {
      if (having.length === 0) return;
      const key = `${having.join()} ${closedOf(atom).join()}`;
      this.#atoms[atom] = alike.get(key) ?? this.#add(builder, having);
      alike.set(key, this.#atoms[atom]!);
    });
    activitiesOfTeacher.forEach((having, teacher) => {
      if (having.length > 0) this.#teachers[teacher] = this.#add(builder, having);
    });
    for (const resource of [...this.#atoms, ...this.#teachers])
      if (resource >= 0) this.#exclusive.add(resource);

    const withTag = (having: readonly number[], tag: string) =>
      having.filter((activity) => activities[activity]!.tags.includes(tag));
    const addTagged = (key: string, having: readonly number[]) => {
      if (!this.#tagged.has(key) && having.length > 0) this.#tagged.set(key, this.#add(builder, having));
    };
    for (const { ask } of rules) {
      if (ask.ask === 'tags-not-overlapping')
        for (const tag of ask.tags) addTagged(`all ${tag}`, withTag([...activities.keys()], tag));
      if (!('members' in ask)) continue;
      const { who, of, tag } = ask.members;
      const having = who === 'teachers' ? activitiesOfTeacher : activitiesOfAtom;
      const tags = ask.ask === 'tags-a-day' ? ask.tags : tag === undefined ? [] : [tag];
      for (const one of tags)
        for (const member of of) {
          const within = withTag(having[member]!, one);
          const key = keyOf(who, this.of(who, member), one);
          // Every hour has the tag: the hours with it are all hours.
          if (within.length > 0 && within.length === having[member]!.length)
            this.#tagged.set(key, this.of(who, member));
          else addTagged(key, within);
        }
    }
  }

  /** The resource of a member, or of its hours with a tag; -1 when there are none. */
  of(who: Members['who'], member: number, tag?: string): number {
    const resource = (who === 'teachers' ? this.#teachers : this.#atoms)[member]!;
    return tag === undefined ? resource : (this.#tagged.get(keyOf(who, resource, tag)) ?? -1);
  }

  /** The resource of all hours with a tag; -1 when there are none. */
  ofTag(tag: string): number {
    return this.#tagged.get(`all ${tag}`) ?? -1;
  }

  ofActivity(activity: number): readonly number[] {
    return this.#of[activity]!;
  }

  /** Names of the teacher or the atoms that are the resource. */
  ownersOf(resource: number): readonly string[] {
    return [
      ...this.#names.teachers.filter((_, teacher) => this.#teachers[teacher] === resource),
      ...this.#names.atoms.filter((_, atom) => this.#atoms[atom] === resource),
    ];
  }

  /** Resources on which nothing may clash. */
  exclusive(): readonly number[] {
    return [...this.#exclusive];
  }

  #add(builder: ProblemBuilder, activities: readonly number[]): number {
    const resource = builder.addResource();
    for (const activity of activities) this.#of[activity]!.push(resource);
    return resource;
  }
}

function keyOf(who: Members['who'], resource: number, tag: string): string {
  return `${who} ${resource} ${tag}`;
}

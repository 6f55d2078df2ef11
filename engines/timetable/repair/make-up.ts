/** A place that a lost lesson could have. */
export interface MakeUpPlace {
  /** Cells of the days to come (a resource in a period, by number) that are free now and serve one lesson only. */
  readonly takes: readonly number[];
  /** The hours of somebody on a day, by number, that the lesson adds to; how many are left says `hoursLeft`. */
  readonly counts: readonly number[];
  readonly cost: number;
}

/** A lesson that was not held. */
export interface LostLesson {
  /** In periods. */
  readonly duration: number;
  /** How badly it is missed, from 0: among as many lessons those that are missed more have a place. */
  readonly urgency: number;
  /** Where it could be held, the cheapest first. */
  readonly places: readonly MakeUpPlace[];
  /** For each view (by class, by teacher): who it belongs to, and the cell of each place that nobody else of theirs can have. */
  readonly owners: readonly { readonly who: string; readonly cells: readonly number[] }[];
}

export interface MadeUp {
  /** For each lesson the index of its place; -1: it has none. */
  readonly chosen: readonly number[];
  /** Whether it is proved that no more lessons can have a place. */
  readonly most: boolean;
}

/** How many lessons one that comes may send elsewhere, and how deep such a chain goes. */
const mostSent = 2;
const deepest = 12;

/**
 * Places for as many lost lessons as a search with chains finds, none in the place of another, and among as many the urgent ones. A lesson
 * takes the cheapest free place, else sends one or two others elsewhere (augmenting chains, as in matching, over lessons that take several
 * cells); one gives way where two fit instead, or one that is more urgent. Afterwards each goes to the cheapest place that is still free.
 * `nodes`: places looked at in chains. Deterministic.
 *
 * The most lessons come before the urgent ones: each must be made up some day, and leaving two out for one helps nobody. It costs urgency
 * little: where a lesson takes one cell, the sets that have places are a matroid (Edmonds and Fulkerson 1965), so that taking the urgent
 * first gives the most lessons and the most urgency both; only lessons of several cells can set one against the other.
 */
export function makeUp(lost: readonly LostLesson[], hoursLeft: readonly number[], nodes = 60_000): MadeUp {
  const packing = new Packing(lost, hoursLeft, nodes);
  for (const equals of Map.groupBy(packing.order, (lesson) => lost[lesson]!.urgency).values()) {
    for (const lesson of equals) packing.placeFree(lesson);
    for (const lesson of equals) packing.placeByChain(lesson);
  }
  packing.exchange();
  packing.cheapen();
  const { chosen } = packing;
  const left = chosen.filter((place) => place < 0).length;
  return { chosen, most: left === leastLeft(lost, hoursLeft) };
}

/** Lessons that certainly find no place: for each owner those over what a matching of lessons and cells, or the hours left, can hold. */
function leastLeft(lost: readonly LostLesson[], hoursLeft: readonly number[]): number {
  const views = Math.max(0, ...lost.map(({ owners }) => owners.length));
  return Math.max(
    0,
    ...Array.from({ length: views }, (_, view) => {
      const own = lost.flatMap((lesson) => (lesson.owners[view] ? [{ ...lesson.owners[view], lesson }] : []));
      return [...Map.groupBy(own, ({ who }) => who).values()].reduce(
        (sum, lessons) =>
          sum +
          Math.max(
            lessons.length - matched(lessons.map(({ cells }) => cells)),
            overHours(
              lessons.map(({ lesson }) => lesson),
              hoursLeft,
            ),
          ),
        0,
      );
    }),
  );
}

/** How many of some lessons are too many for the hours left on the days they reach, all together. */
function overHours(lessons: readonly LostLesson[], hoursLeft: readonly number[]): number {
  if (lessons.some(({ places }) => places.some(({ counts }) => counts.length === 0))) return 0;
  const reached = new Set(lessons.flatMap(({ places }) => places.flatMap(({ counts }) => counts)));
  const hours = [...reached].reduce((sum, count) => sum + hoursLeft[count]!, 0);
  const needed = lessons.reduce((sum, { duration }) => sum + duration, 0);
  return Math.max(0, Math.ceil((needed - hours) / Math.max(1, ...lessons.map(({ duration }) => duration))));
}

/** How many of some lessons can have a cell of their own each. */
function matched(cellsOf: readonly (readonly number[])[]): number {
  const takenBy = new Map<number, number>();
  const find = (lesson: number, seen: Set<number>): boolean => {
    for (const cell of cellsOf[lesson]!) {
      if (seen.has(cell)) continue;
      seen.add(cell);
      const other = takenBy.get(cell);
      if (other !== undefined && !find(other, seen)) continue;
      takenBy.set(cell, lesson);
      return true;
    }
    return false;
  };
  return cellsOf.filter((_, lesson) => find(lesson, new Set())).length;
}

class Packing {
  readonly chosen: number[];
  /** The most urgent first. */
  readonly order: readonly number[];
  readonly #lost: readonly LostLesson[];
  readonly #takenBy = new Map<number, number>();
  readonly #countedBy = new Map<number, Set<number>>();
  readonly #hoursLeft: number[];
  /** What was chosen before each change, to take back chains that end nowhere. */
  readonly #trail: { lesson: number; before: number }[] = [];
  #nodes: number;

  constructor(lost: readonly LostLesson[], hoursLeft: readonly number[], nodes: number) {
    this.#lost = lost;
    this.#hoursLeft = [...hoursLeft];
    this.#nodes = nodes;
    this.chosen = lost.map(() => -1);
    this.order = [...lost.keys()].sort((one, other) => lost[other]!.urgency - lost[one]!.urgency);
  }

  placeFree(lesson: number): boolean {
    const place = this.#lost[lesson]!.places.findIndex((_, at) => this.#inTheWay(lesson, at).length === 0);
    if (place >= 0) this.#choose(lesson, place);
    return place >= 0;
  }

  placeByChain(lesson: number): void {
    if (this.chosen[lesson]! < 0) this.#chain(lesson, new Set(), new Set(), 0);
  }

  /** Takes a lesson out where two others fit instead, or one that is more urgent; until nothing gets better by it. */
  exchange(): void {
    for (let better = true; better; ) {
      better = false;
      for (const out of this.order.toReversed()) {
        if (this.chosen[out]! < 0) continue;
        const before = this.#trail.length;
        this.#choose(out, -1);
        const waiting = this.order.filter((lesson) => this.chosen[lesson]! < 0 && lesson !== out);
        const placed = [...waiting, out].filter((lesson) => this.placeFree(lesson));
        const urgency = placed.reduce((sum, lesson) => sum + this.#lost[lesson]!.urgency, 0);
        if (placed.length > 1 || (placed.length === 1 && urgency > this.#lost[out]!.urgency)) better = true;
        else this.#takeBack(before);
      }
    }
  }

  /** Lets each lesson go to a cheaper place that has become free. */
  cheapen(): void {
    for (let round = 0, better = true; better && round < 5; round++) {
      better = false;
      for (const lesson of this.order) {
        const place = this.chosen[lesson]!;
        const cheaper = this.#lost[lesson]!.places.findIndex(
          (_, at) => at < place && this.#inTheWay(lesson, at).length === 0,
        );
        if (cheaper < 0) continue;
        this.#choose(lesson, cheaper);
        better = true;
      }
    }
  }

  #chain(lesson: number, moving: Set<number>, seen: Set<string>, depth: number): boolean {
    if (this.placeFree(lesson)) return true;
    if (depth >= deepest) return false;
    moving.add(lesson);
    for (const [place, from] of this.#ways(lesson)) {
      const key = `${lesson} ${place} ${from}`;
      if (seen.has(key) || this.#nodes-- <= 0) continue;
      const others = this.#inTheWay(lesson, place, from);
      if (others.length > mostSent || others.some((other) => moving.has(other))) continue;
      seen.add(key);
      const before = this.#trail.length;
      for (const other of others) this.#choose(other, -1);
      if (this.#inTheWay(lesson, place).length === 0) {
        this.#choose(lesson, place);
        if (others.every((other) => this.#chain(other, moving, seen, depth + 1))) {
          moving.delete(lesson);
          return true;
        }
      }
      this.#takeBack(before);
    }
    moving.delete(lesson);
    return false;
  }

  /** Each place, and of those that fill its hours each as the first to leave. */
  *#ways(lesson: number): Generator<[place: number, from: number]> {
    for (const [place, { counts }] of this.#lost[lesson]!.places.entries()) {
      const filling = Math.max(1, ...counts.map((count) => this.#countedBy.get(count)?.size ?? 0));
      for (let from = 0; from < filling; from++) yield [place, from];
    }
  }

  /** Lessons that must leave for it; of those that fill the hours of a day as few as make room, beginning with the one at `from`. */
  #inTheWay(lesson: number, place: number, from = 0): number[] {
    const { duration, places } = this.#lost[lesson]!;
    const { takes, counts } = places[place]!;
    const others = new Set<number>();
    for (const cell of takes) {
      const other = this.#takenBy.get(cell);
      if (other !== undefined && other !== lesson) others.add(other);
    }
    for (const count of counts) {
      let left = this.#hoursLeft[count]!;
      const counted = [...(this.#countedBy.get(count) ?? [])];
      const there = [...counted.slice(from), ...counted.slice(0, from)];
      for (const other of there)
        if (other === lesson || others.has(other)) left += this.#lost[other]!.duration;
      for (const other of there) {
        if (left >= duration) break;
        if (other === lesson || others.has(other)) continue;
        others.add(other);
        left += this.#lost[other]!.duration;
      }
      // More than the day has, even without the others: in its own way.
      if (left < duration) others.add(lesson);
    }
    return [...others];
  }

  #choose(lesson: number, place: number): void {
    this.#trail.push({ lesson, before: this.chosen[lesson]! });
    this.#put(lesson, place);
  }

  #put(lesson: number, place: number): void {
    const { places, duration } = this.#lost[lesson]!;
    const old = places[this.chosen[lesson]!];
    for (const cell of old?.takes ?? []) this.#takenBy.delete(cell);
    for (const count of old?.counts ?? []) {
      this.#hoursLeft[count]! += duration;
      this.#countedBy.get(count)!.delete(lesson);
    }
    this.chosen[lesson] = place;
    const now = places[place];
    for (const cell of now?.takes ?? []) this.#takenBy.set(cell, lesson);
    for (const count of now?.counts ?? []) {
      this.#hoursLeft[count]! -= duration;
      this.#countedBy.set(count, (this.#countedBy.get(count) ?? new Set()).add(lesson));
    }
  }

  #takeBack(length: number): void {
    while (this.#trail.length > length) {
      const { lesson, before } = this.#trail.pop()!;
      this.#put(lesson, before);
    }
  }
}

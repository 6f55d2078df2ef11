import type { TaughtClass, Teacher } from '../assignment.ts';
import { loadTolerance } from '../settings.ts';
import type { Piece } from './pieces.ts';

/** What a choice costs or is worth, in the same unit: one squared period a week away from the norm costs `fair`. */
const weight = {
  fair: 0.5,
  preparation: 6,
  /** Activities and local contents are prepared together. */
  openPreparation: 1,
  /** The teacher had the same pupils in the subject last year. */
  continued: 10,
  /** Homeroom teachers teach their own class. */
  homeroom: 8,
  openHomeroom: 2,
  /** Open subjects go to somebody who already teaches the class. */
  sameClass: 1,
};
const mostPasses = 30;
const deepestChain = 3;

export interface SearchInput {
  readonly classes: readonly TaughtClass[];
  readonly teachers: readonly Teacher[];
  readonly pieces: readonly Piece[];
  /** Mean periods a week each teacher already has (kept rows, other schools), by index. */
  readonly startLoads: readonly number[];
  /** `${class id} ${subject} ${strand} ${staff id}` of last year's teachers of the same pupils. */
  readonly lastYear: ReadonlySet<string>;
}

/**
 * Deals pieces out to teachers: each piece gets the index of a teacher, or -1 where nobody has room. Hard: only candidates, at most
 * the norm plus the tolerance (homeroom hours excepted). Soft, least cost: loads close to each one's norm (squares, so that the
 * spread is small), few different preparations, last year's teachers, homeroom teachers in their own class.
 * Greedy filling, chains of moves for what is left, then moves and swaps while they help. No luck: the same input gives the same.
 */
export function dealOut(input: SearchInput): { assigned: number[]; loads: number[] } {
  const { pieces, teachers } = input;
  const state = startState(input);
  const indexes = pieces.map((_, index) => index);
  for (const at of indexes) {
    const piece = pieces[at]!;
    if (piece.homeroomOnly) state.put(at, piece.candidates[0]!);
  }
  const fixed = (at: number) => pieces[at]!.homeroomOnly;
  const regular = indexes.filter((at) => !fixed(at) && !pieces[at]!.open);
  const open = indexes.filter((at) => !fixed(at) && pieces[at]!.open);
  for (const group of [regular, open]) {
    // Scarce first: few candidates, then larger pieces, then by grade so that a preparation fills up.
    const order = [...group].sort(
      (a, b) =>
        pieces[a]!.candidates.length - pieces[b]!.candidates.length ||
        pieces[b]!.mean - pieces[a]!.mean ||
        pieces[a]!.preparation - pieces[b]!.preparation ||
        a - b,
    );
    for (const at of order) fill(state, pieces[at]!, at);
    place(state, group);
    improve(state, group, teachers.length);
    place(state, group);
  }
  return { assigned: state.assigned, loads: state.loads };
}

const toPrepare = (piece: Piece) => (piece.open ? weight.openPreparation : weight.preparation);

type State = ReturnType<typeof startState>;

function startState({ classes, teachers, pieces, startLoads, lastYear }: SearchInput) {
  const loads = [...startLoads];
  const caps = teachers.map(({ norm }) => norm + loadTolerance.value);
  const assigned = pieces.map(() => -1);
  const preparationCount = Math.max(0, ...pieces.map(({ preparation }) => preparation + 1));
  const prepared = new Int16Array(teachers.length * preparationCount);
  const inClass = new Int16Array(teachers.length * classes.length);
  const bonus = pieces.map((piece) => {
    const schoolClass = classes[piece.classIndex]!;
    return new Map(
      piece.candidates.map((teacher) => {
        const { id } = teachers[teacher]!;
        const key = `${schoolClass.id} ${piece.subjectCode} ${piece.strand} ${id}`;
        const continued = lastYear.has(key) ? weight.continued : 0;
        const own = piece.open ? weight.openHomeroom : weight.homeroom;
        return [teacher, continued + (schoolClass.homeroomStaffId === id ? own : 0)] as const;
      }),
    );
  });

  const fair = (teacher: number, load: number) => weight.fair * (load - teachers[teacher]!.norm) ** 2;
  const place = (teacher: number, piece: Piece) => teacher * preparationCount + piece.preparation;
  const seat = (teacher: number, piece: Piece) => teacher * classes.length + piece.classIndex;
  const worth = (at: number, teacher: number) =>
    (bonus[at]!.get(teacher) ?? 0) +
    (pieces[at]!.open && inClass[seat(teacher, pieces[at]!)]! > 0 ? weight.sameClass : 0);

  return {
    pieces,
    loads,
    assigned,
    worth,
    fits: (teacher: number, change: number) => loads[teacher]! + change <= caps[teacher]! + 1e-9,
    isPrepared: (teacher: number, piece: Piece) => prepared[place(teacher, piece)]! > 0,
    preparedOnce: (teacher: number, piece: Piece) => prepared[place(teacher, piece)] === 1,
    fairChange: (teacher: number, change: number) =>
      fair(teacher, loads[teacher]! + change) - fair(teacher, loads[teacher]!),
    put(at: number, teacher: number): void {
      const piece = pieces[at]!;
      const before = assigned[at]!;
      if (before >= 0) {
        loads[before]! -= piece.mean;
        prepared[place(before, piece)]! -= 1;
        if (!piece.open) inClass[seat(before, piece)]! -= 1;
      }
      assigned[at] = teacher;
      if (teacher >= 0) {
        loads[teacher]! += piece.mean;
        prepared[place(teacher, piece)]! += 1;
        if (!piece.open) inClass[seat(teacher, piece)]! += 1;
      }
    },
  };
}

/** First filling: to whoever is most worth it with room left, keeping to preparations already begun. */
function fill(state: State, piece: Piece, at: number): void {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const teacher of piece.candidates) {
    if (!state.fits(teacher, piece.mean)) continue;
    const preparation = state.isPrepared(teacher, piece) ? 0 : toPrepare(piece);
    const score = state.worth(at, teacher) - preparation - state.fairChange(teacher, piece.mean) * 0.5;
    if (score > bestScore + 1e-9) {
      best = teacher;
      bestScore = score;
    }
  }
  if (best >= 0) state.put(at, best);
}

/** Finds room for pieces nobody has, by moving others on in short chains. */
function place(state: State, group: readonly number[]): void {
  const takenBy = new Map<number, number[]>();
  const movable = new Set(group);
  function chain(at: number, depth: number, visited: Set<number>): boolean {
    const piece = state.pieces[at]!;
    for (const teacher of piece.candidates) {
      if (state.fits(teacher, piece.mean)) {
        state.put(at, teacher);
        return true;
      }
    }
    if (depth === 0) return false;
    for (const teacher of piece.candidates) {
      if (visited.has(teacher)) continue;
      visited.add(teacher);
      for (const other of takenBy.get(teacher) ?? []) {
        if (state.assigned[other] !== teacher || !movable.has(other)) continue;
        const moved = state.pieces[other]!;
        if (!state.fits(teacher, piece.mean - moved.mean)) continue;
        state.put(other, -1);
        state.put(at, teacher);
        if (chain(other, depth - 1, visited)) return true;
        state.put(at, -1);
        state.put(other, teacher);
      }
    }
    return false;
  }
  for (const at of group) {
    if (state.assigned[at] !== -1) continue;
    takenBy.clear();
    for (const other of group) {
      const teacher = state.assigned[other]!;
      if (teacher >= 0) takenBy.set(teacher, [...(takenBy.get(teacher) ?? []), other]);
    }
    chain(at, deepestChain, new Set());
  }
}

/** Moves single pieces and swaps pairs while that lowers the cost. */
function improve(state: State, group: readonly number[], teacherCount: number): void {
  const { pieces, assigned } = state;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let changed = false;
    for (const at of group) changed = moveOne(state, at) || changed;
    const byTeacher: number[][] = Array.from({ length: teacherCount }, () => []);
    for (const at of group) if (assigned[at]! >= 0) byTeacher[assigned[at]!]!.push(at);
    for (const at of group) {
      for (const teacher of pieces[at]!.candidates) {
        for (const other of byTeacher[teacher]!) {
          if (swapTwo(state, at, other)) {
            changed = true;
            break;
          }
        }
      }
    }
    if (!changed) return;
  }
}

function moveOne(state: State, at: number): boolean {
  const piece = state.pieces[at]!;
  const from = state.assigned[at]!;
  if (from < 0) return false;
  const leaving =
    state.fairChange(from, -piece.mean) -
    (state.preparedOnce(from, piece) ? toPrepare(piece) : 0) +
    state.worth(at, from);
  let best = -1;
  let bestChange = -1e-6;
  for (const teacher of piece.candidates) {
    if (teacher === from || !state.fits(teacher, piece.mean)) continue;
    const change =
      leaving +
      state.fairChange(teacher, piece.mean) +
      (state.isPrepared(teacher, piece) ? 0 : toPrepare(piece)) -
      state.worth(at, teacher);
    if (change < bestChange) {
      best = teacher;
      bestChange = change;
    }
  }
  if (best < 0) return false;
  state.put(at, best);
  return true;
}

function swapTwo(state: State, at: number, other: number): boolean {
  const one = state.pieces[at]!;
  const two = state.pieces[other]!;
  const a = state.assigned[at]!;
  const b = state.assigned[other]!;
  if (a < 0 || b < 0 || a === b || !two.candidates.includes(a)) return false;
  const shift = two.mean - one.mean;
  if (!state.fits(a, shift) || !state.fits(b, -shift)) return false;
  let change =
    state.fairChange(a, shift) +
    state.fairChange(b, -shift) +
    state.worth(at, a) +
    state.worth(other, b) -
    state.worth(at, b) -
    state.worth(other, a);
  if (one.preparation !== two.preparation) {
    if (state.preparedOnce(a, one)) change -= toPrepare(one);
    if (state.preparedOnce(b, two)) change -= toPrepare(two);
    if (!state.isPrepared(a, two)) change += toPrepare(two);
    if (!state.isPrepared(b, one)) change += toPrepare(one);
  }
  if (change > -1e-6) return false;
  state.put(at, b);
  state.put(other, a);
  return true;
}

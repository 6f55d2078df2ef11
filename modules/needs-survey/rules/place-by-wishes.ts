import { cheapestAssignment } from '#engines/timetable';

/** A pupil of a block with what was wished: subjects of the block, or of others. */
export interface Wishing {
  readonly pupilId: string;
  /** The subject of the block that the own class takes: who wishes nothing, or gets no wish, learns it. */
  readonly own: string;
  /** First wish and second wish; empty: no answer. */
  readonly wishes: readonly string[];
  /** Subjects that the pupil learns in a group of another block: no wish leads there. */
  readonly elsewhere: readonly string[];
  /** Drawn once, the same whenever it is asked for; compared as text, the smaller one goes first. */
  readonly lot: string;
}

/** A subject of a block, with room for so many pupils in all its groups. */
export interface Offered {
  readonly subjectCode: string;
  readonly room: number;
}

/**
 * Why a wish was not granted. `full`: smaller lots took the room; `notOpened`: fewer pupils than a group needs; `needed`: the group where the
 * pupil is would have too few; `notOffered`: not in this block; `elsewhere`: learnt in a group of another block.
 */
export type WhyNot = 'full' | 'notOpened' | 'needed' | 'notOffered' | 'elsewhere';

export interface Placing {
  readonly subjectCode: string;
  /** Which wish it is; null: the subject of the class, not wished. */
  readonly wish: number | null;
  /** The wishes before it that were not granted, in order. */
  readonly missed: readonly WhyNot[];
}

/**
 * Subjects of a block for its pupils, by pupil. Who wishes the subject of the own class first keeps it; then as many first wishes as can be
 * granted; then, with those settled, as many second wishes; everybody else in the subject of the own class. No subject has more pupils than
 * room, nor some but fewer than `least`. Where more wish than there is room for, the lot decides: of all ways with the most wishes, that one
 * whose granted lots, by their place in line, add up to least. Second wishes wait until the first ones are settled: otherwise who wrote none down would be kept in the full group before who did.
 * Says nothing of the order of `pupils`. Undefined: the subject of a class has fewer pupils than `least`, and nobody can make it up.
 */
export function placeByWishes(
  pupils: readonly Wishing[],
  offered: readonly Offered[],
  least: number,
): ReadonlyMap<string, Placing> | undefined {
  const inLine = pupils.toSorted((one, other) =>
    one.lot === other.lot ? compare(one.pupilId, other.pupilId) : compare(one.lot, other.lot),
  );
  const codes = offered.map(({ subjectCode }) => subjectCode);
  const open = ({ wishes, elsewhere }: Wishing, at: number) => {
    const wish = wishes[at];
    return wish !== undefined && codes.includes(wish) && !elsewhere.includes(wish) ? wish : undefined;
  };
  // One more wish granted outweighs every lot: they add up to less than the square of the number of pupils.
  const ungranted = inLine.length ** 2;
  const first = cheapest(
    inLine.map((one, line) => {
      const wish = open(one, 0);
      if (wish === one.own) return new Map([[wish, 0]]);
      const options = new Map([[one.own, ungranted]]);
      const second = open(one, 1);
      if (second) options.set(second, ungranted);
      return wish ? options.set(wish, line) : options;
    }),
    offered,
    least,
  );
  if (!first) return undefined;
  const settled = cheapest(
    inLine.map((one, line) => {
      const wish = open(one, 0);
      if (wish && wish === first[line]) return new Map([[wish, 0]]);
      const options = new Map([[one.own, ungranted]]);
      const second = open(one, 1);
      return second ? options.set(second, line) : options;
    }),
    offered,
    least,
  );
  if (!settled) return undefined;
  const pupilsOf = (code: string) => settled.filter((one) => one === code).length;
  const roomOf = new Map(offered.map(({ subjectCode, room }) => [subjectCode, room]));
  const whyNot = ({ elsewhere }: Wishing, wish: string): WhyNot => {
    const room = roomOf.get(wish);
    if (room === undefined) return 'notOffered';
    if (elsewhere.includes(wish)) return 'elsewhere';
    if (pupilsOf(wish) === 0) return 'notOpened';
    return pupilsOf(wish) >= room ? 'full' : 'needed';
  };
  return new Map(
    inLine.map((one, line) => {
      const subjectCode = settled[line] ?? one.own;
      const at = one.wishes.indexOf(subjectCode);
      return [
        one.pupilId,
        {
          subjectCode,
          wish: at < 0 ? null : at + 1,
          missed: one.wishes.slice(0, at < 0 ? undefined : at).map((wish) => whyNot(one, wish)),
        },
      ];
    }),
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The cheapest subject for each pupil out of the own options (subject, whole price of at least 0), with as many pupils in each as it has room for
 * and none or at least `least`. A flow gives the cheapest when nothing is asked of small groups; a subject that then has too few is closed or
 * held open, and the cheaper of the two is taken (branch and bound). Undefined: there is no way.
 */
function cheapest(
  options: readonly ReadonlyMap<string, number>[],
  offered: readonly Offered[],
  least: number,
): string[] | undefined {
  const places = new Map(offered.map(({ subjectCode }, at) => [subjectCode, at]));
  const costs = options.map((own) =>
    [...own].flatMap(([code, cost]) => {
      const station = places.get(code);
      return station === undefined ? [] : [{ station, cost }];
    }),
  );
  // A seat beyond those that must be taken costs more than all wishes together, and a pupil without a seat more than all such seats.
  const spare = 1 + costs.reduce((sum, own) => sum + Math.max(0, ...own.map(({ cost }) => cost)), 0);
  const undone = spare * (costs.length + 1);

  function settle(
    decided: ReadonlyMap<number, 'held' | 'closed'>,
    below: number,
  ): { station: readonly number[]; cost: number } | undefined {
    const stations = offered.map(({ room }, at) => ({
      behind: -1,
      prices: Array.from({ length: decided.get(at) === 'closed' ? 0 : room }, (_, seat) =>
        decided.get(at) === 'held' && seat < least ? 0 : spare,
      ),
    }));
    const { station } = cheapestAssignment({ costs, undone, stations });
    const sizes = offered.map((_, at) => station.filter((one) => one === at).length);
    if (station.includes(-1) || sizes.some((size, at) => decided.get(at) === 'held' && size < least))
      return undefined;
    const cost = station.reduce(
      (sum, at, pupil) => sum + (costs[pupil]?.find((one) => one.station === at)?.cost ?? 0),
      0,
    );
    if (cost >= below) return undefined;
    const small = sizes.findIndex((size) => size > 0 && size < least);
    if (small < 0) return { station, cost };
    const without = settle(new Map(decided).set(small, 'closed'), below);
    return settle(new Map(decided).set(small, 'held'), without?.cost ?? below) ?? without;
  }

  return settle(new Map(), Number.POSITIVE_INFINITY)?.station.map((at) => offered[at]?.subjectCode ?? '');
}

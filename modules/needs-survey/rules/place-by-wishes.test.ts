import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Offered, type Placing, placeByWishes, type Wishing } from './place-by-wishes.ts';

const wishing = (pupilId: string, own: string, wishes: readonly string[], lot = pupilId): Wishing => ({
  ...{ pupilId, own, wishes, lot },
  elsewhere: [],
});
const offered = (rooms: Readonly<Record<string, number>>): Offered[] =>
  Object.entries(rooms).map(([subjectCode, room]) => ({ subjectCode, room }));
/** Subject and wish of each pupil, in words. */
const shown = (placings: ReturnType<typeof placeByWishes>) =>
  placings &&
  Object.fromEntries(
    [...placings].map(([id, { subjectCode, wish }]) => [id, `${subjectCode} ${wish ?? '-'}`]),
  );

describe('a subject that more wish than it has room for', () => {
  const rooms = offered({ PHY: 3, ECL: 1 });

  test('goes to the smallest lots, whoever is listed first; the others learn the subject of the class, and it is said why', () => {
    const pupils = ['c', 'a', 'b'].map((lot) => wishing(`of ${lot}`, 'PHY', ['ECL'], lot));
    const placings = placeByWishes(pupils, rooms, 1);
    expect(shown(placings)).toEqual({ 'of a': 'ECL 1', 'of b': 'PHY -', 'of c': 'PHY -' });
    expect(placings?.get('of b')?.missed).toEqual(['full']);
  });

  test('is kept by those of its own class who wish it, whatever their lots', () => {
    const pupils = [wishing('a', 'PHY', ['ECL']), wishing('b', 'ECL', ['ECL', 'PHY'])];
    expect(shown(placeByWishes(pupils, rooms, 1))).toEqual({ a: 'PHY -', b: 'ECL 1' });
  });

  test('is not lost by writing down a second wish', () => {
    const pupils = [wishing('a', 'PHY', ['ECL', 'GEO']), wishing('b', 'PHY', ['ECL'])];
    expect(shown(placeByWishes(pupils, offered({ PHY: 2, ECL: 1, GEO: 1 }), 1))).toEqual({
      a: 'ECL 1',
      b: 'PHY -',
    });
  });

  test('gives place to who wishes for the subject of those who leave', () => {
    const pupils = [
      wishing('a', 'PHY', ['ECL']),
      wishing('b', 'PHY', []),
      wishing('c', 'ECL', ['PHY']),
      wishing('d', 'ECL', []),
    ];
    expect(shown(placeByWishes(pupils, offered({ PHY: 2, ECL: 2 }), 1))).toEqual({
      ...{ a: 'ECL 1', b: 'PHY -', c: 'PHY 1', d: 'ECL -' },
    });
  });
});

describe('a subject that fewer wish than a group needs', () => {
  test('is not opened: its pupils get their second wish, or the subject of the class', () => {
    const pupils = [
      wishing('a', 'PHY', ['GEO', 'ECL']),
      wishing('b', 'PHY', ['GEO']),
      ...['c', 'd', 'e', 'f', 'g', 'h'].map((id, at) => wishing(id, at < 3 ? 'PHY' : 'ECL', [])),
    ];
    const placings = placeByWishes(pupils, offered({ PHY: 9, ECL: 9, GEO: 9 }), 3);
    expect(shown(placings)).toMatchObject({ a: 'ECL 2', b: 'PHY -' });
    expect(placings?.get('a')?.missed).toEqual(['notOpened']);
  });

  test('but that a class must go on learning keeps as many as it needs', () => {
    const pupils = [
      wishing('a', 'PHY', ['ECL']),
      wishing('b', 'PHY', ['ECL']),
      ...['c', 'd', 'e'].map((id) => wishing(id, id === 'c' ? 'PHY' : 'ECL', [])),
    ];
    const placings = placeByWishes(pupils, offered({ PHY: 9, ECL: 9 }), 2);
    expect(shown(placings)).toMatchObject({ a: 'ECL 1', b: 'PHY -', c: 'PHY -' });
    expect(placings?.get('b')?.missed).toEqual(['needed']);
  });

  test('and that cannot be made up leaves no way', () => {
    const pupils = [wishing('a', 'PHY', []), wishing('b', 'ECL', []), wishing('c', 'ECL', [])];
    expect(placeByWishes(pupils, offered({ PHY: 9, ECL: 9 }), 2)).toBeUndefined();
  });
});

test('a wish for what is not in the block, or is learnt in another, is told as such', () => {
  const pupils = [
    wishing('a', 'PHY', ['BIO', 'ECL']),
    { ...wishing('b', 'PHY', ['ECL', 'GEO']), elsewhere: ['ECL'] },
  ];
  const placings = placeByWishes(pupils, offered({ PHY: 2, ECL: 2, GEO: 2 }), 1);
  expect(shown(placings)).toEqual({ a: 'ECL 2', b: 'GEO 2' });
  expect([...(placings?.values() ?? [])].map(({ missed }) => missed)).toEqual([
    ['notOffered'],
    ['elsewhere'],
  ]);
});

interface Case {
  readonly pupils: readonly Wishing[];
  readonly offered: readonly Offered[];
  readonly least: number;
}

/** Every way to place the pupils in which sizes hold and nobody leaves the subject of the class that is the first wish: subjects by pupil. */
function everyWay({ pupils, offered: subjects, least }: Case): string[][] {
  const ways = pupils.reduce<string[][]>(
    (before, { own, wishes }) =>
      before.flatMap((way) =>
        [
          ...new Set([
            own,
            ...wishes.filter((wish) => wishes[0] !== own && subjects.some((one) => one.subjectCode === wish)),
          ]),
        ].map((code) => [...way, code]),
      ),
    [[]],
  );
  return ways.filter((way) =>
    subjects.every(({ subjectCode, room }) => {
      const size = way.filter((code) => code === subjectCode).length;
      return size === 0 || (size >= least && size <= room);
    }),
  );
}

/** What is wrong with a placing, held against every other way. */
function faultsOf(one: Case, placings: ReadonlyMap<string, Pick<Placing, 'subjectCode'>>): string[] {
  const { pupils } = one;
  const lots = pupils.map(({ lot }) => lot).sort();
  const granted = (way: readonly string[], place: number) =>
    pupils.filter(({ wishes }, at) => wishes[place] !== undefined && wishes[place] === way[at]);
  const line = (those: readonly Wishing[]) => those.reduce((sum, { lot }) => sum + lots.indexOf(lot), 0);
  const ways = everyWay(one);
  const own = pupils.map(({ pupilId }) => placings.get(pupilId)?.subjectCode ?? '');
  if (!ways.some((way) => way.join() === own.join())) return ['sizes'];
  const most = (those: readonly string[][], place: number) =>
    those.filter((way) => those.every((other) => granted(other, place).length <= granted(way, place).length));
  const best = most(ways, 0);
  const first = granted(own, 0);
  if (first.length < granted(best[0] ?? [], 0).length) return ['first wishes'];
  if (best.some((way) => line(granted(way, 0)) < line(first))) return ['lots of first wishes'];
  const same = best.filter((way) => granted(way, 0).every((pupil) => first.includes(pupil)));
  const second = granted(own, 1);
  const then = most(same, 1);
  if (second.length < granted(then[0] ?? [], 1).length) return ['second wishes'];
  return then.some((way) => line(granted(way, 1)) < line(second)) ? ['lots of second wishes'] : [];
}

const codes = ['PHY', 'ECL', 'GEO'];
const anyCase = fc
  .record({
    pupils: fc.array(
      fc.record({
        own: fc.constantFrom('PHY', 'ECL'),
        wishes: fc.shuffledSubarray([...codes, 'BIO'], { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    rooms: fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
    ),
    lots: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
    least: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ pupils, rooms, lots, least }): Case => ({
      pupils: pupils.map(({ own, wishes }, at) => wishing(`pupil ${at}`, own, wishes, `${lots[at]}`)),
      offered: codes.map((subjectCode, at) => ({ subjectCode, room: rooms[at] ?? 1 })),
      least,
    }),
  );

describe('of all ways to place the pupils', () => {
  test('none grants more first wishes, or to smaller lots; nor then more second ones; and sizes hold', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const placings = placeByWishes(one.pupils, one.offered, one.least);
        if (placings) expect(faultsOf(one, placings)).toEqual([]);
        else expect(everyWay(one)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('the same is taken whatever the order of the rows', () => {
    fc.assert(
      fc.property(anyCase, fc.func(fc.integer()), (one, key) => {
        const rows = one.pupils.toSorted((a, b) => key(a.pupilId) - key(b.pupilId));
        const subjects = one.offered;
        const entries = (pupils: readonly Wishing[]) =>
          [...(placeByWishes(pupils, subjects, one.least) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(entries(rows)).toEqual(entries(one.pupils));
      }),
    );
  });

  test('first come, first served would not do: the check sees it', () => {
    const pupils = [
      wishing('a', 'PHY', ['ECL'], '2'),
      wishing('b', 'PHY', ['ECL'], '1'),
      wishing('c', 'ECL', ['PHY'], '3'),
    ];
    const one: Case = { pupils, offered: offered({ PHY: 2, ECL: 1 }), least: 1 };
    const placed = (...subjects: string[]) =>
      new Map(pupils.map(({ pupilId }, at) => [pupilId, { subjectCode: subjects[at] ?? '' }]));
    expect(faultsOf(one, placed('PHY', 'PHY', 'ECL'))).toEqual(['first wishes']);
    expect(faultsOf(one, placed('ECL', 'PHY', 'PHY'))).toEqual(['lots of first wishes']);
    expect(faultsOf(one, placed('ECL', 'ECL', 'PHY'))).toEqual(['sizes']);
    expect(faultsOf(one, placed('PHY', 'ECL', 'PHY'))).toEqual([]);
  });
});

test('a grade of four hundred with six subjects is placed at once, sizes and rooms kept', () => {
  const subjects = ['PHY', 'CHE', 'BIO', 'GEO', 'ECL', 'INF'];
  const pupils = Array.from({ length: 400 }, (_, at) =>
    wishing(
      `pupil ${at}`,
      subjects[at % 4]!,
      at % 5 === 0 ? [] : [subjects[(at * 7) % 6]!, subjects[(at * 7 + 1 + (at % 5)) % 6]!],
      `${(at * 7919) % 10007}`.padStart(5, '0'),
    ),
  );
  const rooms = offered(Object.fromEntries(subjects.map((code, at) => [code, at < 4 ? 135 : 45])));
  const placings = placeByWishes(pupils, rooms, 15);
  for (const { subjectCode, room } of rooms) {
    const size = [...(placings?.values() ?? [])].filter((one) => one.subjectCode === subjectCode).length;
    expect(size === 0 || (size >= 15 && size <= room)).toBe(true);
  }
});

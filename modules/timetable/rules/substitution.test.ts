import { expect, test } from 'vitest';
import { type Ground, heldLessons, type Lesson } from './index.ts';
import { proposeSubstitutes, type StaffRoom } from './substitution.ts';
import { lesson, smallGround } from './testing.ts';

const { ground: small } = smallGround();
const teacher = (id: string) => ({ id, name: id, teamId: null, postedFrom: null });
const ground: Ground = { ...small, teachers: ['ill', 'same', 'other', 'busy'].map(teacher) };
const wednesday = '2025-09-10';
const at = (period: number) => ({ weekday: 3, half: 'morning' as const, period });
const lost = [1, 2].map((period) => lesson({ id: `lost ${period}`, staffIds: ['ill'], at: at(period) }));
const others = [
  lesson({ id: 'b1', staffIds: ['busy'], classIds: ['6B'], at: at(1) }),
  lesson({ id: 's', staffIds: ['same'], classIds: ['6B'], at: { ...at(1), weekday: 2 } }),
];
const room = (over: Partial<StaffRoom> = {}, own: readonly Lesson[] = [...lost, ...others]): StaffRoom => ({
  qualified: (id) => id === 'same',
  stoodIn: new Map(),
  away: new Set([`ill ${wednesday}`]),
  held: heldLessons(new Map([[wednesday, own]]), []),
  taught: own,
  takenOn: new Map(),
  ...over,
});
const open = lost.map((one) => ({ lesson: one, day: wednesday, heldBy: [] }));

test('Whoever is qualified comes first, whoever teaches then or is away not at all', () => {
  const [first, second] = proposeSubstitutes(ground, open, room());
  expect(first?.chosen).toMatchObject({ staffId: 'same', nearness: 'subjectAndGrade', comesSpecially: true });
  expect(first?.candidates.map(({ staffId }) => staffId)).toEqual(['same', 'other']);
  expect(second?.candidates.map(({ staffId }) => staffId).sort()).toEqual(['busy', 'other', 'same']);
});

test('Among equals the one who has stood in least is chosen', () => {
  const stoodIn = new Map([['other', 6]]);
  const [, second] = proposeSubstitutes(
    ground,
    open.slice(1).concat(open[1]!),
    room({ qualified: () => false, stoodIn }),
  );
  expect(second?.chosen?.staffId).not.toBe('other');
});

test('Nobody is in two places: of two lessons at one time a single free teacher takes one', () => {
  const twins = [lost[0]!, { ...lost[0]!, id: 'twin', classIds: ['6B'] }];
  const own = { ...ground, teachers: ['ill', 'same'].map(teacher) };
  const found = proposeSubstitutes(
    own,
    twins.map((one) => ({ lesson: one, day: wednesday, heldBy: [] })),
    room({}, twins),
  );
  expect(found.filter(({ chosen }) => chosen)).toHaveLength(1);
});

test('For a lesson that others hold candidates are named and nobody is chosen, so that whoever is free goes where nobody is left', () => {
  const twins = [lost[0]!, { ...lost[0]!, id: 'twin', classIds: ['6B'] }];
  const own = { ...ground, teachers: ['ill', 'same'].map(teacher) };
  const found = proposeSubstitutes(
    own,
    twins.map((one, index) => ({ lesson: one, day: wednesday, heldBy: index === 0 ? ['other'] : [] })),
    room({}, twins),
  );
  expect(found.map(({ chosen, candidates }) => [chosen?.staffId, candidates.length])).toEqual([
    [undefined, 1],
    ['same', 1],
  ]);
});

test('A period that the teacher has closed, and one at the other school, are not free', () => {
  const own: Ground = { ...ground, wishes: [{ of: 'staff', id: 'same', at: at(1), wish: 'closed' }] };
  const taken = { staffId: 'other', school: 'Trường B', weeks: 'odd' as const, at: at(1), duration: 1 };
  const asked = (day: string) =>
    proposeSubstitutes(own, open.slice(0, 1), room({ takenOn: new Map([[day, [taken]]]) }));
  expect(asked(wednesday)).toMatchObject([{ chosen: undefined, candidates: [], busy: 3, full: 0 }]);
  // A week later is a week of the other kind.
  expect(asked('2025-09-17')).toMatchObject([{ chosen: { staffId: 'other' } }]);
});

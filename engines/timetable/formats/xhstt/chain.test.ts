import { expect, test } from 'vitest';
import { Random } from '../../core/random.ts';
import { Chain } from './chain.ts';
import { Picks } from './picks.ts';
import { compile } from './problem.ts';
import { readArchive } from './read-archive.ts';
import { Reassign } from './reassign.ts';
import { archiveText, constraintText, instanceText, toGroups, toResources } from './sample.fixture.ts';
import { State } from './state.ts';

/** Class c has a, b, e at times 0, 1, 2 with teachers t1, t2, t3; some teachers have another class at time 0. */
function chainWith(busyAtFirst: readonly string[]) {
  const others = busyAtFirst.map((teacher) => ({ id: `${teacher}-d`, duration: 1, with: [teacher] }));
  const events = [
    { id: 'a', duration: 1, with: ['c', 't1'] },
    { id: 'b', duration: 1, with: ['c', 't2'] },
    { id: 'e', duration: 1, with: ['c', 't3'] },
    ...others,
  ];
  const constraints =
    constraintText('AssignTime', toGroups('all')) +
    constraintText('AvoidClashes', toResources('c', 't1', 't2', 't3'));
  const resources = { Class: ['c'], Teacher: ['t1', 't2', 't3'] };
  const text = archiveText(instanceText({ days: [3], resources, events, constraints }));
  const state = new State(compile(readArchive(text).instances[0]!, { keepSoft: true }));
  events.forEach((_, meet) => {
    state.open(meet, 1);
    state.place(meet, meet < 3 ? meet : 0);
  });
  state.commit();
  const random = new Random(1);
  const picks = new Picks(state, random);
  const chain = new Chain(state, random, picks, new Reassign(state, random, picks));
  /** Moves a to time 1 within the week of the class: its slots are drawn, so it is tried until the class was. */
  const ring = () => {
    for (let tries = 0; tries < 20; tries++) {
      if (chain.ring(0, 1)) return Array.from(state.time.subarray(0, 3));
      state.undo();
    }
    return undefined;
  };
  return { state, ring };
}

test('two lessons of a full week change places when nobody else is met', () => {
  const { state, ring } = chainWith([]);
  expect(ring()).toEqual([1, 0, 2]);
  expect(state.hard).toBe(0);
});

test('a third goes round when the second cannot go where the first was', () => {
  const { state, ring } = chainWith(['t2']);
  expect(ring()).toEqual([1, 2, 0]);
  expect(state.hard).toBe(0);
});

test('no ring where nobody can go home', () => {
  const { state, ring } = chainWith(['t2', 't3']);
  expect(ring()).toBeUndefined();
  expect(Array.from(state.time.subarray(0, 3))).toEqual([0, 1, 2]);
});

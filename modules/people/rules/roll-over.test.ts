import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceProblems,
  fingerprintOf,
  type LeavingClass,
  nextClassName,
  type OutcomeChoice,
  proposeRollOver,
} from './roll-over.ts';

function classOf(name: string, grade: number, kind: LeavingClass['kind'] = 'ordinary'): LeavingClass {
  return { id: `c-${name}`, name, grade, kind };
}

function pupilsIn(className: string, count: number) {
  return Array.from({ length: count }, (_, at) => ({ id: `${className}-${at}`, classId: `c-${className}` }));
}

describe('the next name of a class', () => {
  test.each([
    ['6A', 6, '7A'],
    ['6A1', 6, '7A1'],
    ['9/2', 9, '10/2'],
    ['10 Toán', 10, '11 Toán'],
    ['A', 7, 'A'],
    ['60A', 6, '60A'],
  ])('%s of grade %i becomes %s', (name, grade, next) => {
    expect(nextClassName(name, grade)).toBe(next);
  });
});

describe('a lower-secondary school', () => {
  const classes = [classOf('6A', 6), classOf('7A', 7), classOf('8A', 8), classOf('9A', 9)];
  const pupils = [...pupilsIn('6A', 3), ...pupilsIn('7A', 2), ...pupilsIn('8A', 2), ...pupilsIn('9A', 4)];

  test('goes up by name, grade 9 graduates, grade 6 begins empty', () => {
    const proposal = proposeRollOver({ classes, pupils, waiting: [], choices: [] });
    expect(proposal.counts).toEqual({ promoted: 7, repeated: 0, graduated: 4, left: 0, total: 11 });
    expect(proposal.classes.map(({ name, size, modelId }) => [name, size, modelId])).toEqual([
      ['6A', 0, 'c-6A'],
      ['7A', 3, 'c-6A'],
      ['8A', 2, 'c-7A'],
      ['9A', 2, 'c-8A'],
    ]);
    expect(proposal.problems).toEqual([]);
  });

  test('keeps who stays down in the class of the same name, with the reason', () => {
    const choices: OutcomeChoice[] = [
      { pupilId: '6A-0', outcome: 'repeated', toClassName: null, reason: 'Vắng 60 buổi' },
      { pupilId: '9A-1', outcome: 'repeated', toClassName: null, reason: 'Chưa đạt' },
    ];
    const { steps, counts } = proposeRollOver({ classes, pupils, waiting: [], choices });
    expect(counts).toMatchObject({ promoted: 6, repeated: 2, graduated: 3 });
    expect(steps.find(({ pupilId }) => pupilId === '6A-0')).toMatchObject({
      toClassName: '6A',
      reason: 'Vắng 60 buổi',
      chosen: true,
    });
    expect(steps.find(({ pupilId }) => pupilId === '9A-1')?.toClassName).toBe('9A');
  });

  test('uses a class that already waits in the next year', () => {
    const waiting = [{ ...classOf('7A', 7), id: 'ready' }];
    const proposal = proposeRollOver({ classes, pupils, waiting, choices: [] });
    expect(proposal.classes.find(({ name }) => name === '7A')).toMatchObject({ id: 'ready', modelId: null });
  });

  test('is stopped by a waiting class of another grade with the name it needs', () => {
    const waiting = [{ ...classOf('7A', 8), id: 'odd' }];
    const { problems } = proposeRollOver({ classes, pupils, waiting, choices: [] });
    expect(problems.filter(({ blocking }) => blocking).map(({ kind }) => kind)).toContain('nameTaken');
  });

  test('refuses outcomes that do not fit the grade, and reasons left out', () => {
    const next = [{ name: '7A', grade: 7 }];
    const kinds = (choice: Omit<OutcomeChoice, 'pupilId'>, grade: number) =>
      choiceProblems(choice, grade, next).map(({ kind }) => kind);
    expect(kinds({ outcome: 'graduated', toClassName: null, reason: null }, 6)).toEqual(['outcomeUnfit']);
    expect(kinds({ outcome: 'promoted', toClassName: null, reason: null }, 9)).toEqual(['outcomeUnfit']);
    expect(kinds({ outcome: 'repeated', toClassName: null, reason: ' ' }, 6)).toEqual(['reasonMissing']);
    expect(kinds({ outcome: 'promoted', toClassName: '8A', reason: null }, 6)).toEqual(['classUnfit']);
    expect(kinds({ outcome: 'left', toClassName: '7A', reason: 'Theo bố mẹ' }, 6)).toEqual(['classUnfit']);
    expect(kinds({ outcome: 'promoted', toClassName: '7a', reason: null }, 6)).toEqual([]);
  });
});

test('a class beyond the limit is warned of, not stopped', () => {
  const { problems } = proposeRollOver({
    classes: [classOf('6A', 6), classOf('10 Toán', 10, 'specialised')],
    pupils: [...pupilsIn('6A', 46), ...pupilsIn('10 Toán', 36)],
    waiting: [],
    choices: [],
  });
  expect(problems.map(({ className, blocking }) => [className, blocking])).toEqual([
    ['7A', false],
    ['11 Toán', false],
  ]);
});

test('a pupil of an unknown class is a fault of the caller', () => {
  expect(() =>
    proposeRollOver({ classes: [], pupils: [{ id: 'x', classId: 'nowhere' }], waiting: [], choices: [] }),
  ).toThrow(RangeError);
});

describe('any school', () => {
  const school = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 6, max: 12 }), fc.constantFrom('A', 'B', 'C1', '/2', ' Toán')), {
      minLength: 1,
      maxLength: 12,
      selector: ([grade, letter]) => `${grade}${letter}`,
    })
    .chain((names) => {
      const classes = names.map(([grade, letter]) => classOf(`${grade}${letter}`, grade));
      const pupils = fc
        .array(fc.nat(classes.length - 1), { maxLength: 80 })
        .map((places) => places.map((place, at) => ({ id: `p${at}`, classId: classes[place]!.id })));
      const waiting = fc
        .subarray(classes)
        .map((some) => some.map((one) => ({ ...one, id: `w-${one.name}` })));
      const choices = fc.array(
        fc.record({
          pupilId: fc.nat(90).map((at) => `p${at}`),
          outcome: fc.constantFrom(
            'promoted' as const,
            'repeated' as const,
            'graduated' as const,
            'left' as const,
          ),
          toClassName: fc.constantFrom(null, ...classes.map(({ name }) => name)),
          reason: fc.constantFrom(null, 'Lý do'),
        }),
        { maxLength: 30 },
      );
      return fc.record({ classes: fc.constant(classes), pupils, waiting, choices });
    });

  test('loses nobody, moves nobody twice, and its counts add up', () => {
    fc.assert(
      fc.property(school, (input) => {
        const { steps, classes, counts } = proposeRollOver(input);
        expect(steps.map(({ pupilId }) => pupilId)).toEqual(input.pupils.map(({ id }) => id));
        expect(counts.promoted + counts.repeated + counts.graduated + counts.left).toBe(input.pupils.length);
        const going = steps.filter(({ toClassName }) => toClassName !== null).length;
        expect(going).toBe(counts.promoted + counts.repeated);
        expect(classes.reduce((sum, { size }) => sum + size, 0)).toBe(going);
        expect(new Set(classes.map(({ name }) => name)).size).toBe(classes.length);
      }),
      { numRuns: 300 },
    );
  });

  test('puts everybody into a class of the right grade', () => {
    fc.assert(
      fc.property(school, (input) => {
        const { steps, classes } = proposeRollOver(input);
        for (const step of steps) {
          const from = input.classes.find(({ id }) => id === step.fromClassId)!;
          const to = classes.find(({ name }) => name === step.toClassName);
          if (step.outcome === 'promoted') expect(to?.grade).toBe(from.grade + 1);
          else if (step.outcome === 'repeated') expect(to?.grade).toBe(from.grade);
          else expect(to).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has another fingerprint as soon as one pupil goes elsewhere', () => {
    const one = proposeRollOver({
      classes: [classOf('6A', 6)],
      pupils: pupilsIn('6A', 2),
      waiting: [],
      choices: [],
    });
    const choice = { outcome: 'repeated' as const, toClassName: null, reason: 'Chưa đạt' };
    const both = ['6A-0', '6A-1'].map((pupilId) =>
      fingerprintOf(
        proposeRollOver({
          classes: [classOf('6A', 6)],
          pupils: pupilsIn('6A', 2),
          waiting: [],
          choices: [{ pupilId, ...choice }],
        }),
      ),
    );
    expect(new Set([fingerprintOf(one), ...both]).size).toBe(3);
  });

  test('proposes the same whatever the order of its pupils', () => {
    fc.assert(
      fc.property(school, (input) => {
        const back = proposeRollOver({ ...input, pupils: [...input.pupils].reverse() });
        expect(fingerprintOf(back)).toBe(fingerprintOf(proposeRollOver(input)));
      }),
      // The example: two stay in a grade that nobody comes up into, one in the class of that name, the other wherever.
      {
        examples: [
          [
            {
              classes: [{ id: 'c-7/2', name: '7/2', grade: 7, kind: 'ordinary' }],
              pupils: [
                { id: 'p0', classId: 'c-7/2' },
                { id: 'p1', classId: 'c-7/2' },
              ],
              waiting: [],
              choices: [
                { pupilId: 'p0', outcome: 'repeated', toClassName: '7/2', reason: null },
                { pupilId: 'p1', outcome: 'repeated', toClassName: null, reason: null },
              ],
            },
          ],
        ],
      },
    );
  });
});

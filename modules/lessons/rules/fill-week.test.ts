import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillWeek,
  isLate,
  type LogLine,
  layOver,
  type PlannedSlot,
  type Programmes,
  slotKey,
  threadOf,
} from './fill-week.ts';

const programmes: Programmes = {
  'MATH 6': [
    { id: 'a', title: 'Tập hợp', periods: 2, week: 1 },
    { id: 'b', title: 'Luyện tập', periods: 1, week: 1 },
    { id: 'c', title: 'Phép cộng', periods: 40, week: 2 },
  ],
};
const slot = (day: string, period: number, more: Partial<PlannedSlot> = {}): PlannedSlot => ({
  classId: '6A1',
  isGroup: false,
  className: '6A1',
  grade: 6,
  week: 1,
  day,
  half: 'morning',
  period,
  subjectCode: 'MATH',
  strand: '',
  event: null,
  substituteIds: [],
  staffIds: ['gv'],
  change: null,
  ...more,
});
const line = (at: PlannedSlot, programmePeriod: number | null, more: Partial<LogLine> = {}): LogLine => ({
  classId: at.classId,
  day: at.day,
  half: at.half,
  period: at.period,
  subjectCode: at.subjectCode,
  strand: at.strand,
  held: 'taught',
  programmePeriod,
  ...more,
});
const mon = '2025-09-08';
const wed = '2025-09-10';
const week = [slot(wed, 2), slot(mon, 1), slot(mon, 2)];
const filled = (planned: PlannedSlot[], entries: LogLine[] = [], reached = {}, today = wed) =>
  fillWeek(planned, entries, { programmes, reached, today });

describe('A week of the log', () => {
  test('stands in the order of time and proposes the programme from its first period of that week', () => {
    const lines = filled(week);
    expect(lines.map(({ slot: at }) => `${at.day} ${at.period}`)).toEqual([
      `${mon} 1`,
      `${mon} 2`,
      `${wed} 2`,
    ]);
    expect(lines.map(({ next }) => next?.title)).toEqual([
      'Tập hợp (tiết 1/2)',
      'Tập hợp (tiết 2/2)',
      'Luyện tập',
    ]);
  });

  test('goes on after what was taught last, in the week or before it', () => {
    expect(filled(week, [], { [threadOf(line(week[0]!, 1))]: 3 }).map(({ next }) => next?.number)).toEqual([
      4, 5, 6,
    ]);
    expect(filled(week, [line(week[1]!, 7)]).map(({ next }) => next?.number)).toEqual([undefined, 8, 9]);
  });

  test('where nothing was written before, begins where the programme stands in that week', () => {
    const later = [slot('2025-09-15', 1, { week: 2 })];
    expect(filled(later)[0]?.next).toMatchObject({ number: 4, lessonId: 'c' });
  });

  test('a lesson that falls away, is moved or was not taught does not move on', () => {
    const off = [slot(mon, 1, { change: 'cancelled' }), slot(mon, 2), slot(wed, 2)];
    expect(filled(off).map(({ state, next }) => [state, next?.number])).toEqual([
      ['off', undefined],
      ['due', 1],
      ['due', 2],
    ]);
    const absent = filled(week, [line(week[1]!, 1, { held: 'notTaught' })]);
    expect(absent.map(({ next }) => next?.number)).toEqual([undefined, 1, 2]);
  });

  test('is due up to today, ahead after it; a fixed event has no programme', () => {
    const lines = filled([...week, slot(mon, 5, { event: 'Chào cờ', subjectCode: 'EXP' })], [], {}, mon);
    expect(lines.map(({ state }) => state)).toEqual(['due', 'due', 'due', 'ahead']);
    expect(lines[2]).toMatchObject({ next: undefined, planned: { event: 'Chào cờ' } });
  });

  test('keeps a line whose period the timetable has no longer', () => {
    const gone = line(slot('2025-09-09', 4), 1);
    const lines = filled(week, [gone]);
    expect(lines).toHaveLength(4);
    expect(lines.find(({ entry }) => entry === gone)).toMatchObject({ planned: undefined, state: 'logged' });
  });

  test('strands of an integrated subject go through the programme each by itself', () => {
    const lines = filled([slot(mon, 1, { strand: 'x' }), slot(mon, 2, { strand: 'y' })]);
    expect(lines.map(({ next }) => next?.number)).toEqual([1, 1]);
  });

  test('ends with the programme: nothing is invented after its last period', () => {
    expect(filled(week, [], { [threadOf(line(week[0]!, 1))]: 42 }).map(({ next }) => next?.number)).toEqual([
      43,
      undefined,
      undefined,
    ]);
  });
});

const slots = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 8, max: 13 }),
      period: fc.integer({ min: 1, max: 5 }),
      half: fc.constantFrom('morning' as const, 'afternoon' as const),
      classId: fc.constantFrom('6A1', '6A2'),
      change: fc.constantFrom(
        null,
        null,
        null,
        'cancelled' as const,
        'substituted' as const,
        'online' as const,
      ),
    }),
    { maxLength: 20, selector: (one) => `${one.classId} ${one.day} ${one.half} ${one.period}` },
  )
  .map((list) =>
    list.map(({ day, ...one }) => slot(`2025-09-${String(day).padStart(2, '0')}`, one.period, one)),
  );
const which = fc.array(fc.nat(), { maxLength: 10 });
const today = '2025-09-11';

describe('Whatever the timetable and the log hold', () => {
  test('every period and every line stands there exactly once, in the order of time', () => {
    fc.assert(
      fc.property(slots, slots, (planned, others) => {
        const entries = others.map((one, at) => line(one, (at % 5) + 1));
        const lines = filled(planned, entries, {}, today);
        const keys = lines.map(({ slot: at }) => slotKey(at));
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set([...planned, ...entries].map(slotKey)));
        expect(lines.filter(({ entry }) => entry)).toHaveLength(entries.length);
        const times = lines.map(({ slot: at }) => `${at.day} ${at.half === 'morning' ? 0 : 1} ${at.period}`);
        expect(times).toEqual([...times].sort());
      }),
    );
  });

  test('the order in which lines arrive, and arriving twice, changes nothing', () => {
    fc.assert(
      fc.property(slots, which, (planned, chosen) => {
        const entries = [...new Set(chosen.map((at) => planned[at % Math.max(1, planned.length)]))].flatMap(
          (one, at) => (one ? [line(one, at + 1)] : []),
        );
        const once = filled(planned, entries, {}, today);
        expect(filled([...planned].reverse(), layOver([...entries].reverse(), entries), {}, today)).toEqual(
          once,
        );
      }),
    );
  });

  test('writing exactly what is proposed leaves every other proposal as it was', () => {
    fc.assert(
      fc.property(slots, fc.nat(), (planned, pick) => {
        const before = filled(planned, [], {}, today);
        const open = before.filter(({ next }) => next);
        fc.pre(open.length > 0);
        // Written in the order of time, as a teacher does: the first so many.
        const written = open.slice(0, (pick % open.length) + 1);
        const entries = written.map(({ planned: one, next }) => line(one!, next!.number));
        const after = filled(planned, entries, {}, today);
        const proposals = (lines: typeof before) =>
          lines
            .filter(({ slot: at }) => !entries.some((entry) => slotKey(entry) === slotKey(at)))
            .map(({ next }) => next);
        expect(proposals(after)).toEqual(proposals(before));
      }),
    );
  });

  test('the periods proposed to a class follow one another', () => {
    fc.assert(
      fc.property(slots, (planned) => {
        for (const own of Map.groupBy(
          filled(planned, [], {}, today),
          ({ slot: at }) => at.classId,
        ).values()) {
          const numbers = own.flatMap(({ next }) => (next ? [next.number] : []));
          expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        }
      }),
    );
  });
});

test('a line is late from the day after the days allowed', () => {
  expect(isLate('2025-09-08', '2025-09-11', 3)).toBe(false);
  expect(isLate('2025-09-08', '2025-09-12', 3)).toBe(true);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addUp,
  computeFigures,
  outcomes,
  type ReportDuty,
  type ReportEvidence,
  selectFigure,
} from './report.ts';
import { duePeriod, listPeriods } from './report-period.ts';

const day = fc
  .integer({ min: 0, max: 300 })
  .map((offset) => new Date(Date.UTC(2025, 7, 1 + offset)).toISOString().slice(0, 10));

const duty: fc.Arbitrary<ReportDuty> = fc.record({
  assignmentId: fc.uuid(),
  code: fc.constantFrom('D1', 'D2', 'D3'),
  title: fc.string({ maxLength: 20 }),
  section: fc.constantFrom('I', 'II', 'III'),
  state: fc.constantFrom('notStarted', 'inProgress', 'submitted', 'returned', 'accepted', 'notApplicable'),
  dueOn: day,
  blocked: fc.boolean(),
  note: fc.option(fc.string({ maxLength: 10 })),
  decidedOn: fc.option(day),
});

const field = { key: 'classes', label: 'Số lớp', type: 'integer', required: true } as const;
const form = fc.record({
  assignmentId: fc.uuid(),
  code: fc.constantFrom('D1', 'D2'),
  title: fc.constant('Phiếu'),
  field: fc
    .constantFrom<'sum' | 'average' | 'none'>('sum', 'average', 'none')
    .map((aggregate) => ({ ...field, key: aggregate, aggregate })),
  from: fc.constant('Trường'),
  value: fc.integer({ min: 0, max: 1000 }),
});

const evidence: fc.Arbitrary<ReportEvidence> = fc
  .record({
    days: fc.tuple(day, day).map(([a, b]) => [a, b].sort() as [string, string]),
    asOf: day,
    duties: fc.array(duty, { maxLength: 40 }),
    difficulties: fc.array(
      fc.record({
        id: fc.uuid(),
        title: fc.string(),
        raisedOn: day,
        answeredOn: fc.option(day),
        state: fc.constantFrom('open' as const, 'answered' as const, 'closed' as const),
      }),
    ),
    findings: fc.array(
      fc.record({
        id: fc.uuid(),
        inspectionId: fc.uuid(),
        body: fc.string(),
        foundOn: day,
        dueOn: day,
        state: fc.constantFrom('open' as const, 'resolved' as const, 'closed' as const),
      }),
    ),
    forms: fc.array(form),
  })
  .map(({ days, ...rest }) => ({ ...rest, from: days[0], to: days[1], indicators: [] }));

function valuesOf(of: ReportEvidence): Map<string, number> {
  return new Map(computeFigures(of).map((figure) => [figure.key, figure.value ?? 0]));
}

describe('the figures of any report', () => {
  test('the outcomes add up to the total, for the whole and in every line of every table', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const values = valuesOf(of);
        for (const [key, total] of values) {
          if (!key.endsWith(':total') || key.startsWith('finding')) continue;
          const line = key.slice(0, -'total'.length);
          expect(outcomes.reduce((sum, outcome) => sum + (values.get(line + outcome) ?? 0), 0)).toBe(total);
        }
      }),
    );
  });

  test('the lines of a table add up to the whole', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const figures = computeFigures(of);
        for (const outcome of ['total', ...outcomes]) {
          const lines = figures.filter((figure) => figure.group === 'section' && figure.column === outcome);
          const whole = figures.find((figure) => figure.key === `total:${outcome}`);
          expect(lines.reduce((sum, figure) => sum + (figure.value ?? 0), 0)).toBe(whole?.value);
        }
      }),
    );
  });

  test('opening a figure gives exactly the rows it was counted from', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        for (const figure of computeFigures(of)) {
          const opened = selectFigure(of, figure.key);
          const amount = opened!.rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
          expect(figure.measure === 'average' ? amount / opened!.rows.length : amount).toBe(figure.value);
        }
      }),
    );
  });

  test('months stand in order, in one report and in several added up', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 4 }), (units) => {
        const reports = units.map((of) => computeFigures({ ...of, from: '2025-08-01', to: '2026-06-30' }));
        for (const figures of [...reports, addUp(reports)]) {
          const months = figures
            .filter(({ key }) => /^month:.*:total$/.test(key))
            .map(({ row }) => row ?? '');
          const inOrder = months.toSorted((a, b) => (a.slice(3) + a > b.slice(3) + b ? 1 : -1));
          expect(months).toEqual(inOrder);
        }
      }),
    );
  });

  test('every key is there once', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const keys = computeFigures(of).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('several units add up as if their rows were one', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 4 }), (units) => {
        const [first] = units as [ReportEvidence];
        const same = units.map((unit) => ({ ...unit, from: first.from, to: first.to, asOf: first.asOf }));
        const together: ReportEvidence = {
          ...first,
          duties: same.flatMap((unit) => unit.duties),
          difficulties: same.flatMap((unit) => unit.difficulties),
          findings: same.flatMap((unit) => unit.findings),
          forms: same.flatMap((unit) => unit.forms),
        };
        const added = new Map(addUp(same.map(computeFigures)).map(({ key, value }) => [key, value]));
        for (const figure of computeFigures(together))
          expect(added.get(figure.key)).toBeCloseTo(figure.value ?? 0, 9);
      }),
    );
  });
});

test('a figure that the report does not have is not found', () => {
  const empty = {
    from: '2025-10-01',
    to: '2025-10-31',
    asOf: '2025-11-01',
    duties: [],
    difficulties: [],
    findings: [],
    indicators: [],
    forms: [],
  };
  expect(selectFigure(empty, 'total:everything')).toBeUndefined();
  expect(selectFigure(empty, 'total:total')?.figure.value).toBe(0);
});

test('the strictest threshold of an indicator counts, and a share of several units is divided anew', () => {
  const row = {
    indicator: 'plan.x',
    name: 'X',
    direction: 'atLeast' as const,
    threshold: 0.5,
    value: 0.6,
    numerator: 3,
    denominator: 5,
    assignmentId: 'a',
    code: 'D1',
  };
  const of = {
    from: '2025-10-01',
    to: '2025-10-31',
    asOf: '2025-11-01',
    duties: [],
    difficulties: [],
    findings: [],
    forms: [],
  };
  const one = computeFigures({ ...of, indicators: [row, { ...row, threshold: 0.9 }] });
  expect(one.find(({ key }) => key === 'indicator:plan.x')).toMatchObject({
    value: 0.6,
    threshold: 0.9,
    met: false,
  });
  const two = computeFigures({ ...of, indicators: [{ ...row, value: 1, numerator: 1, denominator: 1 }] });
  expect(addUp([one, two]).find(({ key }) => key === 'indicator:plan.x')).toMatchObject({
    value: 4 / 6,
    units: 2,
    unitsMet: 1,
  });
});

describe('the periods of a school year', () => {
  const periods = listPeriods(
    { name: '2025-2026', startsOn: '2025-08-29', endsOn: '2026-05-30', semester1EndsOn: '2026-01-17' },
    { month: 5, semester: 10, year: 15 },
  );

  test.each(['month', 'semester'] as const)('%ss divide the year without gap or overlap', (kind) => {
    const parts = periods.filter((period) => period.kind === kind);
    const year = periods.find((period) => period.kind === 'year')!;
    expect(parts[0]!.start).toBe(year.start);
    expect(parts.at(-1)!.end).toBe(year.end);
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1];
      if (next) expect(Date.parse(next.start) - Date.parse(part.end)).toBe(86_400_000);
    }
  });

  test('run from August to June and are due after their end', () => {
    expect(periods.filter((period) => period.kind === 'month')).toHaveLength(11);
    expect(periods.find((period) => period.start === '2025-10-01')).toEqual({
      kind: 'month',
      start: '2025-10-01',
      end: '2025-10-31',
      label: 'tháng 10 năm 2025',
      dueOn: '2025-11-05',
    });
  });

  test.each([
    ['month', '2025-11-03', '2025-10-01'],
    ['month', '2025-10-31', '2025-09-01'],
    ['month', '2025-07-01', '2025-08-01'],
    ['semester', '2025-11-03', '2025-08-01'],
    ['semester', '2026-11-23', '2026-01-18'],
    ['year', '2025-11-03', '2025-08-01'],
  ] as const)('of the kind %s, on %s the one begun on %s is due', (kind, today, start) => {
    expect(duePeriod(periods, kind, today)?.start).toBe(start);
  });

  test('without periods none is due', () => {
    expect(duePeriod([], 'month', '2025-11-03')).toBeUndefined();
  });
});

test('rows lead to the pages of the app', () => {
  const of: ReportEvidence = {
    from: '2025-10-01',
    to: '2025-10-31',
    asOf: '2025-11-01',
    duties: [],
    difficulties: [{ id: 'd1', title: 'Thiếu máy', raisedOn: '2025-10-02', answeredOn: null, state: 'open' }],
    findings: [
      {
        id: 'f1',
        inspectionId: 'i1',
        body: 'Bổ sung sổ',
        foundOn: '2025-10-02',
        dueOn: '2025-10-20',
        state: 'open',
      },
    ],
    indicators: [],
    forms: [],
  };
  expect(selectFigure(of, 'difficulty:open')?.rows[0]?.link).toBe('/kho-khan?loc=all&xem=d1');
  expect(selectFigure(of, 'finding:open')?.rows[0]?.link).toBe('/kiem-tra/i1');
});

import { describe, expect, test } from 'vitest';
import type { Duty, Paragraph } from './document-words.ts';
import { dutyFaults, lacksUnit } from './duty-faults.ts';
import { changeOf, valuesOf } from './duty-values.ts';
import { freeKey } from './field-key.ts';
import { filterRows, reviewRows } from './review-list.ts';
import { layOut, readParts, titleOf } from './split-parts.ts';

const paragraph = (
  ordinal: number,
  kind: Paragraph['kind'],
  body: string,
  headingLevel: number | null = null,
) => ({ ordinal, kind, body, headingLevel, reason: null }) satisfies Paragraph;

function duty(id: string, paragraphOrdinals: number[], more: Partial<Duty> = {}): Duty {
  return {
    id,
    code: id,
    kind: 'duty',
    title: `Việc ${id}`,
    body: `Nội dung ${id}`,
    sectionPath: [],
    level: 'both',
    responsible: ['school'],
    startsOn: '2025-08-01',
    dueOn: '2026-06-30',
    definitionOfDone: 'Xong.',
    evidenceKind: 'confirmation',
    evidenceSpec: {},
    status: 'active',
    paragraphOrdinals,
    solutionIds: [],
    version: 1,
    ...more,
  };
}

const paragraphs = [
  paragraph(1, 'notDuty', 'Điện Biên, ngày 1 tháng 8'),
  paragraph(2, 'heading', 'I. Nhiệm vụ chung', 1),
  paragraph(3, 'heading', '1. Dạy học', 2),
  paragraph(4, 'duty', 'Dạy hai buổi trên ngày; phụ đạo học sinh.'),
  paragraph(5, 'heading', '2. Đội ngũ', 2),
  paragraph(6, 'duty', 'Tập huấn giáo viên'),
  paragraph(7, 'duty', 'theo cụm.'),
  paragraph(8, 'heading', 'II. Tổ chức', 1),
  paragraph(9, 'duty', 'Báo cáo hằng tháng.'),
];
const duties = [duty('a', [4]), duty('b', [4], { responsible: [] }), duty('c', [7, 6]), duty('d', [9])];
const rows = reviewRows(paragraphs, duties);
const faultsOf = new Map(duties.map((one) => [one.id, dutyFaults(one)]));
const ordinals = (list: typeof rows) => list.map((row) => row.paragraph.ordinal);

describe('laying duties beside their paragraphs', () => {
  test('every paragraph has its line, every duty stands once, beside its first paragraph', () => {
    expect(ordinals(rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rows.flatMap((row) => row.duties.map((one) => one.id))).toEqual(['a', 'b', 'c', 'd']);
    expect(rows[5]?.duties.map((one) => one.id)).toEqual(['c']);
    expect(rows[6]?.continues.map((one) => one.id)).toEqual(['c']);
  });

  test('a filter for faults shows the faulty duty alone, under its headings', () => {
    const found = filterRows(rows, { show: 'faults' }, faultsOf);
    expect(ordinals(found)).toEqual([2, 3, 4]);
    expect(found.at(-1)?.duties.map((one) => one.id)).toEqual(['b']);
  });

  test('words are found without their marks, in paragraphs and in duties', () => {
    expect(ordinals(filterRows(rows, { show: 'all', words: 'tap huan' }, faultsOf))).toEqual([2, 5, 6]);
    expect(ordinals(filterRows(rows, { show: 'all', words: 'noi dung d' }, faultsOf))).toEqual([8, 9]);
  });

  test('one part of the plan, and what is not a duty', () => {
    expect(ordinals(filterRows(rows, { show: 'all', part: 8 }, faultsOf))).toEqual([8, 9]);
    expect(ordinals(filterRows(rows, { show: 'notDuty' }, faultsOf))).toEqual([1]);
  });

  test('nothing is found for words that are nowhere', () => {
    expect(filterRows(rows, { show: 'all', words: 'xe đạp' }, faultsOf)).toEqual([]);
  });
});

describe('what is wrong with a duty', () => {
  test('a duty for nobody, and one for partners only, lack a unit', () => {
    expect(lacksUnit(dutyFaults(duty('x', [1], { responsible: [] })))).toBe(true);
    expect(lacksUnit(dutyFaults(duty('x', [1], { responsible: ['guardian'] })))).toBe(true);
    expect(lacksUnit(dutyFaults(duty('x', [1], { responsible: ['guardian', 'school'] })))).toBe(false);
  });

  test('evidence that says too little and a deadline before the start are faults', () => {
    expect(dutyFaults(duty('x', [1], { evidenceKind: 'form' }))).toEqual(['evidence']);
    expect(dutyFaults(duty('x', [1], { dueOn: '2025-07-31' }))).toEqual(['window']);
  });

  test('an indicator nobody computes is a fault once the indicators are known', () => {
    const counted = duty('x', [1], {
      evidenceKind: 'indicator',
      evidenceSpec: { indicator: 'plan.none', threshold: 1 },
    });
    expect(dutyFaults(counted)).toEqual([]);
    expect(dutyFaults(counted, ['plan.other'])).toEqual(['evidence']);
  });
});

describe('editing', () => {
  test('only what was changed is sent, so that others keep theirs', () => {
    const before = valuesOf(duty('x', [1]));
    expect(changeOf(before, { ...before, title: 'Mới', version: 7 })).toEqual({ title: 'Mới' });
    expect(changeOf(before, before)).toEqual({});
  });

  test('a duty is laid out for splitting by its clauses and read back by its lines', () => {
    const parts = readParts(layOut('Dạy hai buổi; phụ đạo học sinh;\n\nôn tập'));
    expect(parts.map((part) => part.body)).toEqual(['Dạy hai buổi', 'phụ đạo học sinh', 'ôn tập']);
    expect(readParts(' \n ')).toEqual([]);
  });

  test('a long title ends at a whole word', () => {
    const title = titleOf(`${'chín '.repeat(30)}mười`);
    expect(title.length).toBeLessThanOrEqual(91);
    expect(title).toMatch(/chín…$/);
  });

  test('a new field never takes the key of another', () => {
    expect(freeKey([])).toBe('field1');
    expect(freeKey(['field2'])).toBe('field3');
    expect(freeKey(['a', 'field3'])).toBe('field4');
  });
});

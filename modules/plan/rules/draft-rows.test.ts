import { describe, expect, test } from 'vitest';
import { draftParagraphs, evidenceOf, itemCode, responsibleCodes } from './draft-rows.ts';
import type { PlanDraftItem } from './reader/draft.ts';
import { listSourceParagraphs, readPlan } from './reader/index.ts';
import type { SourceDocument } from './reader/source.ts';

const source: SourceDocument = {
  fileName: 'ke-hoach.md',
  format: 'markdown',
  notes: [],
  blocks: [
    { kind: 'paragraph', text: 'KẾ HOẠCH' },
    { kind: 'paragraph', text: 'Thực hiện nhiệm vụ năm học 2025-2026' },
    { kind: 'paragraph', text: 'I. NHIỆM VỤ TRỌNG TÂM' },
    { kind: 'paragraph', text: '1. Nâng cao chất lượng dạy học' },
    { kind: 'paragraph', text: '- Các trường xây dựng kế hoạch giáo dục nhà trường.' },
    { kind: 'paragraph', text: '- Tổ chuyên môn sinh hoạt hai tuần một lần.' },
    {
      kind: 'table',
      rows: [
        ['Tháng', 'Nội dung', 'Đơn vị'],
        ['8/2025', 'Tập huấn hè', 'Trường'],
      ],
    },
  ],
};
const paragraphs = listSourceParagraphs(source);
const draft = readPlan(source);

describe('the rows of a draft', () => {
  test('hold every source paragraph once, in order, with its whole text', () => {
    const rows = draftParagraphs(draft, paragraphs);
    expect(rows.map((row) => row.ordinal)).toEqual(paragraphs.map((paragraph) => paragraph.ordinal));
    rows.forEach((row, at) => {
      const { row: table, text } = paragraphs[at]!;
      expect(row.body).toBe(table ? table.cells.join('\t') : text);
    });
  });

  test('call a paragraph work when an item was read from it, and say why when it is none', () => {
    const rows = new Map(draftParagraphs(draft, paragraphs).map((row) => [row.ordinal, row]));
    for (const item of draft.items) {
      for (const ordinal of item.paragraphOrdinals) {
        expect(['duty', 'solution', 'calendar']).toContain(rows.get(ordinal)?.kind);
      }
    }
    for (const row of rows.values()) {
      expect(row.kind === 'notDuty').toBe(row.reason !== null);
      expect(row.kind === 'heading').toBe(row.headingLevel !== null);
    }
  });

  test('leave nothing out that no list of the draft names', () => {
    const empty = { ...draft, items: [], headings: [], calendar: [], notDuty: [] };
    const rows = draftParagraphs(empty, paragraphs);
    expect(rows).toHaveLength(paragraphs.length);
    expect(new Set(rows.map((row) => row.reason))).toEqual(new Set(['Chưa xếp loại, cần người xem lại']));
  });
});

test('schools of a kind have a name of their own, and nobody is named twice', () => {
  expect(
    responsibleCodes([
      { unit: 'school', restriction: 'gifted' },
      { unit: 'school', restriction: 'ethnicBoardingSchool' },
      { unit: 'school', restriction: 'lowerSecondary' },
      { unit: 'school' },
      { unit: 'communePC' },
    ]),
  ).toEqual(['specialisedSchool', 'ethnicBoardingSchool', 'school', 'communePC']);
});

test('an indicator is asked for in full, and other evidence keeps what the reader proposed', () => {
  const item = (evidence: object) => ({ ...draft.items[0]!, evidence }) as PlanDraftItem;
  expect(evidenceOf(item({ kind: 'indicator', indicatorId: 'plan.dutiesAcknowledged' }))).toEqual({
    kind: 'indicator',
    spec: { indicator: 'plan.dutiesAcknowledged', threshold: 1 },
  });
  expect(evidenceOf(item({ kind: 'document', documentName: 'Kế hoạch' })).spec).toEqual({
    documentHint: 'Kế hoạch',
  });
  expect(evidenceOf(item({ kind: 'confirmation', role: 'principal' })).spec).toEqual({
    confirmRole: 'principal',
  });
});

test('codes count text and calendar apart', () => {
  expect([itemCode({ kind: 'duty' }, 1), itemCode({ kind: 'solution' }, 42)]).toEqual(['D001', 'D042']);
  expect([itemCode({ kind: 'calendarEntry' }, 7), itemCode({ kind: 'duty' }, 1000)]).toEqual([
    'L007',
    'D1000',
  ]);
});

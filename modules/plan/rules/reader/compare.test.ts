import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '#tests/harness/processor-time.ts';
import { type ComparableItem, comparePlans } from './compare.ts';

function item(text: string, section = 'I. CHUNG', startsOn = '2025-08-01'): ComparableItem {
  return {
    kind: 'duty',
    text,
    sectionPath: [section],
    window: { startsOn, endsOn: '2026-06-30', note: null },
    responsible: [{ unit: 'school' }],
  };
}

const VERBS = ['Xây dựng', 'Tổ chức', 'Rà soát', 'Hướng dẫn', 'Theo dõi', 'Báo cáo', 'Phối hợp', 'Đánh giá'];
const THINGS = [
  'kế hoạch ôn tập',
  'lớp phụ đạo',
  'sinh hoạt cụm',
  'học bạ số',
  'bữa ăn bán trú',
  'số liệu phổ cập',
];
const ENDS = [
  'đầu năm học',
  'ở vùng khó khăn',
  'cho học sinh lớp 9',
  'cùng phụ huynh',
  'theo từng tháng',
  'tại xã biên giới',
];
const ALL = VERBS.flatMap((verb) => THINGS.flatMap((thing) => ENDS.map((end) => `${verb} ${thing} ${end}`)));

/** Swaps two neighbouring letters inside the text, as a typing slip does. */
function withSlip(text: string, place: number): string {
  const at = 1 + (place % (text.length - 3));
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}

describe('comparing two versions of a plan', () => {
  test('the same plan in another order is kept whole', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: 1, maxLength: 60 }), (texts) => {
        const old = texts.map((text) => item(text));
        const next = [...old].sort((left, right) => left.text.localeCompare(right.text));
        const result = comparePlans(old, next);
        expect(result.kept.map((pair) => pair.old.text === pair.next.text)).toEqual(texts.map(() => true));
        expect([result.changed, result.added, result.removed]).toEqual([[], [], []]);
      }),
    );
  });

  test('a slip in any item and any order never lose a match', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ALL, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 1000 }),
        (texts, place) => {
          const old = texts.map((text) => item(text));
          const next = texts
            .map((text, index) => item(index % 3 === 0 ? withSlip(text, place + index) : text))
            .reverse();
          const result = comparePlans(old, next);
          expect(result.added).toEqual([]);
          expect(result.removed).toEqual([]);
          expect(result.kept.length + result.changed.length).toBe(texts.length);
        },
      ),
    );
  });

  test('the same words in two months stay apart', () => {
    const old = [
      item('Tập huấn giáo viên', 'Lịch', '2025-09-01'),
      item('Tập huấn giáo viên', 'Lịch', '2026-03-01'),
    ];
    const result = comparePlans(old, [...old].reverse());
    expect(result.kept.map((pair) => [pair.old.window.startsOn, pair.next.window.startsOn])).toEqual([
      ['2025-09-01', '2025-09-01'],
      ['2026-03-01', '2026-03-01'],
    ]);
  });

  test('a new duty is added, a dropped one removed, a moved deadline named', () => {
    const moved = item('Lập kế hoạch ôn tập lớp 9');
    const result = comparePlans(
      [moved, item('Khảo sát nhu cầu ăn trưa của học sinh')],
      [
        { ...moved, window: { ...moved.window, endsOn: '2025-10-31' } },
        item('Tổ chức giải bóng chuyền các xã biên giới'),
      ],
    );
    expect(result.kept).toEqual([]);
    expect(result.changed).toMatchObject([{ similarity: 1, aspects: ['window'] }]);
    expect(result.added.map((entry) => entry.text)).toEqual(['Tổ chức giải bóng chuyền các xã biên giới']);
    expect(result.removed.map((entry) => entry.text)).toEqual(['Khảo sát nhu cầu ăn trưa của học sinh']);
  });

  test('a reworded duty goes on in a plan that was amended, not in a plan that is another one', () => {
    const [before, after] = [
      'Lập kế hoạch dạy học 2 buổi/ngày phù hợp với điều kiện của trường',
      'Lập kế hoạch dạy học hai buổi, khảo sát điều kiện của từng trường',
    ];
    const stays = ALL.slice(0, 5).map((text) => item(text));
    const amended = comparePlans([item(before!), ...stays], [item(after!), ...stays]);
    expect([amended.kept.length, amended.changed.length]).toEqual([5, 1]);
    const another = ['Mở hội khỏe', 'Thăm bản xa', 'Trồng cây', 'Sửa mái nhà', 'Đọc sách'].map((text) =>
      item(text),
    );
    expect(comparePlans([item(before!), ...stays], [item(after!), ...another]).changed).toEqual([]);
  });

  test('400 × 400 items take under a second of a processor', async () => {
    const many = Array.from({ length: 400 }, (_, index) => item(`${ALL[index % ALL.length]} lần ${index}`));
    const { result, spent } = await processorTime(() => comparePlans(many, [...many].reverse()));
    expect(spent).toBeLessThan(1000);
    expect(result.kept).toHaveLength(400);
  });

  test('nothing matches an empty plan', () => {
    expect(comparePlans([], [item('Một việc')])).toMatchObject({
      kept: [],
      changed: [],
      removed: [],
      added: [{}],
    });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRevisions, matchLineages } from './lineage.ts';

const words = [
  'xây dựng kế hoạch giáo dục của nhà trường',
  'bồi dưỡng giáo viên dạy môn tích hợp',
  'tổ chức sinh hoạt chuyên môn theo cụm trường',
  'kiểm tra hồ sơ tuyển sinh lớp 10',
  'triển khai giáo dục STEM trong các môn khoa học',
  'rà soát cơ sở vật chất, thiết bị dạy học',
  'tập huấn sử dụng học bạ số',
  'hướng nghiệp và phân luồng sau trung học cơ sở',
  'duy trì sĩ số học sinh người dân tộc thiểu số',
  'thực hiện chế độ, chính sách cho học sinh bán trú',
];

/** Duties whose texts are clearly different from one another. */
const anyPlan = fc.uniqueArray(fc.nat(words.length - 1), { minLength: 1 }).map((chosen) =>
  chosen.map((at) => ({
    id: `duty${at}`,
    lineageId: `lineage${at}`,
    kind: 'duty' as const,
    body: `Chỉ đạo ${words[at]}, báo cáo kết quả về Sở trước thời hạn số ${at}`,
    sectionPath: [`Mục ${at % 3}`],
    startsOn: '2025-08-01',
    dueOn: '2025-12-31',
  })),
);

const anyOrder = anyPlan.chain((plan) =>
  fc.tuple(fc.constant(plan), fc.shuffledSubarray(plan, { minLength: plan.length })),
);

describe('lineages', () => {
  test('of a plan whose duties were put in another order all go on', () => {
    fc.assert(
      fc.property(anyOrder, ([before, shuffled]) => {
        const after = shuffled.map((duty) => ({ ...duty, id: `new ${duty.id}` }));
        const matched = matchLineages(before, after);
        expect(matched.size).toBe(before.length);
        for (const duty of after) expect(matched.get(duty.id)).toBe(duty.lineageId);
      }),
    );
  });

  test('never go on twice, whatever was left out', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(5), ([before, shuffled], dropped) => {
        const after = [...shuffled.slice(dropped), ...shuffled.slice(0, 2)].map((duty, at) => ({
          ...duty,
          id: `new ${at}`,
        }));
        const lineages = [...matchLineages(before, after).values()];
        expect(new Set(lineages).size).toBe(lineages.length);
      }),
    );
  });

  test('go on through a moved deadline and a changed word, and not to another duty', () => {
    const [first, second] = fc.sample(
      anyPlan.filter((plan) => plan.length > 1),
      { numRuns: 1, seed: 1 },
    )[0]!;
    const reworded = {
      ...first!,
      id: 'x',
      body: `${first!.body} (điều chỉnh)`,
      dueOn: '2026-01-15',
      sectionPath: ['Mục mới'],
    };
    const stranger = { ...second!, id: 'y', body: 'Lắp đặt hệ thống nước sạch tại điểm trường bản xa' };
    const matched = matchLineages([first!, second!], [reworded, stranger]);
    expect(matched.get('x')).toBe(first!.lineageId);
    expect(matched.has('y')).toBe(false);
  });
});

const described = (lineageId: string, title: string, dueOn = '2025-12-31') => ({
  lineageId,
  code: lineageId,
  title,
  body: title,
  startsOn: '2025-08-01',
  dueOn,
  level: 'both',
  responsible: ['school'],
  evidenceKind: 'confirmation',
});

test('comparing revisions puts every duty in exactly one list and names the fields that changed', () => {
  const before = [described('a', 'Giữ'), described('b', 'Đổi'), described('c', 'Bỏ')];
  const after = [described('a', 'Giữ'), described('b', 'Đổi', '2026-01-31'), described('d', 'Thêm')];
  const { kept, changed, added, removed } = compareRevisions(before, after);
  expect(kept).toBe(1);
  expect(changed.map(({ is, fields }) => [is.lineageId, fields])).toEqual([['b', ['dueOn']]]);
  expect(added.map((duty) => duty.lineageId)).toEqual(['d']);
  expect(removed.map((duty) => duty.lineageId)).toEqual(['c']);
});

/** Two plans on the same matters: each says everything in words of its own. */
const ownWords = [
  ['xây dựng', 'lập', 'hoàn thiện', 'ban hành'],
  ['kế hoạch', 'phương án', 'chương trình', 'đề án'],
  ['bồi dưỡng giáo viên', 'tập huấn thầy cô', 'nâng cao năng lực nhà giáo'],
  ['ở vùng khó khăn', 'tại các điểm trường lẻ', 'nơi biên giới'],
  ['trong học kỳ I', 'trước Tết', 'ngay đầu năm học'],
] as const;

test('a different plan on the same matters pairs at most a fifth of its duties', () => {
  const matters = words.map((matter) => matter.split(' ').slice(-4).join(' '));
  // Two plans that drew the same words would be one plan: each has its own half of the choices.
  const phrase = (half: number) =>
    fc
      .tuple(
        ...ownWords.map((choices) => fc.constantFrom(...choices.filter((_, place) => place % 2 === half))),
      )
      .map((said) => said.join(' '));
  const plan = (name: string) =>
    fc.tuple(...matters.map(() => phrase(name === 'old' ? 0 : 1))).map((phrases) =>
      phrases.map((said, at) => ({
        id: `${name}${at}`,
        lineageId: `${name}${at}`,
        kind: 'duty' as const,
        body: name === 'old' ? `Các trường ${said}: ${matters[at]}` : `${matters[at]} cần được ${said}`,
        sectionPath: ['I. Nhiệm vụ'],
        startsOn: '2025-08-01',
        dueOn: '2026-05-31',
      })),
    );
  fc.assert(
    fc.property(plan('old'), plan('new'), (old, next) => {
      expect(matchLineages(old, next).size).toBeLessThanOrEqual(matters.length / 5);
    }),
  );
});

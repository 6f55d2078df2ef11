import { expect, test } from 'vitest';
import { lessonsOf } from './demand.ts';
import { explainConflicts } from './explain-conflicts.ts';
import { counter, smallGround } from './testing.ts';

const never = () => false;

test('A school that can be laid has no proof against it', () => {
  const { ground, demand } = smallGround();
  const { lessons } = lessonsOf(ground, demand, counter());
  expect(explainConflicts(ground, lessons, never)).toEqual([]);
});

test('Lessons that need more periods than are open are named with both numbers and the page to open', () => {
  const { ground, demand } = smallGround();
  const { lessons } = lessonsOf(ground, demand, counter());
  const wishes = [2, 3, 4].flatMap((weekday) =>
    [1, 2].map((period) => ({
      of: 'staff' as const,
      id: 'toan',
      at: { weekday, half: 'morning' as const, period },
      wish: 'closed' as const,
    })),
  );
  const found = explainConflicts({ ...ground, wishes }, lessons, never);
  expect(found.every(({ severity, link }) => severity === 'mustFix' && link)).toBe(true);
  expect(found.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/cần \d+ tiết mà chỉ có \d+ tiết để xếp .*Hãy mở thêm giờ/),
  );
});

test('A lesson that may lie nowhere is named', () => {
  const { ground, demand } = smallGround();
  const { lessons } = lessonsOf(ground, demand, counter());
  const long = lessons.map((lesson, index) => (index === 2 ? { ...lesson, duration: 3 } : lesson));
  expect(explainConflicts(ground, long, never).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('không có giờ nào để xếp'),
  );
});

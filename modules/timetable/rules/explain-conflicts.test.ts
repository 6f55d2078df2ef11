import { expect, test } from 'vitest';
import { lessonsOf } from './demand.ts';
import { explainConflicts, explainTogether } from './explain-conflicts.ts';
import { explainUnplaced } from './explain-unplaced.ts';
import { defaultGoals } from './goals.ts';
import { counter, lesson, smallGround } from './testing.ts';
import { slotKey } from './week.ts';

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
    expect.stringMatching(
      /cần \d+ tiết mà chỉ có \d+ tiết để xếp .*Cách nhẹ nhất: mở sáng Thứ Ba cho Thầy Toán \(đang đóng 2 tiết\)/,
    ),
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

test('Lessons that clash only all together are named with whom they share and the cheapest way out', () => {
  const { ground } = smallGround();
  // One morning of two periods: each teacher and each class has two lessons or fewer, yet the three cannot lie in two periods.
  const frame = { ...ground.frame, sessions: ground.frame.sessions.filter(({ weekday }) => weekday === 2) };
  const teachers = [...ground.teachers, { ...ground.teachers[1]!, id: 'moi', name: 'Cô Mới' }];
  const lessons = [
    lesson({ id: 'a', at: null }),
    lesson({ id: 'b', at: null, subjectCode: 'MATH', staffIds: ['toan'] }),
    lesson({ id: 'c', at: null, classIds: ['6B'], staffIds: ['van', 'toan'] }),
    lesson({ id: 'd', at: null, classIds: ['6B'], subjectCode: 'MATH', staffIds: ['moi'] }),
  ];
  const small = { ...ground, frame, teachers };
  expect(explainConflicts(small, lessons, never)).toEqual([]);
  const found = explainTogether(small, lessons, {}, never);
  expect(found).toMatchObject({ severity: 'mustFix' });
  expect(found?.message).toMatch(/^Không thể xếp cùng lúc 3 tiết: (?=.*Văn 6A)(?=.*Toán 6A)(?=.*Văn 6B)/);
  expect(found?.message).toContain('giao 1 tiết (Toán 6A) cho Cô Mới (đang dạy 1 tiết)');
  const laid = { a: { slot: slotKey({ weekday: 2, half: 'morning', period: 1 }), roomId: null } };
  expect(explainTogether(ground, lessons.slice(0, 2), laid, never)).toBeUndefined();
});

test('Of lessons without a place those with a free period are told in one sentence, only the others with what stands in the way', () => {
  const { ground } = smallGround();
  const frame = { ...ground.frame, sessions: ground.frame.sessions.filter(({ weekday }) => weekday === 2) };
  const laid = [1, 2].map((period) =>
    lesson({ id: `laid ${period}`, classIds: ['6B'], at: { weekday: 2, half: 'morning', period } }),
  );
  const waiting = [
    lesson({ id: 'a', at: null }),
    lesson({ id: 'b', at: null, subjectCode: 'MATH', staffIds: ['toan'] }),
    lesson({ id: 'c', at: null, subjectCode: 'MATH', staffIds: ['toan'] }),
  ];
  const found = explainUnplaced({ ...ground, frame }, defaultGoals, [...laid, ...waiting]);
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Văn 6A chưa có chỗ: Cô Văn vướng 2\/2 tiết/),
    expect.stringMatching(/^2 tiết còn giờ trống mà máy chưa kịp xếp \(Toán 6A\)/),
  ]);
});

test('A lesson without a place whose room is closed is told so, and no move is proposed to an hour in which it is', () => {
  const { ground } = smallGround();
  const at = (weekday: number, period: number) => ({ weekday, half: 'morning' as const, period });
  const all = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [1, 2].map((period) => at(weekday, period)));
  const wishes = all
    .slice(1)
    .map((slot) => ({ of: 'room' as const, id: 'room 6A', at: slot, wish: 'closed' as const }));
  const laid = all.map((slot, index) =>
    lesson({ id: `laid ${index}`, at: slot, subjectCode: 'MATH', staffIds: ['toan'], roomId: null }),
  );
  const waiting = lesson({ id: 'waiting', at: null, roomId: 'room 6A' });
  const message = (closed: typeof wishes) =>
    explainUnplaced({ ...ground, wishes: closed }, defaultGoals, [...laid, waiting])[0]!.message;
  expect(message(wishes)).toContain('Phòng 6A đóng 11 tiết');
  expect(message(wishes)).toContain('Thử dời Toán 6A khỏi tiết 1 sáng Thứ Hai');
  expect(message([])).not.toContain('đóng');
});

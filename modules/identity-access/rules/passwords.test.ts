import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passwordProblems } from './passwords.ts';

const about = { username: 'hoa.ban', path: 'newPassword' };

describe('A new password', () => {
  test.each(['suong som ban muong', 'ba con trâu đen', 'k7mp-w2xr-9dtq'])('%s may be used', (password) => {
    expect(passwordProblems(password, about)).toEqual([]);
  });

  test.each([
    ['chín ký t', 'ngắn'],
    ['MatKhau2025', 'common word with digits'],
    ['mật khẩu 123', 'common word with marks and spaces'],
    ['1234567890', 'counting'],
    ['9876543210', 'counting down'],
    ['aaaaaaaaaaaa', 'one sign'],
    ['x-Hoa.Ban-2025-x', 'the username inside'],
  ])('%s is refused: %s', (password) => {
    expect(passwordProblems(password, about)).toMatchObject([{ path: 'newPassword' }]);
  });

  test('counts characters as people see them, whichever way they are composed', () => {
    const nine = 'ắữộếịờỹẵẫ';
    expect(passwordProblems(nine.normalize('NFD'), about)).toHaveLength(1);
    expect(passwordProblems(`${nine}ẻ`.normalize('NFD'), about)).toEqual([]);
  });

  test('never has more than one fault told', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (password) => {
        expect(passwordProblems(password, about).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

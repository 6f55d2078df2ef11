import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftOf } from './use-draft-form.ts';

test('words that have arrived leave their field', () => {
  expect(leftOf('Chào cô', 'Chào cô')).toBe('');
  expect(leftOf('  Chào cô \n', 'Chào cô')).toBe('');
});

test('what was typed behind them while they were on their way stays', () => {
  expect(leftOf('Chào cô\nMai em nghỉ', 'Chào cô')).toBe('Mai em nghỉ');
  fc.assert(
    fc.property(fc.string(), fc.string(), (sent, more) => {
      const left = leftOf(`${sent.trim()}${more}`, sent);
      expect(left.trim()).toBe(more.trim());
    }),
  );
});

test('other words typed in their place stay whole', () => {
  expect(leftOf('Mai em nghỉ', 'Chào cô')).toBe('Mai em nghỉ');
  expect(leftOf('', 'Chào cô')).toBe('');
});

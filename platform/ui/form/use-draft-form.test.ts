import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterSave, leftOf } from './use-draft-form.ts';

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

test('what was saved stands as the server has it, what was typed meanwhile stays with the version that came back', () => {
  const sent = { version: 1, place: 'Mường Pồn ', superior: '' };
  const saved = { version: 2, place: 'Mường Pồn', superior: '' };
  expect(afterSave(sent, sent, saved)).toEqual(saved);
  expect(afterSave({ ...sent, superior: 'Sở' }, sent, saved)).toEqual({ ...saved, superior: 'Sở' });
  // Of a list the whole counts.
  const list = { version: 1, questions: [{ id: 'q1' }] };
  const longer = { version: 1, questions: [{ id: 'q1' }, { id: 'q2' }] };
  expect(afterSave(longer, list, { ...list, version: 2 })).toEqual({ ...longer, version: 2 });
});

import { expect, test } from 'vitest';
import { takeTurns } from './turns.ts';

test('Never more at once than allowed, and everybody gets a turn in order', async () => {
  const turns = takeTurns(2);
  let running = 0;
  let most = 0;
  const finished: number[] = [];
  await Promise.all(
    [0, 1, 2, 3, 4, 5].map((number) =>
      turns(async () => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running--;
        finished.push(number);
      }),
    ),
  );
  expect(most).toBe(2);
  expect(finished).toEqual([0, 1, 2, 3, 4, 5]);
});

test('A failure gives its place to the next in line', async () => {
  const turns = takeTurns(1);
  const failing = turns(() => Promise.reject(new Error('wrong')));
  const next = turns(async () => 'done');
  await expect(failing).rejects.toThrow('wrong');
  await expect(next).resolves.toBe('done');
});

test('The one who finds two hundred waiting is refused', async () => {
  const turns = takeTurns(1);
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const all = Array.from({ length: 201 }, () => turns(() => gate));
  await expect(turns(() => gate)).rejects.toMatchObject({ code: 'http.busy' });
  open();
  await Promise.all(all);
});

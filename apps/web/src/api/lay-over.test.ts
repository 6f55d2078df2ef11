import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { layOver } from './lay-over.ts';

const queryKey = ['sheet'];

/** A page that shows a sheet; each reading is answered by hand. */
async function page() {
  const queries = new QueryClient();
  const readings: PromiseWithResolvers<string>[] = [];
  const observer = new QueryObserver(queries, {
    queryKey,
    queryFn: () => {
      const reading = Promise.withResolvers<string>();
      readings.push(reading);
      return reading.promise;
    },
  });
  const leave = observer.subscribe(() => {});
  const answer = async (at: number, text: string) => {
    readings[at]?.resolve(text);
    await readings[at]?.promise;
    await Promise.resolve();
    await Promise.resolve();
  };
  await answer(0, 'before');
  return { queries, observer, readings, answer, leave, shown: () => queries.getQueryData(queryKey) };
}

test('a reading that left before the change does not bring the old state back', async () => {
  const { queries, observer, readings, answer, leave, shown } = await page();
  void observer.refetch();
  layOver<string>(queries, queryKey, (before) => `${before}, changed`);
  expect(shown()).toBe('before, changed');
  await answer(1, 'before');
  expect(shown()).toBe('before, changed');
  expect(readings).toHaveLength(3);
  await answer(2, 'changed, and what a colleague did');
  expect(shown()).toBe('changed, and what a colleague did');
  leave();
});

test('with nothing on its way, nothing is read again', async () => {
  const { queries, readings, leave, shown } = await page();
  layOver<string>(queries, queryKey, (before) => `${before}, changed`);
  expect(shown()).toBe('before, changed');
  expect(readings).toHaveLength(1);
  leave();
});

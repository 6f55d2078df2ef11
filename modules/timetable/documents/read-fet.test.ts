import { expect, test } from 'vitest';
import { processorTime } from '#tests/harness/processor-time.ts';
import { fetCells } from './read-fet.ts';

test('Ten thousand activities are read in the time of their file, not of their square', async () => {
  const many = (write: (at: number) => string, count: number) =>
    Array.from({ length: count }, (_, at) => write(at)).join('');
  const fet = `<fet version="6.8.0"><Days_List><Day><Name>Hai</Name></Day></Days_List><Hours_List><Hour><Name>1</Name></Hour></Hours_List>
<Teachers_List/><Students_List><Year><Name>6A1</Name></Year></Students_List><Activities_List>${many(
    (at) =>
      `<Activity><Subject>Toán ${at}</Subject><Students>6A1</Students><Duration>1</Duration><Id>${at}</Id></Activity>`,
    10_000,
  )}</Activities_List><Time_Constraints_List>${many(
    (at) =>
      `<ConstraintActivityPreferredStartingTime><Activity_Id>${at}</Activity_Id><Preferred_Day>Hai</Preferred_Day><Preferred_Hour>1</Preferred_Hour></ConstraintActivityPreferredStartingTime>`,
    10_000,
  )}</Time_Constraints_List></fet>`;
  const { result, spent } = await processorTime(() => fetCells(new TextEncoder().encode(fet)));
  expect(result[1]?.[3]).toBe('Toán 9999');
  expect(spent).toBeLessThan(6000);
});

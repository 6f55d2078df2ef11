/**
 * Does `work` and gives with its result the milliseconds of processor that this process, with all its threads, spent on it: the same
 * on a free machine and on a busy one, as time on the clock is not. The database's share is not in it.
 */
export async function processorTime<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly spent: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, spent: (user + system) / 1000 };
}

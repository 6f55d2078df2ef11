import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Lays what a command has changed over what was read before. A reading still on its way may have left before the change, and would
 * bring the old state back: it is asked anew.
 */
export function layOver<Data>(
  queries: QueryClient,
  queryKey: QueryKey,
  change: (before: Data) => Data,
): void {
  queries.setQueryData<Data>(queryKey, (before) => before && change(before));
  if (queries.isFetching({ queryKey, exact: true }) > 0) void queries.invalidateQueries({ queryKey });
}

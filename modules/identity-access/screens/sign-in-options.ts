import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#api';

/** Which ways of signing in this installation offers. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: ({ signal }) => answer(api.GET('/api/sign-in/options', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

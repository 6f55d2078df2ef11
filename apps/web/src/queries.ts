import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#platform/ui';

/** What was read from the server. A refusal is an answer: only a missing network or a fault of the server is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      // 'online' would leave a page waiting for ever without saying why.
      networkMode: 'always',
      retry: (count, error) => count < 1 && !(error instanceof ApiProblem && error.document.status < 500),
      retryDelay: 800,
    },
  },
});

import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** One cache for the page. What the server refused is not asked again; what did not arrive is, twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status === 503),
    },
    mutations: { retry: false },
  },
});

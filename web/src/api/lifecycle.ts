import { useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { Move } from './types/customers';

/** The moves between stages that are possible, with what each asks for. */
export function useMoves() {
  return useQuery({
    queryKey: ['lifecycle'],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: Move[] }>('/lifecycle', { signal })),
    staleTime: 60_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { ComingDay } from './types/customers';

/** Important dates of the contacts of one's own customers, the next first. */
export function useComing(days: number) {
  return useQuery({
    queryKey: ['coming', days],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: ComingDay[] }>('/coming-days', { query: { days }, signal })),
    staleTime: 60_000,
  });
}

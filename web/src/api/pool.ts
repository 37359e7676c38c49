import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from './http';
import type { CustomerFile, RowPage } from './types/customers';

/** How far somebody's limits of claiming are used up. */
export interface Limits {
  held: number;
  most: number;
  today: number;
  perDay: number;
  coolingDays: number;
}

/** What of the pool is shown. */
export interface Pooled {
  type?: string;
  q?: string;
  sort?: string;
}

export function usePool(pooled: Pooled) {
  return useInfiniteQuery({
    queryKey: ['pool', 'page', pooled],
    queryFn: ({ pageParam, signal }) => http.get<RowPage>('/pool', { query: { ...pooled, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useLimits() {
  return useQuery({ queryKey: ['pool', 'limits'], queryFn: ({ signal }) => http.get<Limits>('/pool/limits', { signal }) });
}

export function claim(number: string) {
  return http.post<CustomerFile>(`/customers/${encodeURIComponent(number)}/claims`, {});
}

export function giveBack(number: string, reason: string) {
  return http.post<CustomerFile>(`/customers/${encodeURIComponent(number)}/releases`, { reason });
}

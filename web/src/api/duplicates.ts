import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { Typed } from './types/customers';
import type { Candidate, Expected, LikelyPage, MatchingRun, MatchingState, Resembling, Verdict } from './types/duplicates';

export interface Asked {
  state: 'open' | 'proposed';
  type?: string;
}

export function useLikely(asked: Asked, skip: number) {
  return useQuery({
    queryKey: ['duplicates', 'likely', asked, skip],
    queryFn: ({ signal }) => http.get<LikelyPage>('/duplicates', { query: { ...asked, skip, limit: 10 }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Asked again only while a run moves. */
export function useMatchingState() {
  return useQuery({
    queryKey: ['duplicates', 'state'],
    queryFn: ({ signal }) => http.get<MatchingState>('/duplicates/state', { signal }),
    staleTime: 0,
    refetchInterval: (query) => (['waiting', 'running'].includes(query.state.data?.run?.state ?? '') ? 1500 : false),
  });
}

export function useExpected(same: number, ask: number, enabled: boolean) {
  return useQuery({
    queryKey: ['duplicates', 'estimate', same, ask],
    queryFn: ({ signal }) => http.get<{ same?: Expected; ask?: Expected }>('/duplicates/estimate', { query: { same, ask }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Who is likely to be the same as a customer who is there. */
export function useResembling(number: string, asked = true) {
  return useQuery({
    queryKey: ['customer', number, 'resembling'],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: Resembling[] }>(`/duplicates/likely/${encodeURIComponent(number)}`, { signal })),
    enabled: asked,
  });
}

export interface Said {
  one: string;
  other: string;
  verdict: Verdict;
}

/** What is said of several customers beside each other; without `same` no two of `different` are the same. */
export interface Sorting {
  same?: string[];
  different?: string[];
  later?: string[];
}

export const sortOf = (sorting: Sorting) => http.post<void>('/duplicates/groups/verdicts', sorting);
export const takeBackOf = (numbers: string[]) => http.remove('/duplicates/groups/verdicts', { query: { of: numbers.join(',') } });
export const sayOf = (items: Said[]) => http.post<void>('/duplicates/verdicts', { items });
export const startMatching = () => http.post<MatchingRun>('/duplicates/runs', {});
export const cancelMatching = (id: number) => http.put<MatchingRun>(`/duplicates/runs/${id}/cancellation`);

/** Who is likely to be there already. */
export async function likely(type: string, values: Record<string, Typed>, signal?: AbortSignal): Promise<Candidate[]> {
  return itemsOf(await http.post<{ items: Candidate[] }>('/duplicates/likely', { type, values }, { signal }));
}

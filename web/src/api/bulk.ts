import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from './http';
import type { Bulk, BulkOrder, BulkPreview, BulkReason, BulkState, BulkTroublePage, BulkTroubleStage } from './types/bulk';

const path = (id: string | number) => `/bulk-changes/${id}`;

/** Work that goes on by itself is asked for again shortly. */
export function bulkMoves(state: BulkState): boolean {
  return state === 'checking' || state === 'running' || state === 'undoing';
}

/** Has it worked out what a change would do; nothing is changed yet. */
export function checkBulk(order: BulkOrder) {
  return http.post<Bulk>('/bulk-changes', order);
}

export function useBulk(id: string) {
  return useQuery({
    queryKey: ['bulk', id],
    queryFn: ({ signal }) => http.get<Bulk>(path(id), { signal }),
    refetchInterval: (query) => (query.state.data && bulkMoves(query.state.data.state) ? 700 : false),
  });
}

export function startBulk(id: number) {
  return http.put<Bulk>(`${path(id)}/execution`);
}

export function cancelBulk(id: number) {
  return http.put<Bulk>(`${path(id)}/cancellation`);
}

export function undoBulk(id: number, reason: string) {
  return http.post<Bulk>(`${path(id)}/undo`, { reason });
}

export function useBulkPreview(id: number, enabled: boolean) {
  return useQuery({
    queryKey: ['bulk', String(id), 'preview'],
    queryFn: async ({ signal }) => (await http.get<{ items: BulkPreview[] }>(`${path(id)}/preview`, { signal })).items,
    enabled,
  });
}

export function useBulkReasons(id: number, stage: BulkTroubleStage, enabled: boolean) {
  return useQuery({
    queryKey: ['bulk', String(id), 'reasons', stage],
    queryFn: async ({ signal }) => (await http.get<{ items: BulkReason[] }>(`${path(id)}/reasons`, { query: { stage }, signal })).items,
    enabled,
  });
}

export function useBulkTroubles(id: number, stage: BulkTroubleStage, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['bulk', String(id), 'troubles', stage],
    queryFn: ({ pageParam, signal }) => http.get<BulkTroublePage>(`${path(id)}/troubles`, { query: { stage, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
  });
}

import { queryOptions } from '@tanstack/react-query';
import { http } from './http';
import type { Merged, MergePreview, Unmerged, UnmergePreview } from './types/merges';

const path = (number: string) => `/customers/${encodeURIComponent(number)}`;

/** Whose value of a field is taken by hand, by field key. */
export type Picks = Record<string, string>;

/** What several customers would be as one; nothing is changed by asking. */
export function mergePreview(number: string, others: string[], head: string | undefined, picks: Picks) {
  return queryOptions({
    queryKey: ['customer', number, 'merge', others, head ?? '', picks],
    queryFn: ({ signal }) => {
      const query: Record<string, string | undefined> = { with: others.join(','), head };
      for (const [field, from] of Object.entries(picks)) query[`pick.${field}`] = from;
      return http.get<MergePreview>(`${path(number)}/merges/preview`, { query, signal });
    },
    staleTime: 0,
    retry: false,
  });
}

/** Versions are those of the preview. */
export function merge(number: string, version: number, others: { number: string; version: number }[], head: string | undefined, picks: Picks, reason: string) {
  return http.post<Merged>(`${path(number)}/merges`, { with: others, head, picks, reason }, { headers: { 'If-Match': `"${version}"` } });
}

export interface Moving {
  from: string;
  entry: number;
}

/** What the sides would be if this number were a customer of its own again. */
export function unmergePreview(number: string, moves: Moving[]) {
  return queryOptions({
    queryKey: ['customer', number, 'unmerge', moves],
    queryFn: ({ signal }) => http.get<UnmergePreview>(`${path(number)}/unmerges/preview`, { query: { move: moves.map((move) => `${move.from}:${move.entry}`).join(',') || undefined }, signal }),
    staleTime: 0,
    retry: false,
  });
}

export function unmerge(number: string, version: number, moves: Moving[], reason: string) {
  return http.post<Unmerged>(`${path(number)}/unmerges`, { moves, reason }, { headers: { 'If-Match': `"${version}"` } });
}

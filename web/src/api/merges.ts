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

/** Makes one customer of several as the rules would have it; leaves those to a person that were said to be two. Whether they are one now. */
export async function mergeAsProposed(numbers: string[]): Promise<boolean> {
  const [first = '', ...others] = numbers;
  const preview = await http.get<MergePreview>(`${path(first)}/merges/preview`, { query: { with: others.join(',') } });
  if (preview.related.length > 0) return false;
  const own = preview.files.find((part) => part.numbers.includes(first));
  const rest = preview.files.filter((part) => part !== own).map(({ number, version }) => ({ number, version }));
  await merge(first, own?.version ?? 0, rest, undefined, {}, '');
  return true;
}

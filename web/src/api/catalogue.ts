import { useQuery } from '@tanstack/react-query';
import { http, itemsOf, spoken } from './http';
import type { Catalogue, CheckAnswer, CodeItem } from './types/catalogue';
import type { Typed } from './types/customers';

/** The catalogue in the language of the page; it changes so seldom that one reading serves an hour. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue', spoken()],
    queryFn: ({ signal }) => http.get<Catalogue>('/catalogue', { signal }),
    staleTime: 3_600_000,
  });
}

export interface CodeQuestion {
  list: string;
  /** Only the items below this one; an empty string asks for the top. */
  parent?: string;
  q?: string;
  limit?: number;
}

function codePath({ list, parent, q, limit }: CodeQuestion): string {
  const parts = new URLSearchParams();
  if (parent !== undefined) parts.set('parent', parent);
  if (q) parts.set('q', q);
  if (limit) parts.set('limit', String(limit));
  return `/code-lists/${encodeURIComponent(list)}?${parts.toString()}`;
}

export function useCodes(question: CodeQuestion, enabled = true) {
  return useQuery({
    queryKey: ['codes', spoken(), question],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: CodeItem[] }>(codePath(question), { signal })),
    staleTime: 3_600_000,
    enabled,
  });
}

export function check(record: string, values: Record<string, Typed>, signal?: AbortSignal) {
  return http.post<CheckAnswer>('/catalogue/check', { record, values }, { signal });
}

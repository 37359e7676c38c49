import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { http, itemsOf, spoken, whenCatalogueTold } from './http';
import { queries } from './queries';
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

function renew() {
  void queries.invalidateQueries({ queryKey: ['catalogue'] });
  void queries.invalidateQueries({ queryKey: ['codes'] });
}

/**
 * Fetches catalogue and code lists anew once somebody has changed them; nothing typed is touched. Every answer bears the catalogue's
 * number; whether the person's rights have changed is asked when they come back to the page. Never by the clock: a page that asks by
 * itself keeps the session of somebody who has left.
 */
export function useFreshCatalogue() {
  const version = useQuery({
    queryKey: ['catalogue-version'],
    queryFn: ({ signal }) => http.get<{ version: string }>('/catalogue/version', { signal }),
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  }).data?.version;
  const known = useRef(version);
  useEffect(() => {
    if (known.current !== undefined && version !== undefined && known.current !== version) renew();
    known.current = version ?? known.current;
  }, [version]);
  const told = useRef(0);
  useEffect(() => {
    whenCatalogueTold((number) => {
      // Answers may overtake one another.
      if (told.current > 0 && number > told.current) renew();
      told.current = Math.max(told.current, number);
    });
    return () => whenCatalogueTold(null);
  }, []);
}

export interface CodeQuestion {
  list: string;
  /** Only the items below this one; an empty string asks for the top. */
  parent?: string;
  q?: string;
  limit?: number;
  /** Also those that aren't offered any more. */
  retired?: boolean;
}

function codePath({ list, parent, q, limit, retired }: CodeQuestion): string {
  const parts = new URLSearchParams();
  if (parent !== undefined) parts.set('parent', parent);
  if (q) parts.set('q', q);
  if (limit) parts.set('limit', String(limit));
  if (retired) parts.set('retired', 'true');
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

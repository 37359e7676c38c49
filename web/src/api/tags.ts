import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, spoken } from './http';
import type { RowPage } from './types/customers';
import type { TagRule, TagRuleOrder, TagRules, TagRun } from './types/tags';
import type { Where } from './types/where';

const ADDRESS = '/tag-rules';

/** The rules and the last run, which is followed while it goes on. */
export const useTagRules = (enabled: boolean) =>
  useQuery({
    queryKey: ['tag-rules', spoken()],
    queryFn: ({ signal }) => http.get<TagRules>(ADDRESS, { signal }),
    refetchInterval: (query) => (query.state.data?.lastRun?.state === 'running' ? 1000 : false),
    enabled,
  });

/** How many customers conditions find, and the first of them. */
export const useTagPreview = (type: string, where: Where, enabled: boolean) =>
  useQuery({
    queryKey: ['tag-rules', 'preview', spoken(), type, where],
    queryFn: ({ signal }) => http.post<RowPage>(`${ADDRESS}/previews`, { type, where }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });

export const addTagRule = (order: TagRuleOrder) => http.post<TagRule>(ADDRESS, order);
export const changeTagRule = (id: number, version: number, order: TagRuleOrder) => http.put<TagRule>(`${ADDRESS}/${id}`, order, { headers: { 'If-Match': `"${version}"` } });
export const deleteTagRule = (id: number) => http.remove(`${ADDRESS}/${id}`);
export const runTagRules = () => http.post<TagRun>(`${ADDRESS}/runs`);

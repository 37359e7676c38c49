import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { address, http, itemsOf, spoken } from './http';
import { moving } from './imports';
import type { AuditAction, AuditPage, Health, SettingGroup, SettingSave, Verification } from './types/administration';
import type { Export } from './types/work';

/** Looked at anew when somebody asks or comes back, not by the clock, which would keep their session for ever. */
export const useHealth = () =>
  useQuery({ queryKey: ['health', spoken()], queryFn: ({ signal }) => http.get<Health>('/health', { signal }), staleTime: 0, refetchOnWindowFocus: 'always' });

const group = (key: string) => `/settings/${encodeURIComponent(key)}`;

export const useSettingGroups = () =>
  useQuery({ queryKey: ['settings', spoken()], queryFn: async ({ signal }) => itemsOf(await http.get<{ items: SettingGroup[] }>('/settings', { signal })) });
export const useSettingHistory = (key: string, enabled: boolean) =>
  useQuery({ queryKey: ['settings', spoken(), key, 'history'], queryFn: async ({ signal }) => itemsOf(await http.get<{ items: SettingSave[] }>(`${group(key)}/history`, { signal })), enabled });

/** What a change would mean, in words. */
export const useSettingEffects = (key: string, values: Record<string, string>) =>
  useQuery({
    queryKey: ['settings', spoken(), key, 'effects', values],
    queryFn: async ({ signal }) => itemsOf(await http.post<{ items: string[] }>(`${group(key)}/effects`, { values }, { signal })),
    retry: false,
    placeholderData: keepPreviousData,
  });

export interface SettingOrder {
  values: Record<string, string>;
  /** At once where it is absent. */
  from?: string;
  reason: string;
}
export const saveSettings = (key: string, order: SettingOrder, version: number) => http.put<SettingGroup>(group(key), order, { headers: { 'If-Match': `"${version}"` } });

/** What is asked of the audit trail; days count in full. */
export interface AuditQuestion {
  actor?: string;
  action?: string;
  number?: string;
  subject?: string;
  outcome?: string;
  from?: string;
  to?: string;
}

export function useAudit(question: AuditQuestion, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['audit', spoken(), question],
    queryFn: ({ pageParam, signal }) => http.get<AuditPage>('/audit', { query: { ...question, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    // Looking is told in the trail as well, so it is done when somebody asks and not by itself.
    refetchOnWindowFocus: false,
    enabled,
  });
}

export const useAuditActions = (enabled: boolean) =>
  useQuery({ queryKey: ['audit', 'actions', spoken()], queryFn: async ({ signal }) => itemsOf(await http.get<{ items: AuditAction[] }>('/audit/actions', { signal })), staleTime: 3_600_000, enabled });

export type AuditFormat = 'xlsx' | 'csv' | 'json';
export const startAuditExport = (filter: AuditQuestion, format: AuditFormat) => http.post<Export>('/audit/exports', { filter, format });
export const useAuditExport = (id: string | number | undefined) =>
  useQuery({
    queryKey: ['audit', 'exports', id],
    queryFn: ({ signal }) => http.get<Export>(`/audit/exports/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (moving(query.state.data?.state) ? 700 : false),
  });
export const auditExportAddress = (id: string | number) => address(`/audit/exports/${encodeURIComponent(String(id))}/content`);

export const verifyAudit = () => http.post<Verification>('/audit/verifications');
/** The last verification, followed while it goes on; null where nobody has asked for one. */
export const useVerification = (enabled: boolean) =>
  useQuery({
    queryKey: ['audit', 'verification', spoken()],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: Verification[] }>('/audit/verifications', { signal }))[0] ?? null,
    refetchInterval: (query) => (moving(query.state.data?.state) ? 700 : false),
    enabled,
  });

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, itemsOf, send, sendUp } from './http';
import type { Finding, ImportOrder, KeptPage, Recognised, Run, RunRowPage, RunState, Template, Undo, UnknownOwner, Upload } from './types/work';

/** Work that still moves is asked for again shortly. */
export function moving(state: string | undefined): boolean {
  return state === 'recognising' || state === 'waiting' || state === 'running';
}

export function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return sendUp<Upload>('/uploads', { name: file.name }, file, onProgress, signal);
}

export function startImport(order: ImportOrder) {
  return http.post<Run>('/imports', order);
}

/** What a file seems to be, read as ordered; asked again whenever the order changes. */
export function useRecognition(order: ImportOrder) {
  return useQuery({
    queryKey: ['recognition', order],
    queryFn: ({ signal }) => http.post<Recognised>('/imports/recognition', order, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The last runs, narrowed to a state and a person where one is given. */
export function useRuns(state?: RunState, by?: number) {
  return useQuery({
    queryKey: ['imports', 'runs', state, by],
    queryFn: async ({ signal }) => itemsOf(await http.get<Run[] | { items: Run[] }>('/imports', { query: { state, by }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.some((run) => moving(run.state) || moving(run.undo ?? undefined)) ? 2000 : false),
  });
}

export function useRun(id: string | undefined) {
  return useQuery({
    queryKey: ['imports', String(id)],
    queryFn: ({ signal }) => http.get<Run>(`/imports/${encodeURIComponent(String(id))}`, { signal }),
    enabled: id !== undefined,
    refetchOnWindowFocus: 'always',
    // One that is paused may be gone on with from elsewhere, and is just resumed when this is asked again.
    refetchInterval: (query) => (moving(query.state.data?.state) ? 700 : query.state.data?.state === 'paused' ? 5000 : false),
  });
}

export type RowKind = 'refused' | 'warning';

/** Rows narrowed to one finding. */
export interface RowFilter {
  kind: RowKind;
  field?: string;
  code?: string;
}

export function useRunRows(id: string, filter: RowFilter, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['imports', id, 'rows', filter],
    queryFn: ({ pageParam, signal }) => http.get<RunRowPage>(`/imports/${encodeURIComponent(id)}/rows`, { query: { ...filter, limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The first rows of a run's file with what was said of them; once more when the run has ended. */
export function useFirstRows(id: string, ended: boolean, enabled: boolean) {
  return useQuery({
    queryKey: ['imports', id, 'rows', 'first', ended],
    queryFn: ({ signal }) => http.get<RunRowPage>(`/imports/${encodeURIComponent(id)}/rows`, { query: { kind: 'first' }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useFindings(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['imports', id, 'findings'],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: Finding[] }>(`/imports/${encodeURIComponent(id)}/findings`, { signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Owners the file names who are no users; whoever comes back from entering one sees that they are by now. */
export function useUnknownOwners(id: string | number, enabled: boolean) {
  return useQuery({
    queryKey: ['imports', String(id), 'unknown-owners'],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: UnknownOwner[] }>(`/imports/${encodeURIComponent(String(id))}/unknown-owners`, { signal })),
    enabled,
    staleTime: 0,
  });
}

/** New texts by data row and column index. */
export type Edits = Record<number, Record<number, string>>;

/** Has corrected rows read again; answers the run that does so. */
export function mend(id: string | number, edits: Edits) {
  const rows = Object.entries(edits).map(([row, cells]) => ({ row: Number(row), cells }));
  return http.post<Run>(`/imports/${encodeURIComponent(String(id))}/mendings`, { rows });
}

const correctionsPath = (file: string) => `/uploads/${encodeURIComponent(file)}/corrections`;

/** How many rows of a file were corrected by hand; asked again after each run. */
export function useCorrections(file: string, run: string | undefined) {
  return useQuery({ queryKey: ['corrections', file, run], queryFn: ({ signal }) => http.get<{ rows: number }>(correctionsPath(file), { signal }), placeholderData: keepPreviousData });
}

export function forgetCorrections(file: string) {
  return http.remove(correctionsPath(file));
}

export function useTemplates() {
  return useQuery({ queryKey: ['import-templates'], queryFn: async ({ signal }) => itemsOf(await http.get<{ items: Template[] }>('/import-templates', { signal })) });
}

export function keepTemplate(name: string, order: ImportOrder) {
  return http.post<Template>('/import-templates', { name, order });
}

export function renameTemplate(id: number, name: string) {
  return http.put<Template>(`/import-templates/${id}/name`, { name });
}

export function dropTemplate(id: number) {
  return http.remove(`/import-templates/${id}`);
}

export type RefusedFormat = 'xlsx' | 'csv';

/** Saves the refused rows under the file's own name, with the reasons in the language of the page. */
export async function downloadRefused(id: string | number, fileName: string, format: RefusedFormat) {
  const response = await send('GET', `/imports/${encodeURIComponent(String(id))}/refused.${format}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${fileName.replace(/\.[^.]*$/, '')}-refused.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const undoPath = (id: string | number) => `/imports/${encodeURIComponent(String(id))}/undo`;

export function undo(id: string | number, reason: string) {
  return http.post<Undo>(undoPath(id), { reason });
}

/** How far an import has been taken back; null while nobody asked for it. */
export function useUndo(id: string | number, enabled: boolean) {
  return useQuery({
    queryKey: ['imports', String(id), 'undo'],
    queryFn: async ({ signal }) => (await http.get<Undo | undefined>(undoPath(id), { signal })) ?? null,
    enabled,
    refetchInterval: (query) => (moving(query.state.data?.state) ? 700 : false),
  });
}

export function useKept(id: string | number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['imports', String(id), 'kept'],
    queryFn: ({ pageParam, signal }) => http.get<KeptPage>(`${undoPath(id)}/kept`, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
  });
}

const steer = (verb: string) => (id: string | number) => http.put<Run | undefined>(`/imports/${encodeURIComponent(String(id))}/${verb}`);
export const pause = steer('pause');
export const resume = steer('resumption');
export const cancel = steer('cancellation');

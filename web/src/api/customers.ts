import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, send } from './http';
import type { CustomerChange, CustomerFile, Dossier, HistoryPage, NewCustomer, RowPage, UndoPreview } from './types/customers';
import type { Where } from './types/where';

/** What a list shows: the same words narrow the list, its export and the way back to it. */
export interface Listing {
  type?: string;
  q?: string;
  sort?: string;
  filter: Record<string, string>;
  where?: Where;
}

function listingQuery(listing: Listing) {
  const query: Record<string, string | undefined> = { type: listing.type, q: listing.q, sort: listing.sort, where: listing.where && JSON.stringify(listing.where) };
  for (const [key, value] of Object.entries(listing.filter)) query[`f.${key}`] = value;
  return query;
}

/** Only what a search box or a choice shows of a customer. */
const BRIEF = ['name', 'mobile', 'phone', 'email', 'region'];

export function findCustomers(listing: Listing, limit: number, cursor?: string, signal?: AbortSignal) {
  return http.get<RowPage>('/customers', { query: { ...listingQuery(listing), columns: BRIEF.join(), limit, cursor, total: 'false' }, signal });
}

/** Rows of a page of a long list. */
export const PAGE = 100;

/** One page of a list; it is let go soon after it has left the view, so that a long way through a list doesn't fill the memory. */
export function customersPage(listing: Listing, chosen: string, cursor: string | undefined) {
  const columns = [...new Set([...BRIEF, ...chosen.split(',')])].join();
  return queryOptions({
    queryKey: ['customers', listing, columns, cursor ?? ''],
    // How many there are in all is asked beside the rows, which don't wait for it; a search that finds few says it with them.
    queryFn: ({ signal }) =>
      http.get<RowPage>('/customers', { query: { ...listingQuery(listing), columns, limit: PAGE, cursor, total: 'false' }, signal }),
    gcTime: cursor === undefined ? 300_000 : 30_000,
  });
}

/** How many customers a list has, where its first page doesn't say so. */
export function useTotal({ sort: _order, ...listing }: Listing, asked: boolean) {
  return useQuery({
    // Whatever its order: one that is only sorted anew isn't counted again.
    queryKey: ['customers', listing, 'total'],
    queryFn: ({ signal }) => http.get<NonNullable<RowPage['total']>>('/customers/total', { query: listingQuery(listing), signal }),
    enabled: asked,
  });
}

const path = (number: string) => `/customers/${encodeURIComponent(number)}`;

/** The file as it was at a moment of the past. */
export function useCustomerAsOf(number: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['customer', number, asOf ?? 'now'],
    queryFn: ({ signal }) => readCustomer(number, asOf, signal),
    enabled: asOf !== undefined,
  });
}

/** Everything about a customer as it is now, in one question. */
export function useDossier(number: string, enabled: boolean) {
  return useQuery({
    queryKey: dossierKey(number),
    queryFn: ({ signal }) => http.get<Dossier>(`${path(number)}/dossier`, { signal }),
    enabled,
  });
}

export const dossierKey = (number: string) => ['customer', number, 'dossier'];

export function readCustomer(number: string, asOf?: string, signal?: AbortSignal) {
  return http.get<CustomerFile>(path(number), { query: { asOf }, signal });
}

/** Which entries of a file somebody wants to see. */
export interface HistoryFilter {
  field?: string;
  item?: string;
  by?: string;
  channel?: string;
}

export function useHistory(number: string, filter: HistoryFilter) {
  return useInfiniteQuery({
    queryKey: ['customer', number, 'history', filter],
    queryFn: ({ pageParam, signal }) => http.get<HistoryPage>(`${path(number)}/history`, { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The last things said of one field or item. */
export function useValueHistory(number: string, field: string, item: string | number | undefined, limit: number) {
  return useQuery({
    queryKey: ['customer', number, 'history', 'value', field, String(item ?? '')],
    queryFn: ({ signal }) => http.get<HistoryPage>(`${path(number)}/history`, { query: { field, item, limit }, signal }),
  });
}

export function useUndoPreview(number: string, entry: number) {
  return useQuery({
    queryKey: ['customer', number, 'undo', entry],
    queryFn: ({ signal }) => http.get<UndoPreview>(`${path(number)}/history/${entry}/undo`, { signal }),
    staleTime: 0,
  });
}

/** The version is the one of the preview; the key makes a repeated call count once. */
export function takeBack(number: string, entry: number, version: number, reason: string, key: string) {
  return http.post<{ file: CustomerFile; waiting: string[] }>(`${path(number)}/history/${entry}/undo`, { reason }, { headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': key } });
}

/** The key makes a repeated call answer with the customer already made. */
export async function addCustomer(customer: NewCustomer, idempotencyKey: string): Promise<CustomerFile> {
  const answer = await send('POST', '/customers', { body: customer, headers: { 'Idempotency-Key': idempotencyKey } });
  return (await answer.json()) as CustomerFile;
}

export function changeCustomer(number: string, version: number, change: CustomerChange) {
  return http.patch<CustomerFile>(path(number), change, { headers: { 'If-Match': `"${version}"` } });
}

export function reveal(number: string, field: string, reason: string) {
  return http.post<{ value: string | string[]; text: string }>(`${path(number)}/reveals`, { field, reason });
}

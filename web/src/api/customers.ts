import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, send } from './http';
import type { CustomerChange, CustomerFile, HistoryEntry, NewCustomer, RowPage } from './types';

/** What a list shows: the same words narrow the list, its export and the way back to it. */
export interface Listing {
  type?: string;
  q?: string;
  sort?: string;
  filter: Record<string, string>;
}

function listingQuery(listing: Listing) {
  const query: Record<string, string | undefined> = { type: listing.type, q: listing.q, sort: listing.sort };
  for (const [key, value] of Object.entries(listing.filter)) query[`f.${key}`] = value;
  return query;
}

export function findCustomers(listing: Listing, limit: number, cursor?: string, signal?: AbortSignal) {
  return http.get<RowPage>('/customers', { query: { ...listingQuery(listing), limit, cursor }, signal });
}

export function useCustomers(listing: Listing) {
  return useInfiniteQuery({
    queryKey: ['customers', listing],
    queryFn: ({ pageParam, signal }) => findCustomers(listing, 50, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

const path = (number: string) => `/customers/${encodeURIComponent(number)}`;

export function useCustomer(number: string, asOf?: string) {
  return useQuery({
    queryKey: ['customer', number, asOf ?? 'now'],
    queryFn: ({ signal }) => readCustomer(number, asOf, signal),
  });
}

export function readCustomer(number: string, asOf?: string, signal?: AbortSignal) {
  return http.get<CustomerFile>(path(number), { query: { asOf }, signal });
}

export function useHistory(number: string) {
  return useQuery({
    queryKey: ['customer', number, 'history'],
    queryFn: ({ signal }) => http.get<{ items: HistoryEntry[] }>(`${path(number)}/history`, { signal }),
  });
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

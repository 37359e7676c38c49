import { useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { CustomerType } from './types/catalogue';
import type { Circle, CustomerGroup, RelationKind } from './types/structure';

/** The kinds of relation a customer of a type may have to another; they hardly ever change. */
export function useRelationKinds(type: CustomerType) {
  return useQuery({
    queryKey: ['relation-kinds', type],
    queryFn: async ({ signal }) => itemsOf(await http.get<{ items: RelationKind[] }>('/relation-kinds', { query: { type }, signal })),
    staleTime: 300_000,
  });
}

/** The household or the group of companies of a customer, with figures summed over its members. */
export function useGroup(number: string, circle: Circle) {
  return useQuery({
    queryKey: ['customer', number, 'group', circle],
    queryFn: ({ signal }) => http.get<CustomerGroup>(`/customers/${encodeURIComponent(number)}/groups/${circle}`, { signal }),
  });
}

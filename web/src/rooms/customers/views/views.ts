import type { Listing } from '../../../api/customers';
import type { ColumnWidth, View, ViewOrder } from '../../../api/types/views';
import { isEmpty, parsed } from '../../../kit/conditions/where';

/** The list a view shows. */
export function listingOf({ type, q, sort, filter, where }: View): Listing {
  return { type: type || undefined, q: q || undefined, sort: sort || undefined, filter, where: where ?? undefined };
}

/** The same list in the same words, whatever order they stand in. */
function spelt({ type, q, sort, filter, where }: Listing): string {
  return JSON.stringify([type ?? '', q ?? '', sort ?? '', Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b)), isEmpty(where) ? null : where]);
}

export function isChanged(view: View, listing: Listing, columns: ColumnWidth[]): boolean {
  const drawn = view.columns.length > 0 && JSON.stringify(view.columns) !== JSON.stringify(columns);
  return drawn || spelt(listingOf(view)) !== spelt(listing);
}

export function orderOf(listing: Listing, columns: ColumnWidth[], name: string, circle: ViewOrder['circle']): ViewOrder {
  const { type, q, sort, filter, where } = listing;
  return { name, type, q, sort, filter, where: parsed(JSON.stringify(where ?? null)), columns, circle };
}

import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Listing } from '../../api/customers';
import { isEmpty, parsed } from '../../kit/conditions/where';

/** What the address of the list says is shown, and how to change it. */
export function useListing() {
  const [params, setParams] = useSearchParams();
  const listing: Listing = useMemo(() => {
    const filter: Record<string, string> = {};
    for (const [key, value] of params) if (key.startsWith('f.') && value) filter[key.slice(2)] = value;
    return { type: params.get('type') ?? undefined, q: params.get('q') ?? undefined, sort: params.get('sort') ?? undefined, filter, where: parsed(params.get('where')) };
  }, [params]);
  const set = (changes: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const id = params.get('view') ?? undefined;
  return { listing, set, view: id, open: (wanted: URLSearchParams, replace = false) => setParams(wanted, { replace }), untouched: [...params].length === 0 };
}

/** The address of a list with this in it. */
export function paramsOf(listing: Listing, view?: string): URLSearchParams {
  const params = new URLSearchParams();
  const { type, q, sort, where, filter } = listing;
  for (const [key, value] of Object.entries({ view, type, q, sort, where: isEmpty(where) ? undefined : JSON.stringify(where) })) if (value) params.set(key, value);
  for (const [key, value] of Object.entries(filter)) params.set(`f.${key}`, value);
  return params;
}

/** Something less than everything of its type is shown. */
export function isNarrowed(listing: Listing): boolean {
  return Boolean(listing.q) || Object.keys(listing.filter).length > 0 || !isEmpty(listing.where);
}

/** What takes all conditions and words off again. */
export function unnarrowed(listing: Listing): Record<string, undefined> {
  return { q: undefined, where: undefined, ...Object.fromEntries(Object.keys(listing.filter).map((key) => [`f.${key}`, undefined])) };
}

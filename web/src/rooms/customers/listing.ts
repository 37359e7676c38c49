import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Listing } from '../../api/customers';
import type { Catalogue, CustomerType, Field } from '../../api/types/catalogue';
import { isEmpty, parsed } from './where';

/** A field one can narrow by; the day of entry is one although the catalogue doesn't hold it. */
export interface Narrowing extends Pick<Field, 'key' | 'type' | 'codeList' | 'label' | 'example' | 'dated'> {
  masked: boolean;
  /** Kept so that only the whole value finds it. */
  exact: boolean;
}

const COMMON_FIRST = ['source_channel', 'region', 'owner', 'enterprise_nature', 'industry', 'level'];

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

/**
 * The fields a list of this type can be narrowed by; without a type, those both types have. One seen masked is among them: it is
 * compared with a whole value, unless it is a stored file, which can't be typed.
 */
export function narrowings(catalogue: Catalogue | undefined, type: string | undefined, created: string): Narrowing[] {
  if (!catalogue) return [];
  const usable = (record: CustomerType) => catalogue.fields.filter((field) => field.record === record && field.filterable && !field.retired && !(field.type === 'FILE' && field.rights.read === 'masked'));
  const enterprises = new Set(usable('enterprise').map(({ key }) => key));
  const fields = type === 'individual' || type === 'enterprise' ? usable(type) : usable('individual').filter(({ key }) => enterprises.has(key));
  const sorted = fields
    .filter(({ key }) => key !== 'created_at')
    .toSorted((a, b) => rankOf(a.key) - rankOf(b.key))
    .map((field) => Object.assign({ masked: field.rights.read === 'masked', exact: field.search === 'EXACT' || field.sensitivity === 'SENSITIVE' }, field));
  return [...sorted, { key: 'created_at', type: 'DATE', codeList: '', label: created, example: '', masked: false, exact: false }];
}

function rankOf(key: string): number {
  const at = COMMON_FIRST.indexOf(key);
  return at < 0 ? COMMON_FIRST.length : at;
}

import type { Catalogue, CustomerType, Field } from '../../api/types/catalogue';

/** A field one can narrow by; the day of entry is one although the catalogue doesn't hold it. */
export interface Narrowing extends Pick<Field, 'key' | 'type' | 'codeList' | 'label' | 'example' | 'dated'> {
  masked: boolean;
  /** Kept so that only the whole value finds it. */
  exact: boolean;
}

const COMMON_FIRST = ['source_channel', 'region', 'owner', 'enterprise_nature', 'industry', 'level'];

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

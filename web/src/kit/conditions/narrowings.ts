import type { Catalogue, CustomerType, Field } from '../../api/types/catalogue';

/** A field one can narrow by; the day of entry is one although the catalogue doesn't hold it. */
export interface Narrowing extends Pick<Field, 'key' | 'type' | 'codeList' | 'label' | 'example' | 'dated'> {
  masked: boolean;
  /** Kept so that only the whole value finds it. */
  exact: boolean;
  /** Only customers of this type have it: to ask for it shows no others. */
  only?: CustomerType;
}

const COMMON_FIRST = ['source_channel', 'region', 'owner', 'enterprise_nature', 'industry', 'level'];

/**
 * The fields a list of this type can be narrowed by; without a type, those both types have. One seen masked is among them: it is
 * compared with a whole value, unless it is a stored file, which can't be typed.
 */
export function narrowings(catalogue: Catalogue | undefined, type: string | undefined, created: string): Narrowing[] {
  if (!catalogue) return [];
  const enterprises = new Set(usable(catalogue, 'enterprise').map(({ key }) => key));
  const fields = type === 'individual' || type === 'enterprise' ? usable(catalogue, type) : usable(catalogue, 'individual').filter(({ key }) => enterprises.has(key));
  return [...narrowingsOf(fields), { key: 'created_at', type: 'DATE', codeList: '', label: created, example: '', masked: false, exact: false }];
}

/** As {@link narrowings}; without a type, behind those that both types have those that one alone has. */
export function everyNarrowing(catalogue: Catalogue | undefined, type: string | undefined, created: string): Narrowing[] {
  const common = narrowings(catalogue, type, created);
  if (!catalogue || type) return common;
  const own = TYPES.flatMap((only) => {
    // A key of both that can't be asked of one of them is refused for both.
    const others = new Set(catalogue.fields.filter(({ record }) => record !== only && TYPES.some((one) => one === record)).map(({ key }) => key));
    return narrowingsOf(usable(catalogue, only).filter(({ key }) => !others.has(key))).map((field) => Object.assign(field, { only }));
  });
  return [...common, ...own];
}

/** The import that brought customers, by its number. */
export function narrowingOfRuns(label: string): Narrowing {
  return { key: 'import_run', type: 'TEXT', codeList: '', label, example: '', masked: false, exact: true };
}

const TYPES: CustomerType[] = ['individual', 'enterprise'];

function usable(catalogue: Catalogue, record: CustomerType): Field[] {
  return catalogue.fields.filter((field) => field.record === record && field.filterable && !field.retired && !(field.type === 'FILE' && field.rights.read === 'masked'));
}

function narrowingsOf(fields: Field[]): Narrowing[] {
  return fields
    .filter(({ key }) => key !== 'created_at')
    .toSorted((a, b) => rankOf(a.key) - rankOf(b.key))
    .map((field) => Object.assign({ masked: field.rights.read === 'masked', exact: field.search === 'EXACT' || field.sensitivity === 'SENSITIVE' }, field));
}

function rankOf(key: string): number {
  const at = COMMON_FIRST.indexOf(key);
  return at < 0 ? COMMON_FIRST.length : at;
}

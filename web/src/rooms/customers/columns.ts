import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue';
import type { Field } from '../../api/types/catalogue';
import { useSession } from '../../kit/session';

const KEPT = 'clientela.columns';
const USUAL = ['phone', 'email', 'region', 'source_channel', 'owner'];
/** Both kinds of customers have a phone, under different keys. */
export const PHONE = 'phone';
const ALWAYS = new Set(['name', 'mobile', 'phone']);
const LONG = new Set(['LIST', 'LONG_TEXT']);

export interface Offered {
  key: string;
  label: string;
}

/** What a list of this type can show besides name, number and day of entry; without a type, of both types. */
function offered(fields: Field[], type: string | undefined, phone: string): Offered[] {
  const seen = new Map<string, string>([[PHONE, phone]]);
  for (const field of fields) {
    const shown = field.record === 'individual' || field.record === 'enterprise';
    const listed = field.filterable || field.sortable || field.search !== 'NONE';
    if (shown && (!type || field.record === type) && listed && !ALWAYS.has(field.key) && !LONG.has(field.type) && !field.retired && !seen.has(field.key)) seen.set(field.key, field.label);
  }
  return [...seen].map(([key, label]) => ({ key, label }));
}

/** The columns somebody has chosen for a list, remembered on this computer. */
export function useColumns(type: string | undefined, phone: string) {
  const { user } = useSession();
  const place = `${KEPT}.${user.id}.${type ?? 'all'}`;
  const [, setAgain] = useState(0);
  const catalogue = useCatalogue();
  const all = offered(catalogue.data?.fields ?? [], type, phone);
  let kept: string[] | undefined;
  try {
    kept = JSON.parse(localStorage.getItem(place) ?? 'null') as string[] | undefined;
  } catch {
    kept = undefined;
  }
  const wanted = kept ?? USUAL;
  const choose = (keys: string[] | undefined) => {
    if (keys) localStorage.setItem(place, JSON.stringify(keys));
    else localStorage.removeItem(place);
    setAgain((count) => count + 1);
  };
  return { all, chosen: all.filter(({ key }) => wanted.includes(key)), usual: kept === null || kept === undefined, choose };
}

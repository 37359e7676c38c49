import type { CustomerFile, ListItem } from '../../../api/types/customers';

export const CONTACTS = 'contacts';

export function textOf(item: ListItem, key: string): string {
  return item.values[key]?.text ?? '';
}

export function valueOf(item: ListItem, key: string): string {
  const value = item.values[key]?.value;
  return typeof value === 'string' ? value : '';
}

/** Today as the calendar of this computer has it. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** Whoever left is a former contact from that day on. */
export function hasLeft(item: ListItem): boolean {
  const left = valueOf(item, 'left_on');
  return left !== '' && left <= today();
}

/** Those there are, whoever is called first before the others, and those who left, the last first. */
export function contactsOf(file: CustomerFile): { present: ListItem[]; former: ListItem[] } {
  const all = file.lists[CONTACTS] ?? [];
  return {
    present: all.filter((item) => !hasLeft(item)).toSorted((a, b) => Number(valueOf(b, 'main') === 'yes') - Number(valueOf(a, 'main') === 'yes') || Number(a.id) - Number(b.id)),
    former: all.filter(hasLeft).toSorted((a, b) => valueOf(b, 'left_on').localeCompare(valueOf(a, 'left_on'))),
  };
}

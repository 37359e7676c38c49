import { useCallback, useEffect, useState } from 'react';
import type { Field } from '../../../api/types/catalogue';
import type { Cells, ListItem, Typed } from '../../../api/types/customers';
import { dropDraft, keepDraft, keptDraft } from '../../../kit/drafts';
import type { Held } from '../../../kit/FieldControl';
import { blank, heldIn, same, typed } from '../fields';

/** An item of a list while it is edited: only what was typed; an item without id is new. */
export interface ItemDraft {
  local: string;
  id?: string | number;
  touched: Record<string, Held>;
  removed?: boolean;
}

/** What was typed into a form, apart from what stood there. */
export interface Draft {
  touched: Record<string, Held>;
  lists: Record<string, ItemDraft[]>;
  /** The version of the file it was typed over, so that a draft restored later meets what was changed since. */
  base?: number;
}

export const EMPTY: Draft = { touched: {}, lists: {} };

export function isEmpty(draft: Draft): boolean {
  return Object.keys(draft.touched).length === 0 && Object.values(draft.lists).every((items) => items.every((item) => item.id !== undefined && !item.removed && Object.keys(item.touched).length === 0));
}

/** Sensitive values are not left lying on the computer. */
function withoutSecrets(draft: Draft, secrets: Set<string>): Draft {
  const clean = (values: Record<string, Held>) => Object.fromEntries(Object.entries(values).filter(([key]) => !secrets.has(key)));
  return {
    ...draft,
    touched: clean(draft.touched),
    lists: Object.fromEntries(Object.entries(draft.lists).map(([key, items]) => [key, items.map((item) => ({ ...item, touched: clean(item.touched) }))])),
  };
}

/** A draft that outlives the page: kept at each change, restored when the form opens again. */
export function useDraft(key: string, fields: Field[]) {
  const [kept] = useState(() => keptDraft<Draft>(key));
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? EMPTY);
  const [restoredAt, setRestoredAt] = useState(kept?.at);
  const keep = useCallback(
    (typing: Draft) => {
      const secrets = new Set(fields.filter(({ sensitivity }) => sensitivity === 'SENSITIVE').map((field) => field.key));
      if (isEmpty(typing)) dropDraft(key);
      else keepDraft(key, withoutSecrets(typing, secrets));
    },
    [key, fields],
  );
  useEffect(() => keep(draft), [keep, draft]);
  const forget = () => {
    setDraft(EMPTY);
    setRestoredAt(undefined);
    dropDraft(key);
  };
  return { draft, setDraft, restoredAt, forget, keep };
}

/** What a control shows: what was typed, or what stands in the file. */
export function shown(touched: Record<string, Held>, cells: Cells, key: string): Held {
  return touched[key] ?? heldIn(cells[key]);
}

/** Touching a field back to what stood there is no change. */
export function touch(touched: Record<string, Held>, cells: Cells, key: string, value: Held | undefined): Record<string, Held> {
  const next = { ...touched };
  if (value === undefined || (!cells[key]?.masked && same(value, heldIn(cells[key])))) delete next[key];
  else next[key] = value;
  return next;
}

/** The values to be checked: the whole record as far as it is clear, because rules look at neighbours. */
export function recordValues(touched: Record<string, Held>, cells: Cells): Record<string, Typed> {
  const values: Record<string, Typed> = {};
  for (const [key, cell] of Object.entries(cells)) if (!cell.masked && !(key in touched)) values[key] = typed(heldIn(cell));
  for (const [key, value] of Object.entries(touched)) if (!blank(value)) values[key] = typed(value);
  return values;
}

/** The values to be sent: only those touched; a masked one that nobody typed over never is. */
export function sentValues(touched: Record<string, Held>): Record<string, Typed> {
  return Object.fromEntries(Object.entries(touched).map(([key, value]) => [key, typed(value)]));
}

/** The items of a list as the form shows them: those of the file, with what was typed, and the new ones. */
export function itemsShown(items: ListItem[], drafts: ItemDraft[] | undefined): ItemDraft[] {
  const known = new Map((drafts ?? []).filter(({ id }) => id !== undefined).map((draft) => [String(draft.id), draft]));
  const old = items.map((item) => known.get(String(item.id)) ?? { local: `id-${item.id}`, id: item.id, touched: {} });
  return [...old, ...(drafts ?? []).filter(({ id }) => id === undefined)];
}

export function sentLists(draft: Draft) {
  const entries = Object.entries(draft.lists).map(([key, items]) => {
    const set = items
      .filter((item) => !item.removed && Object.keys(item.touched).length > 0)
      .map((item) => (item.id === undefined ? { values: sentValues(item.touched) } : { id: item.id, values: sentValues(item.touched) }));
    const remove = items.filter((item) => item.removed && item.id !== undefined).map((item) => item.id!);
    return [key, { set, remove }] as const;
  });
  return Object.fromEntries(entries.filter(([, { set, remove }]) => set.length > 0 || remove.length > 0));
}


import type { Catalogue, Field } from '../../../api/types/catalogue';
import type { Cell, CustomerFile, ListItem, Origin } from '../../../api/types/customers';
import type { Held } from '../../../kit/FieldControl';
import { blank, fieldsOf, heldIn, same, typed } from '../fields';
import { touch } from './draft';
import type { Draft, ItemDraft } from './draft';

/** One thing somebody else changed while a form was open, and what of it one has typed oneself. */
export interface Meanwhile {
  /** A field, an item as `list#id`, or a part of one as `list#id.part`. */
  place: string;
  label: string;
  /** The field whose control shows what was typed. */
  field: Field;
  what: 'value' | 'added' | 'removed';
  old?: Cell;
  now?: Cell;
  /** The item's name, for one that came or went. */
  name?: string;
  /** Who said it and when; unknown of what is no longer there. */
  origin?: Origin;
  /** What was typed; something has to be decided then. */
  yours?: Held;
  /** One has taken the item away that they have changed, or changed the one that they have taken away. */
  clash?: 'value' | 'theyRemoved' | 'iRemoved';
  list?: string;
  id?: string;
}

/** A masked text may read the same and yet be another value: then its origin tells. */
function differs(old: Cell | undefined, now: Cell | undefined, before: Origin | undefined, after: Origin | undefined): boolean {
  return old?.text !== now?.text || (now?.masked === true && before?.entry !== after?.entry);
}

function nameOf(item: ListItem, fields: Field[]): string {
  return fields.map(({ key }) => item.values[key]?.text).find(Boolean) ?? '';
}

function ofItem(list: Field, fields: Field[], old: ListItem | undefined, now: ListItem | undefined, draft: ItemDraft | undefined, before: CustomerFile, after: CustomerFile): Meanwhile[] {
  const item = now ?? old;
  if (!item) return [];
  const place = `${list.key}#${item.id}`;
  const origin = after.origin[place];
  const label = `${list.label} · ${nameOf(item, fields)}`;
  const common = { list: list.key, id: String(item.id), origin };
  if (!old) return [{ ...common, place, label, field: list, what: 'added', name: nameOf(item, fields) }];
  if (!now) {
    const typedInto = draft !== undefined && !draft.removed && Object.keys(draft.touched).length > 0;
    const yours = typedInto ? Object.values(draft.touched).flat() : undefined;
    return [{ ...common, place, label, field: list, what: 'removed', name: nameOf(item, fields), yours, clash: yours && 'theyRemoved' }];
  }
  const parts = fields.filter(({ key }) => differs(old.values[key], now.values[key], before.origin[place], origin) && !(now.values[key]?.masked && old.values[key]?.text === now.values[key]?.text));
  return parts.map((part, at) => {
    const cell = now.values[part.key];
    const mine = draft?.touched[part.key];
    const both = mine !== undefined && !same(mine, heldIn(cell));
    const iRemoved = at === 0 && draft?.removed === true;
    return {
      ...common,
      place: `${place}.${part.key}`,
      label: `${label} · ${part.label}`,
      field: part,
      what: 'value',
      old: old.values[part.key],
      now: cell,
      yours: both ? mine : undefined,
      clash: iRemoved ? 'iRemoved' : both ? 'value' : undefined,
    };
  });
}

/** Everything that differs between the file one began with and the file there is now, held against what one has typed. */
export function meanwhile(before: CustomerFile, now: CustomerFile, catalogue: Catalogue, draft: Draft): Meanwhile[] {
  return fieldsOf(catalogue, now.type).flatMap((field): Meanwhile[] => {
    if (field.type !== 'LIST') {
      const [old, cell] = [before.values[field.key], now.values[field.key]];
      if (!differs(old, cell, before.origin[field.key], now.origin[field.key])) return [];
      const mine = draft.touched[field.key];
      const both = mine !== undefined && !same(mine, heldIn(cell));
      return [{ place: field.key, label: field.label, field, what: 'value', old, now: cell, origin: now.origin[field.key], yours: both ? mine : undefined, clash: both ? 'value' : undefined }];
    }
    const fields = fieldsOf(catalogue, field.codeList);
    const [then, there] = [before.lists[field.key] ?? [], now.lists[field.key] ?? []];
    const ids = new Set([...then, ...there].map(({ id }) => String(id)));
    return [...ids].flatMap((id) => {
      const is = (item: { id?: string | number }) => String(item.id) === id;
      return ofItem(field, fields, then.find(is), there.find(is), draft.lists[field.key]?.find(is), before, now);
    });
  });
}

function withItem(draft: Draft, list: string, id: string, change: (item: ItemDraft) => ItemDraft[]): Draft {
  const items = (draft.lists[list] ?? []).flatMap((item) => (String(item.id) === id ? change(item) : [item]));
  return { ...draft, lists: { ...draft.lists, [list]: items } };
}

/** Gives up what was typed for what the other has said. */
export function takeTheirs(draft: Draft, one: Meanwhile, now: CustomerFile): Draft {
  const { list, id } = one;
  if (list === undefined || id === undefined) return { ...draft, touched: touch(draft.touched, now.values, one.field.key, undefined) };
  if (one.clash === 'theyRemoved') return withItem(draft, list, id, () => []);
  if (one.clash === 'iRemoved') return withItem(draft, list, id, (item) => [{ ...item, removed: false }]);
  return withItem(draft, list, id, (item) => [{ ...item, touched: touch(item.touched, {}, one.field.key, undefined) }]);
}

/** An item the other has taken away is entered anew, with what stood in it and what was typed. */
export function keepMine(draft: Draft, one: Meanwhile, before: CustomerFile): Draft {
  const { list, id } = one;
  if (one.clash !== 'theyRemoved' || list === undefined || id === undefined) return draft;
  const old = before.lists[list]?.find((item) => String(item.id) === id)?.values ?? {};
  const stood = Object.fromEntries(Object.entries(old).flatMap(([key, cell]) => (cell.masked || typed(heldIn(cell)) === null ? [] : [[key, heldIn(cell)]])));
  return withItem(draft, list, id, (item) => [{ local: item.local, touched: Object.fromEntries(Object.entries({ ...stood, ...item.touched }).filter(([, value]) => !blank(value))) }]);
}

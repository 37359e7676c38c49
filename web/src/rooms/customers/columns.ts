import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue';
import type { Field } from '../../api/types/catalogue';
import type { ColumnWidth, View } from '../../api/types/views';
import { keepTaste, useTaste } from '../../api/views';

const USUAL = ['phone', 'email', 'region', 'source_channel', 'owner'];
/** Both kinds of customers have a phone, under different keys. */
export const PHONE = 'phone';
const ALWAYS = new Set(['name', 'mobile', 'phone']);
const LONG = new Set(['LIST', 'LONG_TEXT', 'FILE']);

export interface Offered {
  key: string;
  label: string;
  /** A short list can be sorted by it. */
  sortable: boolean;
}

const UNSORTED = new Set(['LIST', 'LONG_TEXT', 'CARD', 'CHOICES']);

/** What a list of this type can show besides name, number and day of entry; without a type, of both types. */
function offered(fields: Field[], type: string | undefined, phone: string): Offered[] {
  const seen = new Map<string, Offered>([[PHONE, { key: PHONE, label: phone, sortable: false }]]);
  for (const field of fields) {
    const shown = field.record === 'individual' || field.record === 'enterprise';
    const listed = field.filterable || field.sortable || field.search !== 'NONE';
    if (shown && (!type || field.record === type) && listed && !ALWAYS.has(field.key) && !LONG.has(field.type) && !field.retired && !seen.has(field.key)) {
      seen.set(field.key, { key: field.key, label: field.label, sortable: !UNSORTED.has(field.type) && field.rights.read === 'clear' });
    }
  }
  return [...seen.values()];
}

/** The shipped columns together fit the screen of a small laptop, 1,366 wide, with their headings in every language. */
const WIDE: Record<string, number> = { name: 168, number: 122, created: 140, phone: 155, email: 172, address: 220, region: 125, source_channel: 157, owner: 130 };
const USUAL_WIDTH = 150;
/** The first rows may have none, and those further down a long one. */
const LEAST: Record<string, number> = { name: 168, phone: 140, email: 180 };
export const leastOf = (key: string) => LEAST[key];
/** Columns of every list; the name stands first. */
const NAME = 'name';
const CREATED = 'created';
const FIXED = new Set(['number', CREATED]);

/** Columns and widths of a list as somebody has them. */
export interface Layout {
  all: Offered[];
  /** The fields shown, in their order. */
  chosen: Offered[];
  /** All columns behind the name, in their order. */
  order: string[];
  /** The keys a list asks for, whatever their order; known before the fields are. */
  asked: string;
  usual: boolean;
  choose: (keys: string[] | undefined) => void;
  /** Puts a column at another place behind the name. */
  move: (key: string, to: number) => void;
  widthOf: (key: string) => number;
  /** Nobody has drawn a width. */
  undrawn: boolean;
  /** The others stay as they are shown. */
  setWidth: (key: string, width: number, shown: Record<string, number>) => void;
  /** As it is kept in a view. */
  kept: ColumnWidth[];
}

const shippedWidth = (key: string) => WIDE[key] ?? USUAL_WIDTH;
const widthOf = (columns: ColumnWidth[], key: string) => columns.find((column) => column.key === key)?.width ?? shippedWidth(key);

/** The order that is kept. The name is kept last; where it is first, the list is of a time when columns weren't moved and the day of entry stood last. */
function ordered(kept: ColumnWidth[], known: Set<string>): string[] {
  const keys = kept.map(({ key }) => key);
  const moved = keys[0] === NAME ? [...keys.filter((key) => key !== CREATED), CREATED] : keys;
  const order = moved.filter((key) => known.has(key));
  return [...order, ...[...FIXED].filter((key) => !order.includes(key))];
}

/**
 * The columns of a list, their order, and how wide they are: those of the view that is open, else those somebody has chosen for lists
 * of this type, remembered wherever they sign in.
 */
export function useColumns(type: string | undefined, phone: string, view: View | undefined): Layout {
  const catalogue = useCatalogue();
  const taste = useTaste();
  const [drawn, setDrawn] = useState<{ of: number; columns: ColumnWidth[] }>();
  const place = type ?? 'all';
  const all = offered(catalogue.data?.fields ?? [], type, phone);
  const ofView = view && view.columns.length > 0;
  const kept = (ofView ? (drawn?.of === view.id ? drawn.columns : view.columns) : taste.data?.layouts[place]) ?? [];
  const known = new Set([...FIXED, ...all.map(({ key }) => key)]);
  const order = kept.length > 0 ? ordered(kept, known) : ['number', ...USUAL, CREATED].filter((key) => known.has(key));
  const columns = [...order, NAME].map((key) => ({ key, width: widthOf(kept, key) }));
  const keep = (changed: ColumnWidth[]) => {
    if (ofView) setDrawn({ of: view.id, columns: changed });
    else keepTaste((before) => ({ ...before, layouts: { ...before.layouts, [place]: changed } }));
  };
  const keepOrder = (changed: string[]) => keep([...changed, NAME].map((key) => ({ key, width: widthOf(kept, key) })));
  return {
    all,
    chosen: order.flatMap((key) => all.find((one) => one.key === key) ?? []),
    order,
    asked: (kept.length > 0 ? kept.map(({ key }) => key) : USUAL).toSorted().join(),
    usual: kept.length === 0,
    choose: (keys) => {
      if (!keys) return keep(ofView ? view.columns : []);
      const stay = order.filter((key) => FIXED.has(key) || keys.includes(key));
      const added = keys.filter((key) => !order.includes(key));
      // The day of entry stays the last where it is.
      return keepOrder(stay.at(-1) === CREATED ? [...stay.slice(0, -1), ...added, CREATED] : [...stay, ...added]);
    },
    move: (key, to) => {
      const rest = order.filter((one) => one !== key);
      keepOrder(rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, key));
    },
    widthOf: (key) => widthOf(kept, key),
    undrawn: columns.every(({ key, width }) => width === shippedWidth(key)),
    setWidth: (key, width, shown) => keep(columns.map((column) => ({ key: column.key, width: column.key === key ? width : (shown[column.key] ?? column.width) }))),
    kept: columns,
  };
}

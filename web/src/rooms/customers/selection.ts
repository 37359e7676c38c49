import { useMemo, useState } from 'react';
import type { Listing } from '../../api/customers';
import type { Row } from '../../api/types/customers';
import { COUNTED } from './rows';

/** What is ticked: some customers, or everything the list shows. */
export type Picked = { all: true } | { all: false; numbers: Map<string, Row> };

const NONE = new Map<string, Row>();

interface Rows {
  rowAt: (index: number) => Row | undefined;
  between: (from: number, to: number) => Promise<Row[]>;
}

/** Ticked rows of a list; another list begins with none. */
export function useSelection(listing: Listing, rows: Rows) {
  const of = JSON.stringify({ ...listing, sort: undefined });
  const [kept, setKept] = useState<{ of: string; picked: Picked; anchor?: number }>({ of, picked: { all: false, numbers: NONE } });
  const state = useMemo(() => (kept.of === of ? kept : { of, picked: { all: false, numbers: NONE } as Picked, anchor: undefined }), [kept, of]);
  const { picked } = state;
  const numbers = picked.all ? NONE : picked.numbers;

  const put = (changed: Row[], on: boolean, anchor: number) =>
    setKept((before) => {
      const next = new Map(before.of === of && !before.picked.all ? before.picked.numbers : NONE);
      for (const row of changed) {
        if (!on) next.delete(row.number);
        else if (next.size < COUNTED) next.set(row.number, row);
      }
      return { of, picked: { all: false, numbers: next }, anchor };
    });

  const tick = (index: number, on: boolean, range: boolean) => {
    const row = rows.rowAt(index);
    if (range && state.anchor !== undefined) {
      const anchor = state.anchor;
      void rows.between(Math.min(anchor, index), Math.max(anchor, index)).then((stretch) => put(stretch, true, anchor));
    } else if (row) put([row], on, index);
  };

  return {
    picked,
    none: !picked.all && numbers.size === 0,
    isTicked: (row: Row) => picked.all || numbers.has(row.number),
    tick,
    all: (on: boolean) => setKept({ of, picked: on ? { all: true } : { all: false, numbers: NONE } }),
    clear: () => setKept({ of, picked: { all: false, numbers: NONE } }),
  };
}

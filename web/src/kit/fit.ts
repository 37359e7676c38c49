import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** No column becomes wider than this by what stands in it. */
const MOST = 320;

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

export interface Wanted {
  width: number;
  /** Not narrower than this by itself; such a column is also filled up before the others. */
  least?: number;
  /** Rows are told apart by it: it is never cut off where others have room. */
  firm?: boolean;
  /** No wider by what stands in it; otherwise not wider than `MOST`. */
  most?: number;
}

/** The room there is, shared by what each column needs; where that isn't enough, what some have to spare goes to those cut off. */
export function shared(columns: Wanted[], measured: number[], room: number): number[] {
  const needs = columns.map(({ width, least = 0 }, index) => Math.max(measured[index] ?? width, least));
  const needed = sum(needs);
  if (needed <= room) return needs.map((need) => Math.floor((need * room) / needed));
  const widths = columns.map(({ width, firm }, index) => (firm ? (needs[index] ?? width) : Math.min(width, needs[index] ?? width)));
  let free = Math.max(0, Math.max(room, Math.min(sum(columns.map(({ width }) => width)), needed)) - sum(widths));
  for (const isFirst of [true, false]) {
    const lacks = columns.map(({ least }, index) => ((least !== undefined) === isFirst ? (needs[index] ?? 0) - (widths[index] ?? 0) : 0));
    const part = Math.min(1, free / (sum(lacks) || 1));
    lacks.forEach((lack, index) => (widths[index] = Math.floor((widths[index] ?? 0) + lack * part)));
    free -= sum(lacks) * part;
  }
  return widths;
}

/**
 * Widths by what stands in the columns, measured when there are rows (`ready`) and kept while these columns are shown, so that nothing
 * moves under somebody who scrolls. Without `fit`: the widths as they are.
 */
export function useFit(frame: RefObject<HTMLElement | null>, all: Wanted[], columns: string, room: number, fit: boolean, ready: boolean): number[] {
  const [found, setFound] = useState<{ columns: string; needs: number[] }>();
  const known = found?.columns === columns;
  const mosts = all.map(({ most = MOST }) => most).join();
  useLayoutEffect(() => {
    const table = frame.current?.querySelector('table');
    if (!table || !fit || !ready || known) return;
    table.classList.add('grid-natural');
    const most = mosts.split(',').map(Number);
    const needs = [...table.querySelectorAll<HTMLElement>('th[data-column]')].map((head, index) => Math.min(most[index] ?? MOST, Math.ceil(head.getBoundingClientRect().width)));
    table.classList.remove('grid-natural');
    // What the browser has laid out is known nowhere else, and it is measured once.
    // oxlint-disable-next-line react/set-state-in-effect
    setFound({ columns, needs });
  }, [frame, columns, mosts, fit, ready, known]);
  // A heading that begins to sort is measured anew; until then the widths before it stand.
  if (!fit || room <= 0 || found?.needs.length !== all.length) return all.map(({ width }) => width);
  return shared(all, found.needs, room);
}

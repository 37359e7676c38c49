import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { customersPage, PAGE, useTotal } from '../../api/customers';
import type { Listing } from '../../api/customers';
import { queries } from '../../api/queries';
import type { Row } from '../../api/types/customers';

/** Beyond this many the server doesn't count, and a stretch can't be ticked. */
export const COUNTED = 10_000;

/** Where each page known so far begins. */
interface Known {
  of: string;
  cursors: (string | undefined)[];
  /** The number of rows, once the last page has been seen. */
  end?: number;
}

/**
 * The rows of a list of any length. Pages are fetched as they come into view and let go again; where each begins is kept, so that
 * the way back is one question, and a jump goes from page to page to where it leads.
 */
export function useRows(listing: Listing, columns: string) {
  const of = JSON.stringify([listing, columns]);
  const [kept, setKnown] = useState<Known>({ of, cursors: [undefined] });
  const known = useMemo<Known>(() => (kept.of === of ? kept : { of, cursors: [undefined] }), [kept, of]);
  const [wanted, setWanted] = useState({ of, from: 0, to: 0 });
  const window = wanted.of === of ? wanted : { of, from: 0, to: 0 };
  const deepest = known.cursors.length - 1;

  const first = useQuery({ ...customersPage(listing, columns, undefined), placeholderData: keepPreviousData });
  const indices = useMemo(() => {
    const all = new Set<number>();
    for (let page = window.from; page <= window.to; page++) all.add(Math.min(page, deepest));
    return [...all];
  }, [window.from, window.to, deepest]);
  const pages = useQueries({ queries: indices.map((page) => customersPage(listing, columns, known.cursors[page])) });

  const tail = pages[indices.indexOf(deepest)]?.data;
  // The page now known to be the last tells where the next begins, or that there is none.
  if (tail?.next && known.cursors.at(-1) !== tail.next) setKnown({ of, cursors: [...known.cursors, tail.next] });
  else if (tail && !tail.next && known.end !== deepest * PAGE + tail.items.length) setKnown({ ...known, end: deepest * PAGE + tail.items.length });

  const stale = first.isPlaceholderData;
  // A search that found few has counted them.
  const counted = useTotal(listing, !listing.q || (first.data !== undefined && !stale && !first.data.total));
  const total = listing.q ? (first.data?.total ?? counted.data) : counted.data;
  const loaded = first.data ? (first.data.next ? Math.max(PAGE + 1, deepest * PAGE + 1) : first.data.items.length) : 0;
  const count = stale ? (first.data?.items.length ?? 0) : (known.end ?? (total?.exact ? total.count : total ? Math.max(total.count, loaded) : loaded));

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE);
    if (page === 0) return first.data?.items[index];
    return stale ? undefined : pages[indices.indexOf(page)]?.data?.items[index - page * PAGE];
  };
  const show = useCallback((from: number, to: number) => setWanted({ of, from: Math.floor(from / PAGE), to: Math.floor(to / PAGE) }), [of]);

  /** A stretch of rows, fetched where it isn't there. */
  const between = async (from: number, to: number): Promise<Row[]> => {
    const rows: Row[] = [];
    let cursor: string | undefined;
    for (let page = 0; page * PAGE <= to && page * PAGE < COUNTED; page++) {
      const seen = known.cursors[page + 1];
      // Pages before the stretch are passed over where it is known what comes behind them.
      if ((page + 1) * PAGE <= from && seen) {
        cursor = seen;
        continue;
      }
      const found = await queries.fetchQuery({ ...customersPage(listing, columns, cursor), staleTime: 60_000 });
      rows.push(...found.items.filter((_, at) => page * PAGE + at >= from && page * PAGE + at <= to));
      if (!found.next) break;
      cursor = found.next;
    }
    return rows;
  };

  const failed = pages.find((page) => page.error);
  return { rowAt, count, total, stale, pending: first.isPending, error: first.error ?? failed?.error ?? null, again: () => void (first.error ? first.refetch() : failed?.refetch()), show, between };
}

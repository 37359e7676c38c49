import { ArrowDownOutlined, ArrowUpOutlined, SwapOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnEdge } from './ColumnEdge';
import { useFit } from './fit';
import { useHotkeys } from './hotkeys';
import { usePrinting } from './printing';
import './grid.css';

/** The height of a row and of the head, as in grid.css. */
const ROW = 36;
/** Rows kept ready above and below what is seen. */
const SPARE = 12;
const TICK = 40;
/** More aren't put on paper; for those there is the export. */
const PRINTED = 1000;

export interface GridColumn<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  width: number;
  /** Not narrower than this by itself, whatever the first rows hold. */
  least?: number;
  /** Never cut off where others have room. */
  firm?: boolean;
  /** No wider by itself than this. */
  most?: number;
  sortable?: boolean;
  number?: boolean;
}

interface Props<T> {
  label: string;
  columns: GridColumn<T>[];
  /** How many rows there are, as far as that is known. */
  count: number;
  /** A row that isn't there yet shows as a line of the right shape. */
  rowAt: (index: number) => T | undefined;
  rowKey: (row: T) => string;
  nameOf: (row: T) => string;
  /** Called with what has come into view. */
  onShow: (first: number, last: number) => void;
  onOpen: (row: T) => void;
  onEdit?: (row: T) => void;
  sort?: string;
  onSort: (sort: string) => void;
  /** Called with the widths all columns have at that moment. */
  onWidth: (key: string, width: number, shown: Record<string, number>) => void;
  /** Nobody has drawn a width: the columns share the room by what stands in them. */
  fit?: boolean;
  /** The rows are those of a question before this one: nothing is measured by them. */
  stale?: boolean;
  /** Puts a column at another place; the first one stays. Without it columns can't be moved. */
  onMove?: (key: string, to: number) => void;
  /** Ticks; without it rows can't be ticked. */
  ticks?: { isTicked: (row: T) => boolean; all: boolean; some: boolean; onTick: (index: number, on: boolean, range: boolean) => void; onAll: (on: boolean) => void };
  /** The row the keyboard stands at first. */
  start?: string;
}

/** A table of any length: only what is in view is in the page. Arrows walk it, Enter opens, space ticks, shift takes a stretch. */
export function Grid<T>({ label, columns, count, rowAt, rowKey, nameOf, onShow, onOpen, onEdit, sort, onSort, onWidth, fit = false, stale = false, onMove, ticks, start }: Props<T>) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 720, width: 0 });
  const [at, setAt] = useState(0);
  const enter = useRef(false);
  const here = Math.min(at, Math.max(0, count - 1));
  const printing = usePrinting();
  const first = printing ? 0 : Math.max(0, Math.floor(view.top / ROW) - SPARE);
  const last = printing ? Math.min(count, PRINTED) - 1 : Math.min(count - 1, Math.ceil((view.top + view.height) / ROW) + SPARE);

  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    if (!printing) show.current(first, Math.max(first, last));
  }, [first, last, printing]);

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const measure = () => setView((before) => (before.height === box.clientHeight && before.width === box.clientWidth ? before : { ...before, height: box.clientHeight, width: box.clientWidth }));
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    measure();
    return () => watch.disconnect();
  }, []);

  const side = ticks ? TICK : 0;
  const widths = useFit(
    frame,
    columns,
    columns.map(({ key, title, sortable }) => key + title + sortable).join(),
    view.width - side,
    fit,
    !stale && rowAt(first) !== undefined,
  );
  const shownWidths = () => Object.fromEntries(columns.map(({ key, width }, index) => [key, widths[index] ?? width]));

  const row = (index: number) => frame.current?.querySelector<HTMLTableRowElement>(`tr[data-at="${index}"]`);
  useEffect(() => {
    if (!enter.current) return;
    enter.current = false;
    row(here)?.focus({ preventScroll: true });
  });

  // Coming back from a file, the keyboard stands at its row again.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !start || count === 0) return;
    begun.current = true;
    const found = frame.current?.querySelector<HTMLTableRowElement>(`tr[data-key="${CSS.escape(start)}"]`);
    if (found) {
      setAt(Number(found.dataset.at));
      found.focus({ preventScroll: true });
    }
  }, [start, count]);

  const go = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to));
    const box = frame.current;
    if (box) {
      const top = index * ROW;
      const room = box.clientHeight - ROW;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + ROW > box.scrollTop + room) box.scrollTop = top + ROW - room;
      setView({ top: box.scrollTop, height: box.clientHeight, width: box.clientWidth });
    }
    enter.current = true;
    setAt(index);
  };

  useHotkeys({ ArrowDown: () => go(here) }, count > 0);

  // The keyboard goes along with the column it has moved.
  const [drag, setDrag] = useState<{ key: string; over?: string }>();
  const along = useRef<string>(null);
  useEffect(() => {
    if (!along.current) return;
    frame.current?.querySelector<HTMLElement>(`th[data-column="${CSS.escape(along.current)}"] .column-edge`)?.focus();
    along.current = null;
  });
  const place = (key: string) => columns.findIndex((column) => column.key === key);
  const moveTo = (key: string, to: number) => {
    if (onMove && place(key) > 0 && to > 0 && to < columns.length && to !== place(key)) onMove(key, to);
  };
  const step = (key: string) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!onMove || !event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    along.current = key;
    moveTo(key, place(key) + by);
  };

  const walk = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(view.height / ROW) - 2);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: count - 1 }[event.key];
    const present = rowAt(here);
    if (to !== undefined) {
      event.preventDefault();
      if (event.shiftKey && ticks) ticks.onTick(Math.max(0, Math.min(count - 1, to)), true, true);
      go(to);
    } else if (event.key === ' ' && ticks && present) {
      event.preventDefault();
      ticks.onTick(here, !ticks.isTicked(present), event.shiftKey);
    } else if (event.key === 'Enter' && present && event.target === row(here)) {
      onOpen(present);
    } else if (event.key === 'e' && present && onEdit) {
      event.preventDefault();
      onEdit(present);
    }
  };

  const click = (index: number, present: T) => (event: MouseEvent) => {
    const on = event.target as HTMLElement;
    setAt(index);
    if (on.closest('a, button, input, label, .grid-tick')) return;
    if (event.shiftKey && ticks) ticks.onTick(index, true, true);
    else if (!window.getSelection()?.toString()) onOpen(present);
  };

  const head = (column: GridColumn<T>, index: number) => {
    const moves = onMove && index > 0;
    const grip = moves && {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', column.title);
        setDrag({ key: column.key });
      },
      onDragEnd: () => setDrag(undefined),
    };
    const up = sort === column.key;
    const down = sort === `-${column.key}`;
    return (
      <th
        key={column.key}
        scope="col"
        data-column={column.key}
        aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
        className={[column.number && 'number', drag?.over === column.key && 'grid-over'].filter(Boolean).join(' ') || undefined}
        onKeyDownCapture={moves ? step(column.key) : undefined}
        onDragOver={(event) => {
          if (!drag || !moves) return;
          event.preventDefault();
          if (drag.over !== column.key) setDrag({ ...drag, over: column.key });
        }}
        onDrop={(event) => {
          if (!drag || !moves) return;
          event.preventDefault();
          moveTo(drag.key, index);
          setDrag(undefined);
        }}
      >
        {column.sortable ? (
          <button type="button" className="sort" title={column.title} {...grip} onClick={() => onSort(up ? `-${column.key}` : column.key)}>
            <span className="grid-title">{column.title}</span> {up && <ArrowUpOutlined aria-hidden />}
            {down && <ArrowDownOutlined aria-hidden />}
            {!up && !down && <SwapOutlined rotate={90} className="sort-idle" aria-hidden />}
          </button>
        ) : (
          <span className="grid-title" title={column.title} {...grip}>
            {column.title}
          </span>
        )}
        <ColumnEdge label={t('kit.grid.width', { column: column.title })} width={widths[index] ?? column.width} onWidth={(width) => onWidth(column.key, width, shownWidths())} />
      </th>
    );
  };

  const line = (index: number) => {
    const present = rowAt(index);
    if (present === undefined) {
      return (
        <tr key={index} data-at={index} aria-rowindex={index + 2} aria-busy>
          {ticks && <td />}
          {columns.map((column) => (
            <td key={column.key}>
              <span className="bone" style={{ width: `${45 + ((index * 17 + column.key.length * 11) % 45)}%` }} />
            </td>
          ))}
        </tr>
      );
    }
    const ticked = ticks?.isTicked(present) ?? false;
    return (
      <tr
        key={index}
        data-at={index}
        data-key={rowKey(present)}
        aria-rowindex={index + 2}
        tabIndex={index === here ? 0 : -1}
        className={ticked ? 'opens ticked' : 'opens'}
        onClick={click(index, present)}
      >
        {ticks && (
          <td className="grid-tick">
            <Checkbox tabIndex={-1} checked={ticked} aria-label={t('kit.grid.tick', { name: nameOf(present) })} onClick={(event) => ticks.onTick(index, !ticked, event.shiftKey)} />
          </td>
        )}
        {columns.map((column) => (
          <td key={column.key} className={column.number ? 'number' : undefined}>
            {column.render(present)}
          </td>
        ))}
      </tr>
    );
  };

  const drawn = count === 0 ? [] : Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  // What hasn't come yet would be empty lines on paper.
  const shown = printing ? drawn.filter((index) => rowAt(index) !== undefined) : drawn;
  const wide = widths.reduce((sum, width) => sum + width, side);
  return (
    <div ref={frame} className="grid-frame" onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight, width: currentTarget.clientWidth })}>
      <table className="table grid" aria-label={label} aria-rowcount={count + 1} style={{ width: `max(100%, ${wide}px)` }}>
        <colgroup>
          {ticks && <col style={{ width: TICK }} />}
          {columns.map(({ key, width }, index) => (
            <col key={key} style={{ width: widths[index] ?? width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {ticks && (
              <th scope="col" className="grid-tick">
                <Checkbox checked={ticks.all} indeterminate={!ticks.all && ticks.some} aria-label={t('kit.grid.all')} onChange={({ target }) => ticks.onAll(target.checked)} />
              </th>
            )}
            {columns.map(head)}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {first > 0 && <tr aria-hidden style={{ height: first * ROW }} />}
          {shown.map(line)}
          {last < count - 1 && !printing && <tr aria-hidden style={{ height: (count - 1 - last) * ROW }} />}
        </tbody>
      </table>
    </div>
  );
}

import { ArrowDownOutlined, ArrowUpOutlined, SwapOutlined } from '@ant-design/icons';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useHotkeys } from './hotkeys';

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  sortable?: boolean;
  number?: boolean;
  /** Never broken over lines: times and numbers. */
  tight?: boolean;
  width?: string;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Enter or a click anywhere on the row. */
  onOpen?: (row: T) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  /** Rows of the right shape while the first answer is on its way. */
  loading?: boolean;
}

/** A dense table for the keyboard: arrows walk the rows, Enter opens one. Column heads sort where they can. */
export function DataTable<T>({ label, columns, rows, rowKey, onOpen, sort, onSort, loading }: Props<T>) {
  const body = useRef<HTMLTableSectionElement>(null);

  // The first arrow from anywhere on the page enters the list.
  useHotkeys({ ArrowDown: () => body.current?.querySelector<HTMLTableRowElement>('tr[tabindex="0"]')?.focus() }, onOpen !== undefined);

  const walk = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="combobox"]')) return;
    const all = [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[tabindex]') ?? [])];
    const at = all.findIndex((row) => row.contains(event.target as Node));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
    } else if (event.key === 'Enter' && event.target === all[at] && rows[at] !== undefined) {
      onOpen?.(rows[at]);
    }
  };

  const click = (row: T) => (event: MouseEvent) => {
    const on = event.target as HTMLElement;
    // A menu opened from a row stands elsewhere in the document, though its clicks come by here.
    if (event.currentTarget.contains(on) && !on.closest('a, button, input, label') && !window.getSelection()?.toString()) onOpen?.(row);
  };

  const head = (column: Column<T>) => {
    const up = sort === column.key;
    const down = sort === `-${column.key}`;
    const sorted = up ? 'ascending' : down ? 'descending' : undefined;
    return (
      <th key={column.key} scope="col" aria-sort={sorted} className={column.number ? 'number' : undefined} style={column.width ? { width: column.width } : undefined}>
        {column.sortable && onSort ? (
          <button type="button" className="sort" onClick={() => onSort(up ? `-${column.key}` : column.key)}>
            {column.title} {up && <ArrowUpOutlined aria-hidden />}
            {down && <ArrowDownOutlined aria-hidden />}
            {!sorted && <SwapOutlined rotate={90} className="sort-idle" aria-hidden />}
          </button>
        ) : (
          column.title
        )}
      </th>
    );
  };

  return (
    <div className="table-frame">
      <table className="table" aria-label={label} aria-busy={loading || undefined}>
        <thead>
          <tr>{columns.map(head)}</tr>
        </thead>
        <tbody ref={body} onKeyDown={onOpen ? walk : undefined}>
          {loading
            ? Array.from({ length: 12 }, (_, line) => (
                <tr key={line} aria-hidden>
                  {columns.map((column) => (
                    <td key={column.key}>
                      <span className="bone" style={{ width: `${45 + ((line * 17 + column.key.length * 11) % 45)}%` }} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row, line) => (
                <tr
                  key={rowKey(row)}
                  data-key={rowKey(row)}
                  tabIndex={onOpen ? (line === 0 ? 0 : -1) : undefined}
                  className={onOpen ? 'opens' : undefined}
                  onClick={onOpen ? click(row) : undefined}
                >
                  {columns.map((column) => (
                    <td key={column.key} className={column.number ? 'number' : column.tight ? 'tight' : undefined}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

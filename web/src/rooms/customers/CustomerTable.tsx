import { BankOutlined, UserOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/types/customers';
import { useFormat } from '../../kit/format';
import { useHitText } from '../../kit/hit';
import { Grid } from '../../kit/Grid';
import type { GridColumn } from '../../kit/Grid';
import { leastOf, PHONE } from './columns';
import type { Layout } from './columns';
import type { useRows } from './rows';
import type { useSelection } from './selection';

export function TypeMark({ type }: { type: string }) {
  const { t } = useTranslation();
  const label = t(type === 'enterprise' ? 'customers.types.enterprise' : 'customers.types.individual');
  return (
    <span className="type-mark" role="img" title={label} aria-label={label}>
      {type === 'enterprise' ? <BankOutlined /> : <UserOutlined />}
    </span>
  );
}

/** Why a row was found, where its name doesn't show it. */
export function Hit({ row }: { row: Row }) {
  const text = useHitText()(row.hit);
  return text ? <span className="hit" title={text}>{text}</span> : null;
}

export const phoneOf = ({ values }: Row) => values.mobile?.text || values.phone?.text || '';
export const nameOf = ({ values, number }: Row) => values.name?.text || number;

function useCreated() {
  const format = useFormat();
  return ({ createdAt }: Row) => <span title={createdAt && format.zoned(createdAt)}>{format.day(createdAt)}</span>;
}

/** In a search the reason stands beside the name. */
const WITH_REASON = 460;

/** The file opened last: coming back to the list, the keyboard stands at its row again. */
let lastOpened: string | undefined;

interface Props {
  rows: ReturnType<typeof useRows>;
  sort?: string;
  onSort: (sort: string) => void;
  layout: Layout;
  /** Hits stand in the order of their rank. */
  searched: boolean;
  selection?: ReturnType<typeof useSelection>;
  mayEdit: boolean;
}

export function CustomerTable({ rows, sort, onSort, layout, searched, selection, mayEdit }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const created = useCreated();
  const [start] = useState(lastOpened);
  const open = (row: Row, search = '') => {
    lastOpened = row.number;
    void navigate(`/customers/${row.number}${search}`);
  };
  const column = (key: string, title: string, render: (row: Row) => ReactNode, sortable = false): GridColumn<Row> => ({ key, title, render, sortable, width: layout.widthOf(key), least: leastOf(key), firm: key === 'number', most: key === 'name' && searched ? WITH_REASON : undefined });
  const columns: GridColumn<Row>[] = [
    column(
      'name',
      t('customers.columns.name'),
      (row) => (
        <span className="who who-line">
          <TypeMark type={row.type} />
          <Link to={`/customers/${row.number}`} tabIndex={-1} title={nameOf(row)} onClick={() => (lastOpened = row.number)}>
            {nameOf(row)}
          </Link>
          <Hit row={row} />
        </span>
      ),
      true,
    ),
    ...layout.order.map((key) => {
      if (key === 'number') return column(key, t('customers.columns.number'), (row) => row.number);
      if (key === 'created') return column(key, t('customers.columns.created'), created, true);
      // Other fields than these have no order of their own: only a list that is counted to its end is sorted by them.
      const field = layout.chosen.find((one) => one.key === key);
      return column(key, field?.label ?? key, (row) => textOf(row, key), field?.sortable === true && rows.total?.exact === true && !searched);
    }),
  ];
  return (
    <div className={rows.stale ? 'stale' : undefined}>
      <Grid
        label={t('customers.list.title')}
        columns={columns}
        count={rows.pending ? 12 : rows.count}
        rowAt={rows.rowAt}
        rowKey={(row) => row.number}
        nameOf={nameOf}
        onShow={rows.show}
        onOpen={(row) => open(row)}
        onEdit={mayEdit ? (row) => open(row, '?edit=1') : undefined}
        sort={sort}
        onSort={onSort}
        onWidth={layout.setWidth}
        fit={layout.undrawn}
        stale={rows.stale}
        onMove={(key, to) => layout.move(key, to - 1)}
        ticks={
          selection && {
            isTicked: selection.isTicked,
            all: selection.picked.all,
            some: !selection.none,
            onTick: selection.tick,
            onAll: selection.all,
          }
        }
        start={start}
      />
    </div>
  );
}

/** What a cell holds, in full for the pointer where the column is too narrow. */
function textOf(row: Row, key: string): ReactNode {
  const text = key === PHONE ? phoneOf(row) : (row.values[key]?.text ?? '');
  return text && <span title={text}>{text}</span>;
}

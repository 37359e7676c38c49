import { BankOutlined, UserOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/types/customers';
import { DataTable } from '../../kit/DataTable';
import type { Column } from '../../kit/DataTable';
import { useFormat } from '../../kit/format';
import { PHONE } from './columns';
import type { Offered } from './columns';

function TypeMark({ type }: { type: string }) {
  const { t } = useTranslation();
  const label = t(type === 'enterprise' ? 'customers.types.enterprise' : 'customers.types.individual');
  return (
    <span className="type-mark" role="img" title={label} aria-label={label}>
      {type === 'enterprise' ? <BankOutlined /> : <UserOutlined />}
    </span>
  );
}

/** Why a row was found, where its name doesn't show it. */
function Hit({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (!row.hit || row.hit.field === 'name') return null;
  return <span className="hit">{t('customers.list.hit', { field: row.hit.label })}</span>;
}

const phoneOf = ({ values }: Row) => values.mobile?.text || values.phone?.text || '';
const nameOf = ({ values, number }: Row) => values.name?.text || number;

function useCreated() {
  const format = useFormat();
  return ({ createdAt }: Row) => format.day(createdAt);
}

/** The file opened last: coming back to the list, the keyboard stands at its row again. */
let lastOpened: string | undefined;

interface Props {
  rows: Row[];
  loading: boolean;
  stale: boolean;
  sort?: string;
  onSort: (sort: string) => void;
  /** Columns between number and day of entry. */
  chosen: Offered[];
}

export function CustomerTable({ rows, loading, stale, sort, onSort, chosen }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const created = useCreated();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (loading || !lastOpened) return;
    frame.current?.querySelector<HTMLTableRowElement>(`tr[data-key="${CSS.escape(lastOpened)}"]`)?.focus({ preventScroll: true });
    lastOpened = undefined;
  }, [loading]);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('customers.columns.name'),
      sortable: true,
      width: '26%',
      render: (row) => (
        <span className="who">
          <TypeMark type={row.type} />
          <Link to={`/customers/${row.number}`} tabIndex={-1} onClick={() => (lastOpened = row.number)}>
            {nameOf(row)}
          </Link>
          <Hit row={row} />
        </span>
      ),
    },
    { key: 'number', title: t('customers.columns.number'), tight: true, render: (row) => row.number },
    ...chosen.map(({ key, label }): Column<Row> => ({ key, title: label, tight: key === PHONE, render: key === PHONE ? phoneOf : (row) => row.values[key]?.text ?? '' })),
    { key: 'created', title: t('customers.columns.created'), sortable: true, tight: true, render: created },
  ];
  return (
    <div ref={frame} className={stale ? 'stale' : undefined}>
      <DataTable
        label={t('customers.list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.number}
        onOpen={(row) => {
          lastOpened = row.number;
          void navigate(`/customers/${row.number}`);
        }}
        sort={sort}
        onSort={onSort}
        loading={loading}
      />
    </div>
  );
}

/** The same rows for the width of a phone: two lines each. */
export function CustomerCards({ rows, loading }: { rows: Row[]; loading: boolean }) {
  const { t } = useTranslation();
  if (loading) {
    return (
      <div className="cards" aria-busy>
        {Array.from({ length: 8 }, (_, line) => (
          <div className="card" key={line}>
            <span className="bone" style={{ width: '50%' }} />
            <span className="bone" style={{ width: '75%' }} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className="cards" aria-label={t('customers.list.title')}>
      {rows.map((row) => (
        <li key={row.number}>
          <Link className="card" to={`/customers/${row.number}`}>
            <span className="who">
              <TypeMark type={row.type} />
              <b>{nameOf(row)}</b>
              <Hit row={row} />
            </span>
            <span className="quiet card-line">
              {[phoneOf(row) || row.values.email?.text, row.values.region?.text].filter(Boolean).map((text) => (
                <span key={text}>{text}</span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { UserAddOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isProblem } from '../../../api/http';
import { claim, useLimits, usePool } from '../../../api/pool';
import type { Limits } from '../../../api/pool';
import { queries } from '../../../api/queries';
import type { CustomerFile, Row } from '../../../api/types/customers';
import { DataTable } from '../../../kit/DataTable';
import { useSettled } from '../../../kit/debounce';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { usePhone } from '../../../kit/media';
import { Page } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import '../customers.css';
import './pool.css';

const nameOf = (row: Row) => row.values.name?.text ?? row.number;
const phoneOf = ({ values }: Row) => values.mobile?.text || values.phone?.text || '';

function Used({ limits }: { limits: Limits }) {
  const { t } = useTranslation();
  return (
    <p className="pool-limits" role="status">
      <span>{t('pool.held', { held: limits.held, most: limits.most })}</span>
      <span>{t('pool.today', { today: limits.today, most: limits.perDay })}</span>
      {limits.coolingDays > 0 && <span className="quiet">{t('pool.cooling', { count: limits.coolingDays })}</span>}
    </p>
  );
}

/** Customers that belong to nobody: whoever has time takes one. */
export function PoolPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const navigate = useNavigate();
  const [type, setType] = useState<string>();
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState('-created');
  const [taken, setTaken] = useState<{ name: string; number: string }>();
  const words = useSettled(typed.trim(), 250);
  const pool = usePool({ type, q: words || undefined, sort });
  const limits = useLimits();
  const rows = pool.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pool.data?.pages[0]?.total;

  const claiming = useMutation({
    mutationFn: (row: Row) => claim(row.number),
    onSuccess: (file: CustomerFile, row) => {
      void queries.invalidateQueries({ queryKey: ['pool'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void queries.invalidateQueries({ queryKey: ['customer', file.number] });
      setTaken({ name: nameOf(row), number: file.number });
    },
    onError: (failure) => {
      // Somebody was quicker: what is shown is out of date.
      if (isProblem(failure, 'already_claimed') || (isProblem(failure) && failure.status === 404)) void queries.invalidateQueries({ queryKey: ['pool'] });
    },
  });
  const act = (row: Row) => (
    <Button
      size="small"
      type="primary"
      icon={<UserAddOutlined aria-hidden />}
      aria-label={t('pool.claimOf', { name: nameOf(row) })}
      loading={claiming.isPending && claiming.variables?.number === row.number}
      disabled={claiming.isPending && claiming.variables?.number !== row.number}
      onClick={() => claiming.mutate(row)}
    >
      {t('pool.claim')}
    </Button>
  );
  const full = limits.data && (limits.data.held >= limits.data.most || limits.data.today >= limits.data.perDay);

  return (
    <Page title={t('pool.title')} lead={total ? t(total.exact ? 'pool.total' : 'pool.more', { count: total.count, shown: format.number(total.count) }) : '\u00a0'}>
      {limits.data && <Used limits={limits.data} />}
      {full && <Alert type="info" showIcon className="problem" title={t('pool.full')} description={t('pool.fullHint')} />}
      {taken && !claiming.error && (
        <Alert
          type="success"
          showIcon
          closable
          className="problem"
          title={t('pool.claimed', { name: taken.name })}
          action={<Link to={`/customers/${encodeURIComponent(taken.number)}`}>{t('pool.open')}</Link>}
        />
      )}
      <Problem error={claiming.error} />
      <Problem error={pool.error} again={() => void pool.refetch()} />
      <div className="list-tools">
        <Segmented
          aria-label={t('customers.list.type')}
          value={type ?? 'all'}
          options={[
            { value: 'all', label: t('customers.types.all') },
            { value: 'individual', label: t('customers.types.individuals') },
            { value: 'enterprise', label: t('customers.types.enterprises') },
          ]}
          onChange={(next) => setType(next === 'all' ? undefined : next)}
        />
        <Input.Search allowClear className="pool-search" aria-label={t('pool.search')} placeholder={t('pool.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {!pool.error && !pool.isPending && rows.length === 0 ? (
        <Empty title={t(words || type ? 'customers.list.nothing' : 'pool.empty')} actions={<Button onClick={() => void navigate('/customers')}>{t('customers.file.toList')}</Button>}>
          {!words && !type && t('pool.emptyHint')}
        </Empty>
      ) : phone ? (
        <ul className="cards" aria-label={t('pool.title')}>
          {rows.map((row) => (
            <li key={row.number} className="card pool-card">
              <span>
                <b>{nameOf(row)}</b>
                <span className="quiet card-line">
                  {[phoneOf(row), row.values.region?.text].filter(Boolean).map((text) => (
                    <span key={text}>{text}</span>
                  ))}
                </span>
              </span>
              {act(row)}
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t('pool.title')}
          rows={rows}
          rowKey={(row) => row.number}
          loading={pool.isPending}
          sort={words ? undefined : sort}
          onSort={setSort}
          columns={[
            { key: 'name', title: t('customers.columns.name'), sortable: true, width: '28%', render: nameOf },
            { key: 'number', title: t('customers.columns.number'), tight: true, render: (row) => row.number },
            { key: 'phone', title: t('customers.columns.phone'), tight: true, render: phoneOf },
            { key: 'region', title: t('pool.region'), render: (row) => row.values.region?.text ?? '' },
            { key: 'source', title: t('customers.columns.source'), render: (row) => row.values.source_channel?.text ?? '' },
            { key: 'created', title: t('customers.columns.created'), sortable: true, tight: true, render: (row) => format.day(row.createdAt) },
            { key: 'act', title: t('pool.claim'), tight: true, render: act },
          ]}
        />
      )}
      {pool.hasNextPage && (
        <div className="more">
          <Button loading={pool.isFetchingNextPage} onClick={() => void pool.fetchNextPage()}>
            {t('kit.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

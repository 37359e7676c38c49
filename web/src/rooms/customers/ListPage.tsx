import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomers } from '../../api/customers';
import { MAY } from '../../api/functions';
import { Empty } from '../../kit/Empty';
import { useFormat } from '../../kit/format';
import { useHotkeys } from '../../kit/hotkeys';
import { usePhone } from '../../kit/media';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { useMay } from '../../kit/session';
import { ColumnChoice } from './ColumnChoice';
import { useColumns } from './columns';
import { CustomerCards, CustomerTable } from './CustomerTable';
import { ExportDialog } from './ExportDialog';
import { Filters } from './Filters';
import { useListing } from './listing';
import './customers.css';

function NewButton({ type }: { type?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (kind: string) => void navigate(`/customers/new?type=${kind}`);
  useHotkeys({ n: () => open(type ?? 'individual') });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'individual', label: t('customers.types.individual') },
          { key: 'enterprise', label: t('customers.types.enterprise') },
        ],
        onClick: ({ key }) => open(key),
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('customers.list.new')}
      </Button>
    </Dropdown>
  );
}

/** Asks for the next rows when their button comes into view; the button stays for the keyboard. */
function More({ load, busy }: { load: () => void; busy: boolean }) {
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current(), { rootMargin: '300px' });
    if (at.current) watch.observe(at.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="more" ref={at}>
      <Button loading={busy} onClick={load}>
        {t('kit.more')}
      </Button>
    </div>
  );
}

export function ListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const navigate = useNavigate();
  const { listing, set } = useListing();
  const [exporting, setExporting] = useState(false);
  const mayCreate = useMay(MAY.create);
  const mayImport = useMay(MAY.import);
  const mayExport = useMay(MAY.export);
  const columns = useColumns(listing.type, t('customers.columns.phone'));
  const found = useCustomers(listing);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total;
  const narrowed = Boolean(listing.q) || Object.keys(listing.filter).length > 0;
  const count = total && (total.exact ? t('customers.list.total', { count: total.count, shown: format.number(total.count) }) : t('customers.list.moreThan', { shown: format.number(total.count) }));

  const empty = narrowed ? (
    <Empty
      title={t('customers.list.nothing')}
      actions={<Button onClick={() => set({ q: undefined, ...Object.fromEntries(Object.keys(listing.filter).map((key) => [`f.${key}`, undefined])) })}>{t('customers.list.clear')}</Button>}
    >
      {t('customers.list.nothingHint')}
    </Empty>
  ) : (
    <Empty
      title={t('customers.list.empty')}
      actions={
        <>
          {mayImport && (
            <Button type="primary" onClick={() => void navigate('/imports')}>
              {t('customers.list.emptyImport')}
            </Button>
          )}
          {mayCreate && (
            <Button onClick={() => void navigate(`/customers/new?type=${listing.type ?? 'individual'}`)}>{t('customers.list.emptyNew')}</Button>
          )}
        </>
      }
    >
      {t('customers.list.emptyHint')}
    </Empty>
  );

  return (
    <Page
      title={t('customers.list.title')}
      lead={<span role="status">{count ?? '\u00a0'}</span>}
      actions={
        <>
          {mayExport && (
            <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setExporting(true)}>
              {t('customers.export.act')}
            </Button>
          )}
          {mayCreate && <NewButton type={listing.type} />}
        </>
      }
    >
      <div className="list-tools">
        <Segmented
          aria-label={t('customers.list.type')}
          value={listing.type ?? 'all'}
          options={[
            { value: 'all', label: t('customers.types.all') },
            { value: 'individual', label: t('customers.types.individuals') },
            { value: 'enterprise', label: t('customers.types.enterprises') },
          ]}
          onChange={(type) => set({ type: type === 'all' ? undefined : type })}
        />
        <Filters listing={listing} set={set} />
        {!phone && (
          <span className="list-columns">
            <ColumnChoice columns={columns} />
          </span>
        )}
      </div>
      <Problem error={found.error} again={() => void found.refetch()} />
      {!found.error && !found.isPending && rows.length === 0 ? (
        empty
      ) : phone ? (
        <CustomerCards rows={rows} loading={found.isPending} />
      ) : (
        !(found.error && rows.length === 0) && <CustomerTable rows={rows} loading={found.isPending} stale={found.isPlaceholderData} sort={listing.sort ?? (listing.q ? undefined : '-created')} onSort={(sort) => set({ sort })} chosen={columns.chosen} />
      )}
      {found.hasNextPage && <More load={() => !found.isFetchingNextPage && void found.fetchNextPage()} busy={found.isFetchingNextPage} />}
      {exporting && <ExportDialog listing={listing} onClose={() => setExporting(false)} />}
    </Page>
  );
}

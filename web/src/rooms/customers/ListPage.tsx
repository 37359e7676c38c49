import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown, Segmented } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MAY } from '../../api/functions';
import { useTaste, useViews } from '../../api/views';
import { Empty } from '../../kit/Empty';
import { useFormat } from '../../kit/format';
import { useHotkeys } from '../../kit/hotkeys';
import { usePhone } from '../../kit/media';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { useMay, useSession } from '../../kit/session';
import { BulkBar } from './bulk/BulkBar';
import { ColumnChoice } from './ColumnChoice';
import { ComingStrip } from './coming/ComingStrip';
import { useColumns } from './columns';
import { CustomerCards } from './CustomerCards';
import { CustomerTable } from './CustomerTable';
import { Filters } from './Filters';
import { isNarrowed, paramsOf, unnarrowed, useListing } from './listing';
import { useRows } from './rows';
import { useSelection } from './selection';
import { listingOf } from './views/views';
import { ViewMenu } from './views/ViewMenu';
import './customers.css';
import './bulk/bulk.css';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }));

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

export function ListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const navigate = useNavigate();
  const { listing, set, view: opened, open, untouched } = useListing();
  const views = useViews();
  const taste = useTaste();
  const view = views.data?.items.find(({ id }) => String(id) === opened);
  // Somebody who has chosen a view to begin with begins with it.
  const first = untouched ? views.data?.items.find(({ id }) => id === taste.data?.view) : undefined;
  useEffect(() => {
    if (first) open(paramsOf(listingOf(first), String(first.id)), true);
    // Only coming to the bare list may lead on to a view.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [first?.id]);
  const [exporting, setExporting] = useState(false);
  const mayCreate = useMay(MAY.create);
  const mayImport = useMay(MAY.import);
  const mayExport = useMay(MAY.export);
  const columns = useColumns(listing.type, t('customers.columns.phone'), view);
  const rows = useRows(listing, columns.asked);
  const selection = useSelection(listing, rows);
  const mayChange = useMay(MAY.change);
  const seesAll = useSession().scope === 'all';
  const { total } = rows;
  const narrowed = isNarrowed(listing);
  const count = total && (total.exact ? t('customers.list.total', { count: total.count, shown: format.number(total.count) }) : t('customers.list.moreThan', { shown: format.number(total.count) }));

  const empty = narrowed ? (
    <Empty
      title={t('customers.list.nothing')}
      actions={<Button onClick={() => set(unnarrowed(listing))}>{t('customers.list.clear')}</Button>}
    >
      {t('customers.list.nothingHint')}
    </Empty>
  ) : (
    <Empty
      title={t(seesAll ? 'customers.list.empty' : 'customers.list.unseen')}
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
      {t(seesAll ? 'customers.list.emptyHint' : 'customers.list.unseenHint')}
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
      <ComingStrip />
      <div className="list-tools">
        <ViewMenu listing={listing} columns={columns.kept} view={view} onOpen={(wanted, id) => open(paramsOf(wanted, id))} />
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
      <Problem error={rows.error} again={rows.again} />
      {view?.withheld && <Alert type="warning" showIcon className="problem" title={t('customers.views.withheld')} description={t('customers.views.withheldHint', { who: view.owner })} />}
      {mayChange && !phone && <BulkBar listing={listing} total={total} selection={selection} />}
      {!rows.error && !rows.pending && rows.count === 0 ? (
        empty
      ) : phone ? (
        <CustomerCards rows={rows} />
      ) : (
        !(rows.error && rows.count === 0) && (
          <CustomerTable
            key={JSON.stringify({ ...listing, sort: undefined })}
            rows={rows}
            sort={listing.sort ?? (listing.q ? undefined : '-created')}
            onSort={(sort) => set({ sort })}
            layout={columns}
            searched={Boolean(listing.q)}
            selection={mayChange ? selection : undefined}
            mayEdit={mayChange}
          />
        )
      )}
      {exporting && (
        <Suspense>
          <ExportDialog listing={listing} columns={columns.chosen} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </Page>
  );
}

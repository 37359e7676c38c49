import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTotal } from '../../api/customers';
import type { Listing } from '../../api/customers';
import { exportAddress, startExport, useExport } from '../../api/exports';
import type { ExportFormat } from '../../api/exports';
import { useCatalogue } from '../../api/catalogue';
import type { CustomerType, Field } from '../../api/types/catalogue';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';
import { WorkProgress } from '../../kit/WorkProgress';
import { PHONE } from './columns';
import type { Offered } from './columns';

/** What the columns of the list are as fields of this type: its telephones are two. */
function shownKeys(fields: Field[], type: CustomerType, columns: Offered[]): string[] {
  const known = new Set(fields.filter(({ record }) => record === type).map(({ key }) => key));
  return ['name', ...columns.flatMap(({ key }) => (key === PHONE ? ['mobile', 'phone'] : [key]))].filter((key) => known.has(key));
}

/** Of a list of both types, how many go along and how many don't. */
function Apart({ listing, type }: { listing: Listing; type: CustomerType }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = { individual: useTotal({ ...listing, type: 'individual' }, true).data, enterprise: useTotal({ ...listing, type: 'enterprise' }, true).data };
  const words = (one: CustomerType) => {
    const total = totals[one];
    const name = t(`customers.types.${one}s`);
    return total ? t('customers.export.counted', { type: name, shown: total.exact ? format.number(total.count) : `${format.number(total.count)}+` }) : name;
  };
  return <p>{t('customers.export.apart', { these: words(type), others: words(type === 'individual' ? 'enterprise' : 'individual') })}</p>;
}

/** Takes out what the list shows: starts the export, shows how far it is, and hands over the file. */
export function ExportDialog({ listing, columns, onClose }: { listing: Listing; columns: Offered[]; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [type, setType] = useState<CustomerType>(listing.type === 'enterprise' ? 'enterprise' : 'individual');
  const [as, setAs] = useState<ExportFormat>('xlsx');
  const [whole, setWhole] = useState(false);
  const catalogue = useCatalogue();
  const table = as === 'xlsx' || as === 'csv' || as === 'tsv';
  const keys = shownKeys(catalogue.data?.fields ?? [], type, columns);
  const { q, filter, where, sort } = listing;
  const starting = useMutation({ mutationFn: () => startExport({ type, format: as, q, filter, where, sort, columns: table && !whole ? keys : undefined }) });
  const id = starting.data?.id;
  const job = useExport(id);
  const state = job.data?.state ?? starting.data?.state;
  const done = state === 'done';
  const failed = state === 'failed' || state === 'cancelled';
  const handed = useRef(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (done && !handed.current) {
      handed.current = true;
      link.current?.click();
    }
  }, [done]);
  const processed = job.data?.processed ?? 0;
  return (
    <Modal
      open
      title={t('customers.export.title')}
      onCancel={onClose}
      width={460}
      footer={
        id === undefined ? (
          <>
            <Button onClick={onClose}>{t('kit.cancel')}</Button>
            <Button type="primary" loading={starting.isPending} onClick={() => starting.mutate()}>
              {t('customers.export.start')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('kit.close')}</Button>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{t('customers.export.lead')}</p>
        {id === undefined && !listing.type && <Apart listing={listing} type={type} />}
        <Problem error={starting.error ?? job.error} />
        {id === undefined && (
          <>
            {!listing.type && (
              <Segmented
                aria-label={t('customers.list.type')}
                value={type}
                onChange={setType}
                options={[
                  { value: 'individual', label: t('customers.types.individuals') },
                  { value: 'enterprise', label: t('customers.types.enterprises') },
                ]}
              />
            )}
            <Segmented
              aria-label={t('customers.export.format')}
              value={as}
              onChange={setAs}
              options={[
                { value: 'xlsx', label: 'XLSX' },
                { value: 'csv', label: 'CSV' },
                { value: 'tsv', label: 'TSV' },
                { value: 'vcf', label: 'vCard' },
                { value: 'json', label: 'JSON' },
              ]}
            />
            {table && (
              <Segmented
                aria-label={t('customers.list.columns')}
                value={whole ? 'all' : 'shown'}
                onChange={(which) => setWhole(which === 'all')}
                options={[
                  { value: 'shown', label: t('customers.export.shown') },
                  { value: 'all', label: t('customers.export.all') },
                ]}
              />
            )}
            {as === 'vcf' && <p className="quiet">{t('customers.export.cards')}</p>}
          </>
        )}
        {id !== undefined && !failed && (
          <div role="status">
            <WorkProgress label={t('customers.export.title')} processed={processed} rows={job.data?.rows} done={done} />
            <p>{done ? t('customers.export.done', { count: processed, shown: format.number(processed) }) : t('customers.export.running', { shown: format.number(processed) })}</p>
          </div>
        )}
        {failed && (
          <p role="alert" className="bad">
            {t('customers.export.failed')}
          </p>
        )}
        {done && id !== undefined && (
          <a ref={link} href={exportAddress(id)} download>
            {t('customers.export.download')}
          </a>
        )}
      </div>
    </Modal>
  );
}

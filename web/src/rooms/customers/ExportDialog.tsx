import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listing } from '../../api/customers';
import { exportAddress, startExport, useExport } from '../../api/exports';
import type { ExportFormat } from '../../api/exports';
import type { CustomerType } from '../../api/types/catalogue';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';
import { WorkProgress } from '../../kit/WorkProgress';

/** Takes out what the list shows: starts the export, shows how far it is, and hands over the file. */
export function ExportDialog({ listing, onClose }: { listing: Listing; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [type, setType] = useState<CustomerType>(listing.type === 'enterprise' ? 'enterprise' : 'individual');
  const [as, setAs] = useState<ExportFormat>('xlsx');
  const starting = useMutation({ mutationFn: () => startExport({ type, format: as, q: listing.q, filter: listing.filter }) });
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

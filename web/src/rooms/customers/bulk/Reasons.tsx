import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBulkReasons, useBulkTroubles } from '../../../api/bulk';
import type { Bulk, BulkTroubleStage } from '../../../api/types/bulk';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';

interface Props {
  bulk: Bulk;
  stage: BulkTroubleStage;
  /** The customers are named as well. */
  named?: boolean;
}

function Named({ bulk, stage }: Props) {
  const { t } = useTranslation();
  const found = useBulkTroubles(bulk.id, stage, true);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Problem error={found.error} again={() => void found.refetch()} />
      <ul className="plain">
        {items.map(({ number, reason, fields }) => (
          <li key={number}>
            <Link to={`/customers/${number}`}>{number}</Link> <span className="quiet">{[fields.join(t('customers.filter.and')), reason.cause].filter(Boolean).join(t('customers.bulk.colon'))}</span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('kit.more')}</Button>}
    </>
  );
}

/** Why customers stay as they are: how many for each reason, with what to do about it. */
export function Reasons({ bulk, stage, named }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useBulkReasons(bulk.id, stage, true);
  return (
    <>
      <h3>{t(`customers.bulk.reasons.${stage}`)}</h3>
      <Problem error={found.error} again={() => void found.refetch()} />
      <ul className="bulk-reasons">
        {(found.data ?? []).map(({ reason, fields, files }) => (
          <li key={`${reason.code} ${fields.join()}`}>
            <b>{t('customers.bulk.files', { count: files, shown: format.number(files) })}</b>{' '}
            {[fields.join(t('customers.filter.and')), reason.cause].filter(Boolean).join(t('customers.bulk.colon'))} <span className="quiet">{reason.remedy}</span>
          </li>
        ))}
      </ul>
      {named && <Named bulk={bulk} stage={stage} />}
    </>
  );
}

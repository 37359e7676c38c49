import { HistoryOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Past } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';

/** Says plainly that this is a past, which one, how it differs from now, and leads back. */
export function PastBanner({ past, onChoose }: { past: Past; onChoose: (asOf: string | undefined) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const byEntry = /^\d+$/.test(past.asOf);
  return (
    <div className="past-banner" role="status">
      <HistoryOutlined aria-hidden className="past-mark" />
      <div className="past-words">
        <b>{byEntry ? t('customers.asOf.shownAfter', { entry: past.entry, time: format.zoned(past.at) }) : t('customers.asOf.shown', { time: format.zoned(past.asOf) })}</b>
        <p>
          {past.since.length > 0 ? t('customers.asOf.differs', { count: past.since.length }) : t('customers.asOf.same')} {t('customers.asOf.last', { time: format.time(past.at), who: past.by })}
        </p>
      </div>
      <div className="past-acts">
        <Button icon={<LeftOutlined aria-hidden />} disabled={past.entry <= 1} aria-label={t('customers.asOf.earlier')} onClick={() => onChoose(String(past.entry - 1))} />
        <Button icon={<RightOutlined aria-hidden />} disabled={past.entry >= past.latest} aria-label={t('customers.asOf.later')} onClick={() => onChoose(past.entry + 1 >= past.latest ? undefined : String(past.entry + 1))} />
        <Button type="primary" onClick={() => onChoose(undefined)}>
          {t('customers.asOf.back')}
        </Button>
      </div>
    </div>
  );
}

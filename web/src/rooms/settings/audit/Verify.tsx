import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVerification, verifyAudit } from '../../../api/administration';
import { moving } from '../../../api/imports';
import { queries } from '../../../api/queries';
import { useFormat } from '../../../kit/format';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { WorkProgress } from '../../../kit/WorkProgress';

/** Whether the trail is as it was written: what the last verification found, and one more. */
export function Verify() {
  const { t } = useTranslation();
  const format = useFormat();
  const last = useVerification(true);
  const starting = useMutation({ mutationFn: verifyAudit, onSettled: () => queries.invalidateQueries({ queryKey: ['audit', 'verification'] }) });
  const found = last.data;
  const going = starting.isPending || moving(found?.state);
  const when = found?.finishedAt ? t('administration.verify.when', { time: format.time(found.finishedAt), name: found.askedBy }) : '';
  return (
    <Section
      title={t('administration.verify.title')}
      actions={
        <Button size="small" icon={<SafetyCertificateOutlined aria-hidden />} loading={going} onClick={() => starting.mutate()}>
          {t('administration.verify.now')}
        </Button>
      }
    >
      <div role="status">
        <Problem error={last.error ?? starting.error} />
        {found === null && !going && <p className="quiet">{t('administration.verify.never')}</p>}
        {found && moving(found.state) && <WorkProgress label={t('administration.verify.title')} processed={found.processed} rows={found.rows} />}
        {found?.ok === true && <Alert type="success" showIcon title={t('administration.verify.whole', { count: found.processed, rows: format.number(found.processed) })} description={when} />}
        {found?.ok === false && (
          <Alert
            type="error"
            showIcon
            title={t('administration.verify.broken')}
            description={
              <>
                <p>{found.trouble}</p>
                <p>{t('administration.verify.brokenRemedy')}</p>
                <p className="quiet">{when}</p>
              </>
            }
          />
        )}
        {found?.state === 'cancelled' && <p className="quiet">{t('administration.verify.cancelled', { rows: format.number(found.processed) })}</p>}
        {found?.state === 'failed' && <Alert type="warning" showIcon title={t('administration.verify.failed')} />}
      </div>
    </Section>
  );
}

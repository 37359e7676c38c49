import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHealth } from '../../api/administration';
import { MAY } from '../../api/functions';
import type { Level } from '../../api/types/administration';
import { Problem } from '../../kit/Problem';
import { SettingsFrame } from './SettingsFrame';

const SIGNS: Record<Level, ReactNode> = { good: <CheckCircleFilled />, attention: <ExclamationCircleFilled />, danger: <CloseCircleFilled /> };

function Signs() {
  const { t } = useTranslation();
  const health = useHealth();
  if (health.error) return <Problem error={health.error} again={() => void health.refetch()} />;
  return (
    <div className="stack">
      <p className={`health-whole state state-${health.data?.level ?? 'quiet'}`} role="status">
        {health.data && (
          <>
            <span aria-hidden>{SIGNS[health.data.level]}</span> {t(`administration.health.whole.${health.data.level}`)}
          </>
        )}
      </p>
      <ul className="health" aria-label={t('administration.health.title')} aria-busy={health.isPending}>
        {(health.data?.items ?? []).map(({ key, level, label, text, remedy }) => (
          <li key={key} className={`health-${level}`}>
            <span className="health-head">
              <b>{label}</b>
              <span className={`state state-${level}`}>
                <span aria-hidden>{SIGNS[level]}</span> {t(`administration.health.level.${level}`)}
              </span>
            </span>
            <span>{text}</span>
            {remedy && <span className="health-remedy">{remedy}</span>}
          </li>
        ))}
        {health.isPending &&
          Array.from({ length: 6 }, (_, at) => (
            <li key={at} aria-hidden>
              <span className="bone" style={{ width: '40%' }} />
              <span className="bone" style={{ width: '80%' }} />
            </li>
          ))}
      </ul>
      <div className="form-acts">
        <Button loading={health.isFetching} onClick={() => void health.refetch()}>
          {t('administration.health.again')}
        </Button>
      </div>
    </div>
  );
}

/** How the installation is, in words, with what to do where something needs somebody. */
export function HealthPage() {
  const { t } = useTranslation();
  return (
    <SettingsFrame title={t('administration.health.title')} lead={t('administration.health.lead')} needs={[MAY.manageSettings]} wide>
      <Signs />
    </SettingsFrame>
  );
}

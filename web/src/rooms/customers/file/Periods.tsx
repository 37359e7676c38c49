import { useTranslation } from 'react-i18next';
import type { Period } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';
import { StageMark } from './Stage';

/** Stage, level and tags over time: which, from when to when, who said so and why. */
export function Periods({ periods, onGo }: { periods: Period[]; onGo: (entry: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = [...new Map(periods.map(({ field, label }) => [field, label]))];
  return (
    <div className="periods">
      {fields.map(([field, label]) => (
        <div key={field}>
          <h3>{label}</h3>
          <ol className="period-list">
            {periods
              .filter((period) => period.field === field)
              .map((period) => (
                <li key={`${String(period.value.value)}${period.entry}`} className={period.until ? undefined : 'period-now'}>
                  <span className="period-value">
                    {field === 'lifecycle_stage' ? <StageMark stage={String(period.value.value)} text={period.value.text} /> : <b>{period.value.text}</b>}
                  </span>
                  <span className="period-when">
                    <time dateTime={period.from}>{format.day(period.from)}</time> – {period.until ? <time dateTime={period.until}>{format.day(period.until)}</time> : t('lifecycle.now')}
                  </span>
                  <button type="button" className="link period-who" onClick={() => onGo(period.entry)}>
                    {t('lifecycle.by', { who: period.by })}
                  </button>
                  {period.reason && <span className="quiet period-why">{t('customers.history.reason', { reason: period.reason })}</span>}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

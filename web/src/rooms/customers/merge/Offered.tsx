import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useResembling } from '../../../api/duplicates';
import { speaking } from '../duplicates/reasons';

/** Those likely to be the same customer, to be taken with one touch before anybody searches. */
export function Offered({ number, taken, onFound }: { number: string; taken: string[]; onFound: (number: string) => void }) {
  const { t } = useTranslation();
  const others = (useResembling(number).data ?? []).filter((other) => !taken.includes(other.number));
  if (others.length === 0) return null;
  return (
    <section aria-label={t('merge.offered')}>
      <h3>{t('merge.offered')}</h3>
      <ul className="merge-offered">
        {others.map((other) => (
          <li key={other.number}>
            <span>
              <b>{other.name ?? other.number}</b>{' '}
              <span className="quiet">{[other.number, other.department, ...(other.outcome === 'name' ? [t('merge.namesake')] : speaking(other.reasons ?? []))].join(' · ')}</span>
            </span>
            <Button size="small" aria-label={t('merge.takeOf', { number: other.number })} onClick={() => onFound(other.number)}>
              {t('merge.take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

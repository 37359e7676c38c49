import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dossier } from '../../../api/types/customers';
import type { Resembling as Other } from '../../../api/types/duplicates';
import { Section } from '../../../kit/Page';
import { contradicting, speaking } from '../duplicates/reasons';

function Others({ others }: { others: Other[] }) {
  const { t } = useTranslation();
  const but = (reasons: Other['reasons']) => {
    const against = contradicting(reasons ?? []);
    return against && t('duplicates.but', { reason: against });
  };
  return others.map(({ number, name, department, outcome, reasons }) => (
    <li key={number} className={outcome === 'name' ? 'quiet' : undefined}>
      {outcome !== 'name' && <WarningOutlined aria-hidden />} <Link to={`/customers/${encodeURIComponent(number)}`}>{name ?? number}</Link>{' '}
      <span className="quiet">{[name && number, department, ...(outcome === 'name' ? [] : [...speaking(reasons ?? []), but(reasons)])].filter(Boolean).join(' · ')}</span>
    </li>
  ));
}

/** Who may be the same customer: files that have one of its values too, those that are like it, and quietly those of the same name. */
export function Resembling({ doubled, others }: { doubled: Dossier['doubled']; others: Other[] }) {
  const { t } = useTranslation();
  const told = new Set(doubled.map(({ number }) => number));
  const likely = others.filter(({ number, outcome }) => outcome !== 'name' && !told.has(number));
  const namesakes = others.filter(({ number, outcome }) => outcome === 'name' && !told.has(number));
  if (doubled.length + others.length === 0) return null;
  return (
    <div className="resembling">
      {doubled.length + likely.length > 0 && (
        <Section title={t('dossier.doubled')}>
          <ul className="doubled">
            {doubled.map(({ field, label, number, department }) => (
              <li key={field + (number ?? department)}>
                <WarningOutlined aria-hidden /> {number ? <>{t('dossier.same', { field: label })} <Link to={`/customers/${encodeURIComponent(number)}`}>{number}</Link></> : t('dossier.elsewhere', { field: label, department })}
              </li>
            ))}
            <Others others={likely} />
          </ul>
        </Section>
      )}
      {namesakes.length > 0 && (
        <Section title={t('duplicates.namesakes')}>
          <ul className="doubled">
            <Others others={namesakes} />
          </ul>
        </Section>
      )}
    </div>
  );
}

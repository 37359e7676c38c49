import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Typed } from '../../../api/types/customers';
import type { Candidate } from '../../../api/types/duplicates';
import { useFormat } from '../../../kit/format';
import { useLikely } from './useLikely';
import './maybe.css';

const TOLD = 3;

function Known({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customer } = candidate;
  if (!customer) return <li className="maybe-there">{t('duplicates.elsewhere', { department: candidate.department })}</li>;
  const reasons = (candidate.reasons ?? []).filter(({ bits, code }) => bits > 0 && !code.startsWith('prior.')).slice(0, TOLD);
  return (
    <li className="maybe-there">
      <span>
        <b>{customer.name ?? customer.number}</b> <span className="quiet">{[customer.number, customer.department].join(' · ')}</span>
        <br />
        <span className="quiet">{reasons.map(({ text }) => text).join(' · ')}</span>
      </span>
      <span className="maybe-open">
        <span className="quiet">{format.percent(candidate.probability ?? 0)}</span>
        <Link to={`/customers/${encodeURIComponent(customer.number)}`} aria-label={t('duplicates.openOf', { name: customer.name ?? customer.number })}>
          {t('duplicates.open')}
        </Link>
      </span>
    </li>
  );
}

/** Quietly names customers likely to be the one that is typed; what is typed is kept while one looks. */
export function MaybeThere({ type, values }: { type: string; values: Record<string, Typed> }) {
  const { t } = useTranslation();
  const found = useLikely(type, values);
  if (found.length === 0) return null;
  return (
    <section className="maybe" aria-label={t('duplicates.maybe')} role="status">
      <h2>{t('duplicates.maybe')}</h2>
      <ul>
        {found.map((candidate) => (
          <Known key={candidate.customer?.number ?? candidate.department} candidate={candidate} />
        ))}
      </ul>
      <p className="quiet">{t('duplicates.maybeHint')}</p>
    </section>
  );
}

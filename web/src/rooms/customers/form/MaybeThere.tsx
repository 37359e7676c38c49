import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCatalogue } from '../../../api/catalogue';
import type { Typed } from '../../../api/types/customers';
import type { Beside, Candidate } from '../../../api/types/duplicates';
import { useFormat } from '../../../kit/format';
import { contradicting, speaking } from '../duplicates/reasons';
import { useLikely } from './useLikely';
import './maybe.css';

const TOLD = 3;

/** By what else a customer of the same name is told from others: neither names, which are the same, nor choices, which many share. */
function useParticulars(record: string) {
  const catalogue = useCatalogue();
  const telling = new Set((catalogue.data?.fields ?? []).filter((field) => field.record === record && field.type !== 'NAME' && field.type !== 'CHOICE').map(({ key }) => key));
  return ({ fields }: Beside) =>
    Object.entries(fields)
      .filter(([key]) => telling.has(key))
      .slice(0, TOLD)
      .map(([, { cell }]) => cell.text);
}

function Known({ record, candidate }: { record: string; candidate: Candidate }) {
  const { t } = useTranslation();
  const particulars = useParticulars(record);
  const format = useFormat();
  const { customer, outcome } = candidate;
  if (!customer) return <li className="maybe-there">{t('duplicates.elsewhere', { department: candidate.department })}</li>;
  const against = contradicting(candidate.reasons ?? []);
  const said = outcome === 'name' ? particulars(customer) : speaking(candidate.reasons ?? []);
  return (
    <li className="maybe-there">
      <span>
        <b>{customer.name ?? customer.number}</b> <span className="quiet">{[customer.number, customer.department].join(' · ')}</span>
        <br />
        <span className="quiet">{said.join(' · ')}</span>
        {against && <span className="maybe-but">{t('duplicates.but', { reason: against })}</span>}
      </span>
      <span className="maybe-open">
        {candidate.probability !== undefined && <span className="quiet">{format.percent(candidate.probability)}</span>}
        <Link to={`/customers/${encodeURIComponent(customer.number)}`} aria-label={t('duplicates.openOf', { name: customer.name ?? customer.number })}>
          {t('duplicates.open')}
        </Link>
      </span>
    </li>
  );
}

function Some({ record, candidates }: { record: string; candidates: Candidate[] }) {
  return (
    <ul>
      {candidates.map((candidate) => (
        <Known record={record} key={candidate.customer?.number ?? candidate.department} candidate={candidate} />
      ))}
    </ul>
  );
}

/** Quietly names customers likely to be the one that is typed, and more quietly those of the same name; what is typed is kept while one looks. */
export function MaybeThere({ type, values }: { type: string; values: Record<string, Typed> }) {
  const { t } = useTranslation();
  const found = useLikely(type, values);
  const namesakes = found.filter(({ outcome }) => outcome === 'name');
  const likely = found.filter(({ outcome }) => outcome !== 'name');
  if (found.length === 0) return null;
  const title = t(likely.length > 0 ? 'duplicates.maybe' : 'duplicates.namesakes');
  return (
    <section className={likely.length > 0 ? 'maybe' : 'maybe maybe-quiet'} aria-label={title} role="status">
      <h2>{title}</h2>
      {likely.length > 0 && <Some record={type} candidates={likely} />}
      {likely.length > 0 && namesakes.length > 0 && <h3>{t('duplicates.namesakes')}</h3>}
      {namesakes.length > 0 && <Some record={type} candidates={namesakes} />}
      <p className="quiet">{t('duplicates.maybeHint')}</p>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../api/types/duplicates';

/** Each reason is rounded, so that their sum may differ by so much. */
const ROUNDING = 1;

/** What speaks for one customer and what for two, each with its weight: bars to the right and to the left of one line. */
export function Waterfall({ reasons, bits }: { reasons: Reason[]; bits: number }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...reasons.map((reason) => Math.abs(reason.bits)));
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
  // Beyond a bound nothing gets surer, so the reasons may weigh more than is counted.
  const beyond = bits - reasons.reduce((sum, reason) => sum + reason.bits, 0);
  return (
    <table className="waterfall">
      <caption className="quiet">{t('duplicates.why')}</caption>
      <tbody>
        {reasons.map((reason) => (
          <tr key={reason.code}>
            <th scope="row">{reason.text}</th>
            <td className="waterfall-weight">{signed(reason.bits)}</td>
            <td className="waterfall-bar" aria-hidden>
              <span className={reason.bits < 0 ? 'against' : 'for'} style={{ width: `${(50 * Math.abs(reason.bits)) / most}%` }} />
            </td>
          </tr>
        ))}
        {Math.abs(beyond) > ROUNDING && (
          <tr>
            <th scope="row">{t('duplicates.beyond')}</th>
            <td className="waterfall-weight">{signed(beyond)}</td>
            <td />
          </tr>
        )}
        <tr className="waterfall-sum">
          <th scope="row">{t('duplicates.sum')}</th>
          <td className="waterfall-weight">{signed(bits)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

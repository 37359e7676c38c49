import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../api/types/duplicates';

/** What speaks for one customer and what for two, each with its weight: bars to the right and to the left of one line. */
export function Waterfall({ reasons, bits }: { reasons: Reason[]; bits: number }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...reasons.map((reason) => Math.abs(reason.bits)));
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
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
        <tr className="waterfall-sum">
          <th scope="row">{t('duplicates.sum')}</th>
          <td className="waterfall-weight">{signed(bits)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

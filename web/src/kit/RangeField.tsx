import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from './DateField';

interface Props {
  label: string;
  dates: boolean;
  /** {@code from..to}, either side may be empty. */
  value: string;
  onChange: (value: string) => void;
}

/** From and to; an empty range is an empty text. */
export function RangeField({ label, dates, value, onChange }: Props) {
  const { t } = useTranslation();
  const [from = '', to = ''] = value.split('..');
  const set = (low: string, high: string) => onChange(low || high ? `${low}..${high}` : '');
  const fromLabel = t('kit.range.from', { field: label });
  const toLabel = t('kit.range.to', { field: label });
  return (
    <div className="range" role="group" aria-label={label}>
      {dates ? (
        <>
          <DateField label={fromLabel} value={from} onChange={(next) => set(next, to)} />
          <span aria-hidden>–</span>
          <DateField label={toLabel} value={to} onChange={(next) => set(from, next)} />
        </>
      ) : (
        <>
          <Input aria-label={fromLabel} inputMode="decimal" value={from} onChange={(event) => set(event.target.value, to)} />
          <span aria-hidden>–</span>
          <Input aria-label={toLabel} inputMode="decimal" value={to} onChange={(event) => set(from, event.target.value)} />
        </>
      )}
    </div>
  );
}

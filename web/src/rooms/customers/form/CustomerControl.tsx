import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCustomers } from '../../../api/customers';
import { useSettled } from '../../../kit/debounce';
import type { Wiring } from '../../../kit/Frame';
import { useHitText } from '../../../kit/hit';

/** A number is one word with digits in it; anything else is still being looked for. */
const NUMBER = /^\S*\d{3}\S*$/;

interface Props {
  value: string;
  /** The customer whose field it is, who isn't offered. */
  self?: string;
  wiring?: Partial<Wiring>;
  disabled?: boolean;
  onChange: (number: string) => void;
}

/** Another customer, found by name, number or telephone; what is kept is the number. */
export function CustomerControl({ value, self, wiring, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const words = useSettled(text.trim(), 200);
  const why = useHitText();
  const found = useQuery({
    queryKey: ['customers', 'pick', words],
    queryFn: ({ signal }) => findCustomers({ q: words, filter: {} }, 8, undefined, signal),
    enabled: words.length > 0 && !disabled,
  });
  const rows = words === text.trim() ? (found.data?.items ?? []) : [];
  const chosen = rows.find(({ number }) => number === value);
  return (
    <>
      <AutoComplete
        {...wiring}
        className="customer-pick"
        allowClear
        disabled={disabled}
        value={text}
        placeholder={t('merge.findExample')}
        options={rows
          .filter(({ number }) => number !== text && number !== self)
          .map((row) => ({
            value: row.number,
            label: (
              <span className="found">
                <span>{row.values.name?.text ?? row.number}</span> <span className="quiet">{[t(`customers.types.${row.type}`), row.number, why(row.hit)].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          }))}
        notFoundContent={words && found.isFetched && !chosen ? t('merge.findNothing') : null}
        onChange={(next: string | undefined) => {
          setText(next ?? '');
          const number = (next ?? '').trim();
          onChange(NUMBER.test(number) ? number : '');
        }}
      />
      {!chosen && text.trim() !== '' && !NUMBER.test(text.trim()) && <span className="said">{t('structure.choose')}</span>}
      {chosen && (
        <span className="said" role="status">
          {t('structure.chosen', { name: chosen.values.name?.text ?? chosen.number })}
        </span>
      )}
    </>
  );
}

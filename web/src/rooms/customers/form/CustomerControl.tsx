import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCustomers } from '../../../api/customers';
import { useSettled } from '../../../kit/debounce';
import type { Wiring } from '../../../kit/Frame';
import { useHitText } from '../../../kit/hit';

interface Props {
  value: string;
  wiring?: Partial<Wiring>;
  disabled?: boolean;
  onChange: (number: string) => void;
}

/** Another customer, found by name, number or telephone; what is kept is the number. */
export function CustomerControl({ value, wiring, disabled, onChange }: Props) {
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
          .filter(({ number }) => number !== text)
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
          onChange((next ?? '').trim());
        }}
      />
      {chosen && (
        <span className="said" role="status">
          {t('structure.chosen', { name: chosen.values.name?.text ?? chosen.number })}
        </span>
      )}
    </>
  );
}

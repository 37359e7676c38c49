import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/catalogue';
import { useSettled } from './debounce';
import type { Wiring } from './Frame';

interface Props {
  list: string;
  value: string;
  text?: string;
  disabled?: boolean;
  wiring?: Partial<Wiring>;
  onChange: (value: string) => void;
}

/** A colleague, found by name. */
export function UserSelect({ list, value, text, disabled, wiring, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim(), 200);
  const found = useCodes({ list, q: words, limit: 30 });
  const options = (found.data ?? []).map(({ code, label }) => ({ value: code, label }));
  const name = options.find((option) => option.value === value)?.label ?? text ?? value;
  // Who keeps no list of colleagues can still be told a name.
  if (found.error) return <Input {...wiring} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select<{ value: string; label: string }, { value: string; label: string }>
      {...wiring}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      allowClear
      disabled={disabled}
      loading={found.isFetching}
      notFoundContent={found.isFetched ? t('kit.nothingFound') : t('kit.reading')}
      options={options}
      labelInValue
      value={value ? { value, label: name } : undefined}
      onChange={(pick) => {
        setTyped('');
        onChange(pick?.value ?? '');
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCustomers } from '../../../api/customers';
import type { CustomerFile } from '../../../api/types/customers';
import { useSettled } from '../../../kit/debounce';
import { Frame } from '../../../kit/Frame';
import { useHitText } from '../../../kit/hit';

/** Finds another customer of the same type by number, name or telephone. */
export function FindOther({ file, taken, onFound }: { file: Pick<CustomerFile, 'type'>; taken: string[]; onFound: (number: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const words = useSettled(text.trim(), 200);
  const why = useHitText();
  const found = useQuery({
    queryKey: ['customers', 'merge', file.type, words],
    queryFn: ({ signal }) => findCustomers({ type: file.type, q: words, filter: {} }, 8, undefined, signal),
    enabled: words.length > 0,
  });
  const options = (words === text.trim() ? (found.data?.items ?? []) : [])
    .filter((row) => !taken.includes(row.number))
    .map((row) => ({
      value: row.number,
      label: (
        <span className="found">
          <span>{row.values.name?.text ?? row.number}</span> <span className="quiet">{[row.number, why(row.hit)].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    }));
  return (
    <Frame label={t('merge.find')} hint={t('merge.findHint')}>
      {(wiring) => (
        <AutoComplete
          {...wiring}
          autoFocus
          className="merge-find"
          value={text}
          options={options}
          placeholder={t('merge.findExample')}
          notFoundContent={words && found.isFetched ? t('merge.findNothing') : null}
          onChange={setText}
          onSelect={(number: string) => {
            setText('');
            onFound(number);
          }}
        />
      )}
    </Frame>
  );
}

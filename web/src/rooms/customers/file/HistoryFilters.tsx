import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryFilter } from '../../../api/customers';
import type { Catalogue, CustomerType } from '../../../api/types/catalogue';
import type { HistoryPage } from '../../../api/types/customers';
import { useChannel } from '../../../kit/Provenance';
import { fieldsOf } from '../fields';

interface Props {
  type: CustomerType;
  catalogue: Catalogue;
  known: Pick<HistoryPage, 'people' | 'channels'> | undefined;
  filter: HistoryFilter;
  onFilter: (filter: HistoryFilter) => void;
}

/** Narrows the history to a field, a person, a channel. */
export function HistoryFilters({ type, catalogue, known, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const channel = useChannel();
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <div className="history-filters" role="search" aria-label={t('customers.history.narrow')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('customers.history.field')}
        placeholder={t('customers.history.anyField')}
        value={filter.field}
        onChange={(field: string | undefined) => onFilter({ ...filter, field, item: undefined })}
        options={fieldsOf(catalogue, type).map(({ key, label }) => ({ value: key, label }))}
      />
      <Select
        allowClear
        aria-label={t('customers.history.person')}
        placeholder={t('customers.history.anyPerson')}
        value={filter.by}
        onChange={(by: string | undefined) => onFilter({ ...filter, by })}
        options={(known?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Select
        allowClear
        aria-label={t('customers.history.channel')}
        placeholder={t('customers.history.anyChannel')}
        value={filter.channel}
        onChange={(through: string | undefined) => onFilter({ ...filter, channel: through })}
        options={(known?.channels ?? []).map((key) => ({ value: key, label: channel(key) }))}
      />
      {narrowed && <Button onClick={() => onFilter({})}>{t('customers.history.all')}</Button>}
    </div>
  );
}

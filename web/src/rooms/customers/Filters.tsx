import { FilterOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useCodes } from '../../api/catalogue';
import type { Listing } from '../../api/customers';
import { useFormat } from '../../kit/format';
import { FilterBuilder } from './FilterBuilder';
import { narrowings } from './listing';
import type { Narrowing } from './listing';
import { conditionsIn, nameOf } from './operators';
import type { Condition } from './operators';

interface Props {
  listing: Listing;
  set: (changes: Record<string, string | undefined>) => void;
}

/** The value of a condition in words. */
function useShown(field: Narrowing | undefined, { operator, value }: Condition): string {
  const { t } = useTranslation();
  const format = useFormat();
  const type = field?.type ?? 'TEXT';
  const listed = type === 'CHOICE' || type === 'CHOICES' || type === 'REGION' || type === 'USER';
  const list = field?.codeList || (type === 'USER' ? 'user' : 'region');
  const long = type === 'REGION' || type === 'USER';
  const codes = useCodes(long ? { list, q: value, limit: 5 } : { list, limit: 2000 }, listed);
  const labelOf = (code: string) => codes.data?.find((item) => item.code === code)?.label ?? code;
  if (type === 'YES_NO') return t(value === 'yes' ? 'kit.yes' : 'kit.no');
  if (operator === 'any') return value.split(',').map(labelOf).join(t('customers.filter.or'));
  if (listed) return labelOf(value);
  if (operator !== 'between') return value;
  const day = (text = '') => (type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : text);
  const [from, to] = value.split('..');
  if (!to) return t('customers.filter.from', { value: day(from) });
  return from ? `${day(from)} – ${day(to)}` : t('customers.filter.to', { value: day(to) });
}

function CloseMark({ label }: { label: string }) {
  return (
    <span role="img" aria-label={label}>
      ×
    </span>
  );
}

interface ChipProps {
  field?: Narrowing;
  condition: Condition;
  onEdit: () => void;
  onClose: () => void;
}

function Chip({ field, condition, onEdit, onClose }: ChipProps) {
  const { t } = useTranslation();
  const label = field?.label ?? condition.key;
  const value = useShown(field, condition);
  const text = condition.operator === 'is' || condition.operator === 'between' ? t('customers.list.chip', { field: label, value }) : t(`customers.filter.chip.${condition.operator}`, { field: label, value });
  return (
    <Tag closable onClose={onClose} closeIcon={<CloseMark label={t('customers.list.removeFilter', { field: label })} />}>
      {field ? (
        <button type="button" className="chip-text" aria-label={t('customers.filter.edit', { filter: text })} onClick={onEdit}>
          {text}
        </button>
      ) : (
        <span className="attention">{t('customers.filter.foreign', { field: label })}</span>
      )}
    </Tag>
  );
}

/** Narrows the list by the catalogue's filterable fields, several at once; what is on stands in the address and shows as chips. */
export function Filters({ listing, set }: Props) {
  const { t } = useTranslation();
  const [building, setBuilding] = useState<{ edited?: Condition }>();
  const catalogue = useCatalogue();
  const fields = narrowings(catalogue.data, listing.type, t('customers.list.created'));
  const active = conditionsIn(listing.filter);
  const clear = () => set(Object.fromEntries([...Object.keys(listing.filter).map((name) => [`f.${name}`, undefined]), ['q', undefined]]));
  const done = ({ key, operator, value }: Omit<Condition, 'name'>) => {
    const before = building?.edited;
    set({ ...(before && { [`f.${before.name}`]: undefined }), [`f.${nameOf(key, operator)}`]: value });
    setBuilding(undefined);
  };
  return (
    <>
      <div className="filters">
        <Button icon={<FilterOutlined aria-hidden />} aria-expanded={building !== undefined} onClick={() => setBuilding(building ? undefined : {})}>
          {t('customers.list.filters')}
          {active.length > 0 && <span className="badge">{active.length}</span>}
        </Button>
        {listing.q && (
          <Tag closable onClose={() => set({ q: undefined })} closeIcon={<CloseMark label={t('customers.list.removeSearch')} />}>
            {t('customers.list.searched', { words: listing.q })}
          </Tag>
        )}
        {active.map((condition) => (
          <Chip
            key={condition.name}
            field={fields.find(({ key }) => key === condition.key)}
            condition={condition}
            onEdit={() => setBuilding({ edited: condition })}
            onClose={() => set({ [`f.${condition.name}`]: undefined })}
          />
        ))}
        {(active.length > 0 || listing.q) && (
          <Button type="link" size="small" onClick={clear}>
            {t('customers.list.clear')}
          </Button>
        )}
      </div>
      {building && <FilterBuilder key={building.edited?.name ?? ''} fields={fields} edited={building.edited} onDone={done} onCancel={() => setBuilding(undefined)} />}
    </>
  );
}

import { FilterOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useCodes } from '../../api/catalogue';
import type { Listing } from '../../api/customers';
import { FieldControl } from '../../kit/FieldControl';
import { Frame } from '../../kit/Frame';
import { RangeField } from '../../kit/RangeField';
import { narrowings } from './listing';
import type { Narrowing } from './listing';

interface Props {
  listing: Listing;
  set: (changes: Record<string, string | undefined>) => void;
}

const RANGES = new Set(['DATE', 'NUMBER', 'MONEY']);

function Chip({ field, value, onClose }: { field: Narrowing; value: string; onClose: () => void }) {
  const { t } = useTranslation();
  const listed = field.type === 'CHOICE' || field.type === 'CHOICES' || field.type === 'REGION' || field.type === 'USER';
  const list = field.codeList || (field.type === 'USER' ? 'user' : 'region');
  const long = field.type === 'REGION' || field.type === 'USER';
  const codes = useCodes(long ? { list, q: value, limit: 5 } : { list, limit: 2000 }, listed);
  const yesNo = field.type === 'YES_NO' ? t(value === 'yes' ? 'kit.yes' : 'kit.no') : undefined;
  const text = yesNo ?? codes.data?.find(({ code }) => code === value)?.label ?? value.replace('..', ' – ');
  return (
    <Tag closable onClose={onClose} closeIcon={<CloseMark label={t('customers.list.removeFilter', { field: field.label })} />}>
      {t('customers.list.chip', { field: field.label, value: text })}
    </Tag>
  );
}

function CloseMark({ label }: { label: string }) {
  return (
    <span role="img" aria-label={label}>
      ×
    </span>
  );
}

/** Narrows the list by the catalogue's filterable fields; what is on shows as chips that close. */
export function Filters({ listing, set }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const catalogue = useCatalogue();
  const fields = narrowings(catalogue.data, listing.type, t('customers.list.created'));
  const active = fields.filter(({ key }) => listing.filter[key]);
  const clear = () => set(Object.fromEntries([...Object.keys(listing.filter).map((key) => [`f.${key}`, undefined]), ['q', undefined]]));
  return (
    <>
      <div className="filters">
        <Button icon={<FilterOutlined aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('customers.list.filters')}
          {active.length > 0 && <span className="badge">{active.length}</span>}
        </Button>
        {listing.q && (
          <Tag closable onClose={() => set({ q: undefined })} closeIcon={<CloseMark label={t('customers.list.removeSearch')} />}>
            {t('customers.list.searched', { words: listing.q })}
          </Tag>
        )}
        {active.map((field) => (
          <Chip key={field.key} field={field} value={listing.filter[field.key] ?? ''} onClose={() => set({ [`f.${field.key}`]: undefined })} />
        ))}
        {(active.length > 0 || listing.q) && (
          <Button type="link" size="small" onClick={clear}>
            {t('customers.list.clear')}
          </Button>
        )}
      </div>
      {open && (
        <div className="filter-panel" role="group" aria-label={t('customers.list.filters')}>
          {fields.map((field) => {
            const value = listing.filter[field.key] ?? '';
            const change = (next: string | string[]) => set({ [`f.${field.key}`]: Array.isArray(next) ? next[0] : next });
            return RANGES.has(field.type) ? (
              <Frame key={field.key} label={field.label} wide>
                {() => <RangeField label={field.label} dates={field.type === 'DATE'} value={value} onChange={change} />}
              </Frame>
            ) : (
              <Frame key={field.key} label={field.label}>
                {(wiring) => <FieldControl field={{ ...field, type: field.type === 'CHOICES' ? 'CHOICE' : field.type, example: '' }} value={value} wiring={wiring} onChange={change} />}
              </Frame>
            );
          })}
        </div>
      )}
    </>
  );
}

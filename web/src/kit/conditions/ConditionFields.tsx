import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CustomerType } from '../../api/types/catalogue';
import { CodeSelect } from '../CodeSelect';
import { FieldControl } from '../FieldControl';
import { Frame } from '../Frame';
import { RangeField } from '../RangeField';
import type { Narrowing } from './narrowings';
import { bare, operatorsOf, wordOf } from './operators';
import type { Operator } from './operators';
import { isPast, Past } from './Past';

export interface Asked {
  key: string;
  operator: Operator;
  value: string;
}

/** Something can be asked for. */
export function isReady({ operator, value }: Asked): boolean {
  if (operator === 'was') return isPast(value);
  return bare(operator) || value.replace('..', '').trim() !== '';
}

/** The condition as it is sent. */
export function settled({ key, operator, value }: Asked): Asked {
  return { key, operator, value: bare(operator) ? 'yes' : value.trim() };
}

/** A fresh condition on a field. */
export function asking(field: Narrowing): Asked {
  return { key: field.key, operator: operatorsOf(field)[0] ?? 'is', value: '' };
}

function Value({ field, asked, onValue }: { field: Narrowing; asked: Asked; onValue: (value: string) => void }) {
  const { t } = useTranslation();
  const { operator, value } = asked;
  if (bare(operator)) return null;
  if (operator === 'between') {
    return (
      <Frame label={t('customers.filter.value')} wide>
        {() => <RangeField label={field.label} dates={field.type === 'DATE'} value={value} onChange={onValue} />}
      </Frame>
    );
  }
  if (operator === 'was') return <Past list={field.codeList} value={value} onChange={onValue} />;
  if (operator === 'any') {
    return (
      <Frame label={t('customers.filter.values')} wide>
        {(wiring) => <CodeSelect list={field.codeList} many value={value ? value.split(',') : []} wiring={wiring} onChange={(next) => onValue(Array.isArray(next) ? next.join(',') : (next ?? ''))} />}
      </Frame>
    );
  }
  if (operator === 'written') return <Frame label={t('customers.filter.value')}>{(wiring) => <Input {...wiring} value={value} onChange={(event) => onValue(event.target.value)} />}</Frame>;
  if (operator === 'last') {
    return <Frame label={t('customers.filter.days')}>{(wiring) => <Input {...wiring} inputMode="numeric" value={value} onChange={(event) => onValue(event.target.value.replaceAll(/\D/g, '').slice(0, 5))} />}</Frame>;
  }
  return (
    <Frame label={t('customers.filter.value')} hint={field.masked ? t('customers.filter.masked') : undefined}>
      {(wiring) => (
        <FieldControl
          field={{ ...field, type: field.type === 'CHOICES' ? 'CHOICE' : field.type, example: '' }}
          value={value}
          wiring={wiring}
          onChange={(next) => onValue(Array.isArray(next) ? (next[0] ?? '') : next)}
        />
      )}
    </Frame>
  );
}

const optionOf = ({ key, label }: Narrowing) => ({ value: key, label });

/** The fields, those of one type alone under its name. */
function optionsOf(fields: Narrowing[], t: TFunction) {
  const only = (type: CustomerType) => fields.filter((field) => field.only === type).map(optionOf);
  const ofOne = (['individual', 'enterprise'] as const).map((type) => ({ label: t(`customers.filter.only.${type}`), options: only(type) }));
  return [...fields.filter((field) => !field.only).map(optionOf), ...ofOne.filter(({ options }) => options.length > 0)];
}

/** One condition: which field, how compared, with what. */
export function ConditionFields({ fields, asked, onChange }: { fields: Narrowing[]; asked: Asked; onChange: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const field = fields.find(({ key }) => key === asked.key);
  const operators = field ? operatorsOf(field) : [];
  return (
    <>
      <Frame label={t('customers.filter.field')}>
        {(wiring) => (
          <Select
            {...wiring}
            showSearch={{ optionFilterProp: 'label' }}
            value={asked.key}
            onChange={(next: string) => {
              const found = fields.find(({ key }) => key === next);
              if (found) onChange(asking(found));
            }}
            options={optionsOf(fields, t)}
          />
        )}
      </Frame>
      <Frame label={t('customers.filter.how')}>
        {(wiring) => (
          <Select<Operator>
            {...wiring}
            value={asked.operator}
            onChange={(next) => {
              // A single value is a beginning of several, but a range is no single value.
              const afresh = bare(next) || [next, asked.operator].some((one) => one === 'between' || one === 'last' || one === 'was' || one === 'written') || asked.operator === 'any';
              onChange({ ...asked, operator: next, value: afresh ? '' : asked.value });
            }}
            options={operators.map((one) => ({ value: one, label: t(`customers.filter.operator.${wordOf(one, field?.type ?? '')}`) }))}
          />
        )}
      </Frame>
      {field && <Value field={field} asked={asked} onValue={(value) => onChange({ ...asked, value })} />}
    </>
  );
}

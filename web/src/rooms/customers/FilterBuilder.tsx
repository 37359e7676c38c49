import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../../kit/CodeSelect';
import { FieldControl } from '../../kit/FieldControl';
import { Frame } from '../../kit/Frame';
import { RangeField } from '../../kit/RangeField';
import type { Narrowing } from './listing';
import { bare, operatorsOf } from './operators';
import type { Condition, Operator } from './operators';

interface Props {
  fields: Narrowing[];
  /** The condition to be changed; a new one where there is none. */
  edited?: Condition;
  onDone: (condition: Omit<Condition, 'name'>) => void;
  onCancel: () => void;
}

/** One condition: which field, how compared, with what. */
export function FilterBuilder({ fields, edited, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [key, setKey] = useState(edited?.key ?? fields[0]?.key ?? '');
  const field = fields.find((one) => one.key === key);
  const operators = field ? operatorsOf(field) : [];
  const [chosen, setChosen] = useState<Operator | undefined>(edited?.operator);
  const operator = chosen && operators.includes(chosen) ? chosen : operators[0];
  const [value, setValue] = useState(edited?.value ?? '');
  if (!field || !operator) return null;
  const ready = bare(operator) || value.replace('..', '').trim() !== '';
  const control = () => {
    if (bare(operator)) return null;
    if (operator === 'between') {
      return (
        <Frame label={t('customers.filter.value')} wide>
          {() => <RangeField label={field.label} dates={field.type === 'DATE'} value={value} onChange={setValue} />}
        </Frame>
      );
    }
    if (operator === 'any') {
      return (
        <Frame label={t('customers.filter.values')} wide>
          {(wiring) => <CodeSelect list={field.codeList} many value={value ? value.split(',') : []} wiring={wiring} onChange={(next) => setValue(Array.isArray(next) ? next.join(',') : (next ?? ''))} />}
        </Frame>
      );
    }
    return (
      <Frame label={t('customers.filter.value')} hint={field.masked ? t('customers.filter.masked') : undefined}>
        {(wiring) => (
          <FieldControl
            field={{ ...field, type: field.type === 'CHOICES' ? 'CHOICE' : field.type, example: '' }}
            value={value}
            wiring={wiring}
            onChange={(next) => setValue(Array.isArray(next) ? (next[0] ?? '') : next)}
          />
        )}
      </Frame>
    );
  };
  return (
    <form
      className="filter-panel"
      aria-label={t('customers.list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDone({ key, operator, value: bare(operator) ? 'yes' : value.trim() });
      }}
    >
      <Frame label={t('customers.filter.field')}>
        {(wiring) => (
          <Select
            {...wiring}
            showSearch={{ optionFilterProp: 'label' }}
            value={key}
            onChange={(next: string) => {
              setKey(next);
              setChosen(undefined);
              setValue('');
            }}
            options={fields.map((one) => ({ value: one.key, label: one.label }))}
          />
        )}
      </Frame>
      <Frame label={t('customers.filter.how')}>
        {(wiring) => (
          <Select<Operator>
            {...wiring}
            value={operator}
            onChange={(next) => {
              // A single value is a beginning of several, but a range is no single value.
              if (bare(next) || next === 'between' || operator === 'between' || operator === 'any') setValue('');
              setChosen(next);
            }}
            options={operators.map((one) => ({ value: one, label: t(`customers.filter.operator.${one}`) }))}
          />
        )}
      </Frame>
      {control()}
      <div className="form-acts filter-acts">
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready}>
          {t(edited ? 'customers.filter.change' : 'customers.filter.apply')}
        </Button>
      </div>
    </form>
  );
}

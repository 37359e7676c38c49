import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Input } from 'antd';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerType, Field } from '../../../api/types/catalogue';
import { FieldControl } from '../../../kit/FieldControl';
import type { Wiring } from '../../../kit/Frame';
import { CustomerControl } from './CustomerControl';
import { FileControl } from './FileControl';
import { KindControl } from './KindControl';

/** Another item of the same list, by its id. */
export interface Sibling {
  value: string;
  label: string;
}

interface Props extends Omit<ComponentProps<typeof FieldControl>, 'field'> {
  field: Field;
  siblings?: Sibling[];
  number?: string;
  /** Of which type the customer is whose list it is. */
  about?: CustomerType;
}

const DAY = /^((?:\d{4}-)?\d{2}-\d{2})(?:\s+(.*))?$/;

/** The days of a contact come as one text, and are typed row by row. */
export function isDays(field: Pick<Field, 'record' | 'key'>): boolean {
  return field.record === 'contact' && field.key === 'important_dates';
}

export function isSuperior(field: Pick<Field, 'record' | 'key'>): boolean {
  return field.record === 'contact' && field.key === 'reports_to';
}

function isKind(field: Pick<Field, 'record' | 'key'>): boolean {
  return field.record === 'relation' && field.key === 'kind';
}

export interface Day {
  day: string;
  meaning: string;
}

export function daysOf(text: string): Day[] {
  return text
    .split(/;\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, day = '', meaning = ''] = DAY.exec(part.trim()) ?? ['', '', part.trim()];
      return { day, meaning };
    });
}

function textOf(days: Day[]): string {
  return days
    .map(({ day, meaning }) => [day.trim(), meaning.trim().replaceAll(/[;；]/g, '，')].filter(Boolean).join(' '))
    .filter(Boolean)
    .join('; ');
}

function Days({ value, wiring, disabled, onChange }: { value: string; wiring?: Partial<Wiring>; disabled?: boolean; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => daysOf(value));
  // What came from elsewhere stands in place of what was typed.
  const shown = textOf(rows) === value ? rows : daysOf(value);
  const set = (next: Day[]) => {
    setRows(next);
    onChange(textOf(next));
  };
  const change = (at: number, part: Partial<Day>) => set(shown.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const lines = shown.length > 0 ? shown : [{ day: '', meaning: '' }];
  return (
    <div className="days">
      {lines.map((row, at) => (
        <span className="days-row" key={at}>
          <Input
            {...(at === 0 ? wiring : {})}
            className="days-day"
            aria-label={t('people.days.day', { position: at + 1 })}
            placeholder={t('people.days.dayHint')}
            inputMode="numeric"
            autoComplete="off"
            disabled={disabled}
            value={row.day}
            onChange={(event) => (shown.length > 0 ? change(at, { day: event.target.value }) : set([{ day: event.target.value, meaning: '' }]))}
          />
          <Input
            aria-label={t('people.days.meaning', { position: at + 1 })}
            placeholder={t('people.days.meaningHint')}
            autoComplete="off"
            disabled={disabled}
            value={row.meaning}
            onChange={(event) => (shown.length > 0 ? change(at, { meaning: event.target.value }) : set([{ day: '', meaning: event.target.value }]))}
          />
          {shown.length > 0 && <Button type="text" disabled={disabled} icon={<DeleteOutlined aria-hidden />} aria-label={t('people.days.remove', { position: at + 1 })} onClick={() => set(shown.filter((_, index) => index !== at))} />}
        </span>
      ))}
      <Button size="small" type="dashed" disabled={disabled || shown.length === 0} icon={<PlusOutlined aria-hidden />} onClick={() => setRows([...shown, { day: '', meaning: '' }])}>
        {t('people.days.add')}
      </Button>
    </div>
  );
}

/** Whom somebody reports to: chosen among the others, or a name of somebody who isn't among them. */
function Superior({ value, siblings, wiring, disabled, onChange }: { value: string; siblings: Sibling[]; wiring?: Partial<Wiring>; disabled?: boolean; onChange: (value: string) => void }) {
  const named = siblings.find((one) => one.value === value);
  return (
    <AutoComplete
      {...wiring}
      allowClear
      disabled={disabled}
      value={named?.label ?? value}
      options={siblings.map(({ value: id, label }) => ({ key: id, value: label }))}
      showSearch={{ filterOption: (typed, option) => named !== undefined || String(option?.value).includes(typed) }}
      onChange={(text: string | undefined) => {
        const same = siblings.filter(({ label }) => label === text);
        onChange(same.length === 1 ? same[0]!.value : (text ?? ''));
      }}
    />
  );
}

/** The control of a field of an item of a list. */
export function PartControl({ field, siblings, number, about, ...rest }: Props) {
  const { value, text, wiring, disabled, onChange } = rest;
  const one = Array.isArray(value) ? value.join(' ') : value;
  if (isDays(field)) return <Days value={one} wiring={wiring} disabled={disabled} onChange={onChange} />;
  if (isSuperior(field)) return <Superior value={one} siblings={siblings ?? []} wiring={wiring} disabled={disabled} onChange={onChange} />;
  if (isKind(field) && about) return <KindControl value={one} text={text} about={about} wiring={wiring} disabled={disabled} onChange={onChange} />;
  if (field.type === 'CUSTOMER') return <CustomerControl value={one} self={number} wiring={wiring} disabled={disabled} onChange={onChange} />;
  if (field.type === 'FILE') return <FileControl field={field} number={number} {...rest} />;
  return <FieldControl field={field} {...rest} />;
}

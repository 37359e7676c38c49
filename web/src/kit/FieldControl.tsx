import { Input, Select } from 'antd';
import type { HTMLInputTypeAttribute } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldType } from '../api/types/catalogue';
import { CodeSelect } from './CodeSelect';
import { DateField } from './DateField';
import type { Wiring } from './Frame';
import { UserSelect } from './UserSelect';

export type Held = string | string[];

interface Props {
  field: Pick<Field, 'key' | 'type' | 'codeList' | 'example' | 'label'>;
  value: Held;
  text?: string;
  disabled?: boolean;
  wiring?: Partial<Wiring>;
  onChange: (value: Held) => void;
}

const TYPES: Partial<Record<FieldType, HTMLInputTypeAttribute>> = { PHONE: 'tel' };
const MODES: Partial<Record<FieldType, 'tel' | 'email' | 'url' | 'decimal'>> = { PHONE: 'tel', EMAIL: 'email', URL: 'url', NUMBER: 'decimal', MONEY: 'decimal' };

/** The control a field's type asks for. What is typed stays as typed; the server cleans it. */
export function FieldControl({ field, value, text, disabled, wiring, onChange }: Props) {
  const { t } = useTranslation();
  const one = Array.isArray(value) ? value.join(' ') : value;
  const set = (next: Held | undefined) => onChange(next ?? '');
  const example = field.example ? t('kit.example', { example: field.example }) : undefined;
  switch (field.type) {
    case 'CHOICE':
    case 'REGION':
      return <CodeSelect list={field.codeList || 'region'} value={one} text={text} disabled={disabled} wiring={wiring} onChange={set} />;
    case 'CHOICES':
      return <CodeSelect list={field.codeList} many value={Array.isArray(value) ? value : value ? [value] : []} disabled={disabled} wiring={wiring} onChange={set} />;
    case 'YES_NO':
      return (
        <Select
          {...wiring}
          allowClear
          disabled={disabled}
          value={one || undefined}
          onChange={set}
          options={[
            { value: 'yes', label: t('kit.yes') },
            { value: 'no', label: t('kit.no') },
          ]}
        />
      );
    case 'USER':
      return <UserSelect list={field.codeList || 'user'} value={one} text={text} disabled={disabled} wiring={wiring} onChange={onChange} />;
    case 'DATE':
      return <DateField value={one} disabled={disabled} wiring={wiring} onChange={onChange} />;
    case 'LONG_TEXT':
      return <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 8 }} value={one} disabled={disabled} placeholder={example} onChange={(event) => onChange(event.target.value)} />;
    default:
      return (
        <Input
          {...wiring}
          type={TYPES[field.type] ?? 'text'}
          inputMode={MODES[field.type]}
          autoComplete="off"
          spellCheck={false}
          placeholder={example}
          value={one}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

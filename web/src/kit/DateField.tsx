import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wiring } from './Frame';

interface Props {
  value: string;
  disabled?: boolean;
  wiring?: Partial<Wiring>;
  label?: string;
  onChange: (value: string) => void;
}

/**
 * A day, typed in any usual way and read by the server, or picked from the browser's own calendar. A control that drops what it
 * can't read at once would lose typed text.
 */
export function DateField({ value, disabled, wiring, label, onChange }: Props) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <span className="date-field">
      <Input
        {...wiring}
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('kit.day')}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        suffix={
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            disabled={disabled}
            aria-label={t('kit.calendar')}
            icon={<CalendarOutlined aria-hidden />}
            onClick={() => picker.current?.showPicker()}
          />
        }
      />
      <input
        ref={picker}
        type="date"
        className="date-picker"
        tabIndex={-1}
        aria-hidden
        disabled={disabled}
        value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

import { EditOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Which cell of which row this is. */
  label: string;
  /** As it stands in the file, masked where it must be. */
  text: string;
  /** What somebody typed instead. */
  edited: string | undefined;
  /** Shown as an entry at once, because something is wrong with it. */
  open: boolean;
  onEdit: (text: string | undefined) => void;
}

/** A cell that can be typed anew. A masked one begins empty: its value is replaced, never shown. */
export function EditCell({ label, text, edited, open, onEdit }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const masked = text.includes('•');
  if (!open && !wanted && edited === undefined) {
    return (
      <button type="button" className="cell-open" aria-label={t('imports.mend.open', { cell: label })} onClick={() => setWanted(true)}>
        <span className="cell-text">{text}</span>
        <EditOutlined aria-hidden />
      </button>
    );
  }
  return (
    <span className="cell-entry">
      <Input
        aria-label={label}
        size="small"
        autoFocus={wanted}
        autoComplete="off"
        placeholder={masked ? text : t('imports.rows.blank')}
        title={masked ? t('imports.mend.masked') : undefined}
        value={edited ?? (masked ? '' : text)}
        onChange={(event) => onEdit(!masked && event.target.value === text ? undefined : event.target.value)}
        onBlur={() => setWanted(false)}
      />
      {edited !== undefined && <Button size="small" type="text" icon={<RollbackOutlined aria-hidden />} aria-label={t('imports.mend.back', { cell: label })} onClick={() => onEdit(undefined)} />}
    </span>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneKnown } from '../../../kit/format';
import { useSession } from '../../../kit/session';

/** The next number under a rule, if it were the first of its day, month or year; and how it grows. */
export function NumberPreview({ values }: { values: Record<string, string> }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const [now] = useState(() => new Date());
  // Sweden writes days as ISO does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zoneKnown(zone) }).format(now).replaceAll('-', '');
  const length = { day: 8, month: 6, year: 4, none: 0 };
  const date = today.slice(0, length[values['numbering.date'] as keyof typeof length] ?? 0);
  const digits = Number(values['numbering.digits']);
  const start = (values['numbering.prefix'] ?? '') + date;
  const good = digits >= 3 && digits <= 9;
  return (
    <div className="frame">
      <div className="frame-label">{t('administration.general.preview')}</div>
      <output className="number-preview">{good ? `${start}${'1'.padStart(digits, '0')}` : '–'}</output>
      <div className="frame-said">{good && t('administration.general.previewGrows', { number: `${start}1${'0'.repeat(digits)}` })}</div>
    </div>
  );
}

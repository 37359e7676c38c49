import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const two = (value: number) => String(value).padStart(2, '0');

/** The next number under a rule, if it were the first of its day, month or year; and how it grows. */
export function NumberPreview({ values }: { values: Record<string, string> }) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const parts = { day: [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())], month: [now.getFullYear(), two(now.getMonth() + 1)], year: [now.getFullYear()], none: [] };
  const date = parts[values['numbering.date'] as keyof typeof parts]?.join('') ?? '';
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

import { useTranslation } from 'react-i18next';
import type { Recognised } from '../../api/types/work';
import { useFormat } from '../../kit/format';

const DELIMITERS = new Map([
  [',', 'imports.delimiter.comma'],
  [';', 'imports.delimiter.semicolon'],
  ['\t', 'imports.delimiter.tab'],
  ['|', 'imports.delimiter.bar'],
]);

/** Separated values are called what people call them. */
const formatName = (format: string | null | undefined) => (format?.toUpperCase() === 'DELIMITED' ? 'CSV' : format?.toUpperCase() === 'VCARD' ? 'vCard' : format?.toUpperCase());

/** What kind of file this was taken for. */
export function Recognition({ recognised }: { recognised: Recognised }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const delimiter = recognised.delimiter ? DELIMITERS.get(recognised.delimiter) : undefined;
  const titles = Array.isArray(recognised.titleRows) ? recognised.titleRows.length : recognised.titleRows;
  const order = recognised.dateOrder?.toLowerCase();
  const country = (code: string) => {
    try {
      return new Intl.DisplayNames([i18n.language], { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  const facts: [string, string | null | undefined][] = [
    [t('imports.facts.format'), formatName(recognised.format)],
    [t('imports.facts.encoding'), recognised.encoding],
    [t('imports.facts.delimiter'), delimiter ? t(delimiter) : recognised.delimiter],
    [t('imports.facts.sheet'), recognised.sheet],
    [t('imports.facts.header'), recognised.headerRow ? format.number(recognised.headerRow) : t('imports.facts.none')],
    [t('imports.facts.titles'), titles ? format.number(titles) : ''],
    [t('imports.facts.country'), recognised.country ? country(recognised.country) : ''],
    [t('imports.facts.dates'), order === 'dmy' || order === 'mdy' || order === 'ymd' ? t(`imports.dates.${order}`) : order === 'ambiguous' ? t('imports.dates.ambiguous') : ''],
  ];
  return (
    <dl className="facts-line">
      {facts
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

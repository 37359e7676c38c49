import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Field } from '../../../api/types/catalogue';
import type { Cell } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';
import { fileOf } from '../fields';
import { Masked } from './Masked';
import { StoredFile } from './StoredFile';

/** As much of a property as is shown. */
const LONGEST = 200;

interface Props {
  cell: Cell;
  field: Field;
  number: string;
  mayReveal: boolean;
}

/** Properties of a card, folded up: a photo alone is thousands of letters that nobody reads. */
function KeptCard({ text }: { text: string }) {
  const { t } = useTranslation();
  // A line that begins with a blank goes on with the one before it.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/).filter((line) => line && !/^(BEGIN|END|VERSION):/i.test(line));
  return (
    <details className="kept-card">
      <summary>{t('customers.file.kept', { count: lines.length })}</summary>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}</li>
        ))}
      </ul>
    </details>
  );
}

/** A value as it is best read: what can be called, written to or opened is a link; what is masked has an eye. */
export function Value({ cell, field, number, mayReveal }: Props) {
  const format = useFormat();
  const { text, value } = cell;
  if (cell.masked) {
    return mayReveal ? <Masked number={number} field={field.key} label={field.label} masked={text} /> : <span>{text}</span>;
  }
  const file = fileOf(cell);
  if (file) return <StoredFile number={number} file={file} />;
  if (field.type === 'CARD') return <KeptCard text={text} />;
  if (typeof value === 'string' && value) {
    if (field.type === 'PHONE') return <a href={`tel:${value}`}>{text}</a>;
    if (field.type === 'CUSTOMER') return <Link to={`/customers/${encodeURIComponent(value)}`}>{text}</Link>;
    if (field.type === 'EMAIL') return <a href={`mailto:${value}`}>{text}</a>;
    if (field.type === 'URL' && /^https?:\/\//i.test(value)) {
      return (
        <a href={value} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      );
    }
    if (field.type === 'DATE' && text === value) return <time dateTime={value}>{format.day(value)}</time>;
    if ((field.type === 'MONEY' || field.type === 'NUMBER') && text === value && Number.isFinite(Number(value))) return <span>{format.number(Number(value))}</span>;
  }
  return <span className={field.type === 'LONG_TEXT' ? 'long-text' : undefined}>{text}</span>;
}

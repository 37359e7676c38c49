import type { Cell, Field } from '../../../api/types';
import { useFormat } from '../../../kit/format';
import { Masked } from './Masked';

interface Props {
  cell: Cell;
  field: Field;
  number: string;
  mayReveal: boolean;
}

/** A value as it is best read: what can be called, written to or opened is a link; what is masked has an eye. */
export function Value({ cell, field, number, mayReveal }: Props) {
  const format = useFormat();
  const { text, value } = cell;
  if (cell.masked) {
    return mayReveal ? <Masked number={number} field={field.key} label={field.label} masked={text} /> : <span>{text}</span>;
  }
  if (typeof value === 'string' && value) {
    if (field.type === 'PHONE') return <a href={`tel:${value}`}>{text}</a>;
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

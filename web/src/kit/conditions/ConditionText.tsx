import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../../api/catalogue';
import { useFormat } from '../format';
import type { Asked } from './ConditionFields';
import type { Narrowing } from './narrowings';
import { wordOf } from './operators';
import { pastOf } from './Past';
import { isGroup } from './where';
import type { Draft, Group } from './where';

/** The value of a condition in words. */
function useShown(field: Narrowing | undefined, { operator, value }: Asked): string {
  const { t } = useTranslation();
  const format = useFormat();
  const type = field?.type ?? 'TEXT';
  const listed = operator !== 'written' && (type === 'CHOICE' || type === 'CHOICES' || type === 'REGION' || type === 'USER');
  const list = field?.codeList || (type === 'USER' ? 'user' : 'region');
  const long = type === 'REGION' || type === 'USER';
  const codes = useCodes(long ? { list, q: value, limit: 5 } : { list, limit: 2000 }, listed);
  const labelOf = (code: string) => codes.data?.find((item) => item.code === code)?.label ?? code;
  if (type === 'YES_NO') return t(value === 'yes' ? 'kit.yes' : 'kit.no');
  if (operator === 'any') return value.split(',').map(labelOf).join(t('customers.filter.or'));
  if (operator === 'was') {
    const { values, from, to } = pastOf(value);
    const words = values.map(labelOf).join(t('customers.filter.or'));
    return from === to ? t('lifecycle.on', { value: words, day: format.day(from) }) : t('lifecycle.between', { value: words, from: from ? format.day(from) : '…', to: to ? format.day(to) : '…' });
  }
  if (listed) return labelOf(value);
  if (operator === 'last') return format.number(Number(value));
  if (operator !== 'between') return type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
  const day = (text = '') => (type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : text);
  const [from, to] = value.split('..');
  if (!to) return t('customers.filter.from', { value: day(from) });
  return from ? `${day(from)} – ${day(to)}` : t('customers.filter.to', { value: day(to) });
}

/** A condition as one reads it. */
export function useConditionText(field: Narrowing | undefined, asked: Asked): string {
  const { t } = useTranslation();
  const value = useShown(field, asked);
  const label = field?.label ?? asked.key;
  const text = textOf(asked, field, label, value, t);
  return field?.only ? t('customers.filter.onlyChip', { filter: text, type: t(`customers.filter.only.${field.only}`) }) : text;
}

function textOf(asked: Asked, field: Narrowing | undefined, label: string, value: string, t: TFunction): string {
  return asked.operator === 'is' || asked.operator === 'between'
    ? t('customers.list.chip', { field: label, value })
    : t(`customers.filter.chip.${wordOf(asked.operator, field?.type ?? '')}`, { field: label, value });
}

function One({ fields, asked }: { fields: Narrowing[]; asked: Draft }) {
  return <>{useConditionText(
    fields.find(({ key }) => key === asked.key),
    asked,
  )}</>;
}

/** A tree as one reads it, groups within it in brackets. */
export function TreeText({ fields, tree }: { fields: Narrowing[]; tree: Group }) {
  const { t } = useTranslation();
  return (
    <>
      {tree.of.map((one, at) => (
        <span key={one.local}>
          {at > 0 && <b> {t(`customers.filter.tree.join.${tree.mode}`)} </b>}
          {isGroup(one) ? (
            <>
              {t('customers.filter.tree.begin')}
              <TreeText fields={fields} tree={one} />
              {t('customers.filter.tree.end')}
            </>
          ) : (
            <One fields={fields} asked={one} />
          )}
        </span>
      ))}
    </>
  );
}

import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalogue, CustomerFile } from '../../../api/types';
import type { Held } from '../../../kit/FieldControl';
import { nameOf } from '../../../kit/format';
import { fieldsOf } from '../fields';

interface Props {
  before: CustomerFile;
  now: CustomerFile;
  catalogue: Catalogue;
  touched: Record<string, Held>;
  /** Fields for which one's own text was chosen. */
  mine: string[];
  onMine: (key: string) => void;
  onTheirs: (key: string) => void;
}

/** Fields whose values differ between two readings of a file. */
export function changedBetween(before: CustomerFile, now: CustomerFile, catalogue: Catalogue) {
  return fieldsOf(catalogue, now.type).filter(({ key }) => before.values[key]?.text !== now.values[key]?.text);
}

/** Somebody else changed the file meanwhile: shows what, and lets one take theirs or keep what was typed. */
export function Conflict({ before, now, catalogue, touched, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const changed = changedBetween(before, now, catalogue);
  const who = [...new Set(changed.map(({ key }) => nameOf(now.origin[key]?.by)).filter(Boolean))].join(', ');
  const text = (file: CustomerFile, key: string) => file.values[key]?.text ?? t('customers.history.blank');
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problem"
      title={who ? t('customers.conflict.titleBy', { who }) : t('customers.conflict.title')}
      description={
        <>
          <p>{t('customers.conflict.lead')}</p>
          <ul className="plain">
            {changed.map(({ key, label }) => (
              <li key={key}>
                {label}: <del>{text(before, key)}</del> → <ins>{text(now, key)}</ins>
                {key in touched && (
                  <>
                    {' '}
                    {t('customers.conflict.yours', { value: [touched[key]].flat().join(', ') })}{' '}
                    <Button size="small" onClick={() => onTheirs(key)}>
                      {t('customers.conflict.theirs')}
                    </Button>{' '}
                    <Button size="small" type={mine.includes(key) ? 'primary' : 'default'} onClick={() => onMine(key)}>
                      {t('customers.conflict.mine')}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

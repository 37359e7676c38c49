import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldControl } from '../../../kit/FieldControl';
import { nameOf, useFormat } from '../../../kit/format';
import { fileIn } from '../fields';
import type { Meanwhile } from './meanwhile';

interface Props {
  changes: Meanwhile[];
  /** Places for which one's own text was chosen. */
  mine: string[];
  onMine: (one: Meanwhile) => void;
  onTheirs: (one: Meanwhile) => void;
}

/** What one picks from a list is held as a code; its control knows the words. */
const CODED = new Set(['CHOICE', 'CHOICES', 'REGION', 'USER', 'YES_NO']);

function Yours({ one }: { one: Meanwhile }) {
  const { t } = useTranslation();
  if (one.clash === 'iRemoved') return <b>{t('customers.conflict.youRemove')}</b>;
  if (one.yours === undefined) return null;
  if (CODED.has(one.field.type)) return <FieldControl field={one.field} value={one.yours} disabled wiring={{}} onChange={() => undefined} />;
  const text = fileIn(one.yours)?.name ?? [one.yours].flat().filter(Boolean).join(', ');
  return <b>{text || t('customers.history.blank')}</b>;
}

function Theirs({ one }: { one: Meanwhile }) {
  const { t } = useTranslation();
  if (one.what !== 'value') return <span>{t(`customers.history.item.${one.what}`)}</span>;
  return (
    <span>
      {one.old && (
        <>
          <del>{one.old.text}</del> →{' '}
        </>
      )}
      {one.now ? <ins>{one.now.text}</ins> : <span className="quiet">{t('customers.history.blank')}</span>}
    </span>
  );
}

function Line({ one, decided, onMine, onTheirs }: { one: Meanwhile; decided: boolean; onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="meanwhile">
      <b className="meanwhile-field">{one.label}</b>
      <div>
        <Theirs one={one} />
        {one.origin && one.what !== 'removed' && (
          <span className="quiet">
            {' '}
            {nameOf(one.origin.by)} · <time dateTime={one.origin.at}>{format.time(one.origin.at)}</time>
          </span>
        )}
      </div>
      {one.clash && (
        <div className="meanwhile-yours" role="group" aria-label={t('customers.conflict.decide', { field: one.label })}>
          <span>
            {t('customers.conflict.yours')} <Yours one={one} />
          </span>
          <Button size="small" onClick={onTheirs}>
            {t('customers.conflict.theirs')}
          </Button>
          <Button size="small" type={decided ? 'primary' : 'default'} aria-pressed={decided} onClick={onMine}>
            {t('customers.conflict.mine')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Somebody else changed the file meanwhile: shows what, who and when, and lets one take theirs or keep what was typed. */
export function Conflict({ changes, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const who = [...new Set(changes.map(({ origin }) => nameOf(origin?.by)).filter(Boolean))].join(', ');
  const open = changes.filter(({ clash, place }) => clash && !mine.includes(place)).length;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problem"
      title={who ? t('customers.conflict.titleBy', { who }) : t('customers.conflict.title')}
      description={
        <>
          <p>{open > 0 ? t('customers.conflict.open', { count: open }) : t('customers.conflict.lead')}</p>
          <ul className="meanwhiles">
            {changes.map((one) => (
              <Line key={one.place} one={one} decided={mine.includes(one.place)} onMine={() => onMine(one)} onTheirs={() => onTheirs(one)} />
            ))}
          </ul>
        </>
      }
    />
  );
}

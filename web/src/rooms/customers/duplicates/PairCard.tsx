import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Beside, Likely, Verdict } from '../../../api/types/duplicates';
import { useFormat } from '../../../kit/format';
import { Waterfall } from './Waterfall';

export const nameOf = ({ name, number }: Beside) => name ?? number;

export function Head({ side }: { side: Beside }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/customers/${encodeURIComponent(side.number)}`} aria-label={t('duplicates.openOf', { name: nameOf(side) })}>
        {nameOf(side)}
      </Link>
      <span className="quiet">{[side.number, side.department].join(' · ')}</span>
    </>
  );
}

interface Props {
  pair: Likely;
  chosen: boolean;
  current: boolean;
  busy: boolean;
  onChoose: (chosen: boolean) => void;
  onSay?: (verdict: Verdict) => void;
  onMerge?: () => void;
  onTakeBack?: () => void;
}

/** Two customers side by side with what differs marked, why they may be one, and what one can say of them. */
export function PairCard({ pair, chosen, current, busy, onChoose, onSay, onMerge, onTakeBack }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [one, other] = pair.members;
  const [between] = pair.between;
  if (!one || !other) return null;
  return (
    <article className={current ? 'pair pair-current' : 'pair'} aria-label={t('duplicates.pairOf', { one: nameOf(one), other: nameOf(other) })} aria-current={current || undefined}>
      <header className="pair-head">
        <Checkbox checked={chosen} aria-label={t('duplicates.choose', { one: nameOf(one), other: nameOf(other) })} onChange={(event) => onChoose(event.target.checked)} />
        <b>{format.percent(pair.probability)}</b>
        <span className={`state state-${pair.outcome === 'same' ? 'good' : 'attention'}`}>{t(`duplicates.outcome.${pair.outcome}`)}</span>
        {pair.later && <span className="state state-quiet">{t('duplicates.later')}</span>}
      </header>
      <table className="pair-fields">
        <thead>
          <tr>
            <th scope="col">
              <span className="only-read">{t('duplicates.field')}</span>
            </th>
            <th scope="col">
              <Head side={one} />
            </th>
            <th scope="col">
              <Head side={other} />
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(pair.agreement).map(([key, said]) => {
            const differs = new Set(said.filter(Boolean)).size > 1;
            return (
              <tr key={key} className={differs ? 'pair-differs' : undefined}>
                <th scope="row">
                  {one.fields[key]?.label ?? other.fields[key]?.label ?? key}
                  {differs && <span className="only-read"> ({t('duplicates.differs')})</span>}
                </th>
                <td>{one.fields[key]?.cell.text ?? ''}</td>
                <td>{other.fields[key]?.cell.text ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {between && <Waterfall reasons={between.reasons} bits={between.bits} />}
      <footer className="pair-acts">
        {onSay && (
          <>
            <Button type="primary" disabled={busy} onClick={() => onSay('same')}>
              {t('duplicates.same')}
            </Button>
            <Button disabled={busy} onClick={() => onSay('different')}>
              {t('duplicates.different')}
            </Button>
            <Button type="text" disabled={busy} onClick={() => onSay('maybe')}>
              {t('duplicates.later')}
            </Button>
          </>
        )}
        {onMerge && (
          <Button type="primary" disabled={busy} onClick={onMerge}>
            {t('merge.act')}
          </Button>
        )}
        {onTakeBack && (
          <Button disabled={busy} onClick={onTakeBack}>
            {t('duplicates.takeBack')}
          </Button>
        )}
      </footer>
    </article>
  );
}

import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sorting } from '../../../api/duplicates';
import type { Beside, Between, Likely } from '../../../api/types/duplicates';
import { useFormat } from '../../../kit/format';
import { useHotkeys } from '../../../kit/hotkeys';
import { Head, nameOf } from './PairCard';
import { Waterfall } from './Waterfall';

type Side = 'same' | 'different' | 'open';

const of = (between: Between[], a: string, b: string) => between.find(({ one, other }) => (one === a && other === b) || (one === b && other === a));

/** Those that go with the surest two as long as all of them are as good as sure: who is sure needs only to confirm. */
function likelySame({ members, between }: Likely): string[] {
  const same: string[] = [];
  const [surest] = between;
  if (surest?.outcome === 'same') same.push(surest.one, surest.other);
  for (const { number } of members) {
    if (!same.includes(number) && same.length > 0 && same.every((one) => of(between, one, number)?.outcome === 'same')) same.push(number);
  }
  return same;
}

/** Which of several values stand out: those that aren't the commonest, or all where none is. */
function odd(said: number[]): (place: number) => boolean {
  const counts = new Map<number, number>();
  for (const one of said.filter(Boolean)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const usual = [...counts].filter(([, count]) => count === most).map(([one]) => one);
  return (place) => counts.size > 1 && said[place] !== 0 && (usual.length > 1 || said[place] !== usual[0]);
}

interface Props {
  group: Likely;
  current: boolean;
  /** Whether the current one hears the keys. */
  keys: boolean;
  busy: boolean;
  onSort?: (sorting: Sorting, merged?: Beside[]) => void;
  onMerge?: (members: Beside[]) => void;
  onTakeBack?: () => void;
}

/** Several customers side by side: which of them are one is ticked, which aren't is taken out; every two of them are explained. */
export function GroupCard({ group, current, keys, busy, onSort, onMerge, onTakeBack }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { members, between } = group;
  const [sides, setSides] = useState<Record<string, Side>>(() => Object.fromEntries(likelySame(group).map((number) => [number, 'same'])));
  const [at, setAt] = useState(0);
  // What is least sure decides whether all are one.
  const [two, setTwo] = useState(() => between.length - 1);
  const shown = between[two];
  const sideOf = ({ number }: Beside) => sides[number] ?? 'open';
  const put = ({ number }: Beside, side: Side) => setSides((before) => ({ ...before, [number]: side }));
  const same = members.filter((member) => sideOf(member) === 'same');
  const out = members.filter((member) => sideOf(member) === 'different');
  const numbers = (some: Beside[]) => some.map(({ number }) => number);
  const one = same.length > 1;
  const sayable = one || (out.length > 0 && same.length + out.length > 1);
  const sort = (merged?: Beside[]) => {
    if (sayable && !busy) onSort?.(one ? { same: numbers(same), different: numbers(out) } : { different: numbers([...same, ...out]) }, merged);
  };
  const later = () => {
    if (!busy) onSort?.({ later: numbers(members) });
  };
  const step = (by: number) => setAt((now) => (now + by + members.length) % members.length);
  useHotkeys(
    {
      '1': () => sort(),
      '2': () => {
        const member = members[at];
        if (member && onSort) put(member, sideOf(member) === 'different' ? 'open' : 'different');
      },
      '3': later,
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
    },
    current && keys,
  );
  const first = members[0];
  if (!first) return null;
  return (
    <article className={current ? 'pair pair-current group' : 'pair group'} aria-label={t('duplicates.group.of', { name: nameOf(first), count: members.length })} aria-current={current || undefined}>
      <header className="pair-head">
        <b>{t('duplicates.group.many', { count: members.length })}</b>
        <span className={`state state-${group.outcome === 'same' ? 'good' : 'attention'}`}>{t(`duplicates.outcome.${group.outcome}`)}</span>
        {group.later && <span className="state state-quiet">{t('duplicates.later')}</span>}
        {onSort && <span className="quiet">{t('duplicates.group.lead')}</span>}
      </header>
      <div className="group-scroll" tabIndex={0} role="region" aria-label={t('duplicates.group.of', { name: nameOf(first), count: members.length })}>
        <table className="pair-fields group-fields">
          <thead>
            <tr>
              <th scope="col">
                <span className="only-read">{t('duplicates.field')}</span>
              </th>
              {members.map((member, place) => {
                const who = { name: nameOf(member), number: member.number };
                const side = sideOf(member);
                return (
                  <th key={member.number} scope="col" className={[side === 'different' && 'group-out', current && place === at && 'group-at'].filter(Boolean).join(' ') || undefined}>
                    <Head side={member} />
                    <span className="group-sides">
                      <Checkbox checked={side === 'same'} aria-label={t('duplicates.group.tickOf', who)} onChange={(event) => put(member, event.target.checked ? 'same' : 'open')}>
                        {t('duplicates.group.tick')}
                      </Checkbox>
                      {onSort && (
                        <Button size="small" aria-label={t(side === 'different' ? 'duplicates.group.backOf' : 'duplicates.group.outOf', who)} onClick={() => put(member, side === 'different' ? 'open' : 'different')}>
                          {t(side === 'different' ? 'duplicates.group.back' : 'duplicates.group.out')}
                        </Button>
                      )}
                      {side === 'different' && <span className="state state-quiet">{t('duplicates.group.isOut')}</span>}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {Object.entries(group.agreement).map(([key, said]) => {
              const stands = odd(said);
              const differs = new Set(said.filter(Boolean)).size > 1;
              return (
                <tr key={key}>
                  <th scope="row">
                    {members.map((member) => member.fields[key]?.label).find(Boolean) ?? key}
                    {differs && <span className="only-read"> ({t('duplicates.differs')})</span>}
                  </th>
                  {members.map((member, place) => (
                    <td key={member.number} className={[stands(place) && 'group-odd', sideOf(member) === 'different' && 'group-out'].filter(Boolean).join(' ') || undefined}>
                      {member.fields[key]?.cell.text ?? ''}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <label className="group-two">
        <span className="quiet">{t('duplicates.group.pair')}</span>
        <Select
          aria-label={t('duplicates.group.pair')}
          value={two}
          onChange={setTwo}
          options={between.map((pair, place) => ({
            value: place,
            label: t('duplicates.group.two', { one: pair.one, other: pair.other, sure: format.percent(pair.probability) }),
          }))}
        />
      </label>
      {shown && <Waterfall reasons={shown.reasons} bits={shown.bits} />}
      <footer className="pair-acts">
        {onSort && (
          <>
            <Button type="primary" disabled={busy || !sayable} onClick={() => sort()}>
              {one ? t('duplicates.group.one', { count: same.length }) : sayable ? t('duplicates.group.none', { count: same.length + out.length }) : t('duplicates.group.some')}
            </Button>
            {onMerge && one && (
              <Button disabled={busy} onClick={() => sort(same)}>
                {t('duplicates.group.oneMerge')}
              </Button>
            )}
            <Button type="text" disabled={busy} onClick={later}>
              {t('duplicates.later')}
            </Button>
            {current && keys && <span className="quiet group-keys">{t('duplicates.group.keys')}</span>}
          </>
        )}
        {!onSort && onMerge && (
          <Button type="primary" disabled={busy || !one} onClick={() => onMerge(same)}>
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

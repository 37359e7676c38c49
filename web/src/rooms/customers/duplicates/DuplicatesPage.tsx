import { useMutation } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayOf, takeBack, useMatchingState, usePairs } from '../../../api/duplicates';
import type { Asked, Said } from '../../../api/duplicates';
import { MAY } from '../../../api/functions';
import { queries } from '../../../api/queries';
import type { Pair, Verdict } from '../../../api/types/duplicates';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { useHotkeys } from '../../../kit/hotkeys';
import { Page } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';
import { MergePair } from './MergePair';
import { PairCard } from './PairCard';
import { RunBar } from './RunBar';
import { Thresholds } from './Thresholds';
import '../customers.css';
import './duplicates.css';

const PAGE = 10;
const keyOf = ({ one, other }: Pair) => `${one.number} ${other.number}`;

/** Customers that may be one: looked at in pairs, the surest first. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>({ state: 'open' });
  const [skip, setSkip] = useState(0);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<string[]>([]);
  const pairs = usePairs(asked, skip);
  const state = useMatchingState();
  const [merging, setMerging] = useState<Pair>();
  const mayRun = useMay(MAY.runMatching);
  const mayMerge = useMay(MAY.merge);
  const items = pairs.data?.items ?? [];
  const current = items[Math.min(at, items.length - 1)];
  const again = () => {
    setChosen([]);
    void queries.invalidateQueries({ queryKey: ['duplicates', 'pairs'] });
  };
  const saying = useMutation({
    mutationFn: (said: Said[]) => sayOf(said),
    onSuccess: (_, said) => {
      void message.success(t('duplicates.said', { count: said.length }));
      again();
    },
  });
  const taking = useMutation({ mutationFn: (pair: Pair) => takeBack(pair.one.number, pair.other.number), onSuccess: again });
  const busy = saying.isPending || taking.isPending;
  const open = asked.state === 'open';
  const say = (some: Pair[], verdict: Verdict) => {
    if (open && !busy && some.length > 0) saying.mutate(some.map(({ one, other }) => ({ one: one.number, other: other.number, verdict })));
  };
  const meant = () => {
    const ticked = items.filter((pair) => chosen.includes(keyOf(pair)));
    return ticked.length > 0 ? ticked : current ? [current] : [];
  };
  useHotkeys({
    '1': () => say(meant(), 'same'),
    '2': () => say(meant(), 'different'),
    '3': () => say(meant(), 'maybe'),
    // From the last one to the first again.
    ArrowDown: () => setAt((now) => (items.length === 0 ? 0 : (Math.min(now, items.length - 1) + 1) % items.length)),
  });
  const ask = (next: Asked) => {
    setAsked(next);
    setSkip(0);
    setAt(0);
    setChosen([]);
  };
  const left = pairs.data?.left ?? 0;

  return (
    <Page title={t('duplicates.title')} lead={pairs.data ? t(pairs.data.exact ? 'duplicates.left' : 'duplicates.leftMany', { count: left, shown: format.number(left) }) : '\u00a0'}>
      {state.data && <RunBar state={state.data} />}
      <div className="list-tools">
        <Segmented
          aria-label={t('duplicates.which')}
          value={asked.state}
          options={[
            { value: 'open', label: t('duplicates.waiting') },
            { value: 'proposed', label: t('duplicates.proposed') },
          ]}
          onChange={(next) => ask({ ...asked, state: next === 'proposed' ? 'proposed' : 'open' })}
        />
        <Segmented
          aria-label={t('customers.list.type')}
          value={asked.type ?? 'all'}
          options={[
            { value: 'all', label: t('customers.types.all') },
            { value: 'individual', label: t('customers.types.individuals') },
            { value: 'enterprise', label: t('customers.types.enterprises') },
          ]}
          onChange={(next) => ask({ ...asked, type: next === 'all' ? undefined : String(next) })}
        />
        {open && chosen.length > 0 && (
          <span className="pair-many">
            <Button disabled={busy} onClick={() => say(meant(), 'same')}>
              {t('duplicates.sameMany', { count: chosen.length })}
            </Button>
            <Button disabled={busy} onClick={() => say(meant(), 'different')}>
              {t('duplicates.differentMany', { count: chosen.length })}
            </Button>
          </span>
        )}
      </div>
      <Problem error={saying.error ?? taking.error} />
      <Problem error={pairs.error} again={() => void pairs.refetch()} />
      {!pairs.error && !pairs.isPending && items.length === 0 && <Empty title={t(open ? 'duplicates.empty' : 'duplicates.emptyProposed')}>{open && t('duplicates.emptyHint')}</Empty>}
      {items.map((pair) => (
        <PairCard
          key={keyOf(pair)}
          pair={pair}
          chosen={chosen.includes(keyOf(pair))}
          current={pair === current}
          busy={busy}
          onChoose={(tick) => setChosen((before) => (tick ? [...before, keyOf(pair)] : before.filter((key) => key !== keyOf(pair))))}
          onSay={open ? (verdict) => say([pair], verdict) : undefined}
          onMerge={open || !mayMerge ? undefined : () => setMerging(pair)}
          onTakeBack={open ? undefined : () => taking.mutate(pair)}
        />
      ))}
      {(skip > 0 || left > skip + PAGE) && (
        <div className="more">
          <Button disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - PAGE))}>
            {t('duplicates.before')}
          </Button>
          <Button disabled={left <= skip + PAGE} onClick={() => setSkip(skip + PAGE)}>
            {t('duplicates.next')}
          </Button>
        </div>
      )}
      {merging && (
        <MergePair
          pair={merging}
          onDone={() => {
            setMerging(undefined);
            again();
          }}
          onLeave={() => setMerging(undefined)}
        />
      )}
      {mayRun && state.data && <Thresholds key={`${state.data.same} ${state.data.ask}`} state={state.data} />}
    </Page>
  );
}

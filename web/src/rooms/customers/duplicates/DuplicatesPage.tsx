import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sayOf, sortOf, takeBackOf, useLikely, useMatchingState } from '../../../api/duplicates';
import { mergeAsProposed } from '../../../api/merges';
import type { Asked, Said, Sorting } from '../../../api/duplicates';
import { MAY } from '../../../api/functions';
import { queries } from '../../../api/queries';
import type { Beside, Likely, Verdict } from '../../../api/types/duplicates';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { useHotkeys } from '../../../kit/hotkeys';
import { Page } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';
import { GroupCard } from './GroupCard';
import { MergeSeveral } from './MergeSeveral';
import { nameOf, PairCard } from './PairCard';
import { RunBar } from './RunBar';
import { Thresholds } from './Thresholds';
import '../customers.css';
import './duplicates.css';

const PAGE = 10;
/** As many of those merged are named in the notice. */
const NAMED = 5;
const numbersOf = ({ members }: Likely) => members.map(({ number }) => number);
const keyOf = (item: Likely) => numbersOf(item).join(' ');
const whoOf = (member: Beside) => `${nameOf(member)} (${member.number})`;
const isGroup = ({ members }: Likely) => members.length > 2;

/** Whoever pressed a tab with the mouse goes on with the keys in the list, not in the tabs. */
const freed = ({ detail }: { detail: number }) => {
  if (detail > 0 && document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
};

/** Who was merged, to be opened while the notice stands. */
function Merged({ some }: { some: Beside[] }) {
  const { t } = useTranslation();
  return (
    <>
      {t('duplicates.mergedMany', { count: some.length })}{' '}
      {some.slice(0, NAMED).map((member) => (
        <Link key={member.number} className="pair-merged" to={`/customers/${encodeURIComponent(member.number)}`}>
          {nameOf(member)}
        </Link>
      ))}
    </>
  );
}

/** Cases of the right shape while the first answer is on its way. */
function Bones() {
  return (
    <div aria-busy>
      {[1, 2].map((one) => (
        <div className="pair" key={one}>
          <span className="bone" style={{ width: '30%', marginBottom: 14 }} />
          <span className="bone" style={{ width: '80%', marginBottom: 10 }} />
          <span className="bone" style={{ width: '65%' }} />
        </div>
      ))}
    </div>
  );
}

/** Customers that may be one: looked at two or several beside each other, the surest first. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>({ state: 'open' });
  const [skip, setSkip] = useState(0);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<string[]>([]);
  const likely = useLikely(asked, skip);
  const state = useMatchingState();
  const [united, setUnited] = useState<Beside[]>([]);
  const [merging, setMerging] = useState<[Beside, ...Beside[]]>();
  const mayRun = useMay(MAY.runMatching);
  const mayMerge = useMay(MAY.merge);
  const items = likely.data?.items ?? [];
  const current = items[Math.min(at, items.length - 1)];
  const ticked = items.filter((item) => chosen.includes(keyOf(item)));
  const meant = ticked.length > 0 ? ticked : current ? [current] : [];
  // A group has the keys itself, unless pairs are ticked: then it is they that are meant.
  const keysOfGroup = current !== undefined && isGroup(current) && ticked.length === 0;
  const again = () => {
    setChosen([]);
    void queries.invalidateQueries({ queryKey: ['duplicates', 'likely'] });
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'customer' && queryKey[2] === 'resembling' });
  };
  const saying = useMutation({
    mutationFn: (said: Said[]) => sayOf(said),
    onSuccess: (_, said) => {
      told(said);
      again();
    },
  });
  // One at a time, as if each had been confirmed: where one can't be merged, those before it are, and the others stay ticked.
  const proposed = useMutation({
    mutationFn: async (some: Likely[]) => {
      let left = 0;
      setUnited([]);
      for (const item of some) {
        if (await mergeAsProposed(numbersOf(item))) {
          setUnited((before) => [...before, ...item.members.slice(0, 1)]);
          setChosen((before) => before.filter((key) => key !== keyOf(item)));
        } else left++;
      }
      return left;
    },
    onSuccess: (left) => {
      if (left > 0) void message.warning(t('duplicates.leftRelated', { count: left }), 8);
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['customer'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void queries.invalidateQueries({ queryKey: ['duplicates', 'likely'] });
    },
  });
  /** Which case it was, and a way back while one remembers it. */
  const told = (said: Said[]) => {
    const cases = items.filter((item) => said.some((two) => numbersOf(item).includes(two.one) && numbersOf(item).includes(two.other)));
    const [only] = cases.length === 1 ? cases : [];
    const [one, other] = only?.members ?? [];
    const [verdict] = new Set(said.map((two) => two.verdict));
    const words = one && other && verdict ? t('duplicates.saidOf', { one: whoOf(one), other: whoOf(other), verdict: t(verdict === 'maybe' ? 'duplicates.later' : `duplicates.${verdict}`) }) : t('duplicates.said', { count: said.length });
    const key = cases.map(keyOf).join();
    void message.success({
      key,
      duration: 6,
      content: (
        <>
          {words}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key);
              taking.mutate(cases);
            }}
          >
            {t('duplicates.takeBack')}
          </Button>
        </>
      ),
    });
  };
  const merge = ([first, ...rest]: Beside[]) => first && setMerging([first, ...rest]);
  const sorting = useMutation({
    mutationFn: ({ sorted }: { sorted: Sorting; merged?: Beside[] }) => sortOf(sorted),
    onSuccess: (_, { sorted, merged }) => {
      void message.success(t('duplicates.group.said', { count: Object.values(sorted).flat().length }));
      again();
      if (merged) merge(merged);
    },
  });
  const taking = useMutation({ mutationFn: (some: Likely[]) => Promise.all(some.map((item) => takeBackOf(numbersOf(item)))), onSettled: again });
  const busy = saying.isPending || sorting.isPending || taking.isPending || proposed.isPending;
  const open = asked.state === 'open';
  const say = (some: Likely[], verdict: Verdict) => {
    if (open && !busy && some.length > 0) {
      saying.mutate(some.flatMap(({ between: [two] }) => (two ? [{ one: two.one, other: two.other, verdict }] : [])));
    }
  };
  useHotkeys({
    ...(keysOfGroup
      ? {}
      : {
          '1': () => say(meant, 'same'),
          '2': () => say(meant, 'different'),
          '3': () => say(meant, 'maybe'),
        }),
    // From the last one to the first again.
    ArrowDown: () => {
      setAt((now) => (items.length === 0 ? 0 : (Math.min(now, items.length - 1) + 1) % items.length));
      setWalked((now) => now + 1);
    },
  });
  const ask = (next: Asked) => {
    setAsked(next);
    setSkip(0);
    setAt(0);
    setChosen([]);
  };
  const left = likely.data?.left ?? 0;
  // What a run has found is there when it has ended, not when it was ordered.
  const ended = state.data && (state.data.run?.finishedAt ?? '');
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (known.current !== undefined && known.current !== ended) {
      void queries.invalidateQueries({ queryKey: ['duplicates', 'likely'] });
      void queries.invalidateQueries({ queryKey: ['duplicates', 'estimate'] });
    }
    known.current = ended;
  }, [ended]);
  // A case may be taller than the window: whoever goes to the next by keyboard sees it from its beginning.
  const [walked, setWalked] = useState(0);
  useEffect(() => {
    if (walked > 0) document.querySelector('.pair-current')?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [walked]);

  return (
    <Page title={t('duplicates.title')} lead={likely.data ? t(open ? (likely.data.exact ? 'duplicates.left' : 'duplicates.leftMany') : 'duplicates.leftProposed', { count: left, shown: format.number(left) }) : '\u00a0'}>
      {state.data && <RunBar state={state.data} />}
      <div className="list-tools pair-tools">
        <Segmented
          aria-label={t('duplicates.which')}
          onClick={freed}
          value={asked.state}
          options={[
            { value: 'open', label: t('duplicates.waiting') },
            { value: 'proposed', label: t('duplicates.proposed') },
          ]}
          onChange={(next) => ask({ ...asked, state: next === 'proposed' ? 'proposed' : 'open' })}
        />
        <Segmented
          aria-label={t('customers.list.type')}
          onClick={freed}
          value={asked.type ?? 'all'}
          options={[
            { value: 'all', label: t('customers.types.all') },
            { value: 'individual', label: t('customers.types.individuals') },
            { value: 'enterprise', label: t('customers.types.enterprises') },
          ]}
          onChange={(next) => ask({ ...asked, type: next === 'all' ? undefined : String(next) })}
        />
        {!open && mayMerge && ticked.length > 0 && (
          <span className="pair-many">
            <Button type="primary" loading={proposed.isPending} onClick={() => proposed.mutate(ticked)}>
              {t('duplicates.mergeMany', { count: ticked.length })}
            </Button>
          </span>
        )}
        {open && ticked.length > 0 && (
          <span className="pair-many">
            <Button disabled={busy} onClick={() => say(meant, 'same')}>
              {t('duplicates.sameMany', { count: ticked.length })}
            </Button>
            <Button disabled={busy} onClick={() => say(meant, 'different')}>
              {t('duplicates.differentMany', { count: ticked.length })}
            </Button>
          </span>
        )}
      </div>
      <Problem error={saying.error ?? sorting.error ?? taking.error ?? proposed.error} />
      <Problem error={likely.error} again={() => void likely.refetch()} />
      {united.length > 0 && <Alert type="success" showIcon closable={{ onClose: () => setUnited([]) }} className="problem" title={<Merged some={united} />} />}
      {likely.isPending && <Bones />}
      {!likely.error && !likely.isPending && items.length === 0 && (
        <Empty title={t(open ? 'duplicates.empty' : 'duplicates.emptyProposed')} actions={!open && <Button onClick={() => ask({ ...asked, state: 'open' })}>{t('duplicates.toWaiting')}</Button>}>
          {t(open ? 'duplicates.emptyHint' : 'duplicates.emptyProposedHint')}
        </Empty>
      )}
      {items.map((item) =>
        isGroup(item) ? (
          <GroupCard
            key={keyOf(item)}
            group={item}
            current={item === current}
            keys={keysOfGroup}
            busy={busy}
            onSort={open ? (sorted, merged) => sorting.mutate({ sorted, merged }) : undefined}
            onMerge={mayMerge ? merge : undefined}
            onTakeBack={open ? undefined : () => taking.mutate([item])}
          />
        ) : (
          <PairCard
            key={keyOf(item)}
            pair={item}
            chosen={chosen.includes(keyOf(item))}
            current={item === current}
            busy={busy}
            onChoose={(tick) => setChosen((before) => (tick ? [...before, keyOf(item)] : before.filter((key) => key !== keyOf(item))))}
            onSay={open ? (verdict) => say([item], verdict) : undefined}
            onMerge={open || !mayMerge ? undefined : () => merge(item.members)}
            onTakeBack={open ? undefined : () => taking.mutate([item])}
          />
        ),
      )}
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
        <MergeSeveral
          members={merging}
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

import { EyeOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useHistory } from '../../../api/customers';
import type { HistoryFilter } from '../../../api/customers';
import type { Catalogue, CustomerType } from '../../../api/types/catalogue';
import type { HistoryEntry, Period } from '../../../api/types/customers';
import { Empty } from '../../../kit/Empty';
import { nameOf, useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';
import { useChannel, useSource } from '../../../kit/Provenance';
import { Changes } from './Changes';
import { HistoryFilters } from './HistoryFilters';
import { Periods } from './Periods';
import { TakeBack } from './TakeBack';

/** More values than these at once are folded: an import enters thirty. */
const FOLD_OVER = 6;
const KINDS = new Set(['created', 'changed', 'verification', 'link', 'unlink', 'pick', 'reassignment', 'withdrawal', 'retraction']);

function What({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  if (entry.changes.length === 0 && entry.tied) return null;
  if (entry.changes.length === 0) return <p className="quiet">{t('customers.history.unseen')}</p>;
  if (entry.changes.length <= FOLD_OVER) return <Changes changes={entry.changes} />;
  return (
    <details>
      <summary>{t('customers.history.values', { count: entry.changes.length })}</summary>
      <Changes changes={entry.changes} />
    </details>
  );
}

/** Imports and changes of many share one count of numbers; what takes a run back goes to the page of what it was. */
const runOf = (entry: HistoryEntry, run: string | number) => (entry.channel === 'bulk' ? `/bulk/${run}` : `/imports/${run}`);

/** That the file and another are one customer, or no longer. */
function Tied({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  if (!entry.tied) return null;
  const { number, picked } = entry.tied;
  return <p>{t(`merge.tied.${entry.kind}`, { number, fields: picked.join(', ') })}</p>;
}

/** What took an entry back, or what it takes back. */
function Fate({ entry, onGo }: { entry: HistoryEntry; onGo: (entry: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { takenBack: gone, takesBack } = entry;
  return (
    <>
      {takesBack !== undefined && (
        <button type="button" className="link" onClick={() => onGo(takesBack)}>
          {t('customers.history.takesBack', { entry: takesBack })}
        </button>
      )}
      {gone && (
        <p className="entry-gone">
          <UndoOutlined aria-hidden />{' '}
          <button type="button" className="link" onClick={() => onGo(gone.entry)}>
            {t(gone.partly ? 'customers.history.partlyTakenBack' : 'customers.history.takenBack', { time: format.time(gone.at), who: gone.by })}
          </button>
          {gone.reason && <span className="quiet"> {t('customers.history.reason', { reason: gone.reason })}</span>}
          {gone.run !== undefined && <Link to={runOf(entry, gone.run)}> {t(entry.channel === 'bulk' ? 'customers.history.withBulk' : 'customers.history.withImport')}</Link>}
        </p>
      )}
    </>
  );
}

interface EntryProps {
  number: string;
  entry: HistoryEntry;
  chosen: boolean;
  onGo: (entry: number) => void;
  onTakeBack?: () => void;
}

function Entry({ number, entry, chosen, onGo, onTakeBack }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const channel = useChannel();
  const source = useSource();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!chosen) return;
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus({ preventScroll: true });
  }, [chosen]);
  const kind = entry.kind.toLowerCase();
  const gone = entry.takenBack !== undefined && !entry.takenBack.partly;
  const before = `/customers/${encodeURIComponent(number)}?asOf=${entry.entry - 1}`;
  return (
    <li ref={line} tabIndex={-1} className={['entry', gone && 'entry-undone', chosen && 'entry-chosen'].filter(Boolean).join(' ')}>
      <div className="entry-head">
        <b>{KINDS.has(kind) ? t(`customers.history.kind.${kind}`) : entry.kind}</b>
        <time dateTime={entry.at} title={format.zoned(entry.at)}>
          {format.time(entry.at)}
        </time>
        <span>{nameOf(entry.by)}</span>
        {entry.channel === 'bulk' && entry.run ? <Link to={`/bulk/${entry.run}`}>{channel(entry.channel)}</Link> : <span className="quiet">{channel(entry.channel)}</span>}
        {entry.source && (entry.run === undefined || entry.run === null ? <span className="quiet">{source(entry.source)}</span> : <Link to={runOf(entry, entry.run)}>{source(entry.source)}</Link>)}
        <span className="quiet">{t('customers.history.entry', { entry: entry.entry })}</span>
        <span className="entry-acts">
          {entry.entry > 1 && (
            <Link to={before}>
              <EyeOutlined aria-hidden /> {t('customers.history.before')}
            </Link>
          )}
          {onTakeBack && (
            <Button type="link" size="small" icon={<UndoOutlined aria-hidden />} onClick={onTakeBack}>
              {t('customers.undo.act')}
            </Button>
          )}
        </span>
      </div>
      {entry.told && entry.told.length > 0 && <p className="quiet">{entry.told.map(({ label, text }) => `${label} ${text}`).join(' · ')}</p>}
      <Tied entry={entry} />
      {entry.reason && <p className="quiet">{t('customers.history.reason', { reason: entry.reason })}</p>}
      <Fate entry={entry} onGo={onGo} />
      <div className="entry-what">
        <What entry={entry} />
      </div>
    </li>
  );
}

interface Props {
  number: string;
  /** All numbers of a merged customer, each of which has its own history. */
  numbers: string[];
  type: CustomerType;
  catalogue: Catalogue;
  /** The file is looked at as it is now, so that something can be done about it. */
  now: boolean;
  /** Stage, level and tags over time. */
  periods: Period[];
}

const FILTERS = ['field', 'item', 'by', 'channel'] as const;

/** Who changed what, when and why, the newest first; narrowed, page by page, with a way back to before each change. */
export function HistoryTab({ number: opened, numbers, type, catalogue, now, periods }: Props) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [undoing, setUndoing] = useState<HistoryEntry>();
  const of = params.get('of');
  const number = of && numbers.includes(of) ? of : opened;
  const filter: HistoryFilter = Object.fromEntries(FILTERS.map((key) => [key, params.get(key) ?? undefined]));
  const chosen = Number(params.get('entry') ?? 0);
  const history = useHistory(number, filter);
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const first = history.data?.pages[0];
  const { hasNextPage, isFetching, fetchNextPage } = history;
  // An entry somebody was sent to may stand pages below.
  const missing = chosen > 0 && entries.length > 0 && (entries.at(-1)?.entry ?? 0) > chosen;
  useEffect(() => {
    if (missing && hasNextPage && !isFetching) void fetchNextPage();
  }, [missing, hasNextPage, isFetching, fetchNextPage]);

  const change = (more: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(more)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const go = (entry: number) => change({ entry: String(entry), field: undefined, item: undefined, by: undefined, channel: undefined });

  return (
    <section className="section" aria-label={t('customers.file.history')} aria-busy={history.isFetching}>
      {periods.length > 0 && (
        <details className="periods-fold" open={periods.length <= 8}>
          <summary>{t('lifecycle.history')}</summary>
          <Periods periods={periods} onGo={go} />
        </details>
      )}
      {numbers.length > 1 && <Segmented aria-label={t('merge.history')} options={numbers} value={number} onChange={(next) => change({ of: next, entry: undefined, field: undefined, item: undefined, by: undefined, channel: undefined })} />}
      <HistoryFilters type={type} catalogue={catalogue} known={first} filter={filter} onFilter={(next) => change({ field: next.field, item: next.item, by: next.by, channel: next.channel, entry: undefined })} />
      <Problem error={history.error} again={() => void history.refetch()} />
      {history.isPending && (
        <div className="stack">
          {[60, 45, 70].map((width) => (
            <span key={width} className="bone" style={{ width: `${width}%` }} />
          ))}
        </div>
      )}
      {first && entries.length === 0 && (
        <Empty title={t('customers.history.none')} actions={<Button onClick={() => change({ field: undefined, item: undefined, by: undefined, channel: undefined })}>{t('customers.history.all')}</Button>}>
          {t('customers.history.noneHint')}
        </Empty>
      )}
      <ol className="entries">
        {entries.map((entry) => (
          <Entry key={entry.entry} number={number} entry={entry} chosen={entry.entry === chosen} onGo={go} onTakeBack={now && entry.undoable ? () => setUndoing(entry) : undefined} />
        ))}
      </ol>
      {hasNextPage && first && (
        <Button loading={history.isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('customers.history.more', { count: first.total - entries.length })}
        </Button>
      )}
      {undoing && <TakeBack number={number} type={type} catalogue={catalogue} entry={undoing} onLeave={() => setUndoing(undefined)} />}
    </section>
  );
}

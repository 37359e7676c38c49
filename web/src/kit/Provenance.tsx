import { Drawer, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useValueHistory } from '../api/customers';
import type { Difference, HistoryEntry, Origin } from '../api/types/customers';
import { nameOf, useFormat } from './format';
import { usePhone } from './media';
import { Problem } from './Problem';

const CHANNELS = new Set(['page', 'api', 'import', 'cli', 'system', 'undo', 'bulk', 'rule']);
/** Sources the product itself names; any other bears the name it was given. */
const SOURCES = new Set(['file', 'claim', 'release', 'rule']);
/** What is told of a value at once; the rest stands in the history. */
const TOLD = 6;

/** How a value came in: the channel in words, and the source where there is one. */
export function useChannel() {
  const { t } = useTranslation();
  return (channel: string | undefined) => (channel && CHANNELS.has(channel.toLowerCase()) ? t(`kit.channel.${channel.toLowerCase()}`) : (channel ?? ''));
}

/** The source in words: a file without a name of its own, or the name it was given. */
export function useSource() {
  const { t } = useTranslation();
  return (source: string | undefined) => (source && SOURCES.has(source) ? t(`kit.source.${source}`) : (source ?? ''));
}

interface Place {
  number: string;
  field: string;
  /** The item of a list. */
  item?: string | number;
  label: string;
}

/** An entry may speak of much else. */
function changeOf(entry: HistoryEntry | undefined, place: Place): Difference | undefined {
  const change = entry?.changes.find(({ field }) => field === place.field);
  return change && { ...change, items: change.items?.filter(({ id }) => String(id) === String(place.item)) };
}

function said(change: Difference | undefined, blank: string): string {
  const item = change?.items?.[0];
  if (!item) return change?.now?.text ?? blank;
  return item.parts.map(({ label, now }) => `${label}: ${now?.text ?? blank}`).join(' · ');
}

function rawOf(change: Difference | undefined): string {
  return change?.raw ?? change?.items?.[0]?.parts.flatMap(({ label, raw }) => (raw ? [`${label}: ${raw}`] : [])).join(' · ') ?? '';
}

/** What was said of the value, the newest first; the one in force is marked. */
function Values({ entries, place, origin, total, onGo }: { entries: HistoryEntry[]; place: Place; origin: Origin; total: number; onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const blank = t('kit.origin.blank');
  const address = (more: Record<string, string>) => {
    const params = new URLSearchParams({ tab: 'history', field: place.field, ...(place.item === undefined ? {} : { item: String(place.item) }), ...more });
    return `/customers/${encodeURIComponent(place.number)}?${params.toString()}`;
  };
  return (
    <>
      <h3>{t('kit.origin.values')}</h3>
      <ol className="story-values">
        {entries.map((entry) => (
          <li key={entry.entry}>
            <Link to={address({ entry: String(entry.entry) })} onClick={onGo}>
              {entry.takenBack && !entry.takenBack.partly ? <del>{said(changeOf(entry, place), blank)}</del> : said(changeOf(entry, place), blank)}
            </Link>
            {entry.entry === origin.entry && <span className="story-valid">{t('kit.origin.valid')}</span>}
            <span className="quiet">
              <time dateTime={entry.at}>{format.time(entry.at)}</time> · {nameOf(entry.by)}
            </span>
          </li>
        ))}
      </ol>
      {total > entries.length && <Link to={address({})} onClick={onGo}>{t('kit.origin.all', { count: total })}</Link>}
    </>
  );
}

function Story({ origin, place, onGo }: { origin: Origin; place: Place; onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channel = useChannel();
  const source = useSource();
  const history = useValueHistory(place.number, place.field, place.item, TOLD);
  const from = history.data?.items.find(({ entry }) => entry === origin.entry);
  const raw = rawOf(changeOf(from, place));
  const rows: [string, ReactNode][] = [
    [t('kit.origin.source'), [channel(origin.channel), source(origin.source)].filter(Boolean).join(' · ')],
    [t('kit.origin.by'), nameOf(origin.by)],
    [
      t('kit.origin.at'),
      <span key="at">
        <time dateTime={origin.at}>{format.time(origin.at)}</time> <span className="quiet">({format.age(origin.at)})</span>
      </span>,
    ],
    [t('kit.origin.run'), origin.run === undefined || origin.run === null ? '' : <Link key="run" to={`/${origin.channel === 'bulk' ? 'bulk' : 'imports'}/${origin.run}`}>{String(origin.run)}</Link>],
    ...(from?.told ?? []).map(({ label, text }): [string, ReactNode] => [label, text]),
    [t('kit.origin.raw'), raw ? <q key="raw">{raw}</q> : ''],
    // Whoever is named in a list and not known is no owner; said here, where the two names stand side by side.
    [t('kit.origin.note'), raw && place.field === 'owner' && origin.run ? t('kit.origin.ownerUnknown') : ''],
    [t('kit.origin.state'), t('kit.origin.unverified')],
  ];
  return (
    <div className="story-frame">
      <dl className="story">
        {rows
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <Problem error={history.error} again={() => void history.refetch()} />
      {history.isPending && <span className="bone" style={{ width: '70%' }} />}
      {history.data && <Values entries={history.data.items} total={history.data.total} place={place} origin={origin} onGo={onGo} />}
    </div>
  );
}

/** Read by keyboard as by touch: it takes the focus when it opens, and Escape gives it back. */
function Reached({ onLeave, label, children }: { onLeave: () => void; label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="dialog"
      aria-label={label}
      className="story-box"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      {children}
    </div>
  );
}

/** The small dot at a value; touching it tells where the value comes from and what stood there before. A ring: nobody has verified it. */
export function Provenance({ origin, ...place }: { origin: Origin | undefined } & Place) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const dot = useRef<HTMLButtonElement>(null);
  if (!origin) return null;
  const title = t('kit.origin.title', { field: place.label });
  const name = t('kit.origin.dot', { field: place.label, state: t('kit.origin.unverified') });
  const leave = () => {
    setOpen(false);
    dot.current?.focus();
  };
  const button = (
    <button ref={dot} type="button" className="dot" aria-label={name} aria-expanded={open} aria-haspopup="dialog" onClick={phone ? () => setOpen(true) : undefined}>
      <span />
    </button>
  );
  if (phone) {
    return (
      <>
        {button}
        <Drawer open={open} onClose={leave} title={title} placement="bottom" size="default" destroyOnHidden styles={{ wrapper: { height: 'auto', maxHeight: '80vh' } }}>
          <Story origin={origin} place={place} onGo={() => setOpen(false)} />
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title={title}
      content={
        <Reached onLeave={leave} label={title}>
          <Story origin={origin} place={place} onGo={() => setOpen(false)} />
        </Reached>
      }
    >
      {button}
    </Popover>
  );
}

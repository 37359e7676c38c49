import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Origin } from '../api/types';
import { nameOf, useFormat } from './format';

const CHANNELS = new Set(['page', 'api', 'import', 'cli', 'system', 'undo']);

/** How a value came in: the channel in words, and the source where there is one. */
export function useChannel() {
  const { t } = useTranslation();
  return (channel: string | undefined) => (channel && CHANNELS.has(channel.toLowerCase()) ? t(`kit.channel.${channel.toLowerCase()}`) : (channel ?? ''));
}

/** The source in words: a file without a name of its own, or the name it was given. */
export function useSource() {
  const { t } = useTranslation();
  return (source: string | undefined) => (source === 'file' ? t('kit.origin.file') : (source ?? ''));
}

function Story({ origin }: { origin: Origin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channel = useChannel();
  const source = useSource();
  const rows: [string, ReactNode][] = [
    [t('kit.origin.source'), [channel(origin.channel), source(origin.source)].filter(Boolean).join(' · ')],
    [t('kit.origin.by'), nameOf(origin.by)],
    [t('kit.origin.at'), format.time(origin.at)],
    [t('kit.origin.run'), origin.run === undefined || origin.run === null ? '' : <Link key="run" to={`/imports/${origin.run}`}>{String(origin.run)}</Link>],
    ...(origin.told ?? []).map(({ label, text }): [string, ReactNode] => [label, text]),
    [t('kit.origin.raw'), origin.raw ? <q key="raw">{origin.raw}</q> : ''],
    [t('kit.origin.state'), t('kit.origin.unverified')],
  ];
  return (
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
  );
}

/** The small dot at a value; touching it tells where the value comes from. A ring: nobody has verified it. */
export function Provenance({ origin, field }: { origin: Origin | undefined; field: string }) {
  const { t } = useTranslation();
  if (!origin) return null;
  return (
    <Popover trigger="click" content={<Story origin={origin} />} title={t('kit.origin.title', { field })}>
      <button type="button" className="dot" aria-label={t('kit.origin.title', { field })}>
        <span />
      </button>
    </Popover>
  );
}

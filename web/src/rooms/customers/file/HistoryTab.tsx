import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHistory } from '../../../api/customers';
import type { Cell, HistoryEntry } from '../../../api/types';
import { nameOf, useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';
import { useChannel, useSource } from '../../../kit/Provenance';

/** More values than these at once are folded: an import enters thirty. */
const FOLD_OVER = 6;

function Side({ cell, gone }: { cell: Cell | null | undefined; gone?: boolean }) {
  const { t } = useTranslation();
  if (!cell) return <span className="quiet">{t('customers.history.blank')}</span>;
  return gone ? <del>{cell.text}</del> : <ins>{cell.text}</ins>;
}

function Changes({ changes }: Pick<HistoryEntry, 'changes'>) {
  const { t } = useTranslation();
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.field}>
          <span className="changes-field">{change.label}</span>
          {change.old && (
            <>
              <Side cell={change.old} gone /> <ArrowRightOutlined aria-hidden className="quiet" />{' '}
            </>
          )}
          <Side cell={change.now} />
          {change.raw && <span className="quiet"> {t('customers.history.raw', { raw: change.raw })}</span>}
        </li>
      ))}
    </ul>
  );
}

const KINDS = new Set(['created', 'changed', 'verification', 'link', 'unlink', 'pick', 'reassignment', 'withdrawal', 'retraction']);

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channel = useChannel();
  const source = useSource();
  const kind = entry.kind.toLowerCase();
  return (
    <li className="entry">
      <div className="entry-head">
        <b>{KINDS.has(kind) ? t(`customers.history.kind.${kind}`) : entry.kind}</b>
        <time dateTime={entry.at}>{format.time(entry.at)}</time>
        <span>{nameOf(entry.by)}</span>
        <span className="quiet">{channel(entry.channel)}</span>
        {entry.source && (entry.run === undefined || entry.run === null ? <span className="quiet">{source(entry.source)}</span> : <Link to={`/imports/${entry.run}`}>{source(entry.source)}</Link>)}
      </div>
      {entry.told && entry.told.length > 0 && <p className="quiet">{entry.told.map(({ label, text }) => `${label} ${text}`).join(' · ')}</p>}
      {entry.reason && <p className="quiet">{t('customers.history.reason', { reason: entry.reason })}</p>}
      {entry.changes.length > FOLD_OVER ? (
        <details>
          <summary>{t('customers.history.values', { count: entry.changes.length })}</summary>
          <Changes changes={entry.changes} />
        </details>
      ) : (
        <Changes changes={entry.changes} />
      )}
    </li>
  );
}

/** Who changed what, when and why, the newest first. */
export function HistoryTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const history = useHistory(number);
  return (
    <section className="section" aria-label={t('customers.file.history')} aria-busy={history.isPending}>
      <Problem error={history.error} again={() => void history.refetch()} />
      {history.isPending && <span className="bone" style={{ width: '60%' }} />}
      <ol className="entries">
        {history.data?.items.map((entry) => (
          <Entry key={entry.entry} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

import { UndoOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { bulkMoves, cancelBulk, startBulk, useBulk } from '../../../api/bulk';
import { queries } from '../../../api/queries';
import type { Bulk, BulkCounts } from '../../../api/types/bulk';
import { useFormat } from '../../../kit/format';
import { Page, Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { StateTag } from '../../../kit/StateTag';
import { WorkProgress } from '../../../kit/WorkProgress';
import { Preview } from './Preview';
import { Reasons } from './Reasons';
import { UndoDialog } from './UndoDialog';
import '../customers.css';
import '../file/file.css';
import './bulk.css';

function Wish({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const list = (values: string[]) => values.join(t('customers.filter.and'));
  return (
    <ul className="bulk-wish">
      {bulk.changes.map(({ field, label, action, values }) => (
        <li key={field}>{t(`customers.bulk.wish.${action}`, { field: label, value: list(values) })}</li>
      ))}
      {bulk.reason && <li className="quiet">{t('customers.history.reason', { reason: bulk.reason })}</li>}
    </ul>
  );
}

function Counts({ counts, words }: { counts: BulkCounts; words: 'foreseen' | 'done' }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="counts" aria-label={t(`customers.bulk.${words}.title`)} aria-live="polite">
      {(['changed', 'unchanged', 'pending', 'refused'] as const)
        .filter((what) => what !== 'pending' || counts.pending > 0)
        .map((what) => (
          <div className="count" key={what}>
            <dd className={what === 'refused' && counts.refused > 0 ? 'attention' : undefined}>{format.number(counts[what])}</dd>
            <dt>{t(`customers.bulk.${words}.${what}`)}</dt>
          </div>
        ))}
    </dl>
  );
}

function Check({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('customers.bulk.foreseen.title')} actions={<StateTag state={bulk.state} />}>
      <div className="stack">
        {bulk.state === 'checking' && <WorkProgress label={t('customers.bulk.foreseen.title')} processed={bulk.processed} rows={bulk.total} />}
        <Counts counts={bulk.foreseen} words="foreseen" />
        {bulk.missing > 0 && <p className="quiet">{t('customers.bulk.missing', { count: bulk.missing, shown: format.number(bulk.missing) })}</p>}
        {bulk.state === 'ready' && bulk.foreseen.refused > 0 && <Reasons bulk={bulk} stage="check" />}
        {bulk.state === 'ready' && <Preview bulk={bulk} />}
      </div>
    </Section>
  );
}

function Run({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const state = bulk.state === 'undoing' || bulk.state === 'undone' ? 'done' : bulk.state;
  return (
    <Section title={t('customers.bulk.done.title')} actions={<StateTag state={state} />}>
      <div className="stack">
        {bulk.state === 'running' && <WorkProgress label={t('customers.bulk.done.title')} processed={bulk.processed} rows={bulk.total} />}
        <Counts counts={bulk.done} words="done" />
        {bulk.done.refused > 0 && !bulkMoves(bulk.state) && <Reasons bulk={bulk} stage="run" named />}
      </div>
    </Section>
  );
}

function Undone({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!bulk.undo) return null;
  return (
    <Section title={t('customers.bulk.undo.title')} actions={<StateTag state={bulk.state === 'undone' || bulk.state === 'undoing' ? bulk.state : 'failed'} />}>
      <div className="stack">
        {bulk.state === 'undoing' && <WorkProgress label={t('customers.bulk.undo.title')} processed={bulk.processed} rows={bulk.total} />}
        <p className="quiet">{t('customers.bulk.undo.by', { who: bulk.undo.by, time: format.time(bulk.undo.at), reason: bulk.undo.reason })}</p>
        <dl className="counts" aria-label={t('customers.bulk.undo.title')} aria-live="polite">
          <div className="count">
            <dd>{format.number(bulk.undo.reverted)}</dd>
            <dt>{t('customers.bulk.undo.reverted')}</dt>
          </div>
          <div className="count">
            <dd className={bulk.undo.kept > 0 ? 'attention' : undefined}>{format.number(bulk.undo.kept)}</dd>
            <dt>{t('customers.bulk.undo.kept')}</dt>
          </div>
        </dl>
        {bulk.undo.kept > 0 && bulk.state === 'undone' && <Reasons bulk={bulk} stage="undo" named />}
      </div>
    </Section>
  );
}

/** A change of many customers: what it would do, how it goes, what came of it, and the way back. */
export function BulkPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const [undoing, setUndoing] = useState(false);
  const found = useBulk(id);
  const bulk = found.data;
  const keep = (changed: Bulk) => queries.setQueryData(['bulk', id], changed);
  const starting = useMutation({ mutationFn: () => startBulk(Number(id)), onSuccess: keep });
  const cancelling = useMutation({ mutationFn: () => cancelBulk(Number(id)), onSuccess: keep });
  const state = bulk?.state;
  useEffect(() => {
    if (state && !bulkMoves(state) && state !== 'ready') {
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void queries.invalidateQueries({ queryKey: ['customer'] });
    }
  }, [state]);
  const checked = state === 'checking' || state === 'ready' || (bulk && bulk.done.changed + bulk.done.unchanged + bulk.done.pending + bulk.done.refused === 0);
  return (
    <Page
      title={t('customers.bulk.pageTitle')}
      lead={bulk && t('customers.bulk.begun', { who: bulk.startedBy, time: format.time(bulk.createdAt), count: bulk.total, shown: format.number(bulk.total) })}
      actions={
        <>
          {bulk?.may.start && (
            <Button type="primary" disabled={bulk.foreseen.changed + bulk.foreseen.pending === 0} loading={starting.isPending} onClick={() => starting.mutate()}>
              {t('customers.bulk.start', { count: bulk.foreseen.changed, shown: format.number(bulk.foreseen.changed) })}
            </Button>
          )}
          {bulk?.may.cancel && (
            <Button loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
              {t(bulk.state === 'running' ? 'customers.bulk.stop' : 'customers.bulk.drop')}
            </Button>
          )}
          {bulk?.may.undo && (
            <Button danger icon={<UndoOutlined aria-hidden />} onClick={() => setUndoing(true)}>
              {t('customers.bulk.undo.act')}
            </Button>
          )}
          <Link to="/customers">{t('customers.file.toList')}</Link>
        </>
      }
    >
      <Problem error={found.error ?? starting.error ?? cancelling.error} again={() => void found.refetch()} />
      {found.isPending && <span className="bone" style={{ width: '50%' }} />}
      {bulk && (
        <>
          {bulk.error && <Alert type="error" showIcon className="problem" title={bulk.error.cause} description={bulk.error.remedy} />}
          <Wish bulk={bulk} />
          {checked ? <Check bulk={bulk} /> : <Run bulk={bulk} />}
          <Undone bulk={bulk} />
        </>
      )}
      {undoing && bulk && (
        <UndoDialog
          bulk={bulk}
          onClose={() => setUndoing(false)}
          onBegun={(changed) => {
            keep(changed);
            setUndoing(false);
          }}
        />
      )}
    </Page>
  );
}

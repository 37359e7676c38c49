import { UndoOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moving, undo, useKept, useUndo } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Run, Undo } from '../../api/types/work';
import { useFormat } from '../../kit/format';
import { Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { WorkProgress } from '../../kit/WorkProgress';

const LONGEST_REASON = 1000;

function Kept({ run }: { run: Run }) {
  const { t } = useTranslation();
  const kept = useKept(run.id, true);
  const files = kept.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h3>{t('imports.undo.keptTitle')}</h3>
      <Problem error={kept.error} again={() => void kept.refetch()} />
      <ul className="plain">
        {files.map((file) => (
          <li key={file.number}>
            <Link to={`/customers/${file.number}`}>{file.number}</Link> <span className="quiet">{t(`imports.undo.why.${file.reason}`)}</span>
          </li>
        ))}
      </ul>
      {kept.hasNextPage && <Button onClick={() => void kept.fetchNextPage()}>{t('imports.undo.more')}</Button>}
    </>
  );
}

function Outcome({ run, done }: { run: Run; done: Undo }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('imports.undo.title')} actions={<StateTag state={done.state} />}>
      <div className="stack">
        {moving(done.state) && <WorkProgress label={t('imports.undo.progress')} processed={done.processed} rows={done.rows} />}
        <p className="quiet">{t('imports.undo.by', { who: done.startedBy, time: format.time(done.startedAt), reason: done.reason })}</p>
        <dl className="counts" aria-label={t('imports.undo.counts')} aria-live="polite">
          {(['withdrawn', 'reverted', 'kept'] as const).map((what) => (
            <div className="count" key={what}>
              <dd className={what === 'kept' && done.kept > 0 ? 'attention' : undefined}>{format.number(done[what])}</dd>
              <dt>{t(`imports.undo.count.${what}`)}</dt>
            </div>
          ))}
        </dl>
        {done.state === 'failed' && <p className="bad">{t('imports.undo.failed')}</p>}
        {!moving(done.state) && done.kept > 0 && <Kept run={run} />}
      </div>
    </Section>
  );
}

/** Taking an import back: asked for with a reason, and what came of it. */
export function TakeBack({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const possible = !run.dryRun && !moving(run.state) && run.state !== 'paused' && run.created + run.updated > 0;
  const known = useUndo(run.id, possible);
  const starting = useMutation({
    mutationFn: () => undo(run.id, reason),
    onSuccess: (started) => {
      queries.setQueryData(['imports', String(run.id), 'undo'], started);
      setAsking(false);
    },
  });
  const done = known.data;
  const ended = done !== undefined && done !== null && !moving(done.state);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['customers'] });
  }, [ended]);
  if (!possible || known.isPending) return null;
  if (done && done.state !== 'failed') return <Outcome run={run} done={done} />;
  return (
    <>
      {done && <Outcome run={run} done={done} />}
      <Problem error={known.error} again={() => void known.refetch()} />
      <p className="take-back">
        <Button danger icon={<UndoOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('imports.undo.act')}
        </Button>
      </p>
      <Modal
        open={asking}
        title={t('imports.undo.ask', { file: run.fileName })}
        okText={t('imports.undo.act')}
        cancelText={t('imports.undo.not')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: starting.isPending }}
        onOk={() => starting.mutate()}
        onCancel={() => setAsking(false)}
      >
        <div className="stack">
          <p>{t('imports.undo.lead', { created: format.number(run.created), updated: format.number(run.updated) })}</p>
          <label htmlFor="undo-reason">{t('imports.undo.reason')}</label>
          <Input.TextArea id="undo-reason" rows={3} maxLength={LONGEST_REASON} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Problem error={starting.error} />
        </div>
      </Modal>
    </>
  );
}

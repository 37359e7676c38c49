import { DownloadOutlined, PauseOutlined, PlayCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cancel, downloadRefused, moving, pause, resume } from '../../api/imports';
import type { RefusedFormat } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Run } from '../../api/types/work';
import { MAY } from '../../api/functions';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';
import { useMay } from '../../kit/session';
import { WorkProgress } from '../../kit/WorkProgress';
import { customersOf } from './order';

function Steering({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const steering = useMutation({
    mutationFn: (act: typeof pause) => act(run.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports', String(run.id)] }),
  });
  const words = run.dryRun
    ? { title: t('imports.cancelCheck.title'), lead: t('imports.cancelCheck.lead'), act: t('imports.cancelCheck.act'), not: t('imports.cancelCheck.not') }
    : { title: t('imports.cancel.title'), lead: t('imports.cancel.lead'), act: t('imports.cancel.act'), not: t('imports.cancel.not') };
  const stop = () => modal.confirm({ width: 500, title: words.title, content: words.lead, okText: words.act, cancelText: words.not, onOk: () => steering.mutate(cancel) });
  return (
    <>
      <Problem error={steering.error} />
      <div className="page-actions">
        {run.state === 'paused' ? (
          <Button type="primary" icon={<PlayCircleOutlined aria-hidden />} onClick={() => steering.mutate(resume)}>
            {t('imports.resume')}
          </Button>
        ) : (
          <Button icon={<PauseOutlined aria-hidden />} onClick={() => steering.mutate(pause)}>
            {t('imports.pause')}
          </Button>
        )}
        <Button icon={<StopOutlined aria-hidden />} onClick={stop}>
          {words.act}
        </Button>
      </div>
    </>
  );
}

function Count({ label, value, tone }: { label: string; value: number; tone?: string }) {
  const format = useFormat();
  return (
    <div className="count">
      <dd className={value > 0 ? tone : undefined}>{format.number(value)}</dd>
      <dt>{label}</dt>
    </div>
  );
}

/** Fetched rather than linked, so that the reasons come in the language of the page. */
function Refused({ run }: { run: Run }) {
  const { t } = useTranslation();
  const fetching = useMutation({ mutationFn: (format: RefusedFormat) => downloadRefused(run.id, run.fileName, format) });
  return (
    <>
      <Problem error={fetching.error} />
      <span className="refused-files">
        <Button type="link" icon={<DownloadOutlined aria-hidden />} loading={fetching.isPending} onClick={() => fetching.mutate('csv')}>
          {t('imports.download')}
        </Button>
        <Button type="link" title={t('imports.downloadWorkbookHint')} onClick={() => fetching.mutate('xlsx')}>
          {t('imports.downloadWorkbook')}
        </Button>
      </span>
    </>
  );
}

/** How far a run is, what came of its rows, and why some were refused. */
export function Result({ run, undone = false }: { run: Run; undone?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayReview = useMay(MAY.reviewDuplicates);
  const busy = moving(run.state) || run.state === 'paused';
  const ended = !busy;
  return (
    <div className="stack">
      {busy && (
        <>
          <WorkProgress label={t('imports.progress')} processed={run.processed} rows={run.rows} />
          <Steering run={run} />
        </>
      )}
      <dl className="counts" aria-label={t('imports.counts')} aria-live="polite">
        <Count label={t('imports.count.rows')} value={run.rows || run.processed} />
        <Count label={t('imports.count.accepted')} value={run.accepted} tone="good" />
        <Count label={t('imports.count.created')} value={run.created} />
        <Count label={t('imports.count.updated')} value={run.updated} />
        <Count label={t('imports.count.unchanged')} value={run.unchanged} />
        <Count label={t('imports.count.refused')} value={run.refused} tone="bad" />
        {(run.mended ?? 0) > 0 && <Count label={t('imports.count.mended')} value={run.mended ?? 0} tone="good" />}
        <Count label={t('imports.count.warnings')} value={run.warnings} tone="attention" />
      </dl>
      {ended && run.state === 'done' && (
        <p>
          {t(run.dryRun ? 'imports.checked' : 'imports.imported', { accepted: format.number(run.accepted), refused: format.number(run.refused) })}{' '}
          {run.seconds !== null && run.seconds !== undefined && run.seconds >= 0.1 && <span className="quiet">{format.seconds(run.seconds)}</span>}
        </p>
      )}
      {ended && !run.dryRun && !undone && run.created + run.updated > 0 && (
        <p>
          <Link to={customersOf(run.id)}>{t('imports.see')}</Link>
        </p>
      )}
      {ended && !run.dryRun && !run.mends && run.mode !== 'update' && run.created > 0 && (
        <p className="quiet">
          {t('imports.likelyOnly')} {mayReview && <Link to="/duplicates">{t('app.rooms.duplicates')}</Link>}
        </p>
      )}
      {ended && run.refused > (run.mended ?? 0) && run.mine !== false && <Refused run={run} />}
    </div>
  );
}

import { PlayCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { steerJob } from '../../../api/jobs';
import { queries } from '../../../api/queries';
import { runTagRules } from '../../../api/tags';
import type { TagRun } from '../../../api/types/tags';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';
import { StateTag } from '../../../kit/StateTag';
import { WorkProgress } from '../../../kit/WorkProgress';

/** The last time all customers were held against the rules: how far it is, what it changed, and to do it again. */
export function RunState({ run }: { run: TagRun | null | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const again = () => queries.invalidateQueries({ queryKey: ['tag-rules'] });
  const starting = useMutation({ mutationFn: runTagRules, onSettled: again });
  const cancelling = useMutation({ mutationFn: (job: number) => steerJob(job, 'cancel'), onSettled: again });
  const running = run?.state === 'running';
  return (
    <div className="tag-run" role="status">
      <Problem error={starting.error ?? cancelling.error} />
      {run && (
        <>
          <StateTag state={run.state} />
          <span className="quiet">
            {t('catalogue.tags.lastRun', { time: format.time(run.createdAt), who: run.startedBy })} · {t('catalogue.tags.changed', { count: run.changed, shown: format.number(run.changed) })}
          </span>
        </>
      )}
      {!run && <span className="quiet">{t('catalogue.tags.neverRun')}</span>}
      {running ? (
        <Button size="small" icon={<StopOutlined aria-hidden />} disabled={!run.job} loading={cancelling.isPending} onClick={() => cancelling.mutate(run.job)}>
          {t('catalogue.tags.cancel')}
        </Button>
      ) : (
        <Button size="small" icon={<PlayCircleOutlined aria-hidden />} loading={starting.isPending} onClick={() => starting.mutate()}>
          {t('catalogue.tags.runNow')}
        </Button>
      )}
      {running && <WorkProgress label={t('catalogue.tags.title')} processed={run.processed} rows={run.total} />}
    </div>
  );
}

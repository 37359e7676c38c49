import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelMatching, startMatching } from '../../../api/duplicates';
import { MAY } from '../../../api/functions';
import { queries } from '../../../api/queries';
import type { MatchingState } from '../../../api/types/duplicates';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';
import { WorkProgress } from '../../../kit/WorkProgress';

const COUNTED = 10_000;

/** The last comparison of the whole base, what came since, and starting or ending one. */
export function RunBar({ state }: { state: MatchingState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay(MAY.runMatching);
  const again = () => void queries.invalidateQueries({ queryKey: ['duplicates'] });
  const starting = useMutation({ mutationFn: startMatching, onSettled: again });
  const ending = useMutation({ mutationFn: (id: number) => cancelMatching(id), onSettled: again });
  const { run } = state;
  const going = run !== undefined && ['waiting', 'running'].includes(run.state);
  return (
    <div className="run-bar">
      <div className="run-text" role="status">
        {!run && <span>{t('duplicates.never')}</span>}
        {run && !going && (
          <span>{t(`duplicates.run.${run.state}`, { time: format.time(run.finishedAt ?? run.createdAt), files: format.number(run.rows), groups: format.number(run.groups) })}</span>
        )}
        {state.uncompared > 0 && !going && (
          <span className="attention">{t(state.uncompared > COUNTED ? 'duplicates.uncomparedMany' : 'duplicates.uncompared', { count: state.uncompared, shown: format.number(Math.min(state.uncompared, COUNTED)) })}</span>
        )}
      </div>
      {going && <WorkProgress label={t('duplicates.comparing')} processed={run.processed} rows={run.rows} />}
      {may &&
        (going ? (
          <Button loading={ending.isPending} onClick={() => ending.mutate(run.id)}>
            {t('kit.cancel')}
          </Button>
        ) : (
          <Button loading={starting.isPending} onClick={() => starting.mutate()}>
            {t('duplicates.start')}
          </Button>
        ))}
      <Problem error={starting.error ?? ending.error} />
      {run?.state === 'failed' && <Alert type="warning" showIcon className="problem" title={t('duplicates.failed')} />}
    </div>
  );
}

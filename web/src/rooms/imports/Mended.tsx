import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moving, useRun } from '../../api/imports';
import { queries } from '../../api/queries';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';
import { WorkProgress } from '../../kit/WorkProgress';
import { RunFault } from './RunFault';

/** What became of rows that were corrected in place and are read again. */
export function Mended({ id, of }: { id: string; of: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useRun(id);
  const run = found.data;
  const ended = run !== undefined && !moving(run.state);
  useEffect(() => {
    if (!ended) return;
    void queries.invalidateQueries({ queryKey: ['imports', of] });
    void queries.invalidateQueries({ queryKey: ['customers'] });
  }, [ended, of]);
  if (found.error) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (!run) return null;
  if (!ended) return <WorkProgress label={t('imports.mend.progress')} processed={run.processed} rows={run.rows} />;
  return (
    <>
      <RunFault run={run} />
      <Alert
        type={run.refused > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t(run.refused > 0 ? 'imports.mend.doneSome' : 'imports.mend.doneAll', { accepted: format.number(run.accepted), refused: format.number(run.refused) })}
        action={<Link to={`/imports/${run.id}`}>{t('imports.mend.see')}</Link>}
      />
    </>
  );
}

import { Alert } from 'antd';
import type { Run } from '../../api/types/work';
import { sentences } from '../../kit/format';

/** Why a run did not come to its end, and what to do. */
export function RunFault({ run }: { run: Run | undefined }) {
  if (!run?.error) return null;
  return <Alert type="error" showIcon role="alert" className="problem" title={run.error.detail} description={run.error.remedy && sentences(run.error.remedy)} />;
}

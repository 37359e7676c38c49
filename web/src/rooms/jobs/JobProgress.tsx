import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/types/work';
import { sentences } from '../../kit/format';
import { WorkProgress } from '../../kit/WorkProgress';

/** How far a job is and how long it will be; of a failed one, why and what to do. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (job.error) return <span className="bad">{sentences(job.error.detail, job.error.remedy)}</span>;
  const left = job.secondsLeft;
  return (
    <span className="job-progress">
      <WorkProgress label={t('jobs.progressOf', { what: job.name || job.label })} processed={job.processed} rows={job.total} done={job.state === 'done'} />
      {left !== null && left !== undefined && (
        <span className="quiet">{left < 60 ? t('jobs.secondsLeft', { count: Math.max(1, left) }) : t('jobs.minutesLeft', { count: Math.round(left / 60) })}</span>
      )}
    </span>
  );
}

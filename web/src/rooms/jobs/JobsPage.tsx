import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exportAddress } from '../../api/exports';
import { useJobs } from '../../api/jobs';
import type { Job } from '../../api/types/work';
import { DataTable } from '../../kit/DataTable';
import { Empty } from '../../kit/Empty';
import { nameOf, useFormat } from '../../kit/format';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { useSession } from '../../kit/session';
import { StateTag } from '../../kit/StateTag';
import { WorkProgress } from '../../kit/WorkProgress';

const KINDS = new Set(['import', 'undo', 'export', 'bulk_check', 'bulk', 'bulk_undo', 'field_build']);

/** Work the server does by itself, and how far it is. */
export function JobsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useSession();
  const jobs = useJobs();
  const by = ({ startedBy }: Job) => (typeof startedBy === 'number' ? (startedBy === user.id ? user.displayName : '') : nameOf(startedBy));
  const mine = ({ startedBy }: Job) => (typeof startedBy === 'number' ? startedBy === user.id : nameOf(startedBy) === user.displayName);
  const kindOf = (job: Job) => (KINDS.has(job.kind.toLowerCase()) ? t(`jobs.kind.${job.kind.toLowerCase()}`) : job.kind);
  const what = (job: Job) => {
    if (job.kind.toLowerCase() === 'export') {
      return job.state.toLowerCase() === 'done' && mine(job) ? (
        <a href={exportAddress(job.subject)} download>
          {t('jobs.fetch')}
        </a>
      ) : null;
    }
    if (job.kind.toLowerCase().startsWith('bulk')) return <Link to={`/bulk/${job.subject}`}>{t('jobs.open')}</Link>;
    return ['import', 'undo'].includes(job.kind.toLowerCase()) ? <Link to={`/imports/${job.subject}`}>{job.name || t('jobs.open')}</Link> : job.name;
  };
  const progress = (job: Job) => {
    if (job.error) return <span className="bad">{job.error.detail} {job.error.remedy}</span>;
    return <WorkProgress label={t('jobs.progressOf', { what: job.name || kindOf(job) })} processed={job.processed} rows={job.total} done={job.state.toLowerCase() === 'done'} />;
  };
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      <Problem error={jobs.error} again={() => void jobs.refetch()} />
      {jobs.data?.length === 0 ? (
        <Empty title={t('jobs.none')}>{t('jobs.noneHint')}</Empty>
      ) : (
        !jobs.error && (
          <DataTable
            label={t('jobs.title')}
            loading={jobs.isPending}
            rows={jobs.data ?? []}
            rowKey={(job) => `${job.kind}-${job.id}`}
            columns={[
              { key: 'kind', title: t('jobs.columns.kind'), render: kindOf },
              { key: 'what', title: t('jobs.columns.what'), render: what },
              { key: 'state', title: t('jobs.columns.state'), render: (job) => <StateTag state={job.state} /> },
              { key: 'progress', title: t('jobs.columns.progress'), width: '26%', render: progress },
              { key: 'by', title: t('jobs.columns.by'), render: by },
              { key: 'started', tight: true, title: t('jobs.columns.started'), render: (job) => format.time(job.startedAt ?? job.createdAt) },
              { key: 'finished', tight: true, title: t('jobs.columns.finished'), render: (job) => format.time(job.finishedAt) },
            ]}
          />
        )
      )}
    </Page>
  );
}

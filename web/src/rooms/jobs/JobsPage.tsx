import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useJobs } from '../../api/jobs';
import type { Job } from '../../api/types';
import { DataTable } from '../../kit/DataTable';
import { Empty } from '../../kit/Empty';
import { nameOf, sentences, useFormat } from '../../kit/format';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { WorkProgress } from '../../kit/WorkProgress';

const KINDS = new Set(['import', 'export', 'rebuild']);

/** Work the server does by itself, and how far it is. */
export function JobsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const jobs = useJobs();
  const kindOf = (job: Job) => (KINDS.has(job.kind.toLowerCase()) ? t(`jobs.kind.${job.kind.toLowerCase()}`) : job.kind);
  const what = (job: Job) => {
    const name = job.title ?? job.fileName ?? '';
    return job.kind.toLowerCase() === 'import' ? <Link to={`/imports/${job.id}`}>{name || t('jobs.open')}</Link> : name;
  };
  const progress = (job: Job) => {
    if (job.error) return <span className="bad">{sentences(job.error.detail, job.error.remedy)}</span>;
    if (job.rows === undefined && job.processed === undefined) return '';
    return <WorkProgress label={t('jobs.progressOf', { what: job.title ?? kindOf(job) })} processed={job.processed ?? 0} rows={job.rows} done={job.state.toLowerCase() === 'done'} />;
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
              { key: 'by', title: t('jobs.columns.by'), render: (job) => nameOf(job.startedBy) },
              { key: 'started', tight: true, title: t('jobs.columns.started'), render: (job) => format.time(job.startedAt) },
              { key: 'finished', tight: true, title: t('jobs.columns.finished'), render: (job) => format.time(job.finishedAt) },
            ]}
          />
        )
      )}
    </Page>
  );
}

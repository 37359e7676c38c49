import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { MAY } from '../../api/functions';
import { resultAddress, useJobs } from '../../api/jobs';
import type { Job } from '../../api/types/work';
import { DataTable } from '../../kit/DataTable';
import { Empty } from '../../kit/Empty';
import { useFormat } from '../../kit/format';
import { usePhone } from '../../kit/media';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { useSession } from '../../kit/session';
import { StateTag } from '../../kit/StateTag';
import { JobProgress } from './JobProgress';
import { Steer } from './Steer';
import './jobs.css';

const STATES = ['running', 'waiting', 'paused', 'failed', 'done', 'cancelled'];

function What({ job }: { job: Job }) {
  const { t } = useTranslation();
  const name = job.name || t('jobs.open');
  return (
    <span className="job-what">
      <b>{job.label}</b>
      {job.page ? <Link to={job.page}>{name}</Link> : job.name}
      {job.result && (
        <a href={resultAddress(job.result)} download>
          {t('jobs.fetch')}
        </a>
      )}
    </span>
  );
}

/** Work the server does by itself: how far it is, how long it will be, and what may be done with it. */
export function JobsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const { functions } = useSession();
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? '';
  const mine = params.get('whose') === 'mine';
  const everybody = functions.includes(MAY.readJobs) || functions.includes(MAY.manageJobs);
  const jobs = useJobs({ state: state || undefined, mine: mine || undefined });
  const rows = jobs.data?.pages.flatMap(({ items }) => items) ?? [];
  const ask = (key: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      <div className="job-tools" role="search">
        {everybody && (
          <Segmented
            aria-label={t('jobs.whose')}
            value={mine ? 'mine' : 'all'}
            onChange={(value) => ask('whose', value === 'mine' ? 'mine' : '')}
            options={[
              { value: 'all', label: t('jobs.everybody') },
              { value: 'mine', label: t('jobs.mine') },
            ]}
          />
        )}
        <Select
          allowClear
          aria-label={t('jobs.columns.state')}
          placeholder={t('jobs.anyState')}
          value={state || undefined}
          onChange={(value?: string) => ask('state', value ?? '')}
          options={STATES.map((value) => ({ value, label: t(`kit.state.${value}`) }))}
        />
      </div>
      <Problem error={jobs.error} again={() => void jobs.refetch()} />
      {jobs.data && rows.length === 0 ? (
        <Empty title={t(state ? 'jobs.noneSuch' : 'jobs.none')}>{t('jobs.noneHint')}</Empty>
      ) : phone ? (
        <ul className="people-cards job-cards" aria-label={t('jobs.title')}>
          {rows.map((job) => (
            <li key={job.id}>
              <span className="people-card-head">
                <What job={job} />
                <StateTag state={job.state} />
              </span>
              <JobProgress job={job} />
              <span className="people-card-foot">
                <span className="quiet">{[job.startedBy, format.time(job.startedAt ?? job.createdAt)].filter(Boolean).join(' · ')}</span>
                <Steer job={job} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        !jobs.error && (
          <DataTable
            label={t('jobs.title')}
            loading={jobs.isPending}
            rows={rows}
            rowKey={(job) => String(job.id)}
            columns={[
              { key: 'what', title: t('jobs.columns.what'), width: '26%', render: (job) => <What job={job} /> },
              { key: 'state', title: t('jobs.columns.state'), tight: true, render: (job) => <StateTag state={job.state} /> },
              { key: 'progress', title: t('jobs.columns.progress'), width: '20%', render: (job) => <JobProgress job={job} /> },
              { key: 'by', title: t('jobs.columns.by'), render: (job) => job.startedBy },
              { key: 'started', tight: true, title: t('jobs.columns.started'), render: (job) => format.time(job.startedAt ?? job.createdAt) },
              { key: 'finished', tight: true, title: t('jobs.columns.finished'), render: (job) => format.time(job.finishedAt) },
              { key: 'acts', tight: true, title: t('jobs.columns.acts'), render: (job) => <Steer job={job} /> },
            ]}
          />
        )
      )}
      {jobs.hasNextPage && (
        <div className="form-acts">
          <Button loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
            {t('kit.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

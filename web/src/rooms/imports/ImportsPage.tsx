import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useRuns } from '../../api/imports';
import type { Run } from '../../api/types';
import { DataTable } from '../../kit/DataTable';
import { nameOf, useFormat } from '../../kit/format';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { DropZone } from './DropZone';
import { preparationOf } from './order';
import './imports.css';

/** Where registers are dropped, and the runs there were. */
export function ImportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const runs = useRuns();
  const count = (pick: (run: Run) => number | null) => (run: Run) => {
    const value = pick(run);
    return value === null || value === undefined ? '' : format.number(value);
  };
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <DropZone onSent={({ id, name }) => void navigate(preparationOf(id, name, true))} />
      <div className="gap" />
      <Section title={t('imports.runs')}>
        <Problem error={runs.error} again={() => void runs.refetch()} />
        {runs.data?.length === 0 ? (
          <p className="quiet">{t('imports.noRuns')}</p>
        ) : (
          <DataTable
            label={t('imports.runs')}
            loading={runs.isPending}
            rows={runs.data ?? []}
            rowKey={(run) => String(run.id)}
            onOpen={(run) => void navigate(`/imports/${run.id}`)}
            columns={[
              {
                key: 'file',
                title: t('imports.columns.file'),
                width: '30%',
                render: (run) => (
                  <Link to={`/imports/${run.id}`} tabIndex={-1}>
                    {run.fileName}
                  </Link>
                ),
              },
              { key: 'kind', title: t('imports.columns.kind'), render: (run) => t(run.dryRun ? 'imports.check' : 'imports.import') },
              { key: 'state', title: t('imports.columns.state'), render: (run) => <StateTag state={run.state} /> },
              { key: 'rows', title: t('imports.count.rows'), number: true, render: count((run) => run.rows) },
              { key: 'accepted', title: t('imports.count.accepted'), number: true, render: count((run) => run.accepted) },
              { key: 'refused', title: t('imports.count.refused'), number: true, render: count((run) => run.refused) },
              { key: 'by', title: t('imports.columns.by'), render: (run) => nameOf(run.startedBy) },
              { key: 'at', tight: true, title: t('imports.columns.at'), render: (run) => format.time(run.startedAt ?? run.createdAt) },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}

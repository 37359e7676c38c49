import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useRuns } from '../../api/imports';
import type { Run, RunState } from '../../api/types/work';
import { DataTable } from '../../kit/DataTable';
import { nameOf, useFormat } from '../../kit/format';
import { usePhone } from '../../kit/media';
import { Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { useKind, usePlan } from './words';

const STATES: RunState[] = ['running', 'waiting', 'paused', 'done', 'failed', 'cancelled'];

/** A run that was taken back says so instead of that it is done. */
function standing({ state, undo }: Run): string {
  if (!undo || undo === 'failed') return state;
  return undo === 'done' ? 'undone' : 'undoing';
}

/** On a phone each run is a card. */
function Cards({ runs }: { runs: Run[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = useKind();
  return (
    <ul className="run-cards">
      {runs.map((run) => (
        <li key={run.id}>
          <Link to={`/imports/${run.id}`}>{run.fileName}</Link> <StateTag state={standing(run)} />
          <p>{kind(run)}</p>
          <p className="quiet">
            {nameOf(run.startedBy)} · {format.time(run.startedAt ?? run.createdAt)}
          </p>
          <p className="quiet">
            {[
              [t('imports.count.rows'), run.rows ?? 0],
              [t('imports.count.accepted'), run.accepted],
              [t('imports.count.refused'), run.refused],
            ]
              .map(([label, value]) => `${label} ${format.number(Number(value))}`)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The runs there were: who, when, what, under which plan, and what came of it. */
export function RunList() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const phone = usePhone();
  const kind = useKind();
  const plan = usePlan();
  const [state, setState] = useState<RunState>();
  const [by, setBy] = useState<number>();
  const all = useRuns();
  const runs = useRuns(state, by);
  const people = new Map((all.data ?? []).map((run) => [run.startedById ?? 0, nameOf(run.startedBy)]));
  const count = (pick: (run: Run) => number | null | undefined) => (run: Run) => {
    const value = pick(run);
    return value === null || value === undefined ? '' : format.number(value);
  };
  const filters = (all.data?.length ?? 0) > 0 && (
    <div className="run-filters">
      <Select allowClear aria-label={t('imports.columns.state')} placeholder={t('imports.columns.state')} value={state} onChange={setState} options={STATES.map((value) => ({ value, label: t(`kit.state.${value}`) }))} />
      {people.size > 1 && <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('imports.columns.by')} placeholder={t('imports.columns.by')} value={by} onChange={setBy} options={[...people].map(([value, label]) => ({ value, label }))} />}
    </div>
  );
  return (
    <Section title={t('imports.runs')} actions={filters}>
      <Problem error={runs.error} again={() => void runs.refetch()} />
      {runs.data?.length === 0 ? (
        <p className="quiet">{t(state || by ? 'imports.noneSuch' : 'imports.noRuns')}</p>
      ) : phone ? (
        <Cards runs={runs.data ?? []} />
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
              width: '22%',
              render: (run) => (
                <Link className="run-file" to={`/imports/${run.id}`} tabIndex={-1}>
                  {run.fileName}
                </Link>
              ),
            },
            { key: 'kind', title: t('imports.columns.kind'), render: kind },
            { key: 'state', tight: true, title: t('imports.columns.state'), render: (run) => <StateTag state={standing(run)} /> },
            { key: 'rows', title: t('imports.count.rows'), number: true, render: count((run) => run.rows) },
            { key: 'accepted', title: t('imports.count.accepted'), number: true, render: count((run) => run.accepted) },
            { key: 'refused', title: t('imports.count.refused'), number: true, render: count((run) => run.refused) },
            { key: 'plan', title: t('imports.plan.title'), render: (run) => plan(run.planVersion) },
            { key: 'by', title: t('imports.columns.by'), render: (run) => nameOf(run.startedBy) },
            { key: 'at', tight: true, title: t('imports.columns.at'), render: (run) => format.time(run.startedAt ?? run.createdAt) },
          ]}
        />
      )}
    </Section>
  );
}

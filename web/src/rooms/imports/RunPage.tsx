import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { moving, useRun, useUndo } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Run } from '../../api/types/work';
import { nameOf, useFormat } from '../../kit/format';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { Mended } from './Mended';
import { preparationOf } from './order';
import { Recognition } from './Recognition';
import { Result } from './Result';
import { RunFault } from './RunFault';
import { RunSheet } from './RunSheet';
import { TakeBack } from './TakeBack';
import { UnknownOwners } from './UnknownOwners';
import { useKind, usePlan } from './words';
import './imports.css';

/** What the run is: of whom, how, under which plan and template, and which runs belong to it. */
function Facts({ run }: { run: Run }) {
  const { t } = useTranslation();
  const kind = useKind();
  const plan = usePlan();
  const runs = (ids: number[]) =>
    ids.map((id) => (
      <Link key={id} to={`/imports/${id}`}>
        {t('imports.mend.run', { id })}
      </Link>
    ));
  const facts: [string, ReactNode][] = [
    [t('imports.columns.kind'), kind(run)],
    [t('imports.plan.title'), plan(run.planVersion)],
    [t('imports.template.used'), run.template ?? ''],
    [t('imports.mend.of'), run.mends ? runs([run.mends]) : ''],
    [t('imports.mend.by'), run.mendings?.length ? <span key="mendings" className="links">{runs(run.mendings)}</span> : ''],
  ];
  return (
    <dl className="facts-line run-facts">
      {facts
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Parts({ run }: { run: Run }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mended, setMended] = useState<string>();
  const undo = useUndo(run.id, !run.dryRun && !moving(run.state)).data;
  const undone = undo && undo.state !== 'failed' ? (moving(undo.state) ? 'undoing' : 'undone') : undefined;
  return (
    <>
      <Facts run={run} />
      <RunFault run={run} />
      <Section title={t(run.dryRun ? 'imports.steps.check' : 'imports.steps.process')} actions={<StateTag state={undone ?? run.state} />}>
        <Result run={run} undone={undone !== undefined} />
        {run.upload !== undefined && run.upload !== null && run.mine !== false && !moving(run.state) && (
          <p>
            <Link to={preparationOf(run.upload, run.fileName, run.dryRun)}>{t('imports.prepareAgain')}</Link>
          </p>
        )}
      </Section>
      {!moving(run.state) && <UnknownOwners run={run} />}
      <TakeBack run={run} />
      {run.recognised && (
        <Section title={t('imports.steps.rows')}>
          <div className="stack">
            {mended && <Mended key={mended} id={mended} of={String(run.id)} />}
            <RunSheet run={run} recognised={run.recognised} type={run.type ?? undefined} act={t(run.dryRun ? 'imports.mend.check' : 'imports.mend.act')} onMended={({ id }) => (run.dryRun ? void navigate(`/imports/${id}`) : setMended(String(id)))} />
          </div>
        </Section>
      )}
      <Section title={t('imports.steps.recognised')}>
        {run.recognised ? <Recognition recognised={run.recognised} /> : <p className="quiet">{t(moving(run.state) ? 'imports.recognising' : 'imports.notRecognised')}</p>}
      </Section>
    </>
  );
}

/** One run: how it goes or went, and how the file was read. */
export function RunPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useParams();
  const found = useRun(id);
  const run = found.data;
  const entered = run !== undefined && !run.dryRun && !moving(run.state);
  useEffect(() => {
    if (entered) void queries.invalidateQueries({ queryKey: ['customers'] });
  }, [entered]);
  return (
    <Page
      title={run?.fileName ?? t('imports.title')}
      lead={run && t('imports.startedBy', { who: nameOf(run.startedBy), time: format.time(run.startedAt ?? run.createdAt) })}
      actions={<Link to="/imports">{t('imports.all')}</Link>}
    >
      <Problem error={found.error} again={() => void found.refetch()} />
      {found.isPending && <span className="bone" style={{ width: '50%' }} />}
      {run && <Parts run={run} />}
    </Page>
  );
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { moving, useRun } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Run } from '../../api/types';
import { nameOf, useFormat } from '../../kit/format';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { Mapping } from './Mapping';
import { preparationOf } from './order';
import { Recognition } from './Recognition';
import { Result } from './Result';
import { RunFault } from './RunFault';
import { TakeBack } from './TakeBack';
import './imports.css';

function Parts({ run }: { run: Run }) {
  const { t } = useTranslation();
  return (
    <>
      <RunFault run={run} />
      <Section title={t(run.dryRun ? 'imports.steps.check' : 'imports.steps.process')} actions={<StateTag state={run.state} />}>
        <Result run={run} />
        {run.upload !== undefined && run.upload !== null && run.mine !== false && !moving(run.state) && (
          <p>
            <Link to={preparationOf(run.upload, run.fileName, run.dryRun)}>{t('imports.prepareAgain')}</Link>
          </p>
        )}
      </Section>
      <TakeBack run={run} />
      <Section title={t('imports.steps.recognised')}>
        {run.recognised ? <Recognition recognised={run.recognised} /> : <p className="quiet">{t(moving(run.state) ? 'imports.recognising' : 'imports.notRecognised')}</p>}
      </Section>
      {run.recognised && (
        <Section title={t('imports.steps.mapping')}>
          <Mapping recognised={run.recognised} type={run.type ?? undefined} chosen={{}} />
        </Section>
      )}
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

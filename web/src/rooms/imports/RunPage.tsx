import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { moving, startImport, useRun } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Run } from '../../api/types';
import { nameOf, sentences, useFormat } from '../../kit/format';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { Mapping } from './Mapping';
import { Options } from './Options';
import { orderOf, useChoices } from './order';
import { Recognition } from './Recognition';
import { Result } from './Result';
import './imports.css';

/** The next step of a run that was only a check: checking again after changes, or entering the rows. */
function Next({ run, choices, upload, onStarted }: { run: Run; choices: ReturnType<typeof useChoices>; upload: string; onStarted: (run: Run) => void }) {
  const { t } = useTranslation();
  const { chosen, changes, dirty } = choices;
  const starting = useMutation({ mutationFn: (dryRun: boolean) => startImport(orderOf(upload, run, changes, chosen, dryRun)), onSuccess: onStarted });
  const needsKey = chosen.mode !== 'insert' && !chosen.key;
  return (
    <div className="next">
      <Problem error={starting.error} />
      <span className="quiet">{needsKey ? t('imports.next.key') : dirty ? t('imports.next.changed') : t('imports.next.ready')}</span>
      {dirty ? (
        <Button type="primary" disabled={needsKey} loading={starting.isPending} onClick={() => starting.mutate(true)}>
          {t('imports.next.check')}
        </Button>
      ) : (
        <Button type="primary" disabled={run.state !== 'done' || run.accepted === 0 || needsKey} loading={starting.isPending} onClick={() => starting.mutate(false)}>
          {t('imports.next.import')}
        </Button>
      )}
    </div>
  );
}

function Steps({ run, upload }: { run: Run; upload: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choices = useChoices(run);
  const { chosen, choose } = choices;
  const preparing = run.dryRun && upload !== undefined;
  const datesAsked = run.recognised?.dateOrder?.toLowerCase() === 'ambiguous' || run.error?.code === 'ambiguous_date';
  // Counted while one goes through them; of a run that was made they are merely parts.
  const step = (position: number, title: string) => (run.dryRun ? `${position}. ${title}` : title);
  const result = (
    <Section title={step(4, t(run.dryRun ? 'imports.steps.check' : 'imports.steps.process'))} actions={<StateTag state={run.state} />}>
      <Result run={run} />
    </Section>
  );
  const started = (next: Run) => void navigate(`/imports/${next.id}?upload=${encodeURIComponent(String(upload))}`, { replace: run.dryRun && next.dryRun });
  return (
    <>
      {run.error && <Alert type="error" showIcon role="alert" className="problem" title={run.error.detail} description={run.error.remedy && sentences(run.error.remedy)} />}
      {!run.dryRun && result}
      <Section title={step(1, t('imports.steps.recognised'))}>
        {run.recognised ? <Recognition recognised={run.recognised} /> : <p className="quiet">{moving(run.state) ? t('imports.recognising') : t('imports.notRecognised')}</p>}
      </Section>
      {run.recognised && (
        <Section title={step(2, t('imports.steps.mapping'))}>
          <Mapping recognised={run.recognised} type={chosen.type} mapping={chosen.mapping} onChange={preparing ? (mapping) => choose({ mapping }) : undefined} />
        </Section>
      )}
      {preparing && (
        <Section title={step(3, t('imports.steps.options'))}>
          <Options chosen={chosen} datesAsked={datesAsked} choose={choose} />
        </Section>
      )}
      {run.dryRun && result}
      {preparing && (!moving(run.state) || (run.state === 'waiting' && run.recognised)) && <Next run={run} choices={choices} upload={upload} onStarted={started} />}
      {run.dryRun && upload === undefined && <Link to="/imports">{t('imports.uploadAgain')}</Link>}
    </>
  );
}

/** One import on one page: what the file is, how it is read, how it would go, and how it went. */
export function RunPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useParams();
  const [params] = useSearchParams();
  const found = useRun(id);
  const run = found.data;
  const entered = run !== undefined && !run.dryRun && !moving(run.state);
  useEffect(() => {
    if (entered) void queries.invalidateQueries({ queryKey: ['customers'] });
  }, [entered]);
  const upload = params.get('upload') ?? (run?.upload === undefined || run.upload === null ? undefined : String(run.upload));
  return (
    <Page
      title={run?.fileName ?? t('imports.title')}
      lead={run && t('imports.startedBy', { who: nameOf(run.startedBy), time: format.time(run.startedAt) })}
      actions={<Link to="/imports">{t('imports.all')}</Link>}
    >
      <Problem error={found.error} again={() => void found.refetch()} />
      {found.isPending && <span className="bone" style={{ width: '50%' }} />}
      {run && <Steps key={String(run.id)} run={run} upload={upload} />}
    </Page>
  );
}

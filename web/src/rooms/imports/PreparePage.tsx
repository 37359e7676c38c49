import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { forgetCorrections, moving, startImport, useCorrections, useRecognition, useRun } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Catalogue } from '../../api/types/catalogue';
import type { Recognised, RunRow } from '../../api/types/work';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { Options } from './Options';
import { orderOf, usePreparation } from './order';
import { Recognition } from './Recognition';
import { Result } from './Result';
import { RunFault } from './RunFault';
import { RunSheet } from './RunSheet';
import { Sheet } from './Sheet';
import { TemplateBar } from './TemplateBar';
import { UnknownOwners } from './UnknownOwners';
import './imports.css';

/** Days and months that may stand the other way round; a date that begins with its year can't. */
const EITHER_WAY = /^\D*\d{1,2}\D+\d{1,2}\D+\d{2,4}\b/;

/** Some column of dates doesn't tell day from month, and nobody has said yet. */
function datesUnclear(recognised: Recognised | undefined, catalogue: Catalogue | undefined, type: string | undefined): boolean {
  if (!recognised || recognised.dateOrder === 'ambiguous') return recognised !== undefined;
  const dates = new Set(catalogue?.fields.filter((field) => field.record === type && field.type === 'DATE').map(({ key }) => key));
  return !recognised.dateOrder && recognised.columns.some((column) => dates.has(column.field ?? '') && !column.dateOrder && column.samples?.some((sample) => EITHER_WAY.test(sample)));
}

/** A file on its way in: what it is, how it is read, how it would go. Nothing is entered before the last button. */
export function PreparePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const { upload, name, run: runId, wantsCheck, choices, choose, checked, kept, recheck } = usePreparation();
  const recognition = useRecognition(orderOf(upload, choices, true));
  const run = useRun(runId).data;
  const recognised = recognition.data;
  const template = recognised?.template ?? undefined;
  // What was shown is what is done: the template taken by itself is named.
  const order = (dryRun: boolean) => ({ ...orderOf(upload, choices, dryRun), template: template?.id ?? 0 });
  const checking = useMutation({ mutationFn: () => startImport(order(true)), onSuccess: ({ id }) => checked(id) });
  const importing = useMutation({ mutationFn: () => startImport(order(false)), onSuccess: ({ id }) => navigate(`/imports/${id}`) });
  const corrections = useCorrections(upload, runId);
  const forgetting = useMutation({
    mutationFn: () => forgetCorrections(upload),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['corrections', upload] });
      void queries.invalidateQueries({ queryKey: ['recognition'] });
      checking.reset();
      recheck();
    },
  });

  const type = choices.type ?? recognised?.type ?? run?.type ?? undefined;
  const mode = choices.mode ?? template?.mode ?? 'insert';
  const matchBy = choices.key ?? (template?.key || undefined);
  const needsKey = mode !== 'insert' && !matchBy;
  const first: RunRow[] = (recognised?.rows ?? []).map((cells, at) => ({ row: at + 1, kind: '', cells, findings: [] }));
  const onChoose = (index: string, path: string) => choose({ mapping: { [index]: path } });
  const corrected = corrections.data?.rows ?? 0;
  const [pending, setPending] = useState(0);
  const checkedWell = run !== undefined && !moving(run.state) && run.state === 'done' && run.accepted > 0;

  const { mutate, isIdle } = checking;
  const checkNow = wantsCheck && recognised !== undefined && isIdle;
  useEffect(() => {
    if (checkNow) mutate();
  }, [checkNow, mutate]);

  return (
    <Page title={name || run?.fileName || t('imports.prepare')} lead={t('imports.prepare')} actions={<Link to="/imports">{t('imports.all')}</Link>}>
      <Problem error={recognition.error} again={() => void recognition.refetch()} />
      {recognition.isError && (
        <Button type="primary" onClick={() => void navigate('/imports')}>
          {t('imports.another')}
        </Button>
      )}
      {recognition.isPending && <p className="quiet">{t('imports.recognising')}</p>}
      {recognised && (
        <>
          <Section title={`1. ${t('imports.steps.recognised')}`}>
            <div className="stack">
              <Recognition recognised={recognised} />
              <TemplateBar recognised={recognised} order={order(true)} onTemplate={(id) => choose({ template: id, mode: undefined, key: undefined, dates: undefined })} onKept={kept} />
            </div>
          </Section>
          <Section title={`2. ${t('imports.steps.options')}`}>
            <Options choices={choices} mode={mode} matchBy={matchBy} type={type} recognised={recognised} datesAsked={datesUnclear(recognised, catalogue.data, type) || run?.error?.code === 'ambiguous_date'} choose={choose} />
          </Section>
          <Section title={`3. ${t('imports.steps.check')}`} actions={run && <StateTag state={run.state} />}>
            <Problem error={checking.error ?? importing.error} />
            <RunFault run={run} />
            {run ? <Result run={run} /> : <p className="quiet">{t(checking.isPending || wantsCheck ? 'imports.next.checking' : 'imports.notChecked')}</p>}
            {corrected > 0 && (
              <p>
                {t('imports.mend.kept', { count: corrected })}{' '}
                <Button type="link" className="start" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
                  {t('imports.mend.forget')}
                </Button>
              </p>
            )}
            <Problem error={forgetting.error} />
          </Section>
          {run && !moving(run.state) && <UnknownOwners run={run} />}
          <Section title={`4. ${t('imports.steps.mapping')}`}>
            {run && !moving(run.state) ? (
              <RunSheet key={String(run.id)} run={run} recognised={recognised} type={type} chosen={choices.mapping} onChoose={onChoose} first={first} act={t('imports.mend.check')} onMended={({ id }) => checked(id)} onPending={setPending} />
            ) : (
              <Sheet label={t('imports.mapping.title')} recognised={recognised} type={type} byTemplate={template !== undefined} chosen={choices.mapping} onChoose={onChoose} first={first} />
            )}
          </Section>
          <div className="next">
            <b>{`5. ${t('imports.import')}`}</b>
            <span className="quiet">{pending > 0 ? t('imports.mend.first', { count: pending }) : t(needsKey ? 'imports.next.key' : run ? (moving(run.state) ? 'imports.next.checking' : 'imports.next.ready') : checking.isPending || wantsCheck ? 'imports.next.checking' : 'imports.next.changed')}</span>
            {run ? (
              <Button type="primary" disabled={!checkedWell || pending > 0} loading={importing.isPending} onClick={() => importing.mutate()}>
                {t('imports.next.import')}
              </Button>
            ) : (
              <Button type="primary" disabled={needsKey} loading={checking.isPending} onClick={() => checking.mutate()}>
                {t('imports.next.check')}
              </Button>
            )}
          </div>
        </>
      )}
    </Page>
  );
}

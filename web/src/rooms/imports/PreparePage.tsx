import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { moving, startImport, useRecognition, useRun } from '../../api/imports';
import type { Catalogue, Recognised } from '../../api/types';
import { Page, Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { StateTag } from '../../kit/StateTag';
import { Mapping } from './Mapping';
import { Options } from './Options';
import { orderOf, usePreparation } from './order';
import { Recognition } from './Recognition';
import { Result } from './Result';
import { RunFault } from './RunFault';
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
  const { upload, name, run: runId, wantsCheck, choices, choose, checked } = usePreparation();
  const recognition = useRecognition(orderOf(upload, choices, true));
  const run = useRun(runId).data;
  const checking = useMutation({ mutationFn: () => startImport(orderOf(upload, choices, true)), onSuccess: ({ id }) => checked(id) });
  const importing = useMutation({ mutationFn: () => startImport(orderOf(upload, choices, false)), onSuccess: ({ id }) => navigate(`/imports/${id}`) });

  const recognised = recognition.data;
  const type = choices.type ?? recognised?.type ?? run?.type ?? undefined;
  const needsKey = choices.mode !== 'insert' && !choices.key;
  const checkedWell = run !== undefined && !moving(run.state) && run.state === 'done' && run.accepted > 0;

  const { mutate, isIdle } = checking;
  const checkNow = wantsCheck && recognised !== undefined && isIdle;
  useEffect(() => {
    if (checkNow) mutate();
  }, [checkNow, mutate]);

  return (
    <Page title={name || run?.fileName || t('imports.prepare')} lead={t('imports.prepare')} actions={<Link to="/imports">{t('imports.all')}</Link>}>
      <Problem error={recognition.error} again={() => void recognition.refetch()} />
      {recognition.isPending && <p className="quiet">{t('imports.recognising')}</p>}
      {recognised && (
        <>
          <Section title={`1. ${t('imports.steps.recognised')}`}>
            <Recognition recognised={recognised} />
          </Section>
          <Section title={`2. ${t('imports.steps.mapping')}`}>
            <Mapping recognised={recognised} type={type} chosen={choices.mapping} onChoose={(index, path) => choose({ mapping: { [index]: path } })} />
          </Section>
          <Section title={`3. ${t('imports.steps.options')}`}>
            <Options choices={choices} type={type} recognised={recognised} datesAsked={datesUnclear(recognised, catalogue.data, type) || run?.error?.code === 'ambiguous_date'} choose={choose} />
          </Section>
          <Section title={`4. ${t('imports.steps.check')}`} actions={run && <StateTag state={run.state} />}>
            <Problem error={checking.error ?? importing.error} />
            <RunFault run={run} />
            {run ? <Result run={run} /> : <p className="quiet">{t('imports.notChecked')}</p>}
          </Section>
          <div className="next">
            <span className="quiet">{t(needsKey ? 'imports.next.key' : run ? (moving(run.state) ? 'imports.next.checking' : 'imports.next.ready') : checking.isPending || wantsCheck ? 'imports.next.checking' : 'imports.next.changed')}</span>
            {run ? (
              <Button type="primary" disabled={!checkedWell} loading={importing.isPending} onClick={() => importing.mutate()}>
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

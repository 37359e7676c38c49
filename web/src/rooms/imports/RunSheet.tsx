import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mend, moving, useFindings, useFirstRows, useRunRows } from '../../api/imports';
import type { Edits, RowFilter } from '../../api/imports';
import { isProblem } from '../../api/http';
import type { Recognised, Run, RunRow } from '../../api/types/work';
import { Problem } from '../../kit/Problem';
import { Found } from './Found';
import { Sheet } from './Sheet';

interface Props {
  run: Run;
  recognised: Recognised;
  type: string | undefined;
  chosen?: Record<string, string>;
  onChoose?: (index: string, path: string) => void;
  /** Rows known before the run's own are fetched. */
  first?: RunRow[];
  /** What reads corrected rows again, in words. */
  act: string;
  onMended: (run: Run) => void;
  /** Told how many corrected rows wait to be read again. */
  onPending?: (rows: number) => void;
  children?: ReactNode;
}

function edited(edits: Edits, row: number, column: number, text: string | undefined): Edits {
  const { [column]: _before, ...others } = edits[row] ?? {};
  const cells = text === undefined ? others : { ...others, [column]: text };
  const { [row]: _row, ...rest } = edits;
  return Object.keys(cells).length > 0 ? { ...rest, [row]: cells } : rest;
}

/** A run's file as a sheet: what was found in it, counted; the rows it was found in; and their correction in place. */
export function RunSheet({ run, recognised, type, chosen, onChoose, first: known = [], act, onMended, onPending, children }: Props) {
  const { t } = useTranslation();
  const id = String(run.id);
  const ended = !moving(run.state) && run.state !== 'paused';
  const mine = run.mine !== false;
  const left = Math.max(0, run.refused - (run.mended ?? 0));
  const problems = ended && left + run.warnings > 0;
  const [wanted, setWanted] = useState<RowFilter>();
  const filter = wanted ?? { kind: left > 0 ? 'refused' : 'warning' };
  const [edits, setEdits] = useState<Edits>({});
  const first = useFirstRows(id, ended, mine);
  const findings = useFindings(id, problems);
  const found = useRunRows(id, filter, problems);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const mending = useMutation({
    mutationFn: () => mend(run.id, edits),
    onSuccess: (started) => {
      setEdits({});
      onMended(started);
    },
  });
  const failure = found.error ?? findings.error ?? first.error;
  const gone = isProblem(failure, 'upload_gone');
  const count = Object.keys(edits).length;
  useEffect(() => {
    onPending?.(count);
    return () => onPending?.(0);
  }, [count, onPending]);
  const title = t(filter.kind === 'refused' ? 'imports.rows.refused' : 'imports.rows.warned');
  // Refused rows belong to the run they came from, and of a card it is the card that is entered.
  const cards = recognised.format?.toUpperCase() === 'VCARD';
  const correctable = mine && ended && !run.mends && !cards && (filter.kind === 'refused' || run.dryRun);
  return (
    <div className="stack">
      {problems && <Found run={run} findings={findings.data ?? []} filter={filter} onFilter={setWanted} />}
      {gone && <p className="quiet">{t('imports.rows.gone')}</p>}
      <Problem error={gone ? null : failure} again={() => void Promise.all([found.refetch(), findings.refetch(), first.refetch()])} />
      {problems && !mine && <p className="quiet">{t('imports.rows.onlyOwner')}</p>}
      {problems && mine && run.mends && (
        <p className="quiet">
          {t('imports.mend.atRoot')} <Link to={`/imports/${run.mends}`}>{t('imports.mend.run', { id: run.mends })}</Link>
        </p>
      )}
      {problems && mine && cards && <p className="quiet">{t('imports.mend.cards')}</p>}
      {problems && correctable && filter.kind === 'refused' && <p className="quiet">{t(run.dryRun ? 'imports.mend.leadCheck' : 'imports.mend.lead')}</p>}
      {problems && filter.code?.startsWith('unknown_owner') && <p className="quiet">{t('imports.rows.once')}</p>}
      <Sheet
        label={problems ? title : t('imports.mapping.title')}
        recognised={recognised}
        type={type}
        byTemplate={Boolean(run.template ?? recognised.template)}
        chosen={chosen}
        onChoose={onChoose}
        first={first.data?.items ?? known}
        found={problems && !gone ? { title, rows } : undefined}
        edits={edits}
        onEdit={correctable ? (row, column, text) => setEdits((before) => edited(before, row, column, text)) : undefined}
      />
      {found.hasNextPage && (
        <div className="more">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('kit.more')}
          </Button>
        </div>
      )}
      <Problem error={mending.error} />
      {count > 0 && (
        <div className={onPending ? 'mend-bar mend-bar-above' : 'mend-bar'} role="status">
          <span>{t('imports.mend.count', { count })}</span>
          <Button onClick={() => setEdits({})}>{t('imports.mend.drop')}</Button>
          <Button type="primary" loading={mending.isPending} onClick={() => mending.mutate()}>
            {act}
          </Button>
        </div>
      )}
      {children}
    </div>
  );
}

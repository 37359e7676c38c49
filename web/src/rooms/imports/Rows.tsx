import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRunRows } from '../../api/imports';
import type { RowKind } from '../../api/imports';
import type { Recognised, RunRow } from '../../api/types';
import { sentences, useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';

interface Props {
  run: string;
  kind: RowKind;
  recognised: Recognised | null;
  mine: boolean;
}

/** Rows with what was found in them: the reasons in words, the cells they are about painted. */
export function Rows({ run, kind, recognised, mine }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useRunRows(run, kind, true);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  // Somebody else's file: its cells stay with whoever handed it over.
  const hidden = rows.every(({ cells }) => cells.length === 0);
  const columns = hidden ? [] : (found.data?.pages[0]?.columns ?? []);
  const fieldAt = new Map(recognised?.columns.map(({ index, field }) => [index, field]));
  const about = (row: RunRow, at: number) => row.findings.filter(({ field }) => field === fieldAt.get(at));
  const title = t(kind === 'refused' ? 'imports.rows.refused' : 'imports.rows.warned');
  if (found.error) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <span className="bone" style={{ width: '70%' }} />;
  if (rows.length === 0) return <p className="quiet">{t(kind === 'refused' ? 'imports.rows.noneRefused' : 'imports.rows.noneWarned')}</p>;
  return (
    <>
      {hidden && !mine && <p className="quiet">{t('imports.rows.onlyOwner')}</p>}
      <div className="table-frame" role="region" tabIndex={0} aria-label={title}>
        <table className="table rows" aria-label={title}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('imports.rows.row')}
              </th>
              <th scope="col">{t('imports.rows.reason')}</th>
              {columns.map((heading, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- headings of a file may repeat
                <th key={at} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td className="number">{format.number(row.row)}</td>
                <td className="rows-why">
                  {row.findings.map((finding) => (
                    <p key={finding.field + finding.code}>
                      <b>{finding.label}</b> {sentences(finding.reason, finding.remedy)}
                    </p>
                  ))}
                </td>
                {columns.map((_heading, at) => {
                  const cell = row.cells[at] ?? '';
                  const findings = about(row, at);
                  return (
                    // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                    <td key={at} className={findings.length > 0 ? `painted painted-${kind}` : undefined} title={findings.map(({ reason }) => reason).join(' ') || undefined}>
                      <span>{cell || (findings.length > 0 ? t('imports.rows.blank') : '')}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.hasNextPage && (
        <div className="more">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('kit.more')}
          </Button>
        </div>
      )}
    </>
  );
}

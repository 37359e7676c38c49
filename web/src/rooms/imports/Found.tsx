import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RowFilter } from '../../api/imports';
import type { Finding, Run } from '../../api/types/work';
import { useFormat } from '../../kit/format';

/** As many reasons stand side by side; the others are in a list. */
const MOST = 8;

interface Props {
  run: Run;
  findings: Finding[];
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

/** Findings that say that a row may be a customer there is already. */
const LIKELY = new Set(['likely_there', 'likely_elsewhere', 'likely_in_file', 'duplicate_key']);

/** A sentence as a word among others. */
const bare = (reason: string) => reason.replace(/[。.]$/, '');

/** What was found and how often, by kind, field and reason; each shows its rows. */
export function Found({ run, findings, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Math.max(0, run.refused - (run.mended ?? 0));
  const same = (one: RowFilter) => one.kind === filter.kind && (one.field ?? '') === (filter.field ?? '') && (one.code ?? '') === (filter.code ?? '');
  const kinds = [
    { kind: 'refused' as const, label: t('imports.rows.refused'), rows: left, icon: <CloseCircleFilled aria-hidden /> },
    { kind: 'warning' as const, label: t('imports.rows.warned'), rows: run.warnings, icon: <WarningFilled aria-hidden /> },
  ].filter(({ rows }) => rows > 0);
  const shown = findings.filter(({ kind }) => kind === filter.kind);
  const rest = shown.slice(MOST);
  const likely = findings.filter(({ code }) => LIKELY.has(code));
  const chip = (one: RowFilter, label: string, rows: number, icon?: React.ReactNode) => (
    <button type="button" key={(one.field ?? '') + (one.code ?? '') + one.kind} className={`chip chip-${one.kind}`} aria-pressed={same(one)} onClick={() => onFilter(one)}>
      {icon} <span>{label}</span> <b>{format.number(rows)}</b>
    </button>
  );
  return (
    <div className="found">
      {likely.length > 0 && (
        <p className="found-likely">
          <WarningFilled aria-hidden className="attention" /> <b>{t('imports.rows.likely')}</b>
          {likely.map(({ kind, field, code, rows }) => (
            <button type="button" className="link" key={`${field}:${code}`} onClick={() => onFilter({ kind, field, code })}>
              {t(`imports.rows.likelyRows.${code}`, { count: rows, shown: format.number(rows) })}
            </button>
          ))}
        </p>
      )}
      <div className="chips" role="group" aria-label={t('imports.rows.kinds')}>
        {kinds.map(({ kind, label, rows, icon }) => chip({ kind }, label, rows, icon))}
      </div>
      {shown.length > 0 && (
        <div className="chips chips-fine" role="group" aria-label={t('imports.rows.reasons')}>
          {shown.slice(0, MOST).map(({ kind, field, code, label, reason, rows }) => chip({ kind, field, code }, label ? `${label} · ${bare(reason)}` : bare(reason), rows))}
          {rest.length > 0 && (
            <Select
              aria-label={t('imports.rows.more')}
              placeholder={t('imports.rows.more')}
              className="chips-more"
              popupMatchSelectWidth={false}
              value={rest.some(({ field, code }) => field === filter.field && code === filter.code) ? `${filter.field}:${filter.code}` : undefined}
              options={rest.map(({ field, code, label, reason, rows }) => ({ value: `${field}:${code}`, label: `${label} · ${reason} (${format.number(rows)})` }))}
              onChange={(value: string) => onFilter({ kind: filter.kind, field: value.slice(0, value.lastIndexOf(':')), code: value.slice(value.lastIndexOf(':') + 1) })}
            />
          )}
        </div>
      )}
    </div>
  );
}

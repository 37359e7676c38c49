import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Popover, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { Edits } from '../../api/imports';
import type { Catalogue } from '../../api/types/catalogue';
import type { Recognised, RecognisedColumn, RunRow } from '../../api/types/work';
import { sentences, useFormat } from '../../kit/format';
import { EditCell } from './EditCell';

interface Props {
  label: string;
  recognised: Recognised;
  type: string | undefined;
  /** The mapping comes from a kept one. */
  byTemplate?: boolean;
  /** Paths a person decided about, by column index. */
  chosen?: Record<string, string>;
  /** Absent where the mapping can only be read. */
  onChoose?: (index: string, path: string) => void;
  /** The file's first rows, always in view. */
  first: RunRow[];
  /** Rows with findings, under a heading of their own. */
  found?: { title: string; rows: RunRow[] };
  edits?: Edits;
  /** Absent where cells can only be read. */
  onEdit?: (row: number, column: number, text: string | undefined) => void;
}

type Finding = RunRow['findings'][number];

/** Below this a person should look. */
const SURE = 0.8;

/** The record of what a row tells of itself: who supplied it, who first wrote it down. */
const PROVENANCE = 'provenance';

/** Fields a column can go to, those of the lists too, as path and label. */
function targets(catalogue: Catalogue | undefined, type: string | undefined): { value: string; label: string }[] {
  const of = (record: string | undefined) => (catalogue?.fields ?? []).filter((field) => field.record === record && field.rights.write && !field.retired);
  const own = of(type).flatMap((field) =>
    field.type === 'LIST' ? of(field.codeList).map((inner) => ({ value: `${field.key}.${inner.key}`, label: `${field.label} · ${inner.label}` })) : [{ value: field.key, label: field.label }],
  );
  return [...own, ...of(PROVENANCE).map(({ key, label }) => ({ value: `${PROVENANCE}.${key}`, label }))];
}

/** What is said of a cell: in a few words at once, whole when touched. */
function Said({ findings, kind }: { findings: Finding[]; kind: RunRow['kind'] }) {
  const { t } = useTranslation();
  const Sign = kind === 'refused' ? CloseCircleFilled : WarningFilled;
  const word = t(kind === 'refused' ? 'imports.rows.refusedCell' : 'imports.rows.warnedCell');
  return findings.map((finding) => (
    <Popover key={finding.field + finding.code} trigger={['hover', 'focus', 'click']} title={finding.label} content={<p className="said-whole">{sentences(finding.reason, finding.remedy)}</p>}>
      <button type="button" className="said">
        <Sign aria-label={word} /> <span>{finding.reason}</span>
      </button>
    </Popover>
  ));
}

/** The file as a sheet: heads that say what each column is taken for and can be changed in place, and cells painted where something is wrong. */
export function Sheet({ label, recognised, type, byTemplate, chosen = {}, onChoose, first, found, edits = {}, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const catalogue = useCatalogue();
  const options = [{ value: '', label: t('imports.mapping.leaveOut') }, ...targets(catalogue.data, type)];
  const columns = recognised.columns;
  const pathOf = (column: RecognisedColumn) => chosen[String(column.index)] ?? column.field ?? '';
  const about = (row: RunRow, column: RecognisedColumn) => row.findings.filter(({ field }) => field !== '' && field === pathOf(column));
  // Findings no column stands for, and all of them where the cells stay with whoever handed the file over.
  const apart = (row: RunRow) => (row.cells.length === 0 ? row.findings : row.findings.filter(({ field }) => !columns.some((column) => pathOf(column) === field)));
  const remarks = [...first, ...(found?.rows ?? [])].some((row) => apart(row).length > 0);

  const sureness = (column: RecognisedColumn) => {
    const path = pathOf(column);
    if (String(column.index) in chosen) return { text: t('imports.mapping.own'), unsure: false };
    if (column.reason === 'hint') return { text: t(byTemplate ? 'imports.mapping.template' : 'imports.mapping.own'), unsure: false };
    if (path === '') return { text: t('imports.mapping.unknown'), unsure: false };
    const share = format.percent(column.confidence);
    const unsure = column.confidence < SURE;
    return { text: t(unsure ? 'imports.mapping.unsure' : 'imports.mapping.sure', { share }), unsure };
  };

  const head = (column: RecognisedColumn) => {
    const path = pathOf(column);
    const { text, unsure } = sureness(column);
    // A card holds what only the other type of customer has a field for; it has a label all the same.
    const elsewhere = catalogue.data?.fields.find(({ key }) => key === path)?.label;
    const shown = options.find(({ value }) => value === path)?.label ?? elsewhere ?? path;
    return (
      <th key={column.index} scope="col">
        <span className="mapping-heading">{column.heading || t('imports.mapping.noHeading', { position: column.index + 1 })}</span>
        {onChoose ? (
          <Select
            aria-label={t('imports.mapping.field', { heading: column.heading || column.index + 1 })}
            className="mapping-field"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={260}
            status={unsure ? 'warning' : undefined}
            options={options.some(({ value }) => value === path) ? options : [...options, { value: path, label: shown }]}
            value={path}
            onChange={(next: string) => onChoose(String(column.index), next)}
          />
        ) : (
          <span className="mapping-read">{shown}</span>
        )}
        <span className={unsure ? 'mapping-sure attention' : 'mapping-sure'}>{text}</span>
      </th>
    );
  };

  const cellOf = (row: RunRow, column: RecognisedColumn, editable: boolean): ReactNode => {
    const text = row.cells[column.index] ?? '';
    const findings = about(row, column);
    const edited = editable ? edits[row.row]?.[column.index] : undefined;
    const painted = findings.length > 0 && row.kind !== '';
    const className = edited !== undefined ? 'edited' : painted ? `painted painted-${row.kind}` : pathOf(column) === '' ? 'mapping-out' : undefined;
    return (
      <td key={column.index} className={className}>
        {editable && onEdit && row.cells.length > 0 ? (
          <EditCell
            label={t('imports.rows.cell', { heading: column.heading || column.index + 1, row: row.row })}
            text={text}
            edited={edited}
            open={painted}
            onEdit={(next) => onEdit(row.row, column.index, next)}
          />
        ) : (
          <span className="cell-text">{text || (painted ? t('imports.rows.blank') : '')}</span>
        )}
        {painted && <Said findings={findings} kind={row.kind} />}
      </td>
    );
  };

  const lineOf = (row: RunRow, editable: boolean) => (
    <tr key={row.row}>
      {editable ? <td className="number row-number">{format.number(row.row)}</td> : <th scope="row" className="number row-number">{format.number(row.row)}</th>}
      {remarks && (
        <td className={apart(row).length > 0 ? `rows-why painted painted-${row.kind}` : 'rows-why'}>
          <Said findings={apart(row)} kind={row.kind} />
        </td>
      )}
      {columns.map((column) => cellOf(row, column, editable))}
    </tr>
  );
  const title = (text: string) => (
    <tr className="sheet-title">
      <th colSpan={columns.length + 1 + (remarks ? 1 : 0)} scope="rowgroup">
        <span>{text}</span>
      </th>
    </tr>
  );

  return (
    <div className="table-frame sheet" role="region" tabIndex={0} aria-label={label}>
      <table className="table mapping rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className="number row-number">
              {t('imports.rows.row')}
            </th>
            {remarks && <th scope="col">{t('imports.rows.reason')}</th>}
            {columns.map(head)}
          </tr>
        </thead>
        {first.length > 0 && (
          <tbody>
            {found && title(t('imports.rows.first'))}
            {first.map((row) => lineOf(row, false))}
          </tbody>
        )}
        {found && (
          <tbody>
            {title(found.title)}
            {found.rows.map((row) => lineOf(row, true))}
          </tbody>
        )}
      </table>
    </div>
  );
}

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { Catalogue, Recognised, RecognisedColumn } from '../../api/types';
import { useFormat } from '../../kit/format';

interface Props {
  recognised: Recognised;
  type: string | undefined;
  /** Paths a person decided about, by column index. */
  chosen: Record<string, string>;
  /** Absent where the mapping can only be read. */
  onChoose?: (index: string, path: string) => void;
}

/** Below this a person should look. */
const SURE = 0.8;

/** Fields a column can go to, those of the lists too, as path and label. */
function targets(catalogue: Catalogue | undefined, type: string | undefined): { value: string; label: string }[] {
  const of = (record: string | undefined) => (catalogue?.fields ?? []).filter((field) => field.record === record && field.rights.write && !field.retired);
  return of(type).flatMap((field) =>
    field.type === 'LIST' ? of(field.codeList).map((inner) => ({ value: `${field.key}.${inner.key}`, label: `${field.label} · ${inner.label}` })) : [{ value: field.key, label: field.label }],
  );
}

/** The file's first rows under heads that say what each column is taken for, and that can be changed in place. */
export function Mapping({ recognised, type, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const catalogue = useCatalogue();
  const options = [{ value: '', label: t('imports.mapping.leaveOut') }, ...targets(catalogue.data, type)];
  const lines = Math.max(0, ...recognised.columns.map(({ samples }) => samples?.length ?? 0));
  const pathOf = (column: RecognisedColumn) => chosen[String(column.index)] ?? column.field ?? '';
  const sureness = (column: RecognisedColumn) => {
    const path = pathOf(column);
    if (String(column.index) in chosen || column.reason === 'hint') return { text: t('imports.mapping.own'), unsure: false };
    if (path === '') return { text: t('imports.mapping.unknown'), unsure: false };
    const share = format.percent(column.confidence);
    const unsure = column.confidence < SURE;
    return { text: t(unsure ? 'imports.mapping.unsure' : 'imports.mapping.sure', { share }), unsure };
  };

  const head = (column: RecognisedColumn) => {
    const path = pathOf(column);
    const { text, unsure } = sureness(column);
    const label = options.find(({ value }) => value === path)?.label ?? path;
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
            options={options.some(({ value }) => value === path) ? options : [...options, { value: path, label }]}
            value={path}
            onChange={(next: string) => onChoose(String(column.index), next)}
          />
        ) : (
          <span className="mapping-read">{label}</span>
        )}
        <span className={unsure ? 'mapping-sure attention' : 'mapping-sure'}>{text}</span>
      </th>
    );
  };

  return (
    <div className="table-frame" role="region" tabIndex={0} aria-label={t('imports.mapping.title')}>
      <table className="table mapping" aria-label={t('imports.mapping.title')}>
        <thead>
          <tr>{recognised.columns.map(head)}</tr>
        </thead>
        <tbody>
          {Array.from({ length: lines }, (_, line) => (
            <tr key={line}>
              {recognised.columns.map((column) => (
                <td key={column.index} className={pathOf(column) === '' ? 'mapping-out' : undefined}>
                  {column.samples?.[line] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

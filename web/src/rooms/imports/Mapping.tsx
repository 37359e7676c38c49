import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { Recognised } from '../../api/types';
import { useFormat } from '../../kit/format';

interface Props {
  recognised: Recognised;
  type: string | undefined;
  mapping: Record<string, string>;
  /** Absent where the mapping can only be read. */
  onChange?: (mapping: Record<string, string>) => void;
}

/** Below this a person should look. */
const SURE = 0.8;

/** The file's first rows under heads that say what each column is taken for, and that can be changed in place. */
export function Mapping({ recognised, type, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const catalogue = useCatalogue();
  const fields = (catalogue.data?.fields ?? []).filter((field) => field.record === (type ?? 'individual') && field.type !== 'LIST' && field.rights.write);
  const options = [{ value: '', label: t('imports.mapping.leaveOut') }, ...fields.map(({ key, label }) => ({ value: key, label }))];
  const lines = Math.max(0, ...recognised.columns.map(({ samples }) => samples.length));
  const labelOf = (key: string) => options.find(({ value }) => value === key)?.label ?? key;
  return (
    <div className="table-frame" role="region" tabIndex={0} aria-label={t('imports.mapping.title')}>
      <table className="table mapping" aria-label={t('imports.mapping.title')}>
        <thead>
          <tr>
            {recognised.columns.map((column) => {
              const field = mapping[String(column.index)] ?? '';
              const own = field !== (column.field ?? '');
              const unsure = !own && field !== '' && column.confidence < SURE;
              return (
                <th key={column.index} scope="col">
                  <span className="mapping-heading">{column.heading || t('imports.mapping.noHeading', { position: column.index + 1 })}</span>
                  {onChange ? (
                    <Select
                      aria-label={t('imports.mapping.field', { heading: column.heading || column.index + 1 })}
                      className="mapping-field"
                      showSearch={{ optionFilterProp: 'label' }}
                      popupMatchSelectWidth={220}
                      status={unsure ? 'warning' : undefined}
                      options={options.some(({ value }) => value === field) ? options : [...options, { value: field, label: field }]}
                      value={field}
                      onChange={(next: string) => onChange({ ...mapping, [String(column.index)]: next })}
                    />
                  ) : (
                    <span className="mapping-read">{labelOf(field)}</span>
                  )}
                  <span className={unsure ? 'mapping-sure attention' : 'mapping-sure'}>
                    {own
                      ? t('imports.mapping.own')
                      : field === ''
                        ? t('imports.mapping.unknown')
                        : unsure
                          ? t('imports.mapping.unsure', { share: format.percent(column.confidence) })
                          : t('imports.mapping.sure', { share: format.percent(column.confidence) })}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: lines }, (_, line) => (
            <tr key={line}>
              {recognised.columns.map((column) => (
                <td key={column.index} className={(mapping[String(column.index)] ?? '') === '' ? 'mapping-out' : undefined}>
                  {column.samples[line] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

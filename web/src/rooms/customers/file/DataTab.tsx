import { useTranslation } from 'react-i18next';
import type { Catalogue, CustomerFile, Field, ListItem } from '../../../api/types';
import { DataTable } from '../../../kit/DataTable';
import { Section } from '../../../kit/Page';
import { Provenance } from '../../../kit/Provenance';
import { asked, fieldsOf, groupsOf } from '../fields';
import type { Group } from '../fields';
import { Value } from './Value';

const WIDE = new Set(['LONG_TEXT', 'CARD']);

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  /** Opens the form at a field that is not filled in yet; absent where nothing can be changed. */
  onFill?: (key: string) => void;
  mayReveal: boolean;
}

function Values({ group, file, onFill, mayReveal }: { group: Group } & Omit<Props, 'catalogue'>) {
  const { t } = useTranslation();
  const plain = group.fields.filter((field) => field.type !== 'LIST');
  const filled = plain.filter((field) => file.values[field.key]);
  const open = plain.filter((field) => !file.values[field.key] && field.rights.write && asked(field));
  return (
    <>
      {filled.length > 0 && (
        <dl className="values">
          {filled.map((field) => (
            <div key={field.key} className={WIDE.has(field.type) ? 'values-wide' : undefined}>
              <dt>{field.label}</dt>
              <dd>
                <Value cell={file.values[field.key]!} field={field} number={file.number} mayReveal={mayReveal} />
                <Provenance origin={file.origin[field.key]} field={field.label} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {onFill && open.length > 0 && (
        <p className="unfilled">
          <span className="quiet">{t('customers.file.unfilled')}</span>
          {open.map((field) => (
            <button type="button" key={field.key} onClick={() => onFill(field.key)}>
              {field.label}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function Items({ field, items, file, catalogue }: { field: Field; items: ListItem[]; file: CustomerFile; catalogue: Catalogue }) {
  const used = fieldsOf(catalogue, field.codeList).filter(({ key }) => items.some((item) => item.values[key]));
  return (
    <Section title={field.label}>
      <DataTable
        label={field.label}
        rows={items}
        rowKey={(item) => String(item.id)}
        columns={used.map((inner) => ({
          key: inner.key,
          title: inner.label,
          // Only values of the file itself can be uncovered.
          render: (item: ListItem) => {
            const cell = item.values[inner.key];
            return cell ? <Value cell={cell} field={inner} number={file.number} mayReveal={false} /> : '';
          },
        }))}
      />
    </Section>
  );
}

/** Everything known about the customer, by the sections of the catalogue. */
export function DataTab({ file, catalogue, onFill, mayReveal }: Props) {
  const { t } = useTranslation();
  const groups = groupsOf(catalogue, file.type, t('customers.file.other'));
  const lists = fieldsOf(catalogue, file.type).filter((field) => field.type === 'LIST');
  const filledLists = lists.filter((field) => (file.lists[field.key] ?? []).length > 0);
  return (
    <>
      <div className="sections">
        {groups
          .filter(({ fields }) => fields.some((field) => field.type !== 'LIST'))
          .map((group) => (
            <Section key={group.key} title={group.label}>
              <Values group={group} file={file} onFill={onFill} mayReveal={mayReveal} />
            </Section>
          ))}
      </div>
      {filledLists.map((field) => (
        <Items key={field.key} field={field} items={file.lists[field.key] ?? []} file={file} catalogue={catalogue} />
      ))}
    </>
  );
}

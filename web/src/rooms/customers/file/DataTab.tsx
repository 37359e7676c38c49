import { useTranslation } from 'react-i18next';
import type { Catalogue, Field } from '../../../api/types/catalogue';
import type { CustomerFile, Difference, ItemDifference, ListItem } from '../../../api/types/customers';
import type { Relations } from '../../../api/types/structure';
import { DataTable } from '../../../kit/DataTable';
import { Section } from '../../../kit/Page';
import { Provenance } from '../../../kit/Provenance';
import { ContactsSection } from '../contacts/ContactsSection';
import { RelationsSection } from '../structure/RelationsSection';
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
  /** To other customers, from both sides; absent of a past. */
  relations?: Relations;
  /** Takes in what was changed in place, in this file or another; absent where nothing can be. */
  onSaved?: (file?: CustomerFile) => void;
}

/** What stands there now, beside what stood there then. */
function Today({ change }: { change: Pick<Difference, 'now'> }) {
  const { t } = useTranslation();
  return <span className="today">{t('customers.asOf.today', { value: change.now?.text ?? t('customers.history.blank') })}</span>;
}

function Values({ group, file, onFill, mayReveal }: { group: Group } & Omit<Props, 'catalogue'>) {
  const { t } = useTranslation();
  const plain = group.fields.filter((field) => field.type !== 'LIST');
  const since = new Map((file.past?.since ?? []).map((change) => [change.field, change]));
  const filled = plain.filter((field) => file.values[field.key] ?? since.get(field.key));
  const open = plain.filter((field) => !file.values[field.key] && field.rights.write && asked(field));
  return (
    <>
      {filled.length > 0 && (
        <dl className="values">
          {filled.map((field) => (
            <div key={field.key} className={[WIDE.has(field.type) && 'values-wide', since.has(field.key) && 'differs'].filter(Boolean).join(' ') || undefined}>
              <dt>{field.label}</dt>
              <dd>
                {file.values[field.key] ? <Value cell={file.values[field.key]!} field={field} number={file.number} mayReveal={mayReveal} /> : <span className="quiet">{t('customers.history.blank')}</span>}
                <Provenance origin={file.origin[field.key]} number={file.origin[field.key]?.number ?? file.number} field={field.key} label={field.label} />
              </dd>
              {since.get(field.key) && (
                <dd>
                  <Today change={since.get(field.key)!} />
                </dd>
              )}
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

interface ItemsProps {
  field: Field;
  items: ListItem[];
  file: CustomerFile;
  catalogue: Catalogue;
}

/** What became of an item since, where that is more than a part of it. */
function Fate({ what }: { what: ItemDifference['what'] | undefined }) {
  const { t } = useTranslation();
  return what === 'removed' ? <span className="today">{t('customers.asOf.itemGone')}</span> : null;
}

function Items({ field, items, file, catalogue }: ItemsProps) {
  const { t } = useTranslation();
  const since = file.past?.since.find((change) => change.field === field.key)?.items ?? [];
  const changed = (item: ListItem, key: string) => since.find((one) => String(one.id) === String(item.id) && one.what === 'changed')?.parts.find((part) => part.field === key);
  const whatOf = (item: ListItem) => since.find((one) => String(one.id) === String(item.id))?.what;
  const added = since.filter(({ what }) => what === 'added');
  const used = fieldsOf(catalogue, field.codeList).filter(({ key }) => items.some((item) => item.values[key] ?? changed(item, key)));
  const name = (item: ListItem) => used.map(({ key }) => item.values[key]?.text).find(Boolean) ?? '';
  return (
    <Section title={field.label}>
      <DataTable
        label={field.label}
        rows={items}
        rowKey={(item) => String(item.id)}
        columns={used.map((inner, at) => ({
          key: inner.key,
          title: inner.label,
          // Only values of the file itself can be uncovered.
          render: (item: ListItem) => {
            const cell = item.values[inner.key];
            const change = changed(item, inner.key);
            return (
              <span className={change ? 'item-value differs' : 'item-value'}>
                {cell && <Value cell={cell} field={inner} number={file.number} mayReveal={false} />}
                {at === 0 && (
                  <>
                    <Provenance origin={file.origin[`${field.key}#${item.id}`]} number={file.origin[`${field.key}#${item.id}`]?.number ?? file.number} field={field.key} item={item.id} label={`${field.label} · ${name(item)}`} />
                    <Fate what={whatOf(item)} />
                  </>
                )}
                {change && <Today change={change} />}
              </span>
            );
          },
        }))}
      />
      {added.length > 0 && <p className="today">{t('customers.asOf.itemsSince', { names: added.map((item) => item.name).join(', ') })}</p>}
    </Section>
  );
}

/** Everything known about the customer, by the sections of the catalogue. */
export function DataTab({ file, catalogue, onFill, mayReveal, relations, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const groups = groupsOf(catalogue, file.type, t('customers.file.other'), i18n.language);
  const lists = fieldsOf(catalogue, file.type).filter((field) => field.type === 'LIST');
  // Of a past, sections that said nothing then and say nothing new now are left out: nothing can be entered there.
  const since = new Set((file.past?.since ?? []).map(({ field }) => field));
  const contacts = !file.past && lists.some((field) => field.codeList === 'contact');
  const apart = (field: Field) => (contacts && field.codeList === 'contact') || (relations !== undefined && field.codeList === 'relation');
  const filledLists = lists.filter((field) => !apart(field) && ((file.lists[field.key] ?? []).length > 0 || file.past?.since.some((change) => change.field === field.key)));
  return (
    <>
      <div className="sections">
        {groups
          .filter(({ fields }) => fields.some((field) => field.type !== 'LIST' && (!file.past || file.values[field.key] || since.has(field.key))))
          .map((group) => (
            <Section key={group.key} title={group.label}>
              <Values group={group} file={file} onFill={onFill} mayReveal={mayReveal} />
            </Section>
          ))}
      </div>
      {contacts && <ContactsSection file={file} catalogue={catalogue} onSaved={onSaved} />}
      {relations && <RelationsSection file={file} relations={relations} catalogue={catalogue} onSaved={onSaved} />}
      {filledLists.map((field) => (
        <Items key={field.key} field={field} items={file.lists[field.key] ?? []} file={file} catalogue={catalogue} />
      ))}
    </>
  );
}

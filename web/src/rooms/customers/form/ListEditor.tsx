import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalogue, CustomerType, Field } from '../../../api/types/catalogue';
import type { Cells, ListItem } from '../../../api/types/customers';
import { asked, fieldsOf } from '../fields';
import { itemsShown, recordValues, shown, touch } from './draft';
import type { ItemDraft } from './draft';
import { FieldRow } from './FieldRow';
import type { Sibling } from './PartControl';
import { useCheck } from './useCheck';

interface Props {
  field: Field;
  /** The section is called the same: no heading twice. */
  alone?: boolean;
  catalogue: Catalogue;
  items: ListItem[];
  drafts: ItemDraft[] | undefined;
  onChange: (drafts: ItemDraft[]) => void;
}

interface CardProps {
  title: string;
  fields: Field[];
  record: string;
  /** Of which type the customer is whose list it is. */
  about: CustomerType;
  cells: Cells;
  draft: ItemDraft;
  siblings: Sibling[];
  onChange: (draft: ItemDraft) => void;
  onRemove: () => void;
}

function Card({ title, fields, record, about, cells, draft, siblings, onChange, onRemove }: CardProps) {
  const { t } = useTranslation();
  const checked = useCheck(record, recordValues(draft.touched, cells));
  if (draft.removed) {
    return (
      <div className="item item-removed">
        <del>{title}</del>
        <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={() => onChange({ ...draft, removed: false })}>
          {t('customers.form.undo')}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="item">
      <legend className="only-read">{title}</legend>
      <div className="item-head">
        <b aria-hidden>{title}</b>
        <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('customers.form.removeItem', { item: title })} onClick={onRemove}>
          {t('customers.form.remove')}
        </Button>
      </div>
      <div className="form-grid">
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            cell={cells[field.key]}
            value={shown(draft.touched, cells, field.key)}
            touched={field.key in draft.touched}
            siblings={siblings}
            about={about}
            verdict={field.key in draft.touched ? checked.verdict(field.key) : undefined}
            onChange={(value) => onChange({ ...draft, touched: touch(draft.touched, cells, field.key, value) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The others of a list that have an id already, by their first name. */
export function siblingsOf(items: ListItem[], id: string | number | undefined): Sibling[] {
  return items.filter((item) => String(item.id) !== String(id)).map((item) => ({ value: String(item.id), label: item.values.name?.text ?? String(item.id) }));
}

/** The contacts of an enterprise, or any list of records inside a record. Taking one away can be undone until saving. */
export function ListEditor({ field, alone, catalogue, items, drafts, onChange }: Props) {
  const { t } = useTranslation();
  const fields = fieldsOf(catalogue, field.codeList).filter((inner) => inner.type !== 'LIST' && asked(inner));
  const all = itemsShown(items, drafts);
  const cellsOf = (draft: ItemDraft): Cells => items.find((item) => draft.id !== undefined && String(item.id) === String(draft.id))?.values ?? {};
  const replace = (changed: ItemDraft) => onChange(all.map((draft) => (draft.local === changed.local ? changed : draft)));
  const remove = (gone: ItemDraft) => (gone.id === undefined ? onChange(all.filter((draft) => draft !== gone)) : replace({ ...gone, removed: true }));
  const titleOf = (draft: ItemDraft, at: number) => {
    const first = fields[0];
    // A choice is kept as its code, which nobody reads.
    const coded = first?.type === 'CHOICE';
    const name = !first || (coded && first.key in draft.touched) ? '' : coded ? cellsOf(draft)[first.key]?.text : shown(draft.touched, cellsOf(draft), first.key);
    return t('customers.form.item', { list: field.label, position: at + 1, name: typeof name === 'string' ? name : '' }).replace(/[:\s]+$/, '');
  };
  return (
    <div className="items">
      {!alone && <h3>{field.label}</h3>}
      {all.map((draft, at) => (
        <Card
          key={draft.local}
          title={titleOf(draft, at)}
          fields={fields}
          record={field.codeList}
          about={field.record as CustomerType}
          cells={cellsOf(draft)}
          draft={draft}
          siblings={siblingsOf(items, draft.id)}
          onChange={replace}
          onRemove={() => remove(draft)}
        />
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...all, { local: crypto.randomUUID(), touched: {} }])}>
        {t('customers.form.add', { list: field.label })}
      </Button>
    </div>
  );
}

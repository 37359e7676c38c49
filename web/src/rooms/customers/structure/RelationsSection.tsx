import { ApartmentOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeCustomer, readCustomer } from '../../../api/customers';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile } from '../../../api/types/customers';
import type { Relation, Relations } from '../../../api/types/structure';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { groupAddress, RELATIONS, SHOWN, sorted } from './relation';
import { RelationForm } from './RelationForm';
import { RelationRow } from './RelationRow';
import './structure.css';

interface Props {
  file: CustomerFile;
  relations: Relations;
  catalogue: Catalogue;
  /** Takes in what was changed here; absent where nothing can be. */
  onSaved?: (file?: CustomerFile) => void;
}

const keyOf = ({ holder, item }: Relation) => `${holder}#${item}`;

/** How the customer stands to others: household or group, and everything else, whichever file says it. */
export function RelationsSection({ file, relations, catalogue, onSaved }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [editing, setEditing] = useState<string>();
  const [all, setAll] = useState(false);
  const list = catalogue.fields.find((field) => field.record === file.type && field.key === RELATIONS);
  const take = async (holder: string, lists: Parameters<typeof changeCustomer>[2]['lists']) => {
    const its = holder === file.number ? file : await readCustomer(holder);
    return changeCustomer(holder, its.version, { values: {}, lists });
  };
  const removing = useMutation({
    mutationFn: (relation: Relation) => take(relation.holder, { [RELATIONS]: { set: [], remove: [relation.item] } }),
    onSuccess: (changed) => {
      void message.success(t('structure.removed'));
      onSaved?.(changed.number === file.number ? changed : undefined);
    },
  });
  if (!list) return null;
  const { present, former } = sorted(relations.items);
  const mayAdd = onSaved !== undefined && list.rights.write;
  const circles = [...new Set(present.flatMap(({ circle }) => (circle ? [circle] : [])))];
  const shown = all ? present : present.slice(0, SHOWN);
  const done = (changed: CustomerFile) => {
    setEditing(undefined);
    onSaved?.(changed.number === file.number ? changed : undefined);
  };
  const row = (relation: Relation) =>
    editing === keyOf(relation) ? (
      <li key={keyOf(relation)}>
        <RelationForm file={file} relation={relation} catalogue={catalogue} onSaved={done} onLeave={() => setEditing(undefined)} />
      </li>
    ) : (
      <RelationRow
        key={keyOf(relation)}
        file={file}
        relation={relation}
        onEdit={onSaved && relation.change ? () => setEditing(keyOf(relation)) : undefined}
        onRemove={onSaved && relation.change && !removing.isPending ? () => removing.mutate(relation) : undefined}
      />
    );
  return (
    <Section
      title={list.label}
      actions={
        <span className="relation-heads">
          {circles.map((circle) => (
            <Link key={circle} to={groupAddress(file, circle)}>
              <ApartmentOutlined aria-hidden /> {t(`structure.open.${circle}`)}
            </Link>
          ))}
          {mayAdd && (
            <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={editing === 'new'} onClick={() => setEditing('new')}>
              {t('structure.add')}
            </Button>
          )}
        </span>
      }
    >
      {editing === 'new' && <RelationForm file={file} catalogue={catalogue} onSaved={done} onLeave={() => setEditing(undefined)} />}
      <Problem error={removing.error} />
      {relations.items.length === 0 && editing !== 'new' && <p className="quiet">{t(`structure.none.${file.type}`)}</p>}
      <ul className="relations">{shown.map(row)}</ul>
      {present.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('structure.all', { count: present.length })}
        </button>
      )}
      {!relations.whole && <p className="quiet">{t('structure.cut', { count: relations.items.length })}</p>}
      {former.length > 0 && (
        <details className="contacts-former">
          <summary>{t('structure.former', { count: former.length })}</summary>
          <ul className="relations">{former.map(row)}</ul>
        </details>
      )}
    </Section>
  );
}

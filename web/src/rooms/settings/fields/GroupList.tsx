import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedType, Group, KeptField } from '../../../api/types/editor';
import { said } from '../../../kit/texts';
import { groupStepped, moved, stepped } from './draft';

interface Props {
  type: EditedType;
  groups: Group[];
  words: string;
  retired: boolean;
  onArrange: (groups: Group[]) => void;
  onOpen: (field: KeptField) => void;
  onName: (group: Group) => void;
}

/** What one has to know of a field at a glance. */
function Marks({ field }: { field: KeptField }) {
  const { t } = useTranslation();
  const marks = [
    field.retired && 'retired',
    field.own && 'own',
    field.grade === 'REQUIRED' && 'required',
    field.grade === 'WANTED' && 'wanted',
    field.sealed && 'sealed',
    field.sensitivity === 'SENSITIVE' && 'sensitive',
    field.search !== 'NONE' && 'found',
    field.filterable && 'filterable',
    field.sortable && 'sortable',
  ].filter((mark): mark is string => typeof mark === 'string');
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark} className={`mark mark-${mark}`}>
          {t(`catalogue.mark.${mark}`)}
        </span>
      ))}
    </span>
  );
}

interface RowProps {
  field: KeptField;
  quiet: boolean;
  onOpen: () => void;
  onStep: (step: -1 | 1) => void;
  onDrag: (dragging: boolean) => void;
  onDrop: () => void;
}

function Row({ field, quiet, onOpen, onStep, onDrag, onDrop }: RowProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const name = said(field.label);
  return (
    <li
      className={['field-line', field.retired && 'field-retired', over && 'field-over'].filter(Boolean).join(' ')}
      draggable={!quiet}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', field.key);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onDrop();
      }}
      onKeyDown={(event) => {
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          onStep(event.key === 'ArrowUp' ? -1 : 1);
        }
      }}
    >
      {!quiet && <HolderOutlined className="field-grip" aria-hidden />}
      <button type="button" className="field-name" onClick={onOpen} aria-label={t('catalogue.fields.open', { field: name })}>
        <span>{name}</span>
        <code>{field.key}</code>
      </button>
      <span className="field-kind">{t(`catalogue.type.${field.type}`)}</span>
      <Marks field={field} />
      <span className="acts">
        {!quiet && (
          <>
            <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('catalogue.layout.up', { field: name })} onClick={() => onStep(-1)} />
            <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('catalogue.layout.down', { field: name })} onClick={() => onStep(1)} />
          </>
        )}
      </span>
    </li>
  );
}

/** The groups of a form with their fields. While something is searched for nothing is moved: one doesn't see where to. */
export function GroupList({ type, groups, words, retired, onArrange, onOpen, onName }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string>();
  const byKey = new Map(type.fields.map((field) => [field.key, field]));
  const fits = (field: KeptField) =>
    (retired || !field.retired) && (words === '' || [...Object.values(field.label), field.key, ...field.synonyms].some((text) => text.toLowerCase().includes(words)));
  const quiet = words !== '';
  const shown = groups.map((group) => ({ group, fields: group.fields.flatMap((key) => byKey.get(key) ?? []).filter(fits) })).filter(({ fields }) => !quiet || fields.length > 0);
  return (
    <div className="stack">
      {shown.length === 0 && <p className="quiet">{t('kit.nothingFound')}</p>}
      {shown.map(({ group, fields }) => {
        const name = said(group.label);
        return (
          <section
            key={group.key}
            className="field-group"
            aria-label={name}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged) onArrange(moved(groups, dragged, group.key));
            }}
          >
            <header>
              <h2>{name}</h2>
              {!quiet && (
                <span className="acts">
                  <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('catalogue.layout.up', { field: name })} onClick={() => onArrange(groupStepped(groups, group.key, -1))} disabled={groups[0] === group} />
                  <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('catalogue.layout.down', { field: name })} onClick={() => onArrange(groupStepped(groups, group.key, 1))} disabled={groups.at(-1) === group} />
                  <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('catalogue.layout.rename', { group: name })} onClick={() => onName(group)} />
                  {group.fields.length === 0 && (
                    <Tooltip title={t('catalogue.layout.removeGroup')}>
                      <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('catalogue.layout.removeOne', { group: name })} onClick={() => onArrange(groups.filter((one) => one !== group))} />
                    </Tooltip>
                  )}
                </span>
              )}
            </header>
            <ul>
              {fields.map((field) => (
                <Row
                  key={field.key}
                  field={field}
                  quiet={quiet}
                  onOpen={() => onOpen(field)}
                  onStep={(step) => onArrange(stepped(groups, field.key, step))}
                  onDrag={(dragging) => setDragged(dragging ? field.key : undefined)}
                  onDrop={() => dragged && dragged !== field.key && onArrange(moved(groups, dragged, group.key, field.key))}
                />
              ))}
              {fields.length === 0 && <li className="field-line quiet">{t('catalogue.layout.empty')}</li>}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../../api/http';
import type { ListItem } from '../../../api/types/editor';
import { said } from '../../../kit/texts';

interface Props {
  item: ListItem;
  parent?: ListItem;
  movable: boolean;
  onOpen: () => void;
  onStep: (step: -1 | 1) => void;
  onDrag: (dragging: boolean) => void;
  onDrop: () => void;
  onRetire: () => void;
  onRemove: () => void;
}

/** One item of a code list: its names, what else it is called, and what can be done with it. */
export function ItemLine({ item, parent, movable, onOpen, onStep, onDrag, onDrop, onRetire, onRemove }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const language = spoken();
  const name = said(item.label);
  const others = (['zh', 'en', 'es'] as const).filter((code) => code !== language);
  const retire = t(item.retired ? 'catalogue.items.reinstate' : 'catalogue.items.retire');
  return (
    <li
      className={['field-line', 'list-line', item.retired && 'field-retired', over && 'field-over'].filter(Boolean).join(' ')}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', item.code);
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
        setOver(false);
        onDrop();
      }}
      onKeyDown={(event) => {
        if (movable && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          onStep(event.key === 'ArrowUp' ? -1 : 1);
        }
      }}
    >
      {movable ? <HolderOutlined className="field-grip" aria-hidden /> : <span className="field-grip" />}
      <button type="button" className="field-name" onClick={onOpen} aria-label={t('catalogue.items.open', { item: name })}>
        <span>{name}</span>
        <code>{item.code}</code>
      </button>
      {others.map((code) => (
        <span key={code} className="field-kind" lang={code}>
          {item.label[code]}
        </span>
      ))}
      <span className="marks">
        {item.retired && <span className="mark">{t('catalogue.mark.retired')}</span>}
        {parent && <span className="mark">{t('catalogue.items.below', { parent: said(parent.label) })}</span>}
        {item.synonyms.slice(0, 4).map((synonym) => (
          <span key={synonym} className="mark">
            {synonym}
          </span>
        ))}
        {item.synonyms.length > 4 && <span className="quiet">+{item.synonyms.length - 4}</span>}
      </span>
      <span className="acts">
        {movable && (
          <>
            <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('catalogue.layout.up', { field: name })} onClick={() => onStep(-1)} />
            <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('catalogue.layout.down', { field: name })} onClick={() => onStep(1)} />
          </>
        )}
        <Tooltip title={retire}>
          <Button type="text" size="small" icon={item.retired ? <PlayCircleOutlined aria-hidden /> : <PauseCircleOutlined aria-hidden />} aria-label={`${retire} ${name}`} onClick={onRetire} />
        </Tooltip>
        {item.own && (
          <Tooltip title={t('catalogue.items.remove')}>
            <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={`${t('catalogue.items.remove')} ${name}`} onClick={onRemove} />
          </Tooltip>
        )}
      </span>
    </li>
  );
}

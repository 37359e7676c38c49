import { MAY } from '../../../api/functions';
import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { orderList, reinstateItem, removeItem, retireItem, useListItems, useLists, usesOf } from '../../../api/editor';
import { queries } from '../../../api/queries';
import type { ListItem } from '../../../api/types/editor';
import { useFormat } from '../../../kit/format';
import { Problem, problemTexts } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { BringIn } from './BringIn';
import { ItemDialog } from './ItemDialog';
import { ItemLine } from './ItemLine';
import { ListDialog } from './ListDialog';
import '../fields/fields.css';

/** Longer lists are searched; a thousand lines at once help nobody. */
const SHOWN = 300;
/** Uses are counted no further. */
const MOST_COUNTED = 10_000;
const MOST_ORDERED = 500;

/** One code list: its items in their order, their names in three languages, and which of them are still offered. */
export function ItemsPage() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const format = useFormat();
  const navigate = useNavigate();
  const { key = '' } = useParams();
  const lists = useLists();
  const items = useListItems(key);
  const [words, setWords] = useState('');
  const [retired, setRetired] = useState(true);
  const [edited, setEdited] = useState<ListItem | 'new'>();
  const [bringing, setBringing] = useState(false);
  const [naming, setNaming] = useState(false);
  const [dragged, setDragged] = useState<string>();
  const list = lists.data?.find((one) => one.key === key);
  const version = items.data?.version ?? 0;
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => {
      const { title, cause, remedy } = problemTexts(error, t);
      void message.error([cause || title, remedy].filter(Boolean).join(' '), 8);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['codes'] }),
  });
  const order = useMutation({
    mutationFn: (codes: string[]) => orderList(key, codes, version),
    onError: (error) => void message.error(error.message, 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['codes'] }),
  });
  const kept = items.data?.items ?? [];
  const byCode = new Map(kept.map((item) => [item.code, item]));
  const all = order.isPending ? order.variables.flatMap((code) => byCode.get(code) ?? []) : kept;
  const wanted = words.trim().toLowerCase();
  const rows = all.filter(
    (item) => (retired || !item.retired) && (wanted === '' || [item.code, ...Object.values(item.label), ...item.synonyms].some((text) => text.toLowerCase().includes(wanted))),
  );
  const movable = wanted === '' && !list?.places && all.length <= MOST_ORDERED;
  const move = (code: string, before: string | undefined) => {
    const rest = all.map((item) => item.code).filter((one) => one !== code);
    const at = before === undefined ? rest.length : rest.indexOf(before);
    order.mutate([...rest.slice(0, at), code, ...rest.slice(at)]);
  };
  const step = (code: string, by: -1 | 1) => {
    const codes = rows.map((item) => item.code);
    const at = codes.indexOf(code);
    const other = by < 0 ? codes[at - 1] : codes[at + 2];
    if (by > 0 ? at < codes.length - 1 : at > 0) move(code, other);
  };
  const remove = async (item: ListItem) => {
    const uses = await usesOf(key, item.code);
    if (uses > 0) {
      modal.confirm({
        title: t('catalogue.items.usedTitle', { count: uses, uses: uses > MOST_COUNTED ? `${format.number(MOST_COUNTED)}+` : format.number(uses) }),
        content: t('catalogue.items.usedLead'),
        okText: t('catalogue.items.retire'),
        cancelText: t('kit.cancel'),
        onOk: () => acting.mutate(() => retireItem(key, item.code, version)),
      });
    } else acting.mutate(() => removeItem(key, item.code, version));
  };

  return (
    <SettingsFrame
      title={list?.label ?? t('catalogue.lists.title')}
      lead={list && (list.open ? t('catalogue.lists.openLead') : list.own ? t('catalogue.lists.ownLead') : t('catalogue.lists.shippedLead'))}
      needs={[MAY.manageCatalogue]}
      wide
      actions={
        <>
          <Button onClick={() => void navigate('/settings/lists')}>{t('catalogue.lists.back')}</Button>
          {list?.own && <Button onClick={() => setNaming(true)}>{t('catalogue.lists.rename')}</Button>}
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => setBringing(true)} disabled={!items.data}>
            {t('catalogue.items.bringIn')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')} disabled={!items.data}>
            {t('catalogue.items.add')}
          </Button>
        </>
      }
    >
      <Problem error={items.error ?? lists.error} again={() => void items.refetch()} />
      <div className="field-tools">
        <Input.Search className="field-search" allowClear aria-label={t('catalogue.items.search')} placeholder={t('catalogue.items.search')} value={words} onChange={(event) => setWords(event.target.value)} />
        <label className="field-all">
          <Switch size="small" checked={retired} onChange={setRetired} /> {t('catalogue.items.withRetired')}
        </label>
      </div>
      {items.data && (
        <section className="field-group" aria-label={t('catalogue.lists.items')}>
          <header>
            <h2>{t('catalogue.lists.count', { count: all.length, shown: format.number(all.length) })}</h2>
          </header>
          <ul>
            {rows.slice(0, SHOWN).map((item) => (
              <ItemLine
                key={item.code}
                item={item}
                parent={byCode.get(item.parent)}
                movable={movable}
                onOpen={() => setEdited(item)}
                onStep={(by) => step(item.code, by)}
                onDrag={(dragging) => setDragged(dragging ? item.code : undefined)}
                onDrop={() => dragged && dragged !== item.code && move(dragged, item.code)}
                onRetire={() => acting.mutate(() => (item.retired ? reinstateItem(key, item.code, version) : retireItem(key, item.code, version)))}
                onRemove={() => void remove(item)}
              />
            ))}
            {rows.length === 0 && <li className="field-line quiet">{t(wanted ? 'kit.nothingFound' : 'catalogue.items.none')}</li>}
          </ul>
        </section>
      )}
      {rows.length > SHOWN && <p className="quiet">{t('catalogue.items.more', { count: rows.length - SHOWN })}</p>}
      {edited && items.data && <ItemDialog list={key} version={version} items={kept} item={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {bringing && <BringIn list={key} version={version} onClose={() => setBringing(false)} />}
      {naming && list && <ListDialog list={list} onClose={() => setNaming(false)} onDone={() => undefined} />}
    </SettingsFrame>
  );
}

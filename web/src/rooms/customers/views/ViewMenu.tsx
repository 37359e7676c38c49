import { DownOutlined, EyeInvisibleOutlined, StarFilled, TeamOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listing } from '../../../api/customers';
import type { ColumnWidth, View } from '../../../api/types/views';
import { dropView, keepTaste, keepView, useTaste, useViews } from '../../../api/views';
import { problemTexts } from '../../../kit/Problem';
import { ViewDialog } from './ViewDialog';
import { isChanged, listingOf, orderOf } from './views';

interface Props {
  listing: Listing;
  columns: ColumnWidth[];
  view: View | undefined;
  onOpen: (listing: Listing, view: string) => void;
}

/** The named lists: opened, saved, shared, made the one to begin with. */
export function ViewMenu({ listing, columns, view, onOpen }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const views = useViews();
  const taste = useTaste();
  const [dialog, setDialog] = useState<{ edited?: View }>();
  const items = views.data?.items ?? [];
  const changed = view !== undefined && !view.withheld && isChanged(view, listing, columns);
  const failed = (error: unknown) => {
    const { title, cause } = problemTexts(error, t);
    void message.error([title, cause].filter(Boolean).join(' '));
  };
  const update = useMutation({
    mutationFn: (known: View) => keepView(orderOf(listing, columns, known.name, known.circle), known),
    onSuccess: () => message.success(t('customers.views.kept')),
    onError: failed,
  });
  const drop = useMutation({
    mutationFn: ({ id }: View) => dropView(id),
    onSuccess: () => onOpen({ filter: {} }, 'all'),
    onError: failed,
  });
  const line = (one: View) => ({
    key: `view:${one.id}`,
    icon: one.withheld ? <EyeInvisibleOutlined /> : one.circle.kind === 'own' ? undefined : <TeamOutlined />,
    label: (
      <span className="view-line">
        <span>{one.name}</span>
        <span className="quiet">
          {!one.own && one.owner} {taste.data?.view === one.id && <StarFilled aria-label={t('customers.views.isFirst')} />}
        </span>
      </span>
    ),
  });
  const own = items.filter((one) => one.own);
  const shared = items.filter((one) => !one.own);
  const menu: NonNullable<MenuProps['items']> = [
    { key: 'all', label: t('customers.views.all') },
    ...(own.length > 0 ? [{ type: 'group' as const, key: 'own', label: t('customers.views.own'), children: own.map(line) }] : []),
    ...(shared.length > 0 ? [{ type: 'group' as const, key: 'shared', label: t('customers.views.shared'), children: shared.map(line) }] : []),
    { type: 'divider' },
    { key: 'saveAs', label: t('customers.views.saveAs') },
    ...(view?.own ? [{ key: 'change', label: t('customers.views.change') }] : []),
    ...(view ? [{ key: 'first', label: t(taste.data?.view === view.id ? 'customers.views.notFirst' : 'customers.views.makeFirst') }] : []),
    ...(view?.own ? [{ key: 'drop', danger: true, label: t('customers.views.drop') }] : []),
  ];
  const act = (key: string) => {
    const found = items.find(({ id }) => key === `view:${id}`);
    if (found) onOpen(listingOf(found), String(found.id));
    else if (key === 'all') onOpen({ filter: {} }, 'all');
    else if (key === 'saveAs') setDialog({});
    else if (key === 'change' && view) setDialog({ edited: view });
    else if (key === 'first' && view) keepTaste((before) => ({ ...before, view: before.view === view.id ? null : view.id }));
    else if (key === 'drop' && view) drop.mutate(view);
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: menu, onClick: ({ key }) => act(key), selectedKeys: view ? [`view:${view.id}`] : ['all'] }}>
        <Button className="view-button" aria-label={t('customers.views.button', { name: view?.name ?? t('customers.views.all') })}>
          <b>{view?.name ?? t('customers.views.all')}</b>
          {changed && <span className="quiet">{t('customers.views.changed')}</span>}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {changed && view?.own && (
        <Button type="link" size="small" loading={update.isPending} onClick={() => update.mutate(view)}>
          {t('customers.views.update')}
        </Button>
      )}
      {dialog && (
        <ViewDialog
          listing={listing}
          columns={columns}
          circles={views.data?.circles ?? []}
          edited={dialog.edited}
          onClose={() => setDialog(undefined)}
          onKept={(kept) => {
            setDialog(undefined);
            onOpen(listingOf(kept), String(kept.id));
            void message.success(t('customers.views.kept'));
          }}
        />
      )}
    </>
  );
}

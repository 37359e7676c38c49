import { MAY } from '../../../api/functions';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLists } from '../../../api/editor';
import type { KeptList } from '../../../api/types/editor';
import { DataTable } from '../../../kit/DataTable';
import { useFormat } from '../../../kit/format';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { ListDialog } from './ListDialog';
import '../fields/fields.css';

const at = ({ key }: KeptList) => `/settings/lists/${encodeURIComponent(key)}`;

/** All code lists: those of the house and those of the product, with what takes its choices from them. */
export function ListsPage() {
  const { t } = useTranslation();
  const phone = usePhone();
  const format = useFormat();
  const navigate = useNavigate();
  const lists = useLists();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = words.trim().toLowerCase();
  const rows = (lists.data ?? []).filter(({ label, key }) => label.toLowerCase().includes(wanted) || key.includes(wanted));
  const name = (list: KeptList) => (
    <span className="role-name">
      <Link to={at(list)}>{list.label}</Link>
      {list.own && <span className="mark mark-own">{t('catalogue.mark.own')}</span>}
    </span>
  );
  return (
    <SettingsFrame
      title={t('catalogue.lists.title')}
      lead={t('catalogue.lists.lead')}
      needs={[MAY.manageCatalogue]}
      wide
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {t('catalogue.lists.add')}
        </Button>
      }
    >
      <Problem error={lists.error} again={() => void lists.refetch()} />
      <div className="field-tools">
        <Input.Search className="field-search" allowClear aria-label={t('catalogue.lists.search')} placeholder={t('catalogue.lists.search')} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      {phone ? (
        <ul className="people-cards" aria-label={t('catalogue.lists.title')}>
          {rows.map((list) => (
            <li key={list.key}>
              {name(list)}
              <span className="quiet">{t('catalogue.lists.count', { count: list.items, shown: format.number(list.items) })}</span>
              {list.fields.length > 0 && <span className="quiet">{list.fields.join(t('rights.between'))}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t('catalogue.lists.title')}
          loading={lists.isPending}
          rows={rows}
          rowKey={(list) => list.key}
          onOpen={(list) => void navigate(at(list))}
          columns={[
            { key: 'label', title: t('catalogue.lists.name'), width: '30%', render: name },
            { key: 'key', title: t('catalogue.form.key'), render: (list) => <code className="quiet">{list.key}</code> },
            { key: 'items', title: t('catalogue.lists.items'), number: true, tight: true, render: (list) => format.number(list.items) },
            { key: 'retired', title: t('catalogue.mark.retired'), number: true, tight: true, render: (list) => (list.retired > 0 ? format.number(list.retired) : '') },
            { key: 'fields', title: t('catalogue.lists.fields'), render: (list) => list.fields.join(t('rights.between')) || <span className="quiet">{t('catalogue.lists.unused')}</span> },
          ]}
        />
      )}
      {adding && <ListDialog onClose={() => setAdding(false)} onDone={(list) => void navigate(at(list))} />}
    </SettingsFrame>
  );
}

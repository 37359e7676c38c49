import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Layout } from './columns';

/** Which columns the list shows. */
export function ColumnChoice({ columns }: { columns: Layout }) {
  const { t } = useTranslation();
  const keys = columns.chosen.map(({ key }) => key);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('customers.list.columns')}
      content={
        <div className="column-choice">
          <Checkbox.Group className="column-list" value={keys} options={columns.all.map(({ key, label }) => ({ value: key, label }))} onChange={(chosen) => columns.choose(chosen)} />
          <Button size="small" disabled={columns.usual} onClick={() => columns.choose(undefined)}>
            {t('customers.list.columnsUsual')}
          </Button>
        </div>
      }
    >
      <Button icon={<TableOutlined aria-hidden />}>{t('customers.list.columns')}</Button>
    </Popover>
  );
}

import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepFocus } from '../../kit/keepFocus';
import type { Layout } from './columns';

/** Which columns the list shows, and in what order. */
export function ColumnChoice({ columns }: { columns: Layout }) {
  const { t } = useTranslation();
  const { all, chosen, order } = columns;
  const keys = chosen.map(({ key }) => key);
  const move = (key: string, to: number, button: HTMLElement) => {
    columns.move(key, to);
    keepFocus(button);
  };
  const set = (key: string, on: boolean) => columns.choose(on ? [...keys, key] : keys.filter((one) => one !== key));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('customers.list.columns')}
      content={
        <div className="column-choice">
          <ul className="column-list plain">
            {[...chosen, ...all.filter(({ key }) => !keys.includes(key))].map(({ key, label }) => {
              const at = order.indexOf(key);
              return (
                <li key={key}>
                  <Checkbox checked={at >= 0} onChange={({ target }) => set(key, target.checked)}>
                    {label}
                  </Checkbox>
                  {at >= 0 && (
                    <span className="acts">
                      <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={at === 0} aria-label={t('customers.list.columnBefore', { column: label })} onClick={({ currentTarget }) => move(key, at - 1, currentTarget)} />
                      <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={at === order.length - 1} aria-label={t('customers.list.columnAfter', { column: label })} onClick={({ currentTarget }) => move(key, at + 1, currentTarget)} />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <p className="quiet">{t('customers.list.columnsHint')}</p>
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

import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../../kit/Frame';

/** Shows the file as it was at a moment of the past. */
export function AsOf({ earliest, onChoose }: { earliest: string; onChoose: (instant: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [local, setLocal] = useState('');
  const choose = () => {
    const at = new Date(local);
    if (Number.isNaN(at.getTime())) return;
    setOpen(false);
    onChoose(at.toISOString());
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      content={
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            choose();
          }}
        >
          <Frame label={t('customers.asOf.when')}>
            {(wiring) => (
              <input {...wiring} className="native-input" type="datetime-local" min={earliest.slice(0, 16)} value={local} onChange={(event) => setLocal(event.target.value)} />
            )}
          </Frame>
          <Button type="primary" htmlType="submit" disabled={!local}>
            {t('customers.asOf.show')}
          </Button>
        </form>
      }
    >
      <Button icon={<HistoryOutlined aria-hidden />}>{t('customers.asOf.act')}</Button>
    </Popover>
  );
}

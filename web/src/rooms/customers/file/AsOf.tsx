import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../../kit/Frame';

/** As a control for local time wants it. */
function local(instant: Date): string {
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function zone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const DAY = 86_400_000;
const STEPS = { day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY };

/** Shows the file as it was at a moment of the past; the zone is the one of whoever asks. */
export function AsOf({ earliest, onChoose }: { earliest: string; onChoose: (instant: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [now, setNow] = useState(() => Date.now());
  const begin = new Date(earliest);
  const choose = (at: Date) => {
    if (Number.isNaN(at.getTime())) return;
    setOpen(false);
    onChoose(at.toISOString());
  };
  const steps = Object.entries(STEPS).filter(([, back]) => now - back > begin.getTime());
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={(opens) => {
        setOpen(opens);
        setNow(Date.now());
      }}
      placement="bottomRight"
      content={
        <form
          className="stack as-of"
          onSubmit={(event) => {
            event.preventDefault();
            // A minute counts to its end: what was changed in it is seen.
            choose(new Date(new Date(chosen).getTime() + 59_999));
          }}
        >
          <Frame label={t('customers.asOf.when')} hint={t('customers.asOf.zone', { zone: zone() })}>
            {(wiring) => (
              <input
                {...wiring}
                className="native-input"
                type="datetime-local"
                required
                min={local(begin)}
                max={local(new Date(now))}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
              />
            )}
          </Frame>
          {steps.length > 0 && (
            <div className="as-of-steps">
              {steps.map(([step, back]) => (
                <Button key={step} size="small" onClick={() => choose(new Date(now - back))}>
                  {t(`customers.asOf.ago.${step}`)}
                </Button>
              ))}
            </div>
          )}
          <Button type="primary" htmlType="submit" disabled={!chosen}>
            {t('customers.asOf.show')}
          </Button>
        </form>
      }
    >
      <Button icon={<HistoryOutlined aria-hidden />}>{t('customers.asOf.act')}</Button>
    </Popover>
  );
}

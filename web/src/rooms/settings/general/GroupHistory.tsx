import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettingHistory } from '../../../api/administration';
import type { SettingGroup } from '../../../api/types/administration';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';

/** Who changed a group when, from what to what and why. */
export function GroupHistory({ group }: { group: SettingGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const history = useSettingHistory(group.key, open);
  if (!group.last && group.ahead.length === 0) return null;
  return (
    <>
      <Button type="link" size="small" className="setting-history-act" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'administration.general.historyHide' : 'administration.general.history')}
      </Button>
      {open && (
        <>
          <Problem error={history.error} />
          <ol className="setting-history" aria-label={t('administration.general.history')} aria-busy={history.isPending}>
            {(history.data ?? []).map((save) => (
              <li key={save.id}>
                <span className="quiet">
                  {format.time(save.at)} · {save.by}
                  {save.from !== save.at && ` · ${t('administration.general.aheadFrom', { time: format.time(save.from) })}`}
                </span>
                {save.words.map((words) => (
                  <b key={words}>{words}</b>
                ))}
                <span>{save.reason}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { MAY } from '../../api/functions';
import { useSettled } from '../../kit/debounce';
import { Empty } from '../../kit/Empty';
import { Frame } from '../../kit/Frame';
import { NoRight } from '../../kit/NoRight';
import { Section } from '../../kit/Page';
import { useSession } from '../../kit/session';
import { SightAnswer } from '../../kit/SightAnswer';
import { UserSelect } from '../../kit/UserSelect';
import { SettingsFrame } from './SettingsFrame';

/** Asks of any person and any file whether the one sees the other, and why. */
export function SightPage() {
  const { t } = useTranslation();
  const { functions } = useSession();
  const [params, setParams] = useSearchParams();
  const user = params.get('user') ?? '';
  const [number, setNumber] = useState(params.get('number') ?? '');
  const settled = useSettled(number.trim().toUpperCase(), 400);
  const allowed = functions.includes(MAY.manageAccess) || functions.includes(MAY.readAudit);
  return (
    <SettingsFrame title={t('rights.sight.title')} lead={t('rights.sight.lead')}>
      {allowed ? (
        <>
          <Section title={t('rights.sight.question')}>
            <div className="small-form">
              <Frame label={t('rights.sight.person')}>
                {(wiring) => <UserSelect list="user" value={user} wiring={wiring} onChange={(chosen) => setParams(chosen ? { user: chosen } : {}, { replace: true })} />}
              </Frame>
              <Frame label={t('rights.sight.number')} hint={t('rights.sight.numberHint')}>
                {(wiring) => <Input {...wiring} value={number} autoComplete="off" spellCheck={false} onChange={(event) => setNumber(event.target.value)} />}
              </Frame>
            </div>
          </Section>
          {user && settled ? <SightAnswer number={settled} user={user} /> : <Empty title={t('rights.sight.empty')}>{t('rights.sight.emptyLead')}</Empty>}
        </>
      ) : (
        <NoRight />
      )}
    </SettingsFrame>
  );
}

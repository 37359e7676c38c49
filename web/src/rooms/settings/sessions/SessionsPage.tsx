import { useMutation } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endSessionOf, useOpenSessions, useUsers } from '../../../api/access';
import { queries } from '../../../api/queries';
import type { OpenSession } from '../../../api/types/access';
import { Empty } from '../../../kit/Empty';
import { Problem } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { SessionTable, useDeviceWords } from './SessionTable';

function Everybody() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sessions = useOpenSessions();
  const users = useUsers();
  const words = useDeviceWords();
  const [asked, setAsked] = useState('');
  const nameOf = ({ userId }: OpenSession) => users.data?.find(({ id }) => String(id) === String(userId))?.displayName ?? String(userId);
  const ending = useMutation({
    mutationFn: ({ userId, key }: OpenSession) => endSessionOf(userId, key),
    onSuccess: (_, session) => void message.success(t('administration.sessions.endedOf', { name: nameOf(session) })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const wanted = asked.trim().toLowerCase();
  const rows = (sessions.data ?? []).filter((session) => [nameOf(session), session.origin, words(session)].some((text) => text.toLowerCase().includes(wanted)));
  return (
    <div className="stack">
      <Problem error={sessions.error ?? users.error ?? ending.error} />
      <div className="user-tools" role="search">
        <Input.Search allowClear aria-label={t('administration.sessions.find')} placeholder={t('administration.sessions.find')} value={asked} onChange={(event) => setAsked(event.target.value)} />
        <span className="quiet" role="status">
          {sessions.data && t('administration.sessions.count', { count: rows.length })}
        </span>
      </div>
      {sessions.data && rows.length === 0 ? (
        <Empty title={t('administration.sessions.none')} />
      ) : (
        <SessionTable
          sessions={rows}
          loading={sessions.isPending}
          whose={nameOf}
          onEnd={(session) => ending.mutate(session)}
        />
      )}
    </div>
  );
}

/** Everybody who is signed in now, and with what; each session can be ended at once. */
export function SessionsPage() {
  const { t } = useTranslation();
  return (
    <SettingsFrame title={t('administration.sessions.title')} lead={t('administration.sessions.lead')} managers wide>
      <Everybody />
    </SettingsFrame>
  );
}

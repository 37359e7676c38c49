import { DesktopOutlined, LogoutOutlined, MobileOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenSession } from '../../../api/types/access';
import { DataTable } from '../../../kit/DataTable';
import type { Column } from '../../../kit/DataTable';
import { useFormat } from '../../../kit/format';
import { usePhone } from '../../../kit/media';

const PHONES = ['Android', 'iOS', 'iPadOS', 'HarmonyOS'];

/** What somebody sits at, in words. */
export function useDeviceWords() {
  const { t } = useTranslation();
  return ({ browser, system }: Pick<OpenSession, 'browser' | 'system'>) => {
    if (browser && system) return t('administration.sessions.device', { browser, system });
    return browser || system || t('administration.sessions.unknown');
  };
}

interface Props {
  sessions: OpenSession[];
  loading?: boolean;
  /** Whose a session is, where it isn't one person's list. */
  whose?: (session: OpenSession) => string;
  onEnd: (session: OpenSession) => void;
}

/** Where people are signed in, the last used first. */
export function SessionTable({ sessions, loading, whose, onEnd }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const words = useDeviceWords();
  const device = (session: OpenSession) => (
    <span className="session-device">
      <span aria-hidden>{PHONES.includes(session.system) ? <MobileOutlined /> : <DesktopOutlined />}</span> {words(session)}
      {session.present && <span className="session-present">{t('administration.sessions.present')}</span>}
    </span>
  );
  const end = (session: OpenSession) => (
    <Button size="small" icon={<LogoutOutlined aria-hidden />} aria-label={t('administration.sessions.endOne', { device: words(session) })} onClick={() => onEnd(session)}>
      {t('administration.sessions.end')}
    </Button>
  );
  if (phone) {
    return (
      <ul className="people-cards" aria-label={t('administration.sessions.title')}>
        {sessions.map((session) => (
          <li key={session.key}>
            <span className="people-card-head">
              {device(session)}
              {!session.present && end(session)}
            </span>
            {whose && <Link to={`/settings/people/${session.userId}`}>{whose(session)}</Link>}
            <span className="quiet">
              {[session.origin, t('administration.sessions.usedAgo', { age: format.age(session.lastUsedAt) })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    );
  }
  const columns: Column<OpenSession>[] = [
    { key: 'device', title: t('administration.sessions.what'), render: device },
    { key: 'origin', title: t('administration.sessions.origin'), tight: true, render: ({ origin }) => origin || '–' },
    { key: 'since', title: t('administration.sessions.since'), tight: true, render: ({ since }) => format.time(since) },
    { key: 'used', title: t('administration.sessions.used'), tight: true, render: ({ lastUsedAt }) => format.age(lastUsedAt) },
    // One's own present one is ended by signing out.
    { key: 'end', title: t('settings.actions'), tight: true, render: (session) => (session.present ? null : end(session)) },
  ];
  return (
    <DataTable
      label={t('administration.sessions.title')}
      loading={loading}
      rows={sessions}
      rowKey={({ key }) => key}
      columns={whose ? [{ key: 'whose', title: t('administration.sessions.whose'), render: (session) => <Link to={`/settings/people/${session.userId}`}>{whose(session)}</Link> }, ...columns] : columns}
    />
  );
}

import { CheckCircleOutlined, CloseCircleOutlined, DeleteOutlined, LockOutlined, LogoutOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { endSessionOf, endSessionsOf, removeTokenOf, unlockUser, useSessionsOf, useSignInsOf, useTokensOf, useUser } from '../../../api/access';
import { MAY } from '../../../api/functions';
import { queries } from '../../../api/queries';
import type { SignInTold, User } from '../../../api/types/access';
import { DataTable } from '../../../kit/DataTable';
import { useFormat } from '../../../kit/format';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';
import { SettingsFrame } from '../SettingsFrame';
import { SessionTable } from './SessionTable';

const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => ['sessions', 'tokens', 'users', 'sign-ins'].includes(String(queryKey[0])) });

/** Whether somebody is locked out, why, and until when; the lock is lifted here. */
function Lock({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const unlocking = useMutation({
    mutationFn: () => unlockUser(user.id),
    onSuccess: () => void message.success(t('settings.users.unlocked', { name: user.displayName })),
    onSettled: again,
  });
  const { trouble } = user;
  if (!user.lockedUntil && !trouble) {
    return (
      <p className="state state-good">
        <CheckCircleOutlined aria-hidden /> {t('administration.person.free')}
      </p>
    );
  }
  const why = trouble && [trouble.failures > 0 && t('administration.person.failures', { count: trouble.failures }), trouble.locks > 0 && t('administration.person.locks', { count: trouble.locks })].filter(Boolean).join(t('rights.between'));
  return (
    <>
      <Problem error={unlocking.error} />
      <Alert
        type={user.lockedUntil ? 'error' : 'warning'}
        showIcon
        icon={user.lockedUntil ? <LockOutlined /> : undefined}
        title={user.lockedUntil ? t('settings.users.lockedUntil', { time: format.time(user.lockedUntil) }) : t('administration.person.tried')}
        description={trouble && t('administration.person.why', { why, time: format.time(trouble.lastAt) })}
        action={
          <Button loading={unlocking.isPending} onClick={() => unlocking.mutate()}>
            {t(user.lockedUntil ? 'settings.users.unlock' : 'administration.person.forget')}
          </Button>
        }
      />
    </>
  );
}

function Sessions({ user }: { user: User }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sessions = useSessionsOf(user.id);
  const told = (count: number) => void message.success(t('administration.sessions.ended', { count }));
  const ending = useMutation({ mutationFn: (key: string) => endSessionOf(user.id, key), onSuccess: () => told(1), onSettled: again });
  const endingAll = useMutation({ mutationFn: () => endSessionsOf(user.id), onSuccess: ({ ended }) => told(ended), onSettled: again });
  const open = sessions.data ?? [];
  return (
    <Section
      title={t('administration.sessions.title')}
      actions={
        open.some(({ present }) => !present) && (
          <Button size="small" icon={<LogoutOutlined aria-hidden />} loading={endingAll.isPending} onClick={() => endingAll.mutate()}>
            {t('administration.sessions.endAll')}
          </Button>
        )
      }
    >
      <Problem error={sessions.error ?? ending.error ?? endingAll.error} />
      {sessions.data && open.length === 0 ? <p className="quiet">{t('administration.sessions.none')}</p> : <SessionTable sessions={open} loading={sessions.isPending} onEnd={({ key }) => ending.mutate(key)} />}
    </Section>
  );
}

function TokensOf({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal } = App.useApp();
  const tokens = useTokensOf(user.id);
  const removing = useMutation({ mutationFn: (id: string | number) => removeTokenOf(user.id, id), onSettled: again });
  return (
    <Section title={t('settings.tokens.title')}>
      <Problem error={tokens.error ?? removing.error} />
      {tokens.data?.length === 0 ? (
        <p className="quiet">{t('administration.person.noTokens')}</p>
      ) : (
        <DataTable
          label={t('settings.tokens.title')}
          loading={tokens.isPending}
          rows={tokens.data ?? []}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'label', title: t('settings.tokens.label'), render: ({ label }) => label },
            { key: 'expires', title: t('settings.tokens.expires'), tight: true, render: ({ expiresAt }) => format.day(expiresAt) },
            { key: 'used', title: t('settings.tokens.used'), tight: true, render: ({ lastUsedAt }) => (lastUsedAt ? format.time(lastUsedAt) : t('settings.tokens.never')) },
            {
              key: 'remove',
              title: t('settings.actions'),
              tight: true,
              render: (token) => (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('settings.tokens.removeOne', { label: token.label })}
                  onClick={() =>
                    modal.confirm({
                      title: t('settings.tokens.removeTitle', { label: token.label }),
                      content: t('settings.tokens.removeLead'),
                      okText: t('settings.tokens.remove'),
                      cancelText: t('kit.cancel'),
                      onOk: () => removing.mutate(token.id),
                    })
                  }
                />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function SignIns({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  const auditing = useMay(MAY.readAudit);
  const told = useSignInsOf(user.id);
  const what = ({ action, code }: SignInTold) => (
    <span className={action === 'sign_in_failed' ? 'state state-danger' : 'state state-good'}>
      <span aria-hidden>{action === 'sign_in_failed' ? <CloseCircleOutlined /> : <CheckCircleOutlined />}</span>{' '}
      {t(action === 'sign_in_failed' ? (code === 'sign_in_locked' ? 'administration.person.refusedLocked' : 'administration.person.refused') : action === 'signed_in' ? 'administration.person.came' : 'administration.person.left')}
    </span>
  );
  return (
    <Section title={t('administration.person.signIns')} actions={auditing && <Link to={`/settings/audit?actor=${encodeURIComponent(user.name)}`}>{t('administration.person.audit')}</Link>}>
      <Problem error={told.error} />
      {told.data?.length === 0 ? (
        <p className="quiet">{t('administration.person.noSignIns')}</p>
      ) : (
        <DataTable
          label={t('administration.person.signIns')}
          loading={told.isPending}
          rows={told.data ?? []}
          rowKey={({ at, action }) => at + action}
          columns={[
            { key: 'at', title: t('administration.audit.at'), tight: true, render: ({ at }) => format.time(at) },
            { key: 'what', title: t('administration.audit.what'), render: what },
            { key: 'origin', title: t('administration.sessions.origin'), tight: true, render: ({ origin }) => origin },
          ]}
        />
      )}
    </Section>
  );
}

/** How somebody stands with signing in: locks, sessions, tokens, and when they came in or were refused. */
export function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser(id);
  return (
    <SettingsFrame title={user.data?.displayName ?? t('settings.users.title')} lead={user.data && t('administration.person.lead', { name: user.data.name })} managers>
      <Problem error={user.error} again={() => void user.refetch()} />
      {user.data && (
        <>
          <Section title={t('administration.person.standing')}>
            <Lock user={user.data} />
          </Section>
          <Sessions user={user.data} />
          <TokensOf user={user.data} />
          <SignIns user={user.data} />
        </>
      )}
    </SettingsFrame>
  );
}

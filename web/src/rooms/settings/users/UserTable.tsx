import { CheckCircleOutlined, EditOutlined, EllipsisOutlined, LockOutlined, MailOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { inviteUser, unlockUser, useDepartments, useRoles, useUsers } from '../../../api/access';
import { queries } from '../../../api/queries';
import type { User } from '../../../api/types/access';
import { DataTable } from '../../../kit/DataTable';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { branches, subtree } from '../departments/tree';

export type Standing = 'active' | 'invited' | 'locked' | 'retired';
const STANDINGS: Standing[] = ['active', 'invited', 'locked', 'retired'];
const SIGNS: Record<Standing, { tone: string; icon: ReactNode }> = {
  active: { tone: 'good', icon: <CheckCircleOutlined /> },
  invited: { tone: 'information', icon: <MailOutlined /> },
  locked: { tone: 'danger', icon: <LockOutlined /> },
  retired: { tone: 'quiet', icon: <StopOutlined /> },
};

function standingOf(user: User): Standing {
  if (!user.active) return 'retired';
  if (user.lockedUntil) return 'locked';
  return user.hasPassword === false ? 'invited' : 'active';
}

function State({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = standingOf(user);
  const said = (
    <span className={`state state-${SIGNS[standing].tone}`} title={user.lockedUntil ? t('settings.users.lockedUntil', { time: format.time(user.lockedUntil) }) : undefined}>
      <span aria-hidden>{SIGNS[standing].icon}</span> {t(`settings.users.standing.${standing}`)}
    </span>
  );
  // Why somebody is locked stands on their page.
  return standing === 'locked' ? <Link to={`/settings/people/${user.id}`}>{said}</Link> : said;
}

interface Props {
  onEdit: (user: User) => void;
  onInvited: (user: User) => void;
}

/** Everybody who can sign in, found by name, department, role and standing; the question stands in the address. */
export function UserTable({ onEdit, onInvited }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const phone = usePhone();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const users = useUsers();
  const departments = useDepartments();
  const roles = useRoles();
  const all = departments.data ?? [];
  const again = () => queries.invalidateQueries({ queryKey: ['users'] });
  const inviting = useMutation({ mutationFn: (user: User) => inviteUser(user.id), onSuccess: onInvited, onSettled: again });
  const unlocking = useMutation({
    mutationFn: (user: User) => unlockUser(user.id),
    onSuccess: (_, user) => void message.success(t('settings.users.unlocked', { name: user.displayName })),
    onSettled: again,
  });
  const asked = (key: string) => params.get(key) ?? '';
  const ask = (key: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  const words = asked('q').trim().toLowerCase();
  const within = asked('department') ? subtree(asked('department'), all) : undefined;
  const rows = (users.data ?? []).filter(
    (user) =>
      (!words || user.name.toLowerCase().includes(words) || user.displayName.toLowerCase().includes(words)) &&
      (!within || within.has(String(user.departmentId))) &&
      (!asked('role') || user.roles.includes(asked('role'))) &&
      (asked('standing') ? standingOf(user) === asked('standing') : user.active || Boolean(words) || Boolean(asked('role'))),
  );
  const narrowed = [...params.keys()].some((key) => key !== 'new');
  const departmentOf = ({ departmentId }: User) => all.find(({ id }) => String(id) === String(departmentId))?.name ?? '';
  const rolesOf = (user: User) => user.roles.map((key) => roles.data?.find((role) => role.key === key)?.label ?? key).join(t('rights.between'));
  const last = ({ lastSignedInAt }: User) => (lastSignedInAt ? format.time(lastSignedInAt) : t('settings.tokens.never'));
  const acts = (user: User) => (
    <span className="acts">
      <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('settings.editOne', { name: user.displayName })} onClick={() => onEdit(user)} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'standing', label: t('administration.person.open'), onClick: () => void navigate(`/settings/people/${user.id}`) },
            { key: 'sight', label: t('rights.sight.askOf'), onClick: () => void navigate(`/settings/sight?user=${user.id}`) },
            { key: 'invite', label: t('settings.users.invite'), disabled: !user.active, onClick: () => inviting.mutate(user) },
            ...(user.lockedUntil ? [{ key: 'unlock', label: t('settings.users.unlock'), onClick: () => unlocking.mutate(user) }] : []),
          ],
        }}
      >
        <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-label={t('settings.more', { name: user.displayName })} />
      </Dropdown>
    </span>
  );
  const failed = users.error ?? departments.error ?? roles.error;
  return (
    <div className="stack">
      <Problem error={failed} again={() => void users.refetch()} />
      <Problem error={inviting.error ?? unlocking.error} />
      <div className="user-tools" role="search">
        <Input.Search allowClear aria-label={t('settings.users.search')} placeholder={t('settings.users.search')} value={asked('q')} onChange={(event) => ask('q', event.target.value)} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'name' }}
              optionLabelProp="name"
          aria-label={t('settings.users.department')}
          placeholder={t('settings.users.anyDepartment')}
          value={asked('department') || undefined}
          onChange={(value?: string) => ask('department', value)}
          options={branches(all, i18n.language).map(({ department, depth }) => ({ value: String(department.id), name: department.name, label: <span style={{ paddingInlineStart: depth * 14 }}>{department.name}</span> }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('settings.users.roles')}
          placeholder={t('settings.users.anyRole')}
          value={asked('role') || undefined}
          onChange={(value?: string) => ask('role', value)}
          options={(roles.data ?? []).map(({ key, label }) => ({ value: key, label }))}
        />
        <Select
          allowClear
          aria-label={t('settings.users.state')}
          placeholder={t('settings.users.anyState')}
          value={asked('standing') || undefined}
          onChange={(value?: string) => ask('standing', value)}
          options={STANDINGS.map((standing) => ({ value: standing, label: t(`settings.users.standing.${standing}`) }))}
        />
        <span className="quiet" role="status">
          {users.data && t('rights.roles.people', { count: rows.length })}
        </span>
      </div>
      {users.data && rows.length === 0 ? (
        <Empty title={t('settings.users.nobody')} actions={narrowed && <Button onClick={() => setParams({}, { replace: true })}>{t('settings.users.clear')}</Button>} />
      ) : phone ? (
        <ul className="people-cards" aria-label={t('settings.users.title')}>
          {rows.map((user) => (
            <li key={user.id}>
              <span className="people-card-head">
                <b>{user.displayName}</b>
                {acts(user)}
              </span>
              <span className="quiet">{[user.name, departmentOf(user)].filter(Boolean).join(' · ')}</span>
              <span>{rolesOf(user)}</span>
              <span className="people-card-foot">
                <State user={user} />
                <span className="quiet">{last(user)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t('settings.users.title')}
          loading={users.isPending}
          rows={rows}
          rowKey={(user) => String(user.id)}
          onOpen={onEdit}
          columns={[
            { key: 'displayName', title: t('settings.users.displayName'), render: (user) => <b>{user.displayName}</b> },
            { key: 'name', title: t('settings.users.name'), render: (user) => user.name },
            { key: 'department', title: t('settings.users.department'), render: departmentOf },
            { key: 'roles', title: t('settings.users.roles'), render: (user) => (user.roles.length > 0 ? rolesOf(user) : <Link to="/settings/roles">{t('settings.users.noRole')}</Link>) },
            { key: 'state', title: t('settings.users.state'), tight: true, render: (user) => <State user={user} /> },
            { key: 'last', title: t('settings.users.last'), tight: true, render: last },
            { key: 'acts', title: t('settings.actions'), tight: true, render: acts },
          ]}
        />
      )}
    </div>
  );
}

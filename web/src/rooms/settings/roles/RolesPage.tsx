import { CopyOutlined, DeleteOutlined, LockOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { removeRole, useFunctions, useRoles } from '../../../api/access';
import { queries } from '../../../api/queries';
import type { Role } from '../../../api/types/access';
import { DataTable } from '../../../kit/DataTable';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { useRoleWords } from './words';

const at = (key: string) => `/settings/roles/${encodeURIComponent(key)}`;

function Bearers({ role }: { role: Role }) {
  const { t } = useTranslation();
  return role.bearers > 0 ? <Link to={`/settings/people?role=${role.key}`}>{t('rights.roles.people', { count: role.bearers })}</Link> : <span className="quiet">{t('rights.roles.nobody')}</span>;
}

function Name({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <span className="role-name">
      <Link to={at(role.key)}>{role.label}</Link>
      {role.fixed && (
        <Tooltip title={t('rights.roles.fixed')}>
          <LockOutlined className="quiet" role="img" aria-label={t('rights.roles.fixed')} />
        </Tooltip>
      )}
      {role.description && <span className="quiet role-about">{role.description}</span>}
    </span>
  );
}

function Acts({ role }: { role: Role }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const removing = useMutation({
    mutationFn: () => removeRole(role),
    onSuccess: () => void message.success(t('rights.roles.removed', { role: role.label })),
    onError: (error) => void message.error(error.message, 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  });
  const remove = () =>
    modal.confirm({
      title: t('rights.roles.removeTitle', { role: role.label }),
      content: t('rights.roles.removeLead'),
      okText: t('rights.roles.remove'),
      okButtonProps: { danger: true },
      cancelText: t('kit.cancel'),
      onOk: () => removing.mutate(),
    });
  const kept = role.fixed ? t('rights.roles.fixed') : role.bearers > 0 ? t('rights.roles.borne') : '';
  return (
    <span className="acts">
      <Tooltip title={t('rights.roles.copy')}>
        <Button type="text" size="small" icon={<CopyOutlined aria-hidden />} aria-label={t('rights.roles.copyOne', { role: role.label })} onClick={() => void navigate(`${at('new')}?from=${role.key}`)} />
      </Tooltip>
      <Tooltip title={kept || t('rights.roles.remove')}>
        <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} disabled={kept !== ''} aria-label={t('rights.roles.removeOne', { role: role.label })} onClick={remove} />
      </Tooltip>
    </span>
  );
}

/** All roles: what each sees and may do, and how many people bear it. */
export function RolesPage() {
  const { t } = useTranslation();
  const phone = usePhone();
  const navigate = useNavigate();
  const roles = useRoles();
  const functions = useFunctions();
  const words = useRoleWords(functions.data);
  const rows = roles.data ?? [];
  return (
    <SettingsFrame
      title={t('rights.roles.title')}
      lead={t('rights.roles.lead')}
      managers
      actions={
        <>
          <Button icon={<TableOutlined aria-hidden />} onClick={() => void navigate('/settings/matrix')}>
            {t('rights.matrix.title')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate(at('new'))}>
            {t('rights.roles.add')}
          </Button>
        </>
      }
    >
      <Problem error={roles.error ?? functions.error} again={() => void roles.refetch()} />
      {phone ? (
        <ul className="people-cards" aria-label={t('rights.roles.title')}>
          {rows.map((role) => (
            <li key={role.key}>
              <span className="people-card-head">
                <Name role={role} />
                <Acts role={role} />
              </span>
              <span className="quiet">{words(role)}</span>
              <Bearers role={role} />
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t('rights.roles.title')}
          loading={roles.isPending}
          rows={rows}
          rowKey={(role) => role.key}
          onOpen={(role) => void navigate(at(role.key))}
          columns={[
            { key: 'label', title: t('rights.roles.name'), width: '20%', render: (role) => <Name role={role} /> },
            { key: 'does', title: t('rights.roles.does'), render: (role) => <span className="quiet">{words(role)}</span> },
            { key: 'fields', title: t('rights.roles.fields'), tight: true, render: (role) => (role.fields.length > 0 ? t('rights.roles.fieldCount', { count: role.fields.length }) : <span className="quiet">{t('rights.fields.usual')}</span>) },
            { key: 'bearers', title: t('rights.roles.bearers'), tight: true, render: (role) => <Bearers role={role} /> },
            { key: 'acts', title: t('settings.actions'), tight: true, render: (role) => <Acts role={role} /> },
          ]}
        />
      )}
    </SettingsFrame>
  );
}

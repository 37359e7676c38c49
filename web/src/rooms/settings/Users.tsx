import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useRoles, useUsers } from '../../api/access';
import type { UserOrder } from '../../api/access';
import type { User } from '../../api/types';
import { CopyButton } from '../../kit/CopyButton';
import { DataTable } from '../../kit/DataTable';
import { Problem } from '../../kit/Problem';
import { useSession } from '../../kit/session';
import { useRoleName } from './roles';
import { UserDialog } from './UserDialog';

export function Users() {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const { user: me } = useSession();
  const users = useUsers();
  const departments = useDepartments();
  const roles = useRoles();
  const [edited, setEdited] = useState<{ id?: string | number; order: UserOrder }>();
  const [entered, setEntered] = useState<User>();
  const departmentOf = (id: string | number | null) => departments.data?.find((department) => String(department.id) === String(id))?.name ?? '';
  const labelOf = (key: string) => roleName(key, roles.data?.find((role) => role.key === key)?.label);
  const fresh: UserOrder = { name: '', displayName: '', language: me.language, departmentId: null, roles: [], active: true };
  return (
    <div className="stack">
      <Problem error={users.error} again={() => void users.refetch()} />
      {entered?.code && (
        <Alert
          type="success"
          showIcon
          closable
          title={t('settings.users.code', { name: entered.displayName })}
          description={
            <span className="token-new">
              <code>{`${location.origin}/welcome?code=${encodeURIComponent(entered.code)}`}</code>
              <CopyButton text={`${location.origin}/welcome?code=${encodeURIComponent(entered.code)}`} what={t('settings.users.link')} />
            </span>
          }
        />
      )}
      <DataTable
        label={t('settings.users.title')}
        loading={users.isPending}
        rows={users.data ?? []}
        rowKey={(user) => String(user.id)}
        columns={[
          { key: 'name', title: t('settings.users.name'), render: (user) => user.name },
          { key: 'displayName', title: t('settings.users.displayName'), render: (user) => user.displayName },
          { key: 'department', title: t('settings.users.department'), render: (user) => departmentOf(user.departmentId) },
          { key: 'roles', title: t('settings.users.roles'), render: (user) => user.roles.map(labelOf).join(', ') },
          { key: 'active', title: t('settings.users.active'), render: (user) => t(user.active ? 'kit.yes' : 'kit.no') },
          {
            key: 'edit',
            title: t('settings.actions'),
            render: ({ id, ...order }) => (
              <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('settings.editOne', { name: order.displayName })} onClick={() => setEdited({ id, order })} />
            ),
          },
        ]}
      />
      <Button className="start" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ order: fresh })}>
        {t('settings.users.add')}
      </Button>
      {edited && <UserDialog id={edited.id} order={edited.order} departments={departments.data ?? []} roles={roles.data ?? []} onClose={() => setEdited(undefined)} onCode={setEntered} />}
    </div>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDepartments, useRoles } from '../../api/access';
import type { UserOrder } from '../../api/access';
import type { User } from '../../api/types/access';
import { useSession } from '../../kit/session';
import { SettingsFrame } from './SettingsFrame';
import { Invitation } from './users/Invitation';
import { UserDialog } from './users/UserDialog';
import { UserTable } from './users/UserTable';

/** Who may enter, in which department, with which roles. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { user: me } = useSession();
  const departments = useDepartments();
  const roles = useRoles();
  const [invited, setInvited] = useState<User>();
  const [params, setParams] = useSearchParams();
  const fresh: UserOrder = { name: '', displayName: '', language: me.language, departmentId: null, roles: [], active: true };
  // An import leads here with the name of an owner who is no user yet.
  const named = params.get('new');
  const [edited, setEdited] = useState<{ id?: string | number; version?: number; order: UserOrder } | undefined>(named === null ? undefined : { order: { ...fresh, displayName: named } });
  const close = () => {
    setEdited(undefined);
    if (named !== null) setParams({}, { replace: true });
  };
  return (
    <SettingsFrame
      title={t('settings.users.title')}
      lead={t('settings.users.lead')}
      managers
      wide
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ order: fresh })}>
          {t('settings.users.add')}
        </Button>
      }
    >
      {invited?.code && <Invitation user={invited} onClose={() => setInvited(undefined)} />}
      <UserTable
        onInvited={setInvited}
        onEdit={({ id, version, name, displayName, language, departmentId, roles: borne, active }) => setEdited({ id, version, order: { name, displayName, language, departmentId, roles: borne, active } })}
      />
      {edited && <UserDialog id={edited.id} version={edited.version} order={edited.order} departments={departments.data ?? []} roles={roles.data ?? []} onClose={close} onCode={setInvited} />}
    </SettingsFrame>
  );
}

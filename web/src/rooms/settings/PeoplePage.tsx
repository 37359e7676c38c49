import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useRoles } from '../../api/access';
import type { UserOrder } from '../../api/access';
import type { User } from '../../api/types/access';
import { CopyButton } from '../../kit/CopyButton';
import { useSession } from '../../kit/session';
import { SettingsFrame } from './SettingsFrame';
import { UserDialog } from './users/UserDialog';
import { UserTable } from './users/UserTable';

/** The one-time link of somebody who has no password yet; it is told this once. */
function Invitation({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const link = `${location.origin}/welcome?code=${encodeURIComponent(user.code ?? '')}`;
  return (
    <Alert
      type="success"
      showIcon
      className="problem"
      closable={{ onClose, 'aria-label': t('kit.close') }}
      title={t('settings.users.code', { name: user.displayName })}
      description={
        <span className="token-new">
          <code>{link}</code>
          <CopyButton text={link} what={t('settings.users.link')} />
        </span>
      }
    />
  );
}

/** Who may enter, in which department, with which roles. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { user: me } = useSession();
  const departments = useDepartments();
  const roles = useRoles();
  const [edited, setEdited] = useState<{ id?: string | number; version?: number; order: UserOrder }>();
  const [invited, setInvited] = useState<User>();
  const fresh: UserOrder = { name: '', displayName: '', language: me.language, departmentId: null, roles: [], active: true };
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
      {edited && <UserDialog id={edited.id} version={edited.version} order={edited.order} departments={departments.data ?? []} roles={roles.data ?? []} onClose={() => setEdited(undefined)} onCode={setInvited} />}
    </SettingsFrame>
  );
}

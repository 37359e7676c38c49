import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Role } from '../../../../api/types/access';

/** The heads of a matrix: a role a column, which opens the role. */
export function RoleHeads({ corner, roles }: { corner: string; roles: Role[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-corner">
          {corner}
        </th>
        {roles.map((role) => (
          <th key={role.key} scope="col" title={role.description || undefined}>
            <Link to={`/settings/roles/${encodeURIComponent(role.key)}`}>{role.label}</Link>{' '}
            {role.fixed && <LockOutlined className="quiet" role="img" aria-label={t('rights.roles.fixed')} />}
            <span className="quiet matrix-bearers">{role.bearers > 0 ? t('rights.roles.people', { count: role.bearers }) : t('rights.roles.nobody')}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

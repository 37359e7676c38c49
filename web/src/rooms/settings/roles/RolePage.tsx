import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRoles } from '../../../api/access';
import type { Role } from '../../../api/types/access';
import { Empty } from '../../../kit/Empty';
import { Problem } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { draftOf, EMPTY } from './draft';
import type { RoleDraft } from './draft';
import { RoleForm } from './RoleForm';

const NEW = 'new';

/** A copy bears its own name and no key yet; what the other is for is no description of it. */
function copyOf(role: Role, mark: (name: string) => string): RoleDraft {
  const { labels, ...rest } = draftOf(role);
  const copied = (name: string) => (name ? mark(name) : '');
  return { ...rest, key: '', labels: { zh: copied(labels.zh), en: copied(labels.en), es: copied(labels.es) }, descriptions: EMPTY.descriptions };
}

/** What is kept from one role by name is kept from a new one too, until somebody opens it: "only for sales" stays so. */
function closedOf(roles: Role[]): RoleDraft['fields'] {
  const kept = roles.flatMap(({ fields }) => fields).filter(({ target, read }) => target.includes('.') && read === 'hidden');
  return Object.fromEntries(kept.map(({ target }) => [target, { read: 'hidden', write: false, export: 'hidden' }]));
}

/** One role, or a new one, empty or like another. */
export function RolePage() {
  const { t } = useTranslation();
  const { key = NEW } = useParams();
  const [params] = useSearchParams();
  const roles = useRoles();
  const fresh = key === NEW;
  const from = roles.data?.find((role) => role.key === params.get('from'));
  const role = fresh ? undefined : roles.data?.find((one) => one.key === key);
  const start = role ? draftOf(role) : from ? copyOf(from, (name) => `${name} 2`) : { ...EMPTY, fields: closedOf(roles.data ?? []) };
  return (
    <SettingsFrame title={fresh ? t('rights.roles.add') : (role?.label ?? key)} lead={role && t('rights.roles.people', { count: role.bearers })} managers>
      <Problem error={roles.error} again={() => void roles.refetch()} />
      {fresh && !from && Object.keys(start.fields).length > 0 && <p className="quiet">{t('rights.roles.closed')}</p>}
      {roles.data && (fresh || role) && <RoleForm key={`${key} ${from?.key ?? ''}`} role={role} start={start} />}
      {roles.data && !fresh && !role && <Empty title={t('rights.roles.gone')} />}
    </SettingsFrame>
  );
}

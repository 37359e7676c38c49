import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/types';

const SHIPPED = new Set([
  'administrator',
  'data_administrator',
  'information_manager',
  'sales',
  'business_department',
  'department_head',
  'customer_service',
  'service_manager',
  'general_manager',
  'legal',
  'auditor',
]);

/** The name of a role: ours for those shipped, its own for others. */
export function useRoleName() {
  const { t } = useTranslation();
  return (key: string, label?: string) => (SHIPPED.has(key) ? t(`settings.role.${key}`) : (label ?? key));
}

const SCOPES = new Set(['own', 'department', 'subtree', 'all', 'none']);
const FUNCTIONS = new Set(['customers_create', 'customers_change', 'customers_import', 'customers_export', 'customers_reveal', 'audit_read', 'access_manage']);

/** What a role sees and may do, in a line. */
export function useRoleWords() {
  const { t } = useTranslation();
  return ({ scope, functions }: Role) => {
    const seen = scope && SCOPES.has(scope) ? t(`settings.scope.${scope}`) : '';
    const may = (functions ?? [])
      .map((name) => name.replace('.', '_'))
      .filter((name) => FUNCTIONS.has(name))
      .map((name) => t(`settings.may.${name}`));
    return [seen, may.join(t('settings.may.between'))].filter(Boolean).join(' · ');
  };
}

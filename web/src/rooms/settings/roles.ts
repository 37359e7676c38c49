import { useTranslation } from 'react-i18next';

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

import { useTranslation } from 'react-i18next';
import type { GivenFunction, Role } from '../../../api/types/access';

/** What a role sees and may do, in a line. */
export function useRoleWords(functions: GivenFunction[] | undefined) {
  const { t } = useTranslation();
  return ({ scope, functions: given }: Pick<Role, 'scope' | 'functions'>) => {
    const may = (functions ?? []).filter(({ key }) => given.includes(key)).map(({ label }) => label);
    return [t(`rights.reach.${scope}.short`), may.join(t('rights.between'))].filter(Boolean).join(' · ');
  };
}

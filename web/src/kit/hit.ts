import { useTranslation } from 'react-i18next';
import type { Hit } from '../api/types/customers';

/** Why a search shows a customer, where the name alone doesn't tell. */
export function useHitText() {
  const { t } = useTranslation();
  return (hit: Hit | undefined): string => {
    if (!hit) return '';
    const how = hit.why === 'value' ? '' : t(`kit.hit.${hit.why}`);
    if (hit.field === 'name') return how;
    const where = hit.item ? t('kit.hit.item', { list: hit.label, item: hit.item }) : t('kit.hit.field', { field: hit.label });
    const part = hit.item && hit.part ? hit.part : '';
    return [where, part, how].filter(Boolean).join(' · ');
  };
}

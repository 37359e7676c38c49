import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A text without which nothing is done: says so at its field once somebody tries. */
export function useNeeded(text: string): { error?: string; given: () => boolean } {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const lacking = text.trim() === '';
  return {
    error: tried && lacking ? t('kit.needed') : undefined,
    given: () => {
      setTried(true);
      return !lacking;
    },
  };
}

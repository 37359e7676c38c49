import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../kit/format';
import { useSession } from '../kit/session';

/**
 * What stands at the foot of every printed sheet: who printed it and when. The style sheet for paper takes it from the document's
 * own style and puts the number of the sheet beside it.
 */
export function PrintFoot() {
  const { t } = useTranslation();
  const { user } = useSession();
  const format = useFormat();
  useEffect(() => {
    const write = () => document.documentElement.style.setProperty('--printed', JSON.stringify(t('app.printed', { name: user.displayName, time: format.zoned(new Date().toISOString()) })));
    window.addEventListener('beforeprint', write);
    return () => window.removeEventListener('beforeprint', write);
  });
  return null;
}

import { useEffect, useEffectEvent } from 'react';
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
  const write = useEffectEvent(() => document.documentElement.style.setProperty('--printed', JSON.stringify(t('app.printed', { name: user.displayName, time: format.zoned(new Date().toISOString()) }))));
  useEffect(() => {
    const printing = () => write();
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, []);
  return null;
}

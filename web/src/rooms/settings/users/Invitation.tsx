import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MAY } from '../../../api/functions';
import type { User } from '../../../api/types/access';
import { CopyButton } from '../../../kit/CopyButton';
import { sentences } from '../../../kit/format';
import { useMay } from '../../../kit/session';

const ONLY_HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The one-time link of somebody who has no password yet; it is told this once. */
export function Invitation({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const maySettle = useMay(MAY.manageSettings);
  const link = user.link ?? `${location.origin}/welcome?code=${encodeURIComponent(user.code ?? '')}`;
  const onlyHere = ONLY_HERE.test(new URL(link).hostname);
  return (
    <Alert
      type={onlyHere ? 'warning' : 'success'}
      showIcon
      className="problem"
      closable={{ onClose, 'aria-label': t('kit.close') }}
      title={t('settings.users.code', { name: user.displayName })}
      description={
        <>
          <span className="token-new">
            <code>{link}</code>
            <CopyButton text={link} what={t('settings.users.link')} />
          </span>
          {onlyHere && (
            <p>
              {sentences(t('settings.users.onlyHere', { host: new URL(link).host }), t(maySettle ? 'settings.users.onlyHereAct' : 'settings.users.onlyHereAsk'))}{' '}
              {maySettle && <Link to="/settings/general" style={{ whiteSpace: 'nowrap' }}>{t('administration.general.title')}</Link>}
            </p>
          )}
        </>
      }
    />
  );
}

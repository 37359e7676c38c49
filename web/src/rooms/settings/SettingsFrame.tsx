import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { MAY } from '../../api/functions';
import { Page } from '../../kit/Page';
import { useMay } from '../../kit/session';
import './settings.css';

/** The pages of the settings: one's own account, and people for those who manage them. */
export function SettingsFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const managing = useMay(MAY.manageAccess);
  return (
    <Page title={title} narrow>
      {managing && (
        <nav className="settings-nav" aria-label={t('settings.title')}>
          <NavLink to="/settings" end>
            {t('settings.account.title')}
          </NavLink>
          <NavLink to="/settings/people">{t('settings.people.title')}</NavLink>
        </nav>
      )}
      {children}
    </Page>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { MAY } from '../../api/functions';
import { NoRight } from '../../kit/NoRight';
import { Page } from '../../kit/Page';
import { useMay } from '../../kit/session';
import './settings.css';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The whole page is for those who manage access. */
  managers?: boolean;
  /** The whole page is for those who manage the catalogue. */
  editors?: boolean;
  wide?: boolean;
  children: ReactNode;
}

/** The pages of the settings: one's own account, and people and their rights for those who manage or audit them. */
export function SettingsFrame({ title, lead, actions, managers, editors, wide, children }: Props) {
  const { t } = useTranslation();
  const managing = useMay(MAY.manageAccess);
  const auditing = useMay(MAY.readAudit);
  const editing = useMay(MAY.manageCatalogue);
  const kept = (managers && !managing) || (editors && !editing);
  return (
    <Page title={title} lead={kept ? undefined : lead} actions={kept ? undefined : actions} narrow={!wide}>
      {(managing || auditing || editing) && (
        <nav className="settings-nav" aria-label={t('settings.title')}>
          <NavLink to="/settings" end>
            {t('settings.account.title')}
          </NavLink>
          {managing && (
            <>
              <NavLink to="/settings/people">{t('settings.users.title')}</NavLink>
              <NavLink to="/settings/departments">{t('settings.departments.title')}</NavLink>
              <NavLink to="/settings/roles">{t('rights.roles.title')}</NavLink>
            </>
          )}
          {editing && (
            <>
              <NavLink to="/settings/fields">{t('catalogue.fields.title')}</NavLink>
              <NavLink to="/settings/lists">{t('catalogue.lists.title')}</NavLink>
            </>
          )}
          {(managing || auditing) && <NavLink to="/settings/sight">{t('rights.sight.short')}</NavLink>}
        </nav>
      )}
      {kept ? <NoRight /> : children}
    </Page>
  );
}

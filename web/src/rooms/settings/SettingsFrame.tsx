import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { MAY } from '../../api/functions';
import { NoRight } from '../../kit/NoRight';
import { Page } from '../../kit/Page';
import { useSession } from '../../kit/session';
import './settings.css';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The whole page is for those who manage access. */
  managers?: boolean;
  /** The whole page is for those with one of these functions. */
  needs?: string[];
  wide?: boolean;
  children: ReactNode;
}

interface Place {
  path: string;
  text: string;
  /** Any one of these opens it; everybody may where empty. */
  needs: string[];
}

const PLACES: Place[] = [
  { path: '/settings', text: 'settings.account.title', needs: [] },
  { path: '/settings/people', text: 'settings.users.title', needs: [MAY.manageAccess] },
  { path: '/settings/departments', text: 'settings.departments.title', needs: [MAY.manageAccess] },
  { path: '/settings/roles', text: 'rights.roles.title', needs: [MAY.manageAccess] },
  { path: '/settings/fields', text: 'catalogue.fields.title', needs: [MAY.manageCatalogue] },
  { path: '/settings/lists', text: 'catalogue.lists.title', needs: [MAY.manageCatalogue] },
  { path: '/settings/tag-rules', text: 'catalogue.tags.title', needs: [MAY.manageTags] },
  { path: '/settings/sight', text: 'rights.sight.short', needs: [MAY.manageAccess, MAY.readAudit] },
  { path: '/settings/sessions', text: 'administration.sessions.title', needs: [MAY.manageAccess] },
  { path: '/settings/audit', text: 'administration.audit.title', needs: [MAY.readAudit] },
  { path: '/settings/general', text: 'administration.general.title', needs: [MAY.manageSettings] },
  { path: '/settings/health', text: 'administration.health.title', needs: [MAY.manageSettings] },
];

/** The pages of the settings: one's own account, and those for whoever manages or audits the installation. */
export function SettingsFrame({ title, lead, actions, managers, needs = managers ? [MAY.manageAccess] : [], wide, children }: Props) {
  const { t } = useTranslation();
  const { functions } = useSession();
  const nav = useRef<HTMLElement>(null);
  // On a narrow page the nav is wider than what is seen of it.
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('.active');
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2;
  }, []);
  const may = (wanted: string[]) => wanted.length === 0 || wanted.some((name) => functions.includes(name));
  const kept = !may(needs);
  const open = PLACES.filter((place) => may(place.needs));
  return (
    <Page title={title} lead={kept ? undefined : lead} actions={kept ? undefined : actions}>
      {open.length > 1 && (
        <nav ref={nav} className="settings-nav" aria-label={t('settings.title')}>
          {open.map(({ path, text }) => (
            <NavLink key={path} to={path} end={path === '/settings'}>
              {t(text)}
            </NavLink>
          ))}
        </nav>
      )}
      {kept ? <NoRight /> : wide ? children : <div className="page-narrow">{children}</div>}
    </Page>
  );
}

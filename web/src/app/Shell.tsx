import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useMatches, useNavigation } from 'react-router';
import { useFreshCatalogue } from '../api/catalogue';
import { NoRight } from '../kit/NoRight';
import { Page } from '../kit/Page';
import { useSession } from '../kit/session';
import { Help } from './Help';
import { Offline } from './Offline';
import { isPlace } from './places';
import { PrintFoot } from './PrintFoot';
import { Rail } from './Rail';
import { Shortcuts } from './Shortcuts';
import { TopBar } from './TopBar';

/** The room that is open, or who can open it. */
function OpenRoom() {
  const { t } = useTranslation();
  const { functions } = useSession();
  const place = useMatches().map(({ handle }) => handle).findLast(isPlace);
  const open = !place || place.needs.length === 0 || place.needs.some((need) => functions.includes(need));
  if (open) return <Outlet />;
  return (
    <Page title={t('app.closed')}>
      <NoRight />
    </Page>
  );
}

/** The frame of every screen: rail, top bar, and the room that is open. */
export function Shell() {
  const { t } = useTranslation();
  useFreshCatalogue();
  const going = useNavigation().state === 'loading';
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Rail />
      <div className="shell-side">
        <TopBar />
        <Offline />
        <main id="content" tabIndex={-1}>
          {going && <div className="going" role="progressbar" aria-label={t('app.going')} />}
          <Suspense>
            <OpenRoom />
          </Suspense>
        </main>
        <PrintFoot />
      </div>
      <Help />
      <Shortcuts />
      <ScrollRestoration />
    </div>
  );
}

import { createBrowserRouter, Navigate } from 'react-router';
import { LanguageContext } from '../kit/languages';
import { useSession } from '../kit/session';
import { Broken, NotFound } from './Broken';
import { speakPage } from './i18n';
import { roomsFor } from './rooms';
import { SessionGate } from './SessionGate';
import { Shell } from './Shell';

function FirstRoom() {
  return <Navigate to={roomsFor(useSession().functions)[0]?.path ?? '/settings'} replace />;
}

/** Every screen, fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/welcome',
    lazy: async () => {
      const { WelcomePage } = await import('../rooms/session/WelcomePage');
      return {
        element: (
          <LanguageContext value={speakPage}>
            <WelcomePage />
          </LanguageContext>
        ),
      };
    },
    errorElement: <Broken />,
    hydrateFallbackElement: <span />,
  },
  {
    element: (
      <SessionGate>
        <Shell />
      </SessionGate>
    ),
    errorElement: <Broken />,
    hydrateFallbackElement: <span />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <FirstRoom /> },
          { path: 'customers', lazy: async () => ({ Component: (await import('../rooms/customers/ListPage')).ListPage }) },
          { path: 'customers/new', lazy: async () => ({ Component: (await import('../rooms/customers/EntryPage')).EntryPage }) },
          { path: 'customers/:number', lazy: async () => ({ Component: (await import('../rooms/customers/FilePage')).FilePage }) },
          { path: 'imports', lazy: async () => ({ Component: (await import('../rooms/imports/ImportsPage')).ImportsPage }) },
          { path: 'imports/new', lazy: async () => ({ Component: (await import('../rooms/imports/PreparePage')).PreparePage }) },
          { path: 'imports/:id', lazy: async () => ({ Component: (await import('../rooms/imports/RunPage')).RunPage }) },
          { path: 'jobs', lazy: async () => ({ Component: (await import('../rooms/jobs/JobsPage')).JobsPage }) },
          { path: 'settings', lazy: async () => ({ Component: (await import('../rooms/settings/AccountPage')).AccountPage }) },
          { path: 'settings/people', lazy: async () => ({ Component: (await import('../rooms/settings/PeoplePage')).PeoplePage }) },
          { path: 'settings/departments', lazy: async () => ({ Component: (await import('../rooms/settings/DepartmentsPage')).DepartmentsPage }) },
          { path: 'settings/roles', lazy: async () => ({ Component: (await import('../rooms/settings/roles/RolesPage')).RolesPage }) },
          { path: 'settings/roles/:key', lazy: async () => ({ Component: (await import('../rooms/settings/roles/RolePage')).RolePage }) },
          { path: 'settings/sight', lazy: async () => ({ Component: (await import('../rooms/settings/SightPage')).SightPage }) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

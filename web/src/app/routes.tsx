import { createBrowserRouter, Navigate } from 'react-router';
import { MAY } from '../api/functions';
import { LanguageContext } from '../kit/languages';
import { useSession } from '../kit/session';
import { ListPage } from '../rooms/customers/ListPage';
import { Broken, NotFound } from './Broken';
import { speakPage } from './i18n';
import { place } from './places';
import { roomsFor } from './rooms';
import { SessionGate } from './SessionGate';
import { Shell } from './Shell';

function FirstRoom() {
  return <Navigate to={roomsFor(useSession().functions)[0]?.path ?? '/settings'} replace />;
}

/** Every screen; the list, where nearly everybody begins, comes with the page, and each other is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/welcome',
    ...place('signing-in'),
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
          { path: 'customers', ...place('finding', MAY.read), Component: ListPage },
          { path: 'customers/new', ...place('entering', MAY.create), lazy: async () => ({ Component: (await import('../rooms/customers/EntryPage')).EntryPage }) },
          { path: 'customers/coming', ...place('relations', MAY.read), lazy: async () => ({ Component: (await import('../rooms/customers/coming/ComingPage')).ComingPage }) },
          { path: 'pool', ...place('relations', MAY.claim), lazy: async () => ({ Component: (await import('../rooms/customers/pool/PoolPage')).PoolPage }) },
          { path: 'duplicates', ...place('duplicates', MAY.reviewDuplicates), lazy: async () => ({ Component: (await import('../rooms/customers/duplicates/DuplicatesPage')).DuplicatesPage }) },
          { path: 'customers/:number', ...place('file', MAY.read), lazy: async () => ({ Component: (await import('../rooms/customers/FilePage')).FilePage }) },
          { path: 'customers/:number/groups/:circle', ...place('relations', MAY.read), lazy: async () => ({ Component: (await import('../rooms/customers/structure/GroupPage')).GroupPage }) },
          { path: 'bulk/:id', ...place('bulk', MAY.change), lazy: async () => ({ Component: (await import('../rooms/customers/bulk/BulkPage')).BulkPage }) },
          { path: 'imports', ...place('importing', MAY.import), lazy: async () => ({ Component: (await import('../rooms/imports/ImportsPage')).ImportsPage }) },
          { path: 'imports/new', ...place('importing', MAY.import), lazy: async () => ({ Component: (await import('../rooms/imports/PreparePage')).PreparePage }) },
          { path: 'imports/:id', ...place('mending', MAY.import), lazy: async () => ({ Component: (await import('../rooms/imports/RunPage')).RunPage }) },
          { path: 'jobs', ...place('jobs', MAY.readJobs, MAY.manageJobs, MAY.import, MAY.export, MAY.readAudit), lazy: async () => ({ Component: (await import('../rooms/jobs/JobsPage')).JobsPage }) },
          { path: 'settings', ...place('signing-in'), lazy: async () => ({ Component: (await import('../rooms/settings/AccountPage')).AccountPage }) },
          { path: 'settings/people', ...place('people', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/PeoplePage')).PeoplePage }) },
          { path: 'settings/people/:id', ...place('running', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/sessions/PersonPage')).PersonPage }) },
          { path: 'settings/sessions', ...place('running', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/sessions/SessionsPage')).SessionsPage }) },
          { path: 'settings/audit', ...place('running', MAY.readAudit), lazy: async () => ({ Component: (await import('../rooms/settings/audit/AuditPage')).AuditPage }) },
          { path: 'settings/general', ...place('running', MAY.manageSettings), lazy: async () => ({ Component: (await import('../rooms/settings/general/GeneralPage')).GeneralPage }) },
          { path: 'settings/health', ...place('running', MAY.manageSettings), lazy: async () => ({ Component: (await import('../rooms/settings/HealthPage')).HealthPage }) },
          { path: 'settings/departments', ...place('people', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/DepartmentsPage')).DepartmentsPage }) },
          { path: 'settings/roles', ...place('people', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/roles/RolesPage')).RolesPage }) },
          { path: 'settings/matrix', ...place('running', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/roles/MatrixPage')).MatrixPage }) },
          { path: 'settings/roles/:key', ...place('people', MAY.manageAccess), lazy: async () => ({ Component: (await import('../rooms/settings/roles/RolePage')).RolePage }) },
          { path: 'settings/fields', ...place('fields', MAY.manageCatalogue), lazy: async () => ({ Component: (await import('../rooms/settings/fields/FieldsPage')).FieldsPage }) },
          { path: 'settings/lists', ...place('fields', MAY.manageCatalogue), lazy: async () => ({ Component: (await import('../rooms/settings/lists/ListsPage')).ListsPage }) },
          { path: 'settings/lists/:key', ...place('fields', MAY.manageCatalogue), lazy: async () => ({ Component: (await import('../rooms/settings/lists/ItemsPage')).ItemsPage }) },
          { path: 'settings/tag-rules', ...place('fields', MAY.manageTags), lazy: async () => ({ Component: (await import('../rooms/settings/tags/TagRulesPage')).TagRulesPage }) },
          { path: 'settings/sight', ...place('people', MAY.manageAccess, MAY.readAudit), lazy: async () => ({ Component: (await import('../rooms/settings/SightPage')).SightPage }) },
          { path: 'help', ...place('signing-in'), lazy: async () => ({ Component: (await import('../rooms/help/HelpPage')).HelpPage }) },
          { path: 'help/:chapter', ...place('signing-in'), lazy: async () => ({ Component: (await import('../rooms/help/HelpPage')).HelpPage }) },
          { path: '*', ...place('finding'), element: <NotFound /> },
        ],
      },
    ],
  },
]);

import { createBrowserRouter, Navigate } from 'react-router';
import { useSession } from '../kit/session';
import { Broken, NotFound } from './Broken';
import { LanguageSwitch } from './LanguageSwitch';
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
      return { element: <WelcomePage languages={<LanguageSwitch />} /> };
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
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

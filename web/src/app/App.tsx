import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { queries } from '../api/queries';
import { spokenByWidgets } from './i18n';
import { router } from './routes';
import { antdTheme, useDark } from './theme';

// The server puts the nonce of its content security policy here; antd writes its styles with it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

export function App() {
  useTranslation();
  const shade = useDark();
  return (
    <ConfigProvider locale={spokenByWidgets()} theme={antdTheme(shade)} csp={nonce ? { nonce } : undefined} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 2 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Empty } from '../kit/Empty';
import { Page } from '../kit/Page';
import { Problem } from '../kit/Problem';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')}>
      <Empty title={t('app.notFound.cause')} actions={<Link to="/">{t('app.notFound.home')}</Link>} />
    </Page>
  );
}

/** A screen failed: usually because a new version was put in place and its files have other names now. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  const stale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <Page title={t(stale ? 'app.broken.stale' : 'app.broken.title')}>
      {!stale && <Problem error={error} />}
      <Button type="primary" onClick={() => location.reload()}>
        {t('app.broken.reload')}
      </Button>
    </Page>
  );
}

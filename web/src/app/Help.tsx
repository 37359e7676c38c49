import { Drawer } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useMatches } from 'react-router';
import { usePhone } from '../kit/media';
import { isPlace } from './places';

const ChapterText = lazy(async () => ({ default: (await import('../rooms/help/ChapterText')).ChapterText }));

let show: (() => void) | null = null;
export function showHelp() {
  show?.();
}

/** The chapter of the guide about the page one is on, beside that page, so that one can read and do. */
export function Help() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const chapter = useMatches().map(({ handle }) => handle).findLast(isPlace)?.help ?? 'signing-in';
  const open = openAt === pathname;
  useEffect(() => {
    show = () => setOpenAt(pathname);
    const heard = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setOpenAt((at) => (at === pathname ? undefined : pathname));
    };
    window.addEventListener('keydown', heard);
    return () => {
      show = null;
      window.removeEventListener('keydown', heard);
    };
  }, [pathname]);
  return (
    <Drawer
      open={open}
      onClose={() => setOpenAt(undefined)}
      size={phone ? '100%' : 520}
      mask={phone}
      title={t(`help.chapters.${chapter}`)}
      extra={<Link to={`/help/${chapter}`}>{t('app.help.whole')}</Link>}
      closable={{ 'aria-label': t('kit.close') }}
      destroyOnHidden
    >
      <Suspense>
        <ChapterText chapter={chapter} />
      </Suspense>
    </Drawer>
  );
}

import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useMatches } from 'react-router';
import { isPlace } from './places';

const HelpDrawer = lazy(async () => ({ default: (await import('./HelpDrawer')).HelpDrawer }));

let show: (() => void) | null = null;
export function showHelp() {
  show?.();
}

/** The chapter of the guide about the page one is on, beside that page, so that one can read and do. */
export function Help() {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const chapter = useMatches().map(({ handle }) => handle).findLast(isPlace)?.help ?? 'signing-in';
  const open = openAt === pathname;
  useEffect(() => {
    show = () => setOpenAt(pathname);
    const heard = (event: KeyboardEvent) => {
      // A field that explains itself goes first.
      if (event.key !== 'F1' || event.defaultPrevented) return;
      event.preventDefault();
      setOpenAt((at) => (at === pathname ? '' : pathname));
    };
    window.addEventListener('keydown', heard);
    return () => {
      show = null;
      window.removeEventListener('keydown', heard);
    };
  }, [pathname]);
  // Nothing of it is fetched before somebody asks for help; from then on it stays, so that it can slide away.
  return (
    openAt !== undefined && (
      <Suspense>
        <HelpDrawer chapter={chapter} open={open} onClose={() => setOpenAt('')} />
      </Suspense>
    )
  );
}

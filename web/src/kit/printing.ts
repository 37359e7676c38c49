import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;

function follow(listener: () => void) {
  // The paper is taken from the page as it stands when these have been called.
  const become = (now: boolean) => () => {
    printing = now;
    flushSync(listener);
  };
  const [before, after] = [become(true), become(false)];
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/** The page is being put on paper: what shows a part of something shows all it has. */
export function usePrinting(): boolean {
  return useSyncExternalStore(follow, () => printing);
}

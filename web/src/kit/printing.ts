import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const listeners = new Set<() => void>();
let printing = false;

window.addEventListener('beforeprint', () => become(true));
window.addEventListener('afterprint', () => become(false));

// The paper is taken from the page as it stands when this returns.
function become(now: boolean) {
  printing = now;
  flushSync(() => listeners.forEach((listener) => listener()));
}

/** Whether the page is being put on paper. */
export function isPrinting(): boolean {
  return printing;
}

/** Calls the listener before and after; answers how to have done with it. */
export function followPrinting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page is being put on paper: what shows a part of something shows all it has. */
export function usePrinting(): boolean {
  return useSyncExternalStore(followPrinting, isPrinting);
}

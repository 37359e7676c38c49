import { useEffect, useRef } from 'react';

/** Every command of one key that a screen may have, and what it is called: a key that isn't here can't be bound, nor go unlisted. */
export const COMMANDS = {
  n: 'kit.keys.new',
  e: 'kit.keys.edit',
  s: 'kit.keys.save',
  '1': 'kit.keys.same',
  '2': 'kit.keys.different',
  '3': 'kit.keys.later',
  ArrowDown: 'kit.keys.walk',
  ArrowLeft: 'kit.keys.before',
  ArrowRight: 'kit.keys.beside',
  Enter: 'kit.keys.open',
  Escape: 'kit.keys.leave',
  '?': 'kit.keys.title',
  F1: 'kit.keys.help',
} as const;

export type Keys = Partial<Record<keyof typeof COMMANDS, (event: KeyboardEvent) => void>>;

/** Someone is typing: single letters are text then. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  // A tick and a choice take no letters.
  if (at instanceof HTMLInputElement && /^(radio|checkbox)$/.test(at.type)) return /^(Arrow| |Enter)/.test(event.key);
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

/** A closed dialog may stay in the page, unseen. */
function dialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
}

/** Single-key commands of a screen; asleep while someone types, a dialog is open, or a command key is held. */
export function useHotkeys(keys: Keys, awake = true) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!awake) return undefined;
    const heard = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
      if (dialogOpen()) return;
      const act = latest.current[event.key as keyof Keys];
      if (act) {
        event.preventDefault();
        act(event);
      }
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [awake]);
}

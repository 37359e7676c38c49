/**
 * Keeps the keyboard on a line that one of its buttons moves: the browser takes the focus away from whatever is put elsewhere in
 * the page. Where the line can go no further the way back is left.
 */
export function keepFocus(button: HTMLElement): void {
  requestAnimationFrame(() => {
    const left = button.matches(':disabled') ? button.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') : button;
    left?.focus();
  });
}

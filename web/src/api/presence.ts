/** So long without a hand on the page, and what it asks it asks by itself. */
const ALONE = 60_000;
let touched = Date.now();

for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus']) {
  window.addEventListener(
    sign,
    () => {
      touched = Date.now();
    },
    { capture: true, passive: true },
  );
}

/** Whether nobody is at the page: what it asks now must not keep their session. */
export function nobodyThere(): boolean {
  return Date.now() - touched > ALONE;
}

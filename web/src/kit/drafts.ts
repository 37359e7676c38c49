/** What someone was typing, kept on this computer until it is saved, thrown away, signed out of, or a week old. */
const PREFIX = 'clientela.draft.';
const WEEK = 7 * 24 * 3_600_000;

export interface Kept<T> {
  at: number;
  draft: T;
}

export function draftKey(user: string | number, what: string): string {
  return `${PREFIX}${user}.${what}`;
}

export function keptDraft<T>(key: string): Kept<T> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null;
    if (kept && Date.now() - kept.at < WEEK) return kept;
    localStorage.removeItem(key);
  } catch {
    // Of another version of the page: as good as none.
  }
  return undefined;
}

export function keepDraft<T>(key: string, draft: T) {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), draft }));
  } catch {
    // No room left on this computer: the text still stands in the form.
  }
}

export function dropDraft(key: string) {
  localStorage.removeItem(key);
}

export function dropAllDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

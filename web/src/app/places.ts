import type { Chapter } from '../kit/chapters';

/** What the page knows of one of its addresses: the chapter of the guide about it, and who may open it. */
export interface Place {
  help: Chapter;
  /** Any one of these functions opens the page; whoever has none is told who gives it. */
  needs: string[];
}

/** To be written at every address; the check of the guide fails where it is missing. */
export function place(help: Chapter, ...needs: string[]): { handle: Place } {
  return { handle: { help, needs } };
}

export function isPlace(handle: unknown): handle is Place {
  return typeof handle === 'object' && handle !== null && 'help' in handle;
}

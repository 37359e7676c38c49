/** The chapters of the guide, in the order in which they are read; each is a file of that name in every language. */
export const CHAPTERS = ['signing-in', 'finding', 'lists', 'file', 'merging', 'entering', 'importing', 'mending', 'bulk', 'duplicates', 'relations', 'exporting', 'people', 'fields', 'jobs', 'running', 'keyboard'] as const;
export type Chapter = (typeof CHAPTERS)[number];

export function isChapter(name: string): name is Chapter {
  return CHAPTERS.some((chapter) => chapter === name);
}

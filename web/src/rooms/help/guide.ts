import { useQuery } from '@tanstack/react-query';
import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';

// The guide lies beside the product's other documents and is packed with the page, so that both are always of one version.
const texts = import.meta.glob<string>('../../../../docs/guide/*/*.md', { query: '?raw', import: 'default' });
const pictures = import.meta.glob<string>('../../../../docs/guide/pictures/*/*.png', { query: '?url', import: 'default', eager: true });

const HOME = '../../../../docs/guide';

export interface ChapterText {
  title: string;
  tokens: Token[];
}

export function useChapter(language: string, chapter: string) {
  return useQuery({
    queryKey: ['guide', language, chapter],
    queryFn: async (): Promise<ChapterText | null> => {
      const read = texts[`${HOME}/${language}/${chapter}.md`];
      if (!read) return null;
      const [head, ...tokens] = lexer(await read()).filter(({ type }) => type !== 'space');
      return { title: head?.type === 'heading' ? (head as Tokens.Heading).text : '', tokens };
    },
    staleTime: Infinity,
  });
}

/** The address of a picture that a chapter names by its path. */
export function pictureOf(path: string): string | undefined {
  return pictures[`${HOME}/${path.replace(/^\.\.\//, '')}`];
}

/** A heading's own address within its chapter, as code hosts make it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

import { build } from 'vite';
import type { Rolldown, UserConfig } from 'vite';

/** Where nearly everybody begins who has signed in. */
const FIRST_SCREEN = '/src/rooms/customers/ListPage.tsx';

/**
 * Ids of the modules the page can't begin without: those the entry imports and doesn't fetch later. Found by a build without
 * grouping, because only that tells what is left of each library.
 */
export async function firstModules(shared: UserConfig): Promise<Set<string>> {
  const built = await build({ ...shared, configFile: false, logLevel: 'error', build: { write: false, minify: false } });
  const chunks = new Map(
    [built]
      .flat()
      .flatMap((part) => ('output' in part ? part.output : []))
      .filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
      .map((chunk) => [chunk.fileName, chunk]),
  );
  const needed = new Set<Rolldown.OutputChunk>();
  const take = (name: string) => {
    const chunk = chunks.get(name);
    if (!chunk || needed.has(chunk)) return;
    needed.add(chunk);
    chunk.imports.forEach(take);
  };
  for (const { fileName, isEntry } of chunks.values()) if (isEntry) take(fileName);
  const modules = [...needed].flatMap((chunk) => Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0));
  const ids = new Set(modules.map(([id]) => id));
  if (![...ids].some((id) => id.endsWith(FIRST_SCREEN))) throw new Error(`${FIRST_SCREEN} no longer comes with the page: what is the first screen now? See scripts/first.ts`);
  return ids;
}

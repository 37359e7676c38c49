import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Rolldown } from 'vite';

/**
 * The modules that are needed before the first list is there, which is what isn't fetched later, by their ids: found by building the
 * page once as it falls apart of itself, because only then is known what is left of each library.
 */
export async function firstModules(): Promise<Set<string>> {
  const built = await build({ configFile: false, logLevel: 'error', plugins: [react()], build: { write: false, minify: false } });
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
  return new Set([...needed].flatMap(({ modules }) => Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id)));
}

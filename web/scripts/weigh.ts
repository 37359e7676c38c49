import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What somebody has to wait for before the first list is there, packed as the server sends it. */
const MOST = 450_000;
const FIRST_SCREEN = /src\/rooms\/customers\/ListPage\.tsx$/;
const HEAVIEST_LANGUAGE = /src\/app\/i18n\/es\//;

/** Fails the build when the first list page has become heavy: a screen that isn't fetched only when it is opened is soon noticed so. */
export function weigh(): Plugin {
  return {
    name: 'weigh',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const needed = new Set<string>();
      const take = (name: string) => {
        const part = bundle[name];
        if (needed.has(name) || part?.type !== 'chunk') return;
        needed.add(name);
        part.imports.forEach(take);
        part.viteMetadata?.importedCss.forEach((css) => needed.add(css));
      };
      for (const chunk of chunks) if (chunk.isEntry || chunk.moduleIds.some((id) => HEAVIEST_LANGUAGE.test(id))) take(chunk.fileName);
      const weights = [...needed].map((name) => {
        const part = bundle[name];
        return [name, gzipSync(part?.type === 'chunk' ? part.code : (part?.source ?? '')).length] as const;
      });
      const sum = weights.reduce((before, [, weight]) => before + weight, 0);
      const lists = chunks.some(({ fileName, moduleIds }) => needed.has(fileName) && moduleIds.some((id) => FIRST_SCREEN.test(id)));
      if (!lists) this.error(`${FIRST_SCREEN.source} no longer comes with the page: what is the first screen now? See scripts/weigh.ts`);
      if (sum > MOST) {
        const heavy = weights.toSorted(([, one], [, other]) => other - one).slice(0, 8);
        this.error(`the first list page weighs ${sum} bytes packed, ${MOST} at most:\n${heavy.map(([name, weight]) => `${weight} ${name}`).join('\n')}`);
      }
      this.info(`the first list page weighs ${Math.round(sum / 1000)} kB packed, ${MOST / 1000} at most`);
    },
  };
}

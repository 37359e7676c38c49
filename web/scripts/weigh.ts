import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What somebody has to wait for before the first list is there: bytes, packed as the server sends them, and files. */
const MOST = 450_000;
const MOST_FILES = 8;
const HEAVIEST_LANGUAGE = /src\/app\/i18n\/es\//;

/** Fails the build when the first list page has become heavy or comes in many files: a screen that isn't fetched only when it is opened is soon noticed so. */
export function weigh(): Plugin {
  return {
    name: 'weigh',
    apply: 'build',
    generateBundle(_options, bundle) {
      const needed = new Set<string>();
      const take = (name: string) => {
        const part = bundle[name];
        if (needed.has(name) || part?.type !== 'chunk') return;
        needed.add(name);
        part.imports.forEach(take);
        part.viteMetadata?.importedCss.forEach((css) => needed.add(css));
      };
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && (part.isEntry || part.moduleIds.some((id) => HEAVIEST_LANGUAGE.test(id)))) take(part.fileName);
      }
      const weights = [...needed].map((name) => {
        const part = bundle[name];
        return [name, gzipSync(part?.type === 'chunk' ? part.code : (part?.source ?? '')).length] as const;
      });
      const sum = weights.reduce((before, [, weight]) => before + weight, 0);
      const listed = weights.toSorted(([, one], [, other]) => other - one).map(([name, weight]) => `${weight} ${name}`);
      if (sum > MOST) this.error(`the first list page weighs ${sum} bytes packed, ${MOST} at most:\n${listed.slice(0, 8).join('\n')}`);
      if (needed.size > MOST_FILES) this.error(`the first list page comes in ${needed.size} files, ${MOST_FILES} at most:\n${listed.join('\n')}`);
      this.info(`the first list page weighs ${Math.round(sum / 1000)} kB packed in ${needed.size} files, ${MOST / 1000} at most`);
    },
  };
}

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';
import { firstModules } from './scripts/first.ts';
import { weigh } from './scripts/weigh.ts';

// The server sends a strict content security policy: nothing may be inlined into the page as data or script.
export default defineConfig(async ({ command, mode }) => {
  const shared = (): UserConfig => ({ mode, plugins: [react()] });
  const first = command === 'build' ? await firstModules(shared()) : new Set<string>();
  return {
    ...shared(),
    plugins: [shared().plugins, weigh()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        output: {
          // Sixty small files cost a browser more time than what they hold, so what the first list needs comes together, libraries and
          // ours, and what several other screens share comes together too.
          codeSplitting: {
            groups: [
              { name: (id: string) => (first.has(id) && id.includes('node_modules') ? 'parts' : null), priority: 3 },
              { name: (id: string) => (first.has(id) ? 'base' : null), priority: 2 },
              { name: 'icons', test: /node_modules\/@ant-design\/icons/, minShareCount: 2, priority: 1 },
              { name: 'shared', test: /node_modules\/|src\/(api|kit)\//, minShareCount: 4, priority: 0 },
            ],
          },
        },
      },
    },
  };
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstModules } from './scripts/first.ts';
import { weigh } from './scripts/weigh.ts';

// The server sends a strict content security policy: nothing may be inlined into the page as data or script.
export default defineConfig(async ({ command }) => {
  const first = command === 'build' ? await firstModules() : new Set<string>();
  return {
    plugins: [react(), weigh()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        output: {
          // Sixty small files cost a browser more time than what they hold: what the first list needs comes in two.
          codeSplitting: {
            groups: [
              { name: (id: string) => (first.has(id) && id.includes('node_modules') ? 'parts' : null), priority: 2 },
              { name: (id: string) => (first.has(id) ? 'base' : null), priority: 1 },
              { name: 'more', test: /node_modules\//, minShareCount: 12, priority: 0 },
            ],
          },
        },
      },
    },
  };
});

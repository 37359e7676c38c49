import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { weigh } from './scripts/weigh.ts';

// The server sends a strict content security policy: nothing may be inlined into the page as data or script.
export default defineConfig({
  plugins: [react(), weigh()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // A hundred small files cost more in headers than in what they hold, so what nearly every page needs comes together.
        codeSplitting: {
          groups: [
            { name: (id) => /src\/app\/i18n\/(zh|en|es)\//.exec(id)?.[1] ?? null, priority: 4 },
            { name: 'icons', test: /node_modules\/@ant-design\/icons/, minShareCount: 2, priority: 3 },
            { name: 'base', test: /src\/(api|kit|app)\//, minShareCount: 10, priority: 2 },
            { name: 'parts', test: /node_modules\//, minShareCount: 12, priority: 1 },
          ],
        },
      },
    },
  },
});

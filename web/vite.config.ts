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
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompress } from './build/precompress.ts';

const server = process.env.APPROVALS_SERVER ?? 'http://127.0.0.1:5090';

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The page's security policy allows no inline content besides styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/openapi': server,
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});

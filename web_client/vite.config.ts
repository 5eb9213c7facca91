/** How the web client is built, served while developing, and tested. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { catalogs } from './tooling/catalogs';
import { precompress } from './tooling/precompress';
import { serviceWorker } from './tooling/service_worker';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SHARED_WITH_TESTS = [
  '@preact/signals',
  '@testing-library/preact',
  'axe-core',
  'fake-indexeddb',
  'idb',
  'preact',
];

export default defineConfig({
  plugins: [catalogs(), serviceWorker(), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: {
      '@client': here('./src'),
      '@question_sets': here('../backend/cadair/contributions/question_sets'),
    },
    // The tests live outside this folder and still use its packages.
    dedupe: SHARED_WITH_TESTS,
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content policy allows no data: addresses
    modulePreload: { polyfill: false },
  },
  server: {
    port: Number(process.env.CLIENT_PORT ?? 8140),
    fs: { allow: [here('..')] },
    proxy: { '/api': process.env.CADAIR_API ?? 'http://127.0.0.1:8000' },
  },
  test: {
    globals: true,
    environment: 'jsdom',
    include: [here('../tests/web_client/**/*.test.{ts,tsx}')],
    setupFiles: [here('../tests/web_client/setup.ts')],
    server: { deps: { inline: [/@testing-library\/preact/] } },
  },
});

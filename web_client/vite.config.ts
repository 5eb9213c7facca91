/** How the web client is built, served while developing, and tested. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { catalogs } from './tooling/catalogs.ts';
import { precompress } from './tooling/precompress.ts';
import { serviceWorker } from './tooling/service_worker.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SHARED_WITH_TESTS = [
  '@preact/signals',
  '@testing-library/preact',
  'axe-core',
  'fake-indexeddb',
  'preact',
];

/** What every person downloads first; what only forms need; the rest follows its own screen. */
const FORMS = /\/src\/ui\/(question\/|Choices|Faces|Field|Progress|TextArea|TextField|WhoWillSee)/;
const LATER =
  /\/src\/(ui\/(theme\/dyslexia|Settings|SaveFile|Table|QrCode|HelpLines|help_lines|sentences|given|wear|looking_again|staying|meeting|live)|words\/(reasons|welsh|moments)|api\/(?!(calls|index|loaded|problem|request|types)\.)|drafts\/(sending|queue|parcel|live_room|use_live)|desk_routes)/;
const SHELL = /rolldown|node_modules|vite\/|\/src\/(api|drafts|words|ui)\/|\/src\/[\w]+\.tsx?$/;

function isShell(id: string): boolean {
  return SHELL.test(id) && !FORMS.test(id) && !LATER.test(id);
}

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
    cssCodeSplit: false, // one small sheet for all: one request, and no page without its style
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files: a phone on a weak signal pays for every request.
        codeSplitting: {
          groups: [
            { name: 'shell', test: isShell, priority: 2 },
            { name: 'forms', test: FORMS, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.CLIENT_PORT ?? 8140),
    fs: { allow: [here('..')] },
    proxy: { '/api': process.env.CADAIR_API ?? 'http://127.0.0.1:8000' },
  },
  test: {
    globals: true,
    environment: 'jsdom',
    testTimeout: 30_000, // a whole screen with its axe check, on a slow machine
    include: [here('../tests/web_client/**/*.test.{ts,tsx}')],
    setupFiles: [here('../tests/web_client/setup.ts')],
    server: { deps: { inline: [/@testing-library\/preact/] } },
  },
});

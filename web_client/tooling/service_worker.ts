/** Builds /sw.js: the hand-written worker with the list of files that make up the shell. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/service_worker.js', import.meta.url));

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post', // the page is complete by then, and names its files
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build made no index.html');
        const named = [...String(page.source).matchAll(/"(\/assets\/[^"]+)"/g)].map(
          found => found[1],
        );
        const everything = Object.keys(bundle).sort().join();
        const version = createHash('sha256').update(everything).update(String(page.source));
        const source = readFileSync(SOURCE, 'utf8')
          .replace('__VERSION__', version.digest('hex').slice(0, 12))
          .replace("['__SHELL__']", JSON.stringify(['/', '/icon.svg', ...named]));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

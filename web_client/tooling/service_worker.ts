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
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find(file => file.type === 'chunk' && file.isEntry);
      const styles = entry?.type === 'chunk' ? [...(entry.viteMetadata?.importedCss ?? [])] : [];
      const imports = entry?.type === 'chunk' ? entry.imports : [];
      const shell = [
        '/',
        ...[entry?.fileName ?? '', ...imports, ...styles].map(name => `/${name}`),
      ];
      const all = Object.keys(bundle).sort().join();
      const version = createHash('sha256').update(all).digest('hex').slice(0, 12);
      const source = readFileSync(SOURCE, 'utf8')
        .replace('__VERSION__', version)
        .replace("['__SHELL__']", JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}

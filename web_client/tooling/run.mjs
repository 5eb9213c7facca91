/** Runs a TypeScript tool with the Vite that is here anyway: `node tooling/run.mjs tooling/words/extract.ts`. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const { module } = await runnerImport(resolve(process.argv[2]), {
  configFile: false,
  logLevel: 'error',
});
process.exitCode = (await module.main(process.argv.slice(3))) ?? 0;
